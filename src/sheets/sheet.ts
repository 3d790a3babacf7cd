import type { Degree, TaskRow, TaskSheet } from '../model/sheet.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { TASK_SHEET_SCHEMA } from '../model/version.js';
import { DEGREES, dutyFinder, PART_DEGREES, PARTS, partOf } from './duties.js';

/**
 * The task sheet of a unit or a group: 牵头任务, 责任任务, 承办办公室, 集体任务, 可能涉及, each in the
 * order of the notice.
 *
 * @param unit a unit's or group's name as `findUnit` gives it
 * @param options.degree how sure a task must be to be on the sheet: `named` only, `member` or surer,
 *   `possible` for all (the default)
 */
export function sheetFor(
  book: TaskBook,
  unit: string,
  { degree = 'possible' }: { degree?: Degree | undefined } = {},
): TaskSheet {
  const dutiesIn = dutyFinder(book);
  const parts = PARTS.filter((part) => DEGREES.indexOf(PART_DEGREES[part]) <= DEGREES.indexOf(degree));
  const rows = book.tasks.flatMap((task) => {
    const duties = dutiesIn(task, unit);
    return duties.length > 0 ? [{ ...rowOf(book, task), part: partOf(duties), duties }] : [];
  });
  return {
    schema: TASK_SHEET_SCHEMA,
    unit,
    notice: {
      number: book.notice.number,
      title: book.notice.title,
      date: book.notice.date,
      source: book.source.name,
    },
    rows: parts.flatMap((part) => rows.filter((row) => row.part === part)),
  };
}

/** A task's row without what depends on the unit. */
export function rowOf(book: TaskBook, task: Task): TaskRow {
  const { id, number, name, goal, remark, deadline, section, extra, measures, at } = task;
  const table = book.tables[task.table - 1];
  const dated = table?.columns.find(({ role }) => role === 'deadline')?.header ?? '完成时限';
  return {
    id,
    table: [table?.name ?? '', section].filter((text) => text !== '').join(' '),
    number,
    name,
    goal,
    lead: printed(book, task, 'lead'),
    responsible: printed(book, task, 'responsible'),
    measures: Array.from(new Set(measures.map(({ measure }) => measure))),
    remark: [
      remark,
      deadline && `${dated}：${deadline}`,
      ...extra.map(({ header, text }) => `${header}：${text}`),
    ]
      .filter((text) => text !== '')
      .join('\n'),
    at,
  };
}

/** A unit cell as printed; where it was empty and taken from above, what was above and that it was. */
function printed(book: TaskBook, task: Task, role: 'lead' | 'responsible'): string {
  const columns = book.tables[task.table - 1]?.columns ?? [];
  const cells = task.cells.filter((text, i) => columns[i]?.role === role && text !== '');
  if (cells.length > 0) return cells.join('\n');
  const said = task[role].map(({ text }) => text).join('、');
  return role === 'lead' && task.flags.includes('lead-inherited') ? `${said}（推定承上）` : said;
}
