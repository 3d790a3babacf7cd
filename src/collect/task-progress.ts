import type { Report, RollUp, Standing, State, TaskReports } from '../model/roll-up.js';
import { type Conflict, conflictsIn } from './conflicts.js';
import { countsOf, daysBetween, isOver, stateOf } from './counting.js';
import { isLeading } from './leading.js';

/** How one unit stands with a task, and what it reports. */
export interface ToldStanding {
  readonly standing: Standing;
  readonly report: Report | undefined;
}

/** How far a task is with all who have it. */
export interface TaskProgress {
  readonly task: TaskReports;
  readonly state: State;
  /** The day until which the notice asks for it. */
  readonly due: string | null;
  /** Whether the notice says it, or it was inferred. */
  readonly by: Standing['by'];
  /** By how many days it is late; `null` where it is not, or only said to be. */
  readonly days: number | null;
  /** Since when nobody who has it has moved; `null` where somebody has this time, and where it is done. */
  readonly still: string | null;
  /** Who leads it: by its own name, as the host of an office, as a member of a body. */
  readonly leads: readonly ToldStanding[];
  readonly others: readonly ToldStanding[];
  readonly conflicts: readonly Conflict[];
}

/**
 * How far each task is that somebody has to do, in the order of the notice. A task is as far as those who lead it say; one
 * for which the notice names no lead, as far as all who have it. Where it names one and nobody knows who that is, nobody's
 * word is taken for its own: nothing is said of it but that its day has gone by. A task is late by the day that the notice
 * has for it: one that a unit gives itself holds for that unit alone.
 */
export function taskProgress({ tasks, standings, on }: RollUp): TaskProgress[] {
  const byTask = new Map<string, Standing[]>();
  for (const standing of standings) {
    const known = byTask.get(standing.id);
    if (known) known.push(standing);
    else byTask.set(standing.id, [standing]);
  }
  return tasks.flatMap((task) => {
    const own = byTask.get(task.id) ?? [];
    if (own.length === 0) return [];
    const reports = new Map(task.reports.map((report) => [report.unit, report]));
    const told = own.map((standing): ToldStanding => ({ standing, report: reports.get(standing.unit) }));
    const leading = told.filter(({ standing }) => isLeading(standing));
    const isUnheard = leading.length === 0 && Boolean(task.lead);
    const deciding = leading.length > 0 ? leading : told;
    const due = lastAsked(told);
    const days = due !== null && on !== null && isOver(due.day, on) ? daysBetween(due.day, on) : null;
    const states = deciding.map((each) => {
      const state = isUnheard && each.standing.state !== 'absent' ? 'silent' : stateSaid(each);
      return { state: days !== null && state !== 'done' && state !== 'absent' ? 'late' : state } as const;
    });
    const state = together(states);
    return {
      task,
      state,
      due: due?.day ?? null,
      by: due?.by ?? null,
      days: state === 'late' ? days : null,
      still: state === 'done' ? null : stillSince(told),
      leads: leading,
      others: told.filter((each) => !leading.includes(each)),
      conflicts: conflictsIn(task),
    };
  });
}

/** What a unit says of how far a task is, whichever day it has given itself. */
function stateSaid({ standing, report }: ToldStanding): State {
  return standing.state === 'absent' ? 'absent' : stateOf(report, undefined, null);
}

/** The last day until which the notice asks for a task, of those who have it. */
function lastAsked(told: readonly ToldStanding[]): { day: string; by: Standing['by'] } | null {
  const days = told.flatMap(({ standing: { due, by, asked } }) =>
    asked ? [{ day: asked.due, by: asked.by }] : due !== null && by !== 'unit' ? [{ day: due, by }] : [],
  );
  return days.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null;
}

/** What is no step in either direction; of what was not there before nobody can say. */
const UNMOVED: ReadonlySet<Standing['movement']> = new Set(['still', 'settled', 'new'] as const);

/** Since when none of those has moved: since the last time that one did; `null` where one has now. */
export function stillSince(told: readonly ToldStanding[]): string | null {
  const all = told.map(({ standing }) => standing);
  if (
    !all.every(({ movement }) => UNMOVED.has(movement)) ||
    !all.some(({ movement }) => movement === 'still')
  )
    return null;
  const days = all.flatMap(({ movement, since }) => (movement === 'new' || since === null ? [] : [since]));
  return days.sort().at(-1) ?? null;
}

/** How far a task is that several have: late where one is, done where all are, and otherwise going on. */
function together(standings: readonly Pick<Standing, 'state'>[]): State {
  const counts = countsOf(standings);
  if (counts.late > 0) return 'late';
  const said = counts.tasks - counts.silent - counts.absent;
  if (said === 0) return counts.silent > 0 ? 'silent' : 'absent';
  if (counts.done === counts.tasks) return 'done';
  if (counts.idle === said) return 'idle';
  return counts.other === said ? 'other' : 'going';
}
