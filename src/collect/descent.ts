import { type Compared, compared } from '../links/index.js';
import type { TaskReports } from '../model/roll-up.js';
import { type Edition, pairUp } from '../revise/index.js';

/** A task as an earlier month, or this one, has it. */
export type ToldTask = Pick<TaskReports, 'id' | 'category' | 'name' | 'goal'>;

/** What became of the tasks of an earlier month. */
export interface Descent {
  /** The task that it is now, by the id that it had; what is no longer there is not in it. */
  readonly same: ReadonlyMap<string, string>;
  /** Tasks that were made of it besides: split from it, or what it was merged into. */
  readonly made: ReadonlyMap<string, readonly string[]>;
}

/** How much of a text another one must have for it to be a part: who splits or merges tasks leaves most of their words. */
const PART = 0.7;

/** A text so short is in others by chance. */
const SHORTEST = 6;

/**
 * Follows the tasks of an earlier month into this one: by their ids, which stay when words change; else as two editions
 * are compared; else as parts of one another, where a revision split or merged them.
 *
 * @param isWhole whether all tasks of the earlier month are there; else what is not there may still not be new
 */
export function descentOf(before: readonly ToldTask[], now: readonly ToldTask[], isWhole: boolean): Descent {
  const ids = new Set(now.map(({ id }) => id));
  const same = new Map(before.filter(({ id }) => ids.has(id)).map(({ id }) => [id, id]));
  const gone = before.filter(({ id }) => !ids.has(id));
  const known = new Set(before.map(({ id }) => id));
  const come = now.filter(({ id }) => !known.has(id));
  const made = new Map<string, string[]>();
  if (gone.length === 0 && (come.length === 0 || !isWhole)) return { same, made };
  for (const [i, j] of pairUp(gone.map(edition('before')), come.map(edition('now')))) {
    const [was, is] = [gone[i], come[j]];
    if (was && is) same.set(was.id, is.id);
  }
  const formerOf = new Map(Array.from(same, ([was, is]) => [is, was]));
  const [then, today] = [before, now].map((all) => new Map(all.map((told) => [told.id, textOf(told)])));
  if (!then || !today) return { same, made };
  const make = (was: string | undefined, is: string | undefined) => {
    if (was !== undefined && is !== undefined) made.set(was, [...(made.get(was) ?? []), is]);
  };
  // What is new was split from a task that had its words and has them no more.
  for (const { id, goal } of isWhole ? come : []) {
    if (!formerOf.has(id))
      make(
        holderOf(goal, then, (was) => today.get(same.get(was) ?? '')),
        id,
      );
  }
  // What is gone was merged into one that has its words and did not have them.
  for (const { id, goal } of gone) {
    if (!same.has(id))
      make(
        id,
        holderOf(goal, today, (is) => then.get(formerOf.get(is) ?? '')),
      );
  }
  return { same, made };
}

/** Who has a task is not told by a roll-up: that two have none in common says nothing. */
function edition(units: string) {
  return ({ id, category, name, goal }: ToldTask): Edition => ({
    id,
    group: category.table ?? '',
    name,
    text: goal,
    units,
  });
}

function textOf({ name, goal }: ToldTask): Compared {
  return compared(`${name}\n${goal}`);
}

/**
 * The task that has a text as a part, and not in its other form; none where there are several.
 *
 * @param otherOf what the task is in the other month
 */
function holderOf(
  part: string,
  among: ReadonlyMap<string, Compared>,
  otherOf: (id: string) => Compared | undefined,
): string | undefined {
  const { pairs } = compared(part);
  if (pairs.size < SHORTEST) return undefined;
  const shareIn = (whole: Compared) => {
    let shared = 0;
    for (const pair of pairs) if (whole.pairs.has(pair)) shared++;
    return shared / pairs.size;
  };
  const holders = Array.from(among).filter(([id, text]) => {
    if (shareIn(text) < PART) return false;
    const other = otherOf(id);
    return other === undefined || shareIn(other) < PART;
  });
  return holders.length === 1 ? holders[0]?.[0] : undefined;
}
