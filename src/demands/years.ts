// Which year a day is of that names none: 1月15日前 of a notice on 2025 that is dated 2026-01-08.
import { daysFrom, YEAR_WORDS } from '../words/calendar.js';
import { numeralValue } from '../words/numerals.js';
import type { Dated, Reckoning, TimeGroups, TimeRule } from './times/index.js';

/** What days that are not printed whole are reckoned with. */
export interface NoticeDates {
  /** The year that the notice plans for, for dates without one; without it they follow the day of issue, flagged. */
  readonly year: number | null;
  /** The last year that it plans for, where its title names a span of them: 2025—2027年. */
  readonly until?: number | null | undefined;
  /** The day of issue, as ISO 8601; what is counted from it has no day without it. */
  readonly issued?: string | null | undefined;
  /** The days, as 05-01, on which seasons begin in the district; what is due before one has no day without it. */
  readonly seasons?: Readonly<Record<string, string>> | undefined;
}

/** The year that a time names, in figures or by a word as 明年, or else the one that the notice plans for. */
export function yearOf(
  { year, said = '' }: TimeGroups,
  { year: planned, issued }: NoticeDates,
): number | null {
  if (year !== undefined) return numeralValue(year);
  const { from, years } = YEAR_WORDS[said] ?? { from: 'plan', years: 0 };
  const base = from === 'issue' && issued ? Number(issued.slice(0, 4)) : planned;
  return base === null ? null : base + years;
}

/** 明年: which year that is follows from the day of issue; 今年 is plain where the notice plans for it. */
export function isOfIssue({ said = '' }: TimeGroups, { year, issued }: NoticeDates): boolean {
  const { from, years } = YEAR_WORDS[said] ?? { from: 'plan', years: 0 };
  return (
    from === 'issue' && (years > 0 || (year !== null && Boolean(issued) && !issued?.startsWith(`${year}`)))
  );
}

/** Where no year is planned for, a day without one is the first of its kind after the day of issue: reckoned. */
export function sinceIssue(dates: TimeRule['dates'], groups: TimeGroups, reckoning: Reckoning): Dated {
  if (dates === undefined || reckoning.issued === undefined) return {};
  const issuedIn = Number(reckoning.issued.slice(0, 4));
  const [same, next] = [issuedIn, issuedIn + 1].map((year) => dates(groups, { ...reckoning, year }));
  const first = same?.by !== undefined && same.by < reckoning.issued ? next : same;
  return { ...first, reckoned: true };
}

/** A plan of a year is issued as late as this after what it asks first: 2月底前, of one that is dated in March. */
const LATE = 183;
/** What a notice before the year that it plans for asks within so many days is of its own year: 12月31日前. */
const SOON = 31;

/** What a time is besides its day. */
interface Placed extends NoticeDates {
  /** Whether its words say that it is due by a day, and not what was. */
  readonly isDue: (by: string) => boolean;
  /** Whether it is a span of time, and whether it prints a month, and a day of it. */
  readonly isSpan: boolean;
  readonly isMonth: boolean;
  readonly isDay: boolean;
}

/**
 * A day without a year is of the year that the notice plans for, unless that makes no sense by the day of issue: then it
 * is of the likelier one, reckoned.
 *
 * @param said what it is in the year that the notice plans for
 */
export function placed(
  said: Dated,
  dates: (year: number) => Dated,
  { year: planned, until, issued, isDue, isSpan, isMonth, isDay }: Placed,
): Dated {
  if (planned === null || !issued || said.by === undefined) return said;
  const issuedIn = Number(issued.slice(0, 4));
  const goesOn = (until ?? planned) > planned;
  const inYear = (year: number): Dated => {
    const other = dates(year);
    return other.by === said.by ? said : { ...other, reckoned: true };
  };
  if (said.by < issued) {
    const isLater = isMonth && planned < issuedIn;
    if (!isLater && !(isSpan ? goesOn : isDue(said.by))) return said;
    if (planned < issuedIn) {
      const same = inYear(issuedIn);
      return same.by !== undefined && same.by < issued ? inYear(issuedIn + 1) : same;
    }
    return goesOn || daysFrom(said.by, issued) > LATE ? inYear(planned + 1) : { ...said, reckoned: true };
  }
  if (planned <= issuedIn) return said;
  const near = inYear(issuedIn);
  const first = near.from ?? near.by ?? '';
  if (near === said || first < issued || daysFrom(issued, first) > SOON) return said;
  return isDay ? near : { ...said, reckoned: true };
}
