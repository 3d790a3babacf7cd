// What only stands alone, in a column of times: 2026.6, Q3, 全年, 按月, 长期.

import { BY_PERIOD, dayOf, PERIOD, YEAR } from '../../words/calendar.js';
import { EVENTS } from '../../words/events.js';
import { COUNT } from '../../words/numerals.js';
import { dateOf, spanOf, type TimeRule } from './rule.js';

const MONTH_DAY = '(?<month>0?[1-9]|1[0-2])[./](?<day>[0-3]?\\d)';

export const ALONE: readonly TimeRule[] = [
  {
    kind: 'by',
    has: /\d[-./]\d{1,2}前/,
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
  // 2017.11.3-11.9: the year is named once.
  {
    kind: 'during',
    pattern:
      /(?<year>\d{4})[./](?<month>\d{1,2})[./](?<day>\d{1,2})[—–~～至-]{1,2}(?<month2>\d{1,2})[./](?<day2>\d{1,2})(?![\d./])/g,
    dates: ({ month, day, month2, day2 }, { year }) =>
      spanOf(dateOf(year, month, day), (other) => dateOf(other, month2, day2), year, undefined),
    alone: true,
  },
  // 5.25-5.31: a month and a day, and 6.30前.
  {
    kind: 'during',
    pattern: new RegExp(
      `(?<![\\d.])${MONTH_DAY}[—–~～至-]{1,2}(?<month2>0?[1-9]|1[0-2])[./](?<day2>[0-3]?\\d)(?![\\d./])`,
      'g',
    ),
    dates: ({ month, day, month2, day2 }, { year }) =>
      spanOf(dateOf(year, month, day), (other) => dateOf(other, month2, day2), year, undefined),
    alone: true,
  },
  {
    kind: 'by',
    has: '前',
    pattern: new RegExp(`^\\s*${MONTH_DAY}日?之?前\\s*$`, 'g'),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
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
    kind: 'during',
    has: '全年',
    pattern: /全年(?:持续|长期)?/g,
    dates: (_, { year }) => ({ from: dayOf(year, 1, 1), by: dayOf(year, 12) }),
    alone: true,
  },
  { kind: 'during', pattern: new RegExp(`^\\s*${COUNT}年\\s*$`, 'g'), alone: true },
  { kind: 'during', pattern: new RegExp(`^\\s*${EVENTS}(?<=期|季)\\s*$`, 'g'), alone: true },
  {
    kind: 'recurring',
    pattern: new RegExp(
      `每(?<per>${PERIOD})(?:度|底|末|初)?|${BY_PERIOD}|(?<times>半月|半年|[一两三](?:[日周旬月季年]|季度|个月))(?=[一1１两2２]次)`,
      'g',
    ),
    yearless: true,
    dates: ({ per, by, times }) => ({ every: per ?? by ?? times?.replace(/^一/, '') }),
    alone: true,
  },
];
