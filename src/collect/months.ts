import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Result } from '../model/result.js';
import type { Counts, Month, RollUp, Standing } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { hasGoalOf, isOtherNotice, lineageIn } from '../revise/index.js';
import { findUnit, noticeWords } from '../sheets/index.js';
import { type Descent, descentOf, type ToldTask } from './descent.js';
import { type History, type Now, step } from './movement.js';
import { keyOf, type PastMonth } from './past.js';

/** What earlier months tell of the tasks of this one. */
export interface Past {
  /** The last of them. */
  readonly on: string;
  readonly months: readonly Month[];
  /** The figures of the last one, by unit. */
  readonly units: ReadonlyMap<string, Counts>;
  /** What was reported of then, and is no longer asked for. */
  readonly gone: RollUp['gone'];
  /** How a unit's task has moved, and since when it says the same. */
  readonly compare: (unit: string, id: string, now: Now) => Pick<Standing, 'movement' | 'since' | 'last'>;
}

/** What is known, by unit and task; what comes from a task that was split or merged stands apart. */
interface KnownHistories {
  readonly own: Map<string, History>;
  readonly inherited: Map<string, History>;
}

/**
 * What earlier months tell, from the first to the last. Which months count, and in which order, is told by the day that
 * each is of: not by names of files.
 *
 * @param tasks the tasks of this month
 * @param on the day of this month; later ones do not count
 * @returns nothing where no month counts; each that does not is told
 */
export function pastOf(
  book: TaskBook,
  tasks: readonly ToldTask[],
  months: readonly PastMonth[],
  on: string,
): { readonly value: Past | null; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = counted(book, tasks, months, on);
  const known: KnownHistories = { own: new Map(), inherited: new Map() };
  const nameOf = unitFinder(book);
  for (const { month, descent } of value) learn(known, month, descent, nameOf);
  const last = value.at(-1);
  if (!last) return { value: null, diagnostics };
  const figures = new Map(value.flatMap(({ month }) => month.months.map((each) => [each.on, each] as const)));
  for (const { month } of value) for (const each of month.months.slice(-1)) figures.set(each.on, each);
  const { descent, month } = last;
  const reported = new Set(month.standings.flatMap(({ id, said }) => (said ? [id] : [])));
  return {
    value: {
      on: month.on,
      months: Array.from(figures.values()).sort((a, b) => (a.on < b.on ? -1 : 1)),
      units: new Map(Array.from(month.units, ([unit, counts]) => [nameOf(unit), counts])),
      gone: month.tasks
        .filter(({ id }) => reported.has(id) && !descent.same.has(id) && !descent.made.has(id))
        .map(({ id, name }) => ({ id, name })),
      compare: comparer(known, month),
    },
    diagnostics: [...diagnostics, ...missing([...figures.keys(), on])],
  };
}

interface CountedMonth {
  readonly month: PastMonth;
  readonly descent: Descent;
}

/** The months that count, in their order. */
function counted(
  book: TaskBook,
  tasks: readonly ToldTask[],
  months: readonly PastMonth[],
  on: string,
): { readonly value: readonly CountedMonth[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const byDay = new Map<string, CountedMonth>();
  for (const month of months.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const { path } = month;
    if (month.on >= on) {
      diagnostics.push(diagnose('month-not-before', { path, day: month.on, on }));
      continue;
    }
    const descent = descentOf(month.tasks, tasks, month.isWhole, lineageIn(book));
    const { value: isOurs, diagnostics: told } = editionOf(book, tasks, month, descent);
    diagnostics.push(...told);
    if (!isOurs) continue;
    const other = byDay.get(month.on)?.month.path;
    if (other !== undefined) diagnostics.push(diagnose('month-same-day', { path, other, day: month.on }));
    byDay.set(month.on, { month, descent });
  }
  return {
    value: Array.from(byDay.values()).sort((a, b) => (a.month.on < b.month.on ? -1 : 1)),
    diagnostics,
  };
}

/** Whether a month is of the notice, or of an earlier edition of it, most of whose tasks are still there. */
function editionOf(
  book: TaskBook,
  now: readonly ToldTask[],
  { path, notice, tasks }: PastMonth,
  { same, made }: Descent,
): Result<boolean> {
  const [rollUp, ours] = [noticeWords(notice), noticeWords(book.notice)];
  if (rollUp === ours) return { value: true, diagnostics: [] };
  const kept = tasks.filter(({ id }) => same.has(id) || made.has(id)).length;
  const gone = tasks.length - kept;
  const printed = [...lineageIn(book).printed, ...now];
  const goesOn = (task: ToldTask) =>
    made.has(task.id) || printed.some((each) => each.id === same.get(task.id) && hasGoalOf(each, task));
  if (isOtherNotice(notice, book.notice, { of: tasks.length, kept: tasks.filter(goesOn).length }))
    return { value: false, diagnostics: [diagnose('month-other-notice', { path, rollUp, notice: ours })] };
  return { value: true, diagnostics: [diagnose('month-edition', { path, rollUp, kept, gone })] };
}

/** Units by the names that they go by now. */
function unitFinder(book: TaskBook): (name: string) => string {
  const names = new Map(book.units.map(({ name }) => [name, name]));
  return (name) => {
    const known = names.get(name) ?? findUnit(book, name).value ?? name;
    names.set(name, known);
    return known;
  };
}

/** Adds a month to what is known. */
function learn(
  known: KnownHistories,
  { on, standings }: PastMonth,
  { same, made }: Descent,
  nameOf: (unit: string) => string,
): void {
  for (const { unit, id, state, said, since, last } of standings) {
    const now = { on, state, said };
    const learnt = (all: Map<string, History>, key: string) => {
      const before = all.get(key);
      const { history } = step(before, now);
      // What the month itself knows of those before it that are not at hand.
      const own = before ? {} : { since: since ?? on, said: said ?? last };
      all.set(key, { ...history, ...own });
    };
    const to = same.get(id);
    if (to !== undefined) learnt(known.own, keyOf(nameOf(unit), to));
    for (const other of made.get(id) ?? []) learnt(known.inherited, keyOf(nameOf(unit), other));
  }
}

function comparer({ own, inherited }: KnownHistories, last: PastMonth): Past['compare'] {
  return (unit, id, now) => {
    const key = keyOf(unit, id);
    const before = own.get(key);
    // Of what nobody reported, a roll-up of the version before has nothing: it is not known to be new.
    const unsaid = last.isWhole ? undefined : { said: null, since: last.on, isBlank: true };
    const { movement, history } = step(
      before ?? inherited.get(key) ?? unsaid,
      now,
      before === undefined && inherited.has(key),
    );
    return { movement, since: history.since, last: now.said ? null : history.said };
  };
}

/** Months between the first and the last of which there is no roll-up. */
function missing(days: readonly string[]): Diagnostic[] {
  const months = new Set(days.map((day) => day.slice(0, 7)));
  const [first = '', ...others] = [...months].sort();
  const last = others.at(-1) ?? first;
  const lacking: string[] = [];
  for (let month = first; month < last; month = nextMonth(month)) if (!months.has(month)) lacking.push(month);
  return lacking.length > 0 ? [diagnose('months-missing', { months: lacking })] : [];
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
