import type { Change, Field } from '../model/revision.js';
import type { BookTable, TaskBook } from '../model/taskbook.js';
import { changesOf, outOfOrder, type Pairs } from './changes.js';
import { type Edition, pairUp } from './match.js';
import { fieldChange } from './segments.js';

/** What is printed of a table besides its rows. */
const TABLE: readonly (readonly [Field, (table: BookTable) => string])[] = [
  ['table-name', ({ name }) => name],
  ['table-header', ({ columns }) => columns.map(({ header }) => header).join('　')],
  ['table-notes', ({ notes }) => notes.join('\n')],
];

/** Tables go together by what they are called, else by where most of their tasks went. */
export function tablePairs(before: TaskBook, after: TaskBook, tasks: Pairs): Pairs {
  const editions = (book: TaskBook) =>
    book.tables.map(
      ({ name, title }, i): Edition => ({
        id: '',
        group: '',
        name: name || title || `#${i}`,
        text: '',
        units: '',
      }),
    );
  const found = pairUp(editions(before), editions(after));
  const free = new Set(after.tables.keys());
  for (const [, j] of found) free.delete(j);
  for (const i of before.tables.keys()) {
    if (found.some(([known]) => known === i)) continue;
    const votes = new Map<number, number>();
    for (const [task, other] of tasks) {
      const table = (after.tasks[other]?.table ?? 0) - 1;
      if (before.tasks[task]?.table === i + 1 && free.has(table))
        votes.set(table, (votes.get(table) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!best) continue;
    found.push([i, best[0]]);
    free.delete(best[0]);
  }
  return found.sort(([a], [b]) => a - b);
}

/** What is not the same of two editions' tables, their rows left out. */
export function tableChanges(before: TaskBook, after: TaskBook, pairs: Pairs): Change[] {
  return changesOf<BookTable>({
    before: before.tables,
    after: after.tables,
    pairs,
    moved: outOfOrder(pairs),
    fieldsOf: (was, is) => TABLE.flatMap(([field, textOf]) => fieldChange(field, textOf(was), textOf(is))),
    whereOf: ({ title, name, at }) => ({ where: title || name, name, text: title, at }),
  }).map(({ change }) => change);
}
