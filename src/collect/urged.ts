import type { Report, RollUp, Standing, TaskReports, UnitProgress } from '../model/roll-up.js';
import { type Conflict, conflictsIn } from './conflicts.js';
import { latenessOf } from './counting.js';

/** A task that a unit is to be asked about. */
export interface UrgedTask {
  readonly task: TaskReports;
  readonly standing: Standing;
  readonly report: Report | undefined;
  /** By how many days it is late, where a day has gone by. */
  readonly days: number | null;
  /** Where it contradicts others, or they it. */
  readonly conflicts: readonly Conflict[];
}

/** What a unit is to be asked about, each task once, by the gravest reason. */
export interface Urged {
  readonly unit: UnitProgress;
  readonly late: readonly UrgedTask[];
  readonly blank: readonly UrgedTask[];
  readonly contradicted: readonly UrgedTask[];
}

/** Units that are to be asked about something, in the order of the notice: late, left blank, contradicted, not handed in. */
export function urgedIn({ units, standings, tasks, on }: RollUp): Urged[] {
  const byId = new Map(
    tasks.map((task) => [
      task.id,
      {
        task,
        reports: new Map(task.reports.map((report) => [report.unit, report])),
        conflicts: conflictsIn(task),
      },
    ]),
  );
  const byUnit = new Map<string, UrgedTask[]>();
  for (const standing of standings) {
    const known = byId.get(standing.id);
    if (!known) continue;
    const { unit } = standing;
    const isIn = ({ lead, other }: Conflict) => lead.unit === unit || other.unit === unit;
    const own: UrgedTask = {
      task: known.task,
      standing,
      report: known.reports.get(unit),
      days: latenessOf(standing, on)?.days ?? null,
      conflicts: known.conflicts.filter(isIn),
    };
    const others = byUnit.get(unit);
    if (others) others.push(own);
    else byUnit.set(unit, [own]);
  }
  return units.flatMap((unit) => {
    const own = byUnit.get(unit.unit) ?? [];
    const late = own.filter(({ standing }) => standing.state === 'late');
    const blank = own.filter(({ standing }) => standing.state === 'silent');
    const contradicted = own.filter(
      ({ standing, conflicts }) =>
        conflicts.length > 0 && standing.state !== 'late' && standing.state !== 'silent',
    );
    const isMissing = unit.tasks > 0 && (unit.handed === 'no' || unit.handed === 'unread');
    return isMissing || late.length + blank.length + contradicted.length > 0
      ? [{ unit, late, blank, contradicted }]
      : [];
  });
}
