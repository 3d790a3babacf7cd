import type { Compared } from '../links/index.js';

/** How much of a text, from 0 to 1, must be in another for it to be a part of that one: figures may have changed. */
const PART = 0.6;
/** How much of the whole its parts must have between them. */
const WHOLE = 0.7;
/** How much of what one part has another may have, too. */
const SHARED = 1 / 3;
/** A part so short, in pairs of characters, is in others by chance. */
const SHORTEST = 4;
/** How much of the whole one part must have, and how many times as much as the next, to be the whole's successor. */
const MOST = 2 / 3;
const TIMES = 2;

/** A text that has part of another, and which part. */
export interface TaskPart {
  /** Its place among the texts that were asked. */
  readonly index: number;
  readonly has: ReadonlySet<string>;
}

/**
 * The texts over which one is parted, the largest part first: each is mostly of it, each has something else of it, and
 * together they have most of it; nothing where there are not at least two. 新建幼儿园2所；改扩建中学1所 is parted over
 * 新建幼儿园2所 and 改扩建中学1所.
 */
export function partedInto(whole: Compared, among: readonly Compared[]): TaskPart[] {
  const taken = new Set<string>();
  const parts = among
    .flatMap(({ pairs }, index): TaskPart[] => {
      const has = new Set([...pairs].filter((pair) => whole.pairs.has(pair)));
      const isPart = pairs.size >= SHORTEST && has.size >= PART * pairs.size;
      return isPart ? [{ index, has }] : [];
    })
    .sort((a, b) => b.has.size - a.has.size || a.index - b.index)
    .filter(({ has }) => {
      const again = [...has].filter((pair) => taken.has(pair)).length;
      if (again > SHARED * has.size) return false;
      for (const pair of has) taken.add(pair);
      return true;
    });
  return parts.length > 1 && taken.size >= WHOLE * whole.pairs.size ? parts : [];
}

/** The part that goes on as the whole, where it clearly has most of it. */
export function mainPart(whole: Compared, [first, second]: readonly TaskPart[]): TaskPart | undefined {
  const isClear =
    first && first.has.size >= MOST * whole.pairs.size && first.has.size >= TIMES * (second?.has.size ?? 0);
  return isClear ? first : undefined;
}
