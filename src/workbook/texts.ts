import type { Worksheet } from 'exceljs';
import type { Place } from '../model/place.js';
import { rowsOf, shownTextOf } from './cells.js';

/** Every text of a worksheet by row and by column, with its place; a merged cell says what the first one says. */
export function textsOf(file: string, sheet: Worksheet): { readonly text: string; readonly at: Place }[][] {
  const rows: { text: string; at: Place }[][] = [];
  for (const row of rowsOf(sheet)) {
    const texts: { text: string; at: Place }[] = [];
    for (let column = 1; column <= row.cellCount; column++) {
      const cell = row.findCell(column);
      const address = `${sheet.getColumn(column).letter}${row.number}`;
      texts.push({ text: cell ? shownTextOf(cell) : '', at: { file, sheet: sheet.name, address } });
    }
    rows.push(texts);
  }
  return rows;
}
