// How notices say by when, one rule a way; `test/demands/times.test.ts` and `fixtures/sentences/times.tsv` have their cases.
import { anyOf, wordsIn } from '../words/any-of.js';
import {
  BEFORE,
  BY_PERIOD,
  DASH,
  DAY,
  dayAfter,
  dayOf,
  FIVE_YEAR_PLANS,
  FROM_ISSUE,
  FROM_ISSUE_DAY,
  HALF,
  HALVES,
  LASTING,
  LASTS,
  LASTS_DAYS,
  LASTS_LONG,
  MONTH,
  ONGOING,
  PERIOD,
  QUARTER,
  THIRDS,
  YEAR,
  YEAR_WORDS,
} from '../words/calendar.js';
import { AFTER_EVENT, BEFORE_EVENT, BEFORE_SEASON, SPAN_SIGNS, SPANS } from '../words/events.js';
import { COUNT, numeralValue, ONE_TO_NINE } from '../words/numerals.js';
import { NAME_STOPS } from '../words/punctuation.js';
import { DONE, DONE_IN_YEAR, GOES_ON } from '../words/verbs.js';
import { RECURRING_RULES, WEEKDAYS } from './recurring-rules.js';
import { dateOf, spanOf, type TimeRule } from './time-rule.js';

const SAID_YEAR = anyOf(Object.keys(YEAR_WORDS));
const OF_YEAR = `(?:(?<year>${YEAR})年|(?<said>${SAID_YEAR}))?`;
const ALL_DONE = `(?:(?:全面|基本|全部)?${DONE}(?=[${NAME_STOPS}]|$))?`;
/** 年底, but not 三年内, 半年内 or 每年底. */
const THE_YEAR = `(?<![\\d${ONE_TO_NINE}两十几半每])年`;
const END = '(?:末|底)?';

/** The first day of a part of a month. */
const FIRST_DAYS: Readonly<Record<string, string>> = {
  ...{ 初: '1', 上旬: '1', 中: '11', 中旬: '11', 下旬: '21', 底: '21', 末: '21' },
};

/** What is done over a month or a quarter, and not by its end: 下半年组织开展…. */
const HELD = '(?=，?(?:在[^，。；\\n]{1,6})?(?:集中)?(?:组织|开展|举办|举行|集中|实行|实施))';
const PLAN = anyOf(Object.keys(FIVE_YEAR_PLANS));
const lastYearOf = (plan: string) => (FIVE_YEAR_PLANS[plan] ?? 0) + 4;
/** 1个工作日内办结, 2小时内到达: how fast, which is a figure. */
const HANDLED = '[^，。；\\n]{0,4}(?:办结|到达|送达|集结|到位|响应)';
/** 17时, 下午下班. */
const HOUR = `(?:上午|下午|中午|晚上?)?(?:(?:\\d{1,2}|[零十${ONE_TO_NINE}]{1,3})[时点:：](?:\\d{1,2}分?|整)?|下班)`;
/** Within: 三年内, but not 三年内容. */
const WITHIN = '(?:之内|以内|内)(?!容|部|外)';
/** 压缩至5个工作日内 and 压缩至3天和1天以内 are figures, 每三年内 comes again. */
const NO_LIMIT =
  '(?<![每近第至到为过\\d.．]|(?:控制|压缩|压减|缩短|保持|稳定|限定)在|[至到在为]\\d{1,4}个?(?:工作日|小时|天|日|月|年)(?:以?内)?[和及与、])';

/** 政策执行至2026年底; how long the notice itself is in force is no duty's time. */
const VALID = `${anyOf(wordsIn('执行 施行 实施 试行 有效 持续 延续 顺延 保留 开放'))}期?`;
const NOT_ITSELF = '(?<!(?:施行|实施|执行|生效)，|本(?:办法|通知|意见|方案|规定|细则|文件)(?:自)?)';

/** Nobody can tell from the notice when it is received. */
const lasting: NonNullable<TimeRule['dates']> = ({ count = '', lasting: unit = '', received }, { issued }) =>
  issued === undefined || received !== undefined ? {} : { by: dayAfter(issued, count, unit), reckoned: true };

/** Tried in this order; what an earlier one has read is not read again. */
export const TIME_RULES: readonly TimeRule[] = [
  ...RECURRING_RULES,
  { kind: 'event', has: '后', pattern: new RegExp(`${AFTER_EVENT}(?:${LASTS}(?:之?内|前))?`, 'g') },
  // 5月1日至9月30日, 从2025年12月至2026年3月底, 从4月15日开始，至5月15日, 11月1日至次年4月30日.
  {
    kind: 'during',
    has: '月',
    pattern: new RegExp(
      [
        `[从自]?${OF_YEAR}(?<month>${MONTH})月份?(?:(?<day>${DAY})日(?:零时|\\d{1,2}[时点])?)?(?:(?:(?:起|开始)，?)?${DASH}|开始，(?=[^，。；]{0,8}结束))`,
        `(?:(?<year2>${YEAR})年|(?<said2>${SAID_YEAR}))?(?<month2>${MONTH})月份?(?:(?<day2>${DAY})日|底|末)?`,
      ].join(''),
      'g',
    ),
    dates: ({ month, day = '1', year2, said2, month2, day2 }, { year }) => {
      const later = YEAR_WORDS[said2 ?? '']?.years;
      const named = year2 === undefined ? later && year + later : numeralValue(year2);
      return spanOf(dateOf(year, month, day), (other) => dateOf(other, month2, day2), year, named);
    },
  },
  // 4月20日至26日, 10月1—7日: the month is named once.
  {
    kind: 'during',
    has: '月',
    pattern: new RegExp(
      `[从自]?${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日?(?:(?:起|开始)，?)?${DASH}(?<day2>${DAY})日`,
      'g',
    ),
    dates: ({ month, day, day2 }, { year }) => ({
      from: dateOf(year, month, day),
      by: dateOf(year, month, day2),
    }),
  },
  // 从2026年起，用三年时间; 从今年开始，连续两年.
  {
    kind: 'during',
    has: '年',
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
    has: '年',
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
    has: '起',
    pattern: new RegExp(
      `[从自]?${OF_YEAR}(?<month>${MONTH})月份?(?:(?<day>${DAY})日)?(?:零时|\\d{1,2}[时点])?起(?!至|到|施行|执行|实施|生效)`,
      'g',
    ),
    dates: ({ month, day = '1' }, { year }) => ({ from: dateOf(year, month, day) }),
  },
  {
    kind: 'during',
    has: '开始',
    pattern: new RegExp(`[从自]${OF_YEAR}(?<month>${MONTH})月份?(?:(?<day>${DAY})日)?开始`, 'g'),
    dates: ({ month, day = '1' }, { year }) => ({ from: dateOf(year, month, day) }),
  },
  {
    kind: 'during',
    has: '年起',
    pattern: new RegExp(`[从自]?(?:(?<year>${YEAR})年|(?<said>${SAID_YEAR}))起(?!施行|执行|实施|生效)`, 'g'),
    dates: (_, { year }) => ({ from: dayOf(year, 1, 1) }),
  },
  // 总结阶段（11月）, 动员阶段（4月下旬）: what a stage takes.
  {
    kind: 'during',
    has: '阶段',
    pattern: new RegExp(
      `(?<=阶段[（(])${OF_YEAR}(?<month>${MONTH})月份?(?<third>${anyOf(Object.keys(THIRDS))})?(?=[）)])`,
      'g',
    ),
    dates: ({ month, third }, { year }) => ({
      from: dateOf(year, month, FIRST_DAYS[third ?? ''] ?? '1'),
      by: dateOf(year, month, THIRDS[third ?? ''] || undefined),
      reckoned: third !== undefined,
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
  // 本月底前, 下月10日前, 本季度内: of the day of issue.
  {
    kind: 'by',
    has: '月',
    pattern: new RegExp(
      `(?<![每次])(?<which>本|下)月(?:(?:底|末|(?<day>${DAY})日)(?:${BEFORE}|内)?|内)`,
      'g',
    ),
    yearless: true,
    dates: ({ which, day }, { issued }) => {
      if (issued === undefined) return {};
      const month = dayAfter(`${issued.slice(0, 7)}-01`, which === '下' ? '1' : '0', '月') ?? '';
      return { by: dateOf(Number(month.slice(0, 4)), month.slice(5, 7), day), reckoned: true };
    },
  },
  // 本周五前, 下周一下班前, 本周内: weeks begin on Monday.
  {
    kind: 'by',
    has: '周',
    pattern: new RegExp(`(?<which>本|下)周(?:(?<weekday>[${WEEKDAYS}天末])${HOUR}?(?:${BEFORE}|内)|内)`, 'g'),
    yearless: true,
    dates: ({ which, weekday = '日' }, { issued }) => {
      if (issued === undefined) return {};
      const today = (new Date(issued).getUTCDay() + 6) % 7;
      const due = WEEKDAYS.indexOf(/[天末]/.test(weekday) ? '日' : weekday) + (which === '下' ? 7 : 0);
      return { by: dayAfter(issued, String(due - today), '日'), reckoned: true };
    },
  },
  {
    kind: 'by',
    has: '本季度',
    pattern: new RegExp(`本季度(?:底|末|内)(?:${BEFORE})?`, 'g'),
    yearless: true,
    dates: (_, { issued }) =>
      issued === undefined
        ? {}
        : {
            by: dayOf(Number(issued.slice(0, 4)), Math.ceil(Number(issued.slice(5, 7)) / 3) * 3),
            reckoned: true,
          },
  },
  { kind: 'during', has: SPAN_SIGNS, pattern: new RegExp(SPANS, 'g') },
  // Nobody can tell their first day from the words alone.
  {
    kind: 'during',
    has: '年',
    pattern: new RegExp(
      `(?:(?<!使)(?:计划|利)?用|未来|今后)(?:${COUNT}(?:到|至))?(?:${COUNT})年(?:左右)?(?:的?时间)?(?!以)`,
      'g',
    ),
  },
  // 印发之日起30日内, 三年内: counted from the day of issue.
  {
    kind: 'by',
    has: '内',
    pattern: new RegExp(`${FROM_ISSUE}${LASTS_DAYS}${WITHIN}`, 'g'),
    yearless: true,
    dates: lasting,
  },
  // 收到申报材料之日起15个工作日内, 自竣工验收合格之日起30日内: counted from what happens.
  {
    kind: 'event',
    has: '之日',
    pattern: new RegExp(`[^，。；\\s每]{2,16}之日(?:起|后)${LASTS}${WITHIN}`, 'g'),
  },
  {
    kind: 'event',
    has: '后',
    pattern: new RegExp(`[^，。；、\\s每]{2,10}(?<!年)后${LASTS}${WITHIN}`, 'g'),
  },
  {
    kind: 'by',
    pattern: new RegExp(`^\\s*${LASTS_DAYS}${WITHIN}\\s*$`, 'g'),
    yearless: true,
    dates: lasting,
    alone: true,
  },
  {
    kind: 'by',
    has: '内',
    pattern: new RegExp(`${NO_LIMIT}${LASTS_LONG}${WITHIN}`, 'g'),
    yearless: true,
    dates: lasting,
  },
  // 竣工后1个月内, 线索7日内移交: counted from something that happens.
  { kind: 'event', has: '内', pattern: new RegExp(`${NO_LIMIT}${LASTS}${WITHIN}(?!${HANDLED})`, 'g') },
  {
    kind: 'during',
    has: '月',
    pattern: new RegExp(
      `(?<said>${SAID_YEAR})?(?<month>${MONTH})月?${DASH}(?<said2>${SAID_YEAR})?(?<month2>${MONTH})月份?(?!\\d|${DAY}日|[初上中下])`,
      'g',
    ),
    dates: ({ month, said2, month2 }, { year }) => {
      const later = YEAR_WORDS[said2 ?? '']?.years;
      const named = later && year + later;
      return spanOf(dateOf(year, month, '1'), (other) => dateOf(other, month2), year, named);
    },
  },
  {
    kind: 'during',
    has: '月',
    pattern: new RegExp(`(?<month>${MONTH})、(?<month2>${MONTH})月份?(?!${DAY}|底|末|前)`, 'g'),
    dates: ({ month, month2 }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month2) }),
  },
  {
    kind: 'during',
    has: '月',
    pattern: new RegExp(
      `(?<month>${MONTH})月(?<third>${anyOf(Object.keys(THIRDS))})${DASH}(?<month2>${MONTH})月(?<third2>${anyOf(Object.keys(THIRDS))})`,
      'g',
    ),
    dates: ({ month, third = '', month2, third2 = '' }, { year }) => ({
      from: dateOf(year, month, FIRST_DAYS[third]),
      by: dateOf(year, month2, THIRDS[third2] || undefined),
      reckoned: true,
    }),
  },
  {
    kind: 'during',
    has: '季度',
    pattern: new RegExp(`${OF_YEAR}第?(?<quarter>${QUARTER})季度${HELD}`, 'g'),
    dates: ({ quarter = '' }, { year }) => ({
      from: dayOf(year, numeralValue(quarter) * 3 - 2, 1),
      by: dayOf(year, numeralValue(quarter) * 3),
    }),
  },
  {
    kind: 'during',
    has: '半年',
    pattern: new RegExp(`${OF_YEAR}(?<half>${HALF})半年${HELD}`, 'g'),
    dates: ({ half = '' }, { year }) => ({
      from: dayOf(year, (HALVES[half] ?? 12) - 5, 1),
      by: dayOf(year, HALVES[half] ?? 12),
    }),
  },
  {
    kind: 'during',
    has: '旬',
    pattern: new RegExp(`${OF_YEAR}(?<month>${MONTH})月(?<third>[上中下]旬)${HELD}`, 'g'),
    dates: ({ month, third = '' }, { year }) => ({
      from: dateOf(year, month, FIRST_DAYS[third]),
      by: dateOf(year, month, THIRDS[third] || undefined),
      reckoned: true,
    }),
  },
  {
    kind: 'during',
    has: '月',
    pattern: new RegExp(`(?<![\\d、])(?<month>${MONTH})月份?${HELD}`, 'g'),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
  },
  {
    kind: 'by',
    has: '月',
    pattern: new RegExp(
      `(?:(?:延长|延期|延|不(?:得)?晚于|不(?:得)?迟于|截止)(?:到|至)?|${NOT_ITSELF}${VALID}[到至])${OF_YEAR}(?<month>${MONTH})月(?:(?<day>${DAY})日|底|末)`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  // 6月15日、12月15日前: each of them.
  {
    kind: 'by',
    has: '月',
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?=[、和](?:${MONTH}月)?${DAY}日${BEFORE})`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 4月10日17时前.
  {
    kind: 'by',
    has: '月',
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:（[^）]{2,6}）${HOUR}?|${HOUR})${BEFORE}`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  {
    kind: 'by',
    has: '月',
    pattern: new RegExp(
      `${OF_YEAR}(?<![\\d、])(?<month>${MONTH})月(?=(?:全面|基本|全部)?(?:${DONE}|${DONE_IN_YEAR}|开工))`,
      'g',
    ),
    sure: true,
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
  },
  {
    kind: 'by',
    has: '年中',
    pattern: new RegExp(`年中(?:${BEFORE}|(?=完成|对|开展|，))`, 'g'),
    dates: (_, { year }) => ({ by: dayOf(year, 6), reckoned: true }),
  },
  {
    kind: 'by',
    has: '年年',
    pattern: new RegExp(`(?<year>${YEAR})年年(?:底|末)${BEFORE}?${ALL_DONE}`, 'g'),
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
  },
  {
    kind: 'by',
    has: '月',
    pattern: new RegExp(`${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:${BEFORE}${ALL_DONE})?`, 'g'),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  {
    kind: 'by',
    has: '月',
    pattern: new RegExp(
      [
        // 每一月 and 一月一调度 name no month.
        `${OF_YEAR}(?<!每)(?<month>${MONTH})月(?!一)份?(?<third>${anyOf(Object.keys(THIRDS))})?`,
        `(?:(?<open>${BEFORE})${ALL_DONE}|(?<=底|末|旬)${ALL_DONE})?(?!\\d|起)`,
      ].join(''),
      'g',
    ),
    // 6月前 may mean before it begins, or before it ends.
    dates: ({ month, third, open }, { year }) =>
      open === undefined || third !== undefined
        ? {
            by: dateOf(year, month, THIRDS[third ?? ''] || undefined),
            reckoned: third !== undefined && third !== '底' && third !== '末',
          }
        : {},
  },
  {
    kind: 'by',
    has: '季度',
    pattern: new RegExp(`${OF_YEAR}第?(?<quarter>${QUARTER})季度${END}(?:${BEFORE}|内)?${ALL_DONE}`, 'g'),
    dates: ({ quarter = '' }, { year }) => ({ by: dayOf(year, numeralValue(quarter) * 3) }),
  },
  {
    kind: 'by',
    has: '半年',
    pattern: new RegExp(`${OF_YEAR}(?<half>${HALF})半年${END}(?:${BEFORE}|内)?${ALL_DONE}`, 'g'),
    dates: ({ half = '' }, { year }) => ({ by: dayOf(year, HALVES[half] ?? 12) }),
  },
  // 2028年全面移交: a later year than that of the plan, and what is done in it.
  {
    kind: 'by',
    has: '年',
    pattern: new RegExp(`(?<year>${YEAR})年(?=(?:全面|基本|全部|力争|确保|计划)?${DONE_IN_YEAR})`, 'g'),
    dates: (_, { year }) => ({ by: dayOf(year, 12), reckoned: true }),
    later: true,
    sure: true,
  },
  {
    kind: 'by',
    has: '到',
    pattern: new RegExp(`到(?<year>${YEAR})年(?<month>${MONTH})月(?:底|末)?(?=[，、。；]|$)`, 'g'),
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
    sure: true,
  },
  {
    kind: 'by',
    has: '年',
    pattern: new RegExp(`(?:到|至)(?<year>${YEAR})年底?${BEFORE}?(?!度|的|${MONTH}月)`, 'g'),
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
  },
  {
    kind: 'by',
    has: '年',
    pattern: new RegExp(
      [
        `(?:(?<year>${YEAR})年|(?<said>${SAID_YEAR})|${THE_YEAR})(?:底|末|内)${BEFORE}?${ALL_DONE}`,
        `(?<before>${YEAR})年${BEFORE}${ALL_DONE}`,
      ].join('|'),
      'g',
    ),
    dates: ({ before }, { year }) => ({ by: dayOf(before === undefined ? year : numeralValue(before), 12) }),
  },
  {
    kind: 'event',
    has: '前',
    pattern: new RegExp(`(?:(?:${YEAR}|今)年)?${BEFORE_SEASON}`, 'g'),
    dates: ({ season = '' }, { year, seasons }) => {
      const begins = Object.entries(seasons).find(([name]) => name === season || name === `${season}期`)?.[1];
      return begins === undefined ? {} : { by: dayAfter(`${year}-${begins}`, '-1', '日'), reckoned: true };
    },
  },
  { kind: 'event', has: '前', pattern: new RegExp(BEFORE_EVENT, 'g') },
  {
    kind: 'by',
    pattern: /(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})前/g,
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  {
    kind: 'during',
    pattern:
      /(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?[—–~～至-]{1,2}(?<year2>\d{4})[-./](?<month2>\d{1,2})(?:[-./](?<day2>\d{1,2}))?(?!\d)/g,
    dates: ({ month, day, year2 = '', month2, day2 }, { year }) => ({
      from: dateOf(year, month, day ?? '1'),
      by: dateOf(Number(year2), month2, day2),
    }),
    alone: true,
  },
  {
    kind: 'during',
    pattern: /(?<year>\d{4})[—–~～至-]{1,2}(?<year2>\d{4})(?!\d)年?/g,
    dates: ({ year2 = '' }, { year }) => ({ from: dayOf(year, 1, 1), by: dayOf(Number(year2), 12) }),
    alone: true,
  },
  {
    kind: 'by',
    pattern: /(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?(?!\d)/g,
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    alone: true,
  },
  {
    kind: 'by',
    pattern: /(?<!\d)(?<year>20\d{2})(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)/g,
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    alone: true,
  },
  {
    kind: 'by',
    pattern: /(?<![\d/])(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/])/g,
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    alone: true,
  },
  {
    kind: 'by',
    pattern: /[Qq](?<quarter>[1-4])(?!\d)/g,
    dates: ({ quarter = '' }, { year }) => ({ by: dayOf(year, Number(quarter) * 3) }),
    alone: true,
  },
  {
    kind: 'by',
    pattern: new RegExp(`^\\s*(?<year>${YEAR})(?:年度?)?\\s*$|^\\s*年中\\s*$`, 'g'),
    dates: ({ year: printed }, { year }) => ({
      by: dayOf(year, printed === undefined ? 6 : 12),
      reckoned: true,
    }),
    alone: true,
  },
  {
    kind: 'by',
    has: '本年度',
    pattern: new RegExp(`本年度(?:内)?(?=(?:全面|基本|全部)?${DONE})`, 'g'),
    sure: true,
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
  },
  {
    kind: 'during',
    has: '全年',
    pattern: /全年(?:持续|长期)?/g,
    dates: (_, { year }) => ({ from: dayOf(year, 1, 1), by: dayOf(year, 12) }),
    alone: true,
  },
  {
    kind: 'during',
    has: '全年',
    pattern: /全年(?=不间断|分阶段|滚动)/g,
    dates: (_, { year }) => ({ from: dayOf(year, 1, 1), by: dayOf(year, 12) }),
  },
  { kind: 'during', pattern: new RegExp(`^\\s*${COUNT}年\\s*$`, 'g'), alone: true },
  {
    kind: 'recurring',
    pattern: new RegExp(`每(?<per>${PERIOD})(?:度|底|末|初)?|${BY_PERIOD}`, 'g'),
    yearless: true,
    dates: ({ per, by }) => ({ every: per ?? by }),
    alone: true,
  },
  { kind: 'ongoing', pattern: new RegExp(`${anyOf(LASTING)}${GOES_ON}(?!在|\\d)`, 'g') },
  {
    kind: 'ongoing',
    pattern: new RegExp(`${ONGOING}(?:，${anyOf(LASTING)}[^，。；]{0,4})?`, 'g'),
    alone: true,
  },
];
