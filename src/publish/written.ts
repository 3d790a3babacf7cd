import { type Collected, whoseIs } from '../collect/index.js';
import type { TaskSheet } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { type PrintedCell, printedAt, printedCells, printedDigest } from '../returned/index.js';
import { sheetFor, WORKSHEETS } from '../sheets/index.js';
import type { Workbook } from '../workbook/open.js';
import { sheetWorkbook } from '../write/index.js';
import { keyOf, OF_FILE, reprintedFinder, withoutReprinted } from './reprinted.js';

/** An edition as the program writes it: who has written over that has written elsewhere than in the notice. */
const EDITION = /^[0-9A-Z]{8}$/;

/**
 * What came back, with what was typed over the cells that are printed outside the rows of the tasks: on the cover, in
 * titles and headers, among what is asked, in the measures; and without what is only printed there. They are told by the
 * sheet as it was sent out, which is known where the notice has not changed since.
 */
export async function withWritten(book: TaskBook, collected: Collected): Promise<Collected> {
  const { isChanged = false, isConverted = false, printed = [] } = collected;
  if (!isChanged && !isConverted) return collected;
  const { found, group = found } = whoseIs(book, collected.sheet, isChanged);
  const wanted = group === undefined ? undefined : sheetFor(book, group);
  if (!wanted) return collected;
  const sheet = isConverted ? await withoutReprinted(collected.sheet, [wanted]) : collected.sheet;
  const cleaned = { ...collected, sheet };
  const isOther = sheet.edition !== wanted.edition && EDITION.test(sheet.edition ?? '');
  if (!isChanged || isOther) return cleaned;
  const { workbook } = await sheetWorkbook(wanted, []);
  const sent = new Set(printedCells(workbook).map(keyOf));
  const known = new Set(sheet.stray.map(({ at }) => ('address' in at ? `${at.sheet}!${at.address}` : '')));
  const isOurs = isConverted ? (await reprintedFinder([wanted]))(printed) : () => false;
  const written = printed.filter(
    (cell) =>
      !sent.has(keyOf(cell)) &&
      !OF_FILE.test(cell.text) &&
      !known.has(`${cell.within ?? cell.sheet}!${cell.address}`) &&
      !isOurs(cell),
  );
  if (isAllOf(workbook, collected)) return asSent(cleaned);
  // More than that is another sheet.
  if (written.length === 0 || written.length > printed.length / 2) return cleaned;
  const stray = written.map((cell) => ({ at: printedAt(sheet.file, cell), text: cell.text }));
  return { ...cleaned, sheet: { ...sheet, stray: [...sheet.stray, ...stray] } };
}

/** Whether nothing is otherwise in a file but that worksheets were taken out, which nobody has to fill in or to read. */
function isAllOf(workbook: Workbook, { digest, sheets = [] }: Collected): boolean {
  for (const name of Object.values(WORKSHEETS)) {
    const sheet = sheets.includes(name) ? undefined : workbook.getWorksheet(name);
    if (sheet) workbook.removeWorksheet(sheet.id);
  }
  return digest === printedDigest(workbook);
}

function asSent({ isChanged: _, sheet: { isChanged: __, ...sheet }, ...collected }: Collected): Collected {
  return { ...collected, sheet };
}

/**
 * Whether a file has all the worksheets that its sheet was sent out with.
 *
 * @param names which of the program's worksheets are there
 */
export async function hasAllSheets(sheet: TaskSheet, names: readonly string[]): Promise<boolean> {
  const { workbook } = await sheetWorkbook(sheet, []);
  return Object.values(WORKSHEETS).every((name) => !workbook.getWorksheet(name) || names.includes(name));
}

/**
 * The cells outside the rows of the tasks in which something else stands than the program prints, or nothing any more.
 *
 * @param sheet as it was sent out
 * @param printed what stands there in the file
 * @returns nothing where most is otherwise
 */
export async function otherCells(
  sheet: TaskSheet,
  printed: readonly PrintedCell[],
): Promise<string[] | undefined> {
  const ours = printedCells((await sheetWorkbook(sheet, [])).workbook);
  const notIn = (cells: readonly PrintedCell[]) => {
    const keys = new Set(cells.map(keyOf));
    return (cell: PrintedCell) => !keys.has(keyOf(cell)) && !OF_FILE.test(cell.text);
  };
  // Other programs leave of a formula what it showed.
  const isOurs = (await reprintedFinder([sheet]))(printed);
  const written = printed.filter((cell) => notIn(ours)(cell) && !isOurs(cell));
  // More than that is another sheet.
  if (written.length > printed.length / 2) return undefined;
  // A worksheet that is gone has no cells.
  const there = new Set(printed.map((cell) => cell.sheet));
  const gone = ours.filter(notIn(printed)).filter((cell) => there.has(cell.sheet));
  return Array.from(
    new Set([...written, ...gone].map(({ sheet: own, within = own, address }) => `${within}!${address}`)),
  );
}
