import type { Document, Paragraph, Table } from '../model/document.js';
import type { Passage } from '../model/passage.js';
import { dividedTables, type RecognisedTable, recognise, type Settled } from '../tables/index.js';
import { fieldNumbers } from '../words/numbered-fields.js';
import { headingOf, isOutline, isSequel, type Shape, shapeOf } from '../words/shapes.js';

/** A paragraph and what it looks like by itself. */
export interface ShapedParagraph extends Paragraph {
  readonly shape: Shape;
}

/** A block of the Document and what it is; no later step looks at its text again to find that out. */
export type Block = ShapedParagraph | RecognisedTable;

/** Tells what each block of a Document is, by the block alone; of a table also by the lines right above it. */
export function classify({ blocks: printed, lines }: Document, settled: Settled): Block[] {
  const blocks = printed.flatMap((block): (Paragraph | Table)[] =>
    block.kind === 'table'
      ? dividedTables(block, settled).flatMap((part, i) => (i === 0 ? [part] : withHeading(part)))
      : [block],
  );
  const fields = fieldNumbers(blocks.map((each) => (each.kind === 'table' ? '' : each.passage.text)));
  let last = 0;
  return blocks.map((each, i) => {
    const block =
      each.kind === 'table'
        ? recognise(each, { above: linesAbove(blocks, i), lines, settled })
        : shaped(each);
    if (block.kind === 'table') return block;
    // 2.责任单位：某局 is of the item above, and no item.
    if (fields[i] && isOutline(block.shape)) return { ...block, shape: 'sentence' };
    const { text } = block.passage;
    const following = () =>
      blocks.slice(i + 1, i + 1 + NEAR).flatMap((next) => (next.kind === 'table' ? [] : next.passage.text));
    const shape = isSequel(text, last, following) ? 'item' : block.shape;
    if (shape === 'item') last = Number(headingOf(text).number.normalize('NFKC')) || last;
    return { ...block, shape };
  });
}

/** A further table of a sheet, and the rows of one line above it, which head it as they do the first: 二、指标任务. */
function withHeading({ rows, ...table }: Table): (Paragraph | Table)[] {
  const texts = rows.map(({ cells }) => cells.filter(({ passage }) => passage.text !== ''));
  const end = Math.max(
    0,
    texts.findIndex(({ length }) => length !== 1),
  );
  const heading = texts
    .slice(0, end)
    .flatMap((cells) => cells.map(({ passage }): Paragraph => ({ kind: 'paragraph', passage })));
  const own = rows.slice(end);
  return [...heading, { ...table, rows: own, at: own[0]?.at ?? table.at }];
}

/** How far the next number may be. */
const NEAR = 20;

function shaped(block: Paragraph): ShapedParagraph {
  return { ...block, shape: shapeOf(block.passage.text) };
}

/** So many lines above a table may head it. */
const LINES_ABOVE = 3;

/** The paragraphs right above a block, the nearest last. */
export function linesAbove(blocks: readonly (Paragraph | Table)[], index: number): Passage[] {
  const found: Passage[] = [];
  for (let i = index - 1; i >= Math.max(0, index - LINES_ABOVE); i--) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    found.unshift(block.passage);
  }
  return found;
}
