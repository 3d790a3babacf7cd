import type { Span } from '../../model/place.js';
import { isBlankLine, type Layout, lineText } from './layout.js';

/**
 * One cell a line, begun with a tab; a cell's further lines follow without one, an empty line parts
 * rows. Apache Tika prints the tables of a Word file so.
 */
export const cellLines: Layout = (source, at) => {
  if (!lineText(source, at).startsWith('\t')) return undefined;
  const rows: { lines: Span[] }[][] = [];
  let row: { lines: Span[] }[] | undefined;
  let line = at;
  for (; line < source.lines.length; line++) {
    const [start, end] = source.lines[line] as Span;
    if (source.text[start] === '\t' && start < end) {
      if (row === undefined) {
        row = [];
        rows.push(row);
      }
      row.push({ lines: [[start + 1, end]] });
    } else if (isBlankLine(source, line)) {
      row = undefined;
    } else if (row === undefined) {
      break;
    } else {
      row.at(-1)?.lines.push([start, end]);
    }
  }
  return { rows, markup: [], end: line };
};
