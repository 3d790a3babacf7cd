import { tableOf, whoOf } from '../model/book.js';
import type { Unit } from '../model/registry.js';
import type { EarlierTask, Task, TaskBook } from '../model/taskbook.js';
import { rowOf } from '../sheets/index.js';
import { namesOf } from '../units/index.js';
import { normalizeName } from '../words/width.js';
import type { Pairs } from './changes.js';
import { type Fate, fatesOf } from './fates.js';
import type { Edition } from './match.js';
import { renamedUnits } from './units.js';

/**
 * A task book that goes on from an earlier edition. Its tasks bear the ids that the same tasks have there, so
 * that an id stays even where words of the task change; a task that is new keeps its own id, with `-2` where an
 * earlier one bears it, and one that was cancelled and is back has the id that it had. Its units know the names that
 * they went by, and it knows what earlier editions printed and what has become of that.
 */
export function withLineage(book: TaskBook, earlier: TaskBook): TaskBook {
  const fates = fatesOf(editionsOf(earlier), editionsOf(book));
  const pairs: Pairs = fates.flatMap(
    ({ became, now: [next] }, i): Pairs => (became === 'same' && next !== undefined ? [[i, next]] : []),
  );
  const next = withFormerNames(withIds(book, earlier, pairs), earlier, pairs);
  const past = pastOf(next, earlier, fates);
  return past.length > 0 ? { ...next, earlier: past } : next;
}

/** Tasks as they are compared with another edition's. */
export function editionsOf(book: TaskBook): Edition[] {
  return book.tasks.map((task) => ({
    id: task.id,
    group: tableOf(book, task).name,
    name: task.name,
    text: task.goal,
    units: whoOf(task)
      .map(({ text }) => text)
      .join('、'),
  }));
}

function withFormerNames(book: TaskBook, earlier: TaskBook, pairs: Pairs): TaskBook {
  const renamed = renamedUnits(earlier, book, pairs);
  const formerOf = new Map(earlier.units.map(({ name, formerly = [] }) => [name, formerly]));
  const named = new Set(
    book.tasks.flatMap((task) => whoOf(task).flatMap((who) => ('unit' in who ? [who.unit] : []))),
  );
  // What an earlier edition has said of a name stays said, as long as no task gives it to somebody again.
  const before = earlier.units.flatMap(({ formerly = [] }) => formerly.filter((name) => !named.has(name)));
  const gone = new Set([...renamed.values(), ...before]);
  const taken = new Set(book.units.flatMap(({ name }) => (gone.has(name) ? [] : [name])));
  const all = book.units.map((unit) => {
    const before = renamed.get(unit.name);
    const known = [
      ...(unit.formerly ?? []),
      ...(formerOf.get(unit.name) ?? []),
      ...(before === undefined ? [] : [before, ...(formerOf.get(before) ?? [])]),
    ];
    const formerly = Array.from(new Set(known)).filter((name) => name !== unit.name && !taken.has(name));
    return formerly.length > 0 ? { ...unit, formerly } : unit;
  });
  const next = withoutFormer({ ...book, units: all }, named);
  const sure = new Set([...formerIn(book), ...formerIn(earlier).filter(isSure(earlier))]);
  const guessed = formerIn(next).filter((name) => !sure.has(name));
  return guessed.length > 0 ? { ...next, guessed } : next;
}

function formerIn({ units }: TaskBook): string[] {
  return units.flatMap(({ formerly = [] }) => formerly);
}

/** Whether a former name is one that somebody has listed, and no guess. */
function isSure({ guessed = [] }: TaskBook): (name: string) => boolean {
  return (name) => !guessed.includes(name);
}

/**
 * A registry may list a unit under its former name and not know the new one: the two are one, and it is what the registry
 * says of the former.
 *
 * @param named the units that have tasks
 */
function withoutFormer(book: TaskBook, named: ReadonlySet<string>): TaskBook {
  const strangers = new Set(book.unlisted);
  const heirs = book.units.flatMap(({ name, formerly = [] }) =>
    strangers.has(name) ? formerly.map((former): [string, string] => [former, name]) : [],
  );
  const heirOf = new Map(heirs.filter(([former]) => !named.has(former)));
  const gone = book.units.filter(({ name }) => heirOf.has(name));
  if (gone.length === 0) return book;
  const units = book.units.flatMap((unit) => {
    if (heirOf.has(unit.name)) return [];
    const former = gone.find(({ name }) => heirOf.get(name) === unit.name);
    return [former ? heirOfUnit(unit, former) : unit];
  });
  const groups = book.groups.map((group) => ({
    ...group,
    members: group.members?.map((member) => heirOf.get(member) ?? member) ?? null,
  }));
  return { ...book, units, groups };
}

function heirOfUnit({ formerly = [], ...unit }: Unit, former: Unit): Unit {
  const names = new Set([...formerly, ...namesOf(former)]);
  const { kind, hosts } = former;
  return { ...unit, formerly: [...names], kind, ...(hosts && { hosts }) };
}

function withIds(book: TaskBook, earlier: TaskBook, pairs: Pairs): TaskBook {
  const kept = new Map(pairs.map(([i, j]) => [j, earlier.tasks[i]?.id ?? '']));
  const back = backAgain(book, earlier, kept);
  const taken = new Set([
    ...kept.values(),
    ...back.values(),
    ...[...earlier.tasks, ...(earlier.earlier ?? [])].map(({ id }) => id),
  ]);
  const ids = new Map<string, string>();
  const tasks = book.tasks.map((task, j) => {
    let id = kept.get(j) ?? back.get(j);
    if (id === undefined) {
      id = task.id;
      for (let n = 2; taken.has(id); n++) id = `${task.id.replace(/-\d+$/, '')}-${n}`;
      taken.add(id);
    }
    ids.set(task.id, id);
    return { ...task, id };
  });
  const chapters = book.chapters.map((chapter) => ({
    ...chapter,
    measures: chapter.measures.map((measure) => ({
      ...measure,
      sentences: measure.sentences.map((sentence) => ({
        ...sentence,
        tasks: sentence.tasks.map((id) => ids.get(id) ?? id),
      })),
    })),
  }));
  return { ...book, chapters, tasks };
}

/** Tasks that an edition before the earlier one had in the same words, and the earlier one had not: their ids. */
function backAgain(
  { tasks }: TaskBook,
  { tasks: then, earlier: past = [] }: TaskBook,
  kept: ReadonlyMap<number, string>,
): Map<number, string> {
  const there = new Set(then.map(({ id }) => id));
  const gone = new Map<string, Set<string>>();
  for (const each of past) {
    if (there.has(each.id)) continue;
    const key = wordsKey(each);
    gone.set(key, (gone.get(key) ?? new Set()).add(each.id));
  }
  const back = new Map<number, string>();
  const used = new Set<string>();
  for (const [j, task] of tasks.entries()) {
    const [id, ...others] = kept.has(j) ? [] : (gone.get(wordsKey(task)) ?? []);
    if (id === undefined || others.length > 0 || used.has(id)) continue;
    back.set(j, id);
    used.add(id);
  }
  return back;
}

/** A name and a goal as they are compared: blanks and widths make no difference. */
export function wordsKey({ name, goal }: { readonly name: string; readonly goal: string }): string {
  return [name, goal].map(normalizeName).join('\n');
}

/** What earlier editions printed otherwise, and what has become of it by now. */
function pastOf(book: TaskBook, before: TaskBook, fates: readonly Fate[]): EarlierTask[] {
  const ids = new Set(book.tasks.map(({ id }) => id));
  const idAt = (j: number) => book.tasks[j]?.id ?? '';
  const fateOf = new Map(
    before.tasks.map(({ id }, i): [string, Pick<EarlierTask, 'became' | 'now'>] => {
      const { became, now } = fates[i] as Fate;
      return [id, { became, now: now.map(idAt) }];
    }),
  );
  const onward = ({ id, became, now, ...words }: EarlierTask): EarlierTask => {
    if (ids.has(id) && !fateOf.has(id)) return { id, ...words, became: 'same', now: [id] };
    const next = Array.from(new Set(now.flatMap((each) => fateOf.get(each)?.now ?? [])));
    if (became === 'same') return { id, ...words, became: fateOf.get(id)?.became ?? became, now: next };
    const parted = became === 'maybe' ? became : next.length === 1 ? 'merged' : 'split';
    return { id, ...words, became: next.length === 0 ? 'gone' : parted, now: next };
  };
  const own = before.tasks.map((task): EarlierTask => {
    const fate = fateOf.get(task.id) ?? { became: 'gone', now: [] };
    return { id: task.id, ...printedOf(before, task), ...fate };
  });
  const now = new Set(book.tasks.map((task) => keyOf({ id: task.id, ...printedOf(book, task) })));
  const all = new Map<string, EarlierTask>();
  for (const each of [...(before.earlier ?? []).map(onward), ...own]) {
    const isPlain = each.became === 'same' && each.now.length === 1;
    if (!(isPlain && now.has(keyOf(each)))) all.set(keyOf(each), each);
  }
  return [...all.values()];
}

function keyOf({ id, name, goal, units }: Omit<EarlierTask, 'became' | 'now'>): string {
  return JSON.stringify([id, name, goal, units]);
}

/** What a sheet prints of a task by which it is known again. */
export function printedOf(book: TaskBook, task: Task): Pick<EarlierTask, 'name' | 'goal' | 'units'> {
  const { name, goal, lead, responsible } = rowOf(book, task);
  return { name, goal, units: unitsOf(lead, responsible) };
}

/** Who has a task, as the columns of a sheet have it. */
export function unitsOf(lead: string, responsible: string): string {
  return `${lead}、${responsible}`;
}
