import type { Unit } from '../model/registry.js';
import type { Duty, Part } from '../model/sheet.js';
import type { Assignment, Group, Role, Task, TaskBook } from '../model/taskbook.js';
import { mayBeIn } from '../units/index.js';

/**
 * Why a task concerns a unit, the surest reason of each role first; nothing when it does not.
 *
 * A unit that is named or a member is not listed as possible in the same role too, nor as possibly
 * responsible for what it surely has.
 *
 * @param unit a unit's or a group's name
 */
export function dutiesOf(book: TaskBook, task: Task, unit: string): Duty[] {
  const lead = dutyIn(book, task, 'lead', unit);
  const responsible = dutyIn(book, task, 'responsible', unit);
  const duties = [lead, responsible].filter((duty) => duty !== undefined);
  const sure = duties.some(({ degree }) => degree !== 'possible');
  return sure ? duties.filter(({ degree, role }) => degree !== 'possible' || role === 'lead') : duties;
}

/** The part of a unit's sheet that a task with these duties is in. */
export function partOf(duties: readonly Duty[]): Part {
  const named = duties.filter(({ degree }) => degree === 'named').map(({ role }) => role);
  if (named.includes('lead')) return 'lead';
  if (named.includes('responsible')) return 'responsible';
  return duties.some(({ degree }) => degree === 'member') ? 'member' : 'possible';
}

function dutyIn(book: TaskBook, task: Task, role: Role, unit: string): Duty | undefined {
  const assignments = task[role];
  if (assignments.some((assignment) => assignment.unit === unit || assignment.group === unit)) {
    return { role, degree: 'named' };
  }
  const record = book.units.find(({ name }) => name === unit);
  if (!record) return undefined;
  const inGroup = (test: (group: Group) => boolean) =>
    assignments.find((assignment) =>
      book.groups.some((group) => group.name === assignment.group && test(group)),
    );
  const member = inGroup(({ members }) => members?.includes(unit) ?? false);
  if (member) return { role, degree: 'member', via: member.text };
  const possible =
    inGroup((group) => group.members === null && mayBeIn(group, record)) ??
    openEndFor(book, assignments, record);
  return possible && { role, degree: 'possible', via: possible.text };
}

/** 等单位 may mean any unit of the kinds that are named with it, or of unknown kind. */
function openEndFor(
  book: TaskBook,
  assignments: readonly Assignment[],
  { kind }: Unit,
): Assignment | undefined {
  const open = assignments.find((assignment) => assignment.kind === 'open-ended');
  if (!open || kind === 'other') return open;
  const named = new Set(assignments.map((assignment) => assignment.unit));
  return book.units.some((known) => named.has(known.name) && [kind, 'other'].includes(known.kind))
    ? open
    : undefined;
}
