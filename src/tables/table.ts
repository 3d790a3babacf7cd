import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Passage, Table } from '../model/document.js';
import type { AppendixTable, GridRow, TaskRow } from '../model/notice.js';
import { failed, type Result } from '../model/result.js';
import type { ColumnRole } from '../model/taskbook.js';
import { shapeOf } from '../words/shapes.js';
import { layOut, widthOf } from './grid.js';
import { HEADER_WITHIN, type Header, headerOf } from './header.js';

/** A table with the paragraphs around it that belong to it. */
export interface TableInPlace {
  readonly table: Table;
  readonly appendix?: number;
  readonly heading: readonly Passage[];
  readonly notes: readonly Passage[];
}

const TOTAL = /^(?:合|总|小|共)\s*计[：:]?$/;

/** What a row is, other than a task. */
type RowKind = 'task' | 'header' | 'section' | 'note' | 'total' | 'blank';

/** Whether a table says who has to do something. */
export function isTaskTable(table: Table): boolean {
  const header = headerOf(layOut({ ...table, rows: table.rows.slice(0, HEADER_WITHIN) }));
  return header !== undefined && (has(header, 'lead') || has(header, 'responsible'));
}

/**
 * Understands a table's header, and tells its tasks from its other rows: titles, headers printed again
 * after a page break, section rows, notes, totals.
 *
 * @param place a table that `isTaskTable`
 * @returns the table, or `table-no-header` where no column says what is to be done
 */
export function readTable({ table, ...around }: TableInPlace): Result<AppendixTable> {
  const grid = layOut(table);
  const header = headerOf(grid);
  if (!header || (!has(header, 'name') && !has(header, 'goal'))) {
    const printed = header?.columns.map((column) => column.header || '空').join('、') ?? '';
    return failed(diagnose('table-no-header', { header: printed }, table.at));
  }
  const headers = grid.slice(header.start, header.end);
  const rows: TaskRow[] = [];
  const otherRows: GridRow[] = [...grid.slice(0, header.start), ...headers];
  const diagnostics: Diagnostic[] = [];
  let section: Passage | undefined;
  for (const row of grid.slice(header.end)) {
    const kind = kindOf(row, header, headers);
    if (kind === 'task') {
      rows.push(section ? { ...row, section } : row);
      continue;
    }
    otherRows.push(row);
    if (kind === 'section') section = filled(row)[0];
    if (kind === 'header' && same(row, headers[0]))
      diagnostics.push(diagnose('header-repeated', undefined, row.at));
    if (kind === 'total') diagnostics.push(diagnose('row-total', undefined, row.at));
  }
  return { value: { ...around, columns: header.columns, rows, otherRows, at: table.at }, diagnostics };
}

function kindOf(row: GridRow, { columns }: Header, headers: readonly GridRow[]): RowKind {
  const texts = filled(row);
  const [first] = texts;
  if (!first) return 'blank';
  if (headers.some((header) => same(row, header))) return 'header';
  if (texts.some(({ text }) => TOTAL.test(text.trim()))) {
    const wanted = columns.filter(({ role }) => role === 'number' || role === 'name');
    const heads = row.cells.filter(({ from }) =>
      wanted.some((column) => column.from <= from && from < column.to),
    );
    if (heads.some(({ passage }) => TOTAL.test(passage.text.trim()))) return 'total';
  }
  if (texts.length > 1) return 'task';
  const shape = shapeOf(first.text);
  const width = columns.at(-1)?.to ?? 0;
  const own = row.cells.filter(({ above }) => !above);
  const spans =
    own.length === 1 &&
    own[0]?.spansKnown === true &&
    widthOf(row) === width &&
    own[0].to - own[0].from === width;
  const alone = row.cells.length === 1 && width > 1;
  const outlined = shape === 'chapter' || shape === 'measure';
  if ((spans || alone) && shape === 'table-note') return 'note';
  return spans || (outlined && row.cells[0]?.passage === first) ? 'section' : 'task';
}

/** The texts that stand in a row itself. */
function filled({ cells }: GridRow): Passage[] {
  return cells.filter(({ above, passage }) => !above && passage.text !== '').map(({ passage }) => passage);
}

function has({ columns }: Header, role: ColumnRole): boolean {
  return columns.some((column) => column.role === role);
}

function same(a: GridRow, b: GridRow | undefined): boolean {
  return (
    a.cells.length === b?.cells.length &&
    a.cells.every((cell, i) => cell.passage.text === b.cells[i]?.passage.text)
  );
}
