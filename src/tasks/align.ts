import type { Passage, Place, Row } from '../model/document.js';
import type { Column } from '../model/notice.js';
import { isUnitList, type Lexicon } from '../units/index.js';

/** A row's cells, each under its column. */
export interface AlignedRow {
  readonly at: Place;
  readonly cells: readonly AlignedCell[];
}

export interface AlignedCell {
  readonly column: Column;
  readonly passage: Passage;
  /** The row has no such cell: it ended early. */
  readonly missing: boolean;
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
export function alignRow(row: Row, columns: readonly Column[], lexicon: Lexicon): AlignedRow | undefined {
  if (row.cells.length > columns.length) return undefined;
  const cells = columns.map((column, i): AlignedCell => {
    const cell = row.cells[i];
    return {
      column,
      passage: cell?.passage ?? { text: '', at: row.at, spans: [] },
      missing: cell === undefined,
      maybeMerged: cell?.rowSpan === null,
    };
  });
  return row.cells.length === columns.length || cells.every((cell) => fits(cell, lexicon))
    ? { at: row.at, cells }
    : undefined;
}

function fits({ column, passage: { text }, missing }: AlignedCell, lexicon: Lexicon): boolean {
  if (missing) return column.role === 'remark';
  if (column.role === 'number') return /^\p{Nd}+$/u.test(text);
  if (text === '') return column.role === 'name';
  const units = isUnitList(text, lexicon);
  if (column.role === 'lead' || column.role === 'responsible') return units;
  return column.role !== 'goal' || !units;
}
