import type { Duty, Part } from '../model/sheet.js';
import type { Assignment, Measure, Sentence, Task, TaskBook } from '../model/taskbook.js';
import { type DutyFinder, dutyFinder, partOf } from './duties.js';

/** Something that a unit has to do, and why. */
export type Concern = { readonly duties: readonly Duty[]; readonly part: Part } & (
  | { readonly task: Task }
  /** What a measure asks of it in some of its sentences, and no task does. */
  | { readonly measure: Measure; readonly sentences: readonly Sentence[] }
);

/**
 * Makes a task book ready to be asked for all that concerns a unit or group, in the order of the notice:
 * what measures ask of it that no task does, then tasks.
 */
export function concernFinder(book: TaskBook): (unit: string) => Concern[] {
  const dutiesIn = dutyFinder(book);
  const stated = book.chapters
    .flatMap(({ measures }) => measures)
    .filter(({ mentions }) => mentions.some(({ tasked }) => !tasked));
  return (unit) => [
    ...stated.flatMap((measure): Concern[] => {
      const { duties, sentences } = inBody(measure, unit, dutiesIn);
      return duties.length > 0 ? [{ duties, part: partOf(duties), measure, sentences }] : [];
    }),
    ...book.tasks.flatMap((task): Concern[] => {
      const duties = dutiesIn(task, unit);
      return duties.length > 0 ? [{ duties, part: partOf(duties), task }] : [];
    }),
  ];
}

/**
 * Why a measure concerns a unit: it names the unit, or a group that the unit is in, and no task that
 * carries the measure out does.
 */
function inBody(
  { mentions, sentences }: Measure,
  unit: string,
  dutiesIn: DutyFinder,
): { readonly duties: readonly Duty[]; readonly sentences: readonly Sentence[] } {
  const own = mentions
    .filter(({ tasked }) => !tasked)
    .map((mention) => {
      const { name, at } = mention;
      const named = { text: name, role: 'responsible', inherited: false, at } as const;
      const responsible: Assignment[] = [
        { ...named, kind: 'named', unit: name },
        { ...named, kind: 'group', group: name },
      ];
      const duties = dutiesIn({ lead: [], responsible, places: [] }, unit);
      return { mention, duties: duties.map((duty): Duty => ({ ...duty, role: 'body' })) };
    })
    .filter(({ duties }) => duties.length > 0);
  const said = new Set(own.flatMap(({ mention }) => mention.sentences));
  return {
    duties: own.flatMap(({ duties }) => duties),
    sentences: sentences.filter((_, i) => said.has(i)),
  };
}
