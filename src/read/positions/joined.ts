import { partsNames, plain } from '../names-apart.js';
import { type CellOnPage, USUAL_PADDING } from './cells.js';
import type { PrintedTable } from './layout.js';
import type { PrintedLine } from './lines.js';
import { ItemNumbers, isBrokenBefore } from './wrap.js';

/** A row of a table, and where it is printed. */
interface JoinedRow {
  readonly page: number;
  /** Which table of its page, and which row of that. */
  readonly table: number;
  readonly row: number;
  readonly cells: JoinedCell[];
}

export interface JoinedCell {
  readonly left: number;
  readonly right: number;
  readonly lines: PrintedLine[];
  /** Its parts, one on each page that it goes on over. */
  readonly parts: CellOnPage[];
  /** `null` where a page begins in it and nothing tells whether it goes on from the cell above. */
  rowSpan: number | null;
}

/** A table, with those on later pages that go on from it. */
export interface JoinedTable {
  readonly kind: 'table';
  /** Where its columns begin and end. */
  columns: number[];
  readonly rows: JoinedRow[];
  /** Rows of the header and of the foot that are printed again on a later page. */
  readonly repeated: string[];
  readonly tables: PrintedTable[];
}

/** How far apart the sides of columns are that are the same. */
const SAME_SIDE = 4;

export function begin(table: PrintedTable, page: number, number: number): JoinedTable {
  return {
    kind: 'table',
    columns: [...table.columns],
    rows: rowsOf(table, page, number),
    repeated: [],
    tables: [table],
  };
}

function rowsOf(table: PrintedTable, page: number, number: number): JoinedRow[] {
  return Array.from({ length: table.rows }, (_, row): JoinedRow => {
    const own = table.cells.filter((cell) => cell.row === row);
    return {
      ...{ page, table: number, row: row + 1 },
      cells: own.map((cell) => ({
        ...{ left: cell.box.left, right: cell.box.right, rowSpan: cell.rowSpan },
        lines: [...cell.lines],
        parts: [cell],
      })),
    };
  });
}

/** Whether a table at the top of a page may go on from the one at the end of the page before: they have the same columns. */
export function mayGoOn(joined: JoinedTable, table: PrintedTable): boolean {
  const [some, others] = [joined.columns, table.columns];
  const isIn = (at: number, columns: readonly number[]) =>
    columns.some((each) => Math.abs(each - at) <= SAME_SIDE);
  const areEnds = [0, -1].every((i) => Math.abs((some.at(i) ?? 0) - (others.at(i) ?? 0)) <= SAME_SIDE);
  return areEnds && (some.every((at) => isIn(at, others)) || others.every((at) => isIn(at, some)));
}

/**
 * Whether two tables at the top of a page are the one that goes on: where the last cell of the first rows is of a merged
 * one before, a browser rules nothing of it, and they seem to be a table of their own that is narrower.
 */
export function isWithoutEnd(joined: JoinedTable, narrower: PrintedTable, wider: PrintedTable): boolean {
  const [end = 0, beforeEnd = 0] = joined.columns.toReversed();
  const isIn = (at: number) => wider.columns.some((each) => Math.abs(each - at) <= SAME_SIDE);
  return (
    !mayGoOn(joined, narrower) &&
    mayGoOn(joined, wider) &&
    Math.abs(narrower.box.bottom - wider.box.top) <= SAME_SIDE &&
    narrower.columns.every(isIn) &&
    Math.abs((narrower.columns.at(-1) ?? 0) - beforeEnd) <= SAME_SIDE &&
    lastCells(joined).some(({ right, rowSpan }) => Math.abs(right - end) <= SAME_SIDE && (rowSpan ?? 1) > 1)
  );
}

/** Puts such tables behind the one before: its merged last cell goes on beside the rows of the narrower one. */
export function goOnWithoutEnd(
  joined: JoinedTable,
  narrower: PrintedTable,
  wider: PrintedTable,
  page: number,
): void {
  const end = lastCells(joined).find(
    ({ right }) => Math.abs(right - (joined.columns.at(-1) ?? 0)) <= SAME_SIDE,
  );
  const before = joined.rows.length;
  goOn(joined, narrower, page, 1);
  if (end) end.rowSpan = (end.rowSpan ?? 1) + joined.rows.length - before;
  joined.rows.push(...rowsOf(wider, page, 2));
  joined.tables.push(wider);
}

/** Puts a table at the top of a page behind the one at the end of the page before. */
export function goOn(joined: JoinedTable, table: PrintedTable, page: number, number: number): void {
  const rows = rowsOf(table, page, number);
  const heads = rows.splice(0, repeatedRows(joined.rows, rows, true));
  const feet = repeatedRows(joined.rows.toReversed(), rows.toReversed());
  const before = feet === 0 ? [] : joined.rows.splice(-feet);
  const broken = brokenHead(joined, heads, rows);
  const again = [
    ...heads,
    ...joined.rows.splice(joined.rows.length - broken.before),
    ...rows.splice(0, broken.after),
  ];
  for (const { cells } of [...again, ...before]) joined.repeated.push(cells.map(textOf).join('\u3000'));
  const [first] = rows;
  if (first) {
    if (isSameRow(joined, first)) joinRow(joined, rows);
    else hangOver(joined, first);
  }
  joined.rows.push(...rows.filter(({ cells }) => cells.length > 0));
  joined.tables.push(table);
  for (const at of table.columns)
    if (!joined.columns.some((each) => Math.abs(each - at) <= SAME_SIDE)) joined.columns.push(at);
  joined.columns.sort((a, b) => a - b);
}

function textOf({ lines }: JoinedCell): string {
  return lines.map(({ text }) => text).join('');
}

const isEmpty = ({ lines }: JoinedCell) => lines.length === 0;

/** How many rows at one end of a page's table are those at that end of the table, printed again. */
function repeatedRows(printed: readonly JoinedRow[], rows: readonly JoinedRow[], isHead = false): number {
  const textsOf = ({ cells }: JoinedRow) => cells.map((cell) => textOf(cell).replace(/\s/g, ''));
  let count = 0;
  for (const [i, row] of rows.entries()) {
    const [texts, before] = [textsOf(row), printed[i] && textsOf(printed[i])];
    if (texts.length !== before?.length || texts.every((text) => text === '')) break;
    const cut = texts.flatMap((text, at) =>
      text === before[at] ? [] : [{ text, before: before[at] ?? '' }],
    );
    // A program may leave no room for the last line of a cell that it prints again.
    if (!cut.every((each) => isHead && each.text !== '' && each.before.startsWith(each.text))) break;
    if (cut.length * 2 > texts.length) break;
    count = i + 1;
  }
  return count < Math.min(rows.length, printed.length) ? count : 0;
}

/**
 * How many rows at the end of one page and at the top of the next are the header, which stands in the table once more
 * and was broken in two: together they have its characters.
 */
function brokenHead(
  { rows: printed }: JoinedTable,
  heads: readonly JoinedRow[],
  rows: readonly JoinedRow[],
): { readonly before: number; readonly after: number } {
  const charactersOf = (some: readonly JoinedRow[]) =>
    Array.from(
      some
        .flatMap(({ cells }) => cells.map(textOf))
        .join('')
        .replace(/\s/g, ''),
    )
      .sort()
      .join('');
  const whole = charactersOf(heads);
  for (let before = 1; whole !== '' && before <= heads.length; before++)
    for (let after = 1; after <= heads.length; after++)
      if (charactersOf([...printed.slice(-before), ...rows.slice(0, after)]) === whole)
        return { before, after };
  return { before: 0, after: 0 };
}

/** The cells that the last row of a table has, also those from rows above. */
function lastCells({ rows }: JoinedTable): JoinedCell[] {
  return rows.flatMap(({ cells }, i) => cells.filter(({ rowSpan }) => i + (rowSpan ?? 1) >= rows.length));
}

function isSameColumn(some: JoinedCell, other: JoinedCell): boolean {
  return Math.abs(some.left - other.left) <= SAME_SIDE && Math.abs(some.right - other.right) <= SAME_SIDE;
}

const ENDS_SENTENCE = /[。！？]$/;

/** How many lines a cell has that a page was too short for, at least. */
const FEWEST_LINES = 3;

/** How many cells of a row break off in a word where nothing else tells that it goes on, at least; others are at their end. */
const FEWEST_HALF = 3;

/**
 * Whether the first row of a page goes on from the last one of the page before. Its first column, which has a number or
 * a name, is empty; there is no rule at the end of the page, or what the row has stands in cells that were full and
 * broke off. A rule below some cells only is the end of a row, beside merged cells that go on.
 */
function isSameRow(joined: JoinedTable, row: JoinedRow): boolean {
  const above = lastCells(joined);
  const pairs = row.cells.map((cell) => ({ cell, from: above.find((each) => isSameColumn(each, cell)) }));
  if (pairs.some(({ cell, from }) => !from && !isEmpty(cell))) return false;
  const filled = pairs.filter(({ cell }) => !isEmpty(cell));
  const [first] = pairs;
  if (
    filled.length === 0 ||
    !first?.from ||
    filled.some(({ cell, from }) => from && isNumber(from) && isNumber(cell))
  )
    return false;
  const closed = above.filter(isClosed).length;
  if (!isEmpty(first.cell)) {
    if (!isHalf(first.from, first.cell)) return false;
    return (closed === 0 && row.cells.every(isOpenAbove)) || isRestOfRow(pairs);
  }
  // A row that says one thing only, and has no number, is the rest of the one above, unless that is at its end.
  const isOne = filled.length === 1 && !isEmpty(first.from) && closed === above.length;
  if (
    isOne &&
    filled.every(
      ({ cell, from }) =>
        from && !isEmpty(from) && (!ENDS_SENTENCE.test(textOf(from)) || isNextItem(from, cell)),
    )
  )
    return true;
  if (closed === 0 || filled.every(({ from }) => from && isUnfinished(from))) return true;
  if (closed < above.length || (isEmpty(first.from) && filled.length > 1)) return false;
  if (!filled.every(({ cell, from }) => from && (isFull(from) || breaksOff(from, cell)))) return false;
  const broken = filled.filter(({ cell, from }) => from && breaksOff(from, cell));
  const before = pairs.filter(({ from }) => from && !isEmpty(from));
  const isLong = filled.some(
    ({ cell, from }) => from && from.lines.length + cell.lines.length >= FEWEST_LINES,
  );
  const isManyHalf = filled.length >= FEWEST_HALF && filled.length < before.length - 1;
  if (isManyHalf && filled.every(({ cell, from }) => from && isHalf(from, cell))) return true;
  const half = filled.filter(({ cell, from }) => from && (isHalf(from, cell) || isUnfinished(from)));
  if (half.length > 1 && half.length * 3 >= filled.length * 2) return true;
  if (broken.length === filled.length) return isLong || filled.length * 2 < before.length;
  return isLong && (filled.length === 1 || (broken.length > 0 && filled.length * 2 < before.length));
}

/** Whether a cell begins with the item of a list that is next in the cell above: 3. below 1. and 2. */
function isNextItem(from: JoinedCell, cell: JoinedCell): boolean {
  const items = new ItemNumbers();
  for (const { text } of from.lines) items.add(text);
  return items.isNext(cell.lines[0]?.text ?? '');
}

/**
 * Whether a row whose first cell goes on from a word that was broken says no more than the rest of the one above: that
 * cell alone, or another that goes on, too, while others that are filled above are empty.
 */
function isRestOfRow(
  pairs: readonly { readonly cell: JoinedCell; readonly from: JoinedCell | undefined }[],
): boolean {
  const [, ...others] = pairs.filter(({ cell }) => !isEmpty(cell));
  const missing = pairs.filter(({ cell, from }) => isEmpty(cell) && from && !isEmpty(from)).length;
  if (missing < FEWEST_MISSING) return false;
  return (
    others.length === 0 || others.some(({ cell, from }) => from && (isUnfinished(from) || isHalf(from, cell)))
  );
}

/** How many cells are empty that were filled above, at least, where a row is the rest of another. */
const FEWEST_MISSING = 2;

/** 6, 六: a cell of these is whole. */
const NUMBER = /^[\d一二三四五六七八九十]+$/;

function isNumber(cell: JoinedCell): boolean {
  return NUMBER.test(plain(textOf(cell).trim()));
}

const UNFINISHED = /[，、；：,;:]$/;

function isUnfinished(cell: JoinedCell): boolean {
  return UNFINISHED.test(textOf(cell).trim());
}

function isOpenAbove({ parts }: JoinedCell): boolean {
  return parts[0]?.isBegun === false;
}

/** Whether a text breaks off in a word, and no name ends there. */
function isHalf(from: JoinedCell, cell: JoinedCell): boolean {
  return breaksOff(from, cell) && !partsNames(textOf(from), textOf(cell));
}

function isClosed({ parts }: JoinedCell): boolean {
  return parts.at(-1)?.isClosed === true;
}

/** Whether the text of a cell ends in the middle of a sentence, and what is on the next page had no room behind it. */
function breaksOff({ lines, left, right }: JoinedCell, { lines: more }: JoinedCell): boolean {
  const last = lines.at(-1);
  const [next] = more;
  if (!last || !next || ENDS_SENTENCE.test(last.text)) return false;
  return isBrokenBefore(last, next, right - USUAL_PADDING, {
    left,
    right,
    width: right - left - 2 * USUAL_PADDING,
  });
}

/** Whether there is no room for another line in the last part of a cell. */
function isFull({ parts, lines }: JoinedCell): boolean {
  const last = lines.at(-1);
  const part = parts.at(-1);
  return last !== undefined && part !== undefined && part.box.bottom - last.bottom < 1.6 * last.size;
}

/** Takes the first row of a page into the last one of the page before. */
function joinRow(joined: JoinedTable, rows: JoinedRow[]): void {
  const above = lastCells(joined);
  const first = rows.shift();
  for (const cell of first?.cells ?? []) {
    const from = above.find((each) => isSameColumn(each, cell));
    if (from) take(from, cell, (cell.rowSpan ?? 1) - 1);
  }
}

/**
 * A cell that is empty where a page begins may go on from the one above: a cell of several rows does, and where each row
 * of the table has its number and this one begins without, it is of the row above with all before its first word that no
 * other row leaves empty. One with no rule below it, beside others that have one, goes on whatever it says.
 */
function hangOver(joined: JoinedTable, row: JoinedRow): void {
  const above = lastCells(joined);
  const isOpen = (cell: JoinedCell) => !isClosed(cell) && above.some(isClosed);
  const isFilled = filledColumns(joined);
  const begins = row.cells.find((cell) => !isEmpty(cell))?.left ?? 0;
  const isFilledAbove = (cell: JoinedCell, from: JoinedCell | undefined): from is JoinedCell =>
    from !== undefined && isEmpty(cell) && cell.left < begins && isFilled(from);
  const isWithin = row.cells.some((cell) => {
    const from = above.find((each) => isSameColumn(each, cell));
    return isFilledAbove(cell, from) && isNumber(from);
  });
  for (const cell of [...row.cells]) {
    const from = above.find((each) => isSameColumn(each, cell));
    if (!from || !(isEmpty(cell) ? !isEmpty(from) : isOpen(from))) continue;
    const isSure = isWithin && isFilledAbove(cell, from);
    if (isSure || isOpen(from) || (from.rowSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1) {
      take(from, cell, cell.rowSpan ?? 1);
      row.cells.splice(row.cells.indexOf(cell), 1);
    } else cell.rowSpan = null;
  }
}

/** Tells of a cell whether no row of its table, and there are several, has its column empty. */
function filledColumns({ rows }: JoinedTable): (cell: JoinedCell) => boolean {
  return (cell) => {
    const own = rows.flatMap(({ cells }) => cells.filter((each) => isSameColumn(each, cell)));
    return own.length >= FEWEST_ROWS && !own.some(isEmpty);
  };
}

/** How many rows show that a column is never empty, at least. */
const FEWEST_ROWS = 4;

function take(from: JoinedCell, cell: JoinedCell, rows: number): void {
  from.lines.push(...cell.lines);
  from.parts.push(...cell.parts);
  from.rowSpan = (from.rowSpan ?? 1) + rows;
}
