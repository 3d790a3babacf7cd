import type { GridCell, PlacedColumn, TaskGridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { Place } from '../model/place.js';
import { isUnitList, type Lexicon } from '../units/index.js';
import { isPart } from '../words/roles.js';

/** A row's cells, each under its column. */
export interface AlignedRow {
  readonly at: Place;
  /** In the order of the columns; a column that is divided may have several. */
  readonly cells: readonly AlignedCell[];
  readonly section?: Passage | undefined;
  readonly sectionUnit?: Passage | undefined;
}

export interface AlignedCell {
  readonly column: PlacedColumn;
  readonly passage: Passage;
  /** The row has no such cell: it ended early. */
  readonly missing: boolean;
  /** A merged cell that belongs here too, and is printed in a row above or a column before. */
  readonly merged: boolean;
  /** Whether an empty cell may be the lower part of a merged one: the format does not tell. */
  readonly maybeMerged: boolean;
}

/**
 * Puts a row's cells under the table's columns. A row that is short is read only when what it lacks
 * are remarks at its end and the cells it has are what their columns want: units under units, and a
 * goal that is no list of units. Position alone proves nothing, because converters that drop merged
 * cells shift the rest of a row to the left.
 *
 * @returns `undefined` when it cannot be known which cell belongs to which column
 */
export function alignRow(
  row: TaskGridRow,
  columns: readonly PlacedColumn[],
  lexicon: Lexicon,
): AlignedRow | undefined {
  const width = columns.at(-1)?.to ?? 0;
  const found = row.cells.at(-1)?.to ?? 0;
  if (found > width) return undefined;
  // Where somebody has moved the borders of a row, its grid is not the header's, but its cells are.
  const byCount = row.cells.length === columns.length && !(hasSpans(row) && fitsGrid(row, columns));
  const cells = columns.flatMap((column, i): AlignedCell[] => {
    const under = byCount ? [row.cells[i] as GridCell] : row.cells.filter((cell) => covers(cell, column));
    if (under.length === 0) return [emptyUnder(column, row)];
    return under.map((cell) => ({
      column,
      passage: cell.passage,
      missing: false,
      merged: cell.above || (!byCount && firstUnder(cell, columns) !== column),
      maybeMerged: !cell.spansKnown,
    }));
  });
  // 改造小区 over 任务 and 牵头单位: nobody can know who does it.
  const mixes = (cell: GridCell) =>
    columns.some((column) => column.role === 'name' && covers(cell, column)) &&
    columns.some((column) => isPart(column.role) && covers(cell, column));
  if (!byCount && row.cells.some((cell) => cell.passage.text !== '' && mixes(cell))) return undefined;
  const placed = new Set(cells.map(({ passage }) => passage));
  if (row.cells.some(({ passage }) => passage.text !== '' && !placed.has(passage))) return undefined;
  const whole = found === width && !cells.some(({ missing }) => missing);
  return whole || cells.every((cell) => fits(cell, lexicon))
    ? { at: row.at, cells, section: row.section, sectionUnit: row.sectionUnit }
    : undefined;
}

/** Whether a cell and a column share a slot. */
function covers(cell: GridCell, column: PlacedColumn): boolean {
  return cell.from < column.to && column.from < cell.to;
}

function hasSpans({ cells }: TaskGridRow): boolean {
  return cells.every(({ spansKnown }) => spansKnown);
}

/** Whether every cell lies in one column, or takes all of several: the borders are the header's. */
function fitsGrid({ cells }: TaskGridRow, columns: readonly PlacedColumn[]): boolean {
  return cells.every((cell) =>
    columns.every(
      (column) =>
        !covers(cell, column) ||
        (column.from <= cell.from && cell.to <= column.to) ||
        (cell.from <= column.from && column.to <= cell.to),
    ),
  );
}

function firstUnder(cell: GridCell, columns: readonly PlacedColumn[]): PlacedColumn | undefined {
  return columns.find((column) => covers(cell, column));
}

function emptyUnder(column: PlacedColumn, row: TaskGridRow): AlignedCell {
  const passage = { text: '', at: { ...row.at, spans: [] } };
  return { column, passage, missing: true, merged: false, maybeMerged: false };
}

function fits({ column, passage: { text }, missing }: AlignedCell, lexicon: Lexicon): boolean {
  if (missing) return column.role === 'remark';
  if (column.role === 'number') return /^\p{Nd}+$/u.test(text);
  if (text === '') return column.role === 'name';
  const units = isUnitList(text, lexicon);
  if (isPart(column.role)) return units;
  return column.role !== 'goal' || !units;
}
