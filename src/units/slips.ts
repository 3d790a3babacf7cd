import { addTo } from '../model/grouping.js';
import { anyOf } from '../words/any-of.js';
import { soundAlike } from '../words/homophones.js';
import { kindByName } from '../words/kinds.js';
import { MARK } from '../words/levels.js';
import {
  BARE_LEVELS,
  IN_OTHER_NAMES,
  MISTAKEN_FOR_OTHERS,
  ONE_OF_MANY,
  ORGANS,
  type OrganSort,
  TWICE,
} from '../words/organs.js';
import { normalizeName } from '../words/width.js';
import { LONGEST_NAME } from './names.js';
import { BODIES, BRACKET, LEVEL, type OrganName, organOf, PARTY_COMMITTEE, PLACE } from './organs.js';

// Names that are nearly other names: slips of the pen, which nobody corrects in silence.

/** A slip is printed no more often. */
const RARE = 2;
/** What is printed so often is meant, though the table does not have it. */
const OFTEN = 3;
/** Shorter names of the table are too alike to tell a slip from another name. */
const SHORTEST = 3;
/** What may be left of such a name where a character is missing: 政法委 without 法, 水利局 without 水. */
const HALF = /^(?![分总支本][局部队站行院社校])..$/;
/** In names up to this length, another character that offices have in their names makes another office. */
const SHORT = 4;
/** How many names are told that one may have been meant for. */
const MOST = 3;

/** Characters that tell two names apart where one stands in place of another, or is one more. */
const TELLING = new Set(ONE_OF_MANY);
const TELLING_OR_LEVEL = new Set([...ONE_OF_MANY, ...'省市州区县旗盟镇乡']);
/** What names end in, for the most part. */
const ENDS = new Set('局厅委部办处所队站院科股室馆会社厂场台园校署联段');
/** Sorts that have other offices than the table knows. */
const OPEN: readonly OrganSort[] = ['government', 'vertical', ...MISTAKEN_FOR_OTHERS];
/** Characters that offices and other bodies have in their names. */
const USUAL = new Set(ORGANS.flatMap(({ names }) => names).join('') + IN_OTHER_NAMES);

const A_LEVEL = new RegExp(`^${anyOf(BARE_LEVELS)}$`);
const LEVEL_FIRST = new RegExp(`^${anyOf(BARE_LEVELS)}`);
/** A character twice where no name has it twice: 云溪县县委 is right, 县县委 is not. */
const DOUBLED = new RegExp(`(?!${anyOf(TWICE)})(?:(?!${MARK})(\\p{Script=Han})\\1|^(${MARK})\\2)`, 'u');

/**
 * Makes what finds the names that a name of a notice may have been meant for, the likest to be meant first: the name
 * is printed once or twice, and differs from one that is printed more often, or that an office of the table would
 * have, by one character (another, one more, one less, two swapped) or by its level.
 *
 * @param printed the names of the notice, each with how often it is printed, in the notice's order
 * @param origin what the notice prints of where it comes from: issuer, title, masthead
 * @returns for a name that no registry has, at most three others
 */
export function slipFinder(printed: ReadonlyMap<string, number>, origin: string): (name: string) => string[] {
  const all = Array.from(printed, ([name, times], i) => ({ i, name, times, organ: organOf(name, origin) }));
  const alike = new Map<string, (typeof all)[number][]>();
  for (const each of all) {
    for (const trace of tracesOf(each)) {
      // One name with a place tells of the place; all others with it would say the same.
      const isPlace = trace.startsWith(AT_PLACE);
      if (!isPlace || (each.organ?.settled && !alike.has(trace))) addTo(alike, trace, each);
    }
  }
  return (name) => {
    const times = printed.get(name) ?? 0;
    const one = { name, times, organ: organOf(name, origin) };
    const others = new Set(tracesOf(one).flatMap((trace) => alike.get(trace) ?? []));
    const near = [...others]
      .sort((a, b) => a.i - b.i)
      .flatMap((other) => (other.name === name ? [] : (meantFor(one, other) ?? [])));
    const unprinted = times > RARE ? [] : [...undoubled(name), ...(one.organ ? [] : tableNames(name))];
    return Array.from(new Set([...near, ...unprinted])).slice(0, MOST);
  };
}

interface CountedName {
  readonly name: string;
  readonly times: number;
  readonly organ: OrganName | undefined;
}

const AT_PLACE = '@';

/** What two names have in common where one may have been meant for the other, so that not all are compared. */
function tracesOf({ name, organ }: CountedName): string[] {
  return [
    ...shortened(name),
    name.replace(LEVEL_FIRST, ''),
    ...(organ?.organs ?? []).map((each) => `${each.split(' ')[0]} ${organ?.level}`),
    ...(organ ? shortened(placeOf(organ)).map((place) => AT_PLACE + place) : []),
  ];
}

/** A text, and all that are left of it without one of its characters. */
function shortened(text: string): string[] {
  if (text.length > LONGEST_NAME) return [text];
  return [text, ...Array.from({ length: text.length }, (_, i) => text.slice(0, i) + text.slice(i + 1))];
}

/** What a name may have been meant for, as another that is printed tells. */
function meantFor(one: CountedName, other: CountedName): string | undefined {
  const { name, times, organ } = one;
  if (other.times >= times && other.name.endsWith(name) && A_LEVEL.test(other.name.slice(0, -name.length))) {
    return other.name;
  }
  if (times > RARE) return undefined;
  // Two offices of the table are two offices; but the ending or the place of one may be wrong.
  if (organ) {
    if (other.organ && other.times > times && differInEnding(organ, other.organ)) return other.name;
    const place = other.organ?.settled ? placeOf(other.organ) : '';
    const isSlip = !organ.settled && place.length > 1 && slipBetween(placeOf(organ), place, TELLING_OR_LEVEL);
    return isSlip ? place + name.slice(placeOf(organ).length) : undefined;
  }
  const slip = slipBetween(name, other.name, other.organ ? TELLING : TELLING_OR_LEVEL);
  if (!slip || (slip.kind === 'other' && (kindByName(name) === 'township' || !isWrong(slip))))
    return undefined;
  const enough =
    other.times >= OFTEN ||
    (other.organ
      ? isUnusual(slip, other.name, other.organ.sort)
      : other.times > times && slip.kind !== 'other');
  return enough ? other.name : undefined;
}

/** 县卫健委 and 县卫健局: one place has one of them. */
function differInEnding(one: OrganName, other: OrganName): boolean {
  const isAlike = one.level !== null && one.level === other.level && one.bracket === other.bracket;
  const numbers = ({ organs }: OrganName) => organs.map((organ) => organ.split(' ')[0]);
  return (
    isAlike &&
    numbers(one).some((each) => numbers(other).includes(each)) &&
    !one.organs.some((each) => other.organs.includes(each))
  );
}

function placeOf({ prefix }: OrganName): string {
  return prefix.replace(PARTY_COMMITTEE, '');
}

function undoubled(name: string): string[] {
  const single = name.replace(DOUBLED, '$1$2');
  return single === name ? [] : [single];
}

/** 师范学院 of a place, 机关纪委 and 机关党委 of every bureau: they are what they say. */
const OF_ITS_OWN = /(?<!科)(?:学院|大学)$|^(?:直属)?机关(?:党委|纪委|工会|团委)$/;

/** Names that offices of the table would have with what is printed before the name. */
function tableNames(name: string): string[] {
  const text = normalizeName(name).replace(BRACKET, '');
  if (OF_ITS_OWN.test(text)) return [];
  const found = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) {
    const prefix = text.slice(0, at);
    const isParty = PARTY_COMMITTEE.test(prefix);
    if (at > 0 && !isParty && !LEVEL.test(prefix) && !PLACE.test(prefix)) continue;
    if (text.length - at < SHORTEST && !HALF.test(text.slice(at))) continue;
    for (const body of nearBodies(text.slice(at))) {
      const [first] = BODIES.get(body) ?? [];
      if (!first || MISTAKEN_FOR_OTHERS.includes(first.sort)) continue;
      if (isParty !== (first.sort === 'party' && at > 0)) continue;
      const slip = slipBetween(text, prefix + body, TELLING);
      if (slip && isUnusual(slip, body, first.sort) && !isShortened(slip, at, text)) found.add(prefix + body);
    }
  }
  return [...found];
}

/** The offices of the table by what is left of their names without a character. */
const SHORTENED = new Map<string, string[]>();

/** The offices of the table, in its order, that may have been meant by a name: a slip leaves the rest of it. */
function nearBodies(name: string): string[] {
  // Made when first asked for: most notices have no name that is in no table.
  if (SHORTENED.size === 0) {
    for (const body of BODIES.keys()) {
      if (body.length >= SHORTEST) for (const left of new Set(shortened(body))) addTo(SHORTENED, left, body);
    }
  }
  const near = new Set(shortened(name).flatMap((left) => SHORTENED.get(left) ?? []));
  return near.size < 2 ? [...near] : [...BODIES.keys()].filter((body) => near.has(body));
}

interface Slip {
  readonly kind: 'other' | 'one-more' | 'one-less' | 'swapped';
  /** Where the names part. */
  readonly at: number;
  /** The characters that only the first name has. */
  readonly instead: string;
  /** Those that only the second has. */
  readonly missing: string;
}

/** Whether a slip for an office of the table makes a name that no other office is likely to have. */
function isUnusual(slip: Slip, meant: string, sort: OrganSort): boolean {
  if (slip.kind === 'one-less') return meant.length > SHORT || !OPEN.includes(sort);
  return slip.kind === 'swapped' || isWrong(slip);
}

/** Whether a character stands in no name of an office, or in place of one that sounds the same: 财务处 is no slip for 教务处. */
function isWrong({ instead, missing }: Slip): boolean {
  return !USUAL.has(instead) || soundAlike(instead, missing);
}

/** 县交委, 经济信息委, 文广局: short for what they may have been meant for; 县水利 and 政委 are too short to be names. */
function isShortened({ kind, at: missingAt }: Slip, from: number, text: string): boolean {
  return kind === 'one-less' && missingAt < text.length && !HALF.test(text.slice(from));
}

/** How a name differs from another that may be meant: one character another, one more or less, two swapped. */
function slipBetween(a: string, b: string, telling: ReadonlySet<string>): Slip | undefined {
  if (Math.abs(a.length - b.length) > 1) return undefined;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const instead = a.slice(start, a.length - end);
  const missing = b.slice(start, b.length - end);
  if (instead.length === 1 && missing.length === 1) {
    const isApart = [telling, ENDS].some((set) => set.has(instead) && set.has(missing));
    return isApart ? undefined : { kind: 'other', at: start, instead, missing };
  }
  const more = instead + missing;
  if (more.length === 1) {
    const isApart = telling.has(more) && a[start - 1] !== more;
    const kind = instead === '' ? 'one-less' : 'one-more';
    return isApart ? undefined : { kind, at: start, instead, missing };
  }
  const isSwapped = instead.length === 2 && missing === `${instead[1]}${instead[0]}`;
  return isSwapped ? { kind: 'swapped', at: start, instead, missing } : undefined;
}
