import { stringify } from 'csv-stringify/sync';
import type { Entries, TaskSheet } from '../model/sheet.js';
import {
  cellText,
  columnsOf,
  FILL_IN_COLUMNS,
  keptText,
  SHEET_COLUMNS,
  typedText,
  typedUnder,
} from '../sheets/index.js';

/** A task sheet as CSV: a header row and a row a task, then what is kept of others. */
export function sheetToCsv({ rows, kept, columns }: TaskSheet): string {
  const printed = columnsOf(SHEET_COLUMNS, rows, kept);
  const open = [...FILL_IN_COLUMNS, ...columns.map((header) => ({ id: null, header }))];
  const typed = (row: Entries) => open.map((column) => typedText(typedUnder(column, row)));
  return toCsv(
    [...printed, ...open].map(({ header }) => header),
    [
      ...rows.map((row) => [...printed.map((column) => cellText(column, row)), ...typed(row)]),
      ...kept.map((row) => [...printed.map(({ id }) => keptText(id, row)), ...typed(row)]),
    ],
  );
}

/**
 * A table as CSV (RFC 4180) that Excel opens right: CRLF, with a byte order mark because Excel takes a file
 * without one for the system's code page. A cell that a spreadsheet would take for a formula gets an apostrophe
 * in front.
 */
export function toCsv(headers: string[], rows: string[][]): string {
  return stringify(rows, {
    header: true,
    columns: headers,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}
