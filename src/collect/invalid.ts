import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import { type Place, withinFile } from '../model/place.js';
import type { ReturnedRow } from '../model/returned.js';
import type { Status, Typed } from '../model/sheet.js';
import type { NoticeHead } from '../model/taskbook.js';
import { STATE_WORDS, STATUSES, statusIn, typedText } from '../sheets/index.js';
import { oddDaysIn, yearOf } from './days.js';
import { nearStatus } from './near.js';

/** The status that a cell says, blanks around it left out; `null` when it is none of the list's. */
export function statusOf(value: Typed): Status | null {
  if (typeof value === 'object' && 'status' in value) return value.status;
  return statusIn(typedText(value).trim()) ?? null;
}

/** What stands in a cell, with the cell. */
interface Said {
  readonly said: string;
  readonly at: Place;
}

/**
 * What stands in rows as their status and their days, and cannot be counted: a line a kind, however many cells say it.
 *
 * @param rows those that are filled in
 * @param notice by its year days are judged
 */
export function invalidIn(
  rows: readonly ReturnedRow[],
  notice: Pick<NoticeHead, 'date' | 'year'> | undefined,
): Diagnostic[] {
  const year = notice ? yearOf(notice) : null;
  const days = grouped(
    rows.flatMap((row) => oddDaysIn(row, year)),
    ({ code, column }) => `${code} ${column}`,
  );
  return [
    ...grouped(rows.flatMap(oddStatusIn), ({ near }) => near ?? '').map(([{ near, at }, args]) => {
      const known = STATUSES.map((status) => STATE_WORDS[status]);
      return diagnose('return-status', { ...args, known, near }, at);
    }),
    ...days.map(([{ code, column, at }, args]) => diagnose(code, { column, ...args }, at)),
  ];
}

function oddStatusIn({ filled: { status }, places, at }: ReturnedRow): (Said & { near: string | null })[] {
  if (status === undefined || statusOf(status) !== null) return [];
  const said = typedText(status);
  return [{ said, near: nearStatus(said), at: places.status ?? at }];
}

/** Cells of one kind together: the first, with what all of them say. */
function grouped<T extends Said>(all: readonly T[], kindOf: (each: T) => string) {
  const byKind = new Map<string, T[]>();
  for (const each of all) addTo(byKind, kindOf(each), each);
  return Array.from(byKind.values()).flatMap((those) => {
    const [first] = those;
    const said = Array.from(new Set(those.map((each) => each.said)));
    const cells = those.map(({ at }) => withinFile(at));
    return first ? [[first, { said, cells, count: those.length }] as const] : [];
  });
}
