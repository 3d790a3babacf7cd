import { measuresOf, tableOf } from '../model/book.js';
import type { ColumnRole } from '../model/column-role.js';
import { placeWithin } from '../model/passage.js';
import { type LineStarts, type Place, placeText } from '../model/place.js';
import type { Task, TaskBook } from '../model/taskbook.js';

/** A stretch of the notice that people wrote in one piece: a cell, or a sentence of a measure. */
export interface CheckedText {
  readonly text: string;
  readonly at: Place;
  readonly lines: LineStarts;
  /** What the cell's column is for; a clause's paragraph is of its goal. */
  readonly role?: ColumnRole;
}

/** Where in the notice a stretch of a text is. */
export function placeIn(said: CheckedText, start: number, end: number): Place {
  return placeWithin(said, { start, end }, said.lines);
}

/** The printed cells of tasks, in the notice's order; of clauses, the paragraphs. */
export function cellTexts(book: TaskBook, tasks: readonly Task[] = book.tasks): CheckedText[] {
  const seen = new Set<string>();
  return tasks.flatMap((task) => {
    const { columns } = tableOf(book, task);
    return task.cells.flatMap((cell, i): CheckedText[] => {
      // A paragraph may hold several clauses.
      const key = `${placeText(cell.at)} ${cell.text}`;
      if (cell.text === '' || seen.has(key)) return [];
      seen.add(key);
      return [{ ...cell, lines: book.source.lines, role: columns[i]?.role ?? 'goal' }];
    });
  });
}

/** The body's preamble, chapters and measures, each whole: a bracket may hold several sentences and lines. */
export function bodyTexts({ notice, chapters, source: { lines } }: TaskBook): CheckedText[] {
  const parts = chapters.flatMap(({ measures, ...chapter }) => [chapter, ...measures]);
  return [...notice.preamble, ...parts].map(({ text, at }) => ({ text, at, lines }));
}

/** The sentences of the body's measures, in the notice's order. */
export function sentenceTexts(book: TaskBook): CheckedText[] {
  return measuresOf(book).flatMap(({ sentences }) =>
    sentences.map(({ text, at }) => ({ text, at, lines: book.source.lines })),
  );
}

/** What tasks are to reach, as printed: the cells under 目标 and its like. */
export function goalTexts(book: TaskBook): CheckedText[] {
  return cellTexts(book).filter(({ role }) => role === 'goal');
}
