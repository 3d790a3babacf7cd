import { measuresOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Late, Report, RollUp, TaskReports, UnitProgress } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { ROLL_UP_SCHEMA } from '../model/version.js';
import { rowOf, sheetFor, sheetless, tally, typedText } from '../sheets/index.js';
import { answeredSheet, answersIn, contradictions } from './answers.js';
import { lateBy, stateOf } from './counting.js';
import { type Collected, expected, type FileReports, reportsIn, unitNamed } from './file.js';
import type { UnreadFile } from './read.js';

export { type Collected, unitNamed } from './file.js';
export { isPrograms, membersOf, type ReturnedFile, readReturned, type UnreadFile } from './read.js';
export { rollUpFromJson } from './stored.js';

/**
 * Rolls up what units sent back: who reports what of each task, how far each unit is, where a lead and those
 * who are responsible say different things, and all that is of no task.
 *
 * @param book the notice's tasks as they are now
 * @param on the day by which a task that was to be done and is not counts as late; without it none does
 * @param unread files that came back and are not read; they stand beside the units that their names point to
 */
export function rollUp(
  book: TaskBook,
  collected: readonly Collected[],
  on: string | null = null,
  unread: readonly UnreadFile[] = [],
): RollUp {
  const files = inOrder(collected.map((each) => reportsIn(book, each, on)));
  const unreadOf = new Map(unread.map((each) => [each, unitNamed(book, each.file)]));
  const { number, title, date } = book.notice;
  const tasks = taskReports(book, files);
  const { units, late } = unitProgress(book, files, on, unreadOf);
  const byId = new Map(book.tasks.map((task) => [task.id, task]));
  const answers = files.flatMap(({ file, answers: said }) =>
    file.unit === null ? [] : answersIn(file.unit, said, (id) => byId.get(id)),
  );
  return {
    schema: ROLL_UP_SCHEMA,
    notice: { number, title, date },
    on,
    files: files.map(({ file }) => file),
    units,
    late,
    tasks,
    answers,
    rest: files.flatMap(({ rest }) => rest),
    problems: [
      ...unread.flatMap((each) => {
        const unit = unreadOf.get(each);
        return [
          ...each.problems,
          ...(unit === undefined ? [] : [diagnose('return-unread', { unit }, each.file)]),
        ];
      }),
      ...files.flatMap(({ problems }) => problems),
      ...sentTwice(files),
      ...conflicts(tasks),
      ...contradictions(answers),
    ],
  };
}

/** Tasks that somebody reports of, in the notice's order; duties that only the body states come after. */
function taskReports(book: TaskBook, files: readonly FileReports[]): TaskReports[] {
  const reportsOf = (id: string): Report[] => files.flatMap(({ reports }) => reports.get(id) ?? []);
  const tasks = book.tasks.map((task): TaskReports => {
    const { id, category, number, name, goal, indicators } = rowOf(book, task);
    return { id, category, number, name, goal, indicators, reports: reportsOf(id) };
  });
  const measures = measuresOf(book).map(
    ({ id, number, title, text }): TaskReports => ({
      id,
      category: { table: null, number: null, section: '' },
      number,
      name: title,
      goal: text,
      indicators: [],
      reports: reportsOf(id),
    }),
  );
  return [...tasks, ...measures].filter(({ reports }) => reports.length > 0);
}

/** Of two files of one unit the one that was filled in later, then that which was saved later, comes after. */
function inOrder(files: readonly FileReports[]): FileReports[] {
  return files.toSorted((a, b) =>
    a.file.unit === b.file.unit
      ? compare(a.last.updated, b.last.updated) || compare(a.last.saved, b.last.saved)
      : 0,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How far each unit is that has tasks or has sent something, and what those that have are late with. */
function unitProgress(
  book: TaskBook,
  files: readonly FileReports[],
  on: string | null,
  unread: ReadonlyMap<UnreadFile, string | undefined>,
): Pick<RollUp, 'units' | 'late'> {
  const units: UnitProgress[] = [];
  const late: Late[] = [];
  const spare = sheetless(book);
  for (const { name, kind } of tally(book)) {
    if (kind !== 'unit') continue;
    const own = files.filter(({ file }) => file.unit === name);
    const reports = new Map(own.flatMap((each) => [...each.reports]));
    const answers = own.map((each) => each.answers);
    const { rows, open } = expected(answeredSheet(sheetFor(book, name), answers));
    // Who has been sent no sheet sends none back.
    if ((rows.length === 0 || spare.has(name)) && own.length === 0) continue;
    const counts = { done: 0, going: 0, idle: 0, late: 0, other: 0, silent: 0 };
    for (const row of rows) {
      const report = reports.get(row.id);
      // Of who has sent nothing, nothing is known but that.
      const state = own.length === 0 ? 'silent' : stateOf(report, row, on);
      counts[state]++;
      if (state === 'late') late.push({ unit: name, id: row.id, name: row.name, ...lateBy(report, row, on) });
    }
    const notRead = Array.from(unread, ([{ file }, unit]) => (unit === name ? [file] : [])).flat();
    units.push({
      unit: name,
      files: own.map(({ file }) => file.file),
      ...(notRead.length > 0 && { unread: notRead }),
      tasks: rows.length,
      ...counts,
      open,
    });
  }
  return { units, late };
}

function sentTwice(files: readonly FileReports[]): Diagnostic[] {
  const known = new Map<string, FileReports>();
  return files.flatMap((each) => {
    const { unit, file } = each.file;
    if (unit === null) return [];
    const first = known.get(unit);
    known.set(unit, each);
    if (first === undefined) return [];
    const by =
      first.last.updated !== each.last.updated
        ? '更新日期'
        : first.last.saved !== each.last.saved
          ? '保存时间'
          : '';
    return [diagnose('return-twice', { unit, first: first.file.file, by }, file)];
  });
}

/** Where a lead says another state than one that is responsible by name. */
function conflicts(tasks: readonly TaskReports[]): Diagnostic[] {
  return tasks.flatMap(({ name, reports }) => {
    const said = reports
      .map(({ filled, ...report }) => ({ ...report, status: typedText(filled.status).trim() }))
      .filter(({ status }) => status !== '');
    return said
      .filter(({ part }) => part === 'lead')
      .flatMap((lead) => {
        const others = said.filter(({ part, status }) => part === 'responsible' && status !== lead.status);
        if (others.length === 0) return [];
        const differing = others.map(({ unit, status }) => ({ unit, status }));
        const args = { name, lead: lead.unit, status: lead.status, others: differing };
        return [diagnose('return-conflict', args, lead.at)];
      });
  });
}
