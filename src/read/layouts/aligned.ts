import stringWidth from 'fast-string-width';
import type { ColumnRole } from '../../model/column-role.js';
import type { Span } from '../../model/place.js';
import { comparable, roleOf } from '../../words/columns.js';
import { isPart } from '../../words/roles.js';
import { isOutline, shapeOf } from '../../words/shapes.js';
import { isBlankLine, type Layout, lineText, type Source, type TextCell, type Unreadable } from './layout.js';

/** Fewer columns may be words of a line. */
const FEWEST = 3;
/** No printed line is wider. */
const WIDEST = 400;
/** No such table is longer. */
const MOST_LINES = 2000;

/** Marks that take one column or two, as the font has it. */
const EITHER = /[“”‘’…—·×]/;
/** Behind a stop, and before a number of a list, somebody began a line. */
const ENDS_LINE = /[。；;]$/;
const BEGINS_LINE = /^(?:[（(]?\d{1,2}[）)]?[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)])/;
/** 1, 第3号, A-2: what counts the rows. */
const NUMBER = /^\S{0,3}?[\d０-９]{1,4}(?:[-.．][\d０-９]{1,3})?[.．、号]?$/;
/** Cells of a line stand apart by two blanks at least. */
const GAP = /[ \u3000]{2,}/;
const LONGEST_HEADER = 14;

/**
 * Columns that blanks align, as tables were typed: what no line has a character in parts them, and a line that is
 * empty in the first column goes on with the cells above it. Only under a line of headers.
 */
export const aligned: Layout = (source, at) => {
  if (!mayHead(source, at)) return undefined;
  const { lines, aside } = linesFrom(source, at);
  if (lines.length < 2) return undefined;
  const end = (lines.at(-1) ?? at) + 1;
  const markup = aside.map((line) => source.lines[line] as Span);
  let refused: Unreadable | undefined;
  for (const cut of [...[1, 2].map((wide) => byColumns(source, lines, wide)), byGaps(source)]) {
    const headers = cut(at).map((cell) => source.text.slice(...cell).replace(/^序[ \u3000]+号/, '序号'));
    const roles = headers.map((header) => roleOf(comparable(header)));
    // Two headers in one column: the blanks of this font part none.
    if (roles.length < FEWEST || !isHeader(roles) || headers.some(isOfTwo)) continue;
    const rows = rowsOf(source, lines, cut, roles);
    if (rows && rows.length > 1)
      return {
        rows: rows.map((row) => row.map((cell, i) => joined(source, cell, roles[i] ?? 'other'))),
        markup,
        end,
      };
    // A list of contacts is text, too; what names units may hold duties.
    if (!rows && roles.some(isPart))
      refused ??= { unreadable: (source.lines[at] as Span)[0], because: 'table-misaligned', end };
  }
  return refused;
};

/** 时间    地点, and no 任  务. */
function isOfTwo(header: string): boolean {
  return GAP.test(header) && !/^\S(?:[ \u3000]+\S)+$/.test(header);
}

/** The cells of a line. */
type Cut = (line: number) => Span[];
type DraftRow = { lines: Span[] }[];

/** The rows that lines make under a header; nothing where nobody knows of which row a line is. */
function rowsOf(
  source: Source,
  lines: readonly number[],
  cut: Cut,
  roles: readonly ColumnRole[],
): DraftRow[] | undefined {
  const gaps = byGaps(source);
  const headers = gaps(lines[0] ?? 0).length;
  const isNumbered = roles[0] === 'number';
  const name = roles.findIndex((role) => role === 'name' || role === 'goal');
  const rows: DraftRow[] = [];
  for (const [i, line] of lines.entries()) {
    const cells = cut(line);
    const first = textOf(source, cells[0]);
    if (i > 0 && headsPart(source, line)) {
      // 仪式 below 启动 may go on with the cell above it.
      if (!isNumbered && !isOutline(shapeOf(lineText(source, line).trim()))) return undefined;
      rows.push([{ lines: [source.lines[line] as Span] }]);
      continue;
    }
    if (cells.length !== roles.length) return undefined;
    // Two cells in one column, where the line itself parts as many as there are headers.
    if (cells.some((cell) => isOfTwo(textOf(source, cell))) && gaps(line).length === headers)
      return undefined;
    if (i === 0 || (isNumbered ? NUMBER.test(first) : first !== '')) {
      rows.push(cells.map((cell) => ({ lines: [cell] })));
      continue;
    }
    const row = rows.at(-1);
    // A line above the first number, or below what heads a part, is of nobody knows which row.
    if (first !== '' || rows.length < 2 || row?.length !== cells.length) return undefined;
    for (const [column, cell] of cells.entries()) {
      if (textOf(source, cell) === '') continue;
      const above = row[column];
      // Without numbers, units or a time of its own may begin a row whose first cell is merged.
      if (!isNumbered && !goesOn(roles[column] ?? 'other', textOf(source, above?.lines.at(-1))))
        return undefined;
      above?.lines.push(cell);
    }
  }
  const isNamed = (row: DraftRow) =>
    row.length < roles.length || name < 0 || textOf(source, row[name]?.lines[0]) !== '';
  return rows.every(isNamed) ? rows : undefined;
}

/** Whether a cell says by its end that it goes on in the next line: a list of units, a stretch of time. */
function goesOn(role: ColumnRole, text: string): boolean {
  if (isPart(role)) return text === '' || /[、，,]$/.test(text);
  return role !== 'deadline' || /[-—–至]$/.test(text);
}

/** Whether a line is a few words that stand apart, and says two things at least that columns hold. */
function mayHead(source: Source, at: number): boolean {
  const text = lineText(source, at);
  if (!GAP.test(text) || text.includes('\t')) return false;
  const cells = text
    .trim()
    .replace(/^序[ \u3000]+号/, '序号')
    .split(GAP);
  if (cells.length < FEWEST || cells.some((cell) => cell.length > LONGEST_HEADER || /[。；：:，]/.test(cell)))
    return false;
  return isHeader(cells.map((cell) => roleOf(comparable(cell))));
}

/** Cells as the blanks part them that all lines have. */
function byColumns(source: Source, lines: readonly number[], wide: number): Cut {
  const whole = lines.filter((line) => !headsPart(source, line));
  const columns = columnsOf(
    whole.map((line) => lineText(source, line)),
    wide,
  );
  return (line) => cellsOf(source, line, columns, wide);
}

/** Cells as each line parts them, where its font was another one. */
function byGaps(source: Source): Cut {
  return (line) => {
    const [start] = source.lines[line] as Span;
    return Array.from(
      lineText(source, line).matchAll(/\S+(?:[ \u3000]\S+)*/g),
      ({ 0: cell, index }): Span => [start + index, start + index + cell.length],
    );
  };
}

/** The lines of the table, to a blank one behind which no row goes on, or to a note; and what a page's end has between them. */
function linesFrom(source: Source, at: number): { readonly lines: number[]; readonly aside: number[] } {
  const header = lineText(source, at).trim();
  const width = header.split(GAP).length;
  const lines = [at];
  const aside: number[] = [];
  for (let line = at + 1; line < source.lines.length && lines.length < MOST_LINES; line++) {
    const text = lineText(source, line);
    if (text.trim() === '') {
      const again = headerAgain(source, line, header);
      if (again !== undefined) {
        for (let each = line; each <= again; each++) if (!isBlankLine(source, each)) aside.push(each);
        line = again;
        // The rows go on behind an empty line, as they do behind the first header.
        while (isBlankLine(source, line + 1) && line + 1 < source.lines.length) line++;
        continue;
      }
      const next = lineText(source, line + 1);
      const goesOn =
        /^[ \u3000]*[\d０-９]{1,3}[ \u3000]{2}/.test(next) || next.trim().split(GAP).length === width;
      if (!goesOn || mayHead(source, line + 1)) break;
      continue;
    }
    if (shapeOf(text) === 'table-note' || text.includes('\t')) break;
    // A sentence below the rows.
    if (headsPart(source, line) && /[。；]/.test(text)) break;
    lines.push(line);
  }
  return { lines, aside };
}

/** Where the header stands again at the head of the next page: behind empty lines and the number of a page. */
function headerAgain(source: Source, from: number, header: string): number | undefined {
  for (let line = from; line < source.lines.length && line - from < LONGEST_PAGE_END; line++) {
    const text = lineText(source, line).trim();
    if (text === header) return line;
    if (text !== '' && !PAGE_NUMBER.test(text)) return undefined;
  }
  return undefined;
}

const LONGEST_PAGE_END = 12;
/** — 3 —, - 3 -, 第3页. */
const PAGE_NUMBER =
  /^(?:[-—–－]\s*[\d０-９]{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3})$/;

/** 一、经济发展: words alone that begin where the numbers do. */
function headsPart(source: Source, line: number): boolean {
  return /^[ 　]{0,2}(?!\d)\S+(?:[ 　]\S+)?\s*$/.test(lineText(source, line));
}

/** Headers of which nobody knows one may be words of a line. */
function isHeader(roles: readonly ColumnRole[]): boolean {
  const known = new Set(roles);
  known.delete('other');
  return known.size > 1 || roles[0] === 'number';
}

/** Where on a line each of its characters stands. */
function* placesOf(
  text: string,
  wide: number,
): Generator<{ text: string; from: number; to: number; at: number }> {
  let from = 0;
  let at = 0;
  for (const each of text) {
    const width = EITHER.test(each) ? wide : stringWidth(each);
    yield { text: each, from, to: from + width, at };
    from += width;
    at += each.length;
  }
}

/** What some line has a character in, from where the first begins to where the next one does. */
function columnsOf(lines: readonly string[], wide: number): Span[] {
  const taken = new Uint8Array(WIDEST);
  for (const line of lines)
    for (const { text, from, to } of placesOf(line, wide)) if (text.trim() !== '') taken.fill(1, from, to);
  const starts = Array.from(taken.keys()).filter((slot) => taken[slot] === 1 && taken[slot - 1] !== 1);
  return starts.map((start, i) => [start, starts[i + 1] ?? Number.POSITIVE_INFINITY]);
}

function cellsOf(source: Source, line: number, columns: readonly Span[], wide: number): Span[] {
  const [start, end] = source.lines[line] as Span;
  const places = Array.from(placesOf(lineText(source, line), wide));
  return columns.map(([from, to]): Span => {
    const own = places.filter((place) => from <= place.from && place.from < to && place.text.trim() !== '');
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [start + first.at, start + last.at + last.text.length] : [end, end];
  });
}

function textOf({ text }: Source, span: Span | undefined): string {
  return span ? text.slice(...span).trim() : '';
}

/** 各乡 and below it 镇: no unit is called by less. */
const SHORTEST_NAME = 3;

/** A cell with its lines put together: those of units only behind a stop, since a line may be a unit; or where it is too short for one. */
function joined(source: Source, { lines }: { lines: Span[] }, role: ColumnRole): TextCell {
  const goesOn = lines.flatMap((line, i) => {
    const [before, own] = [textOf(source, lines[i - 1]), textOf(source, line)];
    if (i === 0 || BEGINS_LINE.test(own)) return [];
    const isRest = /[、，,]$/.test(before) || own.length < SHORTEST_NAME;
    return (isPart(role) ? isRest : !ENDS_LINE.test(before)) ? [i] : [];
  });
  return { lines, goesOn: new Set(goesOn) };
}
