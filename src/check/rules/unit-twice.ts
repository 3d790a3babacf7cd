import { nameOf } from '../../model/book.js';
import { referenceTo } from '../../model/reference.js';
import type { Assignment } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';

export const unitTwice: Rule<'unit-twice'> = {
  code: 'unit-twice',
  find: (book) =>
    book.tasks.flatMap((task) =>
      [task.lead, task.responsible].flatMap((assignments) =>
        repeated(assignments).map(({ text, at }) => ({
          args: { task: referenceTo(book, task), name: text },
          at,
        })),
      ),
    ),
};

function repeated(assignments: readonly Assignment[]): Assignment[] {
  const seen = new Set<string>();
  return assignments.filter((each) => {
    const name = nameOf(each);
    if (name === undefined) return false;
    // Two columns, 责任单位 and 验收单位, may well have the same unit.
    const key = `${name}\n${each.said ?? ''}`;
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}
