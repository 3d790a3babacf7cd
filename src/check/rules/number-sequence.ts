import { tasksOf } from '../../model/book.js';
import type { Task } from '../../model/taskbook.js';
import type { Noticed, Rule } from '../rule.js';

export const numberSequence: Rule = {
  code: 'number-sequence',
  severity: 'warning',
  title: '序号不连续',
  explanation: '同一张表里的序号缺号、重号或倒序，可能是增删了行没有重排。分段各自从 1 起的不算。',
  find: (book) =>
    book.tables.flatMap((table) => (table.kind === 'table' ? inTable(tasksOf(book, table)) : [])),
};

function inTable(tasks: readonly Task[]): Noticed[] {
  const found: Noticed[] = [];
  let last: { readonly number: number; readonly section: string } | undefined;
  for (const task of tasks) {
    const number = numberOf(task);
    // 1.1 and （一） are no plain sequence; a row without a number goes on with the one before.
    if (number === undefined) {
      if (task.number !== '') return [];
      continue;
    }
    const restarted = number === 1 && last !== undefined && task.section !== last.section;
    const expected = last === undefined || restarted ? 1 : last.number + 1;
    if (number !== expected) {
      found.push({
        message: `序号“${task.number}”应为 ${expected}（上一个是 ${last?.number ?? '无'}）。`,
        at: task.at,
      });
    }
    last = { number, section: task.section };
  }
  return found;
}

function numberOf({ number }: Task): number | undefined {
  const plain = number.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}
