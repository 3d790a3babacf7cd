import type { Table } from '../model/document.js';
import type { AppendixTable, GridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Result } from '../model/result.js';
import type { Settled } from './headed-columns.js';

/** What a table says, apart from the paragraphs around it. */
export type TableContent = Omit<AppendixTable, 'heading' | 'appendix' | 'notes' | 'at'>;

/** A table as its shapes look at it. */
export interface SeenTable {
  readonly table: Table;
  readonly grid: readonly GridRow[];
  /** The lines right above it, the nearest last. */
  readonly above: readonly Passage[];
  /** Where the source's lines start. */
  readonly lines: LineStarts;
  /** What a person has said of headers. */
  readonly settled: Settled;
}

/**
 * A way to print tasks in a table.
 *
 * @returns the tasks of a table that is printed so, or an error that says why they cannot be read; nothing where
 *   it is not
 */
export type TableShape = (seen: SeenTable) => Result<TableContent> | undefined;

/** The texts that stand in a row itself. */
export function printedIn({ cells }: GridRow): Passage[] {
  return cells.filter(({ above, passage }) => !above && passage.text !== '').map(({ passage }) => passage);
}
