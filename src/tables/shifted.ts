import type { PlacedColumn } from '../model/notice.js';
import { isPeople } from '../words/people.js';
import { isPart } from '../words/roles.js';
import type { AlignedCell, AlignedRow } from './align.js';
import { contentOf, namesUnits } from './content.js';

/** One cell under a wrong column may be a slip of its writer. */
const LEAST_WRONG = 2;

/** A row whose cells were moved back under their columns, and the first of these columns. */
export interface Moved {
  readonly row: AlignedRow;
  readonly from: PlacedColumn;
}

/**
 * A row in which somebody typed one empty cell too many, so that all cells behind it stand a column too far to the
 * right: a person under 牵头部门, units under 时限. It is read as meant only where each of them is what the column
 * before wants, and two at least are not what their own does.
 *
 * @returns nothing where the cells are what their columns want, or nobody can know what was meant
 */
export function movedBack(row: AlignedRow, columns: readonly PlacedColumn[]): Moved | undefined {
  const { cells } = row;
  const isPlain = cells.length === columns.length && !cells.some(({ merged, missing }) => merged || missing);
  if (!isPlain || !cells.some(isWrong)) return undefined;
  for (const [gap, { passage }] of cells.entries()) {
    const empty = cells[gap];
    const behind = cells.slice(gap + 1);
    if (passage.text !== '' || !empty || behind.filter(isWrong).length < LEAST_WRONG) continue;
    const moved = behind.map(
      (cell, i): AlignedCell => ({ ...cell, column: (cells[gap + i] as AlignedCell).column }),
    );
    if (moved.some(isWrong)) continue;
    const last = { ...empty, column: (cells.at(-1) as AlignedCell).column };
    return { row: { ...row, cells: [...cells.slice(0, gap), ...moved, last] }, from: empty.column };
  }
  return undefined;
}

/** Whether a cell is nothing that its column holds. */
function isWrong({ column, passage: { text } }: AlignedCell): boolean {
  if (text === '') return false;
  if (isPart(column.role)) return isPeople(text) || !namesUnits(text);
  if (column.role === 'person') return !isPeople(text);
  return column.role === 'deadline' && contentOf([text]) === 'units';
}
