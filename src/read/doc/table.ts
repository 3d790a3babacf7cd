import { element, property } from '../word/build.js';
import type { XmlElement } from '../xml.js';
import type { Operand } from './properties.js';

/** A paragraph, and where in tables it stands. */
export interface DocParagraph {
  readonly element: XmlElement;
  /** In how many tables. */
  readonly depth: number;
  readonly isCellEnd: boolean;
  readonly isRowEnd: boolean;
  /** How the cells of the row lie that ends here (MS-DOC 2.9.321). */
  readonly cells: Operand | undefined;
}

/** A row: what stands in its cells, and where each begins and ends. */
interface WordRow {
  readonly cells: readonly (readonly XmlElement[])[];
  readonly edges: readonly number[];
  readonly merges: readonly number[];
}

const CELL_BYTES = 20;

/** How a cell is merged: bits of its first two bytes (2.9.317). */
const FIRST_ACROSS = 0x01;
const GOES_ON_ACROSS = 0x02;
const GOES_ON_DOWN = 0x20;
const FIRST_DOWN = 0x40;

/** How far apart edges are that are the same, in twentieths of a point. */
const SAME_EDGE = 30;

/** Paragraphs with their tables, those in tables in the cells that they stand in. */
export function tablesIn(paragraphs: readonly DocParagraph[], depth = 0): XmlElement[] {
  const blocks: XmlElement[] = [];
  for (let i = 0; i < paragraphs.length; ) {
    const paragraph = paragraphs[i] as DocParagraph;
    if (paragraph.depth <= depth) {
      blocks.push(paragraph.element);
      i++;
      continue;
    }
    const from = i;
    while ((paragraphs[i]?.depth ?? 0) > depth) i++;
    blocks.push(tableOf(rowsIn(paragraphs.slice(from, i), depth + 1)));
  }
  return blocks;
}

function rowsIn(paragraphs: readonly DocParagraph[], depth: number): WordRow[] {
  const rows: WordRow[] = [];
  let cells: XmlElement[][] = [];
  let open: DocParagraph[] = [];
  const closeCell = () => {
    if (open.length > 0) cells.push(tablesIn(open, depth));
    open = [];
  };
  for (const paragraph of paragraphs) {
    const isOwn = paragraph.depth === depth;
    if (isOwn && paragraph.isRowEnd) {
      closeCell();
      rows.push({ cells, ...layoutOf(paragraph.cells, cells.length) });
      cells = [];
      continue;
    }
    open.push(paragraph);
    if (isOwn && paragraph.isCellEnd) closeCell();
  }
  closeCell();
  if (cells.length > 0) rows.push({ cells, ...layoutOf(undefined, cells.length) });
  return rows;
}

function layoutOf(operand: Operand | undefined, count: number): Pick<WordRow, 'edges' | 'merges'> {
  if (!operand || operand.view.getUint8(operand.at) !== count) return { edges: [], merges: [] };
  const { view, at, size } = operand;
  const first = at + 1 + 2 * (count + 1);
  return {
    edges: Array.from({ length: count + 1 }, (_, i) => view.getInt16(at + 1 + 2 * i, true)),
    merges: Array.from({ length: count }, (_, i) => {
      const cell = first + CELL_BYTES * i;
      return cell + 2 <= at + size ? view.getUint16(cell, true) : 0;
    }),
  };
}

function tableOf(rows: readonly WordRow[]): XmlElement {
  const edges: number[] = [];
  for (const edge of rows.flatMap((row) => row.edges).sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(edge);
  const columnOf = (edge: number) => edges.findLastIndex((each) => each <= edge);
  return element(
    'w:tbl',
    {},
    ...rows.map(({ cells, edges: own, merges }) => {
      const before = own.length > 0 ? columnOf(own[0] as number) : 0;
      return element(
        'w:tr',
        {},
        ...(before > 0 ? [element('w:trPr', {}, property('w:gridBefore', before))] : []),
        ...cells.map((inside, i) => {
          const [from, to] = [own[i], own[i + 1]];
          const span = from === undefined || to === undefined ? 1 : columnOf(to) - columnOf(from);
          return element('w:tc', {}, element('w:tcPr', {}, ...mergesOf(span, merges[i] ?? 0)), ...inside);
        }),
      );
    }),
  );
}

function mergesOf(span: number, merge: number): XmlElement[] {
  return [
    ...(span > 1 ? [property('w:gridSpan', span)] : []),
    ...((merge & GOES_ON_ACROSS) !== 0
      ? [property('w:hMerge')]
      : (merge & FIRST_ACROSS) !== 0
        ? [property('w:hMerge', 'restart')]
        : []),
    ...((merge & FIRST_DOWN) !== 0
      ? [property('w:vMerge', 'restart')]
      : (merge & GOES_ON_DOWN) !== 0
        ? [property('w:vMerge')]
        : []),
  ];
}
