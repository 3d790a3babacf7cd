import stringWidth from 'fast-string-width';

/** Height of a line of text in points, what a row has besides, and the most that it can be high (ECMA-376 18.3.1.73). */
const LINE_HEIGHT = 15;
const PADDING = 3;
/** The same of a row of one line in which nothing is left over: what Excel gives to letters of 10.5 points. */
export const DENSE_HEIGHT = 14.25;
export const MAX_ROW_HEIGHT = 409;

/**
 * The height in points that the row's tallest cell needs, counting a Han character as two columns.
 *
 * @param texts the cells' texts
 * @param widths the cells' widths in characters, merged cells' together
 * @param most how high it may be
 */
export function heightOf(
  texts: readonly string[],
  widths: readonly number[],
  most: number = MAX_ROW_HEIGHT,
): number {
  const lines = texts.map((text, i) => linesIn(text, widths[i] ?? 10));
  return Math.min(most, Math.max(1, ...lines) * LINE_HEIGHT + PADDING);
}

/** The height of a row whose lines stand close. */
export function denseHeight(height: number): number {
  return (Math.max(LINE_HEIGHT, height - PADDING) / LINE_HEIGHT) * DENSE_HEIGHT;
}

/** How many lines a text takes in a column of a width. */
export function linesIn(text: string, width: number): number {
  // Cells have padding, and no line begins with a stop: the one before goes with it.
  const usable = Math.max(2, Math.floor((width - 1) * SURE));
  return text.split('\n').reduce((sum, line) => sum + linesFor(line, usable), 0);
}

/** How much of a column's width a text surely has: programs and fonts differ. */
const SURE = 0.92;

/** A text's pieces, of which no line breaks one: how wide each is, and how many lines they took in each width so far. */
interface Measured {
  readonly pieces: readonly number[];
  readonly lines: Map<number, number>;
}

/** A notice's texts stand on many units' sheets, and in columns of many widths: those that were measured last. */
const measured = new Map<string, Measured>();
const REMEMBERED = 500_000;
let remembered = 0;

function linesFor(text: string, usable: number): number {
  // No character is wider than two columns, but for a tab.
  if (text.length * 2 <= usable && !text.includes('\t')) return 1;
  const { pieces, lines } = measuredOf(text);
  const known = lines.get(usable);
  if (known !== undefined) return known;
  const count = countLines(pieces, usable);
  lines.set(usable, count);
  return count;
}

/** It breaks between Han characters, and not before or inside Latin ones. */
function measuredOf(text: string): Measured {
  const known = measured.get(text);
  if (known !== undefined) return known;
  const pieces = Array.from(text.matchAll(/.?[!-~]+|./gu), ([piece]) => widthOf(piece));
  remembered += pieces.length + 1;
  if (remembered > REMEMBERED) {
    measured.clear();
    remembered = pieces.length + 1;
  }
  const made = { pieces, lines: new Map<number, number>() };
  measured.set(text, made);
  return made;
}

/** The widths of single characters, of which there are not many. */
const characters = new Map<string, number>();

/** Marks that Chinese fonts draw as wide as a Han character, and Latin ones do not. */
const DRAWN_WIDE = /^[“”‘’—…·]/;

/** By how much Latin letters and digits may be wider than half a Han character: fonts that stand in for others are. */
const LATIN_MORE = 0.2;

function widthOf(piece: string): number {
  const known = characters.get(piece);
  if (known !== undefined) return known;
  const width = stringWidth(piece) + (DRAWN_WIDE.test(piece) ? 1 : 0) + (piece.length - 1) * LATIN_MORE;
  if (piece.length === 1) characters.set(piece, width);
  return width;
}

/** How many lines pieces take. */
function countLines(pieces: readonly number[], usable: number): number {
  let lines = 1;
  let used = 0;
  for (const width of pieces) {
    if (used + width > usable && used > 0) {
      lines++;
      used = 0;
    }
    // What is wider than a line by itself is broken anywhere.
    lines += Math.max(0, Math.ceil(width / usable) - 1);
    used += width > usable ? width % usable || usable : width;
  }
  return lines;
}
