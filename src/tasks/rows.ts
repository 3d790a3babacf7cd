import type { Stated } from '../clauses/index.js';
import { diagnose } from '../model/diagnose.js';
import type { AppendixTable, Notice, TaskGridRow } from '../model/notice.js';
import { failed, type Result } from '../model/result.js';
import type { Task } from '../model/taskbook.js';
import { listOfPeople } from '../tables/index.js';
import { comparable } from '../words/columns.js';
import { clauseTask } from './clause-task.js';
import { taskIds } from './id.js';
import { unledLine } from './lines.js';
import { lookLine } from './looks.js';
import { bookTables, clauseTable } from './outline.js';
import type { Context } from './reading.js';
import { runningText } from './running-text.js';
import { type ReadTable, readTable, withLines, withoutLeads } from './table.js';

/**
 * Reads everything in a notice that is a task: the clauses of its text, as a table of their own, then the rows of
 * its tables.
 *
 * @returns the tables, each with what could not be read in it, or `no-tasks`
 */
export function readTables(
  notice: Notice,
  { clauses, unread: seeming }: Stated,
  context: Context,
): Result<ReadTable[]> {
  const printed = bookTables(notice).map((table, i) =>
    readTable(table, withContinuation(notice.tables, i), notice, context),
  );
  const stated = clauseTable(clauses).map((table): ReadTable => {
    const read = withoutLeads(clauses.map((clause) => clauseTask(clause, context)));
    const rows = read.map((row, i) => withLines(row, undefined, clauses[i]?.leadRule));
    return {
      table,
      rows,
      noticed: [...unledLine(read), ...lookLine(runningText(notice), context.marks, read)],
    };
  });
  const tables = [...stated, ...printed];
  const refused = printed.flatMap(({ noticed }) => noticed.filter(({ severity }) => severity === 'error'));
  if (tables.every(({ rows }) => rows.length === 0) && refused.length > 0) return failed(...refused);
  const people = notice.otherTables.flatMap((table) => listOfPeople(table) ?? []);
  const areAllOfPeople = people.length > 0 && people.length === notice.otherTables.length;
  if (tables.every(({ rows }) => rows.length === 0) && seeming.length === 0 && areAllOfPeople)
    return failed(
      diagnose(
        'only-people',
        { headers: people.map(({ header }) => header).slice(0, MOST_TOLD) },
        notice.name,
      ),
    );
  if (tables.every(({ rows }) => rows.length === 0))
    return failed(
      diagnose(
        'no-tasks',
        { texts: seeming.map(({ text }) => text.slice(-60)), headers: headersOf(notice) },
        seeming[0]?.at ?? notice.name,
      ),
    );
  return { value: tables, diagnostics: [] };
}

/** A header has no fewer cells. */
const FEWEST_CELLS = 2;
/** So many tables show what is meant. */
const MOST_TOLD = 3;

/** The first full row of each table that holds no tasks. */
function headersOf({ otherTables }: Notice): string[] {
  return otherTables
    .flatMap(({ rows }) => {
      const texts = rows.map(({ cells }) =>
        cells.flatMap(({ passage }) => passage.text.replace(/\s/g, '') || []),
      );
      const header = texts.find(({ length }) => length >= FEWEST_CELLS);
      return header ? [header.join('、').slice(0, 80)] : [];
    })
    .slice(0, MOST_TOLD);
}

/** A table with the notes of those that carry it on, and of that which it carries on: 续表, or the header again. */
function withContinuation(tables: readonly AppendixTable[], at: number): AppendixTable {
  const table = tables[at] as AppendixTable;
  let first = at;
  while (first > 0 && carriesOn(tables[first - 1] as AppendixTable, tables[first] as AppendixTable)) first--;
  let end = at + 1;
  while (end < tables.length && carriesOn(tables[end - 1] as AppendixTable, tables[end] as AppendixTable))
    end++;
  if (end - first < 2) return table;
  const parts = tables.slice(first, end);
  return {
    ...table,
    notes: parts.flatMap(({ notes }) => notes),
    notesWithin: parts.flatMap((part) => part.notesWithin),
  };
}

const CONTINUED = /^[（(]?续(?:表|上表)?\s*\d{0,2}[）)]?$/;

function carriesOn(before: AppendixTable, { appendix, heading, columns, rows }: AppendixTable): boolean {
  const headersOf = (each: AppendixTable['columns']) =>
    each.map(({ header }) => comparable(header)).join('|');
  const numberOf = (row: TaskGridRow | undefined) => Number(row?.cells[0]?.passage.text.normalize('NFKC'));
  return (
    before.appendix === appendix &&
    heading.every(({ text }) => CONTINUED.test(text)) &&
    headersOf(before.columns) === headersOf(columns) &&
    // Where numbers begin again, 第2项 is of another table.
    !(numberOf(rows[0]) <= numberOf(before.rows.at(-1)))
  );
}

/** The rows of all tables as tasks, each with its id and where it stands. */
export function tasksIn(tables: readonly ReadTable[]): Task[] {
  const ids = taskIds(
    tables.flatMap(({ table, rows }) => rows.map(({ task }) => ({ ...task, table: table.name }))),
  ).values();
  return tables.flatMap(({ rows }, i) =>
    rows.map(({ task }, j): Task => ({ id: ids.next().value ?? '', table: i + 1, row: j + 1, ...task })),
  );
}
