import type { Span } from '../../model/place.js';
import { between, type Layout, lineText, type TextCell } from './layout.js';

const DELIMITER = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/;
const LINE_BREAK = /<br\s*\/?>/gi;

/** A pipe table, as GitHub Flavored Markdown §4.10 has it; `<br>` breaks a line inside a cell. */
export const pipes: Layout = (source, at) => {
  const rule = lineText(source, at + 1);
  if (!lineText(source, at).includes('|') || !rule.includes('|') || !DELIMITER.test(rule)) return undefined;
  const rows: TextCell[][] = [];
  const markup: Span[] = [source.lines[at + 1] as Span];
  let line = at;
  for (; line < source.lines.length && isRow(lineText(source, line)); line++) {
    if (line === at + 1) continue;
    const row = cellsInLine(source.text, source.lines[line] as Span);
    rows.push(row.cells);
    for (const span of row.markup) markup.push(span);
  }
  return { rows, markup, end: line };
};

function isRow(line: string): boolean {
  return /^\s*\|/.test(line) || (line.includes('|') && line.trim() !== '');
}

/** The cells of a line between its bars; a bar at either end only closes the row. */
export function cellsInLine(
  text: string,
  [start, end]: Span,
  bar: RegExp = /(?<!\\)\|/g,
): { cells: TextCell[]; markup: Span[] } {
  const bars = Array.from(text.slice(start, end).matchAll(bar), ({ index }) => start + index);
  const markup: Span[] = bars.map((bar) => [bar, bar + 1]);
  const parts = between([start, end], bars);
  if (text.slice(...(parts[0] as Span)).trim() === '') parts.shift();
  if (parts.length > 0 && text.slice(...(parts.at(-1) as Span)).trim() === '' && bars.length > 0) {
    if (text.slice(bars.at(-1), end).trim().length === 1) parts.pop();
  }
  const cells = parts.map(([from, to]) => {
    const breaks = Array.from(text.slice(from, to).matchAll(LINE_BREAK), ({ 0: tag, index }): Span => {
      return [from + index, from + index + tag.length];
    });
    for (const span of breaks) markup.push(span);
    const starts = [from, ...breaks.map((each) => each[1])];
    return { lines: starts.map((start, i): Span => [start, breaks[i]?.[0] ?? to]) };
  });
  return { cells, markup };
}
