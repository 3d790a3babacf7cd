import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { GridRow, TaskGridRow } from '../model/notice.js';
import { joinPassages, type Passage } from '../model/passage.js';
import { comparable } from '../words/columns.js';
import type { HeaderRows } from './header.js';
import type { RowKind } from './row-kinds.js';
import { printedIn } from './shape.js';

/** The rows that are tasks, each with the section that it stands in, and all others. */
export function divideRows(
  grid: readonly GridRow[],
  kinds: readonly RowKind[],
  { start, end }: Pick<HeaderRows, 'start' | 'end'>,
) {
  const rows: TaskGridRow[] = [];
  const otherRows: GridRow[] = [];
  const notesWithin: Passage[] = [];
  const diagnostics: Diagnostic[] = [];
  let section: Passage | undefined;
  for (const [i, row] of grid.entries()) {
    const kind = kinds[i] ?? 'task';
    if (kind === 'task') {
      rows.push(section ? { ...row, section } : row);
      continue;
    }
    otherRows.push(row);
    if (kind === 'section') section = sectionOf(row);
    if (kind === 'note') notesWithin.push(...printedIn(row));
    if (kind === 'header' && (i < start || i >= end) && i > 0 && kinds[i - 1] !== 'header')
      diagnostics.push(diagnose('header-repeated', undefined, row.at));
    if (kind === 'total') diagnostics.push(diagnose('row-total', undefined, row.at));
  }
  return { rows, otherRows, notesWithin, diagnostics };
}

/** The words of a row that heads a part of the table; of one with totals, what stands first. */
function sectionOf(row: GridRow): Passage | undefined {
  const [first, second, ...more] = printedIn(row);
  const isNumber =
    first !== undefined && /^[（(]?[\p{Script=Han}Ⅰ-Ⅻ\d]{1,3}[）)、.]?$/u.test(comparable(first.text));
  if (!first || !second || (more.length > 0 && !isNumber)) return first;
  return joinPassages([first, second], row.at);
}
