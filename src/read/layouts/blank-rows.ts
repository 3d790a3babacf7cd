import type { Span } from '../../model/place.js';
import { roleOf } from '../../words/columns.js';
import { isBlankLine, type Layout, lineText, type Source, type TextCell } from './layout.js';

/** Fewer columns may be words of a line. */
const FEWEST = 3;
const CELL = /\S+/g;

/**
 * One row a line, cells parted by blanks, as a table is typed or pasted without its tabs: only under a line of known
 * headers, and as long as each line has as many cells. A line that has not cannot be read without guessing.
 */
export const blankRows: Layout = (source, at) => {
  const header = cellsOf(source, at);
  if (header.length < FEWEST || !isHeader(source, header)) return undefined;
  const rows = [header];
  let line = at + 1;
  for (; line < source.lines.length && !isBlankLine(source, line); line++) {
    const row = cellsOf(source, line);
    if (row.length === 1) break;
    if (row.length !== header.length) {
      return rows.length < 2
        ? undefined
        : { unreadable: (source.lines[line] as Span)[0], because: 'table-misaligned', end: line + 1 };
    }
    rows.push(row);
  }
  return rows.length < 2 ? undefined : { rows, markup: [], end: line };
};

function cellsOf(source: Source, at: number): TextCell[] {
  const [start] = source.lines[at] ?? [0];
  return Array.from(lineText(source, at).matchAll(CELL), ({ 0: cell, index }) => ({
    lines: [[start + index, start + index + cell.length] as Span],
  }));
}

/** By itself it says no part, and between other headers it says who. */
const WHO = /^(?:单位|部门)$/;

/** Whether every cell is a header that has a line in the table of headers, and one says who does it. */
function isHeader({ text }: Source, cells: readonly TextCell[]): boolean {
  const headers = cells.map(({ lines }) => text.slice(...(lines[0] as Span)));
  const roles = headers.map((header) => (WHO.test(header) ? 'responsible' : roleOf(header)));
  return (
    roles.every((role) => role !== 'other') &&
    roles.some((role) => role === 'lead' || role === 'responsible') &&
    roles.some((role) => role === 'name' || role === 'goal')
  );
}
