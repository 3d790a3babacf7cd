import type { ReturnedRow } from '../model/returned.js';
import { isFilled } from '../sheets/index.js';

/**
 * Rows without those that say nothing of their own: copies of a task's row that have nothing typed into them while another
 * has, or the very same. Copies that say something else stay: which of them counts only their people know.
 */
export function withoutCopies(rows: readonly ReturnedRow[]): ReturnedRow[] {
  const texts = rows.map(printedIn);
  const filled = new Set(texts.filter((_, i) => isFilled(rows[i] as ReturnedRow)));
  const seen = new Set<string>();
  return rows.filter((row, i) => {
    if (row.id === '' || row.kept !== null) return true;
    const printed = texts[i] ?? '';
    if (!isFilled(row) && filled.has(printed)) return false;
    const all = JSON.stringify([printed, row.filled, row.own, row.notes]);
    return !seen.has(all) && seen.add(all);
  });
}

function printedIn({ cells }: ReturnedRow): string {
  const names = Object.keys(cells).sort() as (keyof typeof cells)[];
  return JSON.stringify(names.map((name) => [name, cells[name]]));
}
