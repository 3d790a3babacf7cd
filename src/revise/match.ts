import { type Compared, compared, likeness, pairIndex } from '../links/index.js';
import { addTo } from '../model/grouping.js';
import { normalizeName } from '../words/width.js';
import { kinKey } from './kin.js';
import { mainPart, partedInto, type TaskPart } from './parted.js';

/** What one of two editions has, as far as it tells what is the same in both. */
export interface Edition {
  readonly id: string;
  /** The name of the table or chapter that it stands in. */
  readonly group: string;
  readonly name: string;
  readonly text: string;
  /** Who has it, as printed. */
  readonly units: string;
}

/** How much alike two must be, from 0 to 1, to be the same. */
const ALIKE = 0.5;
/** How much of the shorter name the other must have where many have the same text: of what is that name's own. */
const OWN_ALIKE = 0.5;
/** Two that are almost as much alike as two others, from 0 to 1, leave open which is which. */
const CLEARLY = 0.1;

/** How much each part weighs. */
const WEIGHTS = { text: 0.6, name: 0.25, units: 0.15 } as const;

/**
 * What exact rule makes two the same where only one on each side has the key; surest first. Behind them comes the id, which
 * is made of the words: where several share it and others are there now than before, it does not tell which is which.
 */
const KEYS: readonly ((one: PreparedTask) => string)[] = [
  ({ of, name, text, units }) => [normalizeName(of.group), name, text, units].join('\n'),
  ({ of, name, text }) => [normalizeName(of.group), name, text].join('\n'),
  ({ name, text, units }) => [name, text, units].join('\n'),
  ({ name, text }) => [name, text].join('\n'),
];

interface PreparedTask {
  readonly index: number;
  readonly of: Edition;
  readonly name: string;
  readonly text: string;
  readonly units: string;
  /** What it has in common with those that differ from it in figures alone. */
  readonly kin: string;
  /** Whether another count of tasks has the words that its id is made of in the other edition. */
  readonly isShared: boolean;
  /** Its name and its text, ready to be compared. */
  readonly alike: { readonly name: Compared; readonly text: Compared };
}

/** What is the same in two editions, and what may be and is not clear. */
export interface Matched {
  /** Pairs of places in the one before and the one after, each at most once, in the order of the former. */
  readonly pairs: readonly (readonly [before: number, after: number])[];
  /** For a place in the one before, the places in the one after of which it may be any. */
  readonly doubts: ReadonlyMap<number, readonly number[]>;
}

/**
 * Finds what is the same in two editions: by name and text, by id, by a name that only one in each has, then what is
 * most alike. A pair is never made of two that are merely next to each other, nor where another is as likely.
 *
 * @param settled places in `before` whose pair in `after` is known
 * @param beside what else the later edition has: what is a task's own counts among them, too
 */
export function matched(
  before: readonly Edition[],
  after: readonly Edition[],
  settled: ReadonlyMap<number, number> = new Map(),
  beside: readonly Edition[] = [],
): Matched {
  const isShared = sharedIds(before, after);
  const all = [before, after].map((edition) => edition.map((of, i) => prepare(of, i, isShared(of)))) as [
    PreparedTask[],
    PreparedTask[],
  ];
  const [left, right] = all.map((edition) => new Map(edition.map((one) => [one.index, one]))) as [
    Map<number, PreparedTask>,
    Map<number, PreparedTask>,
  ];
  const pairs: [number, number][] = [];
  const take = (one: PreparedTask, other: PreparedTask) => {
    pairs.push([one.index, other.index]);
    left.delete(one.index);
    right.delete(other.index);
  };

  // A name is one's own in the whole edition, not among what is left.
  const named = ({ name }: PreparedTask) => name;
  const ownName = [soleHolders(left.values(), named), soleHolders(right.values(), named)] as const;
  for (const [at, other] of settled) {
    left.delete(at);
    right.delete(other);
    pairs.push([at, other]);
  }
  const isOthers = kinGuard(all, [left, right]);
  const takeSole = (key: (one: PreparedTask) => string) => {
    const others = soleHolders(right.values(), key);
    for (const [text, one] of soleHolders(left.values(), key)) {
      const other = others.get(text);
      if (other && text.trim() !== '' && !isOthers(one, other)) take(one, other);
    }
  };
  for (const key of [...KEYS, ({ kin }: PreparedTask) => kin]) takeSole(key);
  const doubts = new Map<number, number[]>();
  for (const { one, other, named: holder } of tookName([...left.values()], [...right.values()])) {
    if (holder.units !== one.units) take(one, other);
    else
      for (const each of [one, holder]) {
        addTo(doubts, each.index, other.index);
        left.delete(each.index);
        right.delete(other.index);
      }
  }
  takeSole(({ of, isShared }) => (isShared ? '' : of.id));
  for (const { one, other } of grown([...left.values()], [...right.values()])) take(one, other);
  // What is parted over several goes on as none of them, but for one that clearly has most of it.
  for (const { one, main } of parted([...left.values()], [...right.values()])) {
    if (main && right.has(main.index)) take(one, main);
    else left.delete(one.index);
  }
  for (const { one, other } of leftByName([...left.values()], [...right.values()], ownName[1]))
    take(one, other);
  for (const [name, one] of ownName[0]) {
    const other = ownName[1].get(name);
    if (name !== '' && other && left.has(one.index) && right.has(other.index)) take(one, other);
  }
  const whole = [...all[1], ...beside.map((of, i) => prepare(of, all[1].length + i, false))];
  const candidates = likest([...left.values()], [...right.values()], [all[0], whole]).filter(
    ({ one, other }) => !isOthers(one, other),
  );
  const rivalsOf = rivalFinder(candidates, ({ one, other }) => left.has(one.index) && right.has(other.index));
  for (const best of candidates) {
    const { one, other } = best;
    if (!left.has(one.index) || !right.has(other.index)) continue;
    const rivals = rivalsOf(best);
    if (rivals.length === 0) take(one, other);
    else
      for (const each of [best, ...rivals]) {
        addTo(doubts, each.one.index, each.other.index);
        left.delete(each.one.index);
        // Nor is it what somebody less likely was.
        right.delete(each.other.index);
      }
  }
  return { pairs: pairs.sort(([a], [b]) => a - b), doubts };
}

/** What is the same in two editions, as `matched` finds it; what is not clear is not the same. */
export function pairUp(...editions: Parameters<typeof matched>): [number, number][] {
  return matched(...editions).pairs.map(([i, j]) => [i, j]);
}

/**
 * Tells whether two are surely not the same, though they may have all words in common: one of them has kin on the other side
 * that is left, and the other is none of it.
 *
 * @param left what is left of the two editions
 */
function kinGuard(
  all: readonly [readonly PreparedTask[], readonly PreparedTask[]],
  left: readonly [ReadonlyMap<number, PreparedTask>, ReadonlyMap<number, PreparedTask>],
): (one: PreparedTask, other: PreparedTask) => boolean {
  const [before, after] = all.map((edition) => {
    const byKin = new Map<string, PreparedTask[]>();
    for (const one of edition) if (one.kin !== '') addTo(byKin, one.kin, one);
    return byKin;
  }) as [Map<string, PreparedTask[]>, Map<string, PreparedTask[]>];
  const hasLeft = (kin: readonly PreparedTask[] = [], there: ReadonlyMap<number, PreparedTask>) =>
    kin.some(({ index }) => there.has(index));
  return (one, other) =>
    one.kin !== other.kin &&
    (hasLeft(after.get(one.kin), left[1]) || hasLeft(before.get(other.kin), left[0]));
}

/** Finds others that are almost as likely as the likest pair that is free, and are not more likely something else. */
function rivalFinder(
  candidates: readonly Candidate[],
  isFree: (each: Candidate) => boolean,
): (best: Candidate) => Candidate[] {
  const ofOne = new Map<PreparedTask, Candidate[]>();
  const ofOther = new Map<PreparedTask, Candidate[]>();
  for (const each of candidates) {
    addTo(ofOne, each.one, each);
    addTo(ofOther, each.other, each);
  }
  // They are sorted: the first that is free is the likest.
  const likestOf = (all: readonly Candidate[] = []) => all.find(isFree)?.whole ?? 0;
  return (best) => {
    const isRival = (each: Candidate) => each !== best && isFree(each) && each.whole >= best.whole - CLEARLY;
    return [
      ...(ofOne.get(best.one) ?? []).filter(
        (each) => isRival(each) && likestOf(ofOther.get(each.other)) <= each.whole,
      ),
      ...(ofOther.get(best.other) ?? []).filter(
        (each) => isRival(each) && likestOf(ofOne.get(each.one)) <= each.whole,
      ),
    ];
  };
}

/** Whether several have the words of which an id is made, and not as many in the other edition. */
function sharedIds(before: readonly Edition[], after: readonly Edition[]): (one: Edition) => boolean {
  const baseOf = ({ id }: Edition) => id.replace(/-\d+$/, '');
  const [old, now] = [before, after].map((edition) => countBy(edition, baseOf)) as [Occurrences, Occurrences];
  return (one) => {
    const [was = 0, is = 0] = [old.get(baseOf(one)), now.get(baseOf(one))];
    return was !== is && Math.max(was, is) > 1;
  };
}

/** A text so short, in characters, is in others by chance. */
const SHORTEST_GROWN = 4;

/** Those of one name whose whole text stands in another's, to which something was added; where only one can be meant. */
function grown(
  left: readonly PreparedTask[],
  right: readonly PreparedTask[],
): { one: PreparedTask; other: PreparedTask }[] {
  const byName = new Map<string, PreparedTask[]>();
  for (const other of right) addTo(byName, other.name, other);
  const found = left.flatMap((one) => {
    if (one.name === '' || one.text.length < SHORTEST_GROWN) return [];
    return (byName.get(one.name) ?? [])
      .filter(({ text }) => text.includes(one.text))
      .map((other) => ({ one, other }));
  });
  const isOnly = (side: 'one' | 'other', which: PreparedTask) =>
    found.filter((each) => each[side] === which).length === 1;
  return found.filter(({ one, other }) => isOnly('one', one) && isOnly('other', other));
}

/**
 * Those whose text and units are one's alone in both editions, and whose name is another's by now that has other units: of
 * name, text and units two tell what is the same, and the name has gone.
 *
 * @param named who has a name now, in the whole edition
 */
function leftByName(
  left: readonly PreparedTask[],
  right: readonly PreparedTask[],
  named: ReadonlyMap<string, PreparedTask>,
): { one: PreparedTask; other: PreparedTask }[] {
  const keyOf = ({ text, units }: PreparedTask) =>
    text.length < SHORTEST_GROWN || units === '' ? '' : `${text}\n${units}`;
  const others = soleHolders(right, keyOf);
  others.delete('');
  return Array.from(soleHolders(left, keyOf)).flatMap(([key, one]) => {
    const [other, now] = [others.get(key), named.get(one.name)];
    return other && now && now !== other && now.units !== one.units ? [{ one, other }] : [];
  });
}

/**
 * Those that go by the name of one that has gone: text and units are one's alone in both editions, the name was another's
 * whose text nobody has now. Where both had the same units, either may be meant.
 */
function tookName(
  left: readonly PreparedTask[],
  right: readonly PreparedTask[],
): { one: PreparedTask; other: PreparedTask; named: PreparedTask }[] {
  const keyOf = ({ text, units }: PreparedTask) =>
    text.length < SHORTEST_GROWN || units === '' ? '' : `${text}\n${units}`;
  const others = soleHolders(right, keyOf);
  others.delete('');
  const nameOf = ({ name }: PreparedTask) => name;
  const [former, now] = [soleHolders(left, nameOf), soleHolders(right, nameOf)];
  const hasText = (text: string) => right.some((each) => each.text.includes(text));
  return Array.from(soleHolders(left, keyOf)).flatMap(([key, one]) => {
    const other = others.get(key);
    const named = other === undefined ? undefined : former.get(other.name);
    const isTaken =
      other !== undefined &&
      named !== undefined &&
      named !== one &&
      named.name !== '' &&
      now.get(named.name) === other &&
      !right.some(({ name }) => name === one.name) &&
      !hasText(named.text) &&
      likeness(named.alike.text, other.alike.text) < ALIKE;
    return isTaken ? [{ one, other, named }] : [];
  });
}

/** Those whose text is parted over several others that have more of it than of any other text, and its main part. */
function parted(
  left: readonly PreparedTask[],
  right: readonly PreparedTask[],
): { one: PreparedTask; main: PreparedTask | undefined }[] {
  const near = pairIndex(right.map(({ alike }) => alike.text));
  return left.flatMap((one) => {
    const among = near(one.alike.text).map((i) => right[i] as PreparedTask);
    const parts = partedInto(
      one.alike.text,
      among.map(({ alike }) => alike.text),
    );
    const isOthers = ({ index, has }: TaskPart) =>
      left.some((other) => other !== one && sharedBy(among[index] as PreparedTask, other) >= has.size);
    if (parts.length === 0 || parts.some(isOthers)) return [];
    const main = mainPart(one.alike.text, parts);
    return [{ one, main: main && among[main.index] }];
  });
}

function sharedBy(one: PreparedTask, other: PreparedTask): number {
  let shared = 0;
  for (const pair of one.alike.text.pairs) if (other.alike.text.pairs.has(pair)) shared++;
  return shared;
}

function prepare(of: Edition, index: number, isShared: boolean): PreparedTask {
  return {
    index,
    of,
    name: normalizeName(of.name),
    text: normalizeName(of.text),
    units: normalizeName(of.units),
    kin: kinKey({ name: of.name, goal: of.text, units: of.units }),
    isShared,
    alike: { name: compared(of.name), text: compared(of.text) },
  };
}

/** Those that are alone in having a key. */
function soleHolders(
  all: Iterable<PreparedTask>,
  keyOf: (one: PreparedTask) => string,
): Map<string, PreparedTask> {
  const holders = new Map<string, PreparedTask | null>();
  for (const one of all) holders.set(keyOf(one), holders.has(keyOf(one)) ? null : one);
  return new Map([...holders].filter((entry): entry is [string, PreparedTask] => entry[1] !== null));
}

/** How often something is there. */
type Occurrences = ReadonlyMap<string, number>;

/** How many have each key. */
export function countBy<T>(all: Iterable<T>, keyOf: (one: T) => string): Occurrences {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

interface Candidate {
  readonly one: PreparedTask;
  readonly other: PreparedTask;
  readonly whole: number;
}

/** Pairs that are alike enough, the likest first, then those that stand nearest to each other. */
function likest(
  left: readonly PreparedTask[],
  right: readonly PreparedTask[],
  all: readonly [readonly PreparedTask[], readonly PreparedTask[]],
): Candidate[] {
  const nameIn = nameReader(all);
  return candidates(left, right)
    .flatMap(({ one, other }): Candidate[] => {
      const text = likeness(one.alike.text, other.alike.text);
      const { name, isEnough } = nameIn(one, other);
      const units = one.units === other.units ? 1 : 0;
      const whole = WEIGHTS.text * text + WEIGHTS.name * name + WEIGHTS.units * units;
      return whole >= ALIKE && isEnough ? [{ one, other, whole }] : [];
    })
    .sort(
      (a, b) =>
        b.whole - a.whole ||
        distance(a) - distance(b) ||
        a.one.index - b.one.index ||
        a.other.index - b.other.index,
    );
}

/**
 * Tells how much alike two names are. Where others have the same text, what their names have too says nothing: of
 * 矿山安全在线 and 低空安全在线 only 矿山 and 低空 count.
 */
function nameReader(all: readonly [readonly PreparedTask[], readonly PreparedTask[]]) {
  const texts = all.map((edition) => countBy(edition, ({ text }) => text));
  const pairs = all.map((edition) => {
    const held = edition.flatMap(({ text, alike }) => Array.from(alike.name.pairs, (pair) => text + pair));
    return countBy(held, (each) => each);
  });
  const isOwn = (one: PreparedTask, side: 0 | 1) => (texts[side]?.get(one.text) ?? 0) < 2;
  return (one: PreparedTask, other: PreparedTask): { readonly name: number; readonly isEnough: boolean } => {
    // Kin have names that differ in figures at most.
    if ((isOwn(one, 0) && isOwn(other, 1)) || (one.kin !== '' && one.kin === other.kin))
      return { name: likeness(one.alike.name, other.alike.name), isEnough: true };
    const [own, others] = [one, other].map(({ alike }) => alike.name.pairs) as [Set<string>, Set<string>];
    const isCommon = (pair: string) =>
      [one, other].some(({ text }) => {
        const held = (pairs[0]?.get(text + pair) ?? 0) + (pairs[1]?.get(text + pair) ?? 0);
        const theirs =
          Number(text === one.text && own.has(pair)) + Number(text === other.text && others.has(pair));
        return held > theirs;
      });
    const [left, right] = [own, others].map((each) => [...each].filter((pair) => !isCommon(pair)));
    const shared = left?.filter((pair) => others.has(pair)).length ?? 0;
    const name = shared === 0 ? 0 : shared / Math.min(left?.length ?? 0, right?.length ?? 0);
    return { name, isEnough: name >= OWN_ALIKE };
  };
}

function distance({ one, other }: { one: PreparedTask; other: PreparedTask }): number {
  return Math.abs(one.index - other.index);
}

/** Pairs whose texts have at least some pair of characters in common that not all have. */
function candidates(
  left: readonly PreparedTask[],
  right: readonly PreparedTask[],
): { one: PreparedTask; other: PreparedTask }[] {
  const near = pairIndex(right.map(({ alike }) => alike.text));
  return left.flatMap((one) => near(one.alike.text).map((i) => ({ one, other: right[i] as PreparedTask })));
}
