import { lastAtOrBefore } from '../../model/place.js';
import { greatest } from './extremes.js';
import { type Box, type Glyph, type PrintedPage, THICKEST_RULE } from './printed-page.js';

// Text that is struck through: a rule goes through its middle, from its first character to its last one.

/** Where such a rule is above the line that text stands on, and how far from the side of a character it may end. */
const LOWEST = 0.12;
const HIGHEST = 0.5;
const ENDS_NEAR = 0.15;
/** What is shorter goes through no character. */
const SHORTEST = 3;

/** A page without the characters that are struck through, those, and without the rules through them. */
export function withoutStruck(page: PrintedPage): { readonly page: PrintedPage; readonly struck: string } {
  const level = page.rules.filter(
    ({ left, top, right, bottom }) => bottom - top < THICKEST_RULE / 2 && right - left > SHORTEST,
  );
  if (level.length === 0) return { page, struck: '' };
  const sorted = page.glyphs.toSorted((a, b) => a.y - b.y);
  const ys = sorted.map(({ y }) => y);
  const highest =
    HIGHEST *
    greatest(
      sorted.map(({ size }) => size),
      0,
    );
  const through = new Map<Box, Glyph[]>();
  for (const rule of level) {
    const from = lastAtOrBefore(ys, rule.top);
    const to = lastAtOrBefore(ys, rule.bottom + highest);
    const own = sorted.slice(from, to + 1).filter((glyph) => isThrough(rule, glyph));
    own.sort((a, b) => a.x - b.x);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    const near = ENDS_NEAR * first.size;
    const isOwn = Math.abs(rule.left - first.x) <= near && Math.abs(rule.right - last.x - last.width) <= near;
    if (isOwn && own.some(({ text }) => text.trim() !== '')) through.set(rule, own);
  }
  if (through.size === 0) return { page, struck: '' };
  const struck = new Set(Array.from(through.values()).flat());
  return {
    page: {
      ...page,
      glyphs: page.glyphs.filter((glyph) => !struck.has(glyph)),
      rules: page.rules.filter((rule) => !through.has(rule)),
    },
    struck: Array.from(struck, ({ text }) => text).join(''),
  };
}

function isThrough({ left, top, right, bottom }: Box, { x, width, y, size, runs }: Glyph): boolean {
  const above = y - (top + bottom) / 2;
  const middle = x + width / 2;
  return (
    runs === undefined && middle > left && middle < right && above > LOWEST * size && above < HIGHEST * size
  );
}
