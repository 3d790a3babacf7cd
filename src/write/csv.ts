import { stringify } from 'csv-stringify/sync';
import type { TaskSheet, Typed } from '../model/sheet.js';
import { FILL_IN_COLUMNS, KEPT_WORDS, KNOWN_BY, SHEET_COLUMNS, typedText } from '../sheets/index.js';

/** A task sheet as CSV: a header row and a row a task, then what is kept of others. */
export function sheetToCsv({ rows, kept, columns }: TaskSheet): string {
  const fillIn = [...FILL_IN_COLUMNS.map(({ header }) => header), ...columns];
  const typed = (filled: Readonly<Record<string, Typed>>) =>
    fillIn.map((header) => typedText(filled[header]));
  return toCsv(
    [...SHEET_COLUMNS.map(({ header }) => header), ...fillIn],
    [
      ...rows.map((row) => [...SHEET_COLUMNS.map(({ text }) => text(row)), ...typed(row.filled)]),
      ...kept.map(({ part, cells, filled }) => [
        ...SHEET_COLUMNS.map(({ header }) =>
          header === KNOWN_BY.part ? KEPT_WORDS[part] : (cells[header] ?? ''),
        ),
        ...typed(filled),
      ]),
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
