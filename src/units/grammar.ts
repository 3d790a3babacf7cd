import { AND, MEMBER_UNITS } from '../words/collectives.js';
import { LIST_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { labelAt, leadingAt, roleWordAt } from '../words/roles.js';
import { COMMITTEE_ENDING } from '../words/unit-names.js';
import { flatten, normalizeName } from '../words/width.js';
import { type FoundGroup, groupAt } from './groups.js';
import type { Lexicon } from './lexicon.js';
import { CONJUNCTION, endOfName, endOfOpen, LONGEST_NAME, looksLikeUnit, OPEN } from './names.js';
import { isMeant, type Piece } from './pieces.js';
import { giveRoles, settleLeads } from './said-roles.js';

const STOP = new RegExp(`[${LIST_STOPS}]`);
const SEPARATOR = new RegExp(`[${LIST_STOPS}]+`, 'y');
/** A name may end before it. */
const AFTER_NAME = new RegExp(`[${LIST_STOPS}等（]`);
const CONJUNCTION_HERE = new RegExp(CONJUNCTION.source, 'y');
const OPEN_HERE = new RegExp(OPEN.source, 'y');
const COMMITTEE = new RegExp(`${COMMITTEE_ENDING}$`);
/** What joins committees that share their members. */
const JOINED = new RegExp(`^(?:、|${AND})$`);
/** What stands between stops, blanks inside it included. */
const STRETCH = new RegExp(`^[^${PHRASE_STOPS}]*[^${LIST_STOPS}]`);

/** What is known of a text that names units. */
interface Reading {
  /**
   * Label, verb or brackets say that all of this text is who does it. Then the parts between separators
   * are the names, whatever they look like.
   */
  readonly framed?: boolean;
}

/**
 * Reads a 牵头单位 or 责任单位 cell, or a clause that names units, by the grammar of unit lists: names
 * parted by 、，； or line breaks, by 和/及/与 between complete names only; open ends (等单位); groups
 * (各乡镇（街道）); the suffix that several committees share (区安委会、区消安委成员单位); and roles that
 * the text itself says (某局牵头，某委配合).
 *
 * Reading is total and loses nothing: the pieces' texts, joined, are `cell`.
 *
 * @returns the pieces in order; those of a framed text with the roles settled (`settleLeads`)
 */
export function readUnits(cell: string, lexicon: Lexicon, { framed = false }: Reading = {}): Piece[] {
  const text = new CellText(flatten(cell), lexicon);
  const pieces: Piece[] = [];
  for (let at = 0; at < cell.length; ) {
    const previous = pieces.at(-1);
    const piece = pieceAt(text, at, previous !== undefined && isMeant(previous));
    pieces.push({ ...piece, text: cell.slice(at, at + piece.text.length) });
    at += piece.text.length;
  }
  const said = giveRoles(shareSuffix(pieces, lexicon));
  return framed ? settleLeads(said.map((piece) => markOdd(piece, lexicon))) : said;
}

/** A name that does not look like one is kept, and told. */
function markOdd(piece: Piece, lexicon: Lexicon): Piece {
  return piece.kind === 'name' && !looksLikeUnit(piece.unit, lexicon) ? { ...piece, odd: true } : piece;
}

/** Whether a text reads as nothing but names of units and groups. */
export function isUnitList(text: string, lexicon: Lexicon): boolean {
  const pieces = readUnits(text, lexicon);
  return (
    pieces.length > 0 && pieces.every((piece) => piece.kind !== 'name' || looksLikeUnit(piece.unit, lexicon))
  );
}

/** A cell's flattened text with what is asked of it again and again. */
class CellText {
  /** For each offset, where the part of the list that it is in ends: a separator outside brackets. */
  readonly partEnds: Int32Array;
  /** For each offset, where the next word that says a role begins, outside brackets. */
  readonly nextWords: Int32Array;

  constructor(
    readonly flat: string,
    readonly lexicon: Lexicon,
  ) {
    const closing = bracketPairs(flat);
    this.partEnds = new Int32Array(flat.length + 1).fill(flat.length);
    this.nextWords = new Int32Array(flat.length + 1).fill(flat.length);
    const stops: number[] = [];
    const words: number[] = [];
    for (let i = 0; i < flat.length; i++) {
      if (STOP.test(flat[i] as string)) stops.push(i);
      if (roleWordAt(flat, i)) words.push(i);
      i = closing.get(i) ?? i;
    }
    fillTo(this.partEnds, stops);
    fillTo(this.nextWords, words);
  }

  /** Whether a name can end before an offset. */
  canEndAt = (offset: number): boolean =>
    offset >= this.flat.length ||
    AFTER_NAME.test(this.flat[offset] as string) ||
    matchAt(CONJUNCTION_HERE, this.flat, offset) !== undefined ||
    this.nextWords[offset] === offset;
}

/** For every offset up to each of the ascending `stops`, that stop. */
function fillTo(array: Int32Array, stops: readonly number[]): void {
  let start = 0;
  for (const stop of stops) {
    array.fill(stop, start, stop + 1);
    start = stop + 1;
  }
}

/** Where each bracket that is closed is closed. */
function bracketPairs(flat: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < flat.length; i++) {
    if (flat[i] === '（') open.push(i);
    else if (flat[i] === '）' && open.length > 0) closing.set(open.pop() as number, i);
  }
  return closing;
}

/** @param afterName whether a name ends right before `at` */
function pieceAt(cell: CellText, at: number, afterName: boolean): Piece {
  const { flat, lexicon } = cell;
  const separator = matchAt(SEPARATOR, flat, at) ?? (afterName ? conjunctionAt(flat, at) : undefined);
  if (separator) return { kind: 'separator', text: separator, start: at };
  const word = roleWordAt(flat, at);
  if (word) return { kind: 'word', start: at, ...word };
  if (!afterName) {
    const label = labelAt(flat, at);
    if (label) return { kind: 'label', start: at, ...label };
    const leading = leadingAt(flat, at);
    if (leading) return { kind: 'leading', text: leading, start: at };
  }
  const wordAt = cell.nextWords[at] as number;
  const part = flat.slice(at, Math.min(cell.partEnds[at] as number, wordAt));
  if (matchAt(OPEN_HERE, flat, at)) return { kind: 'open', text: part.slice(0, endOfOpen(part)), start: at };
  const group = firstGroup(cell, at, wordAt);
  if (group) {
    const { name, membership } = group;
    return { kind: 'group', text: flat.slice(at, group.end), start: at, group: name, membership };
  }
  const text = nameOverBlanks(cell, at, wordAt) ?? part.slice(0, endOfName(part, lexicon));
  return { kind: 'name', text, start: at, unit: lexicon.find(text)?.name ?? normalizeName(text) };
}

/** A known name, or half a name and the rest of it, with blanks or a line break inside: 区应急 管理局. */
function nameOverBlanks({ flat, lexicon }: CellText, at: number, wordAt: number): string | undefined {
  const [stretch = ''] = STRETCH.exec(flat.slice(at, Math.min(wordAt, at + LONGEST_NAME))) ?? [];
  const [first = '', ...rest] = stretch.split(/(?=\s)/);
  if (rest.length === 0 || looksLikeUnit(first, lexicon) || first.search(OPEN) > 0) return undefined;
  for (let text = first, i = 0; i < rest.length; i++) {
    text += rest[i];
    const name = normalizeName(text);
    if (rest[i]?.trim() && looksLikeUnit(name, lexicon)) return text;
  }
  return undefined;
}

/** A group's name, up to another name that its own would take in: 燃气企业, but not 区公安局和燃气企业. */
function firstGroup(
  { flat, lexicon, canEndAt }: CellText,
  at: number,
  wordAt: number,
): FoundGroup | undefined {
  const whole = groupAt(flat.slice(0, wordAt), at, canEndAt);
  if (!whole?.loose) return whole;
  const end = at + endOfName(flat.slice(at, whole.end), lexicon);
  const first = flat.slice(0, end);
  return groupAt(first, at, canEndAt) ?? (looksLikeUnit(first.slice(at), lexicon) ? undefined : whole);
}

/** 区安委会、区消安委成员单位: committees listed before a group of members lend it their members too. */
function shareSuffix(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared = [...pieces];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'group' || !piece.group.endsWith(MEMBER_UNITS)) continue;
    for (let j = i - 1; j > 0; j -= 2) {
      const separator = pieces[j];
      const name = pieces[j - 1];
      if (separator?.kind !== 'separator' || !JOINED.test(separator.text)) break;
      if (name?.kind !== 'name' || !isCommittee(name.unit, lexicon)) break;
      shared[j - 1] = {
        ...name,
        kind: 'group',
        group: name.unit + MEMBER_UNITS,
        membership: piece.membership,
      };
    }
  }
  return shared;
}

function isCommittee(name: string, lexicon: Lexicon): boolean {
  const unit = lexicon.find(name);
  return unit ? unit.kind === 'committee' : COMMITTEE.test(name);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function conjunctionAt(flat: string, at: number): string | undefined {
  const word = matchAt(CONJUNCTION_HERE, flat, at);
  return word && at + word.length < flat.length ? word : undefined;
}
