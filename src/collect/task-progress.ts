import type { Report, RollUp, Standing, State, TaskReports } from '../model/roll-up.js';
import { type Conflict, conflictsIn } from './conflicts.js';
import { countsOf, latenessOf } from './counting.js';
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
  /** The day until which it is to be done. */
  readonly due: string | null;
  /** Whose day that is. */
  readonly by: Standing['by'];
  /** By how many days it is late; `null` where it is not, or only said to be. */
  readonly days: number | null;
  /** Since when nobody has said anything else of it; `null` where somebody has this time. */
  readonly still: string | null;
  /** Who leads it: by its own name, as the host of an office, as a member of a body. */
  readonly leads: readonly ToldStanding[];
  readonly others: readonly ToldStanding[];
  readonly conflicts: readonly Conflict[];
}

/**
 * How far each task is that somebody has to do, in the order of the notice. A task is as far as those who lead it say; one
 * for which the notice names no lead, as far as all who have it. Where it names one and nobody knows who that is, nobody's
 * word is taken for its own: nothing is said of it but that its day has gone by.
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
    const deciding = (leading.length > 0 ? leading : told).map(({ standing }) =>
      isUnheard ? unsaid(standing, on) : standing,
    );
    // The day that is longest gone by, else the last one.
    const [latest] = deciding
      .flatMap((each) => latenessOf(each, on) ?? [])
      .sort((a, b) => (b.days ?? 0) - (a.days ?? 0));
    const last = deciding
      .filter(({ due }) => due !== null)
      .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? 1 : -1))[0];
    const day = latest?.due ? deciding.find(({ due }) => due === latest.due) : last;
    const isStill = deciding.every(({ movement }) => movement === 'still');
    const since = deciding.flatMap((each) => each.since ?? []).sort();
    return {
      task,
      state: together(deciding),
      due: day?.due ?? null,
      by: day?.by ?? null,
      days: latest?.days ?? null,
      still: isStill ? (since.at(-1) ?? null) : null,
      leads: leading,
      others: told.filter((each) => !leading.includes(each)),
      conflicts: conflictsIn(task),
    };
  });
}

/** How somebody stands with a task, without what it says itself. */
function unsaid(standing: Standing, on: string | null): Standing {
  const { state, by } = standing;
  if (state === 'absent' || (by !== 'unit' && latenessOf(standing, on)?.days)) return standing;
  return { ...standing, state: 'silent', movement: null, ...(by === 'unit' && { due: null, by: null }) };
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
