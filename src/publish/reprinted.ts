import type { ReturnedSheet } from '../model/returned.js';
import type { TaskSheet } from '../model/sheet.js';
import { shownTextOf } from '../workbook/cells.js';
import { sheetWorkbook } from '../write/index.js';

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
  const printed = new Set<string>();
  const reckoned = new Set<string>();
  for (const sheet of sheets) {
    const { workbook } = await sheetWorkbook(sheet, []);
    workbook.eachSheet((worksheet) => {
      worksheet.eachRow((row) => {
        row.eachCell((cell) => {
          printed.add(key(worksheet.name, shownTextOf(cell)));
          if (cell.formula) reckoned.add(key(worksheet.name, cell.address));
        });
      });
    });
  }
  const stray = returned.stray.filter(({ at, text }) => {
    if (!('sheet' in at)) return true;
    return !(printed.has(key(at.sheet, text)) || reckoned.has(key(at.sheet, at.address ?? '')));
  });
  return { ...returned, stray };
}

function key(sheet: string, of: string): string {
  return `${sheet}\n${of.replace(/\s+/g, '')}`;
}
