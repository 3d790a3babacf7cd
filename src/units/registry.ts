import type { Registry, Unit } from '../model/registry.js';
import { kindByName } from '../words/kinds.js';
import { lexiconOf } from './lexicon.js';
import { mergeRegistries } from './merge.js';
import { REGISTRIES } from './registries/index.js';

/**
 * The registry that serves a notice: the shipped one whose district is named in what the notice says
 * of its origin (某市某区人民政府 is of 某市某区), with the district's own laid over it.
 *
 * @param origin issuer, title and masthead, as printed
 * @param own a registry that the user gave
 * @returns `undefined` when there is none; units are then what the notice prints
 */
export function registryFor(origin: readonly string[], own?: Registry): Registry | undefined {
  const shipped = REGISTRIES.find(({ district }) =>
    origin.some((text) => district && text.includes(district.name)),
  );
  const registry = shipped && own ? mergeRegistries(shipped, own) : (own ?? shipped);
  return registry && withMembers(registry);
}

/** A registry in which everybody whom it lists as a member is a unit, too: who is in a group has its tasks. */
export function withMembers(registry: Registry): Registry {
  const { units = [], groups = [] } = registry;
  const { find } = lexiconOf(registry);
  const named = new Set(groups.flatMap(({ members }) => members ?? []));
  const added = Array.from(named)
    .filter((name) => !find(name))
    .map((name): Unit => ({ name, kind: kindByName(name) }));
  return added.length > 0 ? { ...registry, units: [...units, ...added] } : registry;
}
