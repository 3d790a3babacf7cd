import { cellUnder } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Task } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';

export const nameInferred: Rule<'name-inferred'> = {
  code: 'name-inferred',
  find: (book) => {
    const runs: { readonly first: Task; readonly rows: Task[] }[] = [];
    for (const [i, task] of book.tasks.entries()) {
      if (!task.flags.includes('name-inherited')) continue;
      const last = runs.at(-1);
      if (last?.rows.at(-1) === book.tasks[i - 1]) last?.rows.push(task);
      else runs.push({ first: task, rows: [task] });
    }
    return runs.map(({ first, rows }) => ({
      args: { task: referenceTo(book, first), rows: rows.length },
      at: cellUnder(book, first, 'name')?.at ?? first.at,
    }));
  },
};
