import { stringify } from 'csv-stringify/sync';
import type { Entries, TaskSheet } from '../model/sheet.js';
import {
  CHECK_HEADER,
  cellText,
  FILL_IN_COLUMNS,
  keptText,
  printedCheck,
  questionCells,
  SHEET_COLUMNS,
  typedText,
  typedUnder,
  usedColumns,
} from '../sheets/index.js';

/** A task sheet as CSV: a header row and a row a task, then what is asked of groups, and what is kept of others. */
export function sheetToCsv({ rows, kept, columns, questions }: TaskSheet): string {
  const printed = usedColumns(SHEET_COLUMNS, rows, kept);
  const open = [...FILL_IN_COLUMNS, ...columns.map((header) => ({ id: null, header }))];
  const typed = (row: Entries) => open.map((column) => typedText(typedUnder(column, row)));
  const line = (texts: readonly string[], row: Entries) => {
    const cells = Object.fromEntries(printed.map(({ id }, i) => [id, texts[i] ?? '']));
    return [...texts, ...typed(row), printedCheck(cells)];
  };
  return toCsv(
    [...[...printed, ...open].map(({ header }) => header), CHECK_HEADER],
    [
      ...rows.map((row) =>
        line(
          printed.map((column) => cellText(column, row)),
          row,
        ),
      ),
      ...questions.map((question) => {
        const cells = questionCells(question, rows);
        return line(
          printed.map(({ id }) => cells[id] ?? ''),
          question,
        );
      }),
      ...kept.map((row) =>
        line(
          printed.map(({ id }) => keptText(id, row)),
          row,
        ),
      ),
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
