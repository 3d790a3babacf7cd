import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Status, Typed } from '../model/sheet.js';
import type { NoticeHead } from '../model/taskbook.js';
import { isFilled, STATE_WORDS, STATUSES, statusIn, typedText } from '../sheets/index.js';
import { tellOddDays, yearOf } from './days.js';
import { nearStatus } from './near.js';

/** The status that a cell says, blanks around it left out; `null` when it is none of the list's. */
export function statusOf(value: Typed): Status | null {
  if (typeof value === 'object' && 'status' in value) return value.status;
  return statusIn(typedText(value).trim()) ?? null;
}

/** What stands in a row as its status and its days, and cannot be counted. */
export function tellInvalid({ filled, places, at, ...row }: ReturnedRow, year: number | null): Diagnostic[] {
  const { status } = filled;
  const told = tellOddDays({ ...row, filled, places, at }, year);
  if (status === undefined || statusOf(status) !== null) return told;
  const known = STATUSES.map((each) => STATE_WORDS[each]);
  const said = typedText(status);
  return [
    diagnose('return-status', { status: said, known, near: nearStatus(said) }, places.status ?? at),
    ...told,
  ];
}

/** The same of all rows of a sheet, for the year of its notice. */
export function invalidIn(
  { rows }: Pick<ReturnedSheet, 'rows'>,
  notice: Pick<NoticeHead, 'date' | 'year'> | undefined,
): Diagnostic[] {
  const year = notice ? yearOf(notice) : null;
  return rows.filter(isFilled).flatMap((row) => tellInvalid(row, year));
}
