import { whoOf } from '../model/book.js';
import { addTo } from '../model/grouping.js';
import type { Place } from '../model/place.js';
import type { UnitKind } from '../model/registry.js';
import type { TaskBook } from '../model/taskbook.js';
import { lexiconOf, looksLikeUnit, nearestNames } from '../units/index.js';
import { firstPlaces } from './assignments.js';

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
  const used = new Map<string, Place[]>();
  for (const task of book.tasks) {
    for (const [name, at] of firstPlaces(whoOf(task))) addTo(used, name, at);
  }
  const usesOf = (name: string) => {
    const places = used.get(name) ?? [];
    return { tasks: places.length, at: places[0] ?? { file: book.source.name } };
  };
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
