import { namesIn, whoOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Stretch } from '../model/passage.js';
import { placeWithin, stretchIn } from '../model/passage.js';
import type { LineStarts, Place } from '../model/place.js';
import type { Unit } from '../model/registry.js';
import type { Chapter, Measure, Mention, Role, Task } from '../model/taskbook.js';
import { namesOf } from '../units/index.js';
import { literally } from '../words/any-of.js';

interface FoundMention extends Stretch {
  readonly unit: string;
}

/** What stands behind a committee's name where its member units are meant. */
const MEMBERS = /各?成员单位/y;

/**
 * Finds where a text mentions units by a name of theirs, or the member units of a committee; of names that
 * overlap, the longest.
 */
export type MentionFinder = (text: string) => FoundMention[];

/** Makes units ready to be looked for. */
export function mentionFinder(units: readonly Unit[]): MentionFinder {
  const owners = new Map(units.flatMap((unit) => namesOf(unit).map((name) => [name, unit.name] as const)));
  if (owners.size === 0) return () => [];
  const names = Array.from(owners.keys(), literally);
  const anyName = new RegExp(names.sort((a, b) => b.length - a.length).join('|'), 'g');
  return (text) =>
    Array.from(text.matchAll(anyName), ({ 0: name, index }) => {
      const unit = owners.get(name) as string;
      MEMBERS.lastIndex = index + name.length;
      return MEMBERS.test(text)
        ? { unit: `${unit}成员单位`, start: index, end: MEMBERS.lastIndex }
        : { unit, start: index, end: index + name.length };
    });
}

/**
 * Tells which units, and which committees' members, each measure names, and whether the tasks that
 * carry it out name them, too. Townships are left out: a measure names them as places.
 */
export function withMentions(
  chapters: readonly Chapter[],
  tasks: readonly Pick<Task, Role | 'measures'>[],
  units: readonly Unit[],
  lines: LineStarts,
): Chapter[] {
  const mentionsIn = mentionFinder(units.filter(({ kind }) => kind !== 'township'));
  const taskedIn = new Map<string, Set<string>>();
  for (const task of tasks) {
    for (const { measure } of task.measures) {
      const names = taskedIn.get(measure) ?? new Set<string>();
      for (const name of namesIn(whoOf(task))) names.add(name);
      taskedIn.set(measure, names);
    }
  }
  return chapters.map((chapter) => ({
    ...chapter,
    measures: chapter.measures.map((measure): Measure => {
      const mentions = new Map<string, { readonly sentences: Set<number>; readonly at: Place }>();
      for (const [i, sentence] of measure.sentences.entries()) {
        for (const { unit: name, start, end } of mentionsIn(sentence.text)) {
          const known = mentions.get(name);
          if (known) known.sentences.add(i);
          else
            mentions.set(name, { sentences: new Set([i]), at: placeWithin(sentence, { start, end }, lines) });
        }
      }
      const tasked = taskedIn.get(measure.id);
      return {
        ...measure,
        mentions: Array.from(mentions, ([name, { sentences, at }]): Mention => {
          return { name, sentences: Array.from(sentences), tasked: tasked?.has(name) ?? false, at };
        }),
      };
    }),
  }));
}

/** 会同市统计局比对: who is named so has a part in it. */
const JOINED = /(?:会同|联合|配合|协助|协同)[^，。；：]{0,60}$/;

const EXPLAINS = /^[^，。；]{2,40}负责解释/;

/**
 * The mentions of a measure that nobody's tasks take up. Without rows of tables the text itself says who has to do what, and
 * most of those whom it names besides are told something, sat in a meeting or explain it (报县财政局, 办公室设在县财政局).
 *
 * @param areRows whether tasks of the notice are rows of tables
 */
export function untasked({ mentions, sentences }: Measure, areRows: boolean): Mention[] {
  const isJoined = ({ at, sentences: [first = 0] }: Mention) => {
    const sentence = sentences[first];
    const start = sentence ? stretchIn(sentence, at)?.start : undefined;
    const text = sentence?.text ?? '';
    return start !== undefined && JOINED.test(text.slice(0, start)) && !EXPLAINS.test(text.slice(start));
  };
  return mentions.filter((mention) => !mention.tasked && (areRows || isJoined(mention)));
}

/** A line for every unit that a measure names and that none of the tasks carrying it out names. */
export function bodyLines(
  outline: readonly Chapter[],
  tasks: readonly Pick<Task, 'measures'>[],
  areRows: boolean,
): Diagnostic[] {
  const carried = new Set(tasks.flatMap(({ measures }) => measures.map(({ measure }) => measure)));
  return outline.flatMap(({ measures }) =>
    measures.flatMap((measure) =>
      untasked(measure, areRows).map(({ name, at }) =>
        diagnose('only-in-body', { name, measure: measure.number, tasked: carried.has(measure.id) }, at),
      ),
    ),
  );
}
