import { addTo } from '../../model/grouping.js';
import { eachCell, hasPattern, rowsOf, shownTextOf, struckIn } from '../../workbook/cells.js';
import type { Cell } from '../../workbook/open.js';
import { isTaskId } from '../ids.js';
import { placesWords, STRUCK } from '../places-words.js';
import type { TableSheet } from './choose.js';
import type { SheetNames } from './names.js';

/**
 * What people say by looks alone, in words, with where: text struck through, and colours that a cell has and most others of its
 * column have not.
 *
 * @param names what worksheets are called in the file
 */
export function looksIn(tables: readonly TableSheet[], names: SheetNames): string[] {
  const coloured: string[] = [];
  const struck: string[] = [];
  const placeOf = ({ worksheet, address }: Cell) => `${names.get(worksheet) ?? worksheet.name}!${address}`;
  for (const { sheet, headerRow, headings } of tables) {
    eachCell(sheet, (cell) => {
      if (Number(cell.row) > headerRow && struckIn(cell).trim() !== '') struck.push(placeOf(cell));
    });
    const idAt = headings.findIndex((each) => each.kind === 'notice' && each.id === 'id');
    const rows = rowsOf(sheet).filter(
      (row) => row.number > headerRow && idAt >= 0 && isTaskId(shownTextOf(row.getCell(idAt + 1)).trim()),
    );
    for (const [i, heading] of headings.entries()) {
      const byColour = new Map<string, Cell[]>();
      for (const row of heading.kind === 'fill-in' ? rows : []) {
        const cell = row.findCell(i + 1);
        // Merging cells leaves those that it covers without a colour; who sees none has painted nothing.
        if (cell?.isMerged || cell?.fill?.type !== 'pattern' || !hasPattern(cell.fill)) continue;
        addTo(byColour, JSON.stringify([cell.fill.pattern, cell.fill.fgColor]), cell);
      }
      const [, ...others] = Array.from(byColour.values()).sort((a, b) => b.length - a.length);
      coloured.push(...others.flat().map(placeOf));
    }
  }
  return [
    ...(struck.length > 0 ? [`${STRUCK}${placesWords(struck)}`] : []),
    ...(coloured.length > 0 ? [`单独涂的颜色${placesWords(coloured)}`] : []),
  ];
}
