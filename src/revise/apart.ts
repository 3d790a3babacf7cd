import { type Compared, compared, likeness } from '../links/index.js';
import { withinFile } from '../model/place.js';
import type { ReturnedRow } from '../model/returned.js';
import type { TaskBook } from '../model/taskbook.js';
import { isFilled, unmarked } from '../sheets/index.js';
import { normalizeName } from '../words/width.js';
import type { Lineage } from './known.js';
import { printedOf, wordsKey } from './lineage.js';

/** How much alike two goals must be for one to be the other, revised, and by how much more than any other. */
const REVISED = 0.5;
const CLEARLY = 0.2;

/** Name and goal as some edition printed them. */
interface Words {
  readonly name: string;
  readonly goal: string;
}

/** Tells whether words of an earlier edition are of two tasks by now. */
type ApartFinder = (words: Words) => boolean;

const ready = new WeakMap<TaskBook, ApartFinder>();

/**
 * Whether an earlier edition printed a name and a goal together that are of two tasks by now: the notice has exchanged them.
 * With which of the two the words of a row belong that was filled in before, only its people know.
 */
function apartIn(lineage: Lineage): ApartFinder {
  const known = ready.get(lineage.book);
  if (known) return known;
  const found = apartFinder(lineage.book);
  ready.set(lineage.book, found);
  return found;
}

function apartFinder(book: TaskBook): ApartFinder {
  const tasks = book.tasks.map((task) => printedOf(book, task));
  const now = new Set(tasks.map(wordsKey));
  const past = new Set((book.earlier ?? []).map(wordsKey));
  const byName = new Map<string, number[]>();
  for (const [i, { name }] of tasks.entries()) {
    const key = normalizeName(name);
    byName.set(key, [...(byName.get(key) ?? []), i]);
  }
  let goals: readonly Compared[] | undefined;
  return (words) => {
    const key = wordsKey(words);
    if (!past.has(key) || now.has(key)) return false;
    const [named, ...namesakes] = byName.get(normalizeName(words.name)) ?? [];
    if (named === undefined || namesakes.length > 0) return false;
    goals ??= tasks.map(({ goal }) => compared(goal));
    const goal = compared(words.goal);
    const ranked = goals
      .map((each, i) => ({ i, share: likeness(goal, each) }))
      .sort((one, two) => two.share - one.share);
    const [best, next] = ranked;
    const isClear = best && best.share >= REVISED && best.share - (next?.share ?? 0) >= CLEARLY;
    return isClear === true && best.i !== named;
  };
}

/** Whether a row's words, as an earlier edition printed them, are of two tasks by now. */
export function isApart(
  { cells: { name = '', goal = '' } }: ReturnedRow,
  lineage: Lineage | undefined,
): boolean {
  return lineage !== undefined && apartIn(lineage)({ name: unmarked(name), goal: unmarked(goal) });
}

/** The rows that are filled in, and whose name and goal are of two tasks by now. */
export function apartRows(
  rows: readonly ReturnedRow[],
  lineage: Lineage | undefined,
): { names: string[]; rows: string[]; count: number } {
  const found = rows.filter((row) => row.kept === null && isFilled(row) && isApart(row, lineage));
  return {
    names: found.map(({ cells }) => unmarked(cells.name ?? '')),
    rows: found.map((row) => withinFile(row.at)),
    count: found.length,
  };
}
