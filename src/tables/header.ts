// Which rows head a table.
import type { GridRow } from '../model/notice.js';
import { comparable, isCharged, isOfCharge, isWhoever } from '../words/columns.js';
import { isWhoRow, namesUnits } from './content.js';
import { endOfHead } from './head-rows.js';
import { columnsOf, type HeadedColumn, type Settled } from './headed-columns.js';
import { foldedHeader, LONGEST_HEADER, mayHead, onOneGrid } from './header-grid.js';

/** The rows that head a table, and what heads each of its columns. */
export interface HeaderRows {
  /** Index of the header's first row. */
  readonly start: number;
  /** Index of the first row after it. */
  readonly end: number;
  readonly columns: readonly HeadedColumn[];
}

/** No table of tasks has more columns. */
const MOST_COLUMNS = 100;

/** A header stands among a table's first rows. */
const MOST_ROWS_ABOVE = 8;

/** No header has more rows. */
const MOST_HEADER_ROWS = 4;

/**
 * Finds a table's header: the first row of which two cells say what a column of tasks holds, and the rows
 * under it where its cells are divided there (责任分工 over 牵头单位 and 责任单位).
 */
export function headerRowsOf(
  rows: readonly GridRow[],
  settled: Settled = () => undefined,
): HeaderRows | undefined {
  const top = rows.slice(0, MOST_ROWS_ABOVE + MOST_HEADER_ROWS);
  if (top.some(({ cells }) => cells.length > MOST_COLUMNS)) return undefined;
  const head = endOfHead(top);
  for (const start of top.slice(0, MOST_ROWS_ABOVE).keys()) {
    if (start < head) continue;
    const found = headerAt(top, start, settled);
    if (found) return found;
  }
  return undefined;
}

function headerAt(top: readonly GridRow[], start: number, settled: Settled): HeaderRows | undefined {
  const first = top[start] as GridRow;
  // 牵头单位｜县发改局 over the whole table is no header.
  if (isWhoRow(first.cells.map(({ passage }) => passage))) return undefined;
  const single = columnsOf([first], settled);
  const depth = depthOf(top, start);
  if (depth > 1) {
    const columns = columnsOf(top.slice(start, start + depth), settled);
    if (isHeader(columns)) return { start, end: start + depth, columns };
  }
  const lower = top[start + 1];
  const folded = depth === 1 ? foldedHeader(first, lower) : undefined;
  if (depth === 1 && lower && (folded || isDivided(first))) {
    const known = !folded && first.cells.some(({ spansKnown }) => spansKnown);
    const both = folded ?? (known ? [first, lower] : onOneGrid(first, lower));
    const columns = both ? columnsOf(both, settled) : [];
    const says = lower.cells.some(({ passage }) => passage.text !== '');
    if (says && (known || mayHead(lower)) && isHeader(columns) && understood(columns) >= understood(single)) {
      return { start, end: start + 2, columns };
    }
  }
  return isHeader(single) ? { start, end: start + 1, columns: single } : undefined;
}

/** How many rows a header takes whose cells reach down, where the format tells. */
function depthOf(top: readonly GridRow[], start: number): number {
  const first = top[start] as GridRow;
  if (first.cells.some(({ above, spansKnown }) => above || !spansKnown)) return 1;
  let depth = 1;
  while (depth < MOST_HEADER_ROWS && reachesInto(first, top[start + depth])) depth++;
  return depth;
}

function reachesInto({ cells }: GridRow, below: GridRow | undefined): boolean {
  const own = new Set(cells.map(({ passage }) => passage));
  return below?.cells.some(({ above, passage }) => above && own.has(passage)) ?? false;
}

/** Whether a row of headers may go on in the row below. */
function isDivided({ cells }: GridRow): boolean {
  return cells.length > 1 && cells.some(({ from, to, spansKnown }) => !spansKnown || to - from > 1);
}

function understood(columns: readonly HeadedColumn[]): number {
  return columns.filter(({ meaning }) => meaning !== 'other').length;
}

const NUMBERED = /^[A-Za-z]?-?\d{1,3}(?:[.-]\d{1,3})?$/;

/** A header names at least two things that a table of tasks has, each in a few words. */
export function isHeader(columns: readonly HeadedColumn[]): boolean {
  // 2｜乙事项｜县住建局, B3｜…: a task behind a page break.
  if (NUMBERED.test(comparable(columns[0]?.header ?? ''))) return false;
  const meanings = new Set(columns.map(({ meaning }) => meaning));
  meanings.delete('other');
  // 序号 and words that nobody knows are a header, too.
  if (meanings.size === 1 && meanings.has('number') && columns.length > 2) return columns.every(isOfWords);
  const units = columns.filter(
    ({ meaning, path }) => meaning === 'other' && namesUnits(path.at(-1)?.text ?? ''),
  );
  // 部门｜职责任务: what the cells below are is told from them.
  const isPlainWho = columns.some(({ meaning, header }) => meaning === 'other' && isWhoever(header));
  // 包联单位｜联系村.
  const isOfWhom =
    columns.some(({ header }) => isCharged(header)) && columns.some(({ header }) => isOfCharge(header));
  return (
    (isOfWhom || meanings.size + (units.length > 1 || isPlainWho ? 1 : 0) >= 2) &&
    columns.length >= 2 &&
    // A form to fill in has labels with room beside them.
    blanksAmong(columns) * 2 < columns.length &&
    columns.every(({ header }) => header.length <= LONGEST_HEADER || header.includes('（'))
  );
}

const WORDS = /^[\p{Script=Han}（）()、/\s]{1,12}$/u;

function isOfWords({ header }: HeadedColumn): boolean {
  return WORDS.test(header);
}

/** How many columns without a header stand between those that have one. */
function blanksAmong(columns: readonly HeadedColumn[]): number {
  const blank = (column: HeadedColumn) => column.header === '';
  const first = columns.findIndex((column) => !blank(column));
  const last = columns.findLastIndex((column) => !blank(column));
  return columns.slice(first, last + 1).filter(blank).length;
}
