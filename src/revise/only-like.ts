import { type Compared, compared } from '../links/index.js';
import type { ReturnedRow } from '../model/returned.js';
import type { SheetRow } from '../model/sheet.js';
import { unmarked } from '../sheets/index.js';
import { lettersOf } from '../words/width.js';
import type { Lineage } from './known.js';
import type { PairedRows } from './pair-rows.js';

/** How much of each of two goals the other must have where the name is the same: then the notice has revised one task. */
const MOST = 0.5;

/**
 * The rows of an edition that nobody knows of which only likeness tells the task, and which may be of another: that one has
 * another name and goal, has as much that they do not say, or has taken up the task of another row of the sheet. What is
 * filled in in them may be of a part of it.
 */
export function onlyLike(
  { pairs, likely }: PairedRows,
  returned: readonly ReturnedRow[],
  { whereabouts }: Pick<Lineage, 'whereabouts'>,
): Map<ReturnedRow, SheetRow> {
  if (likely.size === 0) return new Map();
  const paired = new Set(pairs.values());
  const takers = new Set(
    returned.flatMap((row) => {
      const went = row.kept === null && !paired.has(row) ? whereabouts(row.id, row.cells) : undefined;
      return went?.kind === 'merged' ? [went.id] : [];
    }),
  );
  return new Map(
    Array.from(pairs).flatMap(([task, row]): [ReturnedRow, SheetRow][] => {
      const isSure = !likely.has(row) || (isRevised(row, task) && !takers.has(task.id));
      return isSure ? [] : [[row, task]];
    }),
  );
}

/**
 * Whether a task is surely what a row was: it has the same goal but for figures, or the same name and most of the goal. Of a
 * goal over which somebody has written nothing can be asked.
 */
function isRevised({ cells: { name = '', goal = '' }, edits = {} }: ReturnedRow, task: SheetRow): boolean {
  const said = unmarked(goal);
  if (lettersOf(said) === lettersOf(task.goal)) return true;
  const [was, is] = [compared(said), compared(task.goal)];
  const isCalledSo = lettersOf(unmarked(name)) === lettersOf(task.name);
  if (isCalledSo && edits['goal'] === 'typed') return true;
  return isCalledSo && shareOf(was, is) >= MOST && shareOf(is, was) >= MOST;
}

/** How much of a text is in another. */
function shareOf({ pairs }: Compared, whole: Compared): number {
  const shared = Array.from(pairs).filter((pair) => whole.pairs.has(pair)).length;
  return pairs.size === 0 ? 0 : shared / pairs.size;
}
