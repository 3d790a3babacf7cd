import { isSheetHeader } from './headings.js';
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

/**
 * The tables that stand one below the other in a worksheet. A header that comes again begins another table where a
 * title stands above it that is not the first one's; without a title it is the same table's.
 */
export function tablesIn(rows: RawCell[][]): StackedTable[] {
  const header = headerIndex(rows);
  if (header < 0) return [];
  let last = titlesIn(rows.slice(0, header));
  const starts = [{ start: 0, header }];
  for (let i = header + 1; i < rows.length; i++) {
    if (!isSheetHeader((rows[i] ?? []).map(({ text }) => text))) continue;
    const titles = rows.slice(Math.max(header + 1, i - TITLE_WITHIN), i).map((cells) => titlesIn([cells]));
    const at = titles.findIndex((each) => each.length > 0);
    if (at < 0 || titles[at]?.some((each) => last.includes(each))) continue;
    last = titles[at] ?? [];
    starts.push({ start: i - titles.length + at, header: i });
  }
  return starts.map(({ start, header: of }, i) => {
    const end = starts[i + 1]?.start ?? rows.length;
    return { rows: rows.slice(0, end).map((cells, j) => (j < start ? [] : cells)), header: of };
  });
}
