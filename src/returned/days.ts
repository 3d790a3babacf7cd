import type { Typed } from '../model/sheet.js';
import { isoDay } from '../words/calendar.js';

/** The day that a text is, if it is nothing else and there is such a day. */
export function dayIn(text: string): Typed | undefined {
  const date = isoDay(text);
  return date === undefined ? undefined : { date };
}
