import type { Unit } from '../model/registry.js';
import { anyOf } from '../words/any-of.js';
import { kindByName } from '../words/kinds.js';
import { MARK } from '../words/levels.js';
import { BARE_LEVELS, NAMED_TOGETHER, ORGANS, type OrganSort } from '../words/organs.js';
import { BRACKETED } from '../words/punctuation.js';
import { normalizeName } from '../words/width.js';
import { namesOf } from './lexicon.js';

// Offices by the names that every place gives them: no registry is asked.

/** What a name of an office says. */
export interface OrganName {
  /** Which offices of the table it may be, and what its name ends in: 委 and 委员会 are one. */
  readonly organs: readonly string[];
  /** The level or place printed before it; of the notice's own place, the level alone; null where none is printed. */
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
const BODIES: ReadonlyMap<string, readonly Body[]> = bodies();

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

const BRACKET = new RegExp(`${BRACKETED}$`);
const PARTY = /^(?:中共|中国共产党)/;
/** 团县委, 共青团某县委员会: the level stands inside. */
const LEAGUE = /^(?:共青团|团)(.{1,12}?)委(?:员会)?$/;
const PARTY_COMMITTEE = /(?:党委|党工委|工委|委)$/;
const BARE = anyOf(BARE_LEVELS);
const LEVEL = new RegExp(`^(${BARE})[级直]?$`);
const PLACE = new RegExp(`^(?!(.)\\1|${MARK}${MARK}$)\\p{Script=Han}{0,11}?(${anyOf([BARE, MARK])})$`, 'u');

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
      return { organs: read.map(({ organ }) => organ), level, settled, sort, bracket };
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
  const prefix = sort === 'party' ? printed.replace(PARTY_COMMITTEE, '') : printed;
  if (prefix === '') return { level: null, settled: true };
  const bare = LEVEL.exec(prefix)?.[1];
  if (bare !== undefined) return { level: bare, settled: true };
  const isOwn = prefix.length > 1 && origin.includes(prefix);
  const mark = PLACE.exec(prefix)?.[2];
  if (mark !== undefined) return isOwn ? { level: mark, settled: true } : { level: prefix, settled: false };
  if (sort === 'regional') return { level: prefix, settled: true };
  return isOwn ? { level: null, settled: true } : undefined;
}

/** Names of a notice, each with how often it is printed, in the notice's order. */
export type Printed = ReadonlyMap<string, number>;

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

/** A slip is printed no more often. */
const RARE = 2;
/** What is printed so often is meant, though the table does not have it. */
const OFTEN = 3;
/** Shorter names are too alike to tell a slip from another name. */
const SHORTEST = 3;
/** How many names are told that one may have been meant for. */
const MOST = 3;

/**
 * The names that a name may have been meant for: it is printed once or twice, and another that is printed more often,
 * or that the table has, differs from it by one character (another, one more, one less, two swapped) or by its level.
 *
 * @param name a name that no registry has and that is not one unit with another
 */
export function nearOrgans(name: string, printed: Printed, origin: string): string[] {
  const count = printed.get(name) ?? 0;
  const organ = organOf(name, origin);
  const near = Array.from(printed.keys()).filter(
    (other) => other !== name && (differsInLevel(name, other) || mayMean(other)),
  );
  const table = organ || count > RARE ? [] : tableNames(name);
  return Array.from(new Set([...near, ...table])).slice(0, MOST);

  function differsInLevel(one: string, other: string): boolean {
    const times = printed.get(other) ?? 0;
    return (
      times >= count && new RegExp(`^${BARE}$`).test(other.endsWith(one) ? other.slice(0, -one.length) : '')
    );
  }

  function mayMean(other: string): boolean {
    if (count > RARE || organ?.settled) return false;
    const slip = slipBetween(name, other);
    if (!slip || (slip === 'other' && kindByName(name) === 'township')) return false;
    const meant = organOf(other, origin);
    const times = printed.get(other) ?? 0;
    // Two offices of the table are two offices, and those of two places, too, if one is not the notice's own.
    if (organ) return times > count && meant?.settled === true && meant.organs[0] === organ.organs[0];
    return meant ? true : times > count && (slip !== 'other' || times >= OFTEN);
  }
}

/** Names that offices of the table would have with what is printed before the name. */
function tableNames(name: string): string[] {
  const text = normalizeName(name).replace(BRACKET, '');
  const found = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) {
    const prefix = text.slice(0, at);
    const isParty = PARTY_COMMITTEE.test(prefix);
    if (at > 0 && !isParty && !LEVEL.test(prefix) && !PLACE.test(prefix)) continue;
    const rest = text.slice(at);
    for (const [body, [first]] of BODIES) {
      if (body.length < SHORTEST || Math.abs(body.length - rest.length) > 1 || !first) continue;
      if (NAMED_TOGETHER.includes(first.sort) || isParty !== (first.sort === 'party' && at > 0)) continue;
      if (slipBetween(rest, body)) found.add(prefix + body);
    }
  }
  return [...found];
}

/** Characters that tell two names apart where one stands in place of another, or is one more. */
const APART = new Set(
  '一二三四五六七八九十甲乙丙丁东西南北中上下大小新老前后内外男女蒙藏回维省市州区县旗盟镇乡',
);
/** What names end in, for the most part. */
const ENDS = new Set('局厅委部办处所队站院科股室馆会社厂场台园校署联');

/** How two names differ that may be one with a slip: one character another, one more or less, two swapped. */
function slipBetween(a: string, b: string): 'other' | 'one-more' | 'swapped' | undefined {
  if (Math.abs(a.length - b.length) > 1) return undefined;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const one = a.slice(start, a.length - end);
  const two = b.slice(start, b.length - end);
  if (one.length === 1 && two.length === 1) {
    const apart = [APART, ENDS].some((set) => set.has(one) && set.has(two));
    return apart ? undefined : 'other';
  }
  const more = one + two;
  if (more.length === 1) return APART.has(more) && a[start - 1] !== more ? undefined : 'one-more';
  return one.length === 2 && one === two[1] + (two[0] ?? '') ? 'swapped' : undefined;
}
