import type { Revision } from '../model/revision.js';

/**
 * What a revision changes for one unit or group: its tasks, before or after; and what is said to all.
 *
 * @param unit as `findUnit` gives it
 */
export function revisionFor(revision: Revision, unit: string): Revision {
  const tasks = revision.tasks
    .map((task) => ({ ...task, units: task.units.filter((each) => each.unit === unit) }))
    .filter(({ units }) => units.length > 0);
  return {
    ...revision,
    measures: revision.measures.filter(({ units }) => units.includes(unit)),
    tasks,
    kept: null,
  };
}
