import type ExcelJS from 'exceljs';
import { COVER_FACTS, WORKSHEETS } from '../sheets/index.js';
import { shortDigest } from '../tasks/index.js';

const OURS: ReadonlySet<string> = new Set(Object.values(WORKSHEETS));

/**
 * A digest of all that the program itself wrote into a workbook, whatever the order: the text of locked
 * cells, without blanks. Where it is not what the cover says, somebody has changed what is printed.
 */
export function printedDigest(workbook: ExcelJS.Workbook): string {
  const texts: string[] = [];
  for (const sheet of workbook.worksheets.filter(({ name }) => OURS.has(name))) {
    eachCell(sheet, (cell) => {
      if (!isLocked(cell) || cell.formula !== undefined) return;
      const text = cell.text.replace(/\s+/g, '');
      const label = Number(cell.col) > 1 ? sheet.getCell(Number(cell.row), Number(cell.col) - 1).text : '';
      if (text !== '' && label !== COVER_FACTS.check) texts.push(text);
    });
  }
  return shortDigest(texts.sort().join('\n'), 12);
}

export function isLocked(cell: ExcelJS.Cell): boolean {
  return cell.protection?.locked !== false;
}

/** Every cell that holds something by itself: of merged cells the first. */
export function eachCell(sheet: ExcelJS.Worksheet, visit: (cell: ExcelJS.Cell) => void): void {
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (!cell.isMerged || cell.master === cell) visit(cell);
    });
  });
}
