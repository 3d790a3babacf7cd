import { cellUnder } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

export const leadInferred: Rule<'lead-inferred'> = {
  code: 'lead-inferred',
  find: (book) =>
    book.tasks
      .filter(({ flags }) => flags.includes('lead-inherited'))
      .map((task) => ({
        args: { task: referenceTo(book, task), leads: task.lead.map(({ text }) => text) },
        at: cellUnder(book, task, 'lead')?.at ?? task.at,
      })),
};
