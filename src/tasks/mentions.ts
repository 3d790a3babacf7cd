import type { Stretch } from '../demands/index.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { diagnose } from '../model/messages.js';
import type { Notice } from '../model/notice.js';
import type { Unit } from '../model/registry.js';
import type { Chapter, Measure, Mention, Task } from '../model/taskbook.js';
import { namesOf } from '../units/index.js';
import { assignmentsOf } from './assignments.js';
import { placer } from './demands.js';

interface Found extends Stretch {
  readonly unit: string;
}

/** Finds where a text mentions units by a name of theirs; of names that overlap, the longest. */
export type MentionFinder = (text: string) => Found[];

/** Makes units ready to be looked for. */
export function mentionFinder(units: readonly Unit[]): MentionFinder {
  const owners = new Map(units.flatMap((unit) => namesOf(unit).map((name) => [name, unit.name] as const)));
  if (owners.size === 0) return () => [];
  const names = Array.from(owners.keys(), (name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const anyName = new RegExp(names.sort((a, b) => b.length - a.length).join('|'), 'g');
  return (text) =>
    Array.from(text.matchAll(anyName), ({ 0: name, index }) => ({
      unit: owners.get(name) as string,
      start: index,
      end: index + name.length,
    }));
}

/**
 * Tells which units, and which committees' members, each measure names, and whether the tasks that
 * carry it out name them, too. Townships are left out: a measure names them as places.
 */
export function withMentions(
  { chapters, placeOf }: Pick<Notice, 'chapters' | 'placeOf'>,
  outline: readonly Chapter[],
  tasks: readonly Pick<Task, 'lead' | 'responsible' | 'measures'>[],
  units: readonly Unit[],
): Chapter[] {
  const mentionsIn = mentionFinder(units.filter(({ kind }) => kind !== 'township'));
  const carryingBy = new Map<string, Pick<Task, 'lead' | 'responsible'>[]>();
  for (const task of tasks) {
    for (const id of new Set(task.measures.map(({ measure }) => measure))) {
      carryingBy.set(id, [...(carryingBy.get(id) ?? []), task]);
    }
  }
  return outline.map((chapter, i) => ({
    ...chapter,
    measures: chapter.measures.map((measure, j): Measure => {
      const tasked = new Set(
        assignmentsOf(carryingBy.get(measure.id) ?? []).map(({ unit, group }) => unit ?? group),
      );
      const mentions = new Map<string, Mention>();
      const placeIn = placer(measure.text, chapters[i]?.measures[j]?.passages ?? [], placeOf);
      let from = 0;
      for (const [k, { text }] of measure.sentences.entries()) {
        from = measure.text.indexOf(text, from);
        for (const { unit, start, end } of mentionsIn(text)) {
          const name = /^各?成员单位/.test(text.slice(end)) ? `${unit}成员单位` : unit;
          const known = mentions.get(name);
          if (!known) {
            mentions.set(name, { name, sentences: [k], tasked: tasked.has(name), at: placeIn(from + start) });
          } else if (known.sentences.at(-1) !== k) {
            mentions.set(name, { ...known, sentences: [...known.sentences, k] });
          }
        }
      }
      return { ...measure, mentions: Array.from(mentions.values()) };
    }),
  }));
}

/** A line for every unit that a measure names and that none of the tasks carrying it out names. */
export function bodyLines(
  outline: readonly Chapter[],
  tasks: readonly Pick<Task, 'measures'>[],
): Diagnostic[] {
  const carried = new Set(tasks.flatMap(({ measures }) => measures.map(({ measure }) => measure)));
  return outline.flatMap(({ measures }) =>
    measures.flatMap(({ id, number, mentions }) =>
      mentions
        .filter(({ tasked }) => !tasked)
        .map(({ name, at }) =>
          diagnose('only-in-body', { name, measure: number, tasked: carried.has(id) }, at),
        ),
    ),
  );
}
