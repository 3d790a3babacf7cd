import type { Unit } from '../model/registry.js';
import { anyOf } from '../words/any-of.js';
import { WHICH } from '../words/collectives.js';
import { MARK } from '../words/levels.js';
import { BARE_LEVELS, ORGANS, type OrganSort } from '../words/organs.js';
import { BRACKETED } from '../words/punctuation.js';
import { normalizeName } from '../words/width.js';
import { namesOf } from './lexicon.js';

// Offices by the names that every place gives them: no registry is asked.

/** What a name of an office says. */
export interface OrganName {
  /** Which offices of the table it may be, by their numbers, and what its name ends in: 委 and 委员会 are one. */
  readonly organs: readonly string[];
  /** What is printed before its own name. */
  readonly prefix: string;
  /** The level or place that this says; of the notice's own place, the level alone; null where none is printed. */
  readonly level: string | null;
  /** Whether the place before it is known to be one: a level, or the notice's own. */
  readonly settled: boolean;
  readonly sort: OrganSort;
  /** A plate or a part of it in brackets. */
  readonly bracket: string;
}

interface Body {
  readonly organ: string;
  readonly sort: OrganSort;
}

/** Endings that are one, by the shorter. */
const SHORT_ENDINGS: Readonly<Record<string, string>> = { 委员会: '委', 办公室: '办' };

/** For what a name says after its level, the offices that are called so. */
export const BODIES: ReadonlyMap<string, readonly Body[]> = bodies();

function bodies(): Map<string, Body[]> {
  const found = new Map<string, Body[]>();
  for (const [i, { sort, names, endings }] of ORGANS.entries()) {
    for (const name of names) {
      for (const ending of endings) {
        const organ = `${i} ${SHORT_ENDINGS[ending] ?? ending}`;
        const body = name + ending;
        const known = found.get(body) ?? [];
        if (!known.some((each) => each.organ === organ)) found.set(body, [...known, { organ, sort }]);
      }
    }
  }
  return found;
}

export const BRACKET = new RegExp(`${BRACKETED}$`);
const PARTY = /^(?:中共|中国共产党)/;
/** 团县委, 共青团某县委员会: the level stands inside. */
const LEAGUE = /^(?:共青团|团)(.{1,12}?)委(?:员会)?$/;
export const PARTY_COMMITTEE = /(?<=.)(?:党委|党工委|工委|委)$/;
const ALL_HAN = /^\p{Script=Han}{2,}$/u;
/** What stands before a place where it does not begin there: no mark of a level, no sign. */
const WITHIN_NAME = new RegExp(`^(?!${MARK})\\p{Script=Han}$`, 'u');
const BARE = anyOf(BARE_LEVELS);
export const LEVEL = new RegExp(`^(${BARE})[级直]?$`);
export const PLACE = new RegExp(
  `^(?!(.)\\1|${MARK}${MARK}$|${WHICH})\\p{Script=Han}{0,11}?(${anyOf([BARE, MARK])})$`,
  'u',
);

/**
 * What a name says, if it is that of an office of the table.
 *
 * @param origin what the notice prints of where it comes from: issuer, title, masthead
 */
export function organOf(name: string, origin: string): OrganName | undefined {
  const whole = normalizeName(name).replace(PARTY, '');
  const bracket = BRACKET.exec(whole)?.[0] ?? '';
  const text = whole.slice(0, whole.length - bracket.length).replace(LEAGUE, '$1团委');
  for (let at = 0; at < text.length; at++) {
    const found = BODIES.get(text.slice(at));
    if (!found) continue;
    const read = found.flatMap((body) => {
      const prefix = prefixOf(text.slice(0, at), body.sort, origin);
      return prefix ? [{ ...body, ...prefix }] : [];
    });
    const [first] = read;
    if (first) {
      const { level, settled, sort } = first;
      const organs = read.map(({ organ }) => organ);
      return { organs, prefix: text.slice(0, at), level, settled, sort, bracket };
    }
  }
  return undefined;
}

/** What stands before an office's own name; nothing where that is no level and no place. */
function prefixOf(
  printed: string,
  sort: OrganSort,
  origin: string,
): Pick<OrganName, 'level' | 'settled'> | undefined {
  const bare = sort === 'party' ? printed.replace(PARTY_COMMITTEE, '') : printed;
  // 地委, 团地委: of a 地区.
  const prefix = (sort === 'party' || sort === 'mass') && bare.endsWith('地') ? `${bare}区` : bare;
  // 海关 alone may be that of any place.
  if (prefix === '') return { level: sort === 'regional' ? '' : null, settled: true };
  const level = LEVEL.exec(prefix)?.[1];
  if (level !== undefined) return { level, settled: true };
  const isOwn = ALL_HAN.test(prefix) && isPlaceIn(prefix, origin);
  const mark = PLACE.exec(prefix)?.[2];
  if (mark !== undefined) return isOwn ? { level: mark, settled: true } : { level: prefix, settled: false };
  if (sort === 'regional') return { level: prefix, settled: true };
  return isOwn ? { level: null, settled: true } : undefined;
}

/** Whether a text begins with a place, on a line of its own or behind the place that it lies in. */
function isPlaceIn(place: string, text: string): boolean {
  for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) {
    if (at === 0 || !WITHIN_NAME.test(text[at - 1] as string)) return true;
  }
  return false;
}

/**
 * Which names of a notice are one unit, because they differ only in how every place shortens the names of its
 * offices, or in a level that is printed on one side only while no other level is.
 *
 * @param strangers names that no registry has
 * @param known the registry's units, which win
 * @returns for a name the one that its unit goes by: the registry's, or else the longest printed; names that stay
 *   are not in it
 */
export function sameOrgans(
  strangers: readonly string[],
  known: readonly Unit[],
  origin: string,
): Map<string, string> {
  const owners = new Map(known.flatMap((unit) => namesOf(unit).map((name) => [name, unit.name] as const)));
  const read = [...owners.keys(), ...strangers].flatMap((name) => {
    const organ = organOf(name, origin);
    return organ ? [{ name, ...organ }] : [];
  });
  const plain = new Set(
    read.flatMap(({ organs, ...each }) => (organs.length === 1 ? keyOf(organs[0], each) : [])),
  );
  const alike = new Map<string, (typeof read)[number][]>();
  for (const each of read) {
    const likely = each.organs.filter((organ) => plain.has(keyOf(organ, each)));
    // A short name that fits two offices of the notice is neither.
    const key = likely.length > 1 ? each.name : keyOf(likely[0] ?? each.organs[0], each);
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  const same = new Map<string, string>();
  for (const group of alike.values()) {
    const levels = Array.from(new Set(group.flatMap(({ level }) => level ?? [])));
    const units =
      levels.length === 1
        ? [group]
        : [null, ...levels].map((of) => group.filter(({ level }) => level === of));
    for (const unit of units) {
      const registered = new Set(unit.flatMap(({ name }) => owners.get(name) ?? []));
      const names = unit.map(({ name }) => name).filter((name) => !owners.has(name));
      const [longest] = [...names].sort((a, b) => b.length - a.length);
      const target = registered.size === 0 ? longest : registered.size === 1 ? [...registered][0] : undefined;
      for (const name of names) if (target !== undefined && name !== target) same.set(name, target);
    }
  }
  return same;
}

function keyOf(organ: string | undefined, { bracket }: Pick<OrganName, 'bracket'>): string {
  return `${organ} ${bracket}`;
}
