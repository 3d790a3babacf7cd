import stringWidth from 'fast-string-width';
import type { Span } from '../../model/place.js';
import {
  isBlankLine,
  type Layout,
  lineText,
  type Source,
  type TextTable,
  type Unreadable,
} from './layout.js';

const DASHES = /^\s*-{2,}(?:\s+-{2,})+\s*$/;
const FULL_RULE = /^\s*-{5,}\s*$/;

/**
 * A table whose columns a line of dashes tells, as pandoc prints simple and multiline tables: headers
 * above the dashes, rows below them, one a line or parted by empty lines.
 */
export const dashed: Layout = (source, at) => {
  const framed = FULL_RULE.test(lineText(source, at));
  let rule = at + 1;
  while (rule < at + 12 && rule < source.lines.length && !DASHES.test(lineText(source, rule))) {
    if (isBlankLine(source, rule)) return undefined;
    rule++;
  }
  if (!DASHES.test(lineText(source, rule)) || isBlankLine(source, at)) return undefined;
  if (!framed && rule !== at + 1) return undefined;
  const columns = columnsOf(lineText(source, rule));
  const markup: Span[] = [source.lines[rule] as Span, ...(framed ? [source.lines[at] as Span] : [])];
  const groups: number[][] = [range(framed ? at + 1 : at, rule)];
  let line = rule + 1;
  let open: number[] | undefined;
  for (; line < source.lines.length; line++) {
    const own = lineText(source, line);
    if (FULL_RULE.test(own) || DASHES.test(own)) {
      markup.push(source.lines[line] as Span);
      line++;
      break;
    }
    if (own.trim() === '') {
      if (!framed) break;
      open = undefined;
    } else if (open && framed) {
      open.push(line);
    } else {
      open = [line];
      groups.push(open);
    }
  }
  return rowsOf(source, groups, columns, markup, line);
};

function rowsOf(
  source: Source,
  groups: readonly (readonly number[])[],
  columns: readonly Span[],
  markup: readonly Span[],
  end: number,
): TextTable | Unreadable {
  const rows: Span[][][] = [];
  for (const group of groups) {
    const row: Span[][] = columns.map(() => []);
    for (const line of group) {
      const cut = cutAt(source, source.lines[line] as Span, columns);
      if (!cut) return { unreadable: (source.lines[line] as Span)[0], because: 'table-misaligned', end };
      for (const [i, part] of cut.entries()) row[i]?.push(part);
    }
    rows.push(row);
  }
  return tableOf(source.text, rows, markup, end);
}

/**
 * The lines of a cell are paragraphs where empty lines part them. Two lines with none between may be
 * one that was broken to fit the column: 区/农业农村委 is no two units, and nothing tells.
 */
function tableOf(
  text: string,
  rows: readonly (readonly (readonly Span[])[])[],
  markup: readonly Span[],
  end: number,
): TextTable | Unreadable {
  const isEmpty = (line: Span | undefined) => !line || text.slice(...line).trim() === '';
  for (const lines of rows.flat()) {
    const doubtful = lines.findIndex((line, i) => i > 0 && !isEmpty(line) && !isEmpty(lines[i - 1]));
    if (doubtful > 0) return { unreadable: (lines[doubtful] as Span)[0], because: 'lines-ambiguous', end };
  }
  return { rows: rows.map((cells) => cells.map((lines) => ({ lines }))), markup, end };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** The columns that runs of dashes mark, in columns of the terminal; the last has no end. */
function columnsOf(rule: string): Span[] {
  const runs = Array.from(rule.matchAll(/-+/g), ({ 0: run, index }): [number, number] => [
    index,
    index + run.length,
  ]);
  const last = runs.at(-1);
  if (last) last[1] = Number.POSITIVE_INFINITY;
  return runs;
}

/** Cuts a line where no character stands: `undefined` where one stands on the gap between two columns. */
function cutAt({ text }: Source, [start, end]: Span, columns: readonly Span[]): Span[] | undefined {
  const cuts: [number, number][] = columns.map(() => [end, end]);
  let at = 0;
  let offset = start;
  for (const character of text.slice(start, end)) {
    const width = stringWidth(character);
    const column = columns.findIndex(([from, to]) => from <= at && at + width <= to);
    if (column < 0 && character.trim() !== '') return undefined;
    const cut = cuts[column];
    if (cut) {
      if (cut[0] === end) cut[0] = offset;
      cut[1] = offset + character.length;
    }
    at += width;
    offset += character.length;
  }
  return cuts;
}
