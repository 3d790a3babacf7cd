import type { Typed } from '../model/sheet.js';
import { dayOf, isoDay, lastDayIn } from '../words/calendar.js';

/** A day without marks, as people type it: 20260701. */
const UNMARKED = /^(\d{4})(\d{2})(\d{2})$/;
/** The time of a day that programs write behind it where somebody has typed none: 2026-07-01 00:00:00. */
const MIDNIGHT = /(?<=[\d日])[\sT]{1,8}0{1,2}(?::00){1,2}(?:\.0+)?Z?$/i;
/** What time of the day somebody has put behind it: 17:30, 下午5时. */
const CLOCK =
  /(?:(?<=\d)[\sT]|(?<=日))\s{0,8}(?:[上下]午\s{0,8})?\d{1,2}(?:(?::\d{2}){1,2}(?:\.\d+)?Z?|[时点](?:\d{1,2}分|半|整)?)(?=[之以]?前?$)/i;

/** The day that a text is, if it is nothing else and there is such a day. */
export function dayIn(text: string): Typed | undefined {
  const said = text.trim().replace(MIDNIGHT, '');
  const [, ...parts] = UNMARKED.exec(said) ?? [];
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const date = parts.length > 0 ? dayOf(year, month, day) : isoDay(said);
  return date === undefined ? undefined : { date };
}

/** The day that a text means, though it says more than that or less: 2026-07-01 17:30, 2026年6月底前. */
export function dayMeantIn(text: string): string | undefined {
  const said = text.normalize('NFKC').trim().replace(CLOCK, '');
  const day = dayIn(said);
  return typeof day === 'object' && 'date' in day ? day.date : lastDayIn(said);
}

/** The years that a day of a sheet may lie in, and how far from the notice's, where that is known. */
const YEARS = { first: 2000, last: 2099, before: 5, after: 15 };

/**
 * Whether somebody can have meant a day: 1926-12-31 is a slip of the hand, 2454-09-18 the number 202607 in a cell for
 * days.
 *
 * @param noticed the notice's own year; `null` where nobody knows it
 */
export function isLikely(day: string, noticed: number | null): boolean {
  const year = Number(day.slice(0, 4));
  if (year < YEARS.first || year > YEARS.last) return false;
  const from = noticed ?? year;
  return year >= from - YEARS.before && year <= from + YEARS.after;
}
