import type { Place } from '../../model/place.js';
import { typedText } from '../../sheets/index.js';
import { eachCell, eachCoveredNote, noteOf } from '../../workbook/cells.js';
import { letterOf } from '../../workbook/letters.js';
import type { Cell, Worksheet } from '../../workbook/open.js';
import { authorOf } from '../../workbook/signed.js';
import type { RawCell } from '../raw-cell.js';
import { besideTyped, isUnsaved, typedOf } from './typed.js';

/**
 * All cells of a worksheet, row by row from the first.
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
  const rows: RawCell[][] = [];
  const put = (raw: RawCell, { row: at, col }: Cell) => {
    const [row, column] = [Number(at), Number(col)];
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as RawCell[];
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
  return rows.map((cells, i) => (cells.length > 0 ? cells : [empty(i + 1, 1)]));
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
