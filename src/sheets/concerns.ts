import { namesIn, whoOf } from '../model/book.js';
import { addTo } from '../model/grouping.js';
import type { Duty } from '../model/sheet.js';
import type { Assignment, Measure, Sentence, Task, TaskBook } from '../model/taskbook.js';
import { type DutyFinder, dutyFinder } from './duties.js';
import { partOf } from './parts.js';

/** Something that a unit has to do, and why. */
export type Concern = { readonly duties: readonly Duty[]; readonly part: ReturnType<typeof partOf> } & (
  | { readonly task: Task }
  /** What a measure asks of it in some of its sentences, and no task does. */
  | { readonly measure: Measure; readonly sentences: readonly Sentence[] }
);

/** Task books that have been made ready: a roll-up asks for the sheet of every unit. */
const ready = new WeakMap<TaskBook, (unit: string) => Concern[]>();

/**
 * Makes a task book ready to be asked for all that concerns a unit or group, in the order of the notice:
 * what measures ask of it that no task does, then tasks.
 */
export function concernFinder(book: TaskBook): (unit: string) => Concern[] {
  const known = ready.get(book);
  if (known) return known;
  const finder = finderFor(book);
  ready.set(book, finder);
  return finder;
}

function finderFor(book: TaskBook): (unit: string) => Concern[] {
  const dutiesIn = dutyFinder(book);
  const tasksOf = taskFinder(book);
  const stated = book.chapters
    .flatMap(({ measures }) => measures.map((measure) => ({ measure, untasked: untaskedIn(measure) })))
    .filter(({ untasked }) => untasked.length > 0);
  return (unit) => {
    const concerns: Concern[] = [];
    for (const { measure, untasked } of stated) {
      const { duties, sentences } = inBody(measure, untasked, unit, dutiesIn);
      if (duties.length > 0) concerns.push({ duties, part: partOf(duties), measure, sentences });
    }
    for (const task of tasksOf(unit)) {
      const duties = dutiesIn(task, unit);
      if (duties.length > 0) concerns.push({ duties, part: partOf(duties), task });
    }
    return concerns;
  };
}

/** Finds the tasks that may concern a unit, in their order: not every unit is asked of every task. */
function taskFinder({ tasks, units }: TaskBook): (unit: string) => readonly Task[] {
  const naming = new Map<string, number[]>();
  /** Tasks that mean some together, or leave others open. */
  const open: number[] = [];
  for (const [i, task] of tasks.entries()) {
    const all = whoOf(task);
    for (const name of namesIn(all)) addTo(naming, name, i);
    if (all.some(({ kind }) => kind !== 'named')) open.push(i);
  }
  const offices = new Map(units.map(({ name, hosts = [] }) => [name, hosts.map(({ office }) => office)]));
  return (unit) => {
    const own = [unit, ...(offices.get(unit) ?? [])].flatMap((name) => naming.get(name) ?? []);
    return Array.from(new Set(own.concat(open)))
      .sort((a, b) => a - b)
      .flatMap((i) => tasks[i] ?? []);
  };
}

/** Units and groups that a measure names and no task that carries it out does, each as if it were a task's. */
function untaskedIn({ mentions }: Measure) {
  return mentions
    .filter(({ tasked }) => !tasked)
    .map(({ name, at, sentences }) => {
      const named = { text: name, role: 'responsible', inherited: false, at } as const;
      const responsible: Assignment[] = [
        { ...named, kind: 'named', unit: name },
        { ...named, kind: 'group', group: name },
      ];
      return { sentences, task: { lead: [], responsible, supervising: [], places: [] } };
    });
}

/** Why a measure concerns a unit: it names the unit, or a group that the unit is in. */
function inBody(
  { sentences }: Measure,
  untasked: ReturnType<typeof untaskedIn>,
  unit: string,
  dutiesIn: DutyFinder,
): { readonly duties: readonly Duty[]; readonly sentences: readonly Sentence[] } {
  const own = untasked
    .map((each) => {
      const duties = dutiesIn(each.task, unit);
      return { ...each, duties: duties.map((duty): Duty => ({ ...duty, role: 'body' })) };
    })
    .filter(({ duties }) => duties.length > 0);
  const said = new Set(own.flatMap((each) => each.sentences));
  return {
    duties: own.flatMap(({ duties }) => duties),
    sentences: sentences.filter((_, i) => said.has(i)),
  };
}
