import { tableOf } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import { normalizeName } from '../../words/width.js';
import type { Rule } from '../rule.js';

export const nameRepeated: Rule<'name-repeated'> = {
  code: 'name-repeated',
  find: (book) =>
    book.tasks
      .filter((task, i) => {
        const above = book.tasks[i - 1];
        const column = tableOf(book, task).columns.findIndex(({ role }) => role === 'name');
        return (
          above?.table === task.table &&
          normalizeName(above.name) === normalizeName(task.name) &&
          (task.cells[column]?.text ?? '') !== '' &&
          // Where every row prints the name, that is how the table is made.
          above.cells[column]?.text === ''
        );
      })
      .map((task) => ({
        args: { task: referenceTo(book, task) },
        at: task.at,
      })),
};
