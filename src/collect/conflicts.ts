import type { Report, TaskReports } from '../model/roll-up.js';
import type { Status } from '../model/sheet.js';
import { isLeading, speaksForAll } from './leading.js';

/** Where a unit that leads a task and one that is responsible for it cannot both be right. */
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

/** Where those who lead a task and those who are responsible for it by name contradict each other. */
export function conflictsIn({ reports }: Pick<TaskReports, 'reports'>): Conflict[] {
  // Of two files of one unit the later one counts.
  const last = Array.from(new Map(reports.map((report) => [report.unit, report])).values());
  const others = last.filter((report) => report.part === 'responsible' && !isLeading(report));
  return last.filter(speaksForAll).flatMap((lead) => {
    const against = (lead.status && AGAINST[lead.status]) ?? [];
    return others
      .filter(({ status }) => status !== null && against.includes(status))
      .map((other) => ({ lead, other }));
  });
}
