import type { Row, Table } from '../model/document.js';
import type { GridCell, GridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { comparable, matchOf } from '../words/columns.js';
import { layOut, slotsOf } from './grid.js';
import { rowsUnderHeader } from './rows.js';
import type { TableShape } from './shape.js';

/** Headers that say three things are no chance. */
const LEAST_HEADERS = 3;
/** No table on its side is larger. */
const MOST_ROWS = 200;
const MOST_COLUMNS = 60;

/** A table on its side: headers in the first column, a task a column. */
export const turned: TableShape = (seen) => {
  const { grid, table } = seen;
  const width = Math.max(0, ...grid.map(slotsOf));
  if (width < LEAST_HEADERS || width > MOST_COLUMNS || grid.length > MOST_ROWS) return undefined;
  const heads = meaningsOf(grid.flatMap(({ cells }) => cells.slice(0, 1)));
  if (heads < LEAST_HEADERS || grid.some((row) => slotsOf(row) !== width)) return undefined;
  // A row that says as much is a header, and the table is none on its side.
  if (grid.some(({ cells }) => meaningsOf(cells) >= heads)) return undefined;
  const side = onItsSide(table, grid, width);
  const read = rowsUnderHeader({ ...seen, table: side, grid: layOut(side.rows) });
  if (!read?.value) return undefined;
  return { ...read, value: { ...read.value, shape: 'tasks-as-columns' } };
};

/** How many different things that heads of columns mean some cells say. */
function meaningsOf(cells: readonly GridCell[]): number {
  return new Set(cells.flatMap(({ passage }) => matchOf(comparable(passage.text))?.meaning ?? [])).size;
}

/** The table with its columns as rows; what spans columns spans rows. */
function onItsSide(table: Table, grid: readonly GridRow[], width: number): Table {
  const heightOf = (cell: GridCell) =>
    grid.filter(({ cells }) => cells.some(({ passage }) => passage === cell.passage)).length;
  const seen = new Set<Passage>();
  const rows = Array.from({ length: width }, (_, slot): Row => {
    const cells = grid.flatMap(({ cells: all }) => {
      const cell = all.find(({ from, to }) => from <= slot && slot < to);
      if (!cell || seen.has(cell.passage)) return [];
      seen.add(cell.passage);
      return [{ passage: cell.passage, rowSpan: cell.to - cell.from, colSpan: heightOf(cell) }];
    });
    return { at: cells[0]?.passage.at ?? table.at, cells };
  });
  return { ...table, rows };
}
