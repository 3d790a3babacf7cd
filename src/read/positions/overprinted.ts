import type { CellOnPage } from './cells.js';
import type { LaidOutPage } from './layout.js';
import type { PrintedLine } from './lines.js';

/** How much of a character another may cover that is printed beside it. */
const COVERED = 0.5;

const HAN = /^\p{Script=Han}$/u;

/** How much of a line may be above or below the rules of its cell. */
const CROSSED = 0.22;

/** The first line of a page whose characters are printed over each other or over a rule: nobody can tell whose they are. */
export function overprintedOn({ lines, tables }: LaidOutPage): PrintedLine | undefined {
  const crossed = tables
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => cell.lines.filter((line) => isCrossed(line, cell)));
  if (crossed[0]) return crossed[0];
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

/** Whether a rule goes through a line: its row is too low for what stands in it. */
function isCrossed(
  { top, bottom, size, glyphs }: PrintedLine,
  { box, isBegun, isClosed }: CellOnPage,
): boolean {
  if (glyphs.some(({ runs }) => runs !== undefined)) return false;
  return (isBegun && top < box.top - CROSSED * size) || (isClosed && bottom > box.bottom + CROSSED * size);
}
