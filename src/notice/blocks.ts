import type { Document, Paragraph, Table } from '../model/document.js';
import { type RecognisedTable, recognise } from '../tables/index.js';
import { type Shape, shapeOf } from '../words/shapes.js';

/** A paragraph and what it looks like by itself. */
export interface ShapedParagraph extends Paragraph {
  readonly shape: Shape;
}

/** A block of the Document and what it is; no later step looks at its text again to find that out. */
export type Block = ShapedParagraph | RecognisedTable;

/** Tells what each block of a Document is, by the block alone. */
export function classify(blocks: Document['blocks']): Block[] {
  return blocks.map(classified);
}

function classified(block: Paragraph | Table): Block {
  return block.kind === 'table' ? recognise(block) : { ...block, shape: shapeOf(block.passage.text) };
}
