import type { ColumnRole } from '../model/column-role.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Table } from '../model/document.js';
import type { AppendixTable, GridRow, OtherTable } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { comparable, type HeaderMeaning } from '../words/columns.js';
import { isPart } from '../words/roles.js';
import { unitsAsRows } from './by-unit.js';
import { cards } from './cards.js';
import { layOut } from './grid.js';
import { columnsOf, headerRowsOf, isHeader, type Settled } from './header.js';
import { rowsUnderHeader } from './rows.js';
import { printedIn, type TableContent, type TableShape } from './shape.js';
import { turned } from './turned.js';

/** The shapes that a table of tasks may have; the first that knows a table reads it. */
const SHAPES: readonly TableShape[] = [cards, rowsUnderHeader, turned, unitsAsRows];

/** A table with the tasks in it, or why they cannot be read. */
export interface TaskTable extends Table {
  readonly tasks: Result<TableContent>;
}

/** A table without tasks. */
export interface PlainTable extends Table {
  readonly tasks?: undefined;
}

export type RecognisedTable = TaskTable | PlainTable;

/** What a table is looked at with. */
export interface Around {
  /** The lines right above it, the nearest last. */
  readonly above: readonly Passage[];
  readonly lines: LineStarts;
  /** What a person has said of headers. */
  readonly settled: Settled;
}

/** Tells what a table is, and reads the tasks in it. */
export function recognise(table: Table, around: Around): RecognisedTable {
  const grid = layOut(table.rows);
  if (isForm(grid)) return table;
  for (const shape of SHAPES) {
    const tasks = shape({ table, grid, ...around });
    if (tasks) return { ...table, tasks };
  }
  return table;
}

/** A form to fill in: labels, and room beside each of them. */
function isForm(grid: readonly GridRow[]): boolean {
  return grid.every(({ cells }) => cells.every(({ passage }, i) => (i % 2 === 1) === (passage.text === '')));
}

/**
 * A table as the tables that it is: a spreadsheet, or somebody who deleted the empty line between them, has several
 * in one, each under a title and a header of its own.
 */
export function apart(table: Table, settled: Settled): Table[] {
  const grid = layOut(table.rows);
  const first = headerRowsOf(grid, settled);
  if (!first) return [table];
  const known = headerTexts(grid.slice(first.start, first.end));
  const starts: number[] = [];
  for (let i = first.end; i < grid.length - 1; i++) {
    const row = grid[i] as GridRow;
    const isTitled =
      printedIn(grid[i - 1] as GridRow).length === 1 && i - 1 > (starts.at(-1) ?? first.end - 1);
    if (!isTitled || row.cells.some(({ above }) => above)) continue;
    const columns = columnsOf([row], settled).filter(({ header }) => header !== '');
    const says = (wanted: (meaning: HeaderMeaning) => boolean) =>
      columns.some(({ meaning }) => wanted(meaning));
    const isNew =
      isHeader(columns) &&
      says((meaning) => isPart(meaning as ColumnRole)) &&
      says((meaning) => OF_HEADERS.includes(meaning));
    if (isNew && headerTexts([row]) !== known) starts.push(i - 1);
  }
  return [0, ...starts].map((start, i): Table => {
    const rows = table.rows.slice(start, starts[i] ?? table.rows.length);
    return start === 0 && starts.length === 0 ? table : { kind: 'table', at: rows[0]?.at ?? table.at, rows };
  });
}

/** What a header of tasks says beside who does them; 牵头 and 配合 in cells of a matrix are no header. */
const OF_HEADERS: readonly HeaderMeaning[] = ['number', 'name', 'task', 'content', 'problem', 'goal', 'step'];

function headerTexts(rows: readonly GridRow[]): string {
  return rows.flatMap((row) => printedIn(row).map(({ text }) => comparable(text))).join('\n');
}

/** A table that has tasks and cannot be read. */
export function unreadable(table: Table, why: Diagnostic): TaskTable {
  return { ...table, tasks: failed(why) };
}

/** A table of tasks with the paragraphs around it that belong to it. */
export interface TableInPlace {
  readonly table: TaskTable;
  /** Index into `Notice.appendices`. */
  readonly appendix?: number;
  readonly heading: readonly Passage[];
  readonly notes: readonly Passage[];
}

/** A table of tasks as it was read, or as printed where it cannot be read; then an error says why. */
export type TableReading = { readonly diagnostics: readonly Diagnostic[] } & (
  | { readonly table: AppendixTable; readonly unread?: undefined }
  | { readonly unread: OtherTable; readonly table?: undefined }
);

/** A table of tasks in its place. One that cannot be read is kept whole. */
export function inPlace({ table, ...around }: TableInPlace): TableReading {
  const { at, rows } = table;
  const { value, diagnostics } = table.tasks;
  if (value) return { table: { ...around, ...value, at }, diagnostics };
  return { unread: { ...around, rows, within: 'appendix', isUnread: true, at }, diagnostics };
}
