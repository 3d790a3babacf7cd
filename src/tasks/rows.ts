import type { Stated } from '../clauses/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { AppendixTable, Notice, TaskGridRow } from '../model/notice.js';
import { failed, type Result } from '../model/result.js';
import type { BookTable, Task } from '../model/taskbook.js';
import { type AlignedRow, alignRow, unmerge } from '../tables/index.js';
import { taskIds } from './id.js';
import { columnLines, flagLines } from './lines.js';
import { bookTables, clauseTable } from './outline.js';
import { type Context, clauseTask, type ReadRow, taskOf } from './task.js';

/** A table of the task book with its rows read. */
export interface ReadTable {
  readonly table: BookTable;
  readonly rows: readonly ReadRow[];
  /** What was noticed of its columns. */
  readonly noticed: readonly Diagnostic[];
}

/**
 * Reads everything in a notice that is a task: the clauses of its text, as a table of their own, then the rows of
 * its tables.
 *
 * @returns the tables, or why they cannot be read: `row-cell-count` for every row whose cells cannot be told apart,
 *   `no-tasks`
 */
export function readTables(
  notice: Notice,
  { clauses, unread: seeming }: Stated,
  context: Context,
): Result<ReadTable[]> {
  const printed = bookTables(notice).map((table, i) =>
    readTable(table, notice.tables[i] as AppendixTable, context),
  );
  const refused = printed.flatMap(({ diagnostics, value }) => (value ? [] : diagnostics));
  if (refused.length > 0) return failed(...refused);
  const stated = clauseTable(clauses).map((table): ReadTable => {
    const rows = withoutLeads(clauses.map((clause) => clauseTask(clause, context))).map((row, i) =>
      withLines(row, undefined, clauses[i]?.leadRule),
    );
    return { table, rows, noticed: [] };
  });
  const tables = [...stated, ...printed.flatMap(({ value }) => value ?? [])];
  if (tables.every(({ rows }) => rows.length === 0))
    return failed(
      diagnose(
        'no-tasks',
        { texts: seeming.map(({ text }) => text.slice(-60)) },
        seeming[0]?.at ?? notice.name,
      ),
    );
  return { value: tables, diagnostics: [] };
}

function readTable(table: BookTable, { columns, rows }: AppendixTable, context: Context): Result<ReadTable> {
  const aligned = rows.map((row) => alignRow(row, columns, context.lexicon) ?? misaligned(row, columns));
  const refused = aligned.filter((row): row is Diagnostic => 'code' in row);
  if (refused.length > 0) return failed(...refused);
  const told = aligned as AlignedRow[];
  const read = unmerge(told).map((row) => withLines(taskOf(row, context), row.row, context.leadRule));
  return {
    value: { table, rows: read, noticed: columnLines(columns, told, context.lexicon) },
    diagnostics: [],
  };
}

/** Rows of a notice that never says who leads: that is told once, and no flag of a row. */
function withoutLeads(rows: readonly ReadRow[]): readonly ReadRow[] {
  if (rows.length < 2 || rows.some(({ task }) => task.lead.length > 0)) return rows;
  return rows.map((row, i) => {
    const flags = row.flags.filter(({ flag }) => flag !== 'lead-blank');
    const told = i === 0 ? [diagnose('lead-unsaid', { count: rows.length }, row.task.at)] : [];
    return {
      ...row,
      task: { ...row.task, flags: flags.map(({ flag }) => flag) },
      flags,
      noticed: [...told, ...row.noticed],
    };
  });
}

/** A row with a line for every inference in it. */
function withLines(read: ReadRow, row: AlignedRow | undefined, leadRule: string | undefined): ReadRow {
  return { ...read, noticed: [...flagLines(row, read, leadRule), ...read.noticed] };
}

/** Why a row cannot be read. */
function misaligned(row: TaskGridRow, columns: AppendixTable['columns']): Diagnostic {
  const number = row.cells[0]?.passage.text || '?';
  return diagnose(
    'row-cell-count',
    { row: number, expected: columns.length, found: row.cells.length },
    row.at,
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
