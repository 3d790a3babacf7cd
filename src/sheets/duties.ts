import { namesIn } from '../model/book.js';
import type { Unit } from '../model/registry.js';
import type { Duty } from '../model/sheet.js';
import type { Assignment, Role, Task, TaskBook } from '../model/taskbook.js';
import { mayBeIn, meansTownships } from '../units/index.js';
import { DEGREES } from './parts.js';

/**
 * Tells why a task concerns a unit or group: the surest reason of each role, the surest first; empty
 * when it does not concern it.
 */
export type DutyFinder = (task: Assigned, unit: string) => Duty[];

/** Who has a task, and where. */
type Assigned = Pick<Task, Role | 'places'>;

/** Whom the cell of a role means, by name or together. */
interface UnitsCell {
  readonly named: ReadonlySet<string>;
  /** Groups and 等单位, in the order in which they stand. */
  readonly collective: readonly ({ readonly name: string } & Meaning)[];
}

/** Whom a group or 等单位 means. */
interface Meaning {
  /** `null` where nobody knows. */
  readonly members: ReadonlySet<string> | null;
  readonly mayMean: (unit: Unit) => boolean;
  /** Whether those that the goal names are meant. */
  readonly byPlace: boolean;
}

const ROLES: readonly Role[] = ['lead', 'responsible', 'supervising'];

/**
 * Makes a task book ready to be asked what its units have to do.
 *
 * A unit that is named or a member is not listed as possible in the same role too, nor as possibly
 * responsible for what it surely has. Duties of the offices that a unit hosts bear the office's name.
 */
export function dutyFinder(book: TaskBook): DutyFinder {
  const units = new Map(book.units.map((unit) => [unit.name, unit]));
  const groups = new Map(
    book.groups.map((group): [string, Meaning] => {
      const possible = new Set(book.units.filter((unit) => mayBeIn(group, unit)).map(({ name }) => name));
      const members = group.members && new Set(group.members);
      return [
        group.name,
        { members, mayMean: ({ name }) => possible.has(name), byPlace: meansTownships(group) },
      ];
    }),
  );

  /** Whom a cell may mean, asked for every unit again. */
  const cells = new WeakMap<readonly Assignment[], UnitsCell>();
  const cellOf = (assignments: readonly Assignment[]): UnitsCell => {
    const known = cells.get(assignments);
    if (known) return known;
    const meant = new Set(assignments.map((each) => units.get(each.kind === 'named' ? each.unit : '')?.kind));
    const cell: UnitsCell = {
      named: namesIn(assignments),
      collective: assignments.flatMap((each) => {
        // 等单位 may mean any unit of the kinds that are named with it, or of unknown kind; a committee is no unit.
        if (each.kind === 'open-ended') {
          const mayMean = ({ kind: of }: Unit) =>
            of !== 'committee' && (of === 'other' || meant.has('other') || meant.has(of));
          return { name: each.text, members: null, mayMean, byPlace: false };
        }
        const group = each.kind === 'group' ? groups.get(each.group) : undefined;
        return each.kind === 'group' && group ? { name: each.group, ...group } : [];
      }),
    };
    cells.set(assignments, cell);
    return cell;
  };

  const isNamed = (assignments: readonly Assignment[], name: string) => cellOf(assignments).named.has(name);

  const dutyIn = (task: Assigned, role: Role, name: string): Duty | undefined => {
    const { named, collective } = cellOf(task[role]);
    if (named.has(name)) return { role, degree: 'named' };
    // Most cells mean nobody together, and every cell is asked for every unit.
    const unit = collective.length > 0 ? units.get(name) : undefined;
    if (!unit) return undefined;
    const meant = collective.filter(({ members, mayMean }) => members?.has(name) ?? mayMean(unit));
    if (meant.length === 0) return undefined;
    const listed = meant.filter(({ members }) => members);
    if (listed.length > 0) return { role, degree: 'member', via: namesOnce(listed) };
    // 有关乡镇（街道）: those that the goal names are.
    const placed = task.places.includes(name) ? meant.filter(({ byPlace }) => byPlace) : [];
    if (placed.length > 0) return { role, degree: 'member', via: namesOnce(placed), place: name };
    return { role, degree: 'possible', via: namesOnce(meant) };
  };

  return (task, name) => {
    const own: Duty[] = [];
    for (const role of ROLES) {
      const duty = dutyIn(task, role, name);
      if (duty) own.push(duty);
    }
    const hosted = (units.get(name)?.hosts ?? []).flatMap(({ office }) =>
      ROLES.filter((role) => isNamed(task[role], office)).map(
        (role): Duty => ({ role, degree: 'named', office }),
      ),
    );
    if (own.length === 0) return hosted;
    if (own.length + hosted.length === 1) return own;
    const sure = own.some(({ degree }) => degree !== 'possible');
    const kept = own.filter(({ degree, role }) => !sure || degree !== 'possible' || role === 'lead');
    return [...kept, ...hosted].sort((a, b) => DEGREES.indexOf(a.degree) - DEGREES.indexOf(b.degree));
  };
}

function namesOnce(some: UnitsCell['collective']): string[] {
  return Array.from(new Set(some.map(({ name }) => name)));
}
