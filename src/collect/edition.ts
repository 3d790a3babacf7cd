import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { CollectedFile } from '../model/roll-up.js';
import type { FillIn, NoticeColumn, SheetRow, TaskSheet } from '../model/sheet.js';
import { otherwise } from '../revise/index.js';
import { CHECK_HEADER, headerOf, isSurelyOwn, SHEET_COLUMNS, typedHeader } from '../sheets/index.js';

/** Columns that the layout of an earlier version does not have: nobody has taken them out. */
const LATER: ReadonlySet<NoticeColumn> = new Set(['ref', 'number', 'until']);

/** Without these nobody reports anything; who takes out another one does not need it. */
const REPORTED: readonly FillIn[] = ['due', 'status', 'progress'];

/** The columns to report in that somebody has taken out, as far as the file says which there are. */
export function notOpen({ open }: Pick<ReturnedSheet, 'open'>): string[] {
  // A file that only asks has none of them.
  if (!open || !REPORTED.some((id) => open.includes(id))) return [];
  return REPORTED.filter((id) => !open.includes(id)).map(headerOf);
}

/**
 * The columns that nobody knows and in which something stands, where one to report in is missing: that may be one of these, under a
 * header that somebody has written over or emptied.
 */
export function unknownBeside(sheet: Pick<ReturnedSheet, 'open' | 'columns' | 'rows'>): string[] {
  if (notOpen(sheet).length === 0) return [];
  const used = new Set(sheet.rows.flatMap(({ own }) => Object.keys(own)));
  return sheet.columns.filter((header) => used.has(header) && !header.endsWith(typedHeader('')));
}

/**
 * The columns that a sheet must have had, and that somebody has taken out: those in which the notice says something of its
 * tasks, and the one of the checks.
 *
 * @param rows its tasks as they were sent out, or as the notice has them now
 * @param isOther whether it was sent out with others: it surely had what is said of each of them
 */
export function takenOut(
  { printed, rows: returned, listed }: Pick<ReturnedSheet, 'printed' | 'rows' | 'listed'>,
  rows: readonly SheetRow[],
  isOther: boolean,
): string[] {
  const isSaid = ({ text }: (typeof SHEET_COLUMNS)[number]) => {
    const says = (row: SheetRow) => text(row) !== '';
    return isOther ? rows.length > 0 && rows.every(says) : rows.some(says);
  };
  const columns = SHEET_COLUMNS.filter(
    (column) => !LATER.has(column.id) && !printed.includes(column.id) && isSaid(column),
  );
  // Earlier versions wrote none, and did not say which rows there were; where no row is left, nor are its checks.
  const isUnchecked =
    listed !== undefined && returned.length > 0 && returned.every((row) => row.isEdited === undefined);
  return [...columns.map(({ header }) => header), ...(isUnchecked ? [CHECK_HEADER] : [])];
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
  // What its people wrote over is of no edition; where nothing tells what that is, it may be all of the row.
  const isTheirs = ({ isEdited, edits }: ReturnedRow, id: NoticeColumn) =>
    isEdited === true && (edits === undefined || id in edits);
  const isSame = Array.from(pairs).every(([task, row]) =>
    otherwise(row, sheet.printed, [task, answered(task)]).every(({ id }) => isTheirs(row, id)),
  );
  return isWhole && isSame ? 'current' : 'old';
}

/** Whether a unit is named for a task: whatever else a sheet was to have that does not say which rows it had, it had that. */
export function isNamed({ duties }: SheetRow): boolean {
  return duties.some(({ degree }) => degree === 'named');
}

/**
 * The rows that are surely gone from a text as the program writes it, or from a workbook without its cover: every row says of its
 * task just what the notice says now, and its number, which those have moved on that are new above it. What is at the end of a table
 * may be new in a text, but where that lies in the place in which the program wrote it.
 *
 * @param wanted the rows of the unit's sheet as it should be
 * @param pairs which returned row is of which task
 * @param answered a task's row with what was answered
 */
export function goneFromText(
  wanted: readonly SheetRow[],
  {
    edition,
    open,
    listed,
    printed,
    rows,
  }: Pick<ReturnedSheet, 'edition' | 'open' | 'listed' | 'printed' | 'rows'>,
  pairs: ReadonlyMap<SheetRow, ReturnedRow>,
  { answered, isPlaced }: { readonly answered: (row: SheetRow) => SheetRow; readonly isPlaced: boolean },
): SheetRow[] {
  if (edition !== null || listed || !open) return [];
  // Nothing but the header is left.
  if (rows.length === 0) return wanted.filter(isNamed);
  const told = Array.from(pairs).filter(([, row]) => row.kept === null && row.isEdited !== true);
  const isOther = told.some(([task, row]) => otherwise(row, printed, [task, answered(task)]).length > 0);
  if (told.length === 0 || isOther) return [];
  // A text may be of any time; who takes the cover out of a workbook has it from the present folder.
  const isWhole = isPlaced || rows.some(({ at }) => 'sheet' in at);
  const isAboveOne = (row: SheetRow, i: number) =>
    wanted.slice(i + 1).some((later) => pairs.has(later) && later.category.table === row.category.table);
  return wanted.filter(
    (row, i) => isNamed(row) && !pairs.has(row) && (isWhole || (row.number !== null && isAboveOne(row, i))),
  );
}
