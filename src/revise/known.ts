import { compared, likeness } from '../links/index.js';
import { addTo } from '../model/grouping.js';
import type { EarlierTask, TaskBook } from '../model/taskbook.js';
import { lettersOf, normalizeName } from '../words/width.js';
import { kinKey } from './kin.js';
import { printedOf, wordsKey } from './lineage.js';
import { type Whereabouts, whereaboutsIn } from './whereabouts.js';

/** A task as some edition printed it. */
export type PrintedTask = Pick<EarlierTask, 'id' | 'name' | 'goal' | 'units'>;

/** Which task a row is of. */
export interface RowMeaning {
  /** Nothing where that is not clear. */
  readonly id: string | undefined;
  /** Whether it has just the words of that task, as some edition printed it, and its units where it has any. */
  readonly isSure: boolean;
  /** Whether only what it says but for figures tells, and that alone of its units' tasks says so. */
  readonly isByKin?: boolean;
  /** Whether its id is of one task, and its words of another. */
  readonly isContradicted: boolean;
}

/** Tells which task a printed row is of, whatever its people have done to it. */
export type MeaningFinder = (row: PrintedTask) => RowMeaning;

/** How much alike a name or a goal must be for an id to be believed. */
const ALIKE = 0.3;
/** How much alike two goals must be to be one, in which the name is often said again. */
const SAME_GOAL = 0.5;
/** A shorter goal may be of several tasks. */
const SHORT = 6;

/** What is known of the tasks of a notice and of its earlier editions: the same for every sheet, roll-up and month. */
export interface Lineage {
  readonly book: TaskBook;
  /** Its tasks as it prints them, and as earlier editions did. */
  readonly printed: readonly PrintedTask[];
  /** Whether earlier editions are known: then nothing of them is told by likeness. */
  readonly isKnown: boolean;
  readonly means: MeaningFinder;
  readonly whereabouts: Whereabouts;
}

const ready = new WeakMap<TaskBook, Lineage>();

/** What is known of a notice's tasks, as `withLineage` has found it. */
export function lineageIn(book: TaskBook): Lineage {
  const known = ready.get(book);
  if (known) return known;
  const printed = [
    ...book.tasks.map((task) => ({ id: task.id, ...printedOf(book, task) })),
    ...(book.earlier ?? []),
  ];
  const lineage: Lineage = {
    book,
    printed,
    isKnown: book.earlier !== undefined,
    means: meaningFinder(printed),
    whereabouts: whereaboutsIn(book),
  };
  ready.set(book, lineage);
  return lineage;
}

/**
 * Makes tasks ready to be asked which of them a row is of: the one whose id and words it bears. Where these are of two
 * tasks, somebody has sorted or copied the ids alone, and the words count. A row whose id somebody erased is known by its
 * words; one whose words somebody changed, by its id. Each row is judged by itself: it is of the same task on every sheet.
 *
 * @param tasks as any edition printed them
 */
export function meaningFinder(tasks: readonly PrintedTask[]): MeaningFinder {
  const byId = new Map<string, PrintedTask[]>();
  const byWords = new Map<string, PrintedTask[]>();
  for (const task of tasks) {
    addTo(byId, task.id, task);
    addTo(byWords, wordsKey(task), task);
  }
  const byName = soleBy(tasks, ({ name }) => normalizeName(name));
  const byGoal = soleBy(tasks, ({ goal }) => goalKey(goal));
  const byKin = new Map<string, PrintedTask[]>();
  for (const task of tasks) addTo(byKin, kinKey(task), task);

  return (row) => {
    const own = byId.get(row.id);
    const holders = byWords.get(wordsKey(row)) ?? [];
    const kin = kinIn(row, byKin, [...holders, ...(own ?? [])]);
    if (kin !== undefined) return kin;
    if (holders.length > 0) {
      const id = holderOf(row, holders);
      return { id, isSure: isHeldBy(row, holders, id), isContradicted: own !== undefined && id !== row.id };
    }
    const named = byName.get(normalizeName(row.name));
    const meant = byGoal.get(goalKey(row.goal));
    /** By its words alone: the one name or goal that is left, where the other is not of something else. */
    const byRest = (): string | undefined => {
      const has = (id: string | undefined, words: Partial<PrintedTask>) =>
        id !== undefined && (byId.get(id) ?? []).some((task) => isLike(task, { ...row, ...words }));
      if (has(named, { name: '' })) return named;
      return has(meant, { goal: '' }) ? meant : undefined;
    };
    if (!own) return { id: row.id === '' ? byRest() : undefined, isSure: false, isContradicted: false };
    const nameds = named === undefined || named === row.id ? undefined : byId.get(named);
    // The notice may have changed both: the name is another's, and the goal is more like that one's.
    if (named !== undefined && nameds && closeness(row, nameds) > closeness(row, own))
      return { id: named, isSure: false, isContradicted: true };
    if (!own.some((task) => isLike(task, row))) return { id: byRest(), isSure: false, isContradicted: true };
    // 编号 and 任务名称 sorted without 目标内容: where its goal is another's, nobody can tell which is right.
    return { id: row.id, isSure: false, isContradicted: meant !== undefined && meant !== row.id };
  };
}

/**
 * Where neither the words nor the id of a row are of a task of its units, and such have tasks that say the same but for
 * figures: it is of that task, or nobody can tell of which.
 *
 * @param others the tasks that have just its words, or its id
 */
function kinIn(
  row: PrintedTask,
  byKin: ReadonlyMap<string, readonly PrintedTask[]>,
  others: readonly PrintedTask[],
): RowMeaning | undefined {
  const key = kinKey(row);
  const units = normalizeName(row.units);
  if (key === '' || others.some((each) => normalizeName(each.units) === units)) return undefined;
  const [id, ...several] = new Set((byKin.get(key) ?? []).map((each) => each.id));
  if (id === undefined) return undefined;
  return { id: several.length === 0 ? id : undefined, isSure: false, isByKin: true, isContradicted: false };
}

/** Of the tasks that have just a row's words, the one whose id it bears; of several such, the one whose units it names. */
function holderOf(row: PrintedTask, holders: readonly PrintedTask[]): string | undefined {
  const all = new Set(holders.map(({ id }) => id));
  const units = normalizeName(row.units);
  const named = new Set(holders.flatMap((each) => (normalizeName(each.units) === units ? [each.id] : [])));
  const [one, ...others] = named.size > 0 ? named : all;
  if (others.length === 0) return one;
  return all.has(row.id) ? row.id : undefined;
}

/** Whether one of the tasks that have just a row's words, of that id, has the units that the row names, if it names any. */
function isHeldBy(row: PrintedTask, holders: readonly PrintedTask[], id: string | undefined): boolean {
  const units = normalizeName(row.units);
  const isNone = lettersOf(units) === '';
  return holders.some((each) => each.id === id && (isNone || normalizeName(each.units) === units));
}

/** The ids of those that are alone in having a text; that of one task in several editions counts once. */
function soleBy(tasks: readonly PrintedTask[], keyOf: (task: PrintedTask) => string): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const task of tasks) found.set(keyOf(task), (found.get(keyOf(task)) ?? new Set()).add(task.id));
  found.delete('');
  return new Map(
    Array.from(found).flatMap(([key, [id, ...others]]): [string, string][] =>
      id !== undefined && others.length === 0 ? [[key, id]] : [],
    ),
  );
}

/** Whether two tasks have much the same goal, or none: a name alone is that of many notices' tasks. */
export function hasGoalOf(one: Pick<PrintedTask, 'goal'>, other: Pick<PrintedTask, 'goal'>): boolean {
  return likeness(compared(one.goal), compared(other.goal)) >= SAME_GOAL;
}

/** A goal as it is compared; '' where it is too short to be one task's alone. */
function goalKey(goal: string): string {
  return goal.length < SHORT ? '' : normalizeName(goal);
}

/** How much a row's goal is like a task's, as any edition has it. */
function closeness({ goal }: PrintedTask, tasks: readonly PrintedTask[]): number {
  const own = compared(goal);
  return Math.max(...tasks.map((task) => likeness(own, compared(task.goal))));
}

/** Whether a row can be that of a task whose id it bears: it says nothing else, or much of the same. */
function isLike(task: PrintedTask, { name, goal }: PrintedTask): boolean {
  if (name.trim() === '' && goal.trim() === '') return true;
  const alike = (one: string, other: string) => likeness(compared(one), compared(other)) >= ALIKE;
  return normalizeName(task.name) === normalizeName(name) || alike(name, task.name) || alike(goal, task.goal);
}
