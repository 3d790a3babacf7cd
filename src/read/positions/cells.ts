import { firstName, lastName, partsNames } from '../names-apart.js';
import { greatest, least } from './extremes.js';
import type { RuledCell, RuledGrid } from './grid.js';
import { innerRightOf, linesOnPage, type PrintedLine } from './lines.js';
import { endOfLine, type NamesInColumn } from './names-in-column.js';
import { type Pitches, standsApart } from './pitches.js';
import type { Box, Glyph } from './printed-page.js';
import { holds, middleOf } from './printed-page.js';
import { NEAR } from './rules.js';
import { isBrokenBefore, isEvenIn, partsItems, partsLabels, runOn, type Sides } from './wrap.js';

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
export function endsOf(cells: readonly CellOnPage[]): {
  readonly padding: number;
  readonly endOf: (right: number) => number;
} {
  const free = cells.flatMap(({ box, lines }) => lines.map(({ left }) => left - box.left));
  const padding = least(
    free.filter((gap) => gap >= 0),
    USUAL_PADDING,
  );
  const ends = new Map<number, number>();
  const endOf = (side: number) => {
    // Pages differ by less than a point.
    const right = Math.round(side);
    const known = ends.get(right);
    if (known !== undefined) return known;
    const limit = side - padding;
    const own = cells.filter(({ box }) => Math.abs(box.right - side) <= NEAR);
    const farthest = greatest(
      own
        .flatMap(({ box, lines }) => lines.map((line) => endIn(box, line, padding)))
        .filter((end) => end <= limit + NEAR),
    );
    const size = greatest(
      own.flatMap(({ lines }) => lines.map((line) => line.size)),
      0,
    );
    const end = limit - farthest < AT_END * size ? farthest : limit;
    ends.set(right, end);
    return end;
  };
  return { padding, endOf };
}

/** Where a line would end that began at the left. */
function endIn(box: Box, line: PrintedLine, padding: number): number {
  return isEvenIn(line, box) ? box.left + padding + innerRightOf(line) - line.left : innerRightOf(line);
}

/** No name of a unit has more lines. */
const NAME_LINES = 8;

/** What is to be known of a cell to read its lines. */
interface Column {
  readonly sides: Sides;
  /** Where its lines end, at the latest. */
  readonly end: number;
  /** How far apart the lines of a text are in its table. */
  readonly pitches: Pitches;
  /** How names stand in it, where it is one of names. */
  readonly names?: NamesInColumn | undefined;
}

/** The text of a cell, and where nobody can tell whether the end of a line parts two names: what stands before it, and behind. */
interface CellText {
  readonly text: string;
  readonly unclear: readonly (readonly [before: string, behind: string])[];
}

/** Reads a cell: its lines, those that were broken for want of room put together again. */
export function textOfLines(lines: readonly PrintedLine[], column: Column): CellText {
  const paragraphs: PrintedLine[][] = [];
  const unclear: (readonly [string, string])[] = [];
  for (const [i, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const rest = lines.slice(i);
    if (open && isBrokenOff(open, rest, column)) {
      const [before, behind] = [runOn(open.slice(-NAME_LINES)), runOn(upToRoom(rest, column))];
      const { parts, isUnclear } = column.names
        ? endOfLine(before, behind, column.names)
        : { parts: partsNames(before, behind) };
      if (isUnclear) unclear.push([lastName(before), firstName(behind)]);
      if (!parts) {
        open.push(line);
        continue;
      }
    }
    paragraphs.push([line]);
  }
  return { text: paragraphs.map((each) => runOn(each, true)).join('\n'), unclear };
}

/** The lines up to one behind which there was room: a name that is broken goes on no further. */
function upToRoom(lines: readonly PrintedLine[], column: Column): readonly PrintedLine[] {
  const end = lines.findIndex((line, i) => {
    const next = lines[i + 1];
    return !next || !isFull(line, next, column);
  });
  return lines.slice(0, Math.min(end + 1, NAME_LINES));
}

/** Whether the last of some lines had no room for what comes next, and no item and no label begins there. */
function isBrokenOff(lines: readonly PrintedLine[], [next]: readonly PrintedLine[], column: Column): boolean {
  const line = lines.at(-1);
  if (!line || !next || !isFull(line, next, column)) return false;
  return !partsItems(line.text, next.text) && !partsLabels(line.text, next.text);
}

/** Whether there was no room behind a line for what comes next. */
export function isFull(line: PrintedLine, next: PrintedLine, { sides, end, pitches }: Column): boolean {
  return !standsApart(line, next, pitches) && isBrokenBefore(line, next, end, sides);
}
