import { distance } from 'fastest-levenshtein';
import type { District, Unit } from '../model/registry.js';
import { withoutOffice } from '../words/kinds.js';
import { BRACKETED } from '../words/punctuation.js';
import { normalizeName } from '../words/width.js';

/** The names of a registry, ready to be looked up. */
export interface Lexicon {
  /**
   * The unit that goes by a name: its short name, full name, alias or former name, or one of these with the
   * district before it in another way (区水利局, 某区水利局, 水利局) if no other unit is called so. A
   * bracket after it tells a second name or a part of it: 区公安局（交巡警支队）.
   */
  readonly find: (name: string) => Unit | undefined;
  /** Whether the notice that is read prints a name, so that a level that a list shares is surer; where nothing is known of it, nobody asks. */
  readonly isPrinted?: (name: string) => boolean;
}

const BRACKET = new RegExp(`${BRACKETED}\\s*$`);

/** What names are looked up in: a registry, or a task book. */
export interface Names {
  readonly district?: District | null | undefined;
  readonly units?: readonly Unit[] | undefined;
}

/** Makes names ready to be looked up. */
export function lexiconOf({ district, units = [] }: Names): Lexicon {
  const names = new Map<string, Unit>();
  const variants = new Map<string, Unit | undefined>();
  for (const unit of units) for (const name of namesOf(unit)) names.set(normalizeName(name), unit);
  // A former name may be another unit's by now.
  for (const unit of units) {
    for (const name of unit.formerly ?? []) {
      if (!names.has(normalizeName(name))) names.set(normalizeName(name), unit);
    }
  }
  for (const unit of district ? units : []) {
    for (const variant of namesOf(unit).flatMap((name) =>
      variantsOf(normalizeName(name), district as District),
    )) {
      const other = variants.has(variant) && variants.get(variant) !== unit;
      variants.set(variant, other ? undefined : unit);
    }
  }
  const find = (name: string): Unit | undefined => {
    const printed = normalizeName(name);
    const bare = withoutOffice(printed);
    return names.get(printed) ?? variants.get(printed) ?? names.get(bare) ?? variants.get(bare);
  };
  /** A notice names the same units again and again. */
  const found = new Map<string, Unit | undefined>();
  return {
    find: (name) => {
      if (!found.has(name)) found.set(name, find(name) ?? find(name.replace(BRACKET, '')));
      return found.get(name);
    },
  };
}

/** Every name a unit goes by. */
export function namesOf({ name, full, aliases }: Unit): string[] {
  return [name, ...(full === undefined ? [] : [full]), ...(aliases ?? [])];
}

/** The names that are claimed by two units: a registry with one is refused. */
export function sharedNames({ units = [] }: Names): { name: string; units: readonly [string, string] }[] {
  const owners = new Map<string, string>();
  return units.flatMap((unit) =>
    Array.from(new Set(namesOf(unit).map(normalizeName))).flatMap((name) => {
      const owner = owners.get(name);
      owners.set(name, unit.name);
      return owner === undefined ? [] : [{ name, units: [owner, unit.name] as const }];
    }),
  );
}

/** A name with the district before it in each way, and without; the name of a township has none. */
function variantsOf(name: string, { name: whole, short, mark }: District): string[] {
  const prefixes = [whole, short, mark];
  const prefix = prefixes.find((each) => name.startsWith(each));
  if (prefix === undefined) return [whole + name, short + name];
  const base = name.slice(prefix.length);
  return base.length < 2 ? [] : [...prefixes.map((each) => each + base), base];
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
