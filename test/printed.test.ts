// What is printed is read back, whatever it is and however it is printed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNotice, taskBookFromJson, taskBookToJson } from '../src/index.js';
import { LAYOUTS, type PrintedTable, printedTables, printNotice } from './support/printer.js';
import { runs } from './support/runs.js';

/** What was printed, in the form in which it is compared with what is read. */
const wanted = (tables: readonly PrintedTable[]) =>
  tables.flatMap(({ name, tasks }) =>
    tasks.map((task, i) => ({ table: name, number: String(i + 1), ...task })),
  );

const withoutMarks = (tables: readonly PrintedTable[], marks: RegExp): PrintedTable[] =>
  tables.map(({ name, tasks }) => ({
    name,
    tasks: tasks.map((task) => ({ ...task, goal: task.goal.replace(marks, '') })),
  }));

describe('a notice made up by chance', () => {
  it.each(Object.keys(LAYOUTS))('is read back as it was printed: %s', (layout) => {
    return fc.assert(
      fc.asyncProperty(printedTables, async (all) => {
        const { without } = LAYOUTS[layout] as (typeof LAYOUTS)[string];
        const tables = without ? withoutMarks(all, without) : all;
        const printed = printNotice(tables, layout);
        const { value: book } = await parseNotice(new TextEncoder().encode(printed), { name: 'a.txt' });
        const texts = (some: readonly { text: string }[]) => some.map((each) => each.text);
        const read = book?.tasks.map(({ table, number, name, goal, lead, responsible, remark }) => {
          const who = { lead: texts(lead), responsible: texts(responsible) };
          return { table: book.tables[table - 1]?.name, number, name, goal, ...who, remark };
        });
        expect(read).toEqual(wanted(tables));
        expect(book?.ledger.unclaimed).toBe(0);
        expect(
          (await taskBookFromJson(taskBookToJson(book as NonNullable<typeof book>), 'a.json')).value,
        ).toEqual(book);
      }),
      { numRuns: runs(20) },
    );
  });
});
