import type { LeadRule } from '../clauses/index.js';
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
import { EAGERLY, MAY_LEAD } from '../words/role-words.js';
import { type Marks, namedMarks, type RoleByLook } from './marks.js';

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
  /** What it says how a name is shown. */
  readonly byLook?: RoleByLook;
}

/** Reads the units and groups that a cell names. */
export function readAssignments(
  passage: Passage,
  says: ColumnSays,
  lexicon: Lexicon,
  lines: LineStarts,
): ReadCell {
  const read = readUnits(passage.text, lexicon, { framed: true });
  const pieces = settleMarks(withLooks(read, passage, lines, says.byLook), says.marks);
  return assigned(passage, pieces, says, lines);
}

/** Gives each name the role that its look says; where one leads, the others are responsible. */
function withLooks(
  pieces: readonly Piece[],
  passage: Passage,
  lines: LineStarts,
  byLook: ColumnSays['byLook'],
): readonly Piece[] {
  if (!byLook) return pieces;
  const looked = pieces.map((piece): Piece => {
    if (!isMeant(piece)) return piece;
    const { start, text } = piece;
    const role = byLook(placeWithin(passage, { start, end: start + text.length }, lines));
    return role ? { ...piece, role } : piece;
  });
  return othersHelp(looked, pieces);
}

/** Gives each name the role of the mark before it; where a mark says who leads, the others are responsible. */
function settleMarks(pieces: readonly Piece[], marks: ColumnSays['marks']): readonly Piece[] {
  if (!marks || marks.size === 0) return pieces;
  const roleIn = (text: string) =>
    Array.from(text)
      .flatMap((char) => marks.get(char) ?? [])
      .at(-1);
  const marked = pieces.map((piece, i): Piece => {
    if (!isMeant(piece)) return piece;
    const before = markSides(pieces[i - 1], i === 1 ? 'all' : 'behind');
    const after = markSides(pieces[i + 1], i + 2 === pieces.length ? 'all' : 'before');
    const role = roleIn(before) ?? roleIn(after);
    return role ? { ...piece, role } : piece;
  });
  return othersHelp(marked, pieces);
}

/** Names of which nothing is said are responsible where a mark has come to say who leads. */
function othersHelp(marked: readonly Piece[], before: readonly Piece[]): readonly Piece[] {
  const leadIn = (pieces: readonly Piece[]) =>
    pieces.some((piece) => isMeant(piece) && piece.role === 'lead');
  if (!leadIn(marked) || leadIn(before)) return marked;
  return marked.map((piece) => (isMeant(piece) && !piece.role ? { ...piece, role: 'responsible' } : piece));
}

/** What parts names from each other; a mark before it is of the name before. */
const STOP = /[、，；,;/／\\·|｜\s]/;

/** The marks of a piece between names that are of the name behind it, or of the one before it. */
function markSides(piece: Piece | undefined, side: 'before' | 'behind' | 'all'): string {
  if (!piece || isMeant(piece)) return '';
  const { text } = piece;
  const stop = side === 'all' ? -1 : text.search(STOP);
  if (side === 'before') return stop < 0 ? '' : text.slice(0, stop);
  return text.slice(stop + 1);
}

/** What a clause says of who does it. */
export interface ReadClause {
  readonly cells: readonly ReadCell[];
  /** What of it could not be read. */
  readonly unread: readonly Passage[];
}

/** What the passages of a clause are read with. */
interface ReadWith {
  readonly lexicon: Lexicon;
  readonly lines: LineStarts;
  readonly marks: Marks;
  readonly byLook: RoleByLook;
}

/**
 * Reads the passages of one clause that say who; its parts together tell who leads.
 *
 * @param isLedByPeople whether people lead; then one unit alone that 落实 does not: 由张某同志牵头，县林业局落实
 */
export function readClause(
  passages: readonly Passage[],
  { lexicon, lines, marks, byLook }: ReadWith,
  isLedByPeople: boolean,
): ReadClause {
  // 配合县公安局检查歌舞厅: whom others help leads.
  const helped = passages.map(({ text }) => HELPED_AHEAD.exec(text)?.[0].length ?? 0);
  const own = passages.map((passage, i) => slicePassage(passage, helped[i] ?? 0, passage.text.length, lines));
  const read = own.map((passage) => {
    const pieces = readUnits(passage.text, lexicon, { framed: true });
    return settleMarks(withLooks(pieces, passage, lines, byLook), namedMarks(marks));
  });
  const settled = settleLeads(isLedByPeople ? read.flat().map(onlyHelping) : read.flat());
  const starts = read.map((_, i) => read.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const pieces = read.map(({ length }, i) => settled.slice(starts[i], (starts[i] ?? 0) + length));
  return {
    cells: own.map((passage, i) => {
      const said = WITH_OTHERS.exec(passage.text)?.[0];
      const role = helped[i] ? 'lead' : 'responsible';
      return assigned(passage, pieces[i] ?? [], { role, inherited: false, said }, lines);
    }),
    unread: own.flatMap((passage, i) =>
      (pieces[i] ?? [])
        .filter(({ kind }) => kind === 'unread')
        .map(({ start, text }) => slicePassage(passage, start, start + text.length, lines)),
    ),
  };
}

const HELPED_AHEAD = new RegExp(
  `^${EAGERLY}?(?:做好)?(?:配合|协助)(?=[^：:，。；单部科处]{2}[^：:，。；]{0,28}$)`,
);

function onlyHelping(piece: Piece): Piece {
  if (!isMeant(piece) || !piece.mayLead || !CARRIES_OUT.test(piece.said ?? '')) return piece;
  const { mayLead: _, ...rest } = piece;
  return { ...rest, role: 'responsible' };
}

const CARRIES_OUT = /^(?:组织|抓好|具体)?(?:落实|实施|配合)$/;

/** ，并会同县住建局制定办法: they do it with those named before. */
const WITH_OTHERS = /^并?(?:会同|联合)/;

/**
 * 国务院办公厅要适时开展督查: who alone stands at the head of what is to be done leads it, and so does the one whom
 * others help: 县财政局要落实经费，县住建局配合.
 */
export function aloneLeads(cell: ReadCell, all: readonly ReadCell[]): ReadCell {
  const unsaid = ({ assignments }: ReadCell) => assignments.filter(({ said }) => said === undefined);
  // Who stands behind the first acts with them: 甲局设立专户，乙局全程跟踪.
  const at = all.findIndex((each) => unsaid(each).length > 0);
  const first = all[at];
  // 甲局、乙局负责迁移，运维单位提供支撑: nor does who stands behind those who 负责.
  const isBehind = all
    .slice(0, at)
    .some(({ assignments }) => assignments.some(({ said = '' }) => DO.test(said)));
  const [only, ...others] = first && !isBehind ? unsaid(first) : [];
  const isLed = all.some(({ assignments }) => assignments.some(({ role }) => role === 'lead'));
  if (!only || others.length > 0 || isLed) return cell;
  return {
    ...cell,
    assignments: cell.assignments.map((each) => (each === only ? { ...each, role: 'lead' } : each)),
  };
}

const DO = /负责|承担/;

/** 配合市商务局培训…: whoever does so does not lead. */
const HELPS = /^(?:积极|协助)?(?:配合|协助|参与|参加)/;
/** 县住建局、县城管局：牵头城区防洪. */
const LEADS = /^(?:负责)?牵头(?!单位|部门)/;

/**
 * The units that a heading over a clause names: one alone leads, unless the clause itself says who does, or the duty
 * is to help others.
 */
export function readHeading(
  heading: Passage,
  { name, goal }: { readonly name: string; readonly goal: string },
  own: readonly ReadCell[],
  { lexicon, lines }: { readonly lexicon: Lexicon; readonly lines: LineStarts },
): ReadCell {
  const pieces = readUnits(heading.text, lexicon, { framed: true });
  const isLed = own.some(({ assignments }) => assignments.some(({ role }) => role === 'lead'));
  const mayLead = pieces.filter(isMeant).length === 1 || LEADS.test(name) || LEADS.test(goal);
  const leads = mayLead && !isLed && !HELPS.test(goal);
  return assigned(heading, pieces, { role: leads ? 'lead' : 'responsible', inherited: true }, lines);
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
export function shareOut(cells: readonly ReadCell[], leadRule: LeadRule | undefined, at: Place): Shared {
  const inRole = (role: Role) =>
    cells.flatMap(({ assignments }) => assignments.filter((each) => each.role === role));
  const groups = cells.flatMap((cell) => cell.groups);
  const leads = inRole('lead');
  const supervising = inRole('supervising');
  // 承办单位 where a rule says that the first of them leads.
  const [first, ...others] = leadRule?.who === 'first' && leads.every(mayOnlyLead) ? leads : [];
  const lead = first ? [first] : leads;
  const responsible = [
    ...others.map((each): Assignment => ({ ...each, role: 'responsible' })),
    ...inRole('responsible'),
  ];
  const leading = lead.length > 0 ? [] : leadingBy(leadRule, responsible);
  return {
    lead: [...lead, ...leading.map((each): Assignment => ({ ...each, role: 'lead' }))],
    responsible: responsible.filter((each) => !leading.includes(each)),
    supervising,
    groups,
    flags: leading.length > 0 || others.length > 0 ? [{ flag: 'lead-by-order', at }] : [],
  };
}

const UNDER_MAY_LEAD = new RegExp(`^(?:具体|主要)?${MAY_LEAD}`);

function mayOnlyLead({ said = '' }: Assignment): boolean {
  return UNDER_MAY_LEAD.test(said);
}

/** What a rule that all lead holds for: units under 责任单位, and those of whom nothing is said. */
const OF_THOSE_RESPONSIBLE = /^(?:责任|落实|承办|$)/;

function leadingBy(rule: LeadRule | undefined, responsible: readonly Assignment[]): readonly Assignment[] {
  const [first] = responsible;
  if (rule === undefined || first === undefined || first.kind === 'open-ended') return [];
  const { leading } = rule;
  if (leading !== undefined) return responsible.filter(({ said = '' }) => said.startsWith(leading));
  return rule.who === 'first'
    ? [first]
    : responsible.filter((each) => each.kind !== 'open-ended' && OF_THOSE_RESPONSIBLE.test(each.said ?? ''));
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
