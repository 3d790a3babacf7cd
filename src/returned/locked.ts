import type ExcelJS from 'exceljs';
import type { NoticeColumn } from '../model/sheet.js';
import { COVER_FACTS, headerOf, KEPT_WORDS, SHEET_COLUMNS, WORKSHEETS } from '../sheets/index.js';
import { shortDigest } from '../tasks/index.js';

const PRINTED: ReadonlySet<string> = new Set(SHEET_COLUMNS.map(({ header }) => header));

/**
 * A digest of all that the program itself wrote into a workbook, whatever the order, without blanks: of tasks
 * the notice's columns, on other worksheets and above the table what is locked. Where it is not what the cover
 * says, somebody has changed what is printed.
 */
export function printedDigest(workbook: ExcelJS.Workbook): string {
  const texts = Object.values(WORKSHEETS).flatMap((name) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) return [];
    return name === WORKSHEETS.tasks ? taskCells(sheet) : lockedCells(sheet);
  });
  return shortDigest(
    texts
      .filter(({ formula }) => formula === undefined)
      .map((cell) => textOf(cell).replace(/\s+/g, ''))
      .filter((text) => text !== '')
      .sort()
      .join('\n'),
    12,
  );
}

/** The cells that the notice fills; programs that add a cell may forget that its column is open. */
function taskCells(sheet: ExcelJS.Worksheet): ExcelJS.Cell[] {
  const all: ExcelJS.Cell[] = [];
  eachCell(sheet, (cell) => all.push(cell));
  const header = Number(all.find((cell) => textOf(cell) === headerOf('id'))?.row ?? 0);
  const columns = new Map(
    all.filter(({ row }) => Number(row) === header).map((cell) => [Number(cell.col), textOf(cell)]),
  );
  const columnOf = (name: NoticeColumn) => [...columns].find(([, text]) => text === headerOf(name))?.[0] ?? 1;
  const [id, part] = [columnOf('id'), columnOf('part')];
  return all.filter((cell) => {
    const row = Number(cell.row);
    if (row < header) return isLocked(cell);
    if (!PRINTED.has(columns.get(Number(cell.col)) ?? '')) return false;
    const isTheirs = textOf(sheet.getCell(row, part)) === KEPT_WORDS.unplaced;
    return row === header || (textOf(sheet.getCell(row, id)) !== '' && !isTheirs);
  });
}

function lockedCells(sheet: ExcelJS.Worksheet): ExcelJS.Cell[] {
  const cells: ExcelJS.Cell[] = [];
  eachCell(sheet, (cell) => {
    const column = Number(cell.col);
    const label = column > 1 ? textOf(sheet.getCell(Number(cell.row), column - 1)) : '';
    if (isLocked(cell) && label !== COVER_FACTS.check) cells.push(cell);
  });
  return cells;
}

/** A cell's text; exceljs has none for a link without text, and a record for one whose text has formats. */
export function textOf(cell: ExcelJS.Cell): string {
  const { text } = cell as { text: string | { richText?: readonly { text: string }[] } | undefined };
  if (typeof text === 'object') return text.richText?.map((part) => part.text).join('') ?? '';
  return text ?? '';
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
