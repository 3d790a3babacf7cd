import { withinFile } from '../model/place.js';
import { formatOf, unzip } from '../read/index.js';
import { shortDigest } from '../tasks/index.js';
import { eachCell, noteOf, shownTextOf } from '../workbook/cells.js';
import type { Cell, Workbook, Worksheet } from '../workbook/open.js';
import { writtenInText } from './roll-up-text.js';

/** What stands before the digest among a workbook's properties, which every program keeps. */
const MARK = '校验 ';

/** Marks a roll-up with what the program has written into it, whatever the order of cells: who sorts it writes nothing. */
export function markRollUp(workbook: Workbook): void {
  workbook.keywords = MARK + digestOf(workbook);
}

function digestOf({ worksheets }: Workbook): string {
  const texts: string[] = [];
  for (const sheet of worksheets)
    eachCell(sheet, (cell) => {
      texts.push(...[textOf(cell), noteOf(cell).replace(/\s/g, '')].filter((text) => text !== ''));
    });
  return shortDigest(texts.sort().join('\n'), 12);
}

/** What a cell says, without the format in which a program shows a number. */
function textOf(cell: Cell): string {
  const { value } = cell;
  return (typeof value === 'number' ? String(value) : shownTextOf(cell)).replace(/\s/g, '');
}

/**
 * What somebody has written into a roll-up: none of it goes to any sheet, nor to the next roll-up.
 *
 * @returns the words that stand beside its tables and in comments, with their places, or none of them where others were
 *   changed; nothing where it is as the program wrote it, as far as it tells
 */
export async function writtenInRollUp(bytes: Uint8Array, file: string): Promise<string[] | undefined> {
  if (formatOf(bytes) === 'text') return writtenInText(bytes, file);
  const { value: parts } = await unzip(bytes, file);
  // What reads workbooks is loaded where one is read.
  const { openWorkbook } = await import('../workbook/open.js');
  const { value: workbook } = parts ? await openWorkbook(parts, file) : { value: undefined };
  if (!workbook) return undefined;
  const { keywords = '' } = workbook;
  if (keywords === MARK + digestOf(workbook)) return undefined;
  const words = workbook.worksheets.flatMap((sheet) => besideIn(sheet, file));
  // Earlier versions wrote no digest.
  return words.length > 0 || keywords.startsWith(MARK) ? words : undefined;
}

/** The row that names the columns, below the title and what is said of all. */
const HEADER = 3;

function besideIn(sheet: Worksheet, file: string): string[] {
  let width = 0;
  eachCell(sheet, (cell) => {
    if (Number(cell.row) === HEADER && Number(cell.col) === width + 1 && textOf(cell) !== '') width++;
  });
  const found: string[] = [];
  const add = ({ address }: Cell, text: string) =>
    found.push(`${withinFile({ file, sheet: sheet.name, address })}“${text}”`);
  eachCell(sheet, (cell) => {
    if (Number(cell.col) > width && textOf(cell) !== '') add(cell, shownTextOf(cell).trim());
    if (noteOf(cell) !== '') add(cell, `（批注）${noteOf(cell)}`);
  });
  return found;
}
