import { nameOf, namesIn } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

export const leadAndResponsible: Rule<'lead-and-responsible'> = {
  code: 'lead-and-responsible',
  find: (book) =>
    book.tasks.flatMap((task) => {
      const leads = namesIn(task.lead);
      const both = task.responsible.filter((each) => leads.has(nameOf(each) ?? ''));
      return both.map(({ text, at }) => ({
        args: { task: referenceTo(book, task), name: text },
        at,
      }));
    }),
};
