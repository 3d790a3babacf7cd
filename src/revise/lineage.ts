import type { TaskBook } from '../model/taskbook.js';
import { taskPairs } from './tasks.js';

/**
 * A task book whose tasks bear the ids that the same tasks have in an earlier edition, so that an id stays
 * even where words of the task change. A task that is new keeps its own id, with `-2` where an earlier one
 * bears it.
 */
export function withIdsOf(book: TaskBook, earlier: TaskBook): TaskBook {
  const kept = new Map(taskPairs(earlier, book).map(([i, j]) => [j, earlier.tasks[i]?.id ?? '']));
  const taken = new Set(kept.values());
  const ids = new Map<string, string>();
  const tasks = book.tasks.map((task, j) => {
    let id = kept.get(j);
    if (id === undefined) {
      id = task.id;
      for (let n = 2; taken.has(id); n++) id = `${task.id.replace(/-\d+$/, '')}-${n}`;
      taken.add(id);
    }
    ids.set(task.id, id);
    return { ...task, id };
  });
  const chapters = book.chapters.map((chapter) => ({
    ...chapter,
    measures: chapter.measures.map((measure) => ({
      ...measure,
      sentences: measure.sentences.map((sentence) => ({
        ...sentence,
        tasks: sentence.tasks.map((id) => ids.get(id) ?? id),
      })),
    })),
  }));
  return { ...book, chapters, tasks };
}
