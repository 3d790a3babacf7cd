import { tableOf, tasksOf } from '../../model/book.js';
import { stretchIn } from '../../model/passage.js';
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

/** What may stand behind the last name of a list that says no more than names: （县人社局、县总工会等）。 */
const ENDS_LIST =
  /^(?:等(?:单位|部门)?)?[^\S\n]{0,9}(?:[（(][^（）()]{1,12}[）)])?[)）】〕\]]{0,9}[。；;]?[^\S\n]{0,9}(?:\n|$)/;

/**
 * Whether somebody should lead a task: its table has a column for who does, or the notice's other clauses say so and
 * this one is a list of names. Those of whom a sentence says what they do (某局、某局负责…) do it together.
 */
function shouldLead(book: TaskBook, task: Task): boolean {
  const table = tableOf(book, task);
  if (table.kind === 'table') return table.columns.some(({ role }) => role === 'lead');
  if (task.responsible.some(({ said }) => said !== undefined)) return false;
  if (!isList(task)) return false;
  const own = tasksOf(book, table);
  return own.filter(({ lead }) => lead.length > 0).length >= own.length * MOST;
}

function isList({ responsible, cells }: Task): boolean {
  const last = responsible.at(-1);
  return cells.some((cell) => {
    const end = last && stretchIn(cell, last.at)?.end;
    return end !== undefined && ENDS_LIST.test(cell.text.slice(end));
  });
}
