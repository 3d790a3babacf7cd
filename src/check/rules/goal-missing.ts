import { tableOf } from '../../model/book.js';
import type { ColumnRole } from '../../model/column-role.js';
import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

export const goalMissing: Rule<'goal-missing'> = {
  code: 'goal-missing',
  find: (book) =>
    book.tasks
      .filter((task) => {
        const { kind, columns } = tableOf(book, task);
        const has = (...wanted: readonly ColumnRole[]) => columns.some(({ role }) => wanted.includes(role));
        // Where one column says it all, a row without a goal is called by what is to be done.
        const isBlank = columns.every(({ role }, i) => role !== 'goal' || task.cells[i]?.text === '');
        return (
          task.goal === '' && kind === 'table' && has('goal') && isBlank && has('name', 'category', 'unit')
        );
      })
      .map((task) => ({ args: { task: referenceTo(book, task) }, at: task.at })),
};
