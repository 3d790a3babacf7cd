import { whoOf } from '../model/book.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { lexiconOf } from '../units/index.js';
import { MARK } from '../words/levels.js';
import type { Pairs } from './changes.js';

/** So many tasks that went to one new name are enough, whatever the two names look like. */
const ENOUGH = 3;

/** What stands before the office's own name: 区, 云溪县. */
const UP_TO_LEVEL = new RegExp(`^.*${MARK}`);

/**
 * Units that go by another name in a new edition: the earlier name is printed no more, and most of its tasks are
 * those of one name that is new, which has few others. The two names begin alike, or there are three such tasks
 * at least. Units that are both listed, or whose names the new edition's registry knows as one, are not looked at.
 *
 * @param pairs which tasks are the same
 * @returns for a unit of the new edition its former name, in the order of the earlier edition
 */
export function renamedUnits(before: TaskBook, after: TaskBook, pairs: Pairs): Map<string, string> {
  const { find } = lexiconOf(after);
  const listed = listedIn(after);
  const [old, now] = [tasksByUnit(before.tasks), tasksByUnit(after.tasks)];
  const next = new Map(pairs);
  const renamed = new Map<string, string>();
  for (const [name, theirs] of old) {
    if (now.has(name) || (find(name) ?? { name }).name !== name) continue;
    const left = [...theirs].flatMap((i) => next.get(i) ?? []);
    const heirs = Array.from(now).filter(([unit, tasks]) => {
      if (old.has(unit) || renamed.has(unit) || (listed.has(unit) && listed.has(name))) return false;
      const shared = left.filter((j) => tasks.has(j)).length;
      const isMost = shared * 2 > left.length && shared * 2 > tasks.size;
      return isMost && (shared >= ENOUGH || beginAlike(name, unit));
    });
    const [heir] = heirs;
    if (heir && heirs.length === 1) renamed.set(heir[0], name);
  }
  return renamed;
}

/**
 * Units that may go by another name in a new edition, though nobody can be sure: the earlier name is printed no more, and
 * most of its tasks are those of one name that is new.
 *
 * @param after with the names that its units surely went by
 * @returns for the former name the new one
 */
export function perhapsRenamed(before: TaskBook, after: TaskBook): Map<string, string> {
  const [old, now] = [tasksByUnit(before.tasks), tasksByUnit(after.tasks)];
  const { find } = lexiconOf(after);
  const placeOf = new Map(after.tasks.map(({ id }, j) => [id, j]));
  const perhaps = new Map<string, string>();
  for (const [name, theirs] of old) {
    if (now.has(name) || (find(name) ?? { name }).name !== name) continue;
    const left = [...theirs].flatMap((i) => placeOf.get(before.tasks[i]?.id ?? '') ?? []);
    const heirs = Array.from(now).filter(
      ([unit, tasks]) => !old.has(unit) && left.filter((j) => tasks.has(j)).length * 2 > left.length,
    );
    const [heir] = heirs;
    if (heir && heirs.length === 1) perhaps.set(name, heir[0]);
  }
  return perhaps;
}

/** The places of the tasks that name each unit, in the order of the notice. */
function tasksByUnit(tasks: readonly Task[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const [i, task] of tasks.entries()) {
    for (const each of whoOf(task)) {
      if (each.kind !== 'named') continue;
      const places = found.get(each.unit) ?? new Set();
      found.set(each.unit, places.add(i));
    }
  }
  return found;
}

/** The units that a registry has. */
function listedIn({ units, unlisted }: TaskBook): Set<string> {
  const strangers = new Set(unlisted);
  return new Set(units.flatMap(({ name }) => (strangers.has(name) ? [] : [name])));
}

/** 区科委 and 区科学技术局: whether two names begin with the same character, the level left out. */
function beginAlike(one: string, other: string): boolean {
  let end = 0;
  while (end < one.length && one[end] === other[end]) end++;
  return one.slice(0, end).replace(UP_TO_LEVEL, '') !== '';
}
