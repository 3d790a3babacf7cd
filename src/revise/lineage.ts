import type { TaskBook } from '../model/taskbook.js';
import type { Pairs } from './changes.js';
import { taskPairs } from './tasks.js';
import { renamedUnits } from './units.js';

/**
 * A task book that goes on from an earlier edition. Its tasks bear the ids that the same tasks have there, so
 * that an id stays even where words of the task change; a task that is new keeps its own id, with `-2` where an
 * earlier one bears it. Its units know the names that they went by.
 */
export function withLineage(book: TaskBook, earlier: TaskBook): TaskBook {
  const pairs = taskPairs(earlier, book);
  return withFormerNames(withIds(book, earlier, pairs), earlier, pairs);
}

function withFormerNames(book: TaskBook, earlier: TaskBook, pairs: Pairs): TaskBook {
  const renamed = renamedUnits(earlier, book, pairs);
  const formerOf = new Map(earlier.units.map(({ name, formerly = [] }) => [name, formerly]));
  const gone = new Set(renamed.values());
  const taken = new Set(book.units.flatMap(({ name }) => (gone.has(name) ? [] : [name])));
  const units = book.units.map((unit) => {
    const before = renamed.get(unit.name);
    const known = [
      ...(unit.formerly ?? []),
      ...(formerOf.get(unit.name) ?? []),
      ...(before === undefined ? [] : [before, ...(formerOf.get(before) ?? [])]),
    ];
    const formerly = Array.from(new Set(known)).filter((name) => name !== unit.name && !taken.has(name));
    return formerly.length > 0 ? { ...unit, formerly } : unit;
  });
  return { ...book, units };
}

function withIds(book: TaskBook, earlier: TaskBook, pairs: Pairs): TaskBook {
  const kept = new Map(pairs.map(([i, j]) => [j, earlier.tasks[i]?.id ?? '']));
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
