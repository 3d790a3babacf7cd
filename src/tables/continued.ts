import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document, Row, Table } from '../model/document.js';
import { shapeOf } from '../words/shapes.js';
import { isTaskTable } from './table.js';

type Block = Document['blocks'][number];

/**
 * Puts tables together that a page break or a converter has taken apart: a table without a header and
 * of the width of the table of tasks above it goes on with that one. A line of the outline between
 * the two is a row that spans the table and heads a part of it.
 *
 * @returns the blocks, and a line for each table put to another; `table-no-header` for a table of
 *   that width that stands behind other text, of which nobody can know whether it goes on
 */
export function joinTables(blocks: Document['blocks']): {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const joined: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  /** The table of tasks that may go on, and the paragraphs since. */
  let open: { readonly at: number; readonly width: number } | undefined;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      joined.push(block);
    } else if (isTaskTable(block)) {
      open = { at: joined.length, width: widthOf(block) };
      joined.push(block);
    } else if (open && open.width > 2 && widthOf(block) === open.width) {
      const between = joined.slice(open.at + 1);
      const sections = between.flatMap((each) => sectionRow(each, block));
      if (sections.length < between.length) {
        const header = block.rows[0]?.cells.map(({ passage }) => passage.text || '空').join('、') ?? '';
        diagnostics.push(diagnose('table-no-header', { header }, block.at));
        joined.push(block);
        continue;
      }
      diagnostics.push(diagnose('table-continued', undefined, block.at));
      const above = joined[open.at] as Table;
      joined.length = open.at;
      joined.push({ ...above, rows: [...above.rows, ...sections, ...block.rows] });
    } else {
      open = undefined;
      joined.push(block);
    }
  }
  return { blocks: joined, diagnostics };
}

/** How many columns a table has: what most of its rows have. */
function widthOf({ rows }: Table): number {
  const widths = new Map<number, number>();
  for (const { cells } of rows) {
    const width = cells.reduce((sum, { colSpan }) => sum + (colSpan ?? 1), 0);
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  return Array.from(widths).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A line of the outline as a row of the table that follows it. */
function sectionRow(block: Block, { rows }: Table): Row[] {
  if (block.kind === 'table') return [];
  const { passage } = block;
  const shape = shapeOf(passage.text);
  if ((shape !== 'chapter' && shape !== 'measure') || /[。；]/.test(passage.text)) return [];
  const known = rows[0]?.cells[0]?.rowSpan !== null;
  const width = widthOf({ kind: 'table', rows, at: passage.at });
  return [{ at: passage.at, cells: [{ passage, rowSpan: known ? 1 : null, colSpan: known ? width : null }] }];
}
