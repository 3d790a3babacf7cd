import type { AnyNode, Element } from 'domhandler';
import { textLookedAt } from './marks.js';
import { pathTo } from './tree.js';

/** The innermost element that holds all of some nodes. */
export function holderOf(elements: readonly AnyNode[]): Element | undefined {
  let common: Element[] | undefined;
  for (const element of elements) {
    const path = pathTo(element.parent);
    common = common?.filter((each, i) => each === path[i]) ?? path;
  }
  return common?.at(-1);
}

/**
 * The marks of one article where a page has it several times, as it has one for printing: of those that say the same
 * the longest, of those as long the first. All marks where it is there once.
 */
export function withoutCopies(marks: readonly AnyNode[]): {
  readonly marks: readonly AnyNode[];
  readonly copies: number;
} {
  const texts = marks.map(bare);
  for (let copies = 2; copies <= Math.min(marks.length, MOST); copies++) {
    const size = marks.length / copies;
    if (!Number.isInteger(size) || texts.some((text, i) => text !== texts[i % size])) continue;
    const parts = Array.from({ length: copies }, (_, i) => marks.slice(i * size, (i + 1) * size));
    const holders = parts.map((part) => holderOf(part));
    if (!areApart(holders)) continue;
    const said = holders.map((holder) => (holder ? bare(holder) : ''));
    const longest = said.reduce((best, text, i) => (text.length > (said[best]?.length ?? 0) ? i : best), 0);
    if (said.every((text) => said[longest]?.includes(text)))
      return { marks: parts[longest] ?? marks, copies };
  }
  return { marks, copies: 1 };
}

const MOST = 4;

/** Whether none of some elements stands in another one. */
function areApart(holders: readonly (Element | undefined)[]): boolean {
  return holders.every((each, i) => {
    const path = pathTo(each?.parent ?? null);
    return (
      each !== undefined &&
      holders.every((other, j) => i === j || (other !== each && !path.includes(other as Element)))
    );
  });
}

function bare(element: AnyNode): string {
  return textLookedAt(element).replace(/\s/g, '');
}
