import { measuresOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import type { HandedIn, Report, RollUp, Standing, TaskReports, UnitProgress } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { ROLL_UP_SCHEMA } from '../model/version.js';
import { answerOf, rowOf, sheetFor, sheetless, tally, typedText } from '../sheets/index.js';
import { answeredSheet, answersAgainst, answersIn, contradictions } from './answers.js';
import type { Collected, FileReports } from './collected.js';
import { type Conflict, conflictsIn } from './conflicts.js';
import { askedDue, countsOf, dueOf, monthOf, movementsOf, stateOf } from './counting.js';
import { expected, reportsIn } from './file.js';
import { leadsAs } from './leading.js';
import { type Past, pastOf } from './months.js';
import { saidIn } from './movement.js';
import type { PastMonth } from './past.js';
import type { UnreadFile } from './read.js';
import { leftIn } from './said-in.js';
import { unitsNamed } from './whose.js';

export { answersAgainst, withAnswersTo } from './answers.js';
export type { Collected, FileReports } from './collected.js';
export {
  byHandedIn,
  changeWords,
  lateIn,
  latenessOf,
  percentOf,
  percentWords,
  placeOf,
  ranked,
  shareDone,
  shareWords,
  totalMovements,
  totalOf,
} from './counting.js';
export { isNamed, notOpen, takenOut, unknownBeside } from './edition.js';
export { wordsElsewhere } from './elsewhere.js';
export { measured, type Verdict } from './figures.js';
export { reportsIn } from './file.js';
export { invalidIn } from './invalid.js';
export { isOfBody } from './leading.js';
export { isNoticeOf } from './notices.js';
export { ownersByRows, sentAnother } from './owner.js';
export { type PastMonth, readMonth } from './past.js';
export { isPrograms, isProgramsOwn } from './programs.js';
export { isRollUp, membersOf, type ReturnedFile, readReturned, type UnreadFile } from './read.js';
export { ROW_CHECK, rowCheck } from './roll-up-text.js';
export { idsOf, isSaidIn, leftIn, saysAny } from './said-in.js';
export { rollUpFromJson } from './stored.js';
export { stillSince, type TaskProgress, type ToldStanding, taskProgress } from './task-progress.js';
export { UNZIPPED, unzippedIn } from './unzipped.js';
export { type Urged, type UrgedTask, urgedIn } from './urged.js';
export { unitNamed, unitsNamed, whoseIs } from './whose.js';
export { markRollUp, writtenInRollUp } from './written-in-roll-up.js';

/**
 * Rolls up what units sent back: who reports what of each task, how far each unit is and how it has moved, where a lead
 * and those who are responsible say different things, and all that is of no task.
 *
 * @param book the notice's tasks as they are now
 * @param collected what came back, or what `reportsIn` has read of it by the same book and day
 * @param on the day by which a task that was to be done and is not counts as late; without it none does
 * @param unread files that came back and are not read; they stand beside the units that their names point to
 * @param months earlier months to compare with, in any order; without `on` there is no telling what is earlier
 */
export function rollUp(
  book: TaskBook,
  collected: readonly (Collected | FileReports)[],
  on: string | null = null,
  unread: readonly UnreadFile[] = [],
  months: readonly PastMonth[] = [],
): RollUp {
  const files = inOrder(collected.map((each) => ('sheet' in each ? reportsIn(book, each, on) : each)));
  const unreadOf = new Map(unread.map((each) => [each, unitsNamed(book, each.file)]));
  const { number, title, date } = book.notice;
  const found = standingsOf(book, files, unreadOf, on);
  const tasks = taskReports(book, files, new Set(found.flatMap(({ own }) => own.map(({ id }) => id))));
  const { value: past, diagnostics } =
    on === null ? { value: null, diagnostics: [] } : pastOf(book, tasks, months, on);
  const units = found.map(({ own, ...unit }) => unitProgress(unit, own, past, on));
  const byId = new Map(book.tasks.map((task) => [task.id, task]));
  const answers = files.flatMap(({ file, answers: said }) =>
    file.unit === null ? [] : answersIn(file.unit, said, (id) => byId.get(id)),
  );
  const progress = units.map(({ progress: each }) => each);
  return {
    schema: ROLL_UP_SCHEMA,
    notice: { number, title, date },
    on,
    since: past?.on ?? null,
    months: on === null ? [] : [...(past?.months ?? []), monthOf(progress, on)],
    files: files.filter(({ isBeside }) => !isBeside).map(({ file }) => file),
    units: progress,
    tasks,
    gone: past ? [...past.gone] : [],
    standings: units.flatMap(({ standings }) => standings),
    answers,
    rest: files.flatMap(({ rest }) => rest),
    problems: [
      ...unread.flatMap((each) => {
        return [...each.problems, ...tellUnread(each.file, unreadOf.get(each) ?? [])];
      }),
      ...files.flatMap((each) => [...each.problems, ...tellMissing(each, files)]),
      ...files.flatMap((each) => tellLeft(each, files)),
      ...sentTwice(book, files, tasks),
      ...tasks.flatMap(tellConflicts),
      ...contradictions(answers),
      ...answersAgainst(book, answers),
      ...diagnostics,
    ],
  };
}

/** Whose a file that is not read may be; where it is clear, that unit's figures say so. */
function tellUnread(file: string, units: readonly string[]): Diagnostic[] {
  return units.length > 1 ? [diagnose('return-unread-several', { units }, file)] : [];
}

/** Tasks in the notice's order, with what is reported of them; duties that only the body states come after. */
function taskReports(
  book: TaskBook,
  files: readonly FileReports[],
  asked: ReadonlySet<string>,
): TaskReports[] {
  const reportsOf = (id: string): Report[] => files.flatMap(({ reports }) => reports.get(id) ?? []);
  const tasks = book.tasks.map((task): TaskReports => {
    const { id, category, number, name, goal, lead, indicators } = rowOf(book, task);
    return { id, category, number, name, goal, lead, indicators, reports: reportsOf(id) };
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
  return [...tasks, ...measures.filter(({ id, reports }) => asked.has(id) || reports.length > 0)];
}

/**
 * Files by unit: what people have filled in comes after what is as the program wrote it, then what was filled in later, and what was
 * saved later, where it is known of all of them when they were.
 */
function inOrder(files: readonly FileReports[]): FileReports[] {
  const byUnit = new Map<string, FileReports[]>();
  for (const each of files) addTo(byUnit, each.file.unit ?? '', each);
  for (const own of byUnit.values()) {
    const isTimed = own.every(isEmptyOrTimed);
    own.sort((a, b) => later(a, b) || (isTimed ? compare(a.last.saved, b.last.saved) : 0));
  }
  // Each stands where a file of its unit stood.
  return files.flatMap(({ file }) => byUnit.get(file.unit ?? '')?.shift() ?? []);
}

function isEmptyOrTimed(file: FileReports): boolean {
  return file.last.saved !== '' || file.last.isAsWritten === true || isEmpty(file);
}

function later({ last: a }: FileReports, { last: b }: FileReports): number {
  return Number(a.isAsWritten !== true) - Number(b.isAsWritten !== true) || compare(a.updated, b.updated);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What a unit has to do, and how it stands with it, before it is compared with earlier months. */
interface UnitStandings extends Pick<UnitProgress, 'unit' | 'files' | 'unread' | 'handed' | 'open'> {
  readonly own: readonly OwnStanding[];
}

type OwnStanding = Omit<Standing, 'movement' | 'since' | 'last'> & { readonly report: Report | undefined };

/** How each unit stands that has tasks or has sent something. */
function standingsOf(
  book: TaskBook,
  files: readonly FileReports[],
  unread: ReadonlyMap<UnreadFile, readonly string[]>,
  on: string | null,
): UnitStandings[] {
  const spare = sheetless(book);
  return tally(book).flatMap(({ name, kind }) => {
    if (kind !== 'unit') return [];
    const sent = files.filter(({ file }) => file.unit === name);
    const reports = new Map(sent.flatMap((each) => [...each.reports]));
    const answers = sent.map((each) => each.answers);
    const { rows, open } = expected(answeredSheet(sent[0]?.wanted ?? sheetFor(book, name), answers));
    // Who has been sent no sheet sends none back.
    if ((rows.length === 0 || spare.has(name)) && sent.length === 0) return [];
    const notRead = Array.from(unread, ([{ file }, units]) =>
      units.length === 1 && units[0] === name ? [file] : [],
    ).flat();
    const own = rows.map((row): OwnStanding => {
      const report = reports.get(row.id);
      const due = dueOf(report, row);
      const asked = due?.by === 'unit' ? askedDue(row) : null;
      // Of who has sent nothing, nothing is known but that.
      const state = sent.length === 0 ? 'absent' : stateOf(report, row, on);
      const isBlank = state === 'late' && stateOf(report, row, null) === 'silent';
      const as = leadsAs(row);
      return {
        unit: name,
        id: row.id,
        part: row.part,
        ...(as && { leadsAs: as }),
        state,
        ...(isBlank && { isBlank }),
        due: due?.day ?? null,
        by: due?.by ?? null,
        ...(asked && { asked: { due: asked.day, by: asked.by } }),
        report,
      };
    });
    return {
      unit: name,
      files: sent.map(({ file }) => file.file),
      ...(notRead.length > 0 && { unread: notRead }),
      handed: handedIn(sent, notRead),
      open,
      own,
    };
  });
}

function handedIn(sent: readonly FileReports[], notRead: readonly string[]): HandedIn {
  if (sent.length === 0) return notRead.length > 0 ? 'unread' : 'no';
  return sent.every(isEmpty) ? 'empty' : 'yes';
}

/** Whether nobody has put anything into a file. */
function isEmpty({ file, answers, rest, unsure = 0 }: FileReports): boolean {
  const answered = [...answers.questions, ...answers.rows.values()].some(answerOf);
  return file.reported === 0 && !answered && rest.length === unsure;
}

/** A unit in figures, and how it stands, compared with earlier months where there are any. */
function unitProgress(
  { unit, files, unread, handed, open }: Omit<UnitStandings, 'own'>,
  own: readonly OwnStanding[],
  past: Past | null,
  on: string | null,
): { readonly progress: UnitProgress; readonly standings: readonly Standing[] } {
  const standings = own.map(({ report, ...standing }): Standing => {
    const { id, state } = standing;
    const said = report && on !== null ? saidIn(report, on) : null;
    const compared =
      past && on !== null
        ? past.compare(unit, id, { on, state, said })
        : { movement: null, since: on, last: null };
    return { ...standing, ...compared };
  });
  const progress = {
    unit,
    files,
    ...(unread && { unread }),
    handed,
    ...countsOf(standings),
    open,
    movements: movementsOf(standings, past !== null),
    before: past?.units.get(unit) ?? null,
  };
  return { progress, standings };
}

/**
 * What a unit has filled in that has no task any more, or for tasks that others have now, as long as that stands in no sheet of
 * another one.
 */
function tellLeft(
  { file: { file, unit }, left = [], passedOn = [] }: FileReports,
  files: readonly FileReports[],
): Diagnostic[] {
  if (left.length + passedOn.length === 0) return [];
  const others = files.filter((each) => each.file.unit !== unit).flatMap(({ reports }) => [...reports]);
  const count = leftIn(left, others).length;
  const names = leftIn(passedOn, others).map(({ name }) => name);
  const args = { unit: unit ?? '', names, count: names.length };
  return [
    ...(count === 0 ? [] : [diagnose('return-unit-gone', { unit: unit ?? '', count }, file)]),
    ...(names.length === 0 ? [] : [diagnose('return-tasks-gone', args, file)]),
  ];
}

/** The rows that somebody has taken out of a file, but for those that stand filled in in another file of its unit: two have shared it. */
function tellMissing(
  { file: { file, unit }, missing = { tasks: [], unknown: 0 } }: FileReports,
  files: readonly FileReports[],
): Diagnostic[] {
  const others = files.filter((each) => each.file.unit === unit && each.file.file !== file);
  const { tasks, unknown } = missing;
  const names = tasks.flatMap(({ id, name }) =>
    others.some(({ reports }) => reports.has(id)) ? [] : [name],
  );
  return names.length === 0
    ? []
    : [diagnose('return-missing', { names, count: names.length, unknown }, file)];
}

/** Which of the files of a unit counts, of all that it sent: what only one of them says, by that. */
function sentTwice(
  { groups }: TaskBook,
  files: readonly FileReports[],
  tasks: readonly TaskReports[],
): Diagnostic[] {
  const byUnit = new Map<string, FileReports[]>();
  for (const each of files) {
    const { unit } = each.file;
    // The sheet of a group comes from as many as there are.
    if (unit !== null && !groups.some(({ name }) => name === unit)) addTo(byUnit, unit, each);
  }
  return Array.from(byUnit).flatMap(([unit, own]) => {
    const filled = own.filter((each) => !isEmpty(each));
    // One in which nobody has written anything is no second return: `build` writes as many forms as are wanted.
    if (filled.length < 2) return [];
    const [one, other] = [filled.at(-2), filled.at(-1)];
    const by = one && other ? laterBy(one, other, filled) : '';
    const names = (some: readonly FileReports[]) => some.map((each) => each.file.file);
    const apart = saidApart(unit, own, tasks);
    const at = other?.file.file;
    if (apart.length === 0) {
      const isSame = new Set(filled.map(wholeOf)).size === 1;
      return [diagnose(isSame ? 'return-same' : 'return-shared', { unit, files: names(filled) }, at)];
    }
    const args = { unit, files: names(own), by, filled: names(filled), names: apart };
    return [diagnose('return-twice', args, at)];
  });
}

/** By what the one of two files counts: nothing where nobody knows which is the later. */
function laterBy(one: FileReports, other: FileReports, all: readonly FileReports[]): string {
  if (one.last.isAsWritten !== other.last.isAsWritten) return 'as-written';
  if (one.last.updated !== other.last.updated) return '更新日期';
  return all.every(isEmptyOrTimed) && one.last.saved !== other.last.saved ? '保存时间' : '';
}

/** What a unit's files say differently, by name: tasks, and what it was asked. */
function saidApart(unit: string, own: readonly FileReports[], tasks: readonly TaskReports[]): string[] {
  const isApart = (said: readonly string[]) => new Set(said).size > 1;
  const answers = new Map<string, string[]>();
  for (const { questions, rows } of own.map((each) => each.answers)) {
    for (const each of questions) if (answerOf(each)) addTo(answers, each.group, saidOf(each));
    for (const [id, row] of rows) if (answerOf(row)) addTo(answers, id, saidOf(row));
  }
  const nameOf = new Map(tasks.map(({ id, name }) => [id, name]));
  const ofTasks = tasks.filter(({ reports }) =>
    isApart(reports.flatMap((each) => (each.unit === unit ? [saidOf(each)] : []))),
  );
  const asked = Array.from(answers, ([key, said]) => (isApart(said) ? [nameOf.get(key) ?? key] : [])).flat();
  return Array.from(new Set([...ofTasks.map(({ name }) => name), ...asked]));
}

/** What a unit says of a task, wherever it stands. */
function saidOf({ filled, own, notes }: Pick<Report, 'filled' | 'own' | 'notes'>): string {
  return JSON.stringify([filled, own, notes]);
}

/** All that a file says, wherever it stands. */
function wholeOf({ file, reports, answers: { questions, rows }, rest }: FileReports): string {
  return JSON.stringify([
    file.cover,
    Array.from(reports, ([id, report]) => [id, saidOf(report)]),
    questions.map(({ group, ...said }) => [group, saidOf(said)]),
    Array.from(rows, ([id, row]) => [id, saidOf(row)]),
    rest.map(({ said }) => said),
  ]);
}

function tellConflicts(task: TaskReports): Diagnostic[] {
  const byLead = new Map<Report, Conflict[]>();
  for (const conflict of conflictsIn(task)) addTo(byLead, conflict.lead, conflict);
  return Array.from(byLead, ([lead, all]) => {
    const others = all.map(({ other }) => ({ unit: other.unit, status: statusWords(other) }));
    const args = { name: task.name, lead: lead.unit, status: statusWords(lead), others };
    return diagnose('return-conflict', args, lead.at);
  });
}

function statusWords({ filled }: Report): string {
  return typedText(filled.status).trim();
}
