import { type Box, type Glyph, holds } from './printed-page.js';

/** The characters of a page that can be seen, and those that stand off its paper. */
interface OnPaper {
  readonly glyphs: readonly Glyph[];
  /** What stands off the paper, whatever it is. */
  readonly hidden: string;
  /** What goes on there from a line that can be seen. */
  readonly cut: string;
}

/** Parts the characters of a page by where its paper ends. */
export function onPaper(
  all: readonly Glyph[],
  { width, height }: { readonly width: number; readonly height: number },
): OnPaper {
  const paper: Box = { left: 0, top: 0, right: width, bottom: height };
  const glyphs: Glyph[] = [];
  const outside: Glyph[] = [];
  for (const glyph of all) {
    const isSeen = holds(paper, { x: glyph.x + glyph.width / 2, y: glyph.y - glyph.size * 0.3 });
    (isSeen ? glyphs : outside).push(glyph);
  }
  const textOf = (some: readonly Glyph[]) => some.map(({ text }) => text).join('');
  const cut = outside.filter((glyph) => glyph.text.trim() !== '' && goesOnFrom(glyph, glyphs));
  return { glyphs, hidden: textOf(outside), cut: textOf(cut) };
}

/** Whether a character stands beside one of others, on its line. */
function goesOnFrom({ x, y, width, size }: Glyph, others: readonly Glyph[]): boolean {
  return others.some(
    (other) =>
      Math.abs(other.y - y) < 0.1 * size &&
      (Math.abs(other.x + other.width - x) < 0.5 * size || Math.abs(x + width - other.x) < 0.5 * size),
  );
}
