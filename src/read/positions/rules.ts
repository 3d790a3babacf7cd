import type { Box } from './printed-page.js';

/** A rule from one end of the page toward the other: `at` is how far from the edge that it goes along. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The rules of a page. */
export interface Rules {
  readonly level: readonly RuledLine[];
  readonly upright: readonly RuledLine[];
}

/** Rules that are so near to each other are one: double rules, borders of cells beside each other. */
export const NEAR = 3.5;

/**
 * Parts of a rule that are so near behind each other are one: borders of cells beside each other; and dashes and dots,
 * which are short.
 */
const BEHIND = 2;
const BEHIND_DASH = 5;
const LONGEST_DASH = 10;

/** What is shorter is a stroke of something that is drawn. */
const SHORTEST = 6;

/** Puts the rules of a page together from their parts. */
export function rulesIn(boxes: readonly Box[]): Rules {
  const level: RuledLine[] = [];
  const upright: RuledLine[] = [];
  for (const { left, top, right, bottom } of boxes) {
    const isDot = Math.abs(right - left - (bottom - top)) < 0.5;
    if (isDot || right - left > bottom - top) level.push({ at: (top + bottom) / 2, from: left, to: right });
    if (isDot || right - left < bottom - top) upright.push({ at: (left + right) / 2, from: top, to: bottom });
  }
  return { level: joined(level), upright: joined(upright) };
}

function joined(parts: readonly RuledLine[]): RuledLine[] {
  const rules: RuledLine[] = [];
  for (const group of groupsOf(parts, ({ at }) => at)) {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    const sorted = group.toSorted((a, b) => a.from - b.from);
    let open: { from: number; to: number } | undefined;
    let last = 0;
    const close = () => {
      if (open && open.to - open.from >= SHORTEST) rules.push({ at, ...open });
    };
    for (const { from, to } of sorted) {
      const isDash = to - from <= LONGEST_DASH && last <= LONGEST_DASH;
      if (open && from <= open.to + (isDash ? BEHIND_DASH : BEHIND)) open.to = Math.max(open.to, to);
      else {
        close();
        open = { from, to };
      }
      last = to - from;
    }
    close();
  }
  return rules;
}

/** Things that stand near to each other, group by group; a group is no wider than what is near. */
export function groupsOf<T>(things: readonly T[], where: (thing: T) => number, near = NEAR): T[][] {
  const groups: T[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const thing of things.toSorted((a, b) => where(a) - where(b))) {
    const group = groups.at(-1);
    if (group && where(thing) - start <= near) group.push(thing);
    else {
      groups.push([thing]);
      start = where(thing);
    }
  }
  return groups;
}
