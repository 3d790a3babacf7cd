// What one may ask a task book: nobody counts its tables or looks for its measures by hand.

import type { ColumnRole } from './column-role.js';
import { madeOf, type Passage } from './passage.js';
import type { Assignment, BookTable, Measure, Role, Task, TaskBook } from './taskbook.js';

/** The table that a task is a row of; of a book that the program made there always is one. */
export function tableOf(book: Pick<TaskBook, 'tables'>, { table }: Pick<Task, 'table'>): BookTable {
  const found = book.tables[table - 1];
  if (!found) throw new Error(`a task of table ${table}, which the task book does not have`);
  return found;
}

/** The tasks of a table, in its order. */
export function tasksOf(book: Pick<TaskBook, 'tables' | 'tasks'>, table: BookTable): Task[] {
  return book.tasks.filter((task) => tableOf(book, task) === table);
}

/** The tasks that are rows of tables, in the notice's order; the others are clauses of the text. */
export function rowsOf(book: Pick<TaskBook, 'tables' | 'tasks'>): Task[] {
  return book.tasks.filter((task) => tableOf(book, task).kind === 'table');
}

/** Every measure of the body, in the notice's order. */
export function measuresOf({ chapters }: Pick<TaskBook, 'chapters'>): Measure[] {
  return chapters.flatMap(({ measures }) => measures);
}

/** Who has a task, whatever their role, the leads first. */
export function whoOf({ lead, responsible, supervising }: Pick<Task, Role>): Assignment[] {
  return [...lead, ...responsible, ...supervising];
}

/** The unit or group that is meant; 等单位 means nobody by name. */
export function nameOf(assignment: Assignment): string | undefined {
  switch (assignment.kind) {
    case 'named':
      return assignment.unit;
    case 'group':
      return assignment.group;
    case 'open-ended':
      return undefined;
  }
}

/** The units and groups that assignments name, each once. */
export function namesIn(assignments: readonly Assignment[]): Set<string> {
  return new Set(assignments.flatMap((each) => nameOf(each) ?? []));
}

/** The units and groups that a task names, by its id, the leads first. */
export function holdersOf({ tasks }: Pick<TaskBook, 'tasks'>, id: string): string[] {
  const task = tasks.find((each) => each.id === id);
  return task ? Array.from(namesIn(whoOf(task))) : [];
}

/** A task's goal with its place; what stands in it stands in one of the row's cells. */
export function goalOf({ goal, goalAt, cells }: Pick<Task, 'goal' | 'goalAt' | 'cells'>): Passage {
  return madeOf({ text: goal, at: goalAt }, cells);
}

/** The cell of a row under the first column of a role, if the table has such a column. */
export function cellUnder(book: Pick<TaskBook, 'tables'>, task: Task, role: ColumnRole): Passage | undefined {
  return task.cells[tableOf(book, task).columns.findIndex((column) => column.role === role)];
}
