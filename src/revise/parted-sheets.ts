import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { SheetRow, TaskSheet } from '../model/sheet.js';
import { isFilled } from '../sheets/index.js';
import type { Lineage } from './known.js';
import { pairRows } from './pair-rows.js';

/** A sheet with what stands on further worksheets of its file, and which of these that is. */
export interface JoinedSheet {
  readonly returned: ReturnedSheet;
  readonly parts: readonly ReturnedSheet[];
}

/**
 * A sheet that its unit has parted by who fills in what, as the one that it is: a table on another worksheet goes on from it
 * where all that is filled in there is of tasks of the unit, of which nothing is filled in elsewhere. Where two say
 * something of one task, nobody can tell which counts, and neither is joined.
 *
 * @param sheet the unit's, as it is now
 * @param besides the tables on further worksheets, without those of other units
 */
export function joinedSheet(
  sheet: TaskSheet,
  returned: ReturnedSheet,
  besides: readonly ReturnedSheet[],
  lineage?: Lineage,
): JoinedSheet {
  let joined = returned;
  const parts: ReturnedSheet[] = [];
  for (const beside of besides) {
    const filled = beside.rows.filter(isFilled);
    const own = tasksOf(sheet, filled, lineage);
    const known = tasksOf(sheet, joined.rows, lineage);
    const isTwice = [...own.keys()].some((task) => known.get(task)?.some(isFilled));
    const isAllOwn = [...own.values()].flat().length === filled.length;
    if (filled.length === 0 || !isAllOwn || isTwice || isTitledOtherwise(beside, returned)) continue;
    const blank = new Set([...own.keys()].flatMap((task) => known.get(task) ?? []));
    joined = {
      ...joined,
      columns: Array.from(new Set([...joined.columns, ...beside.columns])),
      rows: [...joined.rows.filter((row) => !blank.has(row)), ...filled],
      stray: [...joined.stray, ...beside.stray],
    };
    parts.push(beside);
  }
  return { returned: joined, parts };
}

/** Whether a line above a table says that it is somebody else's. */
function isTitledOtherwise({ titles = [], name }: ReturnedSheet, own: ReturnedSheet): boolean {
  const known = new Set([name, own.unit, ...(own.titles ?? [])]);
  return titles.some((title) => !known.has(title));
}

/** The rows of each task, as a table has them. */
function tasksOf(
  { rows }: TaskSheet,
  returned: readonly ReturnedRow[],
  lineage: Lineage | undefined,
): Map<SheetRow, ReturnedRow[]> {
  const { pairs, meant } = pairRows(rows, returned, lineage);
  const found = new Map(Array.from(pairs, ([task, row]) => [task, [row]]));
  const byId = new Map(rows.map((task) => [task.id, task]));
  for (const [row, id] of meant) {
    const task = byId.get(id);
    const its = task && found.get(task);
    if (its && !its.includes(row)) its.push(row);
  }
  return found;
}
