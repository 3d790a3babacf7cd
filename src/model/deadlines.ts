import type { Deadline } from './demands.js';

/** The days that a deadline names: none for what is ongoing or recurring, or up to an event of which no day is known. */
export function daysOf(deadline: Timed<Deadline>): { readonly from?: string; readonly by?: string } {
  if (deadline.kind === 'ongoing' || deadline.kind === 'recurring') return {};
  const from = deadline.kind === 'during' ? deadline.from : undefined;
  return { ...(from !== undefined && { from }), ...(deadline.by !== undefined && { by: deadline.by }) };
}

/** Whether nothing says by when, and it was taken to be the end of the year. */
export function isInferred(deadline: Timed<Deadline>): boolean {
  return deadline.kind === 'by' && deadline.inferred === true;
}

/** Whether its days are not printed, and follow from the day of issue or from words such as 上旬. */
export function isReckoned(deadline: Timed<Deadline>): boolean {
  return 'reckoned' in deadline && deadline.reckoned === true;
}

/** A deadline, wherever it stands. */
type Timed<T> = T extends unknown ? Omit<T, 'at' | 'text'> : never;
