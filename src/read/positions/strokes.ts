import { applied, type Matrix } from './matrix.js';
import { type Box, THICKEST_RULE } from './printed-page.js';

/** A part of a path: points, and which of them a straight line leads to. */
export interface Subpath {
  readonly points: (readonly [x: number, y: number])[];
  readonly isStraight: boolean[];
}

/** How a path is painted. */
export interface Paint {
  readonly stroked: boolean;
  readonly filled: boolean;
  /** As it is on the page. */
  readonly lineWidth: number;
}

/** A line of a table may lean so far and still go along the edge of the page. */
const LEANING = 0.8;

/** The parts of a path, from what a program says step by step. */
export class PathBuilder {
  readonly subpaths: Subpath[] = [];

  constructor(readonly matrix: Matrix) {}

  moveTo(x: number, y: number): void {
    this.subpaths.push({ points: [applied(this.matrix, x, y)], isStraight: [true] });
  }

  lineTo(x: number, y: number, isStraight = true): void {
    const open = this.subpaths.at(-1);
    if (!open) this.moveTo(x, y);
    open?.points.push(applied(this.matrix, x, y));
    open?.isStraight.push(isStraight);
  }

  close(): void {
    const { points, isStraight } = this.subpaths.at(-1) ?? {};
    const [first] = points ?? [];
    if (!points || !first || !isStraight) return;
    points.push(first);
    isStraight.push(true);
  }
}

/** What of a path is a rule: straight lines along the edges of the page, and filled boxes as thin as one. */
export function rulesOf(subpaths: readonly Subpath[], { stroked, filled, lineWidth }: Paint): Box[] {
  const rules: Box[] = [];
  if (stroked && lineWidth <= THICKEST_RULE)
    rules.push(...subpaths.flatMap((each) => sidesOf(each, lineWidth)));
  if (!filled) return rules;
  const boxes = subpaths.filter(({ isStraight }) => !isStraight.includes(false)).map(boundsOf);
  for (const [i, box] of boxes.entries()) {
    if (isThin(box)) rules.push(box);
    // A frame is a box with a box taken out of it.
    else rules.push(...frameOf(box, boxes[i + 1]));
  }
  return rules;
}

function isThin({ left, top, right, bottom }: Box): boolean {
  return Math.min(right - left, bottom - top) <= THICKEST_RULE;
}

/** The box around a part of a path. */
export function boundsOf({ points }: Subpath): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

function sidesOf({ points, isStraight }: Subpath, lineWidth: number): Box[] {
  const sides: Box[] = [];
  for (let i = 1; i < points.length; i++) {
    if (!isStraight[i]) continue;
    const [x1, y1] = points[i - 1] as readonly [number, number];
    const [x2, y2] = points[i] as readonly [number, number];
    const isLevel = Math.abs(y1 - y2) <= LEANING;
    if (!isLevel && Math.abs(x1 - x2) > LEANING) continue;
    const half = lineWidth / 2;
    const wide = isLevel ? 0 : half;
    const high = isLevel ? half : 0;
    sides.push({
      left: Math.min(x1, x2) - wide,
      right: Math.max(x1, x2) + wide,
      top: Math.min(y1, y2) - high,
      bottom: Math.max(y1, y2) + high,
    });
  }
  return sides;
}

function frameOf(outer: Box, inner: Box | undefined): Box[] {
  if (!inner) return [];
  const widths = [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom,
  ];
  if (widths.some((width) => width < 0 || width > THICKEST_RULE)) return [];
  const sides: Box[] = [
    { ...outer, right: inner.left },
    { ...outer, bottom: inner.top },
    { ...outer, left: inner.right },
    { ...outer, top: inner.bottom },
  ];
  return sides.filter((_, i) => (widths[i] as number) > 0);
}
