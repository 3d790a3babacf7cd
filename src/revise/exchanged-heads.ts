import type { RenamedHeader, ReturnedRow } from '../model/returned.js';
import type { NoticeColumn, SheetRow } from '../model/sheet.js';
import { SHEET_COLUMNS, saysSame } from '../sheets/index.js';

type Column = (typeof SHEET_COLUMNS)[number];

/** Headers that stand over each other's columns, and these columns. */
interface ExchangedHeads {
  readonly headers: readonly RenamedHeader[];
  readonly columns: ReadonlySet<NoticeColumn>;
}

/**
 * The headers of printed columns that somebody has exchanged without what stands below them: under each stands in all rows what the
 * other's says of the row's task.
 *
 * @param pairs which returned row is of which task
 */
export function exchangedHeads(pairs: ReadonlyMap<SheetRow, ReturnedRow>): ExchangedHeads {
  const rows = Array.from(pairs).filter(([, { kept }]) => kept === null);
  const says = (column: Column, other: Column, [task, { cells }]: (typeof rows)[number]) =>
    saysSame(column, task, cells[other.id]);
  const found = SHEET_COLUMNS.flatMap((one, i) => {
    // Most columns stand as they were sent.
    const others = rows.some((row) => !says(one, one, row)) ? SHEET_COLUMNS.slice(i + 1) : [];
    return others.flatMap((other) => {
      const apart = rows.filter(([task]) => one.text(task) !== other.text(task));
      const isExchanged =
        apart.length > 0 && apart.every((row) => says(one, other, row) && says(other, one, row));
      return isExchanged ? [[one, other] as const] : [];
    });
  });
  return {
    headers: found.flatMap(([one, other]) => [
      { header: one.header, as: other.header },
      { header: other.header, as: one.header },
    ]),
    columns: new Set(found.flat().map(({ id }) => id)),
  };
}
