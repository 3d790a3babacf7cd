import { least } from './extremes.js';
import type { LaidOutPage } from './layout.js';
import type { PrintedLine } from './lines.js';
import { holds } from './printed-page.js';
import { NEAR, type RuledLine, rulesIn } from './rules.js';

// Notes at the foot of a page: a short rule parts them from the text, whose font is larger.

/** How long that rule is: no shorter, and no longer as a part of the page's width. */
const SHORTEST = 60;
const LONGEST = 0.45;
/** How large their font is, at most, beside that of the text. */
const SMALLER = 0.92;
/** What a note begins with: 1, ①, [1], *. */
const NOTE = /^(?:[①-⑳*＊※⁰¹²³⁴-⁹]|[［[（(]?\d{1,2}[］\])）]?(?!\d))/;

/**
 * The lines of a page that are notes to its text.
 *
 * @param own its lines that are not in its margins
 */
export function footnotesOn(
  { page, tables }: LaidOutPage,
  own: readonly PrintedLine[],
): readonly PrintedLine[] {
  const left = least(own.map((line) => line.left));
  const isApart = ({ at, from, to }: RuledLine) =>
    at > page.height / 2 &&
    Math.abs(from - left) <= 2 * NEAR &&
    to - from >= SHORTEST &&
    to - from <= LONGEST * page.width &&
    !tables.some(({ box }) =>
      holds({ ...box, top: box.top - NEAR, bottom: page.height }, { x: from, y: at }),
    );
  for (const { at } of rulesIn(page.rules).level.filter(isApart)) {
    const above = own.filter(({ y }) => y < at);
    const below = own.filter(({ y }) => y > at);
    const usual = above.map(({ size }) => size).sort((a, b) => a - b)[above.length >> 1] ?? 0;
    const [first] = below;
    if (first && NOTE.test(first.text) && below.every(({ size }) => size <= SMALLER * usual)) return below;
  }
  return [];
}
