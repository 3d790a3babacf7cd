import type { ReturnedRow } from '../model/returned.js';
import { isFilled } from '../sheets/index.js';

/**
 * Rows without those that say nothing of their own: copies of a task's row that have nothing typed into them while another
 * has, or the very same. Copies that say something else stay: which of them counts only their people know.
 */
export function withoutCopies(rows: readonly ReturnedRow[]): ReturnedRow[] {
  const filled = new Set(rows.filter(isFilled).map(printedIn));
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (row.id === '' || row.kept !== null) return true;
    const printed = printedIn(row);
    if (!isFilled(row) && filled.has(printed)) return false;
    const all = JSON.stringify([printed, row.filled, row.own, row.notes]);
    return !seen.has(all) && seen.add(all);
  });
}

function printedIn({ cells }: ReturnedRow): string {
  return JSON.stringify(Object.entries(cells).sort());
}
