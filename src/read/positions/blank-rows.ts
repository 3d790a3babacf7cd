import type { CellOnPage } from './cells.js';
import { least } from './extremes.js';
import type { RuledGrid } from './grid.js';

// Rows that rules make and no printer meant: nothing is printed in them.

interface Rows {
  readonly cells: readonly CellOnPage[];
  readonly rows: number;
}

/** The cells of a table and how many rows it has, without those that the end of a page has made. */
export function withoutBlankRows(cells: readonly CellOnPage[], grid: RuledGrid): Rows {
  let found = withoutOpenEnd({ cells, rows: grid.rows });
  for (let row = grid.rows - 1; row > 0; row--) found = withoutSliver(found, row, grid.box.bottom);
  return withoutFrame(found, grid.columns.length - 1);
}

const isEmpty = ({ lines }: CellOnPage) => lines.length === 0;

/** The room beside merged cells whose next row had none on the page: nothing is below it, and nothing in it. */
function withoutOpenEnd({ cells, rows }: Rows): Rows {
  const own = cells.filter(({ row }) => row === rows - 1);
  const through = cells.filter(({ row, rowSpan }) => row < rows - 1 && row + rowSpan === rows);
  if (own.length === 0 || through.length === 0 || !own.every((cell) => isEmpty(cell) && !cell.isClosed))
    return { cells, rows };
  return {
    rows: rows - 1,
    cells: cells
      .filter((cell) => !own.includes(cell))
      .map((cell) => (through.includes(cell) ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell)),
  };
}

/**
 * Where a page ends in a merged cell, a browser may rule its end too high. What is then below it is lower than every
 * text, and all other cells go through.
 */
function withoutSliver({ cells, rows }: Rows, row: number, end: number): Rows {
  const own = cells.filter((cell) => cell.row === row);
  const through = cells.filter((cell) => cell.row < row && cell.row + cell.rowSpan > row);
  const heightOf = ({ box }: CellOnPage) => Math.min(box.bottom, end) - box.top;
  const lowest = least(cells.filter((cell) => !isEmpty(cell)).map(heightOf));
  const above = own.map((cell) =>
    cells.find(
      ({ row: from, rowSpan, column, colSpan }) =>
        from + rowSpan === row && column === cell.column && colSpan === cell.colSpan,
    ),
  );
  const isSliver = (cell: CellOnPage) => isEmpty(cell) && cell.rowSpan === 1 && heightOf(cell) < lowest;
  if (own.length === 0 || through.length === 0 || above.includes(undefined) || !own.every(isSliver))
    return { cells, rows };
  const kept = cells.filter((cell) => !own.includes(cell));
  return {
    rows: rows - 1,
    cells: kept.map((cell): CellOnPage => {
      const below = own[above.indexOf(cell)];
      if (below) return { ...cell, box: { ...cell.box, bottom: below.box.bottom }, isClosed: true };
      if (through.includes(cell)) return { ...cell, rowSpan: cell.rowSpan - 1 };
      return cell.row > row ? { ...cell, row: cell.row - 1 } : cell;
    }),
  };
}

/** A frame around all cells goes on where the page ends: it leaves room in which nothing stands. */
function withoutFrame({ cells, rows }: Rows, columns: number): Rows {
  const isFrame = (cell: CellOnPage | undefined) =>
    cell !== undefined && isEmpty(cell) && cell.colSpan === columns && cell.rowSpan === 1;
  const first = cells.find(({ row }) => row === 0);
  const last = cells.find(({ row }) => row === rows - 1);
  const isFirst = rows > 1 && isFrame(first) && !first?.isBegun;
  const isLast = rows > 1 && isFrame(last) && !last?.isClosed;
  const shift = isFirst ? 1 : 0;
  return {
    rows: rows - shift - (isLast ? 1 : 0),
    cells: cells
      .filter((cell) => !(isFirst && cell === first) && !(isLast && cell === last))
      .map((cell) => (shift > 0 ? { ...cell, row: cell.row - shift } : cell)),
  };
}
