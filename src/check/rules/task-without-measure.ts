import { measuresOf } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Rule } from '../rule.js';

export const taskWithoutMeasure: Rule<'task-without-measure'> = {
  code: 'task-without-measure',
  find: (book) =>
    measuresOf(book).length === 0
      ? []
      : book.tasks
          .filter(({ measures }) => measures.length === 0)
          .map((task) => ({ args: { task: referenceTo(book, task) }, at: task.at })),
};
