import { distance } from 'fastest-levenshtein';
import type { Registry, Unit } from '../model/registry.js';
import { normalizeName } from './normalize.js';

/** The names of a registry, ready to be looked up. */
export interface Lexicon {
  readonly registry: Registry | undefined;
  /** The unit that goes by a name: its short name, its full name or an alias. */
  readonly find: (name: string) => Unit | undefined;
}

/** Makes a registry's names ready to be looked up. Without a registry no name is known. */
export function lexiconOf(registry: Registry | undefined): Lexicon {
  const units = new Map<string, Unit>();
  for (const unit of registry?.units ?? []) {
    for (const name of namesOf(unit)) units.set(normalizeName(name), unit);
  }
  return { registry, find: (name) => units.get(normalizeName(name)) };
}

/** Every name a unit goes by. */
export function namesOf({ name, full, aliases }: Unit): string[] {
  return [name, ...(full === undefined ? [] : [full]), ...(aliases ?? [])];
}

/**
 * The known names most like one that is not known, the likest first: at most three, each with at
 * most half of its characters to change.
 */
export function nearestNames(name: string, known: Iterable<string>): string[] {
  const wanted = normalizeName(name);
  return Array.from(new Set(known), (candidate) => ({
    candidate,
    changes: distance(wanted, normalizeName(candidate)),
  }))
    .filter(({ candidate, changes }) => changes <= Math.max(wanted.length, candidate.length) / 2)
    .sort((a, b) => a.changes - b.changes)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
