import type { ReturnedSheet } from '../model/returned.js';
import type { TaskSheet } from '../model/sheet.js';
import type { PrintedCell } from '../returned/index.js';
import { COVER_FACTS, unspaced } from '../sheets/index.js';
import { shownTextOf } from '../workbook/cells.js';
import { sheetWorkbook } from '../write/index.js';

/** What a text has that depends on how sure tasks were to be that were sent: counts, and the numbers of lines. */
const COUNTS = /^[\d一二三四五六]+[.、]|(?<=^(?:[应须]办|待确认)) \d+ 项.*|\d+(?= ?问$)/gu;

/** What older sheets call 应办. */
const FORMER_COUNT = /(?<=^|｜\s?)须办(?= \d)/u;

/** What the program prints of a file: where in the notice something stands, the notice's name, a checksum. */
export const OF_FILE = /(?:\.\w{2,5}|:\d+:\d+|#(?:[段页表行列]\d+\/?)+)$|^[0-9A-Z]{12}$/u;
const FILE_LABELS: ReadonlySet<string> = new Set([COVER_FACTS.file, COVER_FACTS.check]);

/** Where in the notice a task stands, below its name or by itself: it moves with each edition. */
const REFS = /(?:^|\n)(?:[〇一二三四五六七八九十百]{1,4}-\d{1,4}[、，,\s]{0,2}){1,999}$|\n\d{1,4}$/u;

/** What Excel reckons by formulas that the program writes: counts, bars, and what it shows where it cannot. */
const RECKONED = /^(?:#.*|[^\p{L}]*)$/su;

/** A printed cell as it is known again, wherever it stands on its worksheet or in the notice, and however often somebody was asked. */
export function keyOf({ sheet, text }: Pick<PrintedCell, 'sheet' | 'text'>): string {
  return `${sheet}\n${unspaced(text.replace(REFS, '').replace(FORMER_COUNT, '应办').replace(COUNTS, ''))}`;
}

/**
 * What stands where nobody was to write, without what the program itself prints there: programs that save a workbook in
 * another form leave nothing by which its own cells are known.
 *
 * @param sheets as they went out, or are now
 */
export async function withoutReprinted(
  returned: ReturnedSheet,
  sheets: readonly TaskSheet[],
): Promise<ReturnedSheet> {
  const isOurs = await reprintedFinder(sheets);
  const cells = returned.stray.flatMap(({ at, text }) => ('sheet' in at ? [cellOf(at, text)] : []));
  const isPrinted = isOurs(cells);
  // Of an edition that nobody has any more its own rows tell what its cover prints: the figures, and which edition it is.
  const figures = returned.rows.flatMap(({ cells: { indicators = '' }, edits }) =>
    edits?.['indicators'] === undefined ? indicators.split('\n') : [],
  );
  const own = new Set([...figures, returned.edition ?? ''].map(unspaced));
  const stray = returned.stray.filter(
    ({ at, text }) => !('sheet' in at && (isPrinted(cellOf(at, text)) || own.has(unspaced(text)))),
  );
  return { ...returned, stray };
}

function cellOf(
  { sheet, address = '' }: { sheet: string; address?: string | undefined },
  text: string,
): PrintedCell {
  return { sheet, address, text };
}

/** Tells which cells of a file, of all that are in question, hold just what the program prints in the workbooks of some sheets. */
export async function reprintedFinder(
  sheets: readonly TaskSheet[],
): Promise<(cells: readonly PrintedCell[]) => (cell: PrintedCell) => boolean> {
  const printed = new Set<string>();
  const reckoned = new Set<string>();
  for (const each of sheets) {
    const { workbook } = await sheetWorkbook(each, []);
    for (const worksheet of workbook.worksheets) {
      worksheet.eachRow((row) => {
        row.eachCell((cell) => {
          printed.add(keyOf({ sheet: worksheet.name, text: shownTextOf(cell) }));
          if (cell.formula) reckoned.add(`${worksheet.name}!${cell.address}`);
        });
      });
    }
  }
  return (cells) => {
    const texts = new Map(cells.map(({ sheet, address, text }) => [`${sheet}!${address}`, text.trim()]));
    return ({ sheet, address, text }) => {
      if (printed.has(keyOf({ sheet, text }))) return true;
      if (reckoned.has(`${sheet}!${address}`) && RECKONED.test(text)) return true;
      const label = texts.get(`${sheet}!${leftOf(address)}`) ?? '';
      return FILE_LABELS.has(label) && OF_FILE.test(text.trim());
    };
  };
}

/** The cell at the left of one among the first columns. */
function leftOf(address: string): string {
  return address.replace(/^[B-Z](?=\d)/, (letter) => String.fromCharCode(letter.charCodeAt(0) - 1));
}
