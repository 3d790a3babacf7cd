import type { Span } from '../../model/place.js';
import { ORDINAL } from '../../words/numerals.js';
import { between, isBlankLine, type Layout, lineText, type Source, type TextCell } from './layout.js';

/**
 * One row a line, cells parted by tabs, as tables are pasted from Word or Excel. A cell that Excel puts
 * in quotation marks may have further lines, and two marks in it stand for one.
 */
export const tabRows: Layout = (source, at) => {
  if (!lineText(source, at).includes('\t')) return undefined;
  const rows: TextCell[][] = [];
  const markup: Span[] = [];
  let line = at;
  while (line < source.lines.length) {
    if (isBlankLine(source, line)) {
      line++;
      continue;
    }
    if (!lineText(source, line).includes('\t')) {
      if (!headsRows(source, at, line, rows.at(-1)?.length ?? 0)) break;
      rows.push([{ lines: [source.lines[line] as Span] }]);
      line++;
      continue;
    }
    const row = rowAt(source, line);
    rows.push(row.cells);
    for (const span of row.markup) markup.push(span);
    line = row.end;
  }
  if (rows.length < 2 || rows.every((cells) => isItem(source, cells))) return undefined;
  return { rows, markup, end: line };
};

/** Whether a row is an item of a list, as Word copies one whose numbers it counts itself: its number, a tab, its text. */
function isItem({ text }: Source, [first, ...others]: readonly TextCell[]): boolean {
  if (!first || others.length !== 1) return false;
  const number = first.lines
    .map((span) => text.slice(...span))
    .join('')
    .normalize('NFKC')
    .trim();
  return NUMBER_OF_ITEM.test(number);
}

const NUMBER_OF_ITEM = new RegExp(
  `^(?:${ORDINAL}、|第${ORDINAL}[章节条]|\\(${ORDINAL}\\)|(?:\\d{1,3}\\.){1,3}|\\d{1,3}[.、)]|\\(\\d{1,3}\\)|[•●◆■▪·])$`,
);

/** Such a line is short. */
const LONGEST_HEAD = 40;

/**
 * Whether a line without tabs heads the rows below it: it stands alone between rows of as many cells, and is no
 * sentence. Where the header is printed again below it, it heads a table of its own.
 *
 * @param first the table's first line
 * @param before how many cells the row before has
 */
function headsRows(source: Source, first: number, line: number, before: number): boolean {
  const text = lineText(source, line).trim();
  if (text.length > LONGEST_HEAD || /[。；;]/.test(text)) return false;
  let next = line + 1;
  while (next < source.lines.length && isBlankLine(source, next)) next++;
  const cells = lineText(source, next).split('\t').length;
  const firstCell = (at: number) => lineText(source, at).split('\t')[0]?.replace(/\s/g, '');
  const isHeader = firstCell(next) === firstCell(first);
  return cells > 1 && !isHeader && (before === cells || before === 1);
}

/** Of two quotation marks inside a quotation, the second. */
const SECOND_MARK = /(?<=")"/;

/** Whether a text's tabs rather part the cells of a line than begin it. */
export function hasTabRows({ text, lines }: Source): boolean {
  let rows = 0;
  let cells = 0;
  let tab = 0;
  for (const [start, end] of lines) {
    if (tab >= 0 && tab <= start) tab = text.indexOf('\t', start + 1);
    if (tab > start && tab < end) rows++;
    else if (text[start] === '\t') cells++;
  }
  return rows > cells;
}

function rowAt(source: Source, at: number): { cells: TextCell[]; markup: Span[]; end: number } {
  const { text } = source;
  const cells: TextCell[] = [];
  const markup: Span[] = [];
  let end = at + 1;
  let quoted: Span[] | undefined;
  for (let line = at; line < end; line++) {
    const span = source.lines[line] as Span;
    const tabs = Array.from(text.slice(...span).matchAll(/\t/g), ({ index }) => span[0] + index);
    for (const part of between(span, tabs)) {
      if (quoted) {
        quoted.push(part);
      } else {
        if (text[part[0]] !== '"' || !closesLater(source, line, part)) {
          cells.push({ lines: [part] });
          continue;
        }
        quoted = [part];
        cells.push({ lines: quoted, marks: SECOND_MARK });
        markup.push([part[0], part[0] + 1]);
        quoted[0] = [part[0] + 1, part[1]];
      }
      const last = quoted.at(-1) as Span;
      if (closes(text.slice(...last))) {
        quoted[quoted.length - 1] = [last[0], last[1] - 1];
        markup.push([last[1] - 1, last[1]]);
        quoted = undefined;
      }
    }
    if (quoted && end < source.lines.length) end++;
  }
  return { cells, markup, end };
}

/** Whether a quotation ends with this text: an odd number of marks stands there. */
function closes(text: string): boolean {
  let marks = 0;
  while (text.at(-1 - marks) === '"') marks++;
  return marks % 2 === 1;
}

/** Whether the quotation that a cell opens is closed in the lines that follow. */
function closesLater(source: Source, line: number, [start, end]: Span): boolean {
  if (closes(source.text.slice(start + 1, end))) return true;
  for (let next = line + 1; next < Math.min(source.lines.length, line + 50); next++) {
    const parts = lineText(source, next).split('\t');
    if (closes(parts[0] ?? '')) return true;
    if (parts.length > 1) return false;
  }
  return false;
}
