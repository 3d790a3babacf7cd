import { CORRIDOR, type Stretch, stretchesOf } from './columns.js';
import { greatest, least } from './extremes.js';
import type { PrintedLine } from './lines.js';
import { FARTHEST_BELOW } from './pitches.js';
import { groupsOf } from './rules.js';

// Text that is set in two columns or more: lines that stand beside each other and fill their column, as those of a
// newspaper do. Read across, each would go on in the wrong one.

/** How wide a column of text is, at least, in heights of the font; and how much of it a full line leaves at an end. */
const NARROWEST = 8;
const LEFT_OVER = 1.2;

/** How many lines stand beside each other at least, and how many of them are full and go on. */
const FEWEST_LINES = 3;
const FEWEST_FULL = 2;
/** How many of a column are full, as a part of them: others end a paragraph. */
const FULL_SHARE = 1 / 3;

/** What stands of a line on one side of a gap. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** How wide its widest stretch is. */
  readonly widest: number;
  readonly y: number;
  readonly size: number;
}

/** Where text runs in columns: the lines of each such stretch of a page. */
export function textColumns(lines: readonly PrintedLine[]): PrintedLine[][] {
  const stretches = new Map(lines.map((line) => [line, stretchesOf(line, CORRIDOR)] as const));
  const starts = lines.flatMap((line, i) => {
    const own = (stretches.get(line) ?? []).slice(1).map(({ from }) => ({ from, size: line.size }));
    const beside = [lines[i - 1], lines[i + 1]].some(
      (other) => other && Math.abs(other.y - line.y) < line.size * FARTHEST_BELOW && other.right < line.left,
    );
    return beside ? [{ from: line.left, size: line.size }, ...own] : own;
  });
  return groupsOf(starts, ({ from }) => from).flatMap((group) => {
    const at = least(group.map(({ from, size }) => from - (size * CORRIDOR) / 2));
    const isOver = (line: PrintedLine) => stretches.get(line)?.some(({ from, to }) => from < at && to > at);
    const found: PrintedLine[][] = [];
    let run: PrintedLine[] = [];
    for (const line of [...lines, undefined]) {
      if (line && !isOver(line)) run.push(line);
      else {
        found.push(...columnsIn(run, at, stretches));
        run = [];
      }
    }
    return found;
  });
}

/** The lines of text in two columns among some that none goes over what may be the gap between them. */
function columnsIn(
  lines: readonly PrintedLine[],
  at: number,
  stretches: ReadonlyMap<PrintedLine, readonly Stretch[]>,
): PrintedLine[][] {
  if (lines.length < FEWEST_LINES) return [];
  const side = (isOn: (x: number) => boolean) =>
    lines.flatMap((line): Part[] => {
      const own = (stretches.get(line) ?? []).filter(({ from }) => isOn(from));
      const [first] = own;
      if (!first) return [];
      const widest = greatest(own.map(({ from, to }) => to - from));
      return [
        { from: first.from, to: greatest(own.map(({ to }) => to)), widest, y: line.y, size: line.size },
      ];
    });
  const left = side((x) => x < at);
  const right = side((x) => x >= at);
  const top = Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0);
  const bottom = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0);
  const isBeside = ({ y, size }: { readonly y: number; readonly size: number }) =>
    y > top - size && y < bottom + size;
  if (![left, right].every((column) => isText(column.filter(isBeside)))) return [];
  // What follows above or below is of the columns, too, where it stands as near as lines do.
  let from = lines.findIndex(isBeside);
  let to = lines.findLastIndex(isBeside);
  const isNear = (line: PrintedLine | undefined, next: PrintedLine | undefined) =>
    line !== undefined && next !== undefined && next.y - line.y <= FARTHEST_BELOW * line.size;
  while (isNear(lines[from - 1], lines[from])) from--;
  while (isNear(lines[to], lines[to + 1])) to++;
  return [lines.slice(from, to + 1)];
}

/** Whether lines fill a column as running text does: they begin and end at the same places, and go on below. */
function isText(parts: readonly Part[]): boolean {
  if (parts.length < FEWEST_LINES) return false;
  const left = least(parts.map(({ from }) => from));
  const right = greatest(parts.map(({ to }) => to));
  const full = parts.filter(({ from, to, widest, y, size }, i) => {
    const next = parts[i + 1];
    const isFull = to > right - LEFT_OVER * size && from < left + 2 * LEFT_OVER * size;
    return isFull && widest > NARROWEST * size && next && next.y - y <= FARTHEST_BELOW * size;
  });
  return full.length >= Math.max(FEWEST_FULL, FULL_SHARE * parts.length);
}
