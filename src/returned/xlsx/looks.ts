import { eachCell, rowsOf, shownTextOf, struckIn } from '../../workbook/cells.js';
import { isTaskId } from '../ids.js';
import type { TableSheet } from './choose.js';

/** What people say by looks alone, in words: text struck through, and colours by which rows differ. */
export function looksIn(tables: readonly TableSheet[]): string[] {
  const colours = new Map<string, Set<string>>();
  let isStruck = false;
  for (const { sheet, header, headings } of tables) {
    eachCell(sheet, (cell) => {
      if (Number(cell.row) > header + 1 && struckIn(cell).trim() !== '') isStruck = true;
    });
    const idAt = headings.findIndex((each) => each.kind === 'notice' && each.id === 'id');
    for (const row of rowsOf(sheet)) {
      if (row.number < header + 2 || idAt < 0 || !isTaskId(shownTextOf(row.getCell(idAt + 1)).trim()))
        continue;
      for (const [i, heading] of headings.entries()) {
        const cell = heading.kind === 'fill-in' ? row.findCell(i + 1) : undefined;
        // Merging cells leaves those that it covers without a colour; who sees none has painted nothing.
        if (cell?.isMerged || cell?.fill?.type !== 'pattern' || cell.fill.pattern === 'none') continue;
        const { fill } = cell;
        const key = `${sheet.id} ${i}`;
        colours.set(key, (colours.get(key) ?? new Set()).add(JSON.stringify([fill.pattern, fill.fgColor])));
      }
    }
  }
  const isColoured = Array.from(colours.values()).some(({ size }) => size > 1);
  return [...(isStruck ? ['删除线'] : []), ...(isColoured ? ['单独涂的颜色'] : [])];
}
