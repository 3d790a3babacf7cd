import stringWidth from 'fast-string-width';
import type { Span } from '../../model/place.js';
import { comparable, roleOf } from '../../words/columns.js';
import { isPart } from '../../words/roles.js';
import { shapeOf } from '../../words/shapes.js';
import { isBlankLine, type Layout, lineText, type Source, type TextCell } from './layout.js';

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
const NUMBER = /^\d{1,3}[.．、]?$/;

/**
 * Columns that blanks align, as tables were typed: what no line has a character in parts them, and a line without a
 * number goes on with the cells above it. Only under a line of known headers that begins with 序号.
 */
export const aligned: Layout = (source, at) => {
  if (!/^[ 　]*序[ 　]*号[ 　]{2}/.test(lineText(source, at))) return undefined;
  const lines = linesFrom(source, at);
  const whole = lines.filter((line) => !headsPart(source, line));
  for (const wide of [1, 2]) {
    const columns = columnsOf(
      whole.map((line) => lineText(source, line)),
      wide,
    );
    const cut = (line: number) => cellsOf(source, line, columns, wide);
    const roles = cut(at).map((cell) => roleOf(comparable(source.text.slice(...cell))));
    if (columns.length < FEWEST || !isHeader(roles)) continue;
    const rows: { lines: Span[] }[][] = [];
    let isWhole = true;
    for (const line of lines) {
      const cells = cut(line);
      const first = textOf(source, cells[0]);
      if (headsPart(source, line)) rows.push([{ lines: [source.lines[line] as Span] }]);
      else if (line === at || NUMBER.test(first)) rows.push(cells.map((cell) => ({ lines: [cell] })));
      else {
        const row = rows.at(-1);
        // A line above the first number, or below what heads a part, is of nobody knows which row.
        if (first !== '' || rows.length < 2 || row?.length !== columns.length) isWhole = false;
        else
          for (const [i, cell] of cells.entries()) if (textOf(source, cell) !== '') row[i]?.lines.push(cell);
      }
    }
    const name = roles.findIndex((role) => role === 'name' || role === 'goal');
    const isNamed = (row: readonly { lines: Span[] }[]) =>
      row.length < columns.length || textOf(source, row[name]?.lines[0]) !== '';
    if (rows.length < 2) continue;
    const end = (lines.at(-1) ?? at) + 1;
    if (!isWhole || !rows.every(isNamed))
      return { unreadable: (source.lines[at] as Span)[0], because: 'table-misaligned', end };
    return {
      rows: rows.map((row) => row.map((cell, i) => joined(source, cell, roles[i] ?? 'other'))),
      markup: [],
      end,
    };
  }
  return undefined;
};

/** The lines of the table: to a blank one behind which no row goes on, or to a note. */
function linesFrom(source: Source, at: number): number[] {
  const found = [at];
  for (let line = at + 1; line < source.lines.length && found.length < MOST_LINES; line++) {
    if (isBlankLine(source, line)) {
      if (!/^[ 　]*\d{1,3}[ 　]{2}/.test(lineText(source, line + 1))) break;
      continue;
    }
    if (shapeOf(lineText(source, line)) === 'table-note' || lineText(source, line).includes('\t')) break;
    found.push(line);
  }
  return found;
}

/** 一、经济发展: words alone that begin where the numbers do. */
function headsPart(source: Source, line: number): boolean {
  return /^[ 　]{0,2}(?!\d)\S+(?:[ 　]\S+)?\s*$/.test(lineText(source, line));
}

function isHeader(roles: readonly ReturnType<typeof roleOf>[]): boolean {
  return (
    roles[0] === 'number' &&
    roles.every((role) => role !== 'other') &&
    roles.some(isPart) &&
    roles.some((role) => role === 'name' || role === 'goal')
  );
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

/** A cell with its lines put together: those of units only behind a stop, since a line may be a unit. */
function joined(source: Source, { lines }: { lines: Span[] }, role: ReturnType<typeof roleOf>): TextCell {
  const goesOn = lines.flatMap((line, i) => {
    const before = textOf(source, lines[i - 1]);
    if (i === 0 || BEGINS_LINE.test(textOf(source, line))) return [];
    return (isPart(role) ? /[、，,]$/.test(before) : !ENDS_LINE.test(before)) ? [i] : [];
  });
  return { lines, goesOn: new Set(goesOn) };
}
