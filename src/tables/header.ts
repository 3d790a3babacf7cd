import type { GridCell, GridRow, PlacedColumn } from '../model/notice.js';
import type { ColumnRole } from '../model/taskbook.js';
import { matchOf } from '../words/columns.js';
import { slotsOf } from './grid.js';
import { TOP_ROWS } from './shape.js';

/** The rows that head a table, and what each of its columns holds. */
export interface HeaderRows {
  /** Index of the header's first row; what stands above it is a title. */
  readonly start: number;
  /** Index of the first row after it. */
  readonly end: number;
  readonly columns: readonly PlacedColumn[];
}

/** Several columns may name units of one role or describe the goal; of any other role a table has one. */
const REPEATABLE: ReadonlySet<ColumnRole> = new Set(['lead', 'responsible', 'goal', 'other']);

/** No table of tasks has more columns. */
const MOST_COLUMNS = 100;

/** Rows above the header that a title may take; the header has two at most. */
const MOST_TITLE_ROWS = TOP_ROWS - 2;

/**
 * Finds a table's header: the first row of which two cells say what a column of tasks holds, and the row
 * under it where some of its cells are divided there (责任分工 over 牵头单位 and 责任单位).
 *
 * @param top the table's first rows
 */
export function headerRowsOf(top: readonly GridRow[]): HeaderRows | undefined {
  if (top.some(({ cells }) => cells.length > MOST_COLUMNS)) return undefined;
  const start = top.slice(0, MOST_TITLE_ROWS + 1).findIndex((row) => isHeader(columnsOf([row])));
  const single = start >= 0 ? columnsOf([top[start] as GridRow]) : [];
  const first = start >= 0 ? start : top.slice(0, MOST_TITLE_ROWS + 1).findIndex((row) => isDivided(row));
  if (first < 0) return undefined;
  const [upper, lower] = top.slice(first, first + 2);
  if (upper && lower && isDivided(upper)) {
    const known = upper.cells.some(({ spansKnown }) => spansKnown);
    const both = known ? [upper, lower] : dealt(upper, lower);
    const columns = both ? columnsOf(both) : [];
    // A cell of the header that reaches down makes the row below a header too.
    const reaches = known && lower.cells.some(({ above }) => above);
    const says = lower.cells.some(({ passage }) => passage.text !== '');
    if (isHeader(columns) && (reaches || (says && understood(columns) >= understood(single)))) {
      return { start: first, end: first + 2, columns };
    }
  }
  return start < 0 ? undefined : { start, end: start + 1, columns: single };
}

function understood(columns: readonly PlacedColumn[]): number {
  return columns.filter(({ role }) => role !== 'other').length;
}

/** A header names at least two things that a table of tasks has. */
function isHeader(columns: readonly PlacedColumn[]): boolean {
  const roles = new Set(columns.map(({ role }) => role));
  roles.delete('other');
  return roles.size >= 2 && columns.length >= 2;
}

/** Whether a row of headers may go on in the row below. */
function isDivided({ cells }: GridRow): boolean {
  return cells.length > 1 && cells.some(({ from, to, spansKnown }) => !spansKnown || to - from > 1);
}

/** The columns that one or two rows of headers make; the lower header counts, or both together. */
function columnsOf(rows: readonly GridRow[]): PlacedColumn[] {
  const last = rows.at(-1) as GridRow;
  const texts = last.cells.map((cell) => {
    const upper = rows[0]?.cells.find(({ from, to }) => from <= cell.from && cell.to <= to);
    return [cell.passage.text, upper === undefined ? '' : upper.passage.text + cell.passage.text] as const;
  });
  const matches = texts.map(([own, both]) => matchOf(own) ?? matchOf(both));
  const taken = new Map<ColumnRole, number>();
  for (const [i, match] of matches.entries()) {
    const best = match && taken.get(match.role);
    if (match && (best === undefined || match.rank < (matches[best]?.rank ?? 0))) taken.set(match.role, i);
  }
  return last.cells.map(({ from, to }, i): PlacedColumn => {
    const role = matches[i]?.role ?? 'other';
    const keeps = REPEATABLE.has(role) || taken.get(role) === i;
    const [own = '', both = ''] = texts[i] ?? [];
    return { header: own || both, role: keeps ? role : 'other', from, to };
  });
}

/**
 * Where the format does not tell spans, the lower row has an empty cell under each header that reaches
 * down, and the others, in turn, are what the headers that do not are divided into. Rows of as many cells
 * stand above each other, and an empty cell of the upper one is of the header before it, as Excel copies
 * merged cells.
 *
 * @returns both rows on one grid, or `undefined` where they cannot be fitted together
 */
function dealt(upper: GridRow, lower: GridRow): GridRow[] | undefined {
  if (upper.cells.length === lower.cells.length) return paired(upper, lower);
  const spread: GridCell[] = [];
  const own: GridCell[] = [];
  let slot = 0;
  let at = 0;
  for (const cell of upper.cells) {
    const from = slot;
    const first = lower.cells[at];
    if (first === undefined) return undefined;
    do {
      const below = lower.cells[at++] as GridCell;
      own.push({ ...(below.passage.text === '' ? cell : below), from: slot, to: slot + 1 });
      slot++;
    } while (
      first.passage.text !== '' &&
      lower.cells[at] !== undefined &&
      lower.cells[at]?.passage.text !== ''
    );
    spread.push({ ...cell, from, to: slot });
  }
  const whole = at === lower.cells.length && slotsOf(lower) === slot;
  return whole
    ? [
        { ...upper, cells: spread },
        { ...lower, cells: own },
      ]
    : undefined;
}

function paired(upper: GridRow, lower: GridRow): GridRow[] {
  const spread: GridCell[] = [];
  const own = lower.cells.map((below, slot): GridCell => {
    const above = upper.cells[slot] as GridCell;
    const before = spread.at(-1);
    if (above.passage.text === '' && before) spread.splice(-1, 1, { ...before, to: slot + 1 });
    else spread.push({ ...above, from: slot, to: slot + 1 });
    return { ...(below.passage.text === '' ? above : below), from: slot, to: slot + 1 };
  });
  return [
    { ...upper, cells: spread },
    { ...lower, cells: own },
  ];
}
