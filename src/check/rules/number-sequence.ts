import { tasksOf } from '../../model/book.js';
import type { Task } from '../../model/taskbook.js';
import type { Finding, Rule } from '../rule.js';

export const numberSequence: Rule<'number-sequence'> = {
  code: 'number-sequence',
  find: (book) =>
    book.tables.flatMap((table) => {
      if (table.kind !== 'table') return [];
      const column = table.columns.findIndex(({ role }) => role === 'number');
      // 提案号 and 项目编号 are given elsewhere.
      if (!/^\s*序/.test(table.columns[column]?.header ?? '')) return [];
      // A merged cell is printed once and numbers several rows.
      return inTable(tasksOf(book, table).filter(({ cells }) => cells[column]?.text !== ''));
    }),
};

function inTable(tasks: readonly Task[]): Finding<'number-sequence'>[] {
  const found: Finding<'number-sequence'>[] = [];
  let last: { readonly number: number; readonly section: string } | undefined;
  for (const task of tasks) {
    const number = numberOf(task);
    // 1.1 and （一） are no plain sequence.
    if (number === undefined) {
      if (task.number !== '') return [];
      continue;
    }
    const restarted = number === 1 && last !== undefined && task.section !== last.section;
    const expected = last === undefined || restarted ? 1 : last.number + 1;
    if (number !== expected) {
      found.push({
        args: { number: task.number, expected, last: last?.number ?? null },
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
