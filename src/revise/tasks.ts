import { rowWords } from '../messages/index.js';
import { referenceTo } from '../model/reference.js';
import type { Field, TaskChange, UnitChange, WhereGone } from '../model/revision.js';
import type { SheetPart } from '../model/sheet.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { concernFinder, remarkWords, unitsOf } from '../sheets/index.js';
import { changesOf, outOfOrder, type Pairs } from './changes.js';
import { fatesOf } from './fates.js';
import { editionsOf } from './lineage.js';
import { pairUp } from './match.js';
import { fieldChange } from './segments.js';

/** What is printed of a task: which field it is, and its text. */
const TASK: readonly (readonly [Field, (book: TaskBook, task: Task) => string])[] = [
  ['section', (_, { section }) => section],
  ['name', (_, { name }) => name],
  ['goal', (_, { goal }) => goal],
  ['deadline', (_, { deadline }) => deadline],
  ['lead', (book, task) => unitsOf(book, task, 'lead')],
  ['responsible', (book, task) => unitsOf(book, task, 'responsible')],
  ['supervising', (book, task) => unitsOf(book, task, 'supervising')],
  ['remark', (_, task) => remarkWords(task)],
  ['printed', (_, task) => printedWords(task)],
];

/** What only some notices print of a task: people, times by period, money, points. */
function printedWords({ people, schedule, money, scoring }: Task): string {
  return [
    ...people.map(({ role, name }) => `${role}：${name}`),
    ...[...schedule, ...money, ...scoring].map(({ header, text }) => `${header}：${text}`),
  ].join('\n');
}

/** Which tasks are the same in two editions: by their ids where the new one goes on from the other. */
export function taskPairs(before: TaskBook, after: TaskBook): Pairs {
  const places = new Map(after.tasks.map(({ id }, j) => [id, j]));
  const known = new Set([...places.keys(), ...(after.earlier ?? []).map(({ id }) => id)]);
  const goesOn = before.tasks.every(({ id }) => known.has(id));
  if (!goesOn || !after.earlier) return pairUp(editionsOf(before), editionsOf(after));
  return before.tasks.flatMap(({ id }, i): Pairs => {
    const j = places.get(id);
    return j === undefined ? [] : [[i, j]];
  });
}

/** Where tasks that are in one edition only have gone, or from where they may have come. */
function wentOf(before: TaskBook, after: TaskBook, pairs: Pairs): Map<Task, WhereGone> {
  const went = new Map<Task, WhereGone>();
  const there = new Set(pairs.map(([i]) => i));
  const come = new Set(after.tasks.keys());
  for (const [, j] of pairs) come.delete(j);
  if (there.size === before.tasks.length) return went;
  const told = (book: TaskBook, task: Task) => ({
    where: rowWords(referenceTo(book, task)),
    name: task.name,
  });
  for (const [i, { became, now }] of fatesOf(editionsOf(before), editionsOf(after)).entries()) {
    const task = before.tasks[i];
    if (!task || there.has(i) || became === 'same' || became === 'gone') continue;
    const next = now.flatMap((j) => after.tasks[j] ?? []);
    went.set(task, { became, tasks: next.map((each) => told(after, each)) });
    if (became !== 'maybe') continue;
    for (const j of now) {
      const each = after.tasks[j];
      if (!each || !come.has(j)) continue;
      const tasks = [...(went.get(each)?.tasks ?? []), told(before, task)];
      went.set(each, { became, tasks });
    }
  }
  return went;
}

/** What is not the same of two editions' tasks, and on whose sheets it is. */
export function taskChanges(before: TaskBook, after: TaskBook, pairs: Pairs, tables: Pairs): TaskChange[] {
  const [partsBefore, partsAfter] = [partsByTask(before), partsByTask(after)];
  const unitsOf = (was: Task | undefined, is: Task | undefined): UnitChange[] => {
    const [old, now] = [was && partsBefore.get(was), is && partsAfter.get(is)];
    return Array.from(new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]), (unit) => ({
      unit,
      before: old?.get(unit) ?? null,
      after: now?.get(unit) ?? null,
    }));
  };
  const went = wentOf(before, after, pairs);
  const wentFrom = (was: Task | undefined, is: Task | undefined) => {
    const only = was && is ? undefined : (was ?? is);
    const found = only && went.get(only);
    return found && { went: found };
  };
  const bookOf = new Map<Task, TaskBook>([
    ...before.tasks.map((task) => [task, before] as const),
    ...after.tasks.map((task) => [task, after] as const),
  ]);
  return changesOf<Task>({
    before: before.tasks,
    after: after.tasks,
    pairs,
    moved: movedTasks(before, after, pairs, tables),
    fieldsOf: (was, is) =>
      TASK.flatMap(([field, textOf]) => fieldChange(field, textOf(before, was), textOf(after, is))),
    whereOf: (task) => ({
      where: rowWords(referenceTo(bookOf.get(task) ?? after, task)),
      name: task.name,
      text: task.goal,
      at: task.at,
    }),
  }).map(({ was, is, change }) => ({
    id: (is ?? was)?.id ?? '',
    ...(was && is && was.id !== is.id && { formerId: was.id }),
    ...change,
    ...wentFrom(was, is),
    units: unitsOf(was, is),
  }));
}

/** Earlier indexes of tasks that are in another table now, or in another order within theirs. */
function movedTasks(before: TaskBook, after: TaskBook, pairs: Pairs, tables: Pairs): Set<number> {
  const newTable = new Map(tables.map(([i, j]) => [i + 1, j + 1]));
  const placeOf = (i: number) => before.tasks[i]?.table ?? 0;
  const stayed = pairs.filter(([i, j]) => newTable.get(placeOf(i)) === after.tasks[j]?.table);
  const left = pairs.filter((pair) => !stayed.includes(pair)).map(([i]) => i);
  const reordered = tables.flatMap(([table]) => [
    ...outOfOrder(stayed.filter(([i]) => placeOf(i) === table + 1)),
  ]);
  return new Set([...left, ...reordered]);
}

/** On whose sheets each task is, and in which part. */
function partsByTask(book: TaskBook): Map<Task, Map<string, SheetPart>> {
  const concernsOf = concernFinder(book);
  const parts = new Map<Task, Map<string, SheetPart>>(book.tasks.map((task) => [task, new Map()]));
  for (const { name } of [...book.units, ...book.groups]) {
    for (const concern of concernsOf(name)) {
      if ('task' in concern) parts.get(concern.task)?.set(name, concern.part);
    }
  }
  return parts;
}
