import type { Typed } from '../model/sheet.js';
import { dayOf, isoDay } from '../words/calendar.js';

/** A day without marks, as people type it: 20260701. */
const UNMARKED = /^(\d{4})(\d{2})(\d{2})$/;

/** The day that a text is, if it is nothing else and there is such a day. */
export function dayIn(text: string): Typed | undefined {
  const [, ...parts] = UNMARKED.exec(text.trim()) ?? [];
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const date = parts.length > 0 ? dayOf(year, month, day) : isoDay(text);
  return date === undefined ? undefined : { date };
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
