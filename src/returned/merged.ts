import type { Place } from '../model/place.js';
import { jointly } from '../workbook/signed.js';
import type { SheetHeading } from './headings.js';
import type { RawCell } from './raw-cell.js';

/** The columns of which a cell that is merged over several rows says that these are of one task. */
const OF_ONE: ReadonlySet<string> = new Set(['id', 'name']);

/**
 * Rows into which somebody has parted a task, under its merged cells, as the one row that they are: what stands in a column
 * of theirs stands there line by line.
 */
export function joined(
  rows: readonly (readonly RawCell[])[],
  headings: readonly SheetHeading[],
): readonly (readonly RawCell[])[] {
  if (!rows.some((cells) => cells.some(({ rows: over = 1 }) => over > 1))) return rows;
  const found: RawCell[][] = [];
  let left = 0;
  for (const cells of rows) {
    const task = found.at(-1);
    const isPart = left > 0 && !cells.some(({ text }, i) => isNotices(headings[i]) && text.trim() !== '');
    if (task && isPart) {
      left--;
      for (const [i, cell] of task.entries()) task[i] = overOneLess(cell);
      for (const [i, cell] of cells.entries()) task[i] = both(task[i], cell);
      continue;
    }
    found.push([...cells]);
    const over = cells.map(({ rows: of = 1 }, i) => {
      const heading = headings[i];
      return heading?.kind === 'notice' && OF_ONE.has(heading.id) ? of : 1;
    });
    left = Math.max(1, ...over) - 1;
  }
  return found;
}

function isNotices(heading: SheetHeading | undefined): boolean {
  return heading?.kind === 'notice' || heading?.kind === 'derived';
}

/** A cell of a row that has taken in the one below. */
function overOneLess({ rows = 1, ...cell }: RawCell): RawCell {
  return rows > 2 ? { ...cell, rows: rows - 1 } : cell;
}

/** A cell with what stands in the one below it, once where both say the same. */
function both(one: RawCell | undefined, other: RawCell): RawCell {
  if (!one) return other;
  const text = lines(one.text, other.text);
  const noted = alsoNoted(one, other);
  if (text === one.text) return { ...one, ...noted };
  return text === other.text ? { ...other, ...noted } : { ...one, value: text, text, ...noted };
}

/** What is noted on one cell, and on another one. */
export function alsoNoted(one: RawCell, other: RawCell): Pick<RawCell, 'note' | 'author'> {
  const note = lines(one.note, other.note);
  const author = jointly(one.author ?? '', other.author ?? '');
  return author === '' ? { note } : { note, author };
}

function lines(one: string, other: string): string {
  return Array.from(new Set([one, other].filter((text) => text !== ''))).join('\n');
}

/**
 * An answer that is merged over several rows holds for each of them, as it does in what the notice prints; and so does what
 * is printed, which only one of those rows has left.
 */
export function spread(
  rows: readonly (readonly RawCell[])[],
  headings: readonly SheetHeading[],
): readonly (readonly RawCell[])[] {
  if (!rows.some((cells) => cells.some(({ rows: over = 1 }) => over > 1))) return rows;
  const all = rows.map((cells) => [...cells]);
  for (const [i, cells] of rows.entries()) {
    for (const [j, cell] of cells.entries()) {
      const heading = headings[j];
      if ((cell.rows ?? 1) < 2 || (heading?.kind === 'notice' && heading.id === 'id')) continue;
      for (const below of all.slice(i + 1, i + (cell.rows ?? 1))) {
        const first = below[0];
        if (!first || (heading?.kind === 'notice' && below[j]?.text)) continue;
        while (below.length <= j) below.push({ value: null, text: '', note: '', at: first.at });
        const { value, text, rows: over } = cell;
        const said = { value, text, isSpread: true as const, ...(over !== undefined && { rows: over }) };
        below[j] = { ...(below[j] as RawCell), ...said };
      }
    }
  }
  return all;
}

/** The place of the cell below a header in the row of another cell. */
export function under(head: RawCell | undefined, cell: RawCell | undefined): Place | undefined {
  const [column, row] = [head, cell].map((each) =>
    each && 'address' in each.at ? each.at.address : undefined,
  );
  const [letters, number] = [column?.replace(/\d+/, ''), row?.replace(/\D+/, '')];
  return letters && number && cell ? ({ ...cell.at, address: letters + number } as Place) : undefined;
}
