import stringWidth from 'fast-string-width';
import type { Span } from '../../model/place.js';
import {
  between,
  isBlank,
  type Layout,
  lineText,
  type Source,
  type TextCell,
  type TextTable,
  type Unreadable,
} from './layout.js';

/** Signs that end a rule at its left and right, and all that one is made of (Unicode's Box Drawing). */
const LEFT = '+┌┍┎┏└┕┖┗├┝┞┟┠┡┢┣╒╓╔╘╙╚╞╟╠╭╰';
const RIGHT = '+┐┑┒┓┘┙┚┛┤┥┦┧┨┩┪┫╕╖╗╛╜╝╡╢╣╮╯';
const GRID_RULE = new RegExp(`^\\s*[${LEFT}][-=+:\u2500-\u257f]{2,}(?<=[${RIGHT}])\\s*$`);
/** What stands between cells in a line; where rules part some columns only, corners, too. */
const BARS = /[|│┃┆┇┊┋║╎╏├┝┞┟┠┡┢┣╞╟╠┤┥┦┧┨┩┪┫╡╢╣┼╂╋╬]/g;
const RULED = /^[-─━═┄┅┈┉╌╍]+$/;

/**
 * A table drawn with +---+ or box characters, as pandoc prints a grid table and old law libraries print any. A row
 * may have several lines; a rule may part some of the columns, and then a cell reaches over the rows beside it.
 */
export const grid: Layout = (source, at) => {
  if (!GRID_RULE.test(lineText(source, at))) return undefined;
  const { text } = source;
  const rows: DrawnCell[][] = [];
  const markup: Span[] = [];
  /** The cells that the next line goes on with; nothing below a rule across all columns. */
  let open: (DrawnCell | undefined)[] = [];
  let columns = 0;
  let line = at;
  for (; line < source.lines.length; line++) {
    const span = source.lines[line] as Span;
    const own = text.slice(...span);
    if (GRID_RULE.test(own)) {
      markup.push(span);
      open = [];
      continue;
    }
    const bars = Array.from(own.matchAll(BARS), ({ index }) => span[0] + index);
    if (bars.length < 2) break;
    for (const bar of bars) markup.push([bar, bar + 1]);
    const parts = between(span, bars).slice(1, -1);
    columns = Math.max(columns, parts.length);
    const isNew = open.length === 0;
    if (!isNew && parts.length !== open.length)
      return { unreadable: span[0], because: 'table-misaligned', end: endOfDrawn(source, line) };
    const ruled = parts.map((part) => RULED.test(text.slice(...part).trim()));
    if (ruled.includes(true)) {
      for (const [i, part] of parts.entries()) {
        if (ruled[i]) markup.push(part);
        else open[i]?.lines.push(part);
      }
      open = open.map((cell, i) => (ruled[i] ? undefined : cell));
      continue;
    }
    const begun: DrawnCell[] = [];
    if (!isNew && open.includes(undefined)) for (const cell of open) if (cell) cell.rowSpan++;
    open = parts.map((part, i) => {
      const cell = open[i] ?? { lines: [], rowSpan: 1, isAlone: parts.length === 1 };
      if (!open[i]) begun.push(cell);
      cell.lines.push(part);
      return cell;
    });
    if (begun.length > 0) rows.push(begun);
  }
  return drawn(
    text,
    rows.flatMap((cells) => numbered(text, cells) ?? [cells]),
    columns,
    markup,
    line,
  );
};

/** The rows that stand between two rules, a line each, where their numbers say so: nothing else tells them from lines. */
function numbered(text: string, row: readonly DrawnCell[]): DrawnCell[][] | undefined {
  const [numbers, ...others] = row;
  const values = numbers?.lines.map((span) => text.slice(...span).trim()) ?? [];
  const isNext = (value: string, i: number) =>
    /^\d{1,4}$/.test(value) && (i === 0 || Number(value) === Number(values[i - 1]) + 1);
  if (!numbers || values.length < 2 || !values.every(isNext) || row.some(({ rowSpan }) => rowSpan > 1))
    return undefined;
  return values.map((_, i) =>
    [numbers, ...others].map((cell) => ({ ...cell, lines: cell.lines.slice(i, i + 1) })),
  );
}

/** The first line that is no more of a drawn table. */
function endOfDrawn(source: Source, at: number): number {
  let line = at;
  const isDrawn = (text: string) => GRID_RULE.test(text) || (text.match(BARS)?.length ?? 0) > 1;
  while (line < source.lines.length && isDrawn(lineText(source, line))) line++;
  return line;
}

/** A cell of a drawn table as it is read line by line. */
interface DrawnCell {
  readonly lines: Span[];
  rowSpan: number;
  /** Whether it stands alone in its row. */
  readonly isAlone: boolean;
}

/** Behind a stop, and before a number of a list, somebody began a line. */
const ENDS_LINE = /[。；;：:、，,]$/;
const BEGINS_LINE = /^(?:[（(]?\d{1,2}[）)]?[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)])/;

/**
 * The table with the lines of its cells put together that were broken where the column ends: what stands first in the
 * next line had no room any more. Where it had, and nothing says that a line begins there, programs that break lines
 * anywhere may have made the table, and nothing tells.
 */
function drawn(
  text: string,
  rows: readonly (readonly DrawnCell[])[],
  columns: number,
  markup: readonly Span[],
  end: number,
): TextTable | Unreadable {
  const cells = rows.flat();
  const margin = Math.min(
    ...cells
      .flatMap(({ lines }) => lines.map((line) => blanksBehind(text, line)))
      .filter((each) => each >= 0),
  );
  const broken = (line: Span, next: Span) => {
    const behind = text.slice(...next).trim();
    const room = blanksBehind(text, line) - margin;
    // Two numbers are of two rows.
    if (/^\d+$/.test(behind) && /^\d+$/.test(text.slice(...line).trim())) return false;
    return !BEGINS_LINE.test(behind) && room < widthOf(FIRST_TOKEN.exec(behind)?.[0] ?? '');
  };
  const isFilled = (line: Span) => text.slice(...line).trim() !== '';
  const joints = cells.map(({ lines }) => {
    const filled = lines.flatMap((line, i) =>
      isFilled(line) && i > 0 && isFilled(lines[i - 1] as Span) ? [i] : [],
    );
    return { filled, goesOn: new Set(filled.filter((i) => broken(lines[i - 1] as Span, lines[i] as Span))) };
  });
  const isDoubtful = (lines: readonly Span[], { filled, goesOn }: (typeof joints)[number]) =>
    filled.find(
      (i) =>
        !goesOn.has(i) &&
        !ENDS_LINE.test(text.slice(...(lines[i - 1] as Span)).trim()) &&
        !BEGINS_LINE.test(text.slice(...(lines[i] as Span)).trim()),
    );
  for (const [i, { lines }] of cells.entries()) {
    const doubtful = isDoubtful(lines, joints[i] as (typeof joints)[number]);
    if (doubtful !== undefined)
      return { unreadable: (lines[doubtful] as Span)[0], because: 'lines-ambiguous', end };
  }
  // Where no rule parts some columns only, an empty cell may be the lower part of the one above it.
  const tellsSpans = cells.some(({ rowSpan }) => rowSpan > 1);
  const at = new Map(cells.map((cell, i) => [cell, joints[i]?.goesOn ?? new Set<number>()]));
  return {
    rows: rows.map((row) =>
      row.map(
        (cell): TextCell => ({
          lines: cell.lines,
          goesOn: at.get(cell) as ReadonlySet<number>,
          ...(tellsSpans && { rowSpan: cell.rowSpan, colSpan: cell.isAlone ? columns : 1 }),
        }),
      ),
    ),
    markup,
    end,
  };
}

/** A word in Latin letters or a number, or a character with the stop behind it: nobody breaks a line inside one. */
const FIRST_TOKEN = /^(?:[\dA-Za-z.%]+|.)[、，。；：！？）”》,.;:)]?/u;

/** How many columns of the terminal are empty behind a line of a cell; -1 where all of it is. */
function blanksBehind(text: string, [start, end]: Span): number {
  const own = text.slice(start, end);
  return own.trim() === '' ? -1 : widthOf(own.slice(own.trimEnd().length));
}

/** Marks that take one column or two as the font has it take two in such a table. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, each) => sum + (/[“”‘’…—·]/.test(each) ? 2 : stringWidth(each)), 0);
}

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
    if (isBlank(source, rule)) return undefined;
    rule++;
  }
  if (!DASHES.test(lineText(source, rule)) || isBlank(source, at)) return undefined;
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
