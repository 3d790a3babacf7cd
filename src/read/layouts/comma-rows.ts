import type { Span } from '../../model/place.js';
import { comparable, roleOf } from '../../words/columns.js';
import { type Layout, lineText, type Source, type TextCell } from './layout.js';

/** Fewer may be words of a line. */
const FEWEST = 3;
const LONGEST_HEADER = 24;
/** A header stands among the first lines. */
const MOST_LINES_ABOVE = 8;
/** Of two quotation marks inside a quotation, the second. */
const SECOND_MARK = /(?<=")"/;
/** The commas of the empty cells beside a title, and the marks around it. */
const BESIDE_TITLE = /^"|"(?=,*\s*$)|(?<!,),+\s*$/;

/**
 * One record a line, cells parted by commas, as a spreadsheet saves a worksheet (RFC 4180): a cell in quotation marks
 * may have commas and further lines, and two marks in it stand for one. Only under a line of headers.
 */
export const commaRows: Layout = (source, at) => {
  if (!isHeader(source, at)) return undefined;
  const rows: TextCell[][] = [];
  const markup: Span[] = [];
  let line = at;
  while (line < source.lines.length) {
    const record = recordAt(source, line);
    const [first, ...others] = record.cells;
    if (!first || others.length === 0) break;
    // A comma that nobody put in quotation marks.
    if (rows[0] && record.cells.length !== rows[0].length)
      return { unreadable: (source.lines[line] as Span)[0], because: 'table-misaligned', end: record.end };
    rows.push(record.cells);
    markup.push(...record.markup);
    line = record.end;
  }
  return rows.length < 2 ? undefined : { rows, markup, end: line };
};

/** What is markup in the lines above such a table. */
export function commasBesideTitles(source: Source): RegExp | undefined {
  const first = source.lines.slice(0, MOST_LINES_ABOVE);
  return first.some((_, line) => isHeader(source, line)) ? BESIDE_TITLE : undefined;
}

function isHeader(source: Source, at: number): boolean {
  if (!lineText(source, at).includes(',')) return false;
  const texts = recordAt(source, at).cells.map(({ lines }) =>
    lines.map((span) => source.text.slice(...span)).join(''),
  );
  if (texts.length < FEWEST || texts.some((text) => text.length > LONGEST_HEADER || /[。；]/.test(text)))
    return false;
  const roles = texts.map((text) => roleOf(comparable(text)));
  const known = new Set(roles);
  known.delete('other');
  return known.size > 1 || roles[0] === 'number';
}

/** The cells of the record that begins at a line, what parts them, and the first line after it. */
function recordAt({ text, lines }: Source, at: number): { cells: TextCell[]; markup: Span[]; end: number } {
  const cells: TextCell[] = [];
  const markup: Span[] = [];
  let line = at;
  let [from, end] = lines[line] as Span;
  for (;;) {
    const own: Span[] = [];
    const isQuoted = text[from] === '"';
    if (isQuoted) {
      markup.push([from, from + 1]);
      from++;
      let close = closing(text, from, end);
      while (close === undefined && line + 1 < lines.length) {
        own.push([from, end]);
        line++;
        [from, end] = lines[line] as Span;
        close = closing(text, from, end);
      }
      own.push([from, close ?? end]);
      if (close !== undefined) markup.push([close, close + 1]);
      from = close === undefined ? end : close + 1;
    }
    const comma = text.slice(from, end).indexOf(',');
    const stop = comma < 0 ? end : from + comma;
    if (!isQuoted) own.push([from, stop]);
    cells.push({ lines: own, ...(isQuoted && { marks: SECOND_MARK }) });
    if (comma < 0) return { cells, markup, end: line + 1 };
    markup.push([stop, stop + 1]);
    from = stop + 1;
  }
}

/** Where a quotation ends in a line: at a mark that no second one follows. */
function closing(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return undefined;
}
