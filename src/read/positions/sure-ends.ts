import { comparable } from '../../words/columns.js';
import { CONTINUATION } from '../../words/documents.js';
import { greatest } from './extremes.js';
import type { LaidOutPage, PrintedTable } from './layout.js';
import type { PrintedLine } from './lines.js';
import { unruledRest } from './unruled.js';

/** How many lines of a table have room below it, at least, where its page does not cut it. */
const ROOM_BELOW = 2.5;

/**
 * The pages, with those of their tables that room alone parts which are whole, or go on on the next page under their
 * header and from the next number. The lines of others are such as nobody can read.
 *
 * @param margins lines that are printed on every page
 */
export function withSureEnds(
  pages: readonly LaidOutPage[],
  margins: ReadonlySet<PrintedLine>,
): readonly LaidOutPage[] {
  let found = pages;
  for (;;) {
    const kept = found.map((page, i) => {
      const unsure = page.tables.filter((table) => !isSure(table, found, i, margins));
      return unsure.reduce(withoutTable, page);
    });
    if (kept.every((page, i) => page === found[i])) return kept;
    found = kept;
  }
}

function isSure(
  table: PrintedTable,
  pages: readonly LaidOutPage[],
  i: number,
  margins: ReadonlySet<PrintedLine>,
): boolean {
  if (!table.aligned) return true;
  const page = pages[i];
  const [before, next] = [pages[i - 1], pages[i + 1]];
  const [first, last] = table.aligned.numbers;
  const isLast = (some: LaidOutPage, of: PrintedTable) => lowestOf(some, margins) <= of.box.bottom;
  const begins = before?.tables.findLast(({ aligned }) => aligned?.numbers[1] === first - 1);
  const isBegun =
    page?.tables[0] === table && before !== undefined && begins !== undefined && isLast(before, begins);
  if (first !== 1 && !isBegun) return false;
  if (!page || !next || !isLast(page, table)) return true;
  const [beneath] = next.tables;
  const over = next.lines.filter((line) => !margins.has(line) && line.y < (beneath?.box.top ?? 0));
  if (beneath?.aligned?.numbers[0] === last + 1) return over.length <= 1;
  const lowest = greatest(pages.map((each) => lowestOf(each, margins)));
  const rest = unruledRest(next.lines.filter((line) => !margins.has(line)));
  return rest.length === 0 && lowest - table.box.bottom > ROOM_BELOW * table.aligned.pitch;
}

/** How far down something is printed on a page, but that a table goes on: 续表. */
function lowestOf({ lines, tables }: LaidOutPage, margins: ReadonlySet<PrintedLine>): number {
  const own = lines.filter((line) => !margins.has(line) && !CONTINUATION.test(comparable(line.text)));
  return greatest(
    [...own, ...tables.map(({ box }) => box)].map(({ bottom }) => bottom),
    0,
  );
}

/** A page with the lines of a table in its place. */
function withoutTable(page: LaidOutPage, table: PrintedTable): LaidOutPage {
  const own = table.aligned?.lines ?? [];
  const lines = [...page.lines, ...own].sort((a, b) => a.y - b.y || a.left - b.left);
  return {
    ...page,
    tables: page.tables.filter((each) => each !== table),
    lines,
    unread: [...page.unread, own],
  };
}
