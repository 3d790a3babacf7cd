import { isNamed, notOpen, takenOut, unknownBeside } from '../collect/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { TaskSheet } from '../model/sheet.js';
import { placesWords, tellCut, tellReordered } from '../returned/index.js';
import { apartRows, type Lineage, movedIn, type PairedRows, strayIds, writtenOver } from '../revise/index.js';
import { SHEET_COLUMNS } from '../sheets/index.js';

// What is told of the rows of a sheet that is written over.

/** A line where rows that were sent out, and that the notice still has, are not in a sheet any more. */
export function deleted(
  sheet: TaskSheet,
  { listed, rows }: Pick<ReturnedSheet, 'listed' | 'rows'>,
  { pairs, meant }: PairedRows,
  sent: TaskSheet | undefined,
  name: string,
): Diagnostic[] {
  const were = new Set(listed ?? sent?.rows.filter(isNamed).map(({ id }) => id));
  const names = sheet.rows.filter((row) => were.has(row.id) && !pairs.has(row)).map((row) => row.name);
  if (names.length === 0) return [];
  // Of these nothing tells of which task they are: the missing ones may be among them.
  const unknown = rows.filter(
    (row) => row.kept === null && !meant.has(row) && (row.cells.name ?? '').trim() !== '',
  ).length;
  return [diagnose('sheet-rows-back', { names, count: names.length, unknown }, name)];
}

/** Whether rows are surely gone: there are fewer of which nothing is known. */
export function isGone(told: Diagnostic): boolean {
  const { count, unknown } = (told as Diagnostic<'sheet-rows-back'>).args;
  return (unknown ?? 0) < count;
}

/**
 * A line where columns to report in are not in a sheet any more, one where they stand in another order, and one where rows of a
 * text were cut short.
 *
 * @param isWritten whether the sheet is written again, with these columns
 */
export function shortened(returned: ReturnedSheet, name: string, isWritten: boolean): Diagnostic[] {
  const columns = notOpen(returned);
  const code = isWritten ? 'sheet-columns-back' : 'sheet-columns-gone';
  return [
    ...(columns.length > 0 ? [diagnose(code, { columns, own: unknownBeside(returned) }, name)] : []),
    ...tellReordered(returned),
    ...tellCut(returned),
  ];
}

/**
 * What cannot be carried over of a sheet in which something printed was changed, in words: cells that were written over,
 * with their places, columns and rows that were deleted.
 *
 * @param told.isParted whether rows have gone to other worksheets
 * @param told.isShort whether rows are told to be deleted
 * @param told.isPrintKnown whether the file says what was printed in it as a whole
 * @param told.elsewhere cells outside the rows of the tasks that were written over
 */
export function editedWords(
  returned: ReturnedSheet,
  paired: PairedRows,
  sent: TaskSheet | undefined,
  {
    sheet,
    isParted,
    isShort,
    isPrintKnown = true,
    elsewhere = [],
  }: {
    readonly sheet: TaskSheet;
    readonly isParted: boolean;
    readonly isShort: boolean;
    readonly isPrintKnown?: boolean;
    readonly elsewhere?: readonly string[];
  },
): string[] {
  const columns =
    returned.edition === null ? [] : takenOut(returned, sent?.rows ?? sheet.rows, sent === undefined);
  // With a column its cells are gone, and no row is as it was.
  const inRows = editedCells(returned, paired, sent, columns.length > 0);
  const gone = [
    ...(columns.length > 0 ? [`删掉的列${columns.map((each) => `“${each}”`).join('')}`] : []),
    ...(isShort ? ['删掉的行'] : []),
  ];
  const isTold = gone.length > 0 || isParted;
  // Where columns or rows are gone, so are cells outside of the rows.
  const cells = isTold ? inRows : [...inRows, ...elsewhere];
  // Where the file says what was printed in it, and no cell of those that are known is otherwise, it is some other.
  const isSomewhere = !isTold && isPrintKnown;
  const where = cells.length > 0 ? placesWords(cells) : '（看不出改在哪里）';
  return [...(cells.length > 0 || isSomewhere ? [`改动过的通知文字${where}`] : []), ...gone];
}

/** The cells that were written over. */
function editedCells(
  { rows, printed }: ReturnedSheet,
  { pairs }: PairedRows,
  sent: TaskSheet | undefined,
  isNarrower: boolean,
): string[] {
  const was = new Map(sent?.rows.map((row) => [row.id, row]));
  const taskOf = new Map(Array.from(pairs, ([task, row]) => [row, was.get(task.id)]));
  return rows.flatMap((row) => {
    const task = taskOf.get(row);
    const ids = row.edits
      ? SHEET_COLUMNS.map(({ id }) => id).filter((id) => row.edits?.[id] === 'typed')
      : task
        ? writtenOver(row, printed, [task]).map(({ id }) => id)
        : [];
    if (row.kept !== null) return [];
    // Something is no longer there, and nothing else is otherwise.
    const isEmptied =
      !isNarrower && row.isEdited === true && row.edits !== undefined && Object.keys(row.edits).length === 0;
    return isEmptied ? [withinFile(row.at)] : ids.map((id) => withinFile(row.places[id] ?? row.at));
  });
}

/** A line where names and goals that were sent out together are of two tasks by now. */
export function exchanged({ rows }: ReturnedSheet, lineage: Lineage | undefined, name: string): Diagnostic[] {
  const apart = apartRows(rows, lineage);
  return apart.count === 0 ? [] : [diagnose('return-exchanged', apart, name)];
}

/** A line where ids and words are of two tasks, and one where other cells are another row's. */
export function straying(returned: ReturnedSheet, paired: PairedRows, name: string): Diagnostic[] {
  const stray = strayIds(paired);
  const moved = movedIn(returned, paired);
  return [
    ...(stray.count === 0 ? [] : [diagnose('return-ids', stray, name)]),
    ...(moved.count === 0 ? [] : [diagnose('return-moved', moved, name)]),
  ];
}
