import { referenceTo } from '../../model/reference.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';

export const leadMissing: Rule<'lead-missing'> = {
  code: 'lead-missing',
  find: (book) =>
    book.tasks
      .filter((task) => task.lead.length === 0 && !neverSaid(book, task))
      .map((task) => ({ args: { task: referenceTo(book, task) }, at: task.at })),
};

/** A notice whose clauses never say who leads is told so once, when it is read. */
function neverSaid({ tasks, tables }: TaskBook, { table }: Task): boolean {
  if (tables[table - 1]?.kind !== 'clauses') return false;
  const own = tasks.filter((task) => task.table === table);
  return own.length > 1 && own.every(({ lead }) => lead.length === 0);
}
