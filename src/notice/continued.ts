import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';

import type { Row, Table } from '../model/document.js';
import type { AppendixTable } from '../model/notice.js';
import { type Around, layOut, namesUnits, recognise, type TaskTable, unreadable } from '../tables/index.js';
import { comparable } from '../words/columns.js';
import { CONTINUATION } from '../words/documents.js';
import { isPart } from '../words/roles.js';
import { type Block, linesAbove } from './blocks.js';

/** A table of tasks that may go on, and where it stands among the blocks. */
interface OpenTable {
  readonly index: number;
  readonly width: number;
  readonly table: Table & { readonly tasks?: TaskTable['tasks'] | undefined };
}

/**
 * Puts tables together that a page break or a converter has taken apart: a table without a header and
 * of the width of the table of tasks above it goes on with that one. A line of the outline between
 * the two is a row that spans the table and heads a part of it. A table of that width that stands
 * behind other text cannot be read, because nobody can know whether it goes on.
 *
 * @returns the blocks, and a line for each table put to another
 */
export function joinTables(
  blocks: readonly Block[],
  around: Omit<Around, 'above'>,
): {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const joined: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  let open: OpenTable | undefined;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      joined.push(block);
    } else if (block.tasks && !goesOn(open, block, joined)) {
      open = { index: joined.length, width: usualWidth(block), table: block };
      joined.push(block);
    } else if (open && open.width > 2 && usualWidth(block) === open.width && mayGoOn(open.table, block)) {
      const { width, index } = open;
      const between = joined.slice(index + 1);
      const sections = between.flatMap((each) => rowOf(each, block, width));
      if (sections.length < between.length) {
        joined.push(unreadable(block, withoutHeader(block)));
        continue;
      }
      // What prints the header again says itself that it goes on.
      if (!block.tasks) diagnostics.push(diagnose('table-continued', undefined, block.at));
      const { at, rows } = open.table;
      const table: Table = { kind: 'table', at, rows: [...rows, ...sections, ...block.rows] };
      // It is recognised anew: the break may have come between the two rows of its header.
      const above = linesAbove(joined, index);
      const whole = recognise(table, { ...around, above });
      open = { index, width, table: whole };
      joined.splice(index, joined.length, whole);
    } else {
      open = undefined;
      joined.push(block);
    }
  }
  return { blocks: joined, diagnostics };
}

/**
 * Whether a table without a header may be the rest of another: where that one has units, it has units or nothing.
 * A form to fill in and a list of contacts of that width are tables of their own.
 */
function mayGoOn({ tasks }: OpenTable['table'], { rows }: Table): boolean {
  const columns = tasks?.value?.columns.filter(({ role }) => isPart(role)) ?? [];
  if (columns.length === 0) return true;
  const grid = layOut(rows);
  const texts = grid.flatMap(({ cells }) =>
    columns.flatMap(({ from, to }) => cells.filter((cell) => from <= cell.from && cell.to <= to)),
  );
  const filled = texts.filter(({ passage }) => passage.text !== '');
  return filled.filter(({ passage }) => namesUnits(passage.text)).length * 2 > filled.length;
}

/** Whether a table is the rest of the one above it: nothing stands between them, and its header says the same. */
function goesOn(open: OpenTable | undefined, block: TaskTable, joined: readonly Block[]): boolean {
  const above = open && joined[open.index];
  if (!open || above?.kind !== 'table' || open.width !== usualWidth(block)) return false;
  const [first, second] = [above, block].map(({ tasks }) => tasks?.value);
  const between = joined.slice(open.index + 1);
  return (
    first?.shape === 'rows' &&
    second?.shape === 'rows' &&
    !second.head &&
    between.every((each) => each.kind === 'paragraph' && CONTINUATION.test(comparable(each.passage.text))) &&
    headersOf(first) === headersOf(second)
  );
}

function headersOf({ columns }: Pick<AppendixTable, 'columns'>): string {
  return columns.map(({ header }) => comparable(header)).join('\n');
}

/** How many columns a table has: what most of its rows have. */
function usualWidth({ rows }: Table): number {
  const widths = new Map<number, number>();
  for (const { cells } of rows) {
    const width = cells.reduce((sum, { colSpan }) => sum + (colSpan ?? 1), 0);
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  return Array.from(widths).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A line of the outline, or one that says that the table goes on, as a row of the table that follows it. */
function rowOf(block: Block, { rows }: Table, width: number): Row[] {
  if (block.kind === 'table') return [];
  const { passage, shape } = block;
  const outlined = (shape === 'chapter' || shape === 'measure') && !/[。；]/.test(passage.text);
  if (!outlined && !CONTINUATION.test(comparable(passage.text))) return [];
  const known = rows[0]?.cells[0]?.rowSpan !== null;
  return [{ at: passage.at, cells: [{ passage, rowSpan: known ? 1 : null, colSpan: known ? width : null }] }];
}

function withoutHeader({ rows, at }: Table): Diagnostic {
  const header = rows[0]?.cells.map(({ passage }) => passage.text || '空').join('、') ?? '';
  return diagnose('table-no-header', { header }, at);
}
