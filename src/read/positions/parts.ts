import type { LaidOutPage, PrintedTable } from './layout.js';
import type { PrintedLine } from './lines.js';
import { type RuledLine, rulesIn } from './rules.js';

// A worksheet that is wider than its paper is printed in parts, the columns that have no room on pages of their own.

/** How many rules of a part stand where the rules of the page before it stand, at least, and how exactly. */
const FEWEST_RULES = 4;
/** How many columns that are printed again say as much as one row more. */
const FEWEST_REPEATED = 2;
const SAME_SHARE = 0.75;
const SAME_PLACE = 1;

/** A page that can have further parts: what was printed on it comes to its right end. */
interface RuledPart {
  readonly page: LaidOutPage;
  /** Its lines without what is printed on every page. */
  readonly lines: readonly PrintedLine[];
  /** Where the rows of what is ruled end. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * For each page that goes on to the right of an earlier one, the number of that.
 *
 * @param margins lines that are printed on every page
 */
export function partsOfSheets(
  pages: readonly LaidOutPage[],
  margins: ReadonlySet<PrintedLine>,
): ReadonlyMap<LaidOutPage, number> {
  const found = new Map<LaidOutPage, number>();
  let before: RuledPart[] = [];
  for (const page of pages) {
    const own = partOf(page, margins);
    const earlier = before.find((part) => goesOnBeside(part, own));
    if (earlier) found.set(page, earlier.page.page.number);
    // What goes on to the right of the first part goes on to the right of the last.
    before = [...before.filter((part) => part !== earlier), own];
  }
  return found;
}

function partOf(page: LaidOutPage, margins: ReadonlySet<PrintedLine>): RuledPart {
  const { level, upright } = rulesIn(page.page.rules);
  const lines = page.lines.filter((line) => !margins.has(line));
  return { page, lines, rows: placesOf(level), columns: placesOf(upright) };
}

function placesOf(rules: readonly RuledLine[]): number[] {
  const places = rules.map(({ at }) => at).sort((a, b) => a - b);
  return places.filter((at, i) => i === 0 || at - (places[i - 1] as number) > SAME_PLACE);
}

function goesOnBeside(part: RuledPart, next: RuledPart): boolean {
  const own = next.lines.filter((line) => !isWithin(line, next.rows));
  const isSpilt = own.every((line) => spillsInto(part, line, next));
  return next.rows.length === 0
    ? own.length > 0 && isSpilt && isCut(part, own)
    : isSpilt && areSameRows(part, next);
}

function isWithin({ y }: PrintedLine, rows: readonly number[]): boolean {
  return y > (rows[0] ?? Number.POSITIVE_INFINITY) && y < (rows.at(-1) ?? 0);
}

/** Whether rows are ruled at the same heights, in other columns, and another column would have had no room. */
function areSameRows(part: RuledPart, next: RuledPart): boolean {
  const { page, rows, columns } = part;
  const areIn = (some: readonly number[], others: readonly number[]) =>
    some.filter((at) => others.some((each) => Math.abs(each - at) <= SAME_PLACE)).length;
  const same = areIn(next.rows, rows);
  const own = repeatedColumns(page, next.page);
  const fewest = own >= FEWEST_REPEATED ? FEWEST_RULES - 1 : FEWEST_RULES;
  if (same < fewest || same < SAME_SHARE * next.rows.length) return false;
  if (areIn(next.columns, columns) === next.columns.length && next.columns.length === columns.length)
    return false;
  // What is as wide as the page before is printed below it.
  const isAt = (some: number | undefined, other: number | undefined) =>
    Math.abs((some ?? 0) - (other ?? 0)) <= SAME_PLACE;
  if (isAt(next.columns[0], columns[0]) && isAt(next.columns.at(-1), columns.at(-1))) return false;
  const [first = 0] = next.columns;
  const [from = 0, to = from] = next.columns.slice(own);
  const margin = Math.min(first, columns[0] ?? first);
  return (columns.at(-1) ?? 0) + (to - from) > page.page.width - margin && !hasOwnTitle(next, page);
}

/** How many columns at the left of a part are those of the part before, printed again. */
function repeatedColumns({ tables: [before] }: LaidOutPage, { tables: [next] }: LaidOutPage): number {
  const textsOf = (table: PrintedTable | undefined, column: number) =>
    (table?.cells ?? [])
      .filter((cell) => cell.column === column)
      .map(({ lines }) => lines.map(({ text }) => text).join(''))
      .join('\n');
  let count = 0;
  while (textsOf(next, count).trim() !== '' && textsOf(next, count) === textsOf(before, count)) count++;
  return count;
}

/** Whether a part begins with words over all of its columns that do not go on from the page before. */
function hasOwnTitle({ page }: RuledPart, before: LaidOutPage): boolean {
  const [table] = page.tables;
  const [title] = table?.cells ?? [];
  if (!table || !title || title.colSpan < table.columns.length - 1 || title.lines.length === 0) return false;
  const [above] = before.tables[0]?.cells ?? [];
  return (above?.lines.at(-1)?.right ?? 0) < (above?.box.right ?? 0) - (title.lines[0]?.size ?? 0);
}

/** Whether a line goes on from one at the same height that comes to the right end of its page. */
function spillsInto({ page, columns }: RuledPart, line: PrintedLine, next: RuledPart): boolean {
  const left = next.columns[0] ?? least(page.lines);
  const right = columns.at(-1) ?? page.page.width - left;
  return (
    line.left <= left + line.size / 2 &&
    page.lines.some((each) => Math.abs(each.y - line.y) <= SAME_PLACE && each.right > right - each.size)
  );
}

/** Whether a character was cut in two where the page ends: both parts have it. */
function isCut({ page }: RuledPart, lines: readonly PrintedLine[]): boolean {
  return lines.some(
    (line) =>
      line.left < least(page.lines) - 1 &&
      page.lines.some(
        (each) =>
          Math.abs(each.y - line.y) <= SAME_PLACE && each.glyphs.at(-1)?.text === line.glyphs[0]?.text,
      ),
  );
}

function least(lines: readonly PrintedLine[]): number {
  return Math.min(...lines.map(({ left }) => left));
}
