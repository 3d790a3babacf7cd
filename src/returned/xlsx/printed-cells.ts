import { addTo } from '../../model/grouping.js';
import type { Place } from '../../model/place.js';
import { WORKSHEETS } from '../../sheets/index.js';
import { eachCell, isFormula, shownTextOf } from '../../workbook/cells.js';
import type { Cell, Workbook, Worksheet } from '../../workbook/open.js';
import { headingsOf, isSheetHeader } from '../headings.js';
import { isFillIn, isListed, isLocked } from './locked.js';
import type { SheetNames } from './names.js';

/** A cell that nobody is to write into, outside the rows of the tasks. */
export interface PrintedCell {
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
  /** What its worksheet is called in the file, where that is otherwise. */
  readonly within?: string;
}

/** What stands in the program's worksheets where nobody is to write, but for the rows of the tasks. */
export function printedCells(workbook: Workbook, names: SheetNames = new Map()): PrintedCell[] {
  return Object.values(WORKSHEETS).flatMap((name) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) return [];
    const called = names.get(sheet) ?? name;
    const isTable = name === WORKSHEETS.tasks || name === WORKSHEETS.open;
    const header = isTable ? headerRow(sheet) : 0;
    const isOurs = isTable ? isOfOurs(sheet, header) : () => true;
    const isTask = (cell: Cell) => name === WORKSHEETS.tasks && Number(cell.row) > header;
    const found: PrintedCell[] = [];
    eachCell(sheet, (cell) => {
      const text = cell.master === cell ? shownTextOf(cell).trim() : '';
      if (
        text !== '' &&
        !isTask(cell) &&
        isOurs(cell) &&
        isLocked(cell) &&
        !isFillIn(cell) &&
        !isListed(cell) &&
        !isFormula(cell)
      )
        found.push({ sheet: name, address: cell.address, text, ...(called !== name && { within: called }) });
    });
    return found;
  });
}

/** Which of the program's worksheets a workbook has. */
export function printedNames(workbook: Workbook): string[] {
  return Object.values(WORKSHEETS).filter((name) => workbook.getWorksheet(name));
}

/** The row with the names of the columns; 0 where there is none. */
function headerRow(sheet: Worksheet): number {
  const texts = new Map<number, string[]>();
  eachCell(sheet, (cell) => addTo(texts, Number(cell.row), shownTextOf(cell)));
  return Array.from(texts).find(([, row]) => isSheetHeader(row))?.[0] ?? 0;
}

/** Whether a cell is above a table, or in a column that the program prints: in others people write. */
function isOfOurs(sheet: Worksheet, header: number): (cell: Cell) => boolean {
  const texts: string[] = [];
  eachCell(sheet, (cell) => {
    if (Number(cell.row) === header) texts[Number(cell.col) - 1] = shownTextOf(cell).trim();
  });
  const headings = headingsOf(Array.from(texts, (text) => text ?? ''));
  return ({ row, col }) =>
    Number(row) < header || /^(?:notice|derived)$/.test(headings[Number(col) - 1]?.kind ?? '');
}

/** Where such a cell of a file is. */
export function printedAt(file: string, { sheet, within = sheet, address }: PrintedCell): Place {
  return { file, sheet: within, address };
}
