import type { Document, Paragraph, Table } from '../model/document.js';
import { type RecognisedTable, recognise } from '../tables/index.js';
import { headingOf, isSequel, type Shape, shapeOf } from '../words/shapes.js';

/** A paragraph and what it looks like by itself. */
export interface ShapedParagraph extends Paragraph {
  readonly shape: Shape;
}

/** A block of the Document and what it is; no later step looks at its text again to find that out. */
export type Block = ShapedParagraph | RecognisedTable;

/** Tells what each block of a Document is, by the block alone. */
export function classify(blocks: Document['blocks']): Block[] {
  let last = 0;
  return blocks.map((each, i) => {
    const block = classified(each);
    if (block.kind === 'table') return block;
    const { text } = block.passage;
    const following = () =>
      blocks.slice(i + 1, i + 1 + NEAR).flatMap((next) => (next.kind === 'table' ? [] : next.passage.text));
    const shape = isSequel(text, last, following) ? 'item' : block.shape;
    if (shape === 'item') last = Number(headingOf(text).number.normalize('NFKC')) || last;
    return { ...block, shape };
  });
}

/** How far the next number may be. */
const NEAR = 20;

function classified(block: Paragraph | Table): Block {
  return block.kind === 'table' ? recognise(block) : { ...block, shape: shapeOf(block.passage.text) };
}
