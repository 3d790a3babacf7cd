import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Task, TaskBook } from '../model/taskbook.js';

/**
 * Tasks of a revised notice that have exchanged their names, or what they are to reach: what was filled in went with one of
 * the two, and only people know with which it should have gone.
 *
 * @param book the notice as it is now, whose tasks bear the ids that they had before
 */
export function exchangedTasks(before: TaskBook, book: TaskBook): Diagnostic[] {
  const was = new Map(before.tasks.map((task) => [task.id, task]));
  const changed = book.tasks.flatMap((is) => {
    const old = was.get(is.id);
    return old && (old.name !== is.name || old.goal !== is.goal) ? [{ old, is }] : [];
  });
  const isOver = (one: (typeof changed)[number], other: (typeof changed)[number]) =>
    isNew(one.old, one.is, other.old) && isNew(other.old, other.is, one.old);
  return changed.flatMap((one, i) =>
    changed
      .slice(i + 1)
      .filter((other) => isOver(one, other))
      .map((other) => diagnose('tasks-exchanged', { one: one.is.name, other: other.is.name })),
  );
}

/** Whether a task has kept its name or its goal, and has taken the other of the two from another task. */
function isNew(old: Task, is: Task, from: Task): boolean {
  const tookGoal = old.name === is.name && old.goal !== is.goal && is.goal === from.goal;
  const tookName = old.goal === is.goal && old.name !== is.name && is.name === from.name;
  return tookGoal || tookName;
}
