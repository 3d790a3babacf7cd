import type { Typed } from '../../model/sheet.js';
import {
  formulaOf,
  isDressed,
  isFormula,
  isSpan,
  linkOf,
  plainValueOf,
  shownTextOf,
} from '../../workbook/cells.js';
import type { Cell } from '../../workbook/open.js';
import { isLocked } from './locked.js';

/** What was typed into a cell; of a formula what it comes to. */
export function typedOf(cell: Cell): Typed | null {
  const link = linkOf(cell);
  if (link !== undefined) {
    const text = shownTextOf(cell);
    const isSaid = link.startsWith('#') || link.replace(/^mailto:/, '') === text;
    return isLocked(cell) || isSaid ? text : `${text}（${link}）`;
  }
  const to = /^HYPERLINK\("([^"]+)"/i.exec(formulaOf(cell) ?? '')?.[1];
  if (to !== undefined && !isLocked(cell)) return `${shownTextOf(cell)}（${to}）`;
  const value = plainValueOf(cell);
  if (value === null || value === '') return null;
  if (value instanceof Date) {
    // Times without a day count from nought: 12:30, 30:00:00.
    if (value.getUTCFullYear() < 1900 || isSpan(cell)) return shownTextOf(cell);
    const [day = '', time = ''] = value.toISOString().split(/[T.]/);
    return time === '00:00:00' ? { date: day } : `${day} ${time}`;
  }
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && !isDressed(cell)) return value;
  return shownTextOf(cell);
}

/** A number that is seen otherwise than it was typed, where what is seen does not have all of it: 3.14159 as 3.14. */
export function numberNote(cell: Cell): string {
  const value = plainValueOf(cell);
  if (typeof value !== 'number' || isFormula(cell) || isLocked(cell) || !isDressed(cell)) return '';
  const seen = shownTextOf(cell);
  const digits = Number(seen.replaceAll(',', '').match(/\d+(?:\.\d+)?/)?.[0] ?? Number.NaN);
  const isWhole = Math.abs(value) === (seen.includes('%') ? Number(`${digits}e-2`) : digits);
  return isWhole ? '' : `原为数值：${value}`;
}

/** A formula is kept as a note beside what it comes to: its references would point elsewhere now. */
export function formulaNote(cell: Cell): string {
  return isFormula(cell) && !isLocked(cell) ? `原为公式：=${formulaOf(cell) ?? ''}` : '';
}
