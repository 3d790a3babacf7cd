import type { Table } from '../model/document.js';
import type { AppendixTable, GridRow } from '../model/notice.js';
import type { Result } from '../model/result.js';

/** What a table says, apart from the paragraphs around it. */
export type TableContent = Pick<AppendixTable, 'columns' | 'rows' | 'otherRows'>;

/**
 * Reads a whole table.
 *
 * @returns its content, or an error that says why it cannot be read
 */
export type TableReader = (table: Table) => Result<TableContent>;

/**
 * A way to print tasks in a table. It looks at the first `TOP_ROWS` rows and, where it knows its own,
 * gives the reader that knows what was seen there.
 */
export type TableShape = (top: readonly GridRow[]) => TableReader | undefined;

/** So many rows tell what a table is. */
export const TOP_ROWS = 7;
