// What comes again, and no 每 says so: 季度终了后10日内, 次月5日前, 3月、6月、9月底前.
import { BEFORE, DASH, DAY, HALF, LASTS, MONTH, QUARTER } from '../../words/calendar.js';
import { MONTH_OF } from '../../words/events.js';
import { numeralValue, ONE_TO_NINE } from '../../words/numerals.js';
import { HIDDEN } from '../mask.js';
import { HOUR, type TimeRule } from './rule.js';

/** As iCalendar counts: the last day of the month. */
export const LAST = -1;

/** What does not name a month's day has its last: 3月底前, 每季度末月. */
export const monthDayOf = (day: string | undefined, end = '') =>
  day !== undefined ? numeralValue(day) : end.startsWith('底') ? LAST : undefined;

/** 达到标准的次月25日前: of the month after what comes about, and of no other. */
export const OF_WHAT_COMES = `(?:[的起]|之日|${MONTH_OF})`;

export const WITHOUT_EACH: readonly TimeRule[] = [
  // 季度终了后10日内.
  {
    kind: 'recurring',
    has: ['终了后', '结束后'],
    pattern: new RegExp(`(?<!本)(?<per>月|季度|半年|年度)(?:终了|结束)后${LASTS}(?:之?内|前)`, 'g'),
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
  {
    kind: 'recurring',
    has: ['次月', '次季', '月后', '季后', '年后'],
    pattern: new RegExp(
      `(?:(?<!${OF_WHAT_COMES})次(?<next>月|季)|(?<over>月|季|年)后)(?:(?:首月)?(?<day>${DAY})日(?:${HOUR})?|${LASTS}|[底末])(?:${BEFORE}|内)`,
      'g',
    ),
    yearless: true,
    dates: ({ next, over, day }) => ({
      every: next ?? over,
      ...(day !== undefined && { monthDay: numeralValue(day) }),
    }),
  },
  // 每半年召开1次会议，于6月底和12月底前报送: in the same two months of each year.
  {
    kind: 'recurring',
    has: /每(?:半年|年)[^。；\n]{2,40}月底?(?:前)?[和及、]/,
    pattern: new RegExp(
      `(?<=(?:每半?年|${HIDDEN})[^。；\\n月]{0,30}，[^，。；\\n月\\d]{0,6})(?<first>${MONTH})月底(?:前)?[和及、](?<second>${MONTH})月底(?:${BEFORE})?`,
      'g',
    ),
    yearless: true,
    dates: ({ first = '', second = '' }) => ({
      every: '年',
      months: [numeralValue(first), numeralValue(second)],
      monthDay: LAST,
    }),
  },
  // 工作日9:00至17:00: from one hour to another of each.
  {
    kind: 'recurring',
    has: '工作日',
    pattern: new RegExp(`(?<![个\\d${ONE_TO_NINE}十两每])工作日${HOUR}${DASH}${HOUR}`, 'g'),
    yearless: true,
    dates: () => ({ every: '工作日' }),
  },
  // 年报于次年2月10日前: of each year.
  {
    kind: 'recurring',
    has: '次年',
    pattern: new RegExp(
      `(?<=(?:年报|年度报告|年度总结|年终总结|四季度(?:数据|报表|情况|总结))[^，。；\\n]{0,6})次年(?<month>${MONTH})月(?:(?<day>${DAY})日|底|末)(?:${BEFORE})?`,
      'g',
    ),
    yearless: true,
    dates: ({ month = '', day }) => ({
      every: '年',
      months: [numeralValue(month)],
      monthDay: monthDayOf(day, '底'),
    }),
  },
  // 考核每年一次，结算于次年一季度完成: likewise.
  {
    kind: 'recurring',
    has: '次年',
    pattern: new RegExp(
      `(?<=(?:每年|${HIDDEN}，)[^。；\\n]{2,30})次年(?:第?${QUARTER}季度|${HALF}半年)`,
      'g',
    ),
    yearless: true,
    dates: () => ({ every: '年' }),
  },
  // 每日汇总…，并于次日9时前报送: of each day; where none is told, of what happened on the day before.
  {
    kind: 'recurring',
    has: ['次日', '翌日', '第二日', '第三日'],
    pattern: new RegExp(
      `(?:次|翌|第[二三])日(?<=每(?<per>日|天|周|月)[^。；\\n]{1,40}日)${HOUR}${BEFORE}`,
      'g',
    ),
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
  // 每月逢5、逢10为….
  {
    kind: 'recurring',
    has: '逢',
    pattern: /每(?<per>月|旬|周)逢\d{1,2}(?:、逢?\d{1,2}){0,5}/g,
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
  // 每月…发放，季度末公示: of each quarter.
  {
    kind: 'recurring',
    has: '季度末',
    pattern: new RegExp(`(?<![${ONE_TO_NINE}\\d本上下每当])季度末(?:${BEFORE})?(?!月)`, 'g'),
    yearless: true,
    dates: () => ({ every: '季度' }),
  },
  // 每逢农历初一、十五.
  {
    kind: 'recurring',
    has: '每逢',
    pattern: new RegExp(
      `每逢(?:农历)?(?:每月)?初?[${ONE_TO_NINE}十]{1,2}(?:日)?(?:[、和]初?[${ONE_TO_NINE}十]{1,3}日?){0,3}(?=[一-龥，])`,
      'g',
    ),
    yearless: true,
    dates: () => ({ every: '月' }),
  },
  // 一、二、三季度末和11月底.
  {
    kind: 'recurring',
    has: '季度',
    pattern: new RegExp(
      `(?<!年)(?:第?[一二三]季度、(?=(?:第?[二三四]季度、?){1,3}[末底前])|第?[一二三]季?、){1,3}第?[二三四]季度(?:末|底)?(?:[和、]${MONTH}月(?:底|末))?(?:${BEFORE})?`,
      'g',
    ),
    yearless: true,
    dates: () => ({ every: '年' }),
  },
  // 3月、6月、9月、12月底前: one after the other.
  {
    kind: 'recurring',
    has: '月、',
    month: true,
    pattern: new RegExp(
      `(?<months>${MONTH}月(?:、${MONTH}月){1,11})(?:(?<end>底|末)?${BEFORE}|(?<=(?<!年[^月]{1,3})(?:月[^月]{1,3}){2}月)(?!为))`,
      'g',
    ),
    yearless: true,
    dates: ({ months = '', end }) => ({
      every: '年',
      months: months.split('、').map((month) => numeralValue(month.slice(0, -1))),
      ...(end !== undefined && { monthDay: LAST }),
    }),
  },
];
