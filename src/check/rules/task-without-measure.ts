import { measuresOf, rowsOf } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

/** Where none of so many rows is found in the body, the body is about something else than the table. */
const MANY = 5;

export const taskWithoutMeasure: Rule<'task-without-measure'> = {
  code: 'task-without-measure',
  find: (book) => {
    if (measuresOf(book).length === 0) return [];
    const lonely = rowsOf(book).filter(({ measures }) => measures.length === 0);
    const apart = book.tables.map((_, i) => {
      const tasks = book.tasks.filter(({ table }) => table === i + 1);
      return tasks.length >= MANY && tasks.every(({ measures }) => measures.length === 0);
    });
    return lonely
      .filter(({ table }) => !apart[table - 1])
      .map((task) => ({ args: { task: referenceTo(book, task) }, at: task.at }));
  },
};
