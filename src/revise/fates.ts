import { type Compared, compared, pairIndex } from '../links/index.js';
import type { EarlierTask } from '../model/taskbook.js';
import { normalizeName } from '../words/width.js';
import { kinKey } from './kin.js';
import { type Edition, matched } from './match.js';
import { partedInto } from './parted.js';

/** What has become of a task of an earlier edition. */
export interface Fate {
  readonly became: EarlierTask['became'];
  /** The places of the tasks that it is now, or was made into, in the new edition; itself first. */
  readonly now: readonly number[];
}

/** How much of a goal, from 0 to 1, another task must have to have taken it up, and what it may have had of it before. */
const TAKEN_UP = 0.7;
/** The same where the name has been taken up, too: the end of a goal, and its deadline, are often left out. */
const WITH_NAME = 0.5;
/** By how much more than any other. */
const CLEARLY = 0.1;
/** A shorter goal, in pairs of characters, is in others by chance. */
const SHORT = 6;
/** A shorter name, too. */
const SHORT_NAME = 3;

/** What is asked of texts again and again. */
interface TaskWords {
  readonly name: string;
  readonly goal: Compared;
  /** Its name and goal. */
  readonly whole: Compared;
}

/**
 * What has become of each task of an edition in the next: the one decision by which ids, sheets, what has changed and months
 * go. It goes on, also with parts of it made into others; it was put into another, or parted over several; it may be one of
 * several, which only people can tell; or it is gone.
 */
export function fatesOf(before: readonly Edition[], after: readonly Edition[]): Fate[] {
  const { pairs, doubts } = matched(before, after);
  const nextOf = new Map(pairs);
  const formerOf = new Map(pairs.map(([i, j]) => [j, i]));
  const [was, is] = [before.map(told), after.map(told)];
  const nearNow = pairIndex(is.map(({ whole }) => whole));
  const nearThen = pairIndex(was.map(({ whole }) => whole));

  // What is new may be a part of one that had its words and has them no more.
  const parts = new Map<number, number[]>();
  for (const [j, part] of is.entries()) {
    if (formerOf.has(j) || part.goal.pairs.size < SHORT) continue;
    const holders = nearThen(part.goal).filter((i) => {
      const next = nextOf.get(i);
      const hasStill = next === undefined || shareOf(part.goal, is[next]?.whole) >= TAKEN_UP;
      return shareOf(part.goal, was[i]?.whole) >= TAKEN_UP && !hasStill;
    });
    const [holder] = holders;
    if (holder !== undefined && holders.length === 1) parts.set(holder, [...(parts.get(holder) ?? []), j]);
  }

  const fateOf = (i: number): Fate => {
    const next = nextOf.get(i);
    if (next !== undefined) return { became: 'same', now: [next, ...(parts.get(i) ?? [])] };
    const open = (doubts.get(i) ?? []).toSorted((a, b) => a - b);
    // A task of other units that has its very words now has not taken it up.
    if (open.some((j) => areKin(before[i] as Edition, after[j] as Edition)))
      return { became: 'maybe', now: open };
    const gone = was[i] as TaskWords;
    const near = nearNow(gone.whole);
    const isOwn = !nearThen(gone.goal).some(
      (other) => other !== i && shareOf(gone.goal, was[other]?.goal) >= TAKEN_UP,
    );
    const taker = takerOf(gone, isOwn, near, is, (j) => was[formerOf.get(j) ?? -1]);
    if (taker !== undefined) return { became: 'merged', now: [taker] };
    const split = partedInto(
      gone.goal,
      near.map((j) => (is[j] as TaskWords).goal),
    ).map(({ index }) => near[index] as number);
    if (gone.goal.pairs.size >= SHORT && split.length > 0)
      return { became: 'split', now: split.sort((a, b) => a - b) };
    if (open.length > 0) return { became: 'maybe', now: open };
    return { became: 'gone', now: [] };
  };
  return before.map((_, i) => fateOf(i));
}

function areKin(one: Edition, other: Edition): boolean {
  const [key, theirs] = [one, other].map(({ name, text, units }) => kinKey({ name, goal: text, units }));
  return key !== '' && key === theirs;
}

/**
 * The task that has taken up one that is gone, if one clearly has: it has its words, and did not have them before.
 *
 * @param isOwn whether no other task had those words; else only the name tells
 */
function takerOf(
  gone: TaskWords,
  isOwn: boolean,
  near: readonly number[],
  is: readonly TaskWords[],
  formerOf: (j: number) => TaskWords | undefined,
): number | undefined {
  if (gone.goal.pairs.size < SHORT) return undefined;
  const takers = near
    .flatMap((j) => {
      const now = is[j] as TaskWords;
      const former = formerOf(j);
      const share = shareOf(gone.goal, now.whole);
      const isNamed = hasName(now, gone) && !(former && hasName(former, gone));
      const isTaken = isOwn && share >= TAKEN_UP && shareOf(gone.goal, former?.whole) < TAKEN_UP;
      return isTaken || (isNamed && share >= WITH_NAME)
        ? [{ j, share: share + (isNamed ? CLEARLY : 0) }]
        : [];
    })
    .sort((a, b) => b.share - a.share || a.j - b.j);
  const [best, next] = takers;
  return best && best.share - (next?.share ?? 0) >= CLEARLY ? best.j : undefined;
}

function hasName({ name }: TaskWords, gone: TaskWords): boolean {
  return gone.name.length >= SHORT_NAME && name !== gone.name && name.includes(gone.name);
}

function told({ name, text }: Edition): TaskWords {
  return { name: normalizeName(name), goal: compared(text), whole: compared(`${name}\n${text}`) };
}

/** How much of a text is in another. */
function shareOf({ pairs }: Compared, whole: Compared | undefined): number {
  if (!whole) return 0;
  let shared = 0;
  for (const pair of pairs) if (whole.pairs.has(pair)) shared++;
  return shared / pairs.size;
}
