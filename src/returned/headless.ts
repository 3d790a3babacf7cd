import { checkIn } from '../sheets/index.js';
import { headingsOf } from './headings.js';
import { idIn, isTaskId } from './ids.js';
import type { RawCell } from './raw-cell.js';
import type { StackedTable } from './stacked.js';

/**
 * Rows of tasks that stand on a worksheet without their header, as who cuts and pastes rows leaves them, under the header that
 * they had: their ids and checks say so, wherever on the worksheet they stand.
 *
 * @param header the header of the table that they were cut from
 * @returns the table, or nothing where there are no such rows, or something stands left of them
 */
export function underHeaderOf(
  header: readonly RawCell[],
  rows: readonly RawCell[][],
): StackedTable | undefined {
  const headings = headingsOf(header.map(({ text }) => text));
  const idAt = headings.findIndex((each) => each.kind === 'notice' && each.id === 'id');
  const checkAt = headings.findIndex(({ kind }) => kind === 'check');
  if (idAt < 0 || checkAt < 0) return undefined;
  const shiftOf = (cells: readonly RawCell[]): number | undefined => {
    const at = cells.findIndex(({ text }) => isTaskId(idIn(text)));
    const { check } = checkIn(cells[at - idAt + checkAt]?.text ?? '');
    return at >= 0 && check !== '' ? at - idAt : undefined;
  };
  const first = rows.findIndex((cells) => shiftOf(cells) !== undefined);
  const [cells, shift] = [rows[first], shiftOf(rows[first] ?? [])];
  if (!cells || shift === undefined) return undefined;
  if (rows.some((each) => each.slice(0, Math.max(0, shift)).some(isUsed))) return undefined;
  const under = (each: readonly RawCell[]) => shifted(each, shift);
  const heads = header.map(({ text }, i) => ({ ...blank(cells[i + shift] ?? cells[0]), value: text, text }));
  const above = rows.slice(0, first);
  return { rows: [...above, heads, ...rows.slice(first).map(under)], header: above.length };
}

function shifted(cells: readonly RawCell[], shift: number): RawCell[] {
  if (shift >= 0) return cells.slice(Math.min(shift, cells.length - 1));
  return [...Array.from({ length: -shift }, () => blank(cells[0])), ...cells];
}

/** A cell in which nothing stands, at the place of another. */
function blank(cell: RawCell | undefined): RawCell {
  return { value: null, text: '', note: '', at: (cell as RawCell).at };
}

function isUsed({ text, note }: RawCell): boolean {
  return text !== '' || note !== '';
}
