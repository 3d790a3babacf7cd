import { tableOf } from '../../model/book.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const goalMissing: Rule = {
  code: 'goal-missing',
  severity: 'error',
  title: '没有目标',
  explanation: '表里有目标一列，这一行却是空的，不知道要做到什么程度。请补上。',
  find: (book) =>
    book.tasks
      .filter((task) => {
        const { kind, columns } = tableOf(book, task);
        return task.goal === '' && kind === 'table' && columns.some(({ role }) => role === 'goal');
      })
      .map((task) => ({ message: `${taskWords(book, task)}没有写目标。`, at: task.at })),
};
