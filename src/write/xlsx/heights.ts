import stringWidth from 'fast-string-width';

/** Height of a line of text in points, what a row has besides, and the most that it can be high (ECMA-376 18.3.1.73). */
const LINE_HEIGHT = 15;
const PADDING = 3;
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

/** How many lines a text takes in a column of a width. */
export function linesIn(text: string, width: number): number {
  // Cells have padding, and no line begins with a stop: the one before goes with it.
  const usable = Math.max(2, Math.floor((width - 1) * SURE));
  return text.split('\n').reduce((sum, line) => sum + linesFor(line, usable), 0);
}

/** How much of a column's width a text surely has: programs and fonts differ. */
const SURE = 0.92;

/** A notice's texts stand on many units' sheets: those that were measured last, by their width and text. */
const measured = new Map<string, number>();
const REMEMBERED = 10_000;

function linesFor(text: string, usable: number): number {
  // No character is wider than two columns, but for a tab.
  if (text.length * 2 <= usable && !text.includes('\t')) return 1;
  const key = `${usable} ${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  if (measured.size >= REMEMBERED) measured.clear();
  const lines = countLines(text, usable);
  measured.set(key, lines);
  return lines;
}

/** Marks that Chinese fonts draw as wide as a Han character, and Latin ones do not. */
const DRAWN_WIDE = /^[“”‘’—…·]/;

/** By how much Latin letters and digits may be wider than half a Han character: fonts that stand in for others are. */
const LATIN_MORE = 0.2;

/** How many lines a text takes: it breaks between Han characters, and not before or inside Latin ones. */
function countLines(text: string, usable: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of text.matchAll(/.?[!-~]+|./gu)) {
    const width = stringWidth(piece) + (DRAWN_WIDE.test(piece) ? 1 : 0) + (piece.length - 1) * LATIN_MORE;
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
