import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { CollectedFile } from '../model/roll-up.js';
import type { NoticeColumn, SheetRow, TaskSheet } from '../model/sheet.js';
import { otherwise } from '../revise/index.js';
import { isSurelyOwn, SHEET_COLUMNS } from '../sheets/index.js';

/** Columns that the layout of an earlier version does not have: nobody has taken them out. */
const LATER: ReadonlySet<NoticeColumn> = new Set(['ref', 'number', 'until']);

/** The columns that a sheet must have had, by what the notice says of its tasks, and that somebody has taken out. */
export function takenOut(printed: ReturnedSheet['printed'], rows: readonly SheetRow[]): string[] {
  return SHEET_COLUMNS.filter(
    ({ id, text }) => !LATER.has(id) && !printed.includes(id) && rows.some((row) => text(row) !== ''),
  ).map(({ header }) => header);
}

/**
 * Of which edition a sheet is. One that says nothing else than the notice is of the present one, though the ids in it are
 * others: a notice that is read afresh knows nothing of the ids that its tasks had before.
 *
 * @param wanted the unit's sheet as it should be; nothing where nobody knows whose the file is
 * @param pairs which returned row is of which task
 * @param answered a task's row with what was answered
 */
export function editionOf(
  sheet: ReturnedSheet,
  wanted: TaskSheet | undefined,
  pairs: ReadonlyMap<SheetRow, ReturnedRow>,
  answered: (row: SheetRow) => SheetRow,
): CollectedFile['edition'] {
  if (!wanted || sheet.edition === null) return 'unknown';
  if (sheet.edition === wanted.edition) return 'current';
  const paired = new Set(pairs.values());
  const isWhole =
    pairs.size > 0 &&
    wanted.rows.every((row) => pairs.has(row) || !isSurelyOwn(row)) &&
    sheet.rows.every((row) => row.kept !== null || row.id === '' || paired.has(row));
  const isSame = Array.from(pairs).every(
    ([task, row]) => row.isEdited || otherwise(row, sheet.printed, [task, answered(task)]).length === 0,
  );
  return isWhole && isSame ? 'current' : 'old';
}
