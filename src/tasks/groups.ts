import type { Registry, Unit } from '../model/registry.js';
import type { Group } from '../model/taskbook.js';
import { mayBeIn } from '../units/index.js';
import type { NamedGroup } from './assignments.js';

/**
 * Says who is in a group: whom the registry lists, or every unit of a kind where the group's name
 * means just that (各乡镇（街道）); else nobody knows.
 *
 * @param units every unit of the task book
 */
export function resolveGroup(
  { name, membership }: NamedGroup,
  units: readonly Unit[],
  registry: Registry | undefined,
): Group {
  const { every, among, endings } = membership;
  const listed = registry?.groups?.find((group) => group.name === name)?.members;
  const all = units
    .filter((unit) => unit.kind !== 'other' && mayBeIn(membership, unit))
    .map((unit) => unit.name);
  const members = listed ?? (every && all.length > 0 ? all : null);
  return { name, members, among: [...among], ...(endings ? { endings: [...endings] } : {}) };
}
