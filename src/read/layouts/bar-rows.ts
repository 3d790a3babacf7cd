import type { Span } from '../../model/place.js';
import { isBlankLine, type Layout, lineText, type TextCell } from './layout.js';
import { cellsInLine } from './pipes.js';

const BAR = /[|｜]/g;
/** Fewer bars may stand in a line of text. */
const FEWEST = 2;

/** One row a line, cells parted by bars and no line of dashes under the first, as tables are typed. */
export const barRows: Layout = (source, at) => {
  if (barsIn(lineText(source, at)) < FEWEST) return undefined;
  const wanted = cellsInLine(source.text, source.lines[at] as Span, BAR).cells.length;
  const rows: TextCell[][] = [];
  const markup: Span[] = [];
  let line = at;
  for (; line < source.lines.length; line++) {
    if (isBlankLine(source, line)) continue;
    if (barsIn(lineText(source, line)) < FEWEST) break;
    const row = cellsInLine(source.text, source.lines[line] as Span, BAR);
    // A bar at either end only closes the row: some lines of a table have it, and others have not.
    if (row.cells.length !== wanted) break;
    rows.push(row.cells);
    markup.push(...row.markup);
  }
  return rows.length < 2 ? undefined : { rows, markup, end: line };
};

function barsIn(line: string): number {
  return line.match(BAR)?.length ?? 0;
}
