import { measuresOf, tableOf } from '../model/book.js';
import type { Place } from '../model/document.js';
import { placeWithin } from '../model/place.js';
import type { ColumnRole, Task, TaskBook } from '../model/taskbook.js';

/** A stretch of the notice that people wrote in one piece: a cell, or a sentence of a measure. */
export interface Text {
  readonly text: string;
  readonly at: Place;
  /** What the cell's column is for; a clause's paragraph is of its goal. */
  readonly role?: ColumnRole;
}

/** Where in the notice an offset into a text is. */
export function placeIn({ text, at }: Text, offset: number): Place {
  return placeWithin(at, text, offset);
}

/** The printed cells of tasks, in the notice's order; of clauses, the paragraphs. */
export function cellTexts(book: TaskBook): Text[] {
  const seen = new Set<string>();
  return book.tasks.flatMap((task) => {
    const { columns } = tableOf(book, task);
    return task.cells.flatMap((text, i): Text[] => {
      const at = task.cellsAt[i] ?? task.at;
      // A paragraph may hold several clauses.
      if (text === '' || seen.has(`${at} ${text}`)) return [];
      seen.add(`${at} ${text}`);
      return [{ text, at, role: columns[i]?.role ?? 'goal' }];
    });
  });
}

/** The sentences of the body's measures, in the notice's order. */
export function sentenceTexts(book: TaskBook): Text[] {
  return measuresOf(book).flatMap(({ sentences }) => sentences);
}

/** What tasks are to reach, as printed: the cells under 目标 and its like. */
export function goalTexts(book: TaskBook): Text[] {
  return cellTexts(book).filter(({ role }) => role === 'goal');
}

/** Where some words of a task's goal are. */
export function placeInGoal({ cells, cellsAt, at }: Task, words: string): Place {
  const cell = cells.findIndex((text) => text.includes(words));
  const text = cells[cell] ?? '';
  return placeWithin(cellsAt[cell] ?? at, text, Math.max(0, text.indexOf(words)));
}
