import type { Diagnostic } from '../model/diagnostic.js';
import type { Table } from '../model/document.js';
import type { AppendixTable, OtherTable } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { failed } from '../model/result.js';
import { layOut } from './grid.js';
import { rowsUnderHeader } from './rows.js';
import { type TableReader, type TableShape, TOP_ROWS } from './shape.js';

/** The shapes that a table of tasks may have; the first that knows a table reads it. */
const SHAPES: readonly TableShape[] = [rowsUnderHeader];

/** A table, and what reads the tasks in it. */
export interface TaskTable extends Table {
  readonly reader: TableReader;
}

/** A table without tasks. */
export interface PlainTable extends Table {
  readonly reader?: undefined;
}

export type RecognisedTable = TaskTable | PlainTable;

/** Tells what a table is by its first rows. */
export function recognise(table: Table): RecognisedTable {
  const top = layOut(table.rows.slice(0, TOP_ROWS));
  for (const shape of SHAPES) {
    const reader = shape(top);
    if (reader) return { ...table, reader };
  }
  return table;
}

/** A table that has tasks and cannot be read. */
export function unreadable(table: Table, why: Diagnostic): TaskTable {
  return { ...table, reader: () => failed(why) };
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

/** Reads a table of tasks. One that cannot be read is kept whole. */
export function readTable({ table, ...around }: TableInPlace): TableReading {
  const { at, rows } = table;
  const { value, diagnostics } = table.reader(table);
  if (value) return { table: { ...around, ...value, at }, diagnostics };
  const { heading, notes } = around;
  return { unread: { heading, rows, notes, within: 'appendix', at }, diagnostics };
}
