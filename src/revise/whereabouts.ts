import { tableOf } from '../model/book.js';
import { addTo } from '../model/grouping.js';
import type { ReturnedRow } from '../model/returned.js';
import type { Went } from '../model/sheet.js';
import type { EarlierTask, Task, TaskBook } from '../model/taskbook.js';
import { refWords, rowOf, unmarked } from '../sheets/index.js';
import { normalizeName } from '../words/width.js';
import { fatesOf } from './fates.js';
import { kinKey } from './kin.js';
import { editionsOf, printedOf, unitsOf } from './lineage.js';
import type { Edition } from './match.js';

/** Tells where a task has gone that a sheet no longer has, by its id and by what was printed of it. */
export type Whereabouts = (id: string, cells: ReturnedRow['cells']) => Went | undefined;

/**
 * Makes a task book ready to be asked what has become of tasks of earlier editions: one that it still has is others' now;
 * of one that is gone, its lineage tells into which it was put, over which it was parted, or of which it may be one. Of what
 * the lineage does not know, the words tell.
 */
export function whereaboutsIn(book: TaskBook): Whereabouts {
  const byId = new Map(book.tasks.map((task) => [task.id, task]));
  const before = new Map((book.earlier ?? []).map((task) => [task.id, task]));
  const toTask = (id: string) => {
    const task = byId.get(id);
    if (!task) return [];
    const row = rowOf(book, task);
    return [{ id, ref: refWords(row), name: task.name || tableOf(book, task).name || id }];
  };
  const went = (kind: Went['kind'], ids: readonly string[]): Went | undefined => {
    const [first, ...more] = ids.flatMap(toTask);
    return first && { kind, ...first, ...(more.length > 0 && { more }) };
  };
  let byKin: Map<string, Task[]> | undefined;
  /** Where no earlier edition is known: tasks of a row's units that say the same as it but for figures. */
  const kinOf = ({ name = '', goal = '', lead = '', responsible = '' }: ReturnedRow['cells']) => {
    if (book.earlier !== undefined) return [];
    if (!byKin) {
      byKin = new Map();
      for (const task of book.tasks) addTo(byKin, kinKey(printedOf(book, task)), task);
    }
    const words = [name, goal, lead].map(unmarked) as [string, string, string];
    const key = kinKey({ name: words[0], goal: words[1], units: unitsOf(words[2], responsible) });
    return key === '' ? [] : (byKin.get(key) ?? []).map((task) => task.id);
  };
  return (id, cells) => {
    const kin = kinOf(cells);
    // A row that bears the id of the only one is that task's.
    if (kin.some((each) => each !== id)) return went('maybe', kin);
    if (byId.has(id)) return went('others', [id]);
    const known = before.get(id) ?? fateByGoal(book, cells) ?? fateByWords(book, id, cells.goal ?? '');
    return known.became === 'same' || known.became === 'gone' ? undefined : went(known.became, known.now);
  };
}

/**
 * What has become of a task whose very goal the notice still has, under another name: nobody can tell. It may be the one in
 * its place that the same units lead; else what these lead, else the only one. 承接市上应用贯通。 is the goal of many.
 */
function fateByGoal(
  book: TaskBook,
  { goal = '', ref, lead }: ReturnedRow['cells'],
): Pick<EarlierTask, 'became' | 'now'> | undefined {
  const key = normalizeName(unmarked(goal));
  const rows = key === '' ? [] : book.tasks.map((task) => rowOf(book, task));
  const holders = rows.filter((row) => normalizeName(row.goal) === key);
  if (holders.length === 0) return undefined;
  const isLed = (row: (typeof rows)[number]) =>
    lead === undefined || normalizeName(row.lead) === normalizeName(unmarked(lead));
  const led = holders.filter(isLed);
  const placed = led.filter((row) => refWords(row) === ref);
  const likely = placed.length > 0 ? placed : led.length > 0 || holders.length > 1 ? led : holders;
  return likely.length > 0
    ? { became: 'maybe', now: likely.map(({ id }) => id) }
    : { became: 'gone', now: [] };
}

/** What has become of a task of an edition that nobody has compared with this one. */
function fateByWords(book: TaskBook, id: string, goal: string): Pick<EarlierTask, 'became' | 'now'> {
  const gone: Edition = { id, group: '', name: '', text: unmarked(goal), units: '' };
  const after = editionsOf(book).map((edition) => ({ ...edition, name: '' }));
  const [fate] = fatesOf([gone], after);
  const { became, now } = fate ?? { became: 'gone', now: [] };
  // What goes on bears the id by which it is looked for.
  const isOne = became === 'same';
  return { became: isOne ? 'merged' : became, now: now.map((j) => book.tasks[j]?.id ?? '') };
}
