import type { Degree, Duty, Part } from '../model/sheet.js';
import type { Assignment, Role, Task, TaskBook } from '../model/taskbook.js';
import { mayBeIn, meansTownships } from '../units/index.js';

/**
 * Tells why a task concerns a unit or group: the surest reason of each role, the surest first; empty
 * when it does not concern it.
 */
export type DutyFinder = (task: Assigned, unit: string) => Duty[];

/** Who has a task, and where. */
type Assigned = Pick<Task, Role | 'places'>;

/** How sure each part of a sheet is. */
export const PART_DEGREES: Record<Part, Degree> = {
  lead: 'named',
  responsible: 'named',
  body: 'named',
  hosted: 'named',
  member: 'member',
  possible: 'possible',
};

/** The parts of a sheet in their order. */
export const PARTS = Object.keys(PART_DEGREES) as readonly Part[];

/** From the surest to the least sure. */
export const DEGREES: readonly Degree[] = ['named', 'member', 'possible'];

/**
 * Makes a task book ready to be asked what its units have to do.
 *
 * A unit that is named or a member is not listed as possible in the same role too, nor as possibly
 * responsible for what it surely has. Duties of the offices that a unit hosts bear the office's name.
 */
export function dutyFinder(book: TaskBook): DutyFinder {
  const units = new Map(book.units.map((unit) => [unit.name, unit]));
  const groups = new Map(
    book.groups.map((group) => [group.name, { ...group, members: group.members && new Set(group.members) }]),
  );

  const isNamed = (assignments: readonly Assignment[], name: string) =>
    assignments.some(({ unit, group }) => unit === name || group === name);

  const dutyIn = (task: Assigned, role: Role, name: string): Duty | undefined => {
    const assignments = task[role];
    if (isNamed(assignments, name)) return { role, degree: 'named' };
    const unit = units.get(name);
    if (!unit) return undefined;
    const groupOf = ({ group }: Assignment) => (group === undefined ? undefined : groups.get(group));
    const member = assignments.find((assignment) => {
      const group = groupOf(assignment);
      if (group?.members) return group.members.has(name);
      // 有关乡镇（街道）: those that the goal names are.
      return group && meansTownships(group) && mayBeIn(group, unit) && task.places.includes(name);
    });
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

  return (task, name) => {
    const own = [dutyIn(task, 'lead', name), dutyIn(task, 'responsible', name)].filter(
      (duty) => duty !== undefined,
    );
    const hosted = (units.get(name)?.hosts ?? []).flatMap(({ office }) =>
      (['lead', 'responsible'] as const)
        .filter((role) => isNamed(task[role], office))
        .map((role): Duty => ({ role, degree: 'named', office })),
    );
    const sure = own.some(({ degree }) => degree !== 'possible');
    const kept = own.filter(({ degree, role }) => !sure || degree !== 'possible' || role === 'lead');
    return [...kept, ...hosted].sort((a, b) => DEGREES.indexOf(a.degree) - DEGREES.indexOf(b.degree));
  };
}

/** The part of a unit's sheet that a task with these duties is in. */
export function partOf(duties: readonly Duty[]): Part {
  const named = duties.filter(({ degree }) => degree === 'named');
  const own = named.filter(({ office }) => office === undefined);
  if (own.some(({ role }) => role === 'lead')) return 'lead';
  if (own.some(({ role }) => role === 'responsible')) return 'responsible';
  if (own.length > 0) return 'body';
  if (named.length > 0) return 'hosted';
  return duties.some(({ degree }) => degree === 'member') ? 'member' : 'possible';
}
