import type { Registry } from '../model/registry.js';

/**
 * Lays one registry over another: a unit or group of the same name is replaced field by field, its
 * aliases, former names and hosted offices added to; what only one of them has is kept. What is said of a header
 * or a season goes before. Merging again changes nothing.
 */
export function mergeRegistries(base: Registry, over: Registry): Registry {
  const district = over.district ?? base.district;
  const columns = { ...base.columns, ...over.columns };
  const seasons = { ...base.seasons, ...over.seasons };
  return {
    ...(district ? { district } : {}),
    units: mergeByName(base.units, over.units, (old, own) => ({
      ...old,
      ...own,
      ...union('aliases', old.aliases, own.aliases, (alias) => alias),
      ...union('formerly', old.formerly, own.formerly, (name) => name),
      ...union('hosts', old.hosts, own.hosts, ({ office }) => office),
    })),
    groups: mergeByName(base.groups, over.groups, (old, own) => ({
      ...old,
      ...own,
      members: own.members ?? old.members,
    })),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(Object.keys(seasons).length > 0 ? { seasons } : {}),
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
