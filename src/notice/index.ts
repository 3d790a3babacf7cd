import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import { diagnose } from '../model/messages.js';
import type { Notice } from '../model/notice.js';
import { failed, type Result } from '../model/result.js';
import { balance } from './ledger.js';
import { divide } from './parts.js';
import { readTable } from './table.js';

export { roleOf } from './columns.js';

/**
 * Takes a Document apart into letterhead, outline and appendix tables, and draws up the ledger.
 *
 * @returns the Notice, or why it cannot be read: `no-tables`, `table-no-header`, `table-no-lead`.
 *   Text that belongs nowhere is an error (`text-unclaimed`) and is kept in the ledger.
 */
export function readNotice(document: Document): Result<Notice> {
  const { tables: grids, ...parts } = divide(document.blocks);
  if (grids.length === 0) return failed(diagnose('no-tables', undefined, document.name));

  const read = grids.map(readTable);
  const refused = read
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ severity }) => severity === 'error');
  if (refused.length > 0) return failed(...refused);

  const tables = read.flatMap(({ value }) => value ?? []);
  const ledger = balance(document, { ...parts, tables });
  const { number, title, date } = parts.letterhead;
  const diagnostics: Diagnostic[] = [
    ...(number ? [] : [diagnose('number-missing', undefined, document.name)]),
    ...(title.length > 0 ? [] : [diagnose('title-missing', undefined, document.name)]),
    ...(date ? [] : [diagnose('date-missing', undefined, document.name)]),
    ...read.flatMap((table) => table.diagnostics),
    ...ledger.rest.map(({ text, at }) => diagnose('text-unclaimed', { text }, at)),
  ];
  return { value: { ...parts, tables, ledger, placeOf: document.placeOf }, diagnostics };
}
