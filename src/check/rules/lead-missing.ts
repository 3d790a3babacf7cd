import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

export const leadMissing: Rule<'lead-missing'> = {
  code: 'lead-missing',
  find: (book) =>
    book.tasks
      .filter(({ lead }) => lead.length === 0)
      .map((task) => ({ args: { task: referenceTo(book, task) }, at: task.at })),
};
