import { heightOf, linesIn, MAX_ROW_HEIGHT } from './heights.js';
import type { PlannedColumn } from './plan.js';

/** By how many characters columns are stretched at a time, and may take from one another. */
const STEP = 2;
const STEPS = [1, 2, 4, 6, 8, 12, 16];

/**
 * Columns as wide as the page has room for: what it has left goes where it makes the rows lowest. A row can be no higher
 * than Excel lets it be: where a text would be cut off, its column is wider, and the page smaller.
 *
 * @param texts of all rows, by column
 */
export function fitted(
  columns: readonly PlannedColumn[],
  texts: readonly (readonly string[])[],
  room: number,
): readonly PlannedColumn[] {
  const isPrinted = ({ isAside, isFolded }: PlannedColumn) => !isAside && !isFolded;
  const indexes = (is: (column: PlannedColumn) => boolean | undefined) =>
    columns.flatMap((column, i) => (is(column) ? [i] : []));
  const shown = indexes(({ isFolded }) => !isFolded);
  const stretching = indexes((column) => isPrinted(column) && column.stretches);
  const growing = indexes((column) => isPrinted(column) && !column.centred && !column.open);
  const lines = counter(texts);
  /** How many lines all rows have together. */
  const linesWith = (widths: readonly number[]) => {
    const each = shown.map((i) => lines(i, widths[i] ?? 0));
    return texts.reduce((sum, _, row) => sum + Math.max(1, ...each.map((own) => own[row] ?? 1)), 0);
  };

  let widths: readonly number[] = columns.map(({ width }) => width);
  const onPaper = columns.reduce((sum, column) => sum + (isPrinted(column) ? column.width : 0), 0);
  for (let left = room - onPaper; left > 0 && stretching.length > 0; left -= STEP) {
    const step = Math.min(STEP, left);
    widths = lowest(
      stretching.map((i) => changed(widths, [i, step])),
      linesWith,
    ).widths;
  }
  // What one has too much makes another's texts lower.
  for (let best = linesWith(widths); ; ) {
    const moves = stretching.flatMap((from) =>
      growing.flatMap((to) =>
        STEPS.filter((step) => to !== from && (widths[from] ?? 0) - step >= (columns[from]?.width ?? 0)).map(
          (step) => changed(widths, [from, -step], [to, step]),
        ),
      ),
    );
    if (moves.length === 0) break;
    const next = lowest(moves, linesWith);
    if (next.lines >= best) break;
    best = next.lines;
    widths = next.widths;
  }
  const final = [...widths];
  for (const i of stretching) {
    const isCut = (own: readonly string[]) =>
      heightOf([own[i] ?? ''], [final[i] ?? 0], Number.POSITIVE_INFINITY) > MAX_ROW_HEIGHT;
    while ((final[i] ?? 0) < 2 * room && texts.some(isCut)) final[i] = (final[i] ?? 0) + STEP;
  }
  return columns.map((column, i) => ({ ...column, width: final[i] ?? column.width }));
}

/** Counts the lines of a column's texts at a width, each once. */
function counter(
  texts: readonly (readonly string[])[],
): (column: number, width: number) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (column, width) => {
    const key = `${column} ${width}`;
    const counted = known.get(key) ?? texts.map((own) => linesIn(own[column] ?? '', width));
    known.set(key, counted);
    return counted;
  };
}

function changed(
  widths: readonly number[],
  ...by: readonly (readonly [number, number])[]
): readonly number[] {
  const own = [...widths];
  for (const [i, step] of by) own[i] = (own[i] ?? 0) + step;
  return own;
}

/** Those that make the rows lowest; of several the first. */
function lowest(
  all: readonly (readonly number[])[],
  linesWith: (widths: readonly number[]) => number,
): { readonly widths: readonly number[]; readonly lines: number } {
  const counts = all.map(linesWith);
  const lines = counts.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY);
  return { widths: all[counts.indexOf(lines)] ?? [], lines };
}
