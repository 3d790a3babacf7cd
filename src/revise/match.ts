import { type Compared, compared, likeness, pairIndex } from '../links/index.js';
import { normalizeName } from '../words/width.js';
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
/** How much alike names must be where many have the same text. */
const NAMES_ALIKE = 0.5;

/** How much each part weighs. */
const WEIGHTS = { text: 0.6, name: 0.25, units: 0.15 } as const;

/** What exact rule makes two the same where only one on each side has the key; surest first. */
const KEYS: readonly ((one: PreparedTask) => string)[] = [
  ({ of }) => of.id,
  ({ of, name, text }) => [normalizeName(of.group), name, text].join('\n'),
  ({ name, text }) => [name, text].join('\n'),
];

interface PreparedTask {
  readonly index: number;
  readonly of: Edition;
  readonly name: string;
  readonly text: string;
  readonly units: string;
  /** Its name and its text, ready to be compared. */
  readonly alike: { readonly name: Compared; readonly text: Compared };
}

/**
 * Finds what is the same in two editions: by id, by name and text, by a name that only one in each has,
 * then what is most alike. A pair is never made of two that are merely next to each other.
 *
 * @param settled places in `before` whose pair in `after` is known
 * @returns pairs of places in `before` and `after`, each at most once, in the order of `before`
 */
export function pairUp(
  before: readonly Edition[],
  after: readonly Edition[],
  settled: ReadonlyMap<number, number> = new Map(),
): [number, number][] {
  const left = new Map(before.map(prepare).map((one) => [one.index, one]));
  const right = new Map(after.map(prepare).map((one) => [one.index, one]));
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
  for (const key of KEYS) {
    const others = soleHolders(right.values(), key);
    for (const [text, one] of soleHolders(left.values(), key)) {
      const other = others.get(text);
      if (other && text.trim() !== '') take(one, other);
    }
  }
  // What is parted over several goes on as none of them, but for one that clearly has most of it.
  for (const { one, main } of parted([...left.values()], [...right.values()])) {
    if (main && right.has(main.index)) take(one, main);
    else left.delete(one.index);
  }
  for (const [name, one] of ownName[0]) {
    const other = ownName[1].get(name);
    if (name !== '' && other && left.has(one.index) && right.has(other.index)) take(one, other);
  }
  const texts = [count(before, ({ text }) => text), count(after, ({ text }) => text)] as const;
  for (const { one, other } of likest([...left.values()], [...right.values()], texts)) {
    if (left.has(one.index) && right.has(other.index)) take(one, other);
  }
  return pairs.sort(([a], [b]) => a - b);
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

function prepare(of: Edition, index: number): PreparedTask {
  return {
    index,
    of,
    name: normalizeName(of.name),
    text: normalizeName(of.text),
    units: normalizeName(of.units),
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

function count(all: readonly Edition[], textOf: (one: Edition) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) {
    const text = normalizeName(textOf(one));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Pairs that are alike enough, the likest first, then those that stand nearest to each other. */
function likest(
  left: readonly PreparedTask[],
  right: readonly PreparedTask[],
  texts: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>],
): { one: PreparedTask; other: PreparedTask }[] {
  const isOwn = (one: PreparedTask, side: 0 | 1) => (texts[side].get(one.text) ?? 0) < 2;
  return candidates(left, right)
    .flatMap(({ one, other }) => {
      const text = likeness(one.alike.text, other.alike.text);
      const name = likeness(one.alike.name, other.alike.name);
      const units = one.units === other.units ? 1 : 0;
      const whole = WEIGHTS.text * text + WEIGHTS.name * name + WEIGHTS.units * units;
      const tellsApart = (isOwn(one, 0) && isOwn(other, 1)) || name >= NAMES_ALIKE;
      return whole >= ALIKE && tellsApart ? [{ one, other, whole }] : [];
    })
    .sort(
      (a, b) =>
        b.whole - a.whole ||
        distance(a) - distance(b) ||
        a.one.index - b.one.index ||
        a.other.index - b.other.index,
    );
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
