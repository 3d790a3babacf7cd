import type { TaskBook } from '../model/taskbook.js';
import { LEVELS } from '../words/levels.js';

/** The marks of the levels above the notice's own, which is that of most of its units; none where nothing tells. */
export function higherLevels(book: TaskBook): string[] {
  const counts = LEVELS.map(
    (marks) =>
      book.units.filter(({ name, kind }) => kind !== 'township' && marks.includes(name[0] ?? '')).length,
  );
  const most = Math.max(...counts);
  return most === 0 ? [] : LEVELS.slice(0, counts.indexOf(most)).flat();
}
