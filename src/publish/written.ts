import { type Collected, whoseIs } from '../collect/index.js';
import type { TaskBook } from '../model/taskbook.js';
import { type PrintedCell, printedAt, printedCells } from '../returned/index.js';
import { sheetFor, unspaced } from '../sheets/index.js';
import { sheetWorkbook } from '../write/index.js';

/** What a text has that depends on how sure tasks were to be that were sent: counts, and the numbers of lines. */
const COUNTS = /^[\d一二三四五六]+[.、]|(?<=^(?:须办|待确认)) \d+ 项.*|\d+(?=问$)/gu;

/** An edition as the program writes it: who has written over that has written elsewhere than in the notice. */
const EDITION = /^[0-9A-Z]{8}$/;

/** What the program prints of a file: where in the notice something stands, the notice's name, a checksum. */
const OF_FILE = /(?:\.\w{2,5}|:\d+:\d+|#(?:[段页表行列]\d+\/?)+)$|^[0-9A-Z]{12}$/u;

/**
 * What came back, with what was typed over the cells that are printed outside the rows of the tasks: on the cover, in
 * titles and headers, among what is asked, in the measures. They are told by the sheet as it was sent out, which is
 * known where the notice has not changed since.
 */
export async function withWritten(book: TaskBook, collected: Collected): Promise<Collected> {
  const { sheet, isChanged = false, printed = [] } = collected;
  const { found, group = found } = isChanged ? whoseIs(book, sheet, isChanged) : {};
  const wanted = group === undefined ? undefined : sheetFor(book, group);
  const isOther = sheet.edition !== wanted?.edition && EDITION.test(sheet.edition ?? '');
  if (!wanted || isOther) return collected;
  const { workbook } = await sheetWorkbook(wanted, []);
  const sent = new Set(printedCells(workbook).map(keyOf));
  const known = new Set(sheet.stray.map(({ at }) => ('address' in at ? `${at.sheet}!${at.address}` : '')));
  const written = printed.filter(
    (cell) =>
      !sent.has(keyOf(cell)) && !OF_FILE.test(cell.text) && !known.has(`${cell.sheet}!${cell.address}`),
  );
  // More than that is another sheet.
  if (written.length === 0 || written.length > printed.length / 2) return collected;
  const stray = written.map((cell) => ({ at: printedAt(sheet.file, cell), text: cell.text }));
  return { ...collected, sheet: { ...sheet, stray: [...sheet.stray, ...stray] } };
}

function keyOf({ sheet, text }: PrintedCell): string {
  return `${sheet}\n${unspaced(text.replace(COUNTS, ''))}`;
}
