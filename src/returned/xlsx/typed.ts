import type { Typed } from '../../model/sheet.js';
import { WORKSHEETS } from '../../sheets/index.js';
import {
  formulaOf,
  isDressed,
  isFormula,
  isSpan,
  linkOf,
  plainValueOf,
  shownTextOf,
  standingText,
  struckIn,
} from '../../workbook/cells.js';
import type { Cell } from '../../workbook/open.js';
import { isLocked, isUndressed } from './locked.js';

/** A link to a place of the workbook itself, as some programs write those that the notice has. */
const INNER = /^(?!\w+:).*#/;

/** What was typed into a cell; of a formula what it comes to, and the formula where the file does not say. */
export function typedOf(cell: Cell): Typed | null {
  const link = linkOf(cell);
  if (link !== undefined) {
    const text = shownTextOf(cell);
    const isOurs = link.startsWith('#') || (isLocked(cell) && INNER.test(link));
    return isOurs || link.replace(/^mailto:/, '') === text ? text : `${text}（${link}）`;
  }
  const to = /^HYPERLINK\("([^"]+)"/i.exec(formulaOf(cell) ?? '')?.[1];
  if (to !== undefined && !isLocked(cell)) return `${shownTextOf(cell)}（${to}）`;
  if (isUnsaved(cell)) return `=${formulaOf(cell) ?? ''}`;
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
  return isStruckInPart(cell) ? standingText(cell) : shownTextOf(cell);
}

/** Whether a cell has a formula of people's of which the file does not say what it comes to. */
export function isUnsaved(cell: Cell): boolean {
  return isTheirFormula(cell) && plainValueOf(cell) === null;
}

/** The program itself writes links, and counts on the cover, which have a result and the looks of what it prints. */
function isTheirFormula(cell: Cell): boolean {
  if (!isFormula(cell) || /^HYPERLINK\(/i.test(formulaOf(cell) ?? '')) return false;
  if (!isLocked(cell) || cell.worksheet.name !== WORKSHEETS.cover) return true;
  return isUndressed(cell) && plainValueOf(cell) === null && !isOwnFormula(cell);
}

/** Whether a cell of the cover has a formula that the program writes: it counts, or leads to another worksheet. */
export function isOwnFormula(cell: Cell): boolean {
  return OWN_FORMULA.test(formulaOf(cell) ?? '');
}

/** How these begin, as programs write them that save a workbook in another form: '任务清单'!$I$4, [任务清单.$I4. */
const OWN_FORMULA = new RegExp(
  `^(?:(?:COUNT(?:IF|A)|SUMPRODUCT\\(ISNUMBER)\\([[$']{0,3}(?:${WORKSHEETS.tasks}|${WORKSHEETS.open})['.!]|` +
    'REPT\\("█"|\\d+-SUM\\(B\\d+:B\\d+\\)$|HYPERLINK\\("#)',
);

/** What is to be known beside what a cell says. */
export function besideTyped(cell: Cell): string[] {
  return [formulaNote(cell), numberNote(cell), struckNote(cell)].filter((text) => text !== '');
}

/** A number that is seen otherwise than it was typed, where what is seen does not have all of it: 3.14159 as 3.14. */
function numberNote(cell: Cell): string {
  const value = plainValueOf(cell);
  if (typeof value !== 'number' || isFormula(cell) || !isDressed(cell)) return '';
  const seen = shownTextOf(cell);
  const digits = Number(seen.replaceAll(',', '').match(/\d+(?:\.\d+)?/)?.[0] ?? Number.NaN);
  const isWhole = Math.abs(value) === (seen.includes('%') ? Number(`${digits}e-2`) : digits);
  return isWhole ? '' : `原为数值：${value}`;
}

/** A formula is kept as a note beside what it comes to: its references would point elsewhere now. */
function formulaNote(cell: Cell): string {
  const isTheirs = isFormula(cell) && (!isLocked(cell) || isTheirFormula(cell));
  return isTheirs && !isUnsaved(cell) ? `原为公式：=${formulaOf(cell) ?? ''}` : '';
}

/** What somebody has crossed out of a text that goes on without it. */
function struckNote(cell: Cell): string {
  return isStruckInPart(cell) ? `划掉的字：${struckIn(cell).trim()}` : '';
}

/** Whether of a text that was typed some is struck through, and some stands: why all of it is, nobody knows. */
function isStruckInPart(cell: Cell): boolean {
  return !isLocked(cell) && struckIn(cell).trim() !== '' && standingText(cell).trim() !== '';
}
