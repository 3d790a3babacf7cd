import { compared, pairIndex } from '../links/index.js';
import { tableOf } from '../model/book.js';
import type { Went } from '../model/sheet.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { refWords, rowOf, unmarked } from '../sheets/index.js';
import { partedInto } from './parted.js';

/** Tells where a task has gone that a sheet no longer has, by its id and its goal as they were printed. */
export type Whereabouts = (id: string, goal: string) => Went | undefined;

/** How much of a goal another must have in it, from 0 to 1, to have taken it up. */
const TAKEN_UP = 0.85;
/** By how much more than any other. */
const CLEARLY = 0.1;
/** A shorter goal may be of several tasks, in pairs of characters. */
const SHORT = 6;

/**
 * Makes a task book ready to be asked what has become of tasks of earlier editions: one that it still has is others' now;
 * of one that is gone, the task whose goal has that one's in it has taken it up, or several have that part it among them.
 */
export function whereaboutsIn(book: TaskBook): Whereabouts {
  const byId = new Map(book.tasks.map((task) => [task.id, task]));
  const goals = book.tasks.map(({ goal }) => compared(goal));
  const near = pairIndex(goals);
  const toTask = (kind: Went['kind'], task: Task): Went => {
    const row = rowOf(book, task);
    return { kind, id: task.id, ref: refWords(row), name: task.name || tableOf(book, task).name || task.id };
  };
  return (id, goal) => {
    const same = byId.get(id);
    if (same) return toTask('others', same);
    const wanted = compared(unmarked(goal));
    if (wanted.pairs.size < SHORT) return undefined;
    const shares = near(wanted)
      .map((i) => ({
        task: book.tasks[i] as Task,
        share: shareOf(wanted.pairs, goals[i]?.pairs ?? new Set()),
      }))
      .sort((a, b) => b.share - a.share);
    const [best, next] = shares;
    const isClear = best && best.share >= TAKEN_UP && best.share - (next?.share ?? 0) >= CLEARLY;
    if (isClear) return toTask('merged', best.task);
    const tasks = near(wanted).map((i) => book.tasks[i] as Task);
    const [first, ...more] = partedInto(
      wanted,
      tasks.map((task) => compared(task.goal)),
    )
      .sort((a, b) => a.index - b.index)
      .map(({ index }) => toTask('split', tasks[index] as Task));
    return first && { ...first, more: more.map(({ id: part, ref, name }) => ({ id: part, ref, name })) };
  };
}

/** How much of one text is in another. */
function shareOf(pairs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of pairs) if (others.has(pair)) shared++;
  return shared / pairs.size;
}
