import type { LaidOutPage } from './layout.js';
import { linesOnPage, type PrintedLine } from './lines.js';
import type { PrintedPage } from './printed-page.js';

// What is printed on a page because it is a page: its number, and what runs over all pages.

const DASH = '[-—–－―~·•.\\s]*';
/** 12, — 12 —, 第12页, 第12页 共20页, 12/20 */
const PAGE_NUMBER = new RegExp(
  `^${DASH}(?:第\\s*)?(\\d{1,4})(?:\\s*页)?(?:[\\s/，,、]*(?:共\\s*)?\\d{1,4}(?:\\s*页)?)?${DASH}$`,
);
/** One that is nothing else, wherever it stands: it has more than digits. */
const DECORATED = /[-—–－―页/]/;

/** How much of a page is its margin, above and below. */
const MARGIN = 0.12;

/** How many lines a margin has, at most. */
const MOST_LINES = 3;

/** The lines of each page that are of its margins. */
export function pageMargins(pages: readonly LaidOutPage[]): ReadonlySet<PrintedLine> {
  const outermost = pages.map((page) => outermostOf(page));
  const margins = new Set<PrintedLine>();
  for (const lines of outermost) for (const line of lines) if (line.isArtifact) margins.add(line);
  const heads = new Map<string, PrintedLine[]>();
  for (const line of outermost.flat()) {
    const key = `${line.text.replace(/\d+/g, '#')} ${Math.round(line.y / 4)}`;
    heads.set(key, [...(heads.get(key) ?? []), line]);
  }
  for (const same of heads.values())
    if (same.length > 1 && same.length * 3 >= pages.length) for (const line of same) margins.add(line);
  for (const [i, lines] of outermost.entries()) {
    for (const line of lines) if (isPageNumber(line, i, outermost)) margins.add(line);
  }
  return margins;
}

/**
 * The numbers of pages that are printed in a table, because its frame goes down to the edge of the paper: the last line
 * of a page that has more than digits, counted from page to page.
 */
export function numbersInFrames(pages: readonly PrintedPage[]): ReadonlyMap<PrintedPage, PrintedLine> {
  const found = pages.flatMap((page, index) => {
    const low = page.glyphs.filter(({ y }) => y > (1 - MARGIN) * page.height);
    const line = linesOnPage(low).at(-1);
    const number = line && DECORATED.test(line.text) ? numberOf(line.text) : undefined;
    const isFramed =
      line !== undefined &&
      page.rules.some(
        ({ left, right, top }) =>
          top > line.y && left < line.left && right > line.right && right - left > MARGIN * page.width,
      );
    return line && number !== undefined && isFramed ? [{ page, line, offset: number - index }] : [];
  });
  const isCounted = ({ offset }: (typeof found)[number]) =>
    found.filter((each) => each.offset === offset).length > 1;
  return new Map(found.filter(isCounted).map(({ page, line }) => [page, line]));
}

/**
 * The first and last lines of a page that stand in its margins, outside of its tables; and those at its sides, where a
 * page that lies has what is upright.
 */
function outermostOf({ page, lines, tables }: LaidOutPage): PrintedLine[] {
  const top = Math.min(...tables.map(({ box }) => box.top));
  const bottom = Math.max(...tables.map(({ box }) => box.bottom));
  const above = lines.filter((line) => line.bottom < MARGIN * page.height && line.bottom < top);
  const below = lines.filter((line) => line.top > (1 - MARGIN) * page.height && line.top > bottom);
  const beside = lines.filter(
    ({ glyphs, left, right }) =>
      glyphs[0]?.runs !== undefined && (right < MARGIN * page.width || left > (1 - MARGIN) * page.width),
  );
  return [...above.slice(0, MOST_LINES), ...below.slice(-MOST_LINES), ...beside];
}

function isPageNumber(
  { text }: PrintedLine,
  index: number,
  all: readonly (readonly PrintedLine[])[],
): boolean {
  const number = numberOf(text);
  if (number === undefined) return false;
  if (DECORATED.test(text)) return true;
  const others = all.flatMap((lines, i) => lines.map((line) => ({ i, number: numberOf(line.text) })));
  return (
    (all.length === 1 && number === 1) ||
    others.some(
      (other) => other.i !== index && other.number !== undefined && other.number - other.i === number - index,
    )
  );
}

function numberOf(text: string): number | undefined {
  const digits = PAGE_NUMBER.exec(text.normalize('NFKC'))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
