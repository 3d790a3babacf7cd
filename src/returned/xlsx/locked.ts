import type { NoticeColumn } from '../../model/sheet.js';
import {
  COVER_FACTS,
  COVER_FILL_IN,
  headerOf,
  KEPT_WORDS,
  unspaced,
  WORKSHEETS,
} from '../../sheets/index.js';
import { shortDigest } from '../../tasks/index.js';
import { eachCell, isFormula, shownTextOf } from '../../workbook/cells.js';
import type { Cell, Workbook, Worksheet } from '../../workbook/open.js';
import { headingsOf } from '../headings.js';
import { isId } from '../ids.js';

/** The worksheets whose rows are tasks, or ask. */
const TABLES: readonly string[] = [WORKSHEETS.tasks, WORKSHEETS.open];

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
    const isTable = TABLES.includes(name);
    const cells = (isTable ? taskCells(sheet) : lockedCells(sheet)).filter((cell) => !isFormula(cell));
    return isTable ? textsOf(cells) : cells.map(printedIn);
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
  return unspaced(shownTextOf(cell));
}

/** The cells that the notice fills, of rows that bear an id; programs that add a cell may forget that its column is open. */
function taskCells(sheet: Worksheet): Cell[] {
  const all: Cell[] = [];
  eachCell(sheet, (cell) => all.push(cell));
  const header = Number(all.find((cell) => shownTextOf(cell) === headerOf('id'))?.row ?? 0);
  const heads = all.filter(({ row }) => Number(row) === header);
  const columns = new Map(heads.map((cell) => [Number(cell.col), shownTextOf(cell)]));
  const headings = headingsOf([...columns.values()]);
  const printed = new Set(
    [...columns.keys()].filter((_, i) => /^(?:notice|derived)$/.test(headings[i]?.kind ?? '')),
  );
  const columnOf = (name: NoticeColumn) =>
    [...columns.keys()].find((_, i) => {
      const heading = headings[i];
      return heading?.kind === 'notice' && heading.id === name;
    }) ?? 1;
  const [id, part] = [columnOf('id'), columnOf('part')];
  return all.filter((cell) => {
    const row = Number(cell.row);
    if (row < header) return isLocked(cell);
    if (!printed.has(Number(cell.col))) return false;
    const isTheirs = shownTextOf(sheet.getCell(row, part)) === KEPT_WORDS.unplaced;
    return row === header || (isId(shownTextOf(sheet.getCell(row, id)).trim()) && !isTheirs);
  });
}

function lockedCells(sheet: Worksheet): Cell[] {
  const cells: Cell[] = [];
  eachCell(sheet, (cell) => {
    const column = Number(cell.col);
    const label = column > 1 ? shownTextOf(sheet.getCell(Number(cell.row), column - 1)) : '';
    if (isLocked(cell) && label !== COVER_FACTS.check && !isFillIn(cell) && !isListed(cell)) cells.push(cell);
  });
  return cells;
}

const FILL_IN_LABELS: ReadonlySet<string> = new Set(COVER_FILL_IN.map(({ header }) => header));

/** Whether a cell of the cover is there to be filled in: what saves a workbook in another form locks all its cells. */
export function isFillIn({ worksheet, row, col }: Cell): boolean {
  if (worksheet.name !== WORKSHEETS.cover || Number(col) < 2) return false;
  return FILL_IN_LABELS.has(shownTextOf(worksheet.getCell(Number(row), Number(col) - 1)).trim());
}

/** Whether a cell is of the line of the cover that nobody sees: it says which rows there were, and is no part of what is printed. */
export function isListed({ worksheet, row }: Cell): boolean {
  return (
    worksheet.name === WORKSHEETS.cover &&
    shownTextOf(worksheet.getCell(Number(row), 1)).trim() === COVER_FACTS.listed
  );
}

export function isLocked(cell: Cell): boolean {
  return cell.protection?.locked !== false;
}

/** Whether a cell has none of the looks that the program gives to all that it prints. */
export function isUndressed({ alignment }: Cell): boolean {
  return (alignment?.vertical ?? 'bottom') === 'bottom';
}
