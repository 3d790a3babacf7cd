import type { ReturnedRow } from '../model/returned.js';
import type { SheetRow, TaskSheet, Typed } from '../model/sheet.js';
import { remarkWords, saysSame, typedText, unspaced, WATCHED_COLUMNS } from '../sheets/index.js';

/** What the notice alone says; 类型 depends on what was answered. */
const COLUMNS = WATCHED_COLUMNS.filter(({ id }) => id !== 'part');

/**
 * Returned rows as they were printed: what their unit wrote into the notice's columns stands in columns of its own, and
 * is no wording of the notice.
 *
 * @param sent the sheet as it was sent out; without it nobody can tell who wrote what
 */
export function asSent(
  rowOf: ReadonlyMap<SheetRow, ReturnedRow>,
  sent: TaskSheet | undefined,
): ReadonlyMap<SheetRow, ReturnedRow> {
  if (!sent) return rowOf;
  const rows = new Map(sent.rows.map((row) => [row.id, row]));
  return new Map(
    Array.from(rowOf, ([task, returned]) => {
      const was = returned.kept === null ? rows.get(task.id) : undefined;
      return [task, was ? withoutWritten(returned, was) : returned];
    }),
  );
}

function withoutWritten(returned: ReturnedRow, was: SheetRow): ReturnedRow {
  const cells = { ...returned.cells };
  const own: Record<string, Typed> = { ...returned.own };
  for (const column of COLUMNS) {
    const { id, header, text } = column;
    const written = cells[id];
    // A column that was taken out says nothing, and one that was emptied has nothing to keep.
    if (saysSame(column, was, written) || (id === 'remark' && saysAllInRemark(was, written))) continue;
    cells[id] = text(was);
    if (written === undefined) continue;
    const at = `${header}（填写）`;
    const before = Object.hasOwn(own, at) ? typedText(own[at]) : '';
    own[at] = before === '' || before === written ? written : `${before}\n${written}`;
  }
  return { ...returned, cells, own };
}

/** Whether an earlier sheet's remark has what a column of its own says now: people, money, times by period. */
export function saysAllInRemark(row: SheetRow, remark = ''): boolean {
  const lines = (text: string) =>
    text
      .split('\n')
      .map(unspaced)
      .filter((line) => line !== '')
      .sort();
  const { people = '', schedule = '', money = '', scoring = '' } = row;
  const now = [remarkWords(row), people, schedule, money, scoring].join('\n');
  return lines(now).join('\n') === lines(remark).join('\n');
}
