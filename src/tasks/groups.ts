import { namesIn, whoOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Registry, Unit, UnitKind } from '../model/registry.js';
import type { Group, Role, Task } from '../model/taskbook.js';
import { lexiconOf, mayBeIn, meansTownships } from '../units/index.js';
import type { NamedGroup } from './assignments.js';

/**
 * Says who is in each group: whom the registry lists, or every unit of a kind where the group's name
 * means just that (各乡镇（街道）); else nobody knows, only of which kinds its members can be.
 *
 * Where a task names a group of all townships beside another group (区安委会成员单位，各乡镇（街道）),
 * the other one does not mean townships, here and elsewhere in the notice, if it can mean anything
 * else.
 *
 * @param units every unit of the task book
 */
export function resolveGroups(
  named: readonly NamedGroup[],
  tasks: readonly Pick<Task, Role>[],
  units: readonly Unit[],
  registry: Registry | undefined,
): Group[] {
  const meansAll = new Map(
    named
      .filter(({ membership }) => membership.every)
      .map(({ name, membership }) => [name, membership.among]),
  );
  const together = tasks.map((task) => namesIn(whoOf(task)));
  const kindsBeside = (name: string): UnitKind[] =>
    together
      .filter((groups) => groups.has(name))
      .flatMap((groups) => Array.from(groups).filter((group) => group !== name))
      .flatMap((group) => meansAll.get(group) ?? []);

  const withMembers = memberFinder(units, registry);
  return named.map(({ name, membership: { every, among, endings } }) => {
    const beside = every ? [] : kindsBeside(name);
    const others = among.filter((kind) => !beside.includes(kind));
    return withMembers({
      name,
      members: null,
      among: others.length > 0 ? others : [...among],
      ...(endings ? { endings: [...endings] } : {}),
      every,
    });
  });
}

/** Makes what fills in a group's members as far as anybody knows them. */
export function memberFinder(
  units: readonly Unit[],
  registry: Registry | undefined,
): (group: Group) => Group {
  const { find } = lexiconOf({ district: registry?.district, units });
  const listed = new Map(
    (registry?.groups ?? []).flatMap(({ name, members }) =>
      members ? [[name, members.map((each) => find(each)?.name ?? each)]] : [],
    ),
  );
  return (group) => {
    const members = listed.get(group.name);
    if (members) return { ...group, members };
    if (!group.every) return group;
    const all = units.filter((unit) => unit.kind !== 'other' && mayBeIn(group, unit)).map(({ name }) => name);
    return { ...group, members: all.length > 0 ? all : null };
  };
}

/**
 * A task that names a group of townships nobody knows, and townships in its goal: those are the members that are
 * meant, which is flagged and told.
 */
export function withMembersByPlace(
  task: Task,
  groups: readonly Group[],
): { readonly task: Task; readonly noticed: readonly Diagnostic[] } {
  const { places } = task;
  if (places.length === 0) return { task, noticed: [] };
  const unknown = new Set(
    groups.filter((group) => group.members === null && meansTownships(group)).map(({ name }) => name),
  );
  const named = whoOf(task).find((each) => each.kind === 'group' && unknown.has(each.group));
  if (named?.kind !== 'group') return { task, noticed: [] };
  return {
    task: { ...task, flags: [...task.flags, 'members-by-place'] },
    noticed: [diagnose('members-by-place', { group: named.group, places }, named.at)],
  };
}
