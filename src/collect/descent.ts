import type { TaskReports } from '../model/roll-up.js';
import { type Edition, fatesOf, type Lineage } from '../revise/index.js';

/** A task as an earlier month, or this one, has it. */
export type ToldTask = Pick<TaskReports, 'id' | 'category' | 'name' | 'goal'>;

/** What became of the tasks of an earlier month. */
export interface Descent {
  /** The task that it is now, by the id that it had; what is no longer there is not in it. */
  readonly same: ReadonlyMap<string, string>;
  /** Tasks that were made of it besides: split from it, or what it was merged into. */
  readonly made: ReadonlyMap<string, readonly string[]>;
}

/**
 * Follows the tasks of an earlier month into this one, as the notice's lineage does; what that does not know, as two editions
 * are compared.
 *
 * @param isWhole whether all tasks of the earlier month are there; else what is not there may still not be new
 */
export function descentOf(
  before: readonly ToldTask[],
  now: readonly ToldTask[],
  isWhole: boolean,
  { means, printed, book: { earlier = [] } }: Lineage,
): Descent {
  const ids = new Set(now.map(({ id }) => id));
  const known = new Set(printed.map(({ id }) => id));
  const fateOf = new Map(earlier.map((each) => [each.id, each]));
  const same = new Map<string, string>();
  const made = new Map<string, readonly string[]>();
  const open: ToldTask[] = [];
  for (const task of before) {
    const { id, isSure } = means({ ...task, units: '' });
    // An id that was given out by another book, and words that nobody knows, tell nothing.
    const own = isSure ? id : known.has(task.id) || ids.has(task.id) ? task.id : undefined;
    if (own === undefined) {
      open.push(task);
      continue;
    }
    if (ids.has(own)) same.set(task.id, own);
    const others = (fateOf.get(own)?.now ?? []).filter((each) => each !== own && ids.has(each));
    if (others.length > 0) made.set(task.id, others);
  }
  const taken = new Set([...same.values(), ...Array.from(made.values()).flat()]);
  const come = now.filter(({ id }) => !taken.has(id));
  if (open.length === 0) return { same, made };
  for (const [i, { became, now: places }] of fatesOf(open.map(edition), come.map(edition)).entries()) {
    const [id, found] = [open[i]?.id ?? '', places.map((j) => come[j]?.id ?? '')];
    const [first, ...others] = found;
    if (became === 'same' && first !== undefined) same.set(id, first);
    const parts = became === 'same' ? others : found;
    if (parts.length > 0 && (isWhole || became !== 'same')) made.set(id, parts);
  }
  return { same, made };
}

/** Who has a task is not told by a roll-up. */
function edition({ id, category, name, goal }: ToldTask): Edition {
  return { id, group: category.table ?? '', name, text: goal, units: '' };
}
