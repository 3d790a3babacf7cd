// What comes again: 每月25日前, 每季度末, 3月、6月、9月底前.
import { anyOf } from '../../words/any-of.js';
import {
  BEFORE,
  DASH,
  DAY,
  HALF,
  LASTS,
  MONTH,
  PERIOD,
  QUARTER,
  WEEKDAYS,
  YEAR,
} from '../../words/calendar.js';
import { AFTER_EVENT, BEFORE_EVENT, EVENTS, SPAN_SIGNS, SPANS } from '../../words/events.js';
import { numeralValue, ONE_TO_NINE } from '../../words/numerals.js';
import { HOUR, type TimeRule } from './rule.js';
import { LAST, monthDayOf, WITHOUT_EACH } from './without-each.js';

/** The months of a quarter, by their names. */
const MONTHS_OF_QUARTER: Readonly<Record<string, number>> = {
  ...{ 首月: 1, 末月: 3 },
  ...{ 第一个月: 1, 第二个月: 2, 第三个月: 3, 第1个月: 1, 第2个月: 2, 第3个月: 3 },
};
/** From 1 for Monday. */
const weekdayOf = (weekday: string) => WEEKDAYS.indexOf(weekday === '天' ? '日' : weekday) + 1;
const EACH = `每(?:个(?=季|工作日))?(?<per>${PERIOD}|工作日)(?:度)?`;
/** 每年3月底前, 每月25日前, 每周一上午下班前: a day of what comes again. */
const DAY_OF_EACH = [
  `[^，。；\\n每]{0,8}?`,
  `(?:(?<month>${anyOf(Object.keys(MONTHS_OF_QUARTER))}|${MONTH}月)(?:(?<day>${DAY})日)?|(?<monthDay>${DAY})日|周?(?<weekday>[${WEEKDAYS}天])|结束后|${LASTS})`,
  `[^，。；\\n每]{0,6}?(?<end>底前|前(?![往来])|内|底)`,
  // 每年1月10日前、7月10日前: and again.
  `(?<more>(?:[、和及与]${MONTH}月(?:${DAY}日)?(?:底前|前|底))*)`,
].join('');

const ANOTHER = new RegExp(`(${MONTH})月`, 'g');

const PART_OF_MONTH = `(?:${DAY}(?:日${HOUR}|日?)|[上中下]旬|[初底末])?`;

/** The months from one to another, which may be of the next year: 11 to 2 is 11, 12, 1, 2. */
function monthsFrom(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 12) % 12) + 1 }, (_, i) => ((first + i - 1) % 12) + 1);
}

const EACH_EVENT: readonly (readonly [sign: string, event: string])[] = [
  ['开学第一', '开学第一(?:周|天|个?月|课)'],
  ['前', BEFORE_EVENT],
  ['后', AFTER_EVENT],
  [anyOf(SPAN_SIGNS), SPANS],
];

export const RECURRING_RULES: readonly TimeRule[] = [
  // 每月征期结束前: before what each month has.
  {
    kind: 'recurring',
    has: '每',
    pattern: /每个?(?:月|季度?|年|学期)[^，。；\n\d每前后]{1,6}(?:结束|截止|到期)前/g,
    sure: true,
  },
  // 每年4月1日至7月31日, 每年11月至次年3月: one span a year; it has no day by which it is due.
  {
    kind: 'recurring',
    has: '每年',
    pattern: new RegExp(
      [
        `每年的?(?<first>${MONTH})(?:月份?${PART_OF_MONTH})?${DASH}`,
        `(?:次年|翌年|第二年)?(?<last>${MONTH})月份?${PART_OF_MONTH}`,
        // 每年6月至8月和10月至次年1月: and again.
        `(?:[、和及与](?<first2>${MONTH})(?:月份?${PART_OF_MONTH})?${DASH}(?:次年|翌年|第二年)?(?<last2>${MONTH})月份?${PART_OF_MONTH})?`,
      ].join(''),
      'g',
    ),
    yearless: true,
    dates: ({ first = '', last = '', first2 = first, last2 = last }) => {
      const spans = [
        [numeralValue(first), numeralValue(last)],
        [numeralValue(first2), numeralValue(last2)],
      ] as const;
      const are = spans.flat().every((month) => month >= 1 && month <= 12);
      const months = new Set(spans.flatMap(([from, to]) => monthsFrom(from, to)));
      return { every: '年', ...(are && { months: [...months] }) };
    },
  },
  {
    kind: 'recurring',
    has: '每年',
    pattern: new RegExp(`每年的?(?<month>${MONTH})月${DAY}日?${DASH}${DAY}日`, 'g'),
    yearless: true,
    dates: ({ month = '' }) => ({ every: '年', months: [numeralValue(month)] }),
  },
  // 每月1日至10日, 每周一至周五.
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(
      `每(?<per>月)${DAY}日?${DASH}(?:次月|下月)?${DAY}日|每(?<week>周)[${WEEKDAYS}]${DASH}周?[${WEEKDAYS}]`,
      'g',
    ),
    yearless: true,
    dates: ({ per, week }) => ({ every: per ?? week }),
  },
  // 每年8月1日起调标.
  {
    kind: 'recurring',
    has: /每年.{2,6}起/,
    pattern: new RegExp(`每年(?<month>${MONTH})月(?:${DAY}日)?起(?!至|到|，?[至到])`, 'g'),
    yearless: true,
    dates: ({ month = '' }) => ({ every: '年', months: [numeralValue(month)] }),
  },
  // 每月固定5日: on that day.
  {
    kind: 'recurring',
    has: '每月',
    pattern: new RegExp(`每月(?:固定)(?:于|在)?(?<monthDay>${DAY})日(?!${BEFORE}|内)`, 'g'),
    yearless: true,
    dates: ({ monthDay }) => {
      const due = monthDayOf(monthDay, '');
      return { every: '月', ...(due !== undefined && { monthDay: due }) };
    },
  },
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(`${EACH}${DAY_OF_EACH}`, 'g'),
    yearless: true,
    dates: ({ per, month, day, monthDay, weekday, end, more = '' }) => {
      const due = monthDayOf(day ?? monthDay, month === undefined ? '' : end);
      const others = Array.from(more.matchAll(ANOTHER), ([, also = '']) => numeralValue(also));
      return {
        every: per,
        ...(month !== undefined && {
          months: [MONTHS_OF_QUARTER[month] ?? numeralValue(month.slice(0, -1)), ...others],
        }),
        ...(due !== undefined && { monthDay: due }),
        ...(weekday !== undefined && { weekday: weekdayOf(weekday) }),
      };
    },
  },
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(`每(?<per>月|季度?|半年|年度?|学期|学年|周|旬)(?:底|末)(?!月)(?:${BEFORE})?`, 'g'),
    yearless: true,
    dates: ({ per }) => ({ every: per, ...(per === '月' && { monthDay: LAST }) }),
  },
  // 每年年初, 每年年底前.
  {
    kind: 'recurring',
    has: '每年年',
    pattern: new RegExp(`每年年(?:初|中|底|末)(?:${BEFORE})?`, 'g'),
    yearless: true,
    dates: () => ({ every: '年' }),
  },
  // 年中和年末, 年初、年底: twice a year.
  {
    kind: 'recurring',
    has: ['年底', '年末', '年终'],
    pattern: new RegExp(
      `(?<!${YEAR}|[今明去当本次])(?:年初|年中|半年)(?:[、和及与]|以及)(?:年底|年末|年终)(?:${BEFORE})?`,
      'g',
    ),
    yearless: true,
    dates: () => ({ every: '年' }),
  },
  // 每逢双月20日: every other month.
  {
    kind: 'recurring',
    has: ['单月', '双月'],
    pattern: new RegExp(`每?逢?(?<which>[单双])月(?<day>${DAY})日(?:${BEFORE})?`, 'g'),
    yearless: true,
    dates: ({ which, day = '' }) => ({
      every: '年',
      months: which === '双' ? [2, 4, 6, 8, 10, 12] : [1, 3, 5, 7, 9, 11],
      monthDay: numeralValue(day),
    }),
  },
  // 每月第一个星期六, 每季度最后一个工作日.
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(
      `${EACH}的?(?:第[一二三四1-4]|最后一|首)个?(?:(?:星期|周)(?<weekday>[${WEEKDAYS}天])|工作日|周末)(?:${BEFORE})?|每(?<per2>月)的?(?:最后|末)一?[天日](?:${BEFORE})?`,
      'g',
    ),
    yearless: true,
    dates: ({ per, per2, weekday }) => ({
      every: per ?? per2,
      ...(per2 !== undefined && { monthDay: LAST }),
      ...(weekday !== undefined && { weekday: weekdayOf(weekday) }),
    }),
  },
  // 每周一召开: on Mondays; 每周一调度 is once a week.
  {
    kind: 'recurring',
    has: '每周一',
    pattern: /每周一(?=上午|下午|召开|举行|举办|报送|上报|提交|发布|公布|开展|组织|例会)/g,
    yearless: true,
    dates: () => ({ every: '周', weekday: 1 }),
  },
  // 每月下旬, 每季度最后一周, 每月10日固定开展; and 每周三.
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(
      `每(?<per>月|季度?|年度?)的?(?:[上中下]旬|(?:第[一二三四1-4]|最后一|首)周|(?:[首末]月)?(?<monthDay>${DAY})日(?!前(?![往来])|[内底止期]|以前|之前|${DASH}(?:\\d|[次下翌本月${ONE_TO_NINE}十])|[^，。；\\n]{0,6}[前止](?!期|往|来|台))(?:[、和及与]${DAY}日)*)|每(?<week>周)(?<weekday>[${WEEKDAYS}天])(?!${DASH}|[前至到、和及])|每(?<week2>周)[${WEEKDAYS}天](?:[、和及]周?[${WEEKDAYS}天])+`,
      'g',
    ),
    yearless: true,
    dates: ({ per, week, week2, weekday, monthDay }) => ({
      every: per ?? week ?? week2,
      ...(monthDay !== undefined && { monthDay: numeralValue(monthDay) }),
      ...(weekday !== undefined && { weekday: weekdayOf(weekday) }),
    }),
  },
  // 每季度首月公示: in which month of each.
  {
    kind: 'recurring',
    has: /季度?的?(?:首|末|第)/,
    pattern: new RegExp(
      `每(?:个)?(?<per>季度?)的?(?<month>${anyOf(Object.keys(MONTHS_OF_QUARTER))})份?(?![${ONE_TO_NINE}十\\d上中下底前])`,
      'g',
    ),
    yearless: true,
    dates: ({ per, month = '' }) => ({ every: per, months: [MONTHS_OF_QUARTER[month] ?? 1] }),
  },
  // 每日8时、20时; 每日20时至次日20时 is the day of which something is told.
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(
      `${EACH}${HOUR}(?:[、和及与]${HOUR})*(?:${BEFORE})?(?!${DASH}[次翌第]|\\d|[：:])`,
      'g',
    ),
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
  // 每日17时前, 每年第四季度.
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(
      `${EACH}[^，。；\\n每\\d]{0,4}?\\d{1,2}(?:[时点](?:\\d{1,2}分)?|[:：]\\d{2})之?${BEFORE}`,
      'g',
    ),
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
  {
    kind: 'recurring',
    has: '每年',
    pattern: new RegExp(
      `每年(?:第?${QUARTER}季度|${HALF}半年|(?<months>${MONTH}月份?(?:[、和及与]${MONTH}月份?)*)(?!\\d))`,
      'g',
    ),
    yearless: true,
    dates: ({ months = '' }) => {
      const named = Array.from(months.matchAll(ANOTHER), ([, month = '']) => numeralValue(month));
      return { every: '年', ...(named.length > 0 && { months: named }) };
    },
  },
  ...WITHOUT_EACH,
  // 每年秋粮收购前，…; 每天闭市后消毒: before or after what comes again, whatever it is called.
  {
    kind: 'recurring',
    has: /每[^，。；\n]{1,14}[前后]/,
    pattern:
      /每(?<per>年|学期|季度?|月|周|天|日)(?![底末中]|第|[一二三四五六七八九十\d])[一-龥]{2,8}(?:(?<![目此之以日当提年月周旬季底])前(?=，)|(?<![之以然此今先落背])后(?=，|及时|立即|[一-龥]{2}(?:[，。；]|$)))/g,
    yearless: true,
    dates: ({ per }) => ({ every: per }),
    sure: true,
  },
  // 每年汛期前, 每学期结束后, 每年春运期间; each pattern is large, and built only where its sign stands behind 每.
  // 每个采暖季结束后一个月内.
  {
    kind: 'recurring',
    has: '每个',
    pattern: new RegExp(
      `每个${EVENTS}(?<=[季期])(?:结束)?(?:[之以]?后(?:${LASTS}内)?|开始前|[之以]?前)`,
      'g',
    ),
    yearless: true,
    dates: () => ({ every: '年' }),
  },
  ...EACH_EVENT.map(
    ([sign, event]): TimeRule => ({
      kind: 'recurring',
      has: new RegExp(`每[^，。；\\n]{1,40}?${sign}`),
      pattern: new RegExp(`${EACH}(?:${event})`, 'g'),
      yearless: true,
      dates: ({ per }) => ({ every: per }),
    }),
  ),
];
