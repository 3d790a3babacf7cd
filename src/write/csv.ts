import { stringify } from 'csv-stringify/sync';
import type { TaskSheet } from '../model/sheet.js';
import { FILL_IN_COLUMNS, SHEET_COLUMNS } from '../sheets/index.js';

/**
 * A task sheet as CSV (RFC 4180): a header row and a row a task, CRLF, with a byte order mark
 * because Excel takes a file without one for the system's code page. A cell that a spreadsheet would
 * take for a formula gets an apostrophe in front.
 */
export function sheetToCsv({ rows }: TaskSheet): string {
  return stringify(
    rows.map((row) => [...SHEET_COLUMNS.map(({ text }) => text(row)), ...FILL_IN_COLUMNS.map(() => '')]),
    {
      header: true,
      columns: [...SHEET_COLUMNS, ...FILL_IN_COLUMNS].map(({ header }) => header),
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      quoted_match: /[\r\n]/,
    },
  );
}
