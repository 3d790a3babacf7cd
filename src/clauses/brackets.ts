import type { Stretch } from '../model/passage.js';
import { matchesIn } from '../words/match.js';
import { BRACKET_PAIRS, CLOSINGS, OPENINGS } from '../words/punctuation.js';

/** No text that means it has more open at once; it keeps the time in proportion to the text. */
const DEEPEST = 20;

/** Most characters are none. */
const ANY_BRACKET = new RegExp(`[${OPENINGS}${CLOSINGS}]`, 'g');

/** The stretches of a text that stand in brackets of any kind, the brackets included; brackets inside others are not told. */
export function bracketsIn(text: string): Stretch[] {
  return scan(text).found;
}

/** Where the last bracket opens that is never closed. */
export function unclosedIn(text: string): number | undefined {
  return scan(text).open.at(-1);
}

/** Where the first bracket closes that nothing opens. */
export function strayClosing(text: string): number | undefined {
  return scan(text).stray;
}

interface Scanned {
  readonly found: Stretch[];
  readonly open: number[];
  readonly stray: number | undefined;
}

function scan(text: string): Scanned {
  const found: Stretch[] = [];
  let stray: number | undefined;
  const open: { readonly start: number; readonly closing: string }[] = [];
  for (const { 0: char, index: i } of matchesIn(ANY_BRACKET, text)) {
    const closing = BRACKET_PAIRS[char];
    if (closing) {
      open.push({ start: i, closing });
      if (open.length > DEEPEST) open.shift();
      continue;
    }
    const top = open.findLastIndex((each) => each.closing.includes(char));
    if (top < 0) {
      stray ??= i;
      continue;
    }
    const { start } = open[top] as (typeof open)[number];
    // What was opened behind it and never closed is no bracket.
    open.length = top;
    while ((found.at(-1)?.start ?? -1) > start) found.pop();
    found.push({ start, end: i + 1 });
  }
  return { found, open: open.map(({ start }) => start), stray };
}

/** The stretches between some characters that stand in no bracket, in order; empty ones, too. */
export function splitOutside(text: string, stops: string): Stretch[] {
  const brackets = bracketsIn(text).values();
  let bracket = brackets.next().value;
  const parts: Stretch[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (bracket && i === bracket.start) {
      i = bracket.end - 1;
      bracket = brackets.next().value;
    } else if (stops.includes(text[i] as string)) {
      parts.push({ start, end: i });
      start = i + 1;
    }
  }
  return [...parts, { start, end: text.length }];
}
