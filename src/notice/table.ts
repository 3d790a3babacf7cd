import type { Passage, Row, Table } from '../model/document.js';
import { diagnose } from '../model/messages.js';
import type { AppendixTable, Column } from '../model/notice.js';
import { failed, type Result } from '../model/result.js';
import type { ColumnRole } from '../model/taskbook.js';
import { roleOf } from './columns.js';

/** A table with the paragraphs around it that belong to it. */
export interface TableInPlace {
  readonly table: Table;
  readonly appendix?: number;
  readonly heading: readonly Passage[];
  readonly notes: readonly Passage[];
}

/** Several columns may name units of one role; of any other role a table has one column. */
const REPEATABLE: ReadonlySet<ColumnRole> = new Set(['lead', 'responsible', 'other']);

/**
 * Understands a table's header, and sets aside headers printed again after a page break.
 *
 * @returns the table, or `table-no-header`, `table-no-lead`
 */
export function readTable({ table, ...around }: TableInPlace): Result<AppendixTable> {
  const [header, ...rest] = table.rows;
  const columns = columnsOf(header?.cells.map(({ passage }) => passage.text) ?? []);
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const printed = columns.map((column) => column.header || '空').join('、');
  if (!has('name') && !has('goal')) return failed(diagnose('table-no-header', { header: printed }, table.at));
  if (!header || !has('lead')) return failed(diagnose('table-no-lead', { header: printed }, table.at));

  const repeatedHeaders = rest.filter((row) => sameText(row, header));
  return {
    value: {
      ...around,
      columns,
      header,
      repeatedHeaders,
      rows: rest.filter((row) => !repeatedHeaders.includes(row)),
      at: table.at,
    },
    diagnostics: repeatedHeaders.map(({ at }) => diagnose('header-repeated', undefined, at)),
  };
}

/** The first column of a role keeps it; a second one that cannot share it is just another column. */
function columnsOf(headers: readonly string[]): Column[] {
  const taken = new Set<ColumnRole>();
  return headers.map((header) => {
    const role = roleOf(header);
    if (taken.has(role) && !REPEATABLE.has(role)) return { header, role: 'other' };
    taken.add(role);
    return { header, role };
  });
}

function sameText(a: Row, b: Row): boolean {
  return (
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => cell.passage.text === b.cells[i]?.passage.text)
  );
}
