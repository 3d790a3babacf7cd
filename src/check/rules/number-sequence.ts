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
      const tasks = tasksOf(book, table);
      const found = inTable(tasks, column, before);
      before = tasks.flatMap((task) => numberOf(task) ?? []).at(-1);
      return found;
    });
  },
};

/** Gaps in numbers that rise: so many are an extract of a longer list. */
const EXTRACT = 3;

function inTable(
  tasks: readonly Task[],
  column: number,
  before: number | undefined,
): Finding<'number-sequence'>[] {
  const found: Finding<'number-sequence'>[] = [];
  let last: { readonly number: number; readonly part: string } | undefined;
  /** Rows without a number: of a merged cell, which numbers several, or with none of their own. */
  let blanks = 0;
  for (const task of tasks) {
    if (task.cells[column]?.text === '') {
      blanks++;
      continue;
    }
    const number = numberOf(task);
    // 1.1 and （一） are no plain sequence.
    if (number === undefined) {
      if (task.number !== '') return [];
      continue;
    }
    const part = partOf(task, column, last?.part);
    const restarted = number === 1 && last !== undefined && part !== last.part;
    const expected = last === undefined || restarted ? 1 : last.number + 1;
    const goesOn = last === undefined ? number === (before ?? 0) + 1 : number === expected + blanks;
    if (number !== expected && !goesOn) {
      found.push({
        args: { number: task.number, expected, last: last?.number ?? null },
        at: task.at,
      });
    }
    last = { number, part };
    blanks = 0;
  }
  const numbers = tasks.flatMap((task) => numberOf(task) ?? []);
  const rises = numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number));
  // What only begins late is the rest of a longer list.
  const isRest = found.length === 1 && found[0]?.args.last === null && numbers.length > 1;
  return (rises && found.length > EXTRACT) || isRest ? [] : found;
}

/** What numbers begin anew in: a section, or what stands left of them, such as whose they are. */
function partOf({ section, cells }: Task, column: number, above = ''): string {
  const left = cells.slice(0, column).map(({ text }) => text);
  // A merged cell is printed once.
  return left.every((text) => text === '') && above.startsWith(section)
    ? above
    : [section, ...left].join('\n');
}

function numberOf({ number }: Task): number | undefined {
  const plain = number.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}
