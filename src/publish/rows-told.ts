import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { SheetRow, TaskSheet } from '../model/sheet.js';
import { placesWords } from '../returned/index.js';
import { type PairedRows, strayIds, writtenOver } from '../revise/index.js';
import { SHEET_COLUMNS } from '../sheets/index.js';

// What is told of the rows of a sheet that is written over.

/** A line where rows that were sent out, and that the notice still has, are not in a sheet any more. */
export function deleted(
  sheet: TaskSheet,
  { listed }: Pick<ReturnedSheet, 'listed'>,
  { pairs }: PairedRows,
  sent: TaskSheet | undefined,
  name: string,
): Diagnostic[] {
  // Whatever else a sheet was to have that does not say it, it had what the unit is named for.
  const isNamed = ({ duties }: SheetRow) => duties.some(({ degree }) => degree === 'named');
  const were = new Set(listed ?? sent?.rows.filter(isNamed).map(({ id }) => id));
  const names = sheet.rows.filter((row) => were.has(row.id) && !pairs.has(row)).map((row) => row.name);
  return names.length > 0 ? [diagnose('sheet-rows-back', { names, count: names.length }, name)] : [];
}

/** What cannot be carried over of a sheet in which printed cells were written over, in words, with their places. */
export function editedWords(
  { rows, printed }: ReturnedSheet,
  { pairs }: PairedRows,
  sent: TaskSheet | undefined,
): string {
  const was = new Map(sent?.rows.map((row) => [row.id, row]));
  const taskOf = new Map(Array.from(pairs, ([task, row]) => [row, was.get(task.id)]));
  const cells = rows.flatMap((row) => {
    const task = taskOf.get(row);
    const ids = row.edits
      ? SHEET_COLUMNS.map(({ id }) => id).filter((id) => row.edits?.[id] === 'typed')
      : task
        ? writtenOver(row, printed, [task]).map(({ id }) => id)
        : [];
    if (row.kept !== null) return [];
    // Something is no longer there, and nothing else is otherwise.
    const isEmptied = row.isEdited === true && row.edits !== undefined && Object.keys(row.edits).length === 0;
    return isEmptied ? [withinFile(row.at)] : ids.map((id) => withinFile(row.places[id] ?? row.at));
  });
  return `改动过的通知文字${placesWords(cells)}`;
}

/** A line where ids and words are of two tasks. */
export function straying(paired: PairedRows, name: string): Diagnostic[] {
  const stray = strayIds(paired);
  return stray.count === 0 ? [] : [diagnose('return-ids', stray, name)];
}
