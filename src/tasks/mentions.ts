import type { Diagnostic } from '../model/diagnostic.js';
import { diagnose } from '../model/messages.js';
import type { Notice } from '../model/notice.js';
import { offsetsOf } from '../model/passage.js';
import type { Unit } from '../model/registry.js';
import type { Chapter, Task } from '../model/taskbook.js';
import { namesOf } from '../units/index.js';
import { assignmentsOf } from './assignments.js';

interface Mention {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** Finds where a text mentions units by a name of theirs; of names that overlap, the longest. */
export type MentionFinder = (text: string) => Mention[];

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
 * A line for every unit, and every committee's members, that a measure names and that none of the
 * tasks carrying out the measure names. Townships are left out: a measure names them as places.
 */
export function bodyLines(
  { chapters, placeOf }: Pick<Notice, 'chapters' | 'placeOf'>,
  outline: readonly Chapter[],
  tasks: readonly Pick<Task, 'lead' | 'responsible' | 'measures'>[],
  units: readonly Unit[],
): Diagnostic[] {
  const mentionsIn = mentionFinder(units.filter(({ kind }) => kind !== 'township'));
  return outline.flatMap((chapter, i) =>
    chapter.measures.flatMap(({ id, number }, j) => {
      const carrying = tasks.filter(({ measures }) => measures.some(({ measure }) => measure === id));
      const done = new Set(assignmentsOf(carrying).map(({ unit, group }) => unit ?? group));
      return (chapters[i]?.measures[j]?.passages ?? []).flatMap((passage) => {
        const offsets = offsetsOf(passage);
        return mentionsIn(passage.text).flatMap(({ unit, start, end }) => {
          const name = /^各?成员单位/.test(passage.text.slice(end)) ? `${unit}成员单位` : unit;
          if (done.has(name)) return [];
          done.add(name);
          const said = { name, measure: number, tasked: carrying.length > 0 };
          return [diagnose('only-in-body', said, placeOf(offsets[start] as number))];
        });
      });
    }),
  );
}
