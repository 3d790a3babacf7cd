import type { Passage } from './passage-record.js';
import { type LineStarts, type Place, placeOfPart, type Span } from './place.js';

export type { Passage } from './passage-record.js';

/** A stretch `[start, end)` of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches of the source that a passage is made of. */
export function spansOf({ at }: Pick<Passage, 'at'>): readonly Span[] {
  return at.spans ?? [];
}

/** For each index into a passage's text, the offset into the source; a line break has its next one's. */
function offsetsOf(passage: Passage): readonly number[] {
  const known = OFFSETS.get(passage);
  if (known) return known;
  const { text } = passage;
  const source = spansOf(passage).flatMap(([start, end]) =>
    Array.from({ length: end - start }, (_, i) => start + i),
  );
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

/** The stretches of the source that a stretch of a passage's text came from. */
function spansWithin(passage: Passage, from: number, to: number): Span[] {
  const [whole] = spansOf(passage);
  // Most passages are of one piece.
  if (whole && whole[1] - whole[0] === passage.text.length) {
    return from < to ? [[whole[0] + from, whole[0] + to]] : [];
  }
  const spans: [number, number][] = [];
  const offsets = offsetsOf(passage);
  for (let i = from; i < to; i++) {
    if (passage.text[i] === '\n') continue;
    const offset = offsets[i];
    // A passage of a task book that an earlier version wrote has no spans.
    if (offset === undefined) continue;
    const last = spans.at(-1);
    if (last?.[1] === offset) last[1]++;
    else spans.push([offset, offset + 1]);
  }
  return spans;
}

/** The place of a stretch of a passage's text; of an empty one, where it would begin. */
export function placeWithin(passage: Passage, { start, end }: Stretch, lines: LineStarts): Place {
  const spans = spansWithin(passage, start, end);
  if (spans.length > 0) return placeOfPart(partAt(passage, spans), spans, lines);
  const [next] = offsetsOf(passage).slice(start, start + 1);
  return next === undefined ? passage.at : placeOfPart(passage.at, [[next, next]], lines);
}

/** A part of a passage, blanks around it left out. */
export function slicePassage(passage: Passage, from: number, to: number, lines: LineStarts): Passage {
  const part = passage.text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const text = part.trim();
  return { text, at: placeWithin(passage, { start, end: start + text.length }, lines) };
}

/** Several passages as one, each on lines of its own; of none, an empty one at `at`. */
export function joinPassages(passages: readonly Passage[], at: Place): Passage {
  const [first, ...others] = passages;
  if (first === undefined) return { text: '', at: { ...at, spans: [] } };
  if (others.length === 0) return first;
  const joined = {
    text: passages.map(({ text }) => text).join('\n'),
    at: { ...first.at, spans: passages.flatMap(spansOf) },
  };
  return madeOf(joined, passages);
}

/** Tells of a passage which cells or paragraphs it was put together from: its parts stand in theirs. */
export function madeOf(passage: Passage, parts: readonly Passage[]): Passage {
  PARTS.set(passage, parts);
  return passage;
}

/** Only a form without lines needs them: there a cell or a paragraph is the place. */
const PARTS = new WeakMap<Passage, readonly Passage[]>();

/** Where the cell or paragraph stands that a stretch of the source is in. */
function partAt(passage: Passage, [span]: readonly Span[]): Place {
  const part = PARTS.get(passage)?.find(
    (each) => span !== undefined && spansOf(each).some(([start, end]) => start <= span[0] && span[0] < end),
  );
  return part ? partAt(part, [span as Span]) : passage.at;
}

/** Where in a passage's text something stands that was read in the source; nothing where it stands elsewhere. */
export function stretchIn(passage: Passage, at: Place): Stretch | undefined {
  const first = at.spans?.[0]?.[0];
  const last = at.spans?.at(-1)?.[1];
  if (first === undefined || last === undefined || at.file !== passage.at.file) return undefined;
  const offsets = offsetsOf(passage);
  const start = indexOf(offsets, first);
  if (start === undefined) return undefined;
  if (last <= first) return { start, end: start };
  const end = indexOf(offsets, last - 1);
  return end === undefined ? undefined : { start, end: end + 1 };
}

/** The last index that has an offset: a line break before a character has the same one. */
function indexOf(offsets: readonly number[], offset: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] === offset ? low - 1 : undefined;
}
