import type { Unit } from '../model/registry.js';
import type { Degree, Duty, Part } from '../model/sheet.js';
import type { Assignment, Group, Role, Task, TaskBook } from '../model/taskbook.js';
import { mayBeIn, meansTownships } from '../units/index.js';

/**
 * Tells why a task concerns a unit or group: the surest reason of each role, the surest first; empty
 * when it does not concern it.
 */
export type DutyFinder = (task: Assigned, unit: string) => Duty[];

/** Who has a task, and where. */
type Assigned = Pick<Task, Role | 'places'>;

/** Whom the cell of a role means, by name or together. */
interface Cell {
  readonly named: ReadonlySet<string | undefined>;
  /** Groups and 等单位, in the order in which they stand. */
  readonly collective: readonly {
    readonly text: string;
    readonly group?: Pick<Group, 'among' | 'endings'> & { readonly members: ReadonlySet<string> | null };
    readonly mayMean: (unit: Unit) => boolean;
  }[];
}

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

  /** Whom a cell may mean, asked for every unit again. */
  const cells = new WeakMap<readonly Assignment[], Cell>();
  const cellOf = (assignments: readonly Assignment[]): Cell => {
    const known = cells.get(assignments);
    if (known) return known;
    const meant = new Set(assignments.map(({ unit }) => units.get(unit ?? '')?.kind));
    const cell: Cell = {
      named: new Set(assignments.map(({ unit, group }) => unit ?? group)),
      collective: assignments.flatMap(({ text, kind, group: name }) => {
        // 等单位 may mean any unit of the kinds that are named with it, or of unknown kind.
        if (kind === 'open-ended')
          return { text, mayMean: ({ kind: of }) => meant.has('other') || meant.has(of) };
        const group = name === undefined ? undefined : groups.get(name);
        return group ? { text, group, mayMean: (unit) => mayBeIn(group, unit) } : [];
      }),
    };
    cells.set(assignments, cell);
    return cell;
  };

  const isNamed = (assignments: readonly Assignment[], name: string) => cellOf(assignments).named.has(name);

  const dutyIn = (task: Assigned, role: Role, name: string): Duty | undefined => {
    const { named, collective } = cellOf(task[role]);
    if (named.has(name)) return { role, degree: 'named' };
    const unit = units.get(name);
    if (!unit) return undefined;
    const member = collective.find(({ group, mayMean }) => {
      if (group?.members) return group.members.has(name);
      // 有关乡镇（街道）: those that the goal names are.
      return group && meansTownships(group) && mayMean(unit) && task.places.includes(name);
    });
    if (member) return { role, degree: 'member', via: member.text };

    const possible = collective.find(({ group, mayMean }) =>
      group ? group.members === null && mayMean(unit) : unit.kind === 'other' || mayMean(unit),
    );
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
