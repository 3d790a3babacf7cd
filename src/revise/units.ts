import { whoOf } from '../model/book.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { lexiconOf } from '../units/index.js';
import { MARK } from '../words/levels.js';
import type { Pairs } from './changes.js';

/** So many tasks that went to one new name are enough, whatever the two names look like. */
const ENOUGH = 3;

/** What parts units where a sheet prints them, and what stands behind a name there: 等单位, （推定承上）. */
const BETWEEN_UNITS = /(?:等(?:单位)?)?(?:[（(][^（()）]{0,40}[）)])?[、，,；;\s]+/u;

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
 * most of its tasks are those of one name that is new. As long as nobody says what it is, that may be so in each run; where both
 * are listed, they are two.
 *
 * @param book with what earlier editions printed, and the names that its units surely went by
 * @returns for the former name the new one
 */
export function perhapsRenamed(book: TaskBook): Map<string, string> {
  const now = tasksByUnit(book.tasks);
  const { find } = lexiconOf(book);
  const old = printedBefore(book);
  const listed = listedIn(book);
  const perhaps = new Map<string, string>();
  for (const [name, left] of old) {
    if (now.has(name) || (find(name) ?? { name }).name !== name) continue;
    const heirs = Array.from(now).filter(
      ([unit, tasks]) =>
        !old.has(unit) &&
        !(listed.has(unit) && listed.has(name)) &&
        [...left].filter((j) => tasks.has(j)).length * 2 > left.size,
    );
    const [heir] = heirs;
    if (heir && heirs.length === 1) perhaps.set(name, heir[0]);
  }
  return perhaps;
}

/** The names that earlier editions printed of units, each with the places of its tasks now. */
function printedBefore({ tasks, earlier = [] }: TaskBook): Map<string, Set<number>> {
  const placeOf = new Map(tasks.map(({ id }, j) => [id, j]));
  const changed = new Set(earlier.map(({ id }) => id));
  const found = tasksByUnit(tasks, ({ id }) => !changed.has(id));
  for (const { id, units } of earlier) {
    const place = placeOf.get(id);
    for (const name of units.split(BETWEEN_UNITS)) {
      const places = found.get(name) ?? new Set();
      found.set(name, place === undefined ? places : places.add(place));
    }
  }
  found.delete('');
  return found;
}

/** The places of the tasks that name each unit, in the order of the notice. */
function tasksByUnit(
  tasks: readonly Task[],
  isWanted: (task: Task) => boolean = () => true,
): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const [i, task] of tasks.entries()) {
    for (const each of isWanted(task) ? whoOf(task) : []) {
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
