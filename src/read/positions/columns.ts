import { anyOf, wordsIn } from '../../words/any-of.js';
import { greatest } from './extremes.js';
import type { RuledCell, RuledGrid } from './grid.js';
import type { PrintedLine } from './lines.js';
import type { Box } from './printed-page.js';
import { groupsOf, NEAR, type RuledLine } from './rules.js';

// Columns that no rule parts: where nothing is printed from the top to the bottom of a table.

/** How wide a gap in a line is that may part two columns, and how wide one is down all lines, in heights of the font. */
const GAP = 1;
export const CORRIDOR = 0.45;

/** No table is narrower. */
const NARROWEST = 120;

/** A stretch of a line from one gap to the next. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Without blanks. */
  readonly text: string;
}

/**
 * What stands on a line from one gap to the next.
 *
 * @param gap how wide one is, in heights of the font
 */
export function stretchesOf({ glyphs, size }: PrintedLine, gap = GAP): Stretch[] {
  const stretches: { from: number; to: number; text: string }[] = [];
  for (const { text, x, width } of glyphs) {
    if (text.trim() === '') continue;
    const open = stretches.at(-1);
    if (open && x - open.to < gap * size) {
      open.to = Math.max(open.to, x + width);
      open.text += text;
    } else stretches.push({ from: x, to: x + width, text });
  }
  return stretches;
}

/** Where nothing is printed on any of some lines: the middle of each gap. */
export function corridorsOf(lines: readonly PrintedLine[]): number[] {
  const width = CORRIDOR * greatest(lines.map(({ size }) => size));
  const corridors: number[] = [];
  let end: number | undefined;
  for (const { from, to } of lines.flatMap((line) => stretchesOf(line)).sort((a, b) => a.from - b.from)) {
    if (end !== undefined && from - end >= width) corridors.push((end + from) / 2);
    end = Math.max(end ?? to, to);
  }
  return corridors;
}

/**
 * Tables whose rows are ruled and whose columns are not, as printers like them. One is certain where its header has a
 * word for each column, and where each row is ruled, or has its first column on every line.
 *
 * @param level the level rules that no upright one touches
 * @param lines the lines around the tables that are fully ruled
 */
export function openGrids(level: readonly RuledLine[], lines: readonly PrintedLine[]): RuledGrid[] {
  return alike(level).flatMap((rules) => openGrid(rules, lines) ?? []);
}

/** Such tables that are not certain, and have units: the lines of each. */
export function unreadGrids(level: readonly RuledLine[], lines: readonly PrintedLine[]): PrintedLine[][] {
  return alike(level).flatMap((rules) => {
    const [top, below] = rules;
    const bottom = rules.at(-1);
    if (!top || !below || !bottom || openGrid(rules, lines)) return [];
    const own = lines.filter(({ y }) => y > top.at && y < bottom.at);
    const isParted = own.filter(({ y }) => y < below.at).some((line) => stretchesOf(line).length > 1);
    return isParted && own.some(({ text }) => HEADS_WHO.test(text)) ? [own] : [];
  });
}

/** Long level rules, one below the other, as those of one table: from the top down, three at least. */
function alike(level: readonly RuledLine[]): RuledLine[][] {
  const long = level.filter(({ from, to }) => to - from >= NARROWEST);
  return groupsOf(long, ({ from }) => from)
    .flatMap((group) => groupsOf(group, ({ to }) => to))
    .filter(({ length }) => length >= 3)
    .map((rules) => rules.toSorted((a, b) => a.at - b.at));
}

function openGrid(rules: readonly RuledLine[], all: readonly PrintedLine[]): RuledGrid | undefined {
  const [first] = rules;
  const last = rules.at(-1);
  if (!first || !last) return undefined;
  const box: Box = { left: first.from, top: first.at, right: first.to, bottom: last.at };
  const lines = all.filter((line) => line.y > box.top && line.y < box.bottom);
  const bands = rules.slice(1).map((rule, i) => ({
    top: rules[i]?.at ?? box.top,
    bottom: rule.at,
    lines: lines.filter(({ y }) => y > (rules[i]?.at ?? 0) && y < rule.at),
  }));
  const parted = lines.filter((line) => stretchesOf(line).length > 1);
  if (parted.length < 2) return undefined;
  const corridors = corridorsOf(parted);
  const columns = [box.left, ...corridors, box.right];
  const [header] = bands;
  if (
    corridors.length === 0 ||
    !header ||
    !columns.every((at, i) => i === 0 || hasText(header.lines, columns[i - 1] as number, at))
  )
    return undefined;
  const rows = bands.flatMap((band, i) => {
    if (i === 0 || rules.length > 3) return [band];
    const isStart = (line: PrintedLine) =>
      stretchesOf(line).some(({ from }) => from < (corridors[0] as number));
    if (!band.lines.every(isStart)) return undefined;
    return band.lines.map((line, j) => ({
      top: j === 0 ? band.top : (band.lines[j - 1] as PrintedLine).bottom,
      bottom: j === band.lines.length - 1 ? band.bottom : line.bottom,
      lines: [line],
    }));
  });
  if (rows.includes(undefined)) return undefined;
  const kept = rows.filter((row) => row !== undefined);
  const inner = columns.slice(1, -1);
  if (kept.some((row, i) => i > 0 && row.lines.some((line) => isGlued(line, inner, rules.length > 3))))
    return undefined;
  const cells = kept.flatMap((row, i) => cellsIn(row, i, columns));
  return { box, columns, rows: kept.length, cells };
}

/** 1治理山塘: the number of a row with its next cell. */
const NUMBER_GLUED = /^\d{1,3}(?=\p{Script=Han})(?![年月日])/u;

/**
 * Whether cells of a row stand so close that nobody can tell them apart: text goes over the gap between columns. Where
 * rows are ruled, one that is text as a whole, and has no number, is a heading over all columns.
 */
function isGlued(line: PrintedLine, inner: readonly number[], isRuled: boolean): boolean {
  const stretches = stretchesOf(line);
  const over = stretches.some(({ from, to }) => inner.some((at) => from < at - NEAR && to > at + NEAR));
  return over && (!isRuled || stretches.length > 1 || NUMBER_GLUED.test(line.text));
}

function hasText(lines: readonly PrintedLine[], from: number, to: number): boolean {
  return lines.flatMap((line) => stretchesOf(line)).some((stretch) => stretch.from < to && stretch.to > from);
}

/** The cells of a row; what goes over the gap between two columns is one cell. */
function cellsIn(
  {
    top,
    bottom,
    lines,
  }: { readonly top: number; readonly bottom: number; readonly lines: readonly PrintedLine[] },
  row: number,
  columns: readonly number[],
): RuledCell[] {
  const stretches = lines.flatMap((line) => stretchesOf(line));
  const cells: RuledCell[] = [];
  let column = 0;
  for (let next = 1; next < columns.length; next++) {
    const at = columns[next] as number;
    if (next < columns.length - 1 && stretches.some(({ from, to }) => from < at - NEAR && to > at + NEAR))
      continue;
    cells.push({
      box: { left: columns[column] as number, top, right: at, bottom },
      ...{
        row,
        column,
        rowSpan: 1,
        colSpan: next - column,
        isBegun: true,
        isClosed: true,
        isRectangle: true,
      },
    });
    column = next;
  }
  return cells;
}

/** What heads a column of a table of tasks, and what such a table is told by where nothing rules it. */
export const HEADS_WHO = new RegExp(anyOf(wordsIn('单位 部门 牵头 责任 负责 配合 承办 协办')));
