import type { Deadline } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';
import type { Place } from '../model/place.js';
import { anyOf } from '../words/any-of.js';
import {
  BEFORE,
  BEFORE_EVENT,
  DASH,
  DAY,
  dayOf,
  HALF,
  HALVES,
  LASTING,
  MONTH,
  ONGOING,
  PERIOD,
  QUARTER,
  THIRDS,
  YEAR,
  YEAR_WORDS,
} from '../words/calendar.js';
import { numeralValue, ONE_TO_NINE } from '../words/numerals.js';
import { NAME_STOPS } from '../words/punctuation.js';
import { DONE, GOES_ON } from '../words/verbs.js';
import type { Found } from './indicators.js';
import { fill, HIDDEN } from './mask.js';

interface Dated {
  readonly from?: string | undefined;
  readonly by?: string | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Rule {
  readonly kind: Deadline['kind'];
  readonly pattern: RegExp;
  /** The dates that it says; `year` is the one it names, else the one that the notice plans for. */
  readonly dates?: (groups: Groups, year: number) => Dated;
  /** Counts only where it is all that is said of the time: in a column of deadlines, at a clause's end. */
  readonly alone?: true;
}

const OF_YEAR = `(?:(?<year>${YEAR})年|(?<said>${anyOf(Object.keys(YEAR_WORDS))}))?`;
const ALL_DONE = `(?:(?:全面|基本|全部)?${DONE}(?=[${NAME_STOPS}]|$))?`;
/** 年底, but not 三年内, 半年内 or 每年底. */
const THE_YEAR = `(?<![\\d${ONE_TO_NINE}两十几半每])年`;
const END = '(?:末|底)?';

/** Tried in this order; what an earlier one has read is not read again. */
const RULES: readonly Rule[] = [
  {
    kind: 'during',
    pattern: new RegExp(
      [
        `${OF_YEAR}(?<month>${MONTH})月(?:(?<day>${DAY})日)?${DASH}`,
        `(?:(?<year2>${YEAR})年)?(?<month2>${MONTH})月(?:(?<day2>${DAY})日|底|末)?`,
      ].join(''),
      'g',
    ),
    dates: ({ month, day, year2, month2, day2 }, year) => ({
      from: dateOf(year, month, day ?? '1'),
      by: dateOf(year2 === undefined ? year : numeralValue(year2), month2, day2),
    }),
  },
  {
    kind: 'by',
    pattern: new RegExp(`${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:${BEFORE}${ALL_DONE})?`, 'g'),
    dates: ({ month, day }, year) => ({ by: dateOf(year, month, day) }),
  },
  {
    kind: 'by',
    pattern: new RegExp(
      [
        // 每一月 and 一月一调度 name no month.
        `${OF_YEAR}(?<!每)(?<month>${MONTH})月(?!一)份?(?<third>${anyOf(Object.keys(THIRDS))})?`,
        `(?:(?<open>${BEFORE})${ALL_DONE}|(?<=底|末|旬)${ALL_DONE})?(?!\\d)`,
      ].join(''),
      'g',
    ),
    // 6月前 may mean before it begins, or before it ends.
    dates: ({ month, third, open }, year) =>
      open === undefined || third !== undefined
        ? { by: dateOf(year, month, THIRDS[third ?? ''] || undefined) }
        : {},
  },
  {
    kind: 'by',
    pattern: new RegExp(`${OF_YEAR}第?(?<quarter>${QUARTER})季度${END}(?:${BEFORE}|内)?${ALL_DONE}`, 'g'),
    dates: ({ quarter = '' }, year) => ({ by: dayOf(year, numeralValue(quarter) * 3) }),
  },
  {
    kind: 'by',
    pattern: new RegExp(`${OF_YEAR}(?<half>${HALF})半年${END}(?:${BEFORE}|内)?${ALL_DONE}`, 'g'),
    dates: ({ half = '' }, year) => ({ by: dayOf(year, HALVES[half] ?? 12) }),
  },
  {
    kind: 'by',
    pattern: new RegExp(`(?:到|至)(?<year>${YEAR})年底?${BEFORE}?(?!度)`, 'g'),
    dates: (_, year) => ({ by: dayOf(year, 12) }),
  },
  {
    kind: 'by',
    pattern: new RegExp(
      [
        `(?:(?<year>${YEAR})年|(?<said>${anyOf(Object.keys(YEAR_WORDS))})|${THE_YEAR})(?:底|末|内)${BEFORE}?${ALL_DONE}`,
        `(?<before>${YEAR})年${BEFORE}${ALL_DONE}`,
      ].join('|'),
      'g',
    ),
    dates: ({ before }, year) => ({ by: dayOf(before === undefined ? year : numeralValue(before), 12) }),
  },
  { kind: 'event', pattern: new RegExp(BEFORE_EVENT, 'g') },
  {
    kind: 'by',
    pattern: /(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?(?!\d)/g,
    dates: ({ month, day }, year) => ({ by: dateOf(year, month, day) }),
    alone: true,
  },
  { kind: 'recurring', pattern: new RegExp(`每${PERIOD}(?:度|底|末|初)?`, 'g'), alone: true },
  { kind: 'ongoing', pattern: new RegExp(`${anyOf(LASTING)}${GOES_ON}(?!在|\\d)`, 'g') },
  { kind: 'ongoing', pattern: new RegExp(ONGOING, 'g'), alone: true },
];

/** Whether a text can say a time at all. */
const ANY_TIME = new RegExp(`[月年季每前]|\\d{4}[-./]|${ONGOING}`);

/**
 * Reads when something is to be done, in the text's order.
 *
 * @param read stretches in which frequencies were read: 每年汛前至少培训1次 is no deadline
 * @param year the year that the notice plans for, for dates without one; without it they have none
 * @param column whether the text is a column's cell that says nothing but the time
 */
export function deadlinesIn(
  text: string,
  plain: string,
  { read, year, column }: { read: readonly Stretch[]; year: number | null; column: boolean },
): Found<Deadline>[] {
  const found: Found<Deadline>[] = [];
  if (!ANY_TIME.test(plain)) return found;
  let rest = fill(plain, read, HIDDEN);
  for (const { kind, pattern, dates, alone } of RULES) {
    const earlier = found.length;
    for (const { 0: whole, index: start, groups = {} } of rest.matchAll(pattern)) {
      const end = start + whole.length;
      if (!column && (alone || !isDeadline(plain[start - 1], whole))) continue;
      const named = yearOf(groups, year);
      const said = dates && named !== null ? dates(groups, named) : {};
      found.push({ text: text.slice(start, end), ...timeOf(kind, said), start, end });
    }
    rest = fill(rest, found.slice(earlier), HIDDEN);
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Adds to the deadlines of a duty the last day of the year that the notice plans for, flagged as
 * inferred, where none says by when. 持续推进 inside a goal does not: it is of its sentence alone.
 *
 * @param at the place of the duty
 */
export function withYearEnd(deadlines: readonly Deadline[], year: number | null, at: Place): Deadline[] {
  if (year === null || deadlines.some(({ kind }) => kind !== 'ongoing')) return [...deadlines];
  return [...deadlines, { text: '', kind: 'by', by: `${year}-12-31`, inferred: true, at }];
}

const SAYS_BY_WHEN = new RegExp(`[前止内底末成旬]|${DASH}|季度|半年|${anyOf(LASTING)}`);

/** In running text a date is a deadline where words say so: 较2023年, 2026年度 and 6月安全生产月 are none. */
function isDeadline(before: string | undefined, whole: string): boolean {
  if (before !== undefined && '较比自从'.includes(before)) return false;
  return SAYS_BY_WHEN.test(whole);
}

type Timed<T> = T extends unknown ? Omit<T, 'at' | 'text'> : never;

/** A kind of time with the days that it has. */
function timeOf(kind: Deadline['kind'], { from, by }: Dated): Timed<Deadline> {
  const last = by !== undefined && { by };
  if (kind === 'during') return { kind, ...(from !== undefined && { from }), ...last };
  return kind === 'by' ? { kind, ...last } : { kind };
}

/** The year that a time names, in figures or by a word as 明年, or else the one that the notice plans for. */
function yearOf({ year, said = '' }: Groups, planned: number | null): number | null {
  if (year !== undefined) return numeralValue(year);
  return planned === null ? null : planned + (YEAR_WORDS[said] ?? 0);
}

/** A day as the text prints it; the month's last where none is named. */
function dateOf(year: number, month = '', day?: string): string | undefined {
  return dayOf(year, numeralValue(month), day === undefined ? undefined : numeralValue(day));
}
