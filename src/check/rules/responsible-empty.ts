import { cellUnder } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

export const responsibleEmpty: Rule<'responsible-empty'> = {
  code: 'responsible-empty',
  find: (book) =>
    book.tasks
      .filter(({ flags }) => flags.includes('responsible-blank'))
      .map((task) => ({
        args: { task: referenceTo(book, task) },
        at: cellUnder(book, task, 'responsible')?.at ?? task.at,
      })),
};
