import { whoOf } from '../model/book.js';
import { addTo } from '../model/grouping.js';
import type { Place } from '../model/place.js';
import type { Unit, UnitKind } from '../model/registry.js';
import type { TaskBook } from '../model/taskbook.js';
import { isStrangeName, type Lexicon, lexiconOf, nearestNames, slipFinder } from '../units/index.js';
import { BODY_OFFICE } from '../words/offices.js';
import { firstPlaces } from './assignments.js';
import { printedOrigin } from './named.js';

/** A name that the notice uses and of which nobody has said who it is. */
export interface Unresolved {
  readonly name: string;
  /** A unit in no registry; one whose name is nearly another, or not even like a unit's; a group of unknown members. */
  readonly why: 'unlisted' | 'near' | 'odd' | 'members-unknown';
  /** What sort of unit it is taken for. */
  readonly kind?: UnitKind;
  readonly nearest: readonly string[];
  /** Where the notice uses the nearest name first; none where it does not. */
  readonly nearestAt?: Place;
  readonly tasks: number;
  /** Where the notice uses it first. */
  readonly at: Place;
}

/** Every name of a task book that is not resolved: units first, each in the notice's order. */
export function unresolved(book: TaskBook): Unresolved[] {
  const lexicon = lexiconOf({});
  const strangers = new Set(book.unlisted);
  const unlisted = book.units.filter(({ name }) => strangers.has(name));
  const listed = { district: book.district, units: book.units.filter(({ name }) => !strangers.has(name)) };
  const known = listed.units.map(({ name }) => name);
  const near = nearNames(book, unlisted, lexiconOf(listed));
  const used = new Map<string, Place[]>();
  for (const task of book.tasks) {
    for (const [name, at] of firstPlaces(whoOf(task))) addTo(used, name, at);
  }
  const usesOf = (name: string) => {
    const places = used.get(name) ?? [];
    return { tasks: places.length, at: places[0] ?? { file: book.source.name } };
  };
  return [
    ...unlisted.map(({ name, kind }): Unresolved => {
      const meant = near.get(name);
      const [nearestAt] = used.get(meant?.[0] ?? '') ?? [];
      return {
        name,
        why: meant ? 'near' : isStrangeName(name, lexicon) ? 'odd' : 'unlisted',
        kind,
        nearest: meant ?? nearestNames(name, known),
        ...(nearestAt ? { nearestAt } : {}),
        ...usesOf(name),
      };
    }),
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

const OF_BODY = new RegExp(BODY_OFFICE);

/**
 * The units of no registry whose names are nearly others', each with the names that may be meant. Names that a
 * registry has are left to it: who is not in it is told with the nearest of its names.
 *
 * @param lexicon the registry's names
 */
export function nearNames(
  { notice, tasks }: Pick<TaskBook, 'notice' | 'tasks'>,
  strangers: readonly Unit[],
  lexicon: Lexicon,
): Map<string, readonly string[]> {
  const printed = new Map<string, number>();
  for (const each of tasks.flatMap(whoOf)) {
    if (each.kind === 'named') printed.set(each.unit, (printed.get(each.unit) ?? 0) + 1);
  }
  const slipsOf = slipFinder(printed, printedOrigin(notice));
  return new Map(
    strangers.flatMap(({ name }) => {
      // 办公室 of a bureau's own list is no slip of 府办公室.
      const near = OF_BODY.test(name) ? [] : slipsOf(name).filter((other) => !lexicon.find(other));
      return near.length > 0 ? [[name, near] as const] : [];
    }),
  );
}
