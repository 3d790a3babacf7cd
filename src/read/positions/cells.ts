import { partsNames } from '../names-apart.js';
import { greatest, least } from './extremes.js';
import type { RuledCell, RuledGrid } from './grid.js';
import { innerRightOf, linesOnPage, type PrintedLine } from './lines.js';
import { type Pitches, standsApart } from './pitches.js';
import type { Glyph } from './printed-page.js';
import { holds, middleOf } from './printed-page.js';
import { NEAR } from './rules.js';
import { EVEN, isBrokenBefore, partsItems, partsLabels, runOn } from './wrap.js';

/** A cell with its lines. */
export interface CellOnPage extends RuledCell {
  readonly lines: readonly PrintedLine[];
}

/** How far text stands from the rules of its cell, where no cell tells. */
export const USUAL_PADDING = 5.5;

/** The cells of a table with the characters in them, and the characters that are in none. */
export function cellsOfGrid(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
): { readonly cells: readonly CellOnPage[]; readonly rest: readonly Glyph[] } {
  const inside = new Map(grid.cells.map((cell) => [cell, [] as Glyph[]]));
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    grid.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan),
  );
  const { left, top, right } = grid.box;
  const bottom = greatest(grid.cells.map(({ box }) => box.bottom));
  const rest = glyphs.filter((glyph) => {
    const point = middleOf(glyph);
    if (!holds({ left, top, right, bottom }, point)) return true;
    for (const row of rows) {
      const cell = row.find(({ box }) => holds(box, point));
      if (!cell) continue;
      inside.get(cell)?.push(glyph);
      return false;
    }
    return true;
  });
  return { cells: grid.cells.map((cell) => ({ ...cell, lines: linesOnPage(inside.get(cell) ?? []) })), rest };
}

/** How far from the end of a column a line ends that has come to it, in heights of its font. */
const AT_END = 1.15;

/**
 * Where the lines of each column end, at the latest. Its rule is known, and how far from it text stays on the other
 * side; lines that come within a character of that have come to the end.
 *
 * @returns what gives the end for the right side of a column
 */
export function endsOf(cells: readonly CellOnPage[]): (right: number) => number {
  const free = cells.flatMap(({ box, lines }) => lines.map(({ left }) => left - box.left));
  const padding = least(
    free.filter((gap) => gap >= 0),
    USUAL_PADDING,
  );
  const ends = new Map<number, number>();
  return (side) => {
    // Pages differ by less than a point.
    const right = Math.round(side);
    const known = ends.get(right);
    if (known !== undefined) return known;
    const limit = side - padding;
    const lines = cells
      .filter(({ box }) => Math.abs(box.right - side) <= NEAR)
      .flatMap((cell) => cell.lines.filter((line) => !isCentredIn(cell, line, padding)));
    const farthest = greatest(lines.map(innerRightOf).filter((end) => end <= limit + NEAR));
    const size = greatest(
      lines.map((line) => line.size),
      0,
    );
    const end = limit - farthest < AT_END * size ? farthest : limit;
    ends.set(right, end);
    return end;
  };
}

/** No name of a unit has more lines. */
const NAME_LINES = 8;

/** Whether a line stands in the middle of its cell: where it ends says nothing of others. */
function isCentredIn({ box }: CellOnPage, { left, right, size }: PrintedLine, padding: number): boolean {
  const [before, behind] = [left - box.left, box.right - right];
  return before > padding + NEAR && Math.abs(before - behind) <= EVEN * size;
}

/** What is to be known of a cell to read its lines. */
interface Column {
  /** Where its lines begin, at the earliest, and end, at the latest. */
  readonly left: number;
  readonly right: number;
  /** How far apart the lines of a text are in its table. */
  readonly pitches: Pitches;
}

/** The text of a cell: its lines, those that were broken for want of room put together again. */
export function textOfLines(lines: readonly PrintedLine[], column: Column): string {
  const paragraphs: PrintedLine[][] = [];
  for (const [i, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    if (open && goesOn(open, lines.slice(i), column)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((each) => runOn(each, true)).join('\n');
}

function goesOn(
  lines: readonly PrintedLine[],
  rest: readonly PrintedLine[],
  { left, right, pitches }: Column,
): boolean {
  const line = lines.at(-1);
  const [next] = rest;
  if (!line || !next || standsApart(line, next, pitches) || !isBrokenBefore(line, next, right, left))
    return false;
  if (partsItems(line.text, next.text) || partsLabels(line.text, next.text)) return false;
  return !partsNames(runOn(lines.slice(-NAME_LINES)), runOn(rest.slice(0, NAME_LINES)));
}
