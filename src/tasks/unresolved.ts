import type { Place } from '../model/document.js';
import type { UnitKind } from '../model/registry.js';
import type { TaskBook } from '../model/taskbook.js';
import { lexiconOf, looksLikeUnit, nearestNames } from '../units/index.js';

/** A name that the notice uses and of which nobody has said who it is. */
export interface Unresolved {
  readonly name: string;
  /** A unit in no registry; one whose name is not even like a unit's; a group of unknown members. */
  readonly why: 'unlisted' | 'odd' | 'members-unknown';
  /** What sort of unit it is taken for. */
  readonly kind?: UnitKind;
  readonly nearest: readonly string[];
  readonly tasks: number;
  /** Where the notice uses it first. */
  readonly at: Place;
}

/** Every name of a task book that is not resolved: units first, each in the notice's order. */
export function unresolved(book: TaskBook): Unresolved[] {
  const lexicon = lexiconOf({});
  const strangers = new Set(book.unlisted);
  const unlisted = book.units.filter(({ name }) => strangers.has(name));
  const known = book.units.filter(({ name }) => !strangers.has(name)).map(({ name }) => name);
  const used = new Map<string, { readonly tasks: number; readonly at: Place }>();
  for (const { lead, responsible } of book.tasks) {
    const first = new Map<string, Place>();
    for (const { unit, group, at } of [...lead, ...responsible]) {
      const name = unit ?? group;
      if (name !== undefined && !first.has(name)) first.set(name, at);
    }
    for (const [name, place] of first) {
      const { tasks, at } = used.get(name) ?? { tasks: 0, at: place };
      used.set(name, { tasks: tasks + 1, at });
    }
  }
  const usesOf = (name: string) => used.get(name) ?? { tasks: 0, at: '' };
  return [
    ...unlisted.map(
      ({ name, kind }): Unresolved => ({
        name,
        why: looksLikeUnit(name, lexicon) ? 'unlisted' : 'odd',
        kind,
        nearest: nearestNames(name, known),
        ...usesOf(name),
      }),
    ),
    ...book.groups
      .filter(({ members }) => members === null)
      .map(
        ({ name }): Unresolved => ({
          name,
          why: 'members-unknown',
          nearest: [],
          ...usesOf(name),
        }),
      ),
  ];
}
