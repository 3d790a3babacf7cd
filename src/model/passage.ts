import type { Passage, Span } from './document.js';

/** The text of several passages, one a line. */
export function textOf(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join('\n');
}

/** For each index into a passage's text, the offset into the source; a line break has its next one's. */
export function offsetsOf(passage: Passage): readonly number[] {
  const known = OFFSETS.get(passage);
  if (known) return known;
  const { text, spans } = passage;
  const source = spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i));
  let next = 0;
  const offsets = Array.from(
    { length: text.length },
    (_, i) => source[text[i] === '\n' ? next : next++] as number,
  );
  OFFSETS.set(passage, offsets);
  return offsets;
}

/** A paragraph is cut again and again where it holds many clauses. */
const OFFSETS = new WeakMap<Passage, readonly number[]>();

/** A part of a passage, blanks around it left out. */
export function slicePassage(passage: Passage, from: number, to = passage.text.length): Passage {
  const part = passage.text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const text = part.trim();
  const spans: [number, number][] = [];
  const offsets = offsetsOf(passage);
  for (let i = start; i < start + text.length; i++) {
    // A line break is no character of the source.
    if (passage.text[i] === '\n') continue;
    const offset = offsets[i] as number;
    const last = spans.at(-1);
    if (last?.[1] === offset) last[1]++;
    else spans.push([offset, offset + 1]);
  }
  return { text, at: passage.at, spans: spans satisfies Span[] };
}
