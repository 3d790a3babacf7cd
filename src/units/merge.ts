import type { Registry, Unit } from '../model/registry.js';
import { namesOf } from './lexicon.js';

/**
 * Lays one registry over another: a unit or group of the same name is replaced field by field, its
 * aliases, former names and hosted offices added to; what only one of them has is kept. A unit that the one above
 * knows as a former name only is that one's. What is said of a header or a season goes before. Merging again changes
 * nothing.
 */
export function mergeRegistries(below: Registry, over: Registry): Registry {
  const base = withHeirs(below, heirsIn(over));
  const district = over.district ?? base.district;
  const columns = { ...base.columns, ...over.columns };
  const seasons = { ...base.seasons, ...over.seasons };
  return {
    ...(district ? { district } : {}),
    units: mergeByName(base.units, over.units, withAll),
    groups: mergeByName(base.groups, over.groups, (old, own) => ({
      ...old,
      ...own,
      members: own.members ?? old.members,
    })),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(Object.keys(seasons).length > 0 ? { seasons } : {}),
  };
}

/** Names that a registry has as former ones only, each with the unit that it has them of. */
export function heirsIn({ units = [] }: Registry): ReadonlyMap<string, string> {
  const own = new Set(units.flatMap(namesOf));
  return new Map(
    units.flatMap(({ name, formerly = [] }) =>
      formerly.filter((each) => !own.has(each)).map((each) => [each, name] as const),
    ),
  );
}

/** A registry in which units that are former names stand under the new ones. */
function withHeirs(registry: Registry, heirs: ReadonlyMap<string, string>): Registry {
  const { units = [], groups } = registry;
  if (!units.some(({ name }) => heirs.has(name))) return registry;
  const renamed = units.map((unit): Unit => {
    const name = heirs.get(unit.name);
    if (name === undefined) return unit;
    const { full: _, aliases: __, ...others } = unit;
    const formerly = Array.from(new Set([...namesOf(unit), ...(unit.formerly ?? [])]));
    return { ...others, name, formerly: formerly.filter((each) => each !== name) };
  });
  return {
    ...registry,
    // The heir may be there already, and several may have become one.
    units: renamed.reduce((all: readonly Unit[], unit) => mergeByName(all, [unit], withAll), []).slice(),
    ...(groups && {
      groups: groups.map((group) => ({
        ...group,
        ...(group.members && {
          members: Array.from(new Set(group.members.map((name) => heirs.get(name) ?? name))),
        }),
      })),
    }),
  };
}

/** A unit with what another of its name has. */
function withAll(old: Unit, own: Unit): Unit {
  return {
    ...old,
    ...own,
    // Not to know of what kind a unit is takes nothing from who knows.
    kind: own.kind === 'other' ? old.kind : own.kind,
    ...union('aliases', old.aliases, own.aliases, (alias) => alias),
    ...union('formerly', old.formerly, own.formerly, (name) => name),
    ...union('hosts', old.hosts, own.hosts, ({ office }) => office),
  };
}

function mergeByName<T extends { readonly name: string }>(
  base: readonly T[] = [],
  over: readonly T[] = [],
  merge: (old: T, own: T) => T,
): T[] {
  const merged = new Map(base.map((each) => [each.name, each]));
  for (const each of over) {
    const old = merged.get(each.name);
    merged.set(each.name, old ? merge(old, each) : each);
  }
  return [...merged.values()];
}

function union<K extends string, T>(
  key: K,
  base: readonly T[] = [],
  over: readonly T[] = [],
  identity: (item: T) => string,
): Partial<Record<K, T[]>> {
  const items = new Map([...base, ...over].map((item) => [identity(item), item]));
  return items.size > 0 ? ({ [key]: [...items.values()] } as Record<K, T[]>) : {};
}
