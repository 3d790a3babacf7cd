import type { Diagnostic } from '../model/diagnostic.js';
import { diagnose } from '../model/messages.js';
import type { Notice } from '../model/notice.js';
import type { Unit } from '../model/registry.js';
import type { Chapter, Task } from '../model/taskbook.js';
import { namesOf } from '../units/index.js';
import { assignmentsOf, offsetsOf } from './assignments.js';

interface Mention {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text mentions units by a name of theirs; of names that overlap, the longest. */
export function mentionsIn(text: string, units: readonly Unit[]): Mention[] {
  const names = units
    .flatMap((unit) => namesOf(unit).map((name) => ({ name, unit: unit.name })))
    .sort((a, b) => b.name.length - a.name.length);
  const mentions: Mention[] = [];
  for (let start = 0; start < text.length; ) {
    const found = names.find(({ name }) => text.startsWith(name, start));
    const end = start + (found?.name.length ?? 1);
    if (found) mentions.push({ unit: found.unit, start, end });
    start = end;
  }
  return mentions;
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
  const bureaus = units.filter(({ kind }) => kind !== 'township');
  return outline.flatMap((chapter, i) =>
    chapter.measures.flatMap(({ id, number }, j) => {
      const carrying = tasks.filter(({ measures }) => measures.some(({ measure }) => measure === id));
      const done = new Set(assignmentsOf(carrying).map(({ unit, group }) => unit ?? group));
      return (chapters[i]?.measures[j]?.passages ?? []).flatMap((passage) => {
        const offsets = offsetsOf(passage);
        return mentionsIn(passage.text, bureaus).flatMap(({ unit, start, end }) => {
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
