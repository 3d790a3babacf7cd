import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Table } from '../model/document.js';
import type { GridRow, PlacedColumn, TaskGridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { failed, type Result } from '../model/result.js';
import type { ColumnRole } from '../model/taskbook.js';
import { shapeOf } from '../words/shapes.js';
import { layOut, slotsOf } from './grid.js';
import { type HeaderRows, headerRowsOf } from './header.js';
import type { TableContent, TableReader } from './shape.js';

const TOTAL = /^(?:合|总|小|共)\s*计[：:]?$/;

/** What a row below the header is. */
type RowKind = 'task' | 'header' | 'section' | 'note' | 'total' | 'blank';

/** Rows under a header, a task a row: the header says who has to do something. */
export function rowsUnderHeader(top: readonly GridRow[]): TableReader | undefined {
  const header = headerRowsOf(top);
  if (!header || !(has(header, 'lead') || has(header, 'responsible'))) return undefined;
  return (table) => readRows(table, header);
}

/**
 * Tells the tasks of a table from its other rows: titles, headers printed again after a page break,
 * section rows, notes, totals.
 *
 * @returns the rows, or `table-no-header` where no column says what is to be done
 */
function readRows(table: Table, header: HeaderRows): Result<TableContent> {
  const { start, end, columns } = header;
  if (!has(header, 'name') && !has(header, 'goal')) {
    const printed = columns.map((column) => column.header || '空').join('、');
    return failed(diagnose('table-no-header', { header: printed }, table.at));
  }
  const grid = layOut(table.rows);
  const headers = grid.slice(start, end);
  const rows: TaskGridRow[] = [];
  const otherRows: GridRow[] = grid.slice(0, end);
  const diagnostics: Diagnostic[] = [];
  let section: Passage | undefined;
  for (const row of grid.slice(end)) {
    const kind = kindOf(row, header, headers);
    if (kind === 'task') {
      rows.push(section ? { ...row, section } : row);
      continue;
    }
    otherRows.push(row);
    if (kind === 'section') section = printedIn(row)[0];
    if (kind === 'header' && sameTexts(row, headers[0]))
      diagnostics.push(diagnose('header-repeated', undefined, row.at));
    if (kind === 'total') diagnostics.push(diagnose('row-total', undefined, row.at));
  }
  return { value: { columns, rows, otherRows }, diagnostics };
}
function kindOf(row: GridRow, { columns }: HeaderRows, headers: readonly GridRow[]): RowKind {
  const texts = printedIn(row);
  const [first] = texts;
  if (!first) return 'blank';
  if (headers.some((header) => sameTexts(row, header))) return 'header';
  if (isTotal(row, columns)) return 'total';
  if (texts.length > 1) return 'task';
  const width = columns.at(-1)?.to ?? 0;
  const spans = spansAll(row, width);
  const alone = row.cells.length === 1 && width > 1;
  const shape = shapeOf(first.text);
  if ((spans || alone) && shape === 'table-note') return 'note';
  const outlined = shape === 'chapter' || shape === 'measure';
  return spans || (outlined && row.cells[0]?.passage === first) ? 'section' : 'task';
}

/** Whether 合计 stands where a row has its number or its name. */
function isTotal(row: GridRow, columns: readonly PlacedColumn[]): boolean {
  if (!printedIn(row).some(isTotalWord)) return false;
  const heads = columns.filter(({ role }) => role === 'number' || role === 'name');
  return row.cells.some(
    ({ passage, from }) => isTotalWord(passage) && heads.some((head) => head.from <= from && from < head.to),
  );
}

function isTotalWord({ text }: Passage): boolean {
  return TOTAL.test(text.trim());
}

/** Whether one cell is known to take all the columns, and no cell from above reaches into the row. */
function spansAll(row: GridRow, width: number): boolean {
  const own = row.cells.filter(({ above }) => !above);
  const [cell] = own;
  return (
    own.length === 1 && cell?.spansKnown === true && slotsOf(row) === width && cell.to - cell.from === width
  );
}

/** The texts that stand in a row itself. */
function printedIn({ cells }: GridRow): Passage[] {
  return cells.filter(({ above, passage }) => !above && passage.text !== '').map(({ passage }) => passage);
}

function has({ columns }: HeaderRows, role: ColumnRole): boolean {
  return columns.some((column) => column.role === role);
}

function sameTexts(a: GridRow, b: GridRow | undefined): boolean {
  return (
    a.cells.length === b?.cells.length &&
    a.cells.every((cell, i) => cell.passage.text === b.cells[i]?.passage.text)
  );
}
