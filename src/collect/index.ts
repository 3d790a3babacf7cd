import { measuresOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Report, RollUp, State, TaskReports, UnitProgress } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { ROLL_UP_SCHEMA } from '../model/version.js';
import { isFilled, rowOf, sheetFor, tally, typedText } from '../sheets/index.js';
import { type Collected, expectedRows, type FileReports, reportsIn } from './file.js';

export type { Collected } from './file.js';
export { rollUpFromJson } from './stored.js';

/**
 * Rolls up what units sent back: who reports what of each task, how far each unit is, where a lead and those
 * who are responsible say different things, and all that is of no task.
 *
 * @param book the notice's tasks as they are now
 * @param on the day by which a task that is due and not done counts as late; without it none does
 */
export function rollUp(book: TaskBook, collected: readonly Collected[], on: string | null = null): RollUp {
  const files = collected.map((each) => reportsIn(book, each));
  const { number, title, date } = book.notice;
  const tasks = taskReports(book, files);
  return {
    schema: ROLL_UP_SCHEMA,
    notice: { number, title, date },
    on,
    files: files.map(({ file }) => file),
    units: unitProgress(book, files, on),
    tasks,
    rest: files.flatMap(({ rest }) => rest),
    problems: [...files.flatMap(({ problems }) => problems), ...sentTwice(files), ...conflicts(tasks)],
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
      category: { table: null, section: '' },
      number,
      name: title,
      goal: text,
      indicators: [],
      reports: reportsOf(id),
    }),
  );
  return [...tasks, ...measures].filter(({ reports }) => reports.length > 0);
}

function unitProgress(book: TaskBook, files: readonly FileReports[], on: string | null): UnitProgress[] {
  return tally(book)
    .filter(({ kind }) => kind === 'unit')
    .map(({ name }): UnitProgress => {
      const own = files.filter(({ file }) => file.unit === name);
      const reports = new Map(own.flatMap((each) => [...each.reports]));
      const rows = expectedRows(sheetFor(book, name));
      const counts = { done: 0, going: 0, idle: 0, late: 0, other: 0, silent: 0 };
      for (const { id } of rows) counts[stateOf(reports.get(id), on)]++;
      return { unit: name, files: own.map(({ file }) => file.file), tasks: rows.length, ...counts };
    })
    .filter(({ tasks, files: sent }) => tasks > 0 || sent.length > 0);
}

/**
 * How far a task is by what a unit reports of it: what it says, but `late` where the day until which it was
 * to be done has gone by.
 *
 * @param on the day by which to judge; `null` for none
 */
export function stateOf(
  report: Pick<Report, 'status' | 'filled' | 'own' | 'due'> | undefined,
  on: string | null,
): State {
  // A comment says nothing of how far it is.
  if (!report || !isFilled({ ...report, notes: [] })) return 'silent';
  const { status, due } = report;
  if (status !== 'done' && on !== null && due !== null && due < on) return 'late';
  return status ?? 'other';
}

function sentTwice(files: readonly FileReports[]): Diagnostic[] {
  const known = new Map<string, string>();
  return files.flatMap(({ file: { unit, file } }) => {
    if (unit === null) return [];
    const first = known.get(unit);
    known.set(unit, first ?? file);
    return first === undefined ? [] : [diagnose('return-twice', { unit, first }, file)];
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
