import { namesIn, whoOf } from '../model/book.js';
import type { Registry, Unit, UnitKind } from '../model/registry.js';
import type { Group, Task } from '../model/taskbook.js';
import { lexiconOf, mayBeIn } from '../units/index.js';
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
  tasks: readonly Pick<Task, 'lead' | 'responsible'>[],
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
