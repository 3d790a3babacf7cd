import type { ReturnedSheet } from '../../model/returned.js';
import { WORKSHEETS } from '../../sheets/index.js';
import { eachCell, isFormula, shownTextOf } from '../../workbook/cells.js';
import type { Cell, Workbook, Worksheet } from '../../workbook/open.js';
import { coveredTexts } from '../../workbook/restore.js';
import type { PackageParts } from '../../workbook/zip.js';
import type { RawCell } from '../raw-cell.js';
import { COUNTED, printedTitles } from '../titles.js';
import type { TableSheet } from './choose.js';
import { isListed, isLocked, isUndressed } from './locked.js';
import type { SheetNames } from './names.js';
import { rowNumberOf } from './raw-rows.js';
import { isOwnFormula } from './typed.js';

type Strays = ReturnedSheet['stray'];

/** Whose a sheet is, as its cover says, and as the title of that does. */
export interface CoverNames {
  readonly unit: string | null;
  readonly title: string | null;
}

export const NO_COVER: CoverNames = { unit: null, title: null };

/** What stands in the tables of a sheet where nobody was to write: above them, on their headers, beside their rows. */
export function straysOfTables(
  tables: readonly TableSheet[],
  isAsPrinted: boolean,
  { unit, title }: CoverNames,
): Strays {
  return tables.flatMap(({ sheet, above, headerNotes, remarks }) => {
    const ours = printedTitles(above, unit);
    return [
      ...above.flatMap((cells) =>
        straysIn(cells, (j) => {
          const cell = sheet.getCell(rowNumberOf(cells), j + 1);
          if (isAsPrinted) return !isLocked(cell);
          const text = shownTextOf(cell).trim();
          if (isTitle(cell)) return isWrittenTitle(cell, unit) && text !== title;
          return !ours.has(text) && text !== title;
        }),
      ),
      ...headerNotes.map(({ at, note }) => ({ at, text: `（批注）${note}` })),
      ...remarks,
    ];
  });
}

/**
 * What stands in a worksheet that is printed for reading, but for the cells that are there to be filled in.
 *
 * @param isIntact whether all that is printed is what its checksum says: who has written into it is told by that, whatever looks a
 *   program has left; of formulas it does not speak
 */
export function straysOfPrinted(
  sheet: Worksheet,
  rows: readonly (readonly RawCell[])[],
  { open, isIntact }: { readonly open: ReadonlySet<Cell>; readonly isIntact: boolean },
): Strays {
  return rows.flatMap((cells) =>
    straysIn(cells, (j) => {
      const cell = sheet.getCell(rowNumberOf(cells), j + 1);
      const isTheirs = isIntact ? isFormula(cell) && !isOwnFormula(cell) : true;
      return (!isLocked(cell) || (isUndressed(cell) && isTheirs)) && !open.has(cell) && !isListed(cell);
    }),
  );
}

/** What merged cells cover and nobody sees. */
export function covered(workbook: Workbook, parts: PackageParts, file: string, names: SheetNames): Strays {
  return coveredTexts(workbook, parts)
    .filter(({ sheet, address, text }) => shownTextOf(sheet.getCell(address).master).trim() !== text.trim())
    .map(({ sheet, address, text }) => ({
      at: { file, sheet: names.get(sheet) ?? sheet.name, address },
      text: `（被合并的单元格盖住）${text}`,
    }));
}

/** Whether a cell is a line above the tasks as the program prints it: locked, and merged from the first column. */
function isTitle(cell: Cell): boolean {
  const isOurs = TITLED.some((name) => cell.worksheet.name === name);
  return isOurs && isLocked(cell) && cell.isMerged && Number(cell.col) === 1;
}

const TITLED: readonly string[] = [WORKSHEETS.tasks, WORKSHEETS.open];

/** Whether somebody has written into the title of the tasks, or into the line below it. */
function isWrittenTitle(cell: Cell, unit: string | null): boolean {
  if (cell.worksheet.name !== WORKSHEETS.tasks) return false;
  const text = shownTextOf(cell).trim();
  const row = Number(cell.row);
  if (row === 2) return !COUNTED.test(text);
  // Without a cover nobody says whose title it was; it ended so all the same.
  const isPrinted = unit === null ? text.endsWith(WORKSHEETS.tasks) : text === `${unit}${WORKSHEETS.tasks}`;
  return row === 1 && !isPrinted;
}

/** Whether a program has left nothing of the looks by which the cells that are printed on a worksheet are known. */
export function isBare(sheet: Worksheet): boolean {
  let isDressed = false;
  eachCell(sheet, (cell) => {
    if (!isUndressed(cell)) isDressed = true;
  });
  return !isDressed;
}

/** What stands, or is noted, where nobody was to write. */
export function straysIn(cells: readonly RawCell[], isOpen: (index: number) => boolean): Strays {
  return cells.flatMap(({ at, text, note }, i) => [
    ...(text !== '' && isOpen(i) ? [{ at, text }] : []),
    ...(note !== '' ? [{ at, text: `（批注）${note}` }] : []),
  ]);
}
