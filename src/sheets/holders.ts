import type { TaskBook } from '../model/taskbook.js';
import { type Concern, concernFinder } from './concerns.js';
import { isSurelyOwn } from './parts.js';

/** Offices that need no sheet of their own: the sheet of the unit that hosts them has all that is surely theirs. */
export function sheetless(book: TaskBook): ReadonlySet<string> {
  const concernsOf = concernFinder(book);
  const idsOf = (name: string) => concernsOf(name).filter(isSurelyOwn).map(idOf);
  return new Set(
    book.units.flatMap(({ name, hosts = [] }) => {
      if (hosts.length === 0) return [];
      const own = new Set(idsOf(name));
      return hosts.map(({ office }) => office).filter((office) => idsOf(office).every((id) => own.has(id)));
    }),
  );
}

function idOf(concern: Concern): string {
  return 'task' in concern ? concern.task.id : concern.measure.id;
}
