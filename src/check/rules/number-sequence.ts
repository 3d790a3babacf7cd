import { tasksOf } from '../../model/book.js';
import type { Task } from '../../model/taskbook.js';
import type { Finding, Rule } from '../rule.js';

export const numberSequence: Rule<'number-sequence'> = {
  code: 'number-sequence',
  find: (book) => {
    /** The last number of the table before: one may go on from it. */
    let before: number | undefined;
    return book.tables.flatMap((table) => {
      if (table.kind !== 'table') return [];
      const column = table.columns.findIndex(({ role }) => role === 'number');
      // 提案号 and 项目编号 are given elsewhere.
      if (!/^\s*序/.test(table.columns[column]?.header ?? '')) return [];
      // A merged cell is printed once and numbers several rows.
      const tasks = tasksOf(book, table).filter(({ cells }) => cells[column]?.text !== '');
      const found = inTable(tasks, before);
      before = tasks.map(numberOf).at(-1);
      return found;
    });
  },
};

/** Gaps in numbers that rise: so many are an extract of a longer list. */
const EXTRACT = 3;

function inTable(tasks: readonly Task[], before: number | undefined): Finding<'number-sequence'>[] {
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
    const goesOn = last === undefined && before !== undefined && number === before + 1;
    if (number !== expected && !goesOn) {
      found.push({
        args: { number: task.number, expected, last: last?.number ?? null },
        at: task.at,
      });
    }
    last = { number, section: task.section };
  }
  const numbers = tasks.flatMap((task) => numberOf(task) ?? []);
  const rises = numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number));
  return rises && found.length > EXTRACT ? [] : found;
}

function numberOf({ number }: Task): number | undefined {
  const plain = number.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}
