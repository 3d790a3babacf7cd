import type { LaidOutPage } from './layout.js';
import type { PrintedLine } from './lines.js';

/** How much of a character another may cover that is printed beside it. */
const COVERED = 0.5;

const HAN = /^\p{Script=Han}$/u;

/** The first line of a page whose characters are printed over each other: nobody can read it. */
export function overprintedOn({ lines, tables }: LaidOutPage): PrintedLine | undefined {
  const all = [...tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines)), ...lines];
  return all.find(({ glyphs }) =>
    glyphs.some((glyph, i) => {
      const next = glyphs[i + 1];
      return (
        next !== undefined &&
        HAN.test(glyph.text) &&
        HAN.test(next.text) &&
        glyph.runs === undefined &&
        next.x < glyph.x + COVERED * glyph.width
      );
    }),
  );
}
