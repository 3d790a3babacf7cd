import type { Row } from '../model/document.js';
import type { GridCell, GridRow } from '../model/notice.js';

/** No table of tasks has more slots across; what a cell claims beyond them counts as one. */
const MOST_SLOTS = 1000;

/**
 * Lays the cells of a table's rows out on its grid as HTML does (Living Standard §4.9.12): a cell takes the first
 * free slots of its row, and those below it that it spans. A cell of a format that does not tell spans
 * takes one slot.
 */
export function layOut(rows: readonly Row[]): GridRow[] {
  /** For each slot, the cell that reaches into the next row and for how many rows more. */
  let hanging: (Hanging | undefined)[] = [];
  return rows.map(({ cells, at }): GridRow => {
    const placed: GridCell[] = [];
    const next: (Hanging | undefined)[] = [];
    const hang = (cell: GridCell, rowsLeft: number) => {
      if (rowsLeft > 0) for (let slot = cell.from; slot < cell.to; slot++) next[slot] = { cell, rowsLeft };
    };
    const takeHanging = (slot: number): number => {
      const { cell, rowsLeft } = hanging[slot] as Hanging;
      const own = { ...cell, above: true };
      placed.push(own);
      hang(own, rowsLeft - 1);
      return cell.to;
    };

    let slot = 0;
    for (const { passage, rowSpan, colSpan } of cells) {
      while (hanging[slot]) slot = takeHanging(slot);
      const cell: GridCell = {
        passage,
        from: slot,
        to: Math.max(slot + 1, Math.min(slot + (colSpan ?? 1), MOST_SLOTS)),
        above: false,
        spansKnown: rowSpan !== null,
      };
      placed.push(cell);
      if (slot < MOST_SLOTS) hang(cell, (rowSpan ?? 1) - 1);
      slot = cell.to;
    }
    for (; slot < hanging.length; slot++) if (hanging[slot]) slot = takeHanging(slot) - 1;
    hanging = next;
    return { at, cells: placed };
  });
}

interface Hanging {
  readonly cell: GridCell;
  readonly rowsLeft: number;
}

/** How many slots a row takes. */
export function slotsOf({ cells }: GridRow): number {
  return cells.at(-1)?.to ?? 0;
}
