import type { Box } from './printed-page.js';
import { groupsOf, NEAR, type RuledLine, type Rules } from './rules.js';

/** A cell of a table that is ruled. */
export interface RuledCell {
  readonly box: Box;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Whether there is a rule above it, and below it. */
  readonly isBegun: boolean;
  readonly isClosed: boolean;
  /** Whether its rules make a rectangle. */
  readonly isRectangle: boolean;
}

/** A table that is ruled, and where its columns begin and end. */
export interface RuledGrid {
  readonly box: Box;
  readonly columns: readonly number[];
  readonly rows: number;
  readonly cells: readonly RuledCell[];
}

/** A page with more rules one way is a drawing. */
const MOST_RULES = 3000;

/** How much of a side of a cell must be ruled. */
const RULED_SHARE = 0.6;

/** How far a rule must go beyond the last one that crosses it for a side of the table to be left open. */
const OPEN_SIDE = 9;

/** The tables of a page, each of rules that touch; what has a single cell is a frame and none. */
export function gridsIn(rules: Rules): RuledGrid[] {
  if (rules.level.length > MOST_RULES || rules.upright.length > MOST_RULES) return [];
  return touching(rules)
    .flatMap(tablesIn)
    .flatMap((part) => gridOf(part) ?? []);
}

/** Parts the rules of a page: those of a part touch each other. */
function touching({ level, upright }: Rules): Rules[] {
  const parents = [...level, ...upright].map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root] as number;
    parents[i] = root;
    return root;
  };
  for (const [i, across] of level.entries()) {
    for (const [j, down] of upright.entries()) {
      if (meet(across, down)) parents[rootOf(i)] = rootOf(level.length + j);
    }
  }
  const parts = new Map<number, { level: RuledLine[]; upright: RuledLine[] }>();
  for (const i of parents.keys()) {
    const root = rootOf(i);
    const part = parts.get(root) ?? { level: [], upright: [] };
    parts.set(root, part);
    const across = level[i];
    if (across) part.level.push(across);
    else part.upright.push(upright[i - level.length] as RuledLine);
  }
  return Array.from(parts.values()).filter((part) => part.level.length > 0 && part.upright.length > 0);
}

/**
 * Parts tables that touch: along a rule from side to side, above and below which there are rows, and where no column of
 * those above goes on below.
 */
function tablesIn(part: Rules): Rules[] {
  const left = Math.min(...part.level.map(({ from }) => from));
  const right = Math.max(...part.level.map(({ to }) => to));
  const rows = groupsOf(part.level, ({ at }) => at);
  const columns = groupsOf(
    part.upright.filter(({ at }) => at > left + NEAR && at < right - NEAR),
    ({ at }) => at,
  ).map((rules) => ({
    top: Math.min(...rules.map(({ from }) => from)),
    bottom: Math.max(...rules.map(({ to }) => to)),
  }));
  for (const [i, row] of rows.entries()) {
    const { at } = row[0] as RuledLine;
    if (i < 2 || i > rows.length - 3 || covered(row, left, right) < RULED_SHARE * (right - left)) continue;
    const above = columns.filter(({ top }) => top < at - NEAR);
    const below = columns.filter(({ bottom }) => bottom > at + NEAR);
    if (above.length === 0 || below.length === 0) continue;
    const differs = differsBelow(part, at);
    if (above.some((column) => below.includes(column)) && !differs) continue;
    const clipped = (from: number, to: number) =>
      part.upright
        .map((rule) => ({ ...rule, from: Math.max(rule.from, from), to: Math.min(rule.to, to) }))
        .filter((rule) => rule.to - rule.from > NEAR);
    const parts = [
      { level: rows.slice(0, i + 1).flat(), upright: clipped(Number.NEGATIVE_INFINITY, at) },
      { level: rows.slice(i).flat(), upright: clipped(at, Number.POSITIVE_INFINITY) },
    ].map((each) => (differs ? withoutOverhang(each) : each));
    return parts.flatMap((each, half) => (half === 0 ? [each] : tablesIn(each)));
  }
  return [part];
}

/** How much wider one of two tables below each other is that only happen to have a column at the same place. */
const WIDER = 36;

/** Whether what is ruled below a place ends elsewhere at the right than what is above it. */
function differsBelow({ upright }: Rules, at: number): boolean {
  const endOf = (rules: readonly RuledLine[]) => Math.max(...rules.map((rule) => rule.at));
  const above = endOf(upright.filter(({ from }) => from < at - NEAR));
  const below = endOf(upright.filter(({ to }) => to > at + NEAR));
  return Number.isFinite(above) && Number.isFinite(below) && Math.abs(above - below) > WIDER;
}

/** A table whose level rules go no farther than its upright ones: the rule between two tables is as wide as the wider. */
function withoutOverhang({ level, upright }: Rules): Rules {
  const left = Math.min(...upright.map(({ at }) => at));
  const right = Math.max(...upright.map(({ at }) => at));
  const kept = level.map((rule) => ({
    ...rule,
    from: Math.max(rule.from, left),
    to: Math.min(rule.to, right),
  }));
  return { level: kept.filter(({ from, to }) => to > from), upright };
}

function meet(across: RuledLine, down: RuledLine): boolean {
  return (
    down.at >= across.from - NEAR &&
    down.at <= across.to + NEAR &&
    across.at >= down.from - NEAR &&
    across.at <= down.to + NEAR
  );
}

/** Where the rules of one direction are, from the first to the last, and those at each place; an open side has none. */
function placesOf(
  rules: readonly RuledLine[],
  crossing: readonly RuledLine[],
): { at: number; rules: RuledLine[] | undefined }[] {
  const places = groupsOf(rules, ({ at }) => at).map((group) => ({
    at: group.reduce((sum, { at }) => sum + at, 0) / group.length,
    rules: group as RuledLine[] | undefined,
  }));
  const from = Math.min(...crossing.map((rule) => rule.from));
  const to = Math.max(...crossing.map((rule) => rule.to));
  if (from < (places[0]?.at ?? 0) - OPEN_SIDE) places.unshift({ at: from, rules: undefined });
  if (to > (places.at(-1)?.at ?? 0) + OPEN_SIDE) places.push({ at: to, rules: undefined });
  return places;
}

function gridOf({ level, upright }: Rules): RuledGrid | undefined {
  const xs = placesOf(upright, level);
  const ys = placesOf(level, upright);
  const width = xs.length - 1;
  const height = ys.length - 1;
  if (width < 1 || height < 1 || width * height < 2) return undefined;
  const isRuled = (rules: readonly RuledLine[] | undefined, from: number, to: number) =>
    rules === undefined || covered(rules, from, to) >= RULED_SHARE * (to - from);
  const x = (i: number) => xs[i]?.at ?? 0;
  const y = (i: number) => ys[i]?.at ?? 0;

  /** Slots that no rule parts are one cell. */
  const cellOf = Array.from({ length: width * height }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (cellOf[root] !== root) root = cellOf[root] as number;
    cellOf[i] = root;
    return root;
  };
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const slot = row * width + column;
      if (column + 1 < width && !isRuled(xs[column + 1]?.rules, y(row), y(row + 1)))
        cellOf[rootOf(slot + 1)] = rootOf(slot);
      if (row + 1 < height && !isRuled(ys[row + 1]?.rules, x(column), x(column + 1)))
        cellOf[rootOf(slot + width)] = rootOf(slot);
    }
  }
  const ranges = new Map<
    number,
    { top: number; left: number; bottom: number; right: number; slots: number }
  >();
  for (const slot of cellOf.keys()) {
    const row = Math.floor(slot / width);
    const column = slot % width;
    const root = rootOf(slot);
    const range = ranges.get(root) ?? {
      top: row,
      left: column,
      bottom: row + 1,
      right: column + 1,
      slots: 0,
    };
    range.top = Math.min(range.top, row);
    range.left = Math.min(range.left, column);
    range.bottom = Math.max(range.bottom, row + 1);
    range.right = Math.max(range.right, column + 1);
    range.slots++;
    ranges.set(root, range);
  }
  const all = Array.from(ranges.values()).sort((a, b) => a.top - b.top || a.left - b.left);
  if (all.length < 2) return undefined;
  /** Rows and columns in which a cell begins: a rule that parts none is an underline. */
  const rows = Array.from(new Set(all.map(({ top }) => top))).sort((a, b) => a - b);
  const columns = Array.from(new Set(all.map(({ left }) => left))).sort((a, b) => a - b);
  const span = (starts: readonly number[], from: number, to: number) =>
    starts.filter((start) => start >= from && start < to).length;
  return {
    box: { left: x(0), top: y(0), right: x(width), bottom: y(height) },
    columns: [...columns.map(x), x(width)],
    rows: rows.length,
    cells: withOpenEnds(
      all.map(({ top, left, bottom, right, slots }) => ({
        box: { left: x(left), top: y(top), right: x(right), bottom: y(bottom) },
        row: rows.indexOf(top),
        column: columns.indexOf(left),
        rowSpan: span(rows, top, bottom),
        colSpan: span(columns, left, right),
        isRectangle: slots === (bottom - top) * (right - left),
        isBegun: ys[top]?.rules !== undefined && isRuled(ys[top]?.rules, x(left), x(right)),
        isClosed: ys[bottom]?.rules !== undefined && isRuled(ys[bottom]?.rules, x(left), x(right)),
      })),
      y(height),
    ),
  };
}

/** How far a cell that goes on on the next page may reach below the last rule of its page. */
const BELOW = 24;

/** Where a page ends beside a merged cell, a browser prints a line more of that below the rule of the others. */
function withOpenEnds(cells: readonly RuledCell[], bottom: number): RuledCell[] {
  const last = cells.filter(({ box }) => box.bottom === bottom);
  if (!last.some(({ isClosed }) => isClosed)) return [...cells];
  return cells.map((cell) =>
    last.includes(cell) && !cell.isClosed ? { ...cell, box: { ...cell.box, bottom: bottom + BELOW } } : cell,
  );
}

/** How much of a stretch is ruled. */
function covered(rules: readonly RuledLine[], from: number, to: number): number {
  let sum = 0;
  for (const rule of rules) sum += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return sum;
}
