import type { Beside } from '../flow.js';

// A page as it is printed: what a PDF or OFD file says, whichever of them it is. Lengths are points, a 72nd of an inch;
// x grows to the right, y grows downward, from the upper left corner of what is seen of the page.

/** A character, or a ligature of some, where it stands. */
export interface Glyph {
  readonly text: string;
  /** Its left edge, and how far it goes to the right. */
  readonly x: number;
  readonly width: number;
  /** The line that it stands on. */
  readonly y: number;
  /** How high its font is. */
  readonly size: number;
  /** Where the one behind it stands, where that is not to its right. */
  readonly runs?: Direction;
  /** Whether it stands upright on a line that goes down. */
  readonly isUpright?: true;
  /** Whether the file says that it is no content of the page: a running head, a number. */
  readonly isArtifact?: true;
}

/** Where a line of characters goes: that of a watermark goes across. */
export type Direction = 'down' | 'up' | 'back' | 'across';

/** A rectangle along the edges of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PrintedPage {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the file. */
  readonly glyphs: readonly Glyph[];
  /** What is ruled: lines along the edges of the page, however they are drawn; each is a thin box. */
  readonly rules: readonly Box[];
  readonly pictures: readonly Box[];
  /** What is in the file and is not seen, or is no text of the page. */
  readonly beside: readonly Beside[];
}

/** No rule of a table is thicker; no row or column of one is thinner. */
export const THICKEST_RULE = 4;

export function centreOf({ left, top, right, bottom }: Box): { readonly x: number; readonly y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** The middle of a character: it is above its line. */
export function middleOf({ x, width, y, size, runs }: Glyph): { readonly x: number; readonly y: number } {
  if (runs === 'down' || runs === 'up') return { x, y };
  return { x: x + width / 2, y: y - size * 0.36 };
}

/** Where a line of characters goes that is not level. */
export function directionOf(x: number, y: number): Direction {
  if (Math.abs(y) < 0.02 * Math.abs(x)) return 'back';
  if (Math.abs(x) > 0.02 * Math.abs(y)) return 'across';
  return y > 0 ? 'down' : 'up';
}

export function holds(
  { left, top, right, bottom }: Box,
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
