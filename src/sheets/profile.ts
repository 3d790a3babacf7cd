import type { Unit } from '../model/registry.js';
import type { SheetRow } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { namesOf } from '../units/index.js';
import { sheetFor } from './sheet.js';

/** Who a unit or group is. */
export interface Identity {
  readonly name: string;
  readonly kind: 'unit' | 'group';
  /** Its other names. */
  readonly names: readonly string[];
  readonly hosts: NonNullable<Unit['hosts']>;
  /** The groups that it is in. */
  readonly groups: readonly string[];
  /** A group's members, `null` where nobody knows them. */
  readonly members?: readonly string[] | null;
}

/** What a task book knows of one unit or group. */
export interface Profile extends Identity {
  readonly rows: readonly SheetRow[];
}

/**
 * Who goes by a name.
 *
 * @param name as `findUnit` gives it
 */
export function identityOf(book: TaskBook, name: string): Identity {
  const unit = book.units.find((each) => each.name === name);
  const group = book.groups.find((each) => each.name === name);
  return {
    name,
    kind: unit ? 'unit' : 'group',
    names: unit ? namesOf(unit).slice(1) : [],
    hosts: unit?.hosts ?? [],
    groups: book.groups.filter(({ members }) => members?.includes(name)).map((each) => each.name),
    ...(unit || !group ? {} : { members: group.members }),
  };
}

/**
 * All about one unit or group.
 *
 * @param name as `findUnit` gives it
 */
export function profileOf(book: TaskBook, name: string): Profile {
  return { ...identityOf(book, name), rows: sheetFor(book, name).rows };
}
