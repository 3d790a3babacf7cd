import { isSheetHeader, namesOf } from './headings.js';
import type { RawCell } from './raw-cell.js';

/**
 * Rows under a header that comes again with its columns in other places, put under the columns of the first: somebody has
 * pasted another table's rows below, or put two CSV files together. Columns that the first header has not, and those
 * without a header, come behind all others.
 *
 * @param header index of the first header row
 */
export function underOneHeader(rows: readonly RawCell[][], header: number): RawCell[][] {
  const first = rows[header] ?? [];
  const columns = namesOf(textsOf(first));
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const added: RawCell[] = [];
  const addedAs: string[] = [];
  /** Where each column of such a header stands under the first; nothing where all stand there already. */
  const placesUnder = (again: readonly RawCell[]): number[] | undefined => {
    const names = namesOf(textsOf(again));
    if (names.every((name, j) => name === (columns[j] ?? ''))) return undefined;
    return Array.from({ length: width }, (_, j) => {
      const name = names[j] ?? '';
      const known = name === '' ? -1 : columns.indexOf(name);
      if (known >= 0) return known;
      const same = name === '' ? -1 : addedAs.indexOf(name);
      if (same >= 0) return width + same;
      added.push(again[j] ?? blank(again));
      return width + addedAs.push(name) - 1;
    });
  };
  let places: number[] | undefined;
  const aligned = rows.map((cells, i) => {
    if (i <= header) return cells;
    if (!isSheetHeader(textsOf(cells))) return places === undefined ? cells : moved(cells, places);
    places = placesUnder(cells);
    return cells;
  });
  if (added.length > 0) {
    const between = Array.from({ length: width - first.length }, () => blank(first));
    aligned[header] = [...first, ...between, ...added];
  }
  return aligned;
}

function moved(cells: readonly RawCell[], places: readonly number[]): RawCell[] {
  const last = Math.max(...cells.map((_, j) => places[j] ?? j));
  const to = Array.from({ length: last + 1 }, () => blank(cells));
  for (const [j, cell] of cells.entries()) to[places[j] ?? j] = cell;
  return to;
}

function textsOf(cells: readonly RawCell[]): string[] {
  return cells.map(({ text }) => text);
}

/** A cell in which nothing stands, at the place of its row. */
function blank([first]: readonly RawCell[]): RawCell {
  return { value: null, text: '', note: '', at: (first as RawCell).at };
}
