import type { Cell, Workbook, Worksheet } from 'exceljs';
import { contentOf, eachCell, isFormula, noteOf, standingText, struckIn } from './cells.js';

/** A cell as it is printed. */
export interface PrintedCell {
  /** As Excel has it: B7. */
  readonly address: string;
  readonly row: number;
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A worksheet as it is printed. */
export interface PrintedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The rows that have anything in them; each as wide as the sheet's texts, without the cells that others cover. */
  readonly rows: readonly (readonly PrintedCell[])[];
  /** The comments on cells, in reading order. */
  readonly notes: readonly string[];
  /** Cells with a formula whose result the file does not have: B7. */
  readonly unsaved: readonly string[];
  /** What is struck through, and the cells in which it stands. */
  readonly struck: readonly { readonly address: string; readonly text: string }[];
}

/** A workbook's worksheets, in their order. */
export function printedSheets(workbook: Workbook): PrintedSheet[] {
  return workbook.worksheets.map((sheet) => {
    const unsaved: string[] = [];
    const notes: string[] = [];
    const struck: { address: string; text: string }[] = [];
    let columns = 0;
    eachCell(sheet, (cell) => {
      if (isFormula(cell) && contentOf(cell) === null) unsaved.push(cell.address);
      if (noteOf(cell) !== '') notes.push(noteOf(cell));
      const crossed = struckIn(cell);
      if (crossed.trim() !== '') struck.push({ address: cell.address, text: crossed });
      // A sheet's own count has merely formatted columns too.
      if (standingText(cell).trim() !== '') columns = Math.max(columns, Number(cell.col));
    });
    const rows = rowsOf(sheet, columns);
    return { name: sheet.name, isHidden: sheet.state !== 'visible', rows, notes, unsaved, struck };
  });
}

function rowsOf(sheet: Worksheet, columns: number): PrintedCell[][] {
  const rows: PrintedCell[][] = [];
  sheet.eachRow((row) => {
    const cells: PrintedCell[] = [];
    for (let column = 1; column <= columns; column++) {
      const cell = row.getCell(column);
      if (cell.isMerged && cell.master !== cell) continue;
      const { address } = cell;
      cells.push({ address, row: Number(cell.row), text: standingText(cell), ...spansOf(sheet, cell) });
    }
    if (cells.length > 0) rows.push(cells);
  });
  return rows;
}

function spansOf(sheet: Worksheet, cell: Cell): Pick<PrintedCell, 'rowSpan' | 'colSpan'> {
  const span = (next: (by: number) => Cell) => {
    let count = 1;
    while (cell.isMerged && next(count).isMerged && next(count).master === cell) count++;
    return count;
  };
  const row = Number(cell.row);
  const column = Number(cell.col);
  return {
    rowSpan: span((by) => sheet.getCell(row + by, column)),
    colSpan: span((by) => sheet.getCell(row, column + by)),
  };
}
