import type { Document } from '../../src/index.js';

/** A Document in short: paragraphs as text, tables as rows of cells. */
export const short = ({ blocks }: Document) =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.passage.text
      : block.rows.map(({ cells }) => cells.map(({ passage }) => passage.text)),
  );

/** The noise of a Document by its kind. */
export const noiseOf = ({ noise }: Document) => noise.map(({ kind, passage }) => [kind, passage.text]);
