import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Revision } from '../model/revision.js';
import type { TaskSheet } from '../model/sheet.js';
import type { NoticeHead, Task, TaskBook } from '../model/taskbook.js';
import { normalizeName } from '../words/width.js';
import { hasGoalOf, type Lineage } from './known.js';
import { isPrinted, pairRows } from './pair-rows.js';
import { taskPairs } from './tasks.js';

/** By what a notice is known, as far as it is known. */
export type NoticeNames = Pick<NoticeHead, 'number' | 'title'>;

/** How many of the tasks go on in the later notice. */
interface TasksKept {
  readonly of: number;
  readonly kept: number;
}

/**
 * What share of an edition's tasks must go on in the next for a notice of another number and title to be that. Just so many
 * are not enough where both are printed, and the titles are of two matters.
 */
const KEPT = 0.5;

/** What tells the title of a revision from that of the edition before: （修订）, （2026年修订版）. */
const REVISED = /修[订改](?:稿|版|本)?|[\p{P}\s]/gu;

/** A year that a title or a number says: 2026年重点任务分工, 某府发〔2026〕9号. */
const YEAR = /(?<!\d)20\d{2}(?!\d)/;

/**
 * Whether something was made from another notice, and not from an earlier edition of this one: it is another year's, which
 * prints much the same each year; or neither the number nor the title is the same, and fewer than half of its tasks are in
 * this notice, or just half where both are others and the title is no revision's. To be in it takes more than a name. Where
 * neither says anything, it is another's only if no task at all goes on.
 *
 * @param was what it says of its notice
 * @param is the notice
 */
export function isOtherNotice(was: NoticeNames, is: NoticeNames, { of, kept }: TasksKept): boolean {
  const names = ([was.number, was.title] as const).flatMap((one, i) => {
    const other = i === 0 ? is.number : is.title;
    return one && other ? [normalizeName(one) === normalizeName(other)] : [];
  });
  if (of === 0) return false;
  if (isOfOtherYear(was, is)) return true;
  if (names.includes(true)) return false;
  if (names.length === 0) return kept === 0;
  const isHalfEnough = names.length < 2 || isOfOneMatter(was.title ?? '', is.title ?? '');
  return isHalfEnough ? kept < of * KEPT : kept <= of * KEPT;
}

/** Whether one title is the other, with a word or two that says it is a revision. */
function isOfOneMatter(...titles: readonly [string, string]): boolean {
  const [one, other] = titles.map((title) => normalizeName(title).replace(REVISED, '')) as [string, string];
  return one.includes(other) || other.includes(one);
}

/** Whether two notices are of two years, as their titles say, else their numbers. */
function isOfOtherYear(was: NoticeNames, is: NoticeNames): boolean {
  if (was.number && is.number && normalizeName(was.number) === normalizeName(is.number)) return false;
  for (const name of ['title', 'number'] as const) {
    const [one, other] = [was, is].map((each) => YEAR.exec(normalizeName(each[name] ?? ''))?.[0]);
    if (one !== undefined && other !== undefined) return one !== other;
  }
  return false;
}

/** What a notice is called where two are told apart: its number, else its title. */
export function nameOfNotice({ number, title }: NoticeNames): string {
  return number ?? title ?? '';
}

/** Whether a task book is of another notice, and not of an earlier edition of this one. */
export function isOtherBook(was: TaskBook, is: TaskBook): boolean {
  const { length: of } = was.tasks;
  // Most books are of the very notice: nothing is compared.
  if (!isOtherNotice(was.notice, is.notice, { of, kept: 0 })) return false;
  const goOn = taskPairs(was, is).filter(([i, j]) => hasGoalOf(was.tasks[i] as Task, is.tasks[j] as Task));
  return isOtherNotice(was.notice, is.notice, { of, kept: goOn.length });
}

/**
 * Whether a sheet that came back is of another notice: the one rule by which it is counted, carried over and written over.
 *
 * @param editions the unit's sheet of this notice and, where they are known, those of earlier editions
 * @param lineage what is known of the notice's earlier editions: rows that they printed, and where tasks have gone that the
 *   unit does not have any more
 */
export function isOtherSheet(
  returned: ReturnedSheet,
  editions: readonly { readonly notice: NoticeNames; readonly rows: TaskSheet['rows'] }[],
  lineage?: Lineage,
): boolean {
  const rows = returned.rows.filter((row) => row.kept === null && isPrinted(row));
  return editions.every((sheet) => {
    if (!isOtherNotice(returned.notice, sheet.notice, { of: rows.length, kept: 0 })) return false;
    const { meant } = pairRows(sheet.rows, rows, lineage);
    const printed = [...(lineage?.printed ?? []), ...sheet.rows];
    const goesOn = (row: ReturnedRow) => {
      const { goal } = row.cells;
      const own = printed.filter(({ id }) => id === meant.get(row));
      return (
        own.some((task) => hasGoalOf(task, { goal: goal ?? task.goal })) ||
        lineage?.whereabouts(row.id, row.cells) !== undefined
      );
    };
    return isOtherNotice(returned.notice, sheet.notice, {
      of: rows.length,
      kept: rows.filter(goesOn).length,
    });
  });
}

/** Whether two notices seem to be no editions of one: editions share most tasks, and of two notices few are alike. */
export function areUnlike({ before, after, tasks }: Revision, old: TaskBook, now: TaskBook): boolean {
  const gone = tasks.filter(({ kind }) => kind === 'removed').length;
  return (before.tasks - gone) * 2 < Math.min(before.tasks, after.tasks) || isOtherBook(old, now);
}
