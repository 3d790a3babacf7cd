import type { NoticeColumn } from '../model/sheet.js';
import { COVER_FACTS, headerOf, KEPT_WORDS, SHEET_COLUMNS, WORKSHEETS } from '../sheets/index.js';
import { shortDigest } from '../tasks/index.js';
import { eachCell, isFormula, textOf } from '../workbook/cells.js';
import type { Cell, Workbook, Worksheet } from '../workbook/open.js';

const PRINTED: ReadonlySet<string> = new Set(SHEET_COLUMNS.map(({ header }) => header));

/**
 * A digest of all that the program itself wrote into a workbook, without blanks: of tasks the notice's columns row by
 * row, whatever the order of rows and columns; on other worksheets and above the table what is locked, whatever the
 * order. Where it is not what the cover says, somebody has changed what is printed, or put it to another task.
 */
export function printedDigest(workbook: Workbook): string {
  return digestOf(workbook, (cells) => {
    const rows = new Map<number, string[]>();
    for (const cell of cells) {
      const row = Number(cell.row);
      rows.set(row, [...(rows.get(row) ?? []), printedIn(cell)]);
    }
    return Array.from(rows.values(), (texts) =>
      texts
        .filter((text) => text !== '')
        .sort()
        .join('\t'),
    );
  });
}

/** The same as earlier versions wrote it, which did not notice a column that is sorted alone. */
export function looseDigest(workbook: Workbook): string {
  return digestOf(workbook, (cells) => cells.map(printedIn));
}

function digestOf(workbook: Workbook, textsOf: (cells: readonly Cell[]) => readonly string[]): string {
  const texts = Object.values(WORKSHEETS).flatMap((name) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) return [];
    const cells = (name === WORKSHEETS.tasks ? taskCells(sheet) : lockedCells(sheet)).filter(
      (cell) => !isFormula(cell),
    );
    return name === WORKSHEETS.tasks ? textsOf(cells) : cells.map(printedIn);
  });
  return shortDigest(
    texts
      .filter((text) => text !== '')
      .sort()
      .join('\n'),
    12,
  );
}

function printedIn(cell: Cell): string {
  return textOf(cell).replace(/\s+/g, '');
}

/** The cells that the notice fills; programs that add a cell may forget that its column is open. */
function taskCells(sheet: Worksheet): Cell[] {
  const all: Cell[] = [];
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

function lockedCells(sheet: Worksheet): Cell[] {
  const cells: Cell[] = [];
  eachCell(sheet, (cell) => {
    const column = Number(cell.col);
    const label = column > 1 ? textOf(sheet.getCell(Number(cell.row), column - 1)) : '';
    if (isLocked(cell) && label !== COVER_FACTS.check) cells.push(cell);
  });
  return cells;
}

export function isLocked(cell: Cell): boolean {
  return cell.protection?.locked !== false;
}
