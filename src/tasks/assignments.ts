import { nameOf } from '../model/book.js';
import { type Passage, placeWithin } from '../model/passage.js';
import type { LineStarts, Place } from '../model/place.js';
import type { Assignment, Role } from '../model/taskbook.js';
import type { FlagInPlace } from '../tables/index.js';
import { type Lexicon, type Membership, readUnits } from '../units/index.js';

/** A group as a cell names it: who may be in it, before any registry is asked. */
export interface NamedGroup {
  readonly name: string;
  readonly membership: Membership;
}

/** The units and groups that a cell names. */
export interface ReadCell {
  readonly assignments: readonly Assignment[];
  readonly groups: readonly NamedGroup[];
}

/**
 * Reads the units and groups that a cell names.
 *
 * @param role what the cell's column says; the cell itself may say otherwise
 */
export function readAssignments(
  passage: Passage,
  role: Role,
  inherited: boolean,
  lexicon: Lexicon,
  lines: LineStarts,
): ReadCell {
  const assignments: Assignment[] = [];
  const groups: NamedGroup[] = [];
  for (const piece of readUnits(passage.text, lexicon)) {
    if (piece.kind !== 'name' && piece.kind !== 'open' && piece.kind !== 'group') continue;
    const { start, text } = piece;
    const at = placeWithin(passage, { start, end: start + text.length }, lines);
    const common = { text: piece.text, role: piece.role ?? role, inherited, at };
    if (piece.kind === 'name') assignments.push({ ...common, kind: 'named', unit: piece.unit });
    else if (piece.kind === 'open') assignments.push({ ...common, kind: 'open-ended' });
    else {
      assignments.push({ ...common, kind: 'group', group: piece.group });
      groups.push({ name: piece.group, membership: piece.membership });
    }
  }
  return { assignments, groups };
}

/** Where each unit and group is named first. */
export function firstPlaces(assignments: readonly Assignment[]): Map<string, Place> {
  const first = new Map<string, Place>();
  for (const each of assignments) {
    const name = nameOf(each);
    if (name !== undefined && !first.has(name)) first.set(name, each.at);
  }
  return first;
}

/** Whom the cells of a row name, by what they have to do. */
export interface Shared {
  readonly lead: Assignment[];
  readonly responsible: Assignment[];
  readonly groups: NamedGroup[];
  readonly flags: FlagInPlace[];
}

/** Who leads and who is responsible. A cell may say so whatever its column says: 某局牵头，某委配合. */
export function shareOut(cells: readonly ReadCell[], leadRule: string | undefined, at: Place): Shared {
  const inRole = (role: Role) =>
    cells.flatMap(({ assignments }) => assignments.filter((each) => each.role === role));
  const groups = cells.flatMap((cell) => cell.groups);
  const lead = inRole('lead');
  const [first, ...others] = inRole('responsible');
  if (leadRule === undefined || lead.length > 0 || first?.kind !== 'named') {
    return { lead, responsible: inRole('responsible'), groups, flags: [] };
  }
  return {
    lead: [{ ...first, role: 'lead' }],
    responsible: others,
    groups,
    flags: [{ flag: 'lead-by-order', at }],
  };
}
