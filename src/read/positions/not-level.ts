import type { CellOnPage } from './cells.js';
import { greatest, least } from './extremes.js';
import type { Matrix } from './matrix.js';
import type { Glyph, PrintedPage } from './printed-page.js';
import { groupsOf } from './rules.js';

// Text that is not written from the left to the right: a page that is printed on its side is turned and read; one that is
// written from the top down, and a part of a page that stands on its side, are kept as they are and told.

/** What turns a page whose text is printed on its side; nothing for others. */
export function turnOf({ glyphs, width, height }: PrintedPage): Matrix | undefined {
  const running = (direction: string) =>
    glyphs.filter(({ runs, isUpright }) => runs === direction && !isUpright).length;
  if (running('down') * 2 > glyphs.length) return [0, -1, 1, 0, 0, width];
  if (running('up') * 2 > glyphs.length) return [0, 1, -1, 0, height, 0];
  return undefined;
}

/** How far below another a character stands that goes on with it, and how far beside it at most, in heights of its font. */
const NEXT_BELOW = [0.6, 1.8] as const;
const BESIDE = 0.35;
/** How many characters stand below each other, one after the other in the file, that are written so. */
const FEWEST_BELOW = 4;

/** How many characters outside of its tables say how a page is written. */
const FEWEST_OUTSIDE = 10;

interface Table {
  readonly cells: readonly CellOnPage[];
}

/** What of a page is not level. */
interface NotLevel {
  /** All of the page. */
  readonly isWhole: boolean;
  readonly glyphs: ReadonlySet<Glyph>;
  readonly tables: ReadonlySet<Table>;
}

/**
 * What of a page is written down or up and cannot be read.
 *
 * @param around the characters that are in no table
 */
export function notLevelOn(
  glyphs: readonly Glyph[],
  around: readonly Glyph[],
  tables: readonly Table[],
): NotLevel {
  const inked = (some: readonly Glyph[]) => some.filter(({ text }) => text.trim() !== '');
  const [all, outside] = [inked(glyphs), inked(around)];
  // The narrow cells of a table that is level may have a character a line.
  const saying = outside.length < FEWEST_OUTSIDE ? [all] : [all, outside];
  if (saying.every((own) => writtenDown(own).size * 2 > own.length))
    return { isWhole: true, glyphs: new Set(all), tables: new Set(tables) };
  const aside = new Set(writtenDown(outside));
  // One that goes down by itself is read down.
  if (columnsOf(Array.from(aside)).length < 2) aside.clear();
  const turned = tables.filter(isOnItsSide);
  for (const { cells } of turned)
    for (const { lines } of cells) for (const line of lines) for (const each of line.glyphs) aside.add(each);
  return { isWhole: false, glyphs: aside, tables: new Set(turned) };
}

/** Whether most cells of a table have text on its side. */
function isOnItsSide({ cells }: Table): boolean {
  const filled = cells.filter(({ lines }) => lines.length > 0);
  const turned = filled.filter(({ lines }) => lines.every((line) => line.glyphs.every(isSideways)));
  return turned.length * 2 > filled.length;
}

function isSideways({ runs }: Glyph): boolean {
  return runs === 'down' || runs === 'up';
}

/** The characters that are said to go down or up, and those that stand below each other as if they did. */
function writtenDown(glyphs: readonly Glyph[]): ReadonlySet<Glyph> {
  const found = new Set(glyphs.filter(isSideways));
  let run: Glyph[] = [];
  for (const glyph of [...glyphs, undefined]) {
    const last = run.at(-1);
    if (glyph && last && isNextBelow(last, glyph)) run.push(glyph);
    else {
      if (run.length >= FEWEST_BELOW) for (const each of run) found.add(each);
      run = glyph ? [glyph] : [];
    }
  }
  return found;
}

function isNextBelow(before: Glyph, next: Glyph): boolean {
  const size = Math.max(before.size, next.size);
  const below = next.y - before.y;
  return (
    Math.abs(middle(next) - middle(before)) < BESIDE * size &&
    below > NEXT_BELOW[0] * size &&
    below < NEXT_BELOW[1] * size
  );
}

function middle({ x, width, size, runs, isUpright }: Glyph): number {
  return isUpright || runs === undefined ? x + width / 2 : x + 0.36 * size;
}

/** The columns that characters stand in, as they are read: from the right; from the left where they go up. */
function columnsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const up = glyphs.filter(({ runs }) => runs === 'up');
  const down = glyphs.filter(({ runs }) => runs !== 'up');
  const near =
    0.5 *
    greatest(
      glyphs.map(({ size }) => size),
      0,
    );
  return [
    ...groupsOf(down, (glyph) => -middle(glyph), near).map((own) => own.toSorted((a, b) => a.y - b.y)),
    ...groupsOf(up, middle, near).map((own) => own.toSorted((a, b) => b.y - a.y)),
  ];
}

/** The text of what is not level, column by column, and where on the page it begins. */
export function columnsText(glyphs: ReadonlySet<Glyph>): { readonly top: number; readonly texts: string[] } {
  const all = Array.from(glyphs);
  return {
    top: least(all.map(({ y, size }) => y - size)),
    texts: columnsOf(all).map((own) => own.map(({ text }) => text).join('')),
  };
}
