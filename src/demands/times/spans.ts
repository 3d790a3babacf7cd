// Spans of time whose first or last day is printed: 5月1日至9月30日, “十四五”期间, 即日起至年底.

import { anyOf } from '../../words/any-of.js';
import {
  BEFORE,
  DASH,
  DAY,
  dayAfter,
  dayOf,
  FIVE_YEAR_PLANS,
  FROM_ISSUE_DAY,
  HALF,
  HALVES,
  LASTS_DAYS,
  MONTH,
  QUARTER,
  THIRDS,
  YEAR,
  YEAR_WORDS,
} from '../../words/calendar.js';
import { EVENTS } from '../../words/events.js';
import { COUNT, numeralValue, ONE_TO_NINE } from '../../words/numerals.js';
import { dateOf, FIRST_DAYS, HOUR, OF_YEAR, SAID_YEAR, spanOf, type TimeRule } from './rule.js';

const PLAN = anyOf(Object.keys(FIVE_YEAR_PLANS));
const THIRD = anyOf(Object.keys(THIRDS));
const lastYearOf = (plan: string) => (FIVE_YEAR_PLANS[plan] ?? 0) + 4;

/** 9月16日（周六）: which day of the week a day is. */
const WEEKDAY = '(?:（(?:周|星期)[一二三四五六日天]）)?';

/** 自2026年1月1日起施行: of the notice itself, where nothing else is said to come into force. */
const OF_ITSELF = `(?:^|[，。；\\n]|[试施]行|办法|通知|通告|公告|意见|方案|规定|细则|决定|制度|文件|条例)》?[从自于]?(?:${YEAR}年)?${MONTH}月(?:${DAY}日)?起`;

/** What time of a day: 零时, 10:00, 下午5时30分. */
const CLOCK = `(?:零时|${HOUR})?`;

/** From a day, or a part of a month, on. */
const sinceMonth: NonNullable<TimeRule['dates']> = ({ month, day, third = '' }, { year }) => ({
  from: dateOf(year, month, day ?? FIRST_DAYS[third] ?? '1'),
  ...(/[^初底末]/.test(third) && { reckoned: true }),
});

export const SPANS_OF_DAYS: readonly TimeRule[] = [
  // 2005.1—4, 2026.3-6月: the year is named once.
  {
    kind: 'during',
    pattern: /(?<year>\d{4})[./](?<month>\d{1,2})月?[—–~～至-]{1,2}(?<month2>\d{1,2})(?![\d./])月?/g,
    dates: ({ month, month2 }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month2) }),
    alone: true,
  },
  // （2011.11.11——2011.11.15）, （2026.3.1—3.15）: whole days, wherever they stand.
  {
    kind: 'during',
    pattern:
      /(?<![\d./])(?<year>20\d{2})[./](?<month>\d{1,2})[./](?<day>\d{1,2})[—–~～至-]{1,2}(?:(?<year2>20\d{2})[./])?(?<month2>\d{1,2})[./](?<day2>\d{1,2})(?![\d./])/g,
    dates: ({ month, day, year2, month2, day2 }, { year }) =>
      spanOf(
        dateOf(year, month, day),
        (other) => dateOf(other, month2, day2),
        year,
        year2 === undefined ? undefined : Number(year2),
      ),
  },
  // 5月1日至9月30日, 从2025年12月至2026年3月底, 从4月15日开始，至5月15日, 11月1日至次年4月30日.
  {
    kind: 'during',
    month: true,
    pattern: new RegExp(
      [
        `[从自]?${OF_YEAR}(?<month>${MONTH})月份?(?:(?<third>${THIRD})|(?<day>${DAY})日${WEEKDAY}${CLOCK})?(?:(?:(?:起|开始)，?|(?:一直)?(?:持续|延续))?${DASH}|(?:全面|正式)?(?:开始(?:受理|报名|申报)?|启动|开幕|展开|铺开)(?:(?:，${DASH}|(?<!开幕)，(?!(?<=启动，)[^，。；]{2,9}前)|${DASH})(?=[^，。；]{0,12}(?:结束|截止|闭幕))|，?(?:持续|延续)(?:到|至)))`,
        `(?:(?<year2>${YEAR})年|(?<said2>${SAID_YEAR}))?(?<month2>${MONTH})月份?(?:(?<day2>${DAY})日${WEEKDAY}${CLOCK}|(?<third2>${THIRD}))?`,
      ].join(''),
      'g',
    ),
    dates: (
      { month, third = '', day = FIRST_DAYS[third] ?? '1', year2, said2, month2, third2 = '', day2 },
      { year },
    ) => {
      const later = YEAR_WORDS[said2 ?? '']?.years;
      const named = year2 === undefined ? later && year + later : numeralValue(year2);
      const last = day2 ?? (THIRDS[third2] || undefined);
      const reckoned = [third, third2].some((part) => FIRST_DAYS[part] !== undefined && !/[底末]/.test(part));
      return {
        ...spanOf(dateOf(year, month, day), (other) => dateOf(other, month2, last), year, named),
        ...(reckoned && { reckoned }),
      };
    },
  },
  // 从11月28日至2017年春节前: its end is an event.
  {
    kind: 'during',
    has: ['至', '到'],
    month: true,
    pattern: new RegExp(
      `[从自]?${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:起|开始)?，?[至到](?:(?:(?:${YEAR}|[今明])年)?(?:${EVENTS})(?:[之以]?[前后]|结束)?|[^，。；\\d]{2,8}(?:结束|完成|完工|竣工|通车|解除)(?=为?止|期间|，|。|；|$))`,
      'g',
    ),
    dates: sinceMonth,
  },
  // 从8月8日开始，为期三天: how long it lasts from its first day on.
  {
    kind: 'during',
    has: ['为期', '历时', '持续', '扶持', '用'],
    month: true,
    pattern: new RegExp(
      `[从自]?${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:零时)?(?:起|开始|启动|开幕|开赛|开班|开营|开展|举行|举办)(?:实[行施]|执行)?，?(?:再|暂定|预计|将)?(?:(?:为期|历时|持续|扶持)${LASTS_DAYS}|利?用(?<count2>${COUNT})个?(?<lasting2>月|周|天|日)(?:左右)?的?时间)`,
      'g',
    ),
    dates: ({ month, day, count2 = '', lasting2 = '', count = count2, lasting = lasting2 }, { year }) => {
      const from = dateOf(year, month, day);
      const next = from && dayAfter(from, count, lasting);
      return { from, by: next && dayAfter(next, '-1', '日'), reckoned: true };
    },
  },
  // 期限为一个月，自9月1日起: likewise, the other way round.
  {
    kind: 'during',
    has: /[期间时为是].{1,8}，[从自]/,
    month: true,
    pattern: new RegExp(
      `(?:为期|历时|(?:期限?|时间)[为是])${LASTS_DAYS}，[从自]${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:零时)?(?:起|开始)(?:计算)?`,
      'g',
    ),
    dates: ({ month, day, count = '', lasting = '' }, { year }) => {
      const from = dateOf(year, month, day);
      const next = from && dayAfter(from, count, lasting);
      return { from, by: next && dayAfter(next, '-1', '日'), reckoned: true };
    },
  },
  // 6月25日前公布，26日至30日填报: of the month that is said before it.
  {
    kind: 'during',
    has: /[，、]\d{1,2}日?(?:至|到|[-—–~―])/,
    pattern: new RegExp(
      `(?<=${OF_YEAR}(?<!\\d)(?<month>${MONTH})月${DAY}日[^。；\\n月\\d]{1,20}[，、])(?<day>${DAY})日?${DASH}(?<day2>${DAY})日`,
      'g',
    ),
    dates: ({ month, day, day2 }, { year }) => ({
      from: dateOf(year, month, day),
      by: dateOf(year, month, day2),
      reckoned: true,
    }),
  },
  // 9—10日 behind 11月2—3日、: the month is named before the first, so that it is read after this.
  {
    kind: 'during',
    has: '日、',
    month: true,
    pattern: new RegExp(
      `(?<=${OF_YEAR}(?<month>${MONTH})月${DAY}日?${DASH}${DAY}日${WEEKDAY}、)(?<day>${DAY})日?${DASH}(?<day2>${DAY})日`,
      'g',
    ),
    dates: ({ month, day, day2 }, { year }) => ({
      from: dateOf(year, month, day),
      by: dateOf(year, month, day2),
    }),
  },
  // 4月20日至26日, 10月1—7日: the month is named once.
  {
    kind: 'during',
    month: true,
    pattern: new RegExp(
      `[从自]?${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})(?:日${WEEKDAY}${CLOCK})?(?:(?:起|开始)，?)?${DASH}(?<day2>${DAY})日${WEEKDAY}${CLOCK}`,
      'g',
    ),
    dates: ({ month, day, day2 }, { year }) => ({
      from: dateOf(year, month, day),
      by: dateOf(year, month, day2),
    }),
  },
  // 2025年四季度—2026年二季度.
  {
    kind: 'during',
    has: '季度',
    pattern: new RegExp(
      `${OF_YEAR}第?(?<quarter>${QUARTER})季度${DASH}(?:(?<year2>${YEAR})年|(?<said2>${SAID_YEAR}))?第?(?<quarter2>${QUARTER})季度末?`,
      'g',
    ),
    dates: ({ quarter = '', year2, said2, quarter2 = '' }, { year }) => {
      const later = YEAR_WORDS[said2 ?? '']?.years;
      const named = year2 === undefined ? later && year + later : numeralValue(year2);
      const last = numeralValue(quarter2) * 3;
      return spanOf(
        dayOf(year, numeralValue(quarter) * 3 - 2, 1),
        (other) => dayOf(other, last),
        year,
        named,
      );
    },
  },
  // 2025年二、三季度.
  {
    kind: 'during',
    has: /[一二三1-3]季?度?、第?[二三四2-4]季度/,
    pattern: new RegExp(
      `(?<year>${YEAR})年第?(?<quarter>${QUARTER})季?度?、第?(?<quarter2>${QUARTER})季度(?!末|底|${BEFORE})`,
      'g',
    ),
    dates: ({ quarter = '', quarter2 = '' }, { year }) => ({
      from: dayOf(year, numeralValue(quarter) * 3 - 2, 1),
      by: dayOf(year, numeralValue(quarter2) * 3),
    }),
  },
  // 2022年起三年内.
  {
    kind: 'during',
    has: '年起',
    pattern: new RegExp(`(?<year>${YEAR})年起，?(?<count>${COUNT})年(?:之内|以内|内)`, 'g'),
    dates: ({ count = '' }, { year }) => ({
      from: dayOf(year, 1, 1),
      by: dayOf(year + numeralValue(count) - 1, 12),
    }),
  },
  // 从2026年起，用三年时间; 从今年开始，连续两年.
  {
    kind: 'during',
    has: ['年起', '年开始'],
    pattern: new RegExp(
      `[从自](?:(?<year>${YEAR})年|(?<said>${SAID_YEAR}))(?:起|开始)，?(?:力争|计划)?(?:利?用|连续)?(?<count>${COUNT})年(?:左右)?(?:的?时间)?`,
      'g',
    ),
    dates: ({ count = '' }, { year }) => ({
      from: dayOf(year, 1, 1),
      by: dayOf(year + numeralValue(count) - 1, 12),
    }),
  },
  {
    kind: 'during',
    has: new RegExp(`${YEAR}年?${DASH}`),
    pattern: new RegExp(
      `(?<year>${YEAR})年?${DASH}(?<year2>${YEAR})年(?!度|\\d|[${ONE_TO_NINE}十]{1,3}月)`,
      'g',
    ),
    dates: ({ year2 = '' }, { year }) => ({ from: dayOf(year, 1, 1), by: dayOf(numeralValue(year2), 12) }),
  },
  {
    kind: 'during',
    has: '五',
    pattern: new RegExp(`“?(?<plan>${PLAN})”?(?:期间|时期)`, 'g'),
    dates: ({ plan = '' }) => ({
      from: dayOf(FIVE_YEAR_PLANS[plan] ?? 0, 1, 1),
      by: dayOf(lastYearOf(plan), 12),
    }),
  },
  {
    kind: 'by',
    has: '五',
    pattern: new RegExp(`“?(?<plan>${PLAN})”?(?:期末|末)`, 'g'),
    dates: ({ plan = '' }) => ({ by: dayOf(lastYearOf(plan), 12) }),
  },
  {
    kind: 'during',
    has: '今明',
    pattern: /今明两年/g,
    dates: (_, { year }) => ({ from: dayOf(year, 1, 1), by: dayOf(year + 1, 12) }),
  },
  // From then on, without a last day; 自2026年1月1日起施行 is of the notice itself.
  {
    kind: 'during',
    has: ['起', '后'],
    month: true,
    pattern: new RegExp(
      `[从自]?${OF_YEAR}(?<month>${MONTH})月份?(?:(?<day>${DAY})日(?:抄表[一-龥]{0,3})?|(?<third>${THIRD}))?(?:零时|\\d{1,2}[时点])?(?:起(?!至|到|[运草步降航飞诉跑捕点]|(?<=${OF_ITSELF})(?:施行|执行|实施|生效)(?=[，。；）]|$))|(?<=[从自][^，。；]{1,14})以?后)`,
      'g',
    ),
    dates: sinceMonth,
  },
  {
    kind: 'during',
    has: ['开始', '铺开', '展开'],
    month: true,
    pattern: new RegExp(
      `(?:[从自]|(?<=^|[，。；\\n]|[一-龥])(?<![前后至到于在]))${OF_YEAR}(?<month>${MONTH})月份?(?:(?<day>${DAY})日${CLOCK}|(?<third>${THIRD}|[上中]{1,2}下?旬))?(?:全面|陆续|集中)?(?:开始|(?<=全面|陆续|集中)(?:铺开|展开))(?!至|到|，至|[的了])`,
      'g',
    ),
    dates: sinceMonth,
  },
  {
    kind: 'during',
    has: ['年起', '年开始'],
    pattern: new RegExp(
      `[从自]?(?:(?<year>${YEAR})年|(?<said>${SAID_YEAR}))(?:起(?!施行|执行|实施|生效)|(?<=[从自][^，。；]{2,5})开始)`,
      'g',
    ),
    dates: (_, { year }) => ({ from: dayOf(year, 1, 1) }),
  },
  // 从2026年第二季度起.
  {
    kind: 'during',
    has: '季度',
    pattern: new RegExp(`[从自]${OF_YEAR}第?(?<quarter>${QUARTER})季度(?:起|开始)`, 'g'),
    dates: ({ quarter = '' }, { year }) => ({ from: dayOf(year, numeralValue(quarter) * 3 - 2, 1) }),
  },
  // 6月“安全生产月”期间.
  {
    kind: 'during',
    has: '期间',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月份?(?:“[^“”\\n]{1,10}”|[^，。；、\\n\\d“]{2,8}月)(?:活动)?期间`,
      'g',
    ),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
  },
  // 6月6日全国爱眼日前后: about a day with a name.
  {
    kind: 'during',
    has: ['日前后', '节前后'],
    month: true,
    pattern: new RegExp(`${MONTH}月${DAY}日(?:“[^“”\\n]{1,10}”)?[^，。；、\\n\\d]{2,12}[日节]前后`, 'g'),
    yearless: true,
    dates: () => ({}),
  },
  // 6月5日世界环境日期间: that day.
  {
    kind: 'during',
    has: ['日期间', '节期间'],
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:“[^“”\\n]{1,10}”)?(?!报送|上报|提交)[^，。；、\\n\\d“”]{1,12}[日节](?<!节日|假日)期间`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ from: dateOf(year, month, day), by: dateOf(year, month, day) }),
  },
  // 3月12日前后组织植树: about that day; 2月20日前后迎来高峰 is what will be.
  {
    kind: 'during',
    has: '前后',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?:(?<day>${DAY})日|(?<third>${THIRD}))?前后(?!，?(?:将|会|预计)?(?:迎来|出现|进入|形成|达到|[为是]))`,
      'g',
    ),
    dates: ({ month, day, third = '' }, { year }) => ({
      from: dateOf(year, month, day ?? FIRST_DAYS[third] ?? '1'),
      by: dateOf(year, month, day ?? (THIRDS[third] || undefined)),
      reckoned: true,
    }),
  },
  // 总结阶段（11月）, 动员阶段（4月下旬）, 总结阶段为11月: what a stage takes.
  {
    kind: 'during',
    has: '阶段',
    month: true,
    pattern: new RegExp(
      `(?<=阶段(?:[（(]|为))${OF_YEAR}(?<month>${MONTH})月份?(?<third>${anyOf(Object.keys(THIRDS))})?(?=[）)]|(?<=阶段为[^，。；]{2,12})[，。；]|$)`,
      'g',
    ),
    dates: ({ month, third }, { year }) => ({
      from: dateOf(year, month, FIRST_DAYS[third ?? ''] ?? '1'),
      by: dateOf(year, month, THIRDS[third ?? ''] || undefined),
      reckoned: third !== undefined,
    }),
  },
  // 动员部署（2020年4月）、集中攻坚（2021年）…四个阶段: what each takes.
  {
    kind: 'during',
    has: /阶段|第[一二三]步|分[两三四五]步/,
    pattern: new RegExp(
      `(?<=(?:^|[、，；]|分|步|阶段)[^，。；、（\\n\\d]{2,10}（)(?<year>${YEAR})年(?:(?<month>${MONTH})月份?)?(?=）[、，；四三五两])`,
      'g',
    ),
    dates: ({ month }, { year }) => ({
      from: dateOf(year, month ?? '1', '1'),
      by: dateOf(year, month ?? '12'),
    }),
  },
  // 验收阶段（2016年上半年）, 巩固阶段（四季度）, 推广阶段（2027年）.
  {
    kind: 'during',
    has: '阶段',
    pattern: new RegExp(
      `(?<=阶段[（(])${OF_YEAR}(?:第?(?<quarter>${QUARTER})季度|(?<half>${HALF})半年|(?<=年))(?=[）)])`,
      'g',
    ),
    dates: ({ quarter, half }, { year }) => {
      const last = quarter === undefined ? (HALVES[half ?? ''] ?? 12) : numeralValue(quarter) * 3;
      const months = quarter === undefined ? (half === undefined ? 12 : 6) : 3;
      return { from: dayOf(year, last - months + 1, 1), by: dayOf(year, last) };
    },
  },
  // 即日起至5月31日, 自发文之日起至2026年底: from the day of issue.
  {
    kind: 'during',
    has: '起',
    pattern: new RegExp(
      `(?:(?:自|从)?(?:即日|现在)|${FROM_ISSUE_DAY})起?(?:开始)?，?${DASH}${OF_YEAR}(?:(?<month>${MONTH})月(?:(?<day>${DAY})日|底|末)?|年?(?:底|末))(?:${BEFORE})?`,
      'g',
    ),
    dates: ({ month = '12', day }, { year, issued }) => ({
      from: issued,
      by: dateOf(year, month, day),
      reckoned: issued !== undefined,
    }),
  },
  {
    kind: 'during',
    has: '全年',
    pattern: /贯穿全年|全年(?=不间断|分阶段|滚动)/g,
    dates: (_, { year }) => ({ from: dayOf(year, 1, 1), by: dayOf(year, 12) }),
  },
  // 自即日起利用两个月时间.
  {
    kind: 'during',
    has: ['即日起', '之日起'],
    pattern: new RegExp(
      `(?:自|从)?(?:即日|${FROM_ISSUE_DAY})起，?(?:利用|用|集中)${LASTS_DAYS}(?:的?时间)?`,
      'g',
    ),
    yearless: true,
    dates: ({ count = '', lasting = '' }, { issued }) =>
      issued === undefined ? {} : { from: issued, by: dayAfter(issued, count, lasting), reckoned: true },
  },
  // 下月起: from its first day on.
  {
    kind: 'during',
    has: '下月',
    pattern: /(?:自|从)?下个?月起(?!至|到)/g,
    yearless: true,
    dates: (_, { issued }) =>
      issued === undefined ? {} : { from: dayAfter(`${issued.slice(0, 7)}-01`, '1', '月'), reckoned: true },
  },
  // 5月第四周的周六起连续3天: nobody reckons it from the words alone.
  {
    kind: 'during',
    has: '周',
    month: true,
    pattern: new RegExp(
      `(?:${YEAR}年)?${MONTH}月的?(?:第[一二三四五]|最后一)个?(?:周|星期)(?:的?(?:周|星期)?[一二三四五六日天])?(?:起(?:连续)?${COUNT}天)?`,
      'g',
    ),
  },
  // 自口岸启用之日起至2047年6月30日: nobody can tell from when.
  {
    kind: 'during',
    has: new RegExp(`起，?${DASH}`),
    pattern: new RegExp(
      `[从自](?:[^，。；\\n\\d]{2,14})起，?${DASH}${OF_YEAR}(?:(?<month>${MONTH})月(?:(?<day>${DAY})日|底|末)?|年?(?:底|末))(?:${BEFORE})?`,
      'g',
    ),
    dates: ({ month = '12', day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  // 即日起: from the day of issue, without a last day.
  {
    kind: 'during',
    has: ['即日起', '即时起', '之日起'],
    pattern: new RegExp(
      `(?:自|从)?(?:即日|即时|${FROM_ISSUE_DAY})起(?!至|到|施行|执行|实施|生效|\\d|[${ONE_TO_NINE}十两半])`,
      'g',
    ),
    yearless: true,
    dates: (_, { issued }) => (issued === undefined ? {} : { from: issued, reckoned: true }),
  },
];
