import type { TaskBook } from '../model/taskbook.js';

/** Levels of government from the highest, by the marks that their units bear: 区水利局 is of a 区. */
const LEVELS: readonly string[][] = [['省'], ['市', '州'], ['区', '县', '旗']];

/** The marks of the levels above the notice's own, which is that of most of its units; none where nothing tells. */
export function higherLevels(book: TaskBook): string[] {
  const counts = LEVELS.map(
    (marks) =>
      book.units.filter(({ name, kind }) => kind !== 'township' && marks.includes(name[0] ?? '')).length,
  );
  const most = Math.max(...counts);
  return most === 0 ? [] : LEVELS.slice(0, counts.indexOf(most)).flat();
}
