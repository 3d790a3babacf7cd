import type { Span } from '../../model/place.js';
import { type DrawnCell, drawn } from './broken-lines.js';
import { between, type Layout, lineText, type Source } from './layout.js';

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
