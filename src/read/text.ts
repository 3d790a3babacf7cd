import type { Cell, Document, Noise, Paragraph, Place, Row, Table } from '../model/document.js';
import { cutLine, type Line, passageOf } from './passage.js';

/**
 * Reads plain text in the layout in which Apache Tika prints a Word file: a cell is a line that
 * begins with a tab, a cell's further lines follow without one, an empty line parts rows, and any
 * other line is a paragraph. Which cells are merged the layout does not tell.
 *
 * Reading is total: any text gives a Document.
 *
 * @param text the decoded text, without a byte order mark
 * @param name the file's name, for places
 */
export function readText(text: string, name: string): Document {
  const blocks: (Paragraph | Table)[] = [];
  const noise: Noise[] = [];
  const lineStarts: number[] = [];
  const placeOf = placesIn(name, lineStarts);

  let rows: CellLines[][] = [];
  let row: CellLines[] | undefined;

  const closeTable = () => {
    if (rows.length > 0) blocks.push(...tableOf(text, rows, placeOf));
    rows = [];
    row = undefined;
  };

  for (const [start, end] of linesOf(text)) {
    lineStarts.push(start);
    const marked = text[start] === '\t';
    if (!marked && text.slice(start, end).trim() === '') {
      row = undefined;
      continue;
    }
    const line = cutLine(text, start, end);
    noise.push(
      ...line.noise.map(({ kind, span }) => ({
        kind,
        passage: { text: text.slice(...span), at: placeOf(span[0]), spans: [span] },
      })),
    );
    if (marked) {
      if (row === undefined) {
        row = [];
        rows.push(row);
      }
      row.push({ start: start + 1, lines: [line] });
    } else if (row !== undefined) {
      row.at(-1)?.lines.push(line);
    } else if (line.printed.length > 0) {
      closeTable();
      const at = placeOf(line.printed[0]?.[0] ?? start);
      blocks.push({ kind: 'paragraph', passage: passageOf(text, [line], at) });
    }
  }
  closeTable();
  return { name, text, blocks, noise, placeOf };
}

/** A cell while it is being read: where it starts and its lines so far. */
interface CellLines {
  readonly start: number;
  readonly lines: Line[];
}

/** Lines that are merely indented with a tab make rows of one cell: those are paragraphs. */
function tableOf(
  text: string,
  rows: readonly (readonly CellLines[])[],
  placeOf: (offset: number) => Place,
): (Paragraph | Table)[] {
  const read = rows.map((cells): Row => {
    const at = placeOf(cells[0]?.start ?? 0);
    return { at, cells: cells.map((cell) => cellOf(text, cell, placeOf)) };
  });
  if (read.some(({ cells }) => cells.length > 1)) {
    return [{ kind: 'table', rows: read, at: read[0]?.at ?? placeOf(0) }];
  }
  return read
    .flatMap(({ cells }) => cells)
    .filter(({ passage }) => passage.text !== '')
    .map(({ passage }) => ({ kind: 'paragraph', passage }));
}

function cellOf(text: string, { start, lines }: CellLines, placeOf: (offset: number) => Place): Cell {
  const first = lines.find(({ printed }) => printed.length > 0)?.printed[0]?.[0] ?? start;
  return { passage: passageOf(text, lines, placeOf(first)), rowSpan: null, colSpan: null };
}

/** The lines of a text as offsets, line breaks (LF, CRLF or CR) excluded. */
function* linesOf(text: string): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) {
    yield [start, index];
    start = index + lineBreak.length;
  }
  yield [start, text.length];
}

/** Turns offsets into places, given the ascending offsets at which lines start. */
function placesIn(name: string, lineStarts: readonly number[]): (offset: number) => Place {
  return (offset) => {
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return `${name}:${low + 1}:${offset - (lineStarts[low] ?? 0) + 1}`;
  };
}
