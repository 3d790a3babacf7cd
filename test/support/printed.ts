// Pages as a printer has them: texts at positions, and rules.
import type { Box, Glyph, PrintedPage } from '../../src/read/positions/printed-page.js';

/** The characters of a line: Latin letters and digits are half as wide as others. */
export function line(text: string, x: number, y: number, size = 10, more: Partial<Glyph> = {}): Glyph[] {
  let at = x;
  return Array.from(text, (char) => {
    const width = /[\u0020-\u007e]/.test(char) ? size / 2 : size;
    const glyph: Glyph = { text: char, x: at, y, width, size, ...more };
    at += width;
    return glyph;
  });
}

/** A rule from one point to another. */
export const rule = (left: number, top: number, right: number, bottom: number): Box => ({
  left: left - 0.25,
  top: top - 0.25,
  right: right + 0.25,
  bottom: bottom + 0.25,
});

/** The rules of a table with these columns and rows. */
export function grid(xs: readonly number[], ys: readonly number[]): Box[] {
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  const [top, bottom] = [ys[0] as number, ys.at(-1) as number];
  return [...ys.map((y) => rule(left, y, right, y)), ...xs.map((x) => rule(x, top, x, bottom))];
}

export const page = (
  glyphs: readonly Glyph[],
  rules: readonly Box[] = [],
  more: Partial<PrintedPage> = {},
): PrintedPage => ({
  ...{ number: 1, width: 595, height: 842, pictures: [], beside: [] },
  glyphs,
  rules,
  ...more,
});
