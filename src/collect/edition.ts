import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { CollectedFile } from '../model/roll-up.js';
import type { NoticeColumn, SheetRow, TaskSheet } from '../model/sheet.js';
import { CONFIRMED, isSurelyOwn, SHEET_COLUMNS, saysSame, unspaced } from '../sheets/index.js';

/**
 * The columns of which a sheet that came back says the same as the notice; 变化 is of an earlier sheet, 出处 of the file,
 * 本单位角色 of what was answered.
 */
const PRINTED = SHEET_COLUMNS.filter(({ id }) => !['id', 'duties', 'change', 'at'].includes(id));

/**
 * The columns in which a row says something else than the notice.
 *
 * @param rows the row as the notice has it, and as it is with what was answered
 */
export function otherwise(
  { cells }: ReturnedRow,
  printed: ReturnedSheet['printed'],
  rows: readonly SheetRow[],
): (typeof PRINTED)[number][] {
  return PRINTED.filter((column) => {
    const { id } = column;
    // Of a column that is not there, `takenOut` tells.
    return printed.includes(id) && !rows.some((row) => saysSame(column, row, cells[id]));
  });
}

/** Columns that the layout of an earlier version does not have: nobody has taken them out. */
const LATER: ReadonlySet<NoticeColumn> = new Set(['ref', 'number', 'until']);

/** The columns that a sheet must have had, by what the notice says of its tasks, and that somebody has taken out. */
export function takenOut(printed: ReturnedSheet['printed'], rows: readonly SheetRow[]): string[] {
  return SHEET_COLUMNS.filter(
    ({ id, text }) => !LATER.has(id) && !printed.includes(id) && rows.some((row) => text(row) !== ''),
  ).map(({ header }) => header);
}

/** The columns that depend on more than the notice, each with what the program may have printed in it itself. */
const ANYWAY: Partial<Record<NoticeColumn, RegExp>> = {
  // What the unit has answered in another file.
  duties: new RegExp(`${CONFIRMED}）$`, 'u'),
  // The notice under another file name, or in another form: n1.txt:12:3, n1.docx#表3/行1/列4.
  at: /^[^\n]+(?::\d+:\d+|#(?:[段页表行列]\d+\/?)+)$/u,
};
const DEPENDING = SHEET_COLUMNS.filter(({ id }) => ANYWAY[id] !== undefined);

/**
 * The columns in which a row that is known to be changed has what is not printed in it: as `otherwise`, with those that
 * may be other than in the notice.
 */
export function writtenOver(
  returned: ReturnedRow,
  printed: ReturnedSheet['printed'],
  rows: readonly SheetRow[],
): readonly (typeof PRINTED)[number][] {
  const { cells } = returned;
  const isOurs = (column: (typeof PRINTED)[number]) =>
    rows.some((row) => saysSame(column, row, cells[column.id])) ||
    ANYWAY[column.id]?.test(unspaced(cells[column.id] ?? ''));
  return [
    ...otherwise(returned, printed, rows),
    ...DEPENDING.filter((column) => cells[column.id] !== undefined && !isOurs(column)),
  ];
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
