import { tableOf } from './book.js';
import type { Reference } from './codes/kind.js';
import type { Measure, Task, TaskBook } from './taskbook.js';

/** What a message calls a task by. */
export function referenceTo(book: Pick<TaskBook, 'tables'>, task: Task): Reference {
  const { id, number, name } = task;
  const { kind, number: tableNumber, name: table } = tableOf(book, task);
  return kind === 'clauses'
    ? { kind: 'clause', id, number, name }
    : { kind: 'row', id, tableNumber, table, number, name };
}

/** What a message calls a measure by. */
export function referenceToMeasure({ id, number }: Measure): Reference {
  return { kind: 'measure', id, number };
}
