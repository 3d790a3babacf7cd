import type { Place } from '../../model/place.js';
import { typedText } from '../../sheets/index.js';
import { eachCell, eachCoveredNote, noteOf } from '../../workbook/cells.js';
import { letterOf } from '../../workbook/letters.js';
import type { Cell, Worksheet } from '../../workbook/open.js';
import { authorOf } from '../../workbook/signed.js';
import type { RawCell } from '../raw-cell.js';
import { besideTyped, isUnsaved, typedOf } from './typed.js';

/**
 * The rows of a worksheet in which anything stands, from the top down, each with its cells from the first column to the last
 * that is used. Rows between them in which nothing stands are not made: of what stands in the last row of all there would be a
 * million. Where a row stands its cells say.
 *
 * @param called what the worksheet is called in the file
 */
export function rawRows(file: string, sheet: Worksheet, called = sheet.name): RawCell[][] {
  const empty = (row: number, column: number): RawCell => ({
    value: null,
    text: '',
    note: '',
    at: placeOf(file, called, row, column),
  });
  const rows = new Map<number, RawCell[]>();
  const put = (raw: RawCell, { row: at, col }: Cell) => {
    const [row, column] = [Number(at), Number(col)];
    const cells = rows.get(row) ?? [];
    rows.set(row, cells);
    while (cells.length < column) cells.push(empty(row, cells.length + 1));
    cells[column - 1] = raw;
  };
  eachCell(sheet, (cell) => {
    const raw = rawCell(file, called, cell);
    if (raw.value !== null || raw.note !== '') put(raw, cell);
  });
  eachCoveredNote(sheet, (cell) => {
    put({ ...empty(Number(cell.row), Number(cell.col)), note: noteOf(cell).trim(), ...authorIn(cell) }, cell);
  });
  const numbers = Array.from(rows.keys()).sort((a, b) => a - b);
  return numbers.map((row, i) =>
    (rows.get(row) ?? []).map((cell) =>
      cell.rows === undefined ? cell : overRows(cell, numbers.slice(i, i + cell.rows), row),
    ),
  );
}

/** A merged cell with how many of the rows are there that it covers. */
function overRows({ rows = 1, ...cell }: RawCell, numbers: readonly number[], first: number): RawCell {
  const over = numbers.filter((number) => number < first + rows).length;
  return over > 1 ? { ...cell, rows: over } : cell;
}

/** The number that a row of a worksheet has in it; of the rows of a text, and of no cells, 0. */
export function rowNumberOf([first]: readonly RawCell[]): number {
  return first && 'address' in first.at ? Number(first.at.address?.replace(/\D+/, '') ?? 0) : 0;
}

function placeOf(file: string, sheet: string, row: number, column: number): Place {
  return { file, sheet, address: `${letterOf(column)}${row}` };
}

function rawCell(file: string, called: string, cell: Cell): RawCell {
  const value = typedOf(cell);
  const note = [noteOf(cell).trim(), ...besideTyped(cell)].filter((text) => text !== '').join('\n');
  const text = typedText(value ?? undefined);
  const [row, column] = [Number(cell.row), Number(cell.col)];
  const rows = rowSpanOf(cell.worksheet, cell);
  return {
    value,
    text,
    note,
    ...authorIn(cell),
    at: placeOf(file, called, row, column),
    ...(rows > 1 && { rows }),
    ...(isUnsaved(cell) && { isUnsaved: true }),
  };
}

function authorIn(cell: Cell): { author?: string } {
  const author = authorOf(cell);
  return author === '' ? {} : { author };
}

/** How many rows a cell is merged over. */
function rowSpanOf(sheet: Worksheet, cell: Cell): number {
  if (!cell.isMerged) return 1;
  const [row, column] = [Number(cell.row), Number(cell.col)];
  let rows = 1;
  while (sheet.findRow(row + rows)?.findCell(column)?.master === cell) rows++;
  return rows;
}
