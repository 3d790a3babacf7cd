import type { Workbook } from 'exceljs';
import { strFromU8 } from 'fflate';
import { eachCell, plainValueOf } from '../../workbook/cells.js';
import { attributeOf, worksheetParts } from '../../workbook/results.js';
import type { PackageParts } from '../../workbook/zip.js';

/** How WPS shows a picture in a cell; other programs show these words. */
const SHOWS_PICTURE = /^=?\s*(?:_xlfn\.)?DISPIMG\(/i;

/** Excel's own: a value that is no text, and an error for programs that do not know it ([MS-XLSX] 2.6.345). */
const RICH_CELL = /<c\b[^<>]{0,300}\bvm="\d+"[^<>]{0,300}>/g;

/**
 * Takes the pictures out of the cells that hold one instead of a text.
 *
 * @returns their addresses, by the worksheet's number
 */
export function takePictures(
  workbook: Workbook,
  parts: PackageParts,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  const rich = new Map(worksheetParts(workbook, parts).map(([sheet, part]) => [sheet.id, richIn(part)]));
  for (const sheet of workbook.worksheets) {
    const addresses: string[] = [];
    eachCell(sheet, (cell) => {
      const content = plainValueOf(cell);
      if (typeof content !== 'string') return;
      if (!SHOWS_PICTURE.test(content) && !rich.get(sheet.id)?.has(cell.address)) return;
      addresses.push(cell.address);
      cell.value = null;
    });
    found.set(sheet.id, addresses);
  }
  return found;
}

function richIn(part: Uint8Array): ReadonlySet<string> {
  const tags = strFromU8(part).match(RICH_CELL) ?? [];
  return new Set(tags.filter((tag) => attributeOf(tag, 't') === 'e').map((tag) => attributeOf(tag, 'r')));
}
