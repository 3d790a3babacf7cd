// What comes again, one rule a way; `test/demands/times.test.ts` and `fixtures/sentences/times.tsv` have their cases.
import {
  AFTER_EVENT,
  BEFORE,
  BEFORE_EVENT,
  DAY,
  HALF,
  LASTS,
  MONTH,
  PERIOD,
  QUARTER,
} from '../words/calendar.js';
import { numeralValue } from '../words/numerals.js';
import type { TimeRule } from './time-rule.js';

/** The months of a quarter, by their names. */
const MONTHS_OF_QUARTER: Readonly<Record<string, number>> = { 首月: 1, 末月: 3 };
const WEEKDAYS = '一二三四五六日';
/** As iCalendar counts: the last day of the month. */
const LAST = -1;

const EACH = `每(?<per>${PERIOD})(?:度)?`;
/** 每年3月底前, 每月25日前, 每周一上午下班前: a day of what comes again. */
const DAY_OF_EACH = [
  `[^，。；\\n每]{0,8}?`,
  `(?:(?<month>末月|首月|${MONTH}月)(?:(?<day>${DAY})日)?|(?<monthDay>${DAY})日|周?(?<weekday>[${WEEKDAYS}天])|结束后|${LASTS})`,
  `[^，。；\\n每]{0,6}?(?<end>底前|前|内|底)`,
].join('');

/** What does not name a month's day has its last: 3月底前, 每季度末月. */
const monthDayOf = (day: string | undefined, end = '') =>
  day !== undefined ? numeralValue(day) : end.startsWith('底') ? LAST : undefined;

export const RECURRING_RULES: readonly TimeRule[] = [
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(`${EACH}${DAY_OF_EACH}`, 'g'),
    yearless: true,
    dates: ({ per, month, day, monthDay, weekday, end }) => {
      const due = monthDayOf(day ?? monthDay, month === undefined ? '' : end);
      return {
        every: per,
        ...(month !== undefined && {
          months: [MONTHS_OF_QUARTER[month] ?? numeralValue(month.slice(0, -1))],
        }),
        ...(due !== undefined && { monthDay: due }),
        ...(weekday !== undefined && { weekday: WEEKDAYS.indexOf(weekday === '天' ? '日' : weekday) + 1 }),
      };
    },
  },
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(`每(?<per>月|季度?|半年|年度?|学期|学年|周)(?:底|末)(?:${BEFORE})?`, 'g'),
    yearless: true,
    dates: ({ per }) => ({ every: per, ...(per === '月' && { monthDay: LAST }) }),
  },
  // 每日17时前, 每年第四季度.
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(`${EACH}[^，。；\\n每\\d]{0,4}?\\d{1,2}[时点](?:\\d{1,2}分)?${BEFORE}`, 'g'),
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
  {
    kind: 'recurring',
    has: '每年',
    pattern: new RegExp(`每年(?:第?${QUARTER}季度|${HALF}半年|(?<month>${MONTH})月份?(?!\\d))`, 'g'),
    yearless: true,
    dates: ({ month }) => ({ every: '年', ...(month !== undefined && { months: [numeralValue(month)] }) }),
  },
  // 季度终了后10日内.
  {
    kind: 'recurring',
    has: '后',
    pattern: new RegExp(`(?<!本)(?<per>月|季度|半年|年度)(?:终了|结束)后${LASTS}(?:之?内|前)`, 'g'),
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
  {
    kind: 'recurring',
    pattern: new RegExp(
      `(?:次(?<next>月|季)|(?<over>月|季|年)后)(?:(?<day>${DAY})日|${LASTS})(?:${BEFORE}|内)`,
      'g',
    ),
    yearless: true,
    dates: ({ next, over, day }) => ({
      every: next ?? over,
      ...(day !== undefined && { monthDay: numeralValue(day) }),
    }),
  },
  // 3月、6月、9月、12月底前: one after the other.
  {
    kind: 'recurring',
    has: '、',
    pattern: new RegExp(`(?<months>${MONTH}月(?:、${MONTH}月){1,11})(?<end>底|末)?${BEFORE}`, 'g'),
    yearless: true,
    dates: ({ months = '', end }) => ({
      every: '年',
      months: months.split('、').map((month) => numeralValue(month.slice(0, -1))),
      ...(end !== undefined && { monthDay: LAST }),
    }),
  },
  {
    kind: 'recurring',
    has: '每',
    pattern: new RegExp(`${EACH}(?:${BEFORE_EVENT}|${AFTER_EVENT})`, 'g'),
    yearless: true,
    dates: ({ per }) => ({ every: per }),
  },
];
