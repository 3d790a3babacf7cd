import { tableOf, tasksOf } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';

/** Where so many of a notice's clauses say who leads, one that does not has forgotten it. */
const MOST = 0.75;

export const leadMissing: Rule<'lead-missing'> = {
  code: 'lead-missing',
  find: (book) =>
    book.tasks
      .filter((task) => task.lead.length === 0 && shouldLead(book, task))
      .map((task) => ({ args: { task: referenceTo(book, task) }, at: task.at })),
};

/**
 * Whether somebody should lead a task: its table has a column for who does, or the notice's other clauses say so and
 * nothing says that those named share it out among them.
 */
function shouldLead(book: TaskBook, task: Task): boolean {
  const table = tableOf(book, task);
  if (table.kind === 'table') return table.columns.some(({ role }) => role === 'lead');
  if (task.responsible.some(({ said }) => said !== undefined)) return false;
  const own = tasksOf(book, table);
  return own.filter(({ lead }) => lead.length > 0).length >= own.length * MOST;
}
