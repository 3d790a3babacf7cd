import { nameOf, whoOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type Passage, placeWithin, slicePassage } from '../model/passage.js';
import type { LineStarts, Place } from '../model/place.js';
import type { Assignment, Role, Task } from '../model/taskbook.js';
import type { FlagInPlace } from '../tables/index.js';
import {
  isMeant,
  type Lexicon,
  type Membership,
  type Piece,
  readUnits,
  settleLeads,
} from '../units/index.js';

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

/** What a cell's column says of those whom it names; the cell itself may say otherwise. */
export interface ColumnSays {
  readonly role: Role;
  readonly inherited: boolean;
  /** The header's words, where they say more than the role: 配合单位. */
  readonly said?: string | undefined;
  /** What a mark before a name says: ★ of those who lead. */
  readonly marks?: ReadonlyMap<string, Role>;
}

/** Reads the units and groups that a cell names. */
export function readAssignments(
  passage: Passage,
  says: ColumnSays,
  lexicon: Lexicon,
  lines: LineStarts,
): ReadCell {
  const pieces = settleMarks(readUnits(passage.text, lexicon, { framed: true }), says.marks);
  return assigned(passage, pieces, says, lines);
}

/** Gives each name the role of the mark before it; where a mark says who leads, the others are responsible. */
function settleMarks(pieces: readonly Piece[], marks: ColumnSays['marks']): readonly Piece[] {
  if (!marks || marks.size === 0) return pieces;
  let mark: Role | undefined;
  const marked = pieces.map((piece): Piece => {
    if (!isMeant(piece)) {
      mark =
        Array.from(piece.text)
          .flatMap((char) => marks.get(char) ?? [])
          .at(-1) ?? mark;
      return piece;
    }
    const role = mark;
    mark = undefined;
    return role ? { ...piece, role } : piece;
  });
  const leads = marked.some((piece) => isMeant(piece) && piece.role === 'lead');
  const before = pieces.some((piece) => isMeant(piece) && piece.role === 'lead');
  if (!leads || before) return marked;
  return marked.map((piece) => (isMeant(piece) && !piece.role ? { ...piece, role: 'responsible' } : piece));
}

/** What a clause says of who does it. */
export interface ReadClause {
  readonly cells: readonly ReadCell[];
  /** What of it could not be read. */
  readonly unread: readonly Passage[];
}

/** Reads the passages of one clause that say who; its parts together tell who leads. */
export function readClause(passages: readonly Passage[], lexicon: Lexicon, lines: LineStarts): ReadClause {
  const read = passages.map(({ text }) => readUnits(text, lexicon, { framed: true }));
  const settled = settleLeads(read.flat());
  const starts = read.map((_, i) => read.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const pieces = read.map(({ length }, i) => settled.slice(starts[i], (starts[i] ?? 0) + length));
  return {
    cells: passages.map((passage, i) =>
      assigned(passage, pieces[i] ?? [], { role: 'responsible', inherited: false }, lines),
    ),
    unread: passages.flatMap((passage, i) =>
      (pieces[i] ?? [])
        .filter(({ kind }) => kind === 'unread')
        .map(({ start, text }) => slicePassage(passage, start, start + text.length, lines)),
    ),
  };
}

/**
 * The units that earlier words add to a clause, those that it names itself left out.
 *
 * @param own what the clause says of who does it
 */
export function readAdded(
  passages: readonly Passage[],
  own: readonly ReadCell[],
  lexicon: Lexicon,
  lines: LineStarts,
): ReadCell {
  const named = new Set(own.flatMap(({ assignments }) => assignments.map(nameOf)));
  const assignments: Assignment[] = [];
  const groups: NamedGroup[] = [];
  for (const passage of passages) {
    const pieces = readUnits(passage.text, lexicon, { framed: true });
    const read = assigned(passage, pieces, { role: 'responsible', inherited: true }, lines);
    for (const { said: _, ...each } of read.assignments) {
      if (each.kind === 'open-ended' || named.has(nameOf(each))) continue;
      named.add(nameOf(each));
      assignments.push({ ...each, role: 'responsible' });
    }
    groups.push(...read.groups);
  }
  return {
    assignments,
    groups: groups.filter(({ name }) => assignments.some((each) => nameOf(each) === name)),
  };
}

function assigned(
  passage: Passage,
  pieces: readonly Piece[],
  { role, inherited, said: header }: ColumnSays,
  lines: LineStarts,
): ReadCell {
  const assignments: Assignment[] = [];
  const groups: NamedGroup[] = [];
  for (const piece of pieces) {
    if (!isMeant(piece)) continue;
    const { start, text } = piece;
    const said = piece.said ?? (piece.role === undefined || piece.role === role ? header : undefined);
    const at = placeWithin(passage, { start, end: start + text.length }, lines);
    const common = { text, role: piece.role ?? role, inherited, ...(said !== undefined && { said }), at };
    if (piece.kind === 'name') {
      const { unit, prefixShared, suffixShared } = piece;
      const shared = { ...(prefixShared && { prefixShared }), ...(suffixShared && { suffixShared }) };
      assignments.push({ ...common, ...shared, kind: 'named', unit });
    } else if (piece.kind === 'open') assignments.push({ ...common, kind: 'open-ended' });
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
  readonly supervising: Assignment[];
  readonly groups: NamedGroup[];
  readonly flags: FlagInPlace[];
}

/** Who leads and who is responsible. A cell may say so whatever its column says: 某局牵头，某委配合. */
export function shareOut(cells: readonly ReadCell[], leadRule: string | undefined, at: Place): Shared {
  const inRole = (role: Role) =>
    cells.flatMap(({ assignments }) => assignments.filter((each) => each.role === role));
  const groups = cells.flatMap((cell) => cell.groups);
  const lead = inRole('lead');
  const supervising = inRole('supervising');
  const [first, ...others] = inRole('responsible');
  if (leadRule === undefined || lead.length > 0 || first === undefined || first.kind === 'open-ended') {
    return { lead, responsible: inRole('responsible'), supervising, groups, flags: [] };
  }
  return {
    lead: [{ ...first, role: 'lead' }],
    responsible: others,
    supervising,
    groups,
    flags: [{ flag: 'lead-by-order', at }],
  };
}

/** A line for every name that was given back the level or the ending that it shares with its neighbours. */
export function sharedLines(tasks: readonly Pick<Task, Role>[]): Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const each of tasks.flatMap(whoOf)) {
    if (each.kind !== 'named' || !(each.prefixShared || each.suffixShared)) continue;
    const { text, unit, at } = each;
    const key = `${text}\n${unit}`;
    const code = each.suffixShared ? 'suffix-shared' : 'prefix-shared';
    if (!told.has(key)) told.set(key, diagnose(code, { text, unit }, at));
  }
  return Array.from(told.values());
}
