import type { Report, TaskReports } from '../model/roll-up.js';
import type { SheetPart, Status } from '../model/sheet.js';
import { speaksForAll } from './leading.js';

/** Where a unit that leads a task and another one that has a part of it, or leads it too, cannot both be right. */
export interface Conflict {
  readonly lead: Report;
  readonly other: Report;
}

/**
 * What cannot be so together, by what the lead says: a task is not done of which a part is not, and one that nobody has
 * begun has no part that is done. That a part is done, or late, while the whole is going on, is as it should be.
 */
const AGAINST: Partial<Record<Status, readonly Status[]>> = {
  done: ['idle', 'going', 'late'],
  idle: ['done'],
};

/** Which duties are to do a part of the task: who oversees it does none. */
const DOES: ReadonlySet<SheetPart> = new Set<SheetPart>([
  'lead',
  'responsible',
  'hosted',
  'member',
  'confirmed',
]);

/**
 * Where those who have a task contradict each other: who leads it and each who surely has a part of it, by its own name or
 * as one of many, and two who lead it. Those who lead as members of a body, and those who are responsible, tell each of
 * their own part and contradict nobody among themselves.
 */
export function conflictsIn({ reports }: Pick<TaskReports, 'reports'>): Conflict[] {
  // Of two files of one unit the later one counts.
  const last = Array.from(new Map(reports.map((report) => [report.unit, report])).values());
  const others = last.filter((report) => report.part !== null && DOES.has(report.part) && !report.oversees);
  const leads = last.filter(speaksForAll);
  return leads.flatMap((lead, i) => {
    const before = new Set(leads.slice(0, i));
    return others
      .filter((other) => contradicts(lead, other) && !(before.has(other) && contradicts(other, lead)))
      .map((other) => ({ lead, other }));
  });
}

function contradicts({ status: says }: Report, { status }: Report): boolean {
  return says !== null && status !== null && (AGAINST[says]?.includes(status) ?? false);
}
