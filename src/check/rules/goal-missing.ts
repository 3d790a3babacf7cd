import { tableOf } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

export const goalMissing: Rule<'goal-missing'> = {
  code: 'goal-missing',
  find: (book) =>
    book.tasks
      .filter((task) => {
        const { kind, columns } = tableOf(book, task);
        return task.goal === '' && kind === 'table' && columns.some(({ role }) => role === 'goal');
      })
      .map((task) => ({ args: { task: referenceTo(book, task) }, at: task.at })),
};
