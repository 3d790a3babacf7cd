import { type Document, type Passage, placeText } from '../../src/index.js';

/** A Document in short: paragraphs as text, tables as rows of cells. */
export const short = ({ blocks }: Document) =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.passage.text
      : block.rows.map(({ cells }) => cells.map(({ passage }) => passage.text)),
  );

/** The noise of a Document by its kind. */
export const noiseOf = ({ noise }: Document) => noise.map(({ kind, passage }) => [kind, passage.text]);

/** The text of a Document that is in none of its blocks and no noise, and where it stands. */
export function unreadOf({ text, name, blocks, noise, placeOf }: Document): [text: string, place: string][] {
  const passages: Passage[] = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.passage]
      : block.rows.flatMap(({ cells }) => cells.map(({ passage }) => passage)),
  );
  const spans = [...passages, ...noise.map(({ passage }) => passage)].flatMap(({ at }) => at.spans ?? []);
  const left = Array.from(text);
  for (const [start, end] of spans) left.fill('\n', start, end);
  return Array.from(left.join('').matchAll(/[^\n]+/g))
    .filter(({ 0: part }) => part.trim() !== '')
    .map(({ 0: part, index }) => [
      part,
      placeText(placeOf([index, index + part.length])).slice(name.length + 1),
    ]);
}
