import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import { SHEET_COLUMNS } from '../sheets/index.js';
import { isId } from './ids.js';
import type { RawCell } from './raw-cell.js';

// Rows below a header that are of no task.

/** What somebody writes before a name or a day: 填报人：, 审核:. */
const LABEL = /\p{Script=Han}[：:]$/u;

/** Whether a row bears no task: words where the id or a number stands, and neither a name nor a goal; a label there. */
export function isBesideTasks({ id, kept, cells }: ReturnedRow): boolean {
  const first = (id || cells.number || cells.ref || '').trim();
  const isWords = first !== '' && !isId(first);
  const isNameless = cells.name === undefined && cells.goal === undefined;
  return kept === null && isWords && (isNameless || LABEL.test(first));
}

export function remarkIn(cells: readonly RawCell[]): ReturnedSheet['stray'] {
  const said = cells.filter(({ text }) => text.trim() !== '');
  const noted = cells.filter(({ note }) => note !== '');
  const [first] = said;
  return [
    ...(first ? [{ at: first.at, text: said.map(({ text }) => text.trim()).join('　') }] : []),
    ...noted.map(({ at, note }) => ({ at, text: `（批注）${note}` })),
  ];
}

/** How many columns a row must number to be no row of anything. */
const COUNTED = 5;

/** Whether a row says nothing but which column is which, as printed forms do below their header: 1, 2, 3. */
export function isNumbering(cells: readonly RawCell[]): boolean {
  const said = cells.filter(({ text, note }) => text.trim() !== '' || note !== '');
  const isNext = ({ text, note }: RawCell, i: number) =>
    note === '' && text.replace(/[（()）\s]/g, '') === String(i + 1);
  return said.length >= COUNTED && said.every(isNext);
}

/** What somebody has typed over the words of a question: it has no column of its own. */
export function writtenOver({ edits = {}, cells, places, at }: ReturnedRow): ReturnedSheet['stray'] {
  return SHEET_COLUMNS.flatMap(({ id }) =>
    edits[id] === 'typed' ? [{ at: places[id] ?? at, text: cells[id] ?? '' }] : [],
  );
}
