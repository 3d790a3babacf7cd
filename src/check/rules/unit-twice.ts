import { nameOf } from '../../model/book.js';
import type { Assignment } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const unitTwice: Rule = {
  code: 'unit-twice',
  severity: 'warning',
  title: '单位重复',
  explanation: '同一个单位（或集体称谓）在一个单元格里写了两遍。请删去一个，或改成本来要写的单位。',
  find: (book) =>
    book.tasks.flatMap((task) =>
      [task.lead, task.responsible].flatMap((assignments) =>
        repeated(assignments).map(({ text, at }) => ({
          message: `${taskWords(book, task)}里，“${text}”写了两遍。`,
          at,
        })),
      ),
    ),
};

function repeated(assignments: readonly Assignment[]): Assignment[] {
  const seen = new Set<string>();
  return assignments.filter((each) => {
    const name = nameOf(each);
    const isRepeated = name !== undefined && seen.has(name);
    if (name !== undefined) seen.add(name);
    return isRepeated;
  });
}
