import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';

import type { Row, Table } from '../model/document.js';
import { recognise, unreadable } from '../tables/index.js';
import type { Block } from './blocks.js';

/** A table of tasks that may go on, and where it stands among the blocks. */
interface OpenTable {
  readonly index: number;
  readonly width: number;
  readonly table: Table;
}

/**
 * Puts tables together that a page break or a converter has taken apart: a table without a header and
 * of the width of the table of tasks above it goes on with that one. A line of the outline between
 * the two is a row that spans the table and heads a part of it. A table of that width that stands
 * behind other text cannot be read, because nobody can know whether it goes on.
 *
 * @returns the blocks, and a line for each table put to another
 */
export function joinTables(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const joined: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  let open: OpenTable | undefined;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      joined.push(block);
    } else if (block.reader) {
      open = { index: joined.length, width: usualWidth(block), table: block };
      joined.push(block);
    } else if (open && open.width > 2 && usualWidth(block) === open.width) {
      const { width, index } = open;
      const between = joined.slice(index + 1);
      const sections = between.flatMap((each) => sectionRow(each, block, width));
      if (sections.length < between.length) {
        joined.push(unreadable(block, withoutHeader(block)));
        continue;
      }
      diagnostics.push(diagnose('table-continued', undefined, block.at));
      const { at, rows } = open.table;
      const table: Table = { kind: 'table', at, rows: [...rows, ...sections, ...block.rows] };
      open = { index, width, table };
      // It is recognised anew: the break may have come between the two rows of its header.
      joined.splice(index, joined.length, recognise(table));
    } else {
      open = undefined;
      joined.push(block);
    }
  }
  return { blocks: joined, diagnostics };
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

/** A line of the outline as a row of the table that follows it. */
function sectionRow(block: Block, { rows }: Table, width: number): Row[] {
  if (block.kind === 'table') return [];
  const { passage, shape } = block;
  if ((shape !== 'chapter' && shape !== 'measure') || /[。；]/.test(passage.text)) return [];
  const known = rows[0]?.cells[0]?.rowSpan !== null;
  return [{ at: passage.at, cells: [{ passage, rowSpan: known ? 1 : null, colSpan: known ? width : null }] }];
}

function withoutHeader({ rows, at }: Table): Diagnostic {
  const header = rows[0]?.cells.map(({ passage }) => passage.text || '空').join('、') ?? '';
  return diagnose('table-no-header', { header }, at);
}
