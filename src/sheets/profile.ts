import type { Place } from '../model/document.js';
import type { Unit } from '../model/registry.js';
import type { SheetRow } from '../model/sheet.js';
import type { Assignment, Group, TaskBook } from '../model/taskbook.js';
import { lexiconOf, looksLikeUnit, namesOf, nearestNames } from '../units/index.js';
import { sheetFor } from './sheet.js';

/** What a task book knows of one unit or group. */
export interface Profile {
  readonly name: string;
  readonly kind: 'unit' | 'group';
  /** Its other names. */
  readonly names: readonly string[];
  readonly hosts: NonNullable<Unit['hosts']>;
  /** The groups that it is in. */
  readonly groups: readonly string[];
  /** A group's members, `null` where nobody knows them. */
  readonly members?: readonly string[] | null;
  readonly rows: readonly SheetRow[];
}

/**
 * All about one unit or group.
 *
 * @param name as `findUnit` gives it
 */
export function profileOf(book: TaskBook, name: string): Profile {
  const unit = book.units.find((each) => each.name === name);
  const group = book.groups.find((each) => each.name === name);
  return {
    name,
    kind: unit ? 'unit' : 'group',
    names: unit ? namesOf(unit).slice(1) : [],
    hosts: unit?.hosts ?? [],
    groups: book.groups.filter(({ members }) => members?.includes(name)).map((each) => each.name),
    ...(unit || !group ? {} : { members: group.members }),
    rows: sheetFor(book, name).rows,
  };
}

/** A name that the notice uses and that nobody has said who it is. */
export interface Unresolved {
  readonly name: string;
  /** A unit in no registry; one whose name is not even like a unit's; a group of unknown members. */
  readonly why: 'unlisted' | 'odd' | 'members-unknown';
  readonly nearest: readonly string[];
  readonly tasks: number;
  /** Where the notice uses it first. */
  readonly at: Place;
}

/** Every name of a task book that is not resolved: units first, each in the notice's order. */
export function unresolved(book: TaskBook): Unresolved[] {
  const lexicon = lexiconOf({});
  const unlisted = new Set(book.unlisted);
  const known = book.units.map(({ name }) => name).filter((name) => !unlisted.has(name));
  const uses = (matches: (assignment: Assignment) => boolean) => {
    const places = book.tasks.flatMap(
      ({ lead, responsible }) => [...lead, ...responsible].find(matches)?.at ?? [],
    );
    return { tasks: places.length, at: places[0] ?? '' };
  };
  return [
    ...book.unlisted.map((name) => ({
      name,
      why: looksLikeUnit(name, lexicon) ? ('unlisted' as const) : ('odd' as const),
      nearest: nearestNames(name, known),
      ...uses(({ unit }) => unit === name),
    })),
    ...book.groups
      .filter((group: Group) => group.members === null)
      .map(({ name }) => ({
        name,
        why: 'members-unknown' as const,
        nearest: [],
        ...uses(({ group }) => group === name),
      })),
  ].filter(({ tasks }) => tasks > 0);
}
