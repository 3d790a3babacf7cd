import type { ColumnRole } from '../../model/column-role.js';
import type { Span } from '../../model/place.js';
import { TIME } from '../../words/calendar.js';
import { UNITS } from '../../words/collectives.js';
import { roleOf } from '../../words/columns.js';
import { isPart } from '../../words/roles.js';
import { isOutline, shapeOf } from '../../words/shapes.js';
import { ADDRESSED } from '../../words/unit-names.js';
import { isBlankLine, type Layout, lineText, type Source, type TextCell } from './layout.js';

/** What the lines of a column's cells look like. */
type CellLook = 'text' | 'units' | 'time';

/** Columns of a kind that stand side by side. */
interface ColumnRun {
  readonly kind: CellLook;
  readonly size: number;
}

/** A header says three things at least, and 序号 first. */
const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 10;
/** A converter leaves a few lines empty between cells. */
const MOST_BLANKS = 6;
/** A cell of units, or of a time, is short. */
const LONGEST_NAMES = 80;
const LONGEST_TIME = 24;

const NAME = new RegExp(
  `^[^。：:“”\\d\\s]{2,30}(?:${ADDRESSED}|${UNITS.join('|')})(?:[（(][^（）()]{1,20}[）)])?$`,
);
const AT_TIME = new RegExp(
  `^(?:${TIME}|(?:\\d{4}年)?\\d{1,2}月|长期|全年|年底|年内|立行立改|持续|每[年季月周])`,
);

const LOOKS: Readonly<Record<CellLook, (text: string) => boolean>> = {
  text: () => true,
  units: (text) =>
    text.length <= LONGEST_NAMES && text.split(/[、，,；;\s]+/).every((name) => NAME.test(name)),
  time: (text) => text.length <= LONGEST_TIME && AT_TIME.test(text.normalize('NFKC')),
};

/**
 * One cell a line and nothing that tells rows apart but their numbers, as web pages are saved. It is read only where
 * each row's lines can be of one column alone: a cell that is left empty, or one line too many, and it is no table.
 */
export const loneCells: Layout = (source, at) => {
  if (roleOf(lineText(source, at).trim()) !== 'number') return undefined;
  const header = linesFrom(source, at, (text, i) => i < MOST_COLUMNS && roleOf(text) !== 'other');
  const roles = header.map((line) => roleOf(lineText(source, line).trim()));
  if (
    header.length < LEAST_COLUMNS ||
    !roles.some(isPart) ||
    roles.filter((role) => role === 'number').length > 1
  )
    return undefined;
  const runs = runsOf(roles.slice(1));
  const rows: TextCell[][] = [header.map((line) => cellOf(source, [line]))];
  const titleOf = (line: number): TextCell[] => [{ ...cellOf(source, [line]), colSpan: header.length }];
  const first = after(source, header.at(-1) as number);
  const titles = linesFrom(source, first, isTitle);
  rows.push(...titles.map(titleOf));
  let next = titles.length > 0 ? after(source, titles.at(-1) as number) : first;
  for (let number = 1; next !== undefined && numberAt(source, next) === number; number++) {
    const all = linesFrom(source, after(source, next), (text) => numberOf(text) !== number + 1);
    const isLast = numberAt(source, after(source, all.at(-1) ?? next)) !== number + 1;
    const own = isLast ? all : all.slice(0, ownSize(source, all));
    const read = rowsIn(source, own, runs, isLast) ?? rowOfEach(source, own, roles.slice(1), isLast);
    if (!read) return undefined;
    rows.push(...withNumber(cellOf(source, [next]), read.rows), ...all.slice(own.length).map(titleOf));
    const last = own[read.taken - 1] as number;
    next = isLast ? undefined : after(source, all.at(-1) ?? last);
    if (isLast) return rows.length > 2 ? { rows, markup: [], end: last + 1 } : undefined;
  }
  return undefined;
};

/** 二、改善民生, above the number of a row: what heads the rows below it. */
function isTitle(text: string): boolean {
  return isOutline(shapeOf(text)) && Number.isNaN(numberOf(text)) && !/[。；]$/.test(text);
}

/** How many of the lines between two numbers are the first row's: what heads the rows below stands behind them. */
function ownSize(source: Source, lines: readonly number[]): number {
  return lines.findLastIndex((line) => !isTitle(lineText(source, line).trim())) + 1;
}

/** A row that has as many lines as there are columns has one for each, unless what stands in one is no cell of its column. */
function rowOfEach(
  source: Source,
  lines: readonly number[],
  roles: readonly ColumnRole[],
  isLast: boolean,
): { readonly rows: readonly RowCells[]; readonly taken: number } | undefined {
  const own = lines.slice(0, roles.length);
  const areAll = own.length === roles.length && (isLast || lines.length === roles.length);
  const fits = own.every((line, i) => {
    const text = lineText(source, line).trim();
    const kind = kindOf(roles[i] ?? 'other');
    const isSaid = kind === 'text' || text.length <= (kind === 'time' ? LONGEST_TIME : LONGEST_NAMES);
    return isSaid && (kind === 'text' || !/[。；]$/.test(text)) && (kind !== 'units' || !LOOKS.time(text));
  });
  return areAll && fits
    ? { rows: [own.map((line) => [cellOf(source, [line])])], taken: own.length }
    : undefined;
}

/** The lines that are filled from one on, as long as they are wanted; a gap of many empty lines ends them. */
function linesFrom(
  source: Source,
  at: number | undefined,
  wanted: (text: string, index: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let line = at; line !== undefined; line = after(source, line)) {
    if (!wanted(lineText(source, line).trim(), found.length)) break;
    found.push(line);
  }
  return found;
}

/** The next line that is filled. */
function after(source: Source, line: number): number | undefined {
  for (let next = line + 1; next < Math.min(source.lines.length, line + 2 + MOST_BLANKS); next++) {
    if (!isBlankLine(source, next)) return next;
  }
  return undefined;
}

function numberOf(text: string): number {
  return /^\d{1,3}[.、]?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
}

function numberAt(source: Source, line: number | undefined): number {
  return line === undefined ? Number.NaN : numberOf(lineText(source, line).normalize('NFKC').trim());
}

function kindOf(role: ColumnRole): CellLook {
  return isPart(role) ? 'units' : role === 'deadline' ? 'time' : 'text';
}

function runsOf(roles: readonly ColumnRole[]): ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (const role of roles) {
    const kind = kindOf(role);
    const last = runs.at(-1);
    if (last?.kind === kind) runs.splice(-1, 1, { kind, size: last.size + 1 });
    else runs.push({ kind, size: 1 });
  }
  return runs;
}

/** A row's cells for each of its runs; `undefined` where a merged cell of the row above reaches into it. */
type RowCells = (readonly TextCell[] | undefined)[];

/**
 * The rows that a number stands for: the first, and those below it into which its merged units reach.
 *
 * @param isLast whether other text may follow
 */
function rowsIn(
  source: Source,
  lines: readonly number[],
  runs: readonly ColumnRun[],
  isLast: boolean,
): { readonly rows: readonly RowCells[]; readonly taken: number } | undefined {
  const rows: RowCells[] = [];
  let taken = 0;
  while (taken < lines.length) {
    const row = rowAt(source, lines.slice(taken), runs, rows.length > 0);
    if (!row) break;
    rows.push(row.cells);
    taken += row.taken;
  }
  return rows.length > 0 && (isLast || taken === lines.length) ? { rows, taken } : undefined;
}

/** @param mayReach whether the units of the row above may reach into this one */
function rowAt(
  source: Source,
  lines: readonly number[],
  runs: readonly ColumnRun[],
  mayReach: boolean,
): { readonly cells: RowCells; readonly taken: number } | undefined {
  const texts = lines.map((line) => lineText(source, line).trim());
  const cells: RowCells = [];
  let at = 0;
  for (const [i, { kind, size }] of runs.entries()) {
    const next = runs[i + 1];
    const first = at;
    if (kind === 'text') {
      at += size;
      // A text of several lines, where one column alone can have them.
      while (size === 1 && next && at < texts.length && !LOOKS[next.kind](texts[at] ?? '')) {
        if (mayReach && runs[i + 2] && LOOKS[runs[i + 2]?.kind ?? 'text'](texts[at] ?? '')) break;
        at++;
      }
    } else {
      while (at < texts.length && at - first < (size === 1 && kind === 'units' ? Infinity : size)) {
        if (!LOOKS[kind](texts[at] ?? '')) break;
        at++;
      }
      if (at === first && mayReach && kind === 'units') {
        cells.push(undefined);
        continue;
      }
    }
    if (at - first < size || at > texts.length) return undefined;
    const own = lines.slice(first, at);
    cells.push(size === 1 ? [cellOf(source, own)] : own.map((line) => cellOf(source, [line])));
  }
  return { cells, taken: at };
}

function cellOf({ lines }: Source, own: readonly number[]): TextCell {
  return { lines: own.map((line) => lines[line] as Span), rowSpan: 1, colSpan: 1 };
}

/** Rows with their number, and each cell as far down as it reaches. */
function withNumber(number: TextCell, rows: readonly RowCells[]): TextCell[][] {
  const reach = (from: number, run: number) => {
    let end = from + 1;
    while (end < rows.length && rows[end]?.[run] === undefined) end++;
    return end - from;
  };
  return rows.map((row, i) => [
    ...(i === 0 ? [{ ...number, rowSpan: rows.length }] : []),
    ...row.flatMap((cells, run) => (cells ?? []).map((cell) => ({ ...cell, rowSpan: reach(i, run) }))),
  ]);
}
