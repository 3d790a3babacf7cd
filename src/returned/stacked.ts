import { headingsOf, isSheetHeader } from './headings.js';
import { idIn, isTaskId } from './ids.js';
import type { RawCell } from './raw-cell.js';
import { headerIndex } from './table.js';
import { titlesIn } from './titles.js';

/** The rows of one table of a worksheet, at the places where they stand in it: what is of others is left empty. */
export interface StackedTable {
  readonly rows: RawCell[][];
  /** Index of its header row. */
  readonly header: number;
}

/** How far above its header a table's title may stand. */
const TITLE_WITHIN = 3;

/** The tables of a worksheet, or of a text: those beside each other, each with those below it. */
export function tablesIn(rows: RawCell[][]): StackedTable[] {
  return besideEachOther(rows).flatMap(belowEachOther);
}

/**
 * Rows parted where another table stands at the right of the first: its header has again all by which one is known, behind a
 * column without a header or from the one on with which the first begins.
 */
function besideEachOther(rows: RawCell[][]): RawCell[][][] {
  const header = textsOf(rows[headerIndex(rows)] ?? []).map((text) => text.trim());
  const first = header.find((text) => text !== '');
  const starts = header.flatMap((text, i) => (i > 0 && text !== '' && header[i - 1] === '' ? [i] : []));
  const again = header.flatMap((text, i) => (text === first ? [i] : []));
  const from = [...starts, ...again]
    .sort((a, b) => a - b)
    .find((i) => [header.slice(0, i), header.slice(i)].every(isSheetHeader));
  if (from === undefined) return [rows];
  const right = rows.map((cells) => cells.map((cell, i) => (i < from ? emptied(cell) : cell)));
  return [rows.map((cells) => cells.slice(0, from)), ...besideEachOther(right)];
}

function emptied({ at }: RawCell): RawCell {
  return { value: null, text: '', note: '', at };
}

/**
 * The tables that stand one below the other. A header that comes again begins another table
 * where a title stands above it that is not the first one's, or where tasks come again below it; else it is the same
 * table's, printed once more on another page.
 */
function belowEachOther(rows: RawCell[][]): StackedTable[] {
  const header = headerIndex(rows);
  if (header < 0) return [];
  const headers = [
    header,
    ...rows.flatMap((cells, i) => (i > header && isSheetHeader(textsOf(cells)) ? [i] : [])),
  ];
  let last = titlesIn(rows.slice(0, header));
  let ids = new Set<string>();
  const starts: { start: number; header: number }[] = [];
  for (const [n, i] of headers.entries()) {
    const below = idsIn(rows.slice(i, headers[n + 1]));
    const from = Math.max((headers[n - 1] ?? -1) + 1, i - TITLE_WITHIN);
    const titles = rows.slice(from, i).map((cells) => titlesIn([cells]));
    const at = titles.findIndex((each) => each.length > 0);
    const isTitled = at >= 0 && !titles[at]?.some((each) => last.includes(each));
    const isAgain = below.some((id) => ids.has(id));
    if (n === 0) starts.push({ start: 0, header: i });
    else if (isTitled || isAgain) {
      starts.push({ start: at < 0 ? i : from + at, header: i });
      if (isTitled) last = titles[at] ?? [];
      ids = new Set();
    }
    for (const id of below) ids.add(id);
  }
  return starts.map(({ start, header: of }, i) => {
    const end = starts[i + 1]?.start ?? rows.length;
    return { rows: rows.slice(0, end).map((cells, j) => (j < start ? [] : cells)), header: of };
  });
}

/** The ids of the tasks below a header. */
function idsIn([head = [], ...rows]: readonly RawCell[][]): string[] {
  const at = headingsOf(textsOf(head)).findIndex((each) => each.kind === 'notice' && each.id === 'id');
  return rows.map((cells) => idIn(cells[at]?.text ?? '')).filter(isTaskId);
}

function textsOf(cells: readonly RawCell[]): string[] {
  return cells.map(({ text }) => text);
}
