import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { TaskSheet } from '../model/sheet.js';
import { type PairedRows, strayIds } from '../revise/index.js';

// What is told of the rows of a sheet that is written over.

/** A line where rows that were sent out, and that the notice still has, are not in a sheet any more. */
export function deleted(
  sheet: TaskSheet,
  { pairs }: PairedRows,
  sent: TaskSheet | undefined,
  name: string,
): Diagnostic[] {
  // Whatever else a sheet was to have, it had what the unit is named for.
  const named = new Set(
    sent?.rows.flatMap(({ id, duties }) => (duties.some(({ degree }) => degree === 'named') ? [id] : [])),
  );
  const names = sheet.rows.filter((row) => named.has(row.id) && !pairs.has(row)).map((row) => row.name);
  return names.length > 0 ? [diagnose('sheet-rows-back', { names, count: names.length }, name)] : [];
}

/** A line where ids and words are of two tasks. */
export function straying(paired: PairedRows, name: string): Diagnostic[] {
  const ids = strayIds(paired);
  if (ids.length === 0) return [];
  return [diagnose('return-ids', { ids, count: ids.length }, name)];
}
