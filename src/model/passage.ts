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

/** Where the characters of a passage's text stand in the source. */
interface SourceOffsets {
  /** For each index the offset into the source; what is put between parts has its next one's. */
  readonly offsets: readonly (number | undefined)[];
  /** Whether the source does not have it there: a line break, what was put between parts. */
  readonly isPut: readonly boolean[];
}

/** A text with other characters than its source: a task book from a file does not say which were put between. */
const UNKNOWN: SourceOffsets = { offsets: [], isPut: [] };

function sourceOffsetsOf(passage: Passage): SourceOffsets {
  const known = ORIGINS.get(passage);
  if (known) return known;
  const parts = PARTS.get(passage);
  const origin = parts && textOf(parts) === passage.text ? offsetsOfParts(parts) : offsetsOfText(passage);
  ORIGINS.set(passage, origin);
  return origin;
}

function offsetsOfText(passage: Passage): SourceOffsets {
  const isPut = Array.from({ length: passage.text.length }, (_, i) => passage.text[i] === '\n');
  const source = spansOf(passage).flatMap(([start, end]) =>
    Array.from({ length: end - start }, (_, i) => start + i),
  );
  if (source.length !== isPut.filter((put) => !put).length) return UNKNOWN;
  let next = 0;
  return { offsets: isPut.map((put) => source[put ? next : next++]), isPut };
}

function offsetsOfParts(parts: readonly (Passage | string)[]): SourceOffsets {
  const origins = parts.map((part): SourceOffsets => {
    if (typeof part !== 'string') return sourceOffsetsOf(part);
    const { length } = part;
    return { offsets: Array.from({ length }, () => undefined), isPut: Array.from({ length }, () => true) };
  });
  if (origins.some((origin, i) => origin.isPut.length !== lengthOf(parts[i]))) return UNKNOWN;
  const offsets = origins.flatMap((each) => each.offsets);
  for (let i = offsets.length - 2; i >= 0; i--) offsets[i] ??= offsets[i + 1];
  return { offsets, isPut: origins.flatMap((each) => each.isPut) };
}

function lengthOf(part: Passage | string | undefined): number | undefined {
  return typeof part === 'string' ? part.length : part?.text.length;
}

function textOf(parts: readonly (Passage | string)[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** A paragraph is cut again and again where it holds many clauses. */
const ORIGINS = new WeakMap<Passage, SourceOffsets>();

/** The stretches of the source that a stretch of a passage's text came from. */
function spansWithin(passage: Passage, from: number, to: number): Span[] {
  const [whole] = spansOf(passage);
  // Most passages are of one piece.
  if (whole && spansOf(passage).length === 1 && whole[1] - whole[0] === passage.text.length) {
    return from < to ? [[whole[0] + from, whole[0] + to]] : [];
  }
  const spans: [number, number][] = [];
  const { offsets, isPut } = sourceOffsetsOf(passage);
  for (let i = from; i < to; i++) {
    if (isPut[i]) continue;
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
  const [next] = sourceOffsetsOf(passage).offsets.slice(start, start + 1);
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
  return composed(
    passages.flatMap((passage, i) => (i > 0 ? ['\n', passage] : [passage])),
    at,
  );
}

/** Passages and what is put between them as one; of none, an empty one at `at`. */
export function composed(parts: readonly (Passage | string)[], at: Place): Passage {
  const passages = parts.filter((part) => typeof part !== 'string');
  const [first] = passages;
  if (first === undefined) return { text: '', at: { ...at, spans: [] } };
  if (parts.length === 1) return first;
  return madeOf({ text: textOf(parts), at: { ...first.at, spans: passages.flatMap(spansOf) } }, parts);
}

/** Tells of a passage which cells or paragraphs it was put together from: its parts stand in theirs. */
export function madeOf(passage: Passage, parts: readonly (Passage | string)[]): Passage {
  PARTS.set(passage, parts);
  return passage;
}

const PARTS = new WeakMap<Passage, readonly (Passage | string)[]>();

/** Where the cell or paragraph stands that a stretch of the source is in. */
function partAt(passage: Passage, [span]: readonly Span[]): Place {
  const part = PARTS.get(passage)?.find(
    (each) =>
      span !== undefined &&
      typeof each !== 'string' &&
      spansOf(each).some(([start, end]) => start <= span[0] && span[0] < end),
  );
  return part && typeof part !== 'string' ? partAt(part, [span as Span]) : passage.at;
}

/** Where in a passage's text something stands that was read in the source; nothing where it stands elsewhere. */
export function stretchIn(passage: Passage, at: Place): Stretch | undefined {
  const first = at.spans?.[0]?.[0];
  const last = at.spans?.at(-1)?.[1];
  if (first === undefined || last === undefined || at.file !== passage.at.file) return undefined;
  const { offsets } = sourceOffsetsOf(passage);
  const start = indexOf(offsets, first);
  if (start === undefined) return undefined;
  if (last <= first) return { start, end: start };
  const end = indexOf(offsets, last - 1);
  return end === undefined ? undefined : { start, end: end + 1 };
}

/** The last index that has an offset: a line break before a character has the same one. */
function indexOf(offsets: readonly (number | undefined)[], offset: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] === offset ? low - 1 : undefined;
}

/** A passage without the blanks and line breaks in it: a name that a narrow column has broken. */
export function unbroken(passage: Passage): Passage {
  if (!/\s/.test(passage.text)) return passage;
  const parts = Array.from(passage.text.matchAll(/\S+/g), ({ 0: part, index }): Passage => {
    return { text: part, at: { ...passage.at, spans: spansWithin(passage, index, index + part.length) } };
  });
  return composed(parts, passage.at);
}
