import type { Duty, Part } from '../model/sheet.js';
import type { Assignment, Role, Task, TaskBook } from '../model/taskbook.js';
import { mayBeIn } from '../units/index.js';

/** Tells why a task concerns a unit or group, the surest reason of each role; empty when it does not. */
export type DutyFinder = (task: Task, unit: string) => Duty[];

/**
 * Makes a task book ready to be asked what its units have to do.
 *
 * A unit that is named or a member is not listed as possible in the same role too, nor as possibly
 * responsible for what it surely has.
 */
export function dutyFinder(book: TaskBook): DutyFinder {
  const units = new Map(book.units.map((unit) => [unit.name, unit]));
  const groups = new Map(
    book.groups.map((group) => [group.name, { ...group, members: group.members && new Set(group.members) }]),
  );

  const dutyIn = (role: Role, assignments: readonly Assignment[], name: string): Duty | undefined => {
    if (assignments.some(({ unit, group }) => unit === name || group === name))
      return { role, degree: 'named' };
    const unit = units.get(name);
    if (!unit) return undefined;
    const groupOf = ({ group }: Assignment) => (group === undefined ? undefined : groups.get(group));
    const member = assignments.find((assignment) => groupOf(assignment)?.members?.has(name));
    if (member) return { role, degree: 'member', via: member.text };

    // 等单位 may mean any unit of the kinds that are named with it, or of unknown kind.
    const meant = new Set(assignments.map((assignment) => units.get(assignment.unit ?? '')?.kind));
    const possible = assignments.find((assignment) => {
      if (assignment.kind === 'open-ended') {
        return unit.kind === 'other' || meant.has('other') || meant.has(unit.kind);
      }
      const group = groupOf(assignment);
      return group?.members === null && mayBeIn(group, unit);
    });
    return possible && { role, degree: 'possible', via: possible.text };
  };

  return (task, unit) => {
    const duties = [dutyIn('lead', task.lead, unit), dutyIn('responsible', task.responsible, unit)].filter(
      (duty) => duty !== undefined,
    );
    const sure = duties.some(({ degree }) => degree !== 'possible');
    return sure ? duties.filter(({ degree, role }) => degree !== 'possible' || role === 'lead') : duties;
  };
}

/** The part of a unit's sheet that a task with these duties is in. */
export function partOf(duties: readonly Duty[]): Part {
  const named = (role: Role) => duties.some((duty) => duty.degree === 'named' && duty.role === role);
  if (named('lead')) return 'lead';
  if (named('responsible')) return 'responsible';
  return duties.some(({ degree }) => degree === 'member') ? 'member' : 'possible';
}
