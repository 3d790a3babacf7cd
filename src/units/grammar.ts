import { groupAt, type Membership } from './groups.js';
import type { Lexicon } from './lexicon.js';
import { flatten, normalizeName } from './normalize.js';

interface Stretch {
  readonly text: string;
  /** Offset into the cell's text. */
  readonly start: number;
}

/** A stretch of a cell that names units. All pieces of a cell, put together, are the cell's text. */
export type Piece = Stretch &
  (
    | { readonly kind: 'separator' }
    /** 等单位, 等社会应急力量业务管理部门: more units of the sort named before it are meant. */
    | { readonly kind: 'open' }
    | { readonly kind: 'name'; readonly unit: string }
    | { readonly kind: 'group'; readonly group: string; readonly membership: Membership }
  );

const SEPARATOR = /[、，；\s]+/y;
/** Parts two names, but may as well stand inside one: 区住房和城乡建设委员会. */
const CONJUNCTION = /以及|[和及与]/g;
/** 等 opens the list's end, but not in 高等学校 and the like. */
const OPEN = /(?<![高中初平同对])等[^等、，；\s]*/y;
/** What complete names end in, so that a name can be told from half of one. */
const COMPLETE =
  /(?:局|委|办|部|院|会|府|室|处|站|所|厅|署|队|乡|镇|街道|公司|中心|集团|银行|学校)(?:（[^（）]*）)?$/;
/** What the name of a body with member units ends in: 安委会, 减灾委, 指挥部. */
const COMMITTEE = /(?:委|会|指挥部|小组)$/;

/**
 * Reads a 牵头单位 or 责任单位 cell by the grammar of unit lists: names parted by 、，； or line
 * breaks, by 和/及/与 between complete names only, open ends (等单位), groups (各乡镇（街道）) and
 * the suffix that several committees share (区安委会、区消安委成员单位).
 *
 * Reading is total and loses nothing: the pieces' texts, joined, are `cell`.
 */
export function readUnits(cell: string, lexicon: Lexicon): Piece[] {
  const flat = flatten(cell);
  const ends = partEnds(flat);
  const pieces: Piece[] = [];
  for (let at = 0; at < flat.length; ) {
    const afterName = pieces.length > 0 && pieces.at(-1)?.kind !== 'separator';
    const piece = pieceAt(flat, at, ends[at] as number, afterName, lexicon);
    pieces.push({ ...piece, text: cell.slice(at, at + piece.text.length) });
    at += piece.text.length;
  }
  return shareSuffix(pieces, lexicon);
}

/**
 * @param end where the part of the list that `at` is in ends
 * @param afterName whether a name ends right before `at`
 */
function pieceAt(flat: string, at: number, end: number, afterName: boolean, lexicon: Lexicon): Piece {
  const separator = matchAt(SEPARATOR, flat, at) ?? (afterName ? conjunctionAt(flat, at) : undefined);
  if (separator) return { kind: 'separator', text: separator, start: at };
  const open = matchAt(OPEN, flat, at);
  if (open) return { kind: 'open', text: open, start: at };
  const group = groupAt(flat, at, (offset) => canEndAt(flat, offset));
  if (group) {
    const { name, membership } = group;
    return { kind: 'group', text: flat.slice(at, group.end), start: at, group: name, membership };
  }
  const part = flat.slice(at, end);
  const text = part.slice(0, endOfName(part, lexicon));
  return { kind: 'name', text, start: at, unit: lexicon.find(text)?.name ?? normalizeName(text) };
}

/** How much of a part of the list is its first name: all of it, or up to 等 or to a conjunction. */
function endOfName(part: string, lexicon: Lexicon): number {
  if (lexicon.find(part)) return part.length;
  const open = part.search(new RegExp(OPEN, ''));
  const name = open > 0 ? part.slice(0, open) : part;
  const isName = (text: string) => lexicon.find(text) !== undefined || COMPLETE.test(text);
  for (const { 0: word, index } of name.matchAll(CONJUNCTION)) {
    const rest = name.slice(index + word.length);
    const another =
      lexicon.find(rest) !== undefined ||
      groupAt(rest, 0, (offset) => canEndAt(rest, offset)) !== undefined ||
      (rest[0] === name[0] && COMPLETE.test(rest));
    if (isName(name.slice(0, index)) && another) return index;
  }
  return name.length;
}

/** 区安委会、区消安委成员单位: committees listed before a group of members lend it their members too. */
function shareSuffix(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared = [...pieces];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'group' || !piece.group.endsWith(MEMBER_UNITS)) continue;
    for (let j = i - 1; j > 0; j -= 2) {
      const separator = pieces[j];
      const name = pieces[j - 1];
      if (separator?.kind !== 'separator' || !/^(?:、|和|及|与|以及)$/.test(separator.text)) break;
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

const MEMBER_UNITS = '成员单位';

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

const CONJUNCTION_HERE = new RegExp(CONJUNCTION.source, 'y');

function canEndAt(flat: string, offset: number): boolean {
  return offset >= flat.length || /[、，；\s等（和及与以]/.test(flat[offset] as string);
}

/** For each offset, where the part it is in ends: at the next separator outside brackets. */
function partEnds(flat: string): Int32Array {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < flat.length; i++) {
    if (flat[i] === '（') open.push(i);
    else if (flat[i] === '）' && open.length > 0) closing.set(open.pop() as number, i);
  }
  const ends = new Int32Array(flat.length).fill(flat.length);
  for (let start = 0; start < flat.length; ) {
    let end = start;
    while (end < flat.length && !/[、，；\s]/.test(flat[end] as string)) end = (closing.get(end) ?? end) + 1;
    ends.fill(end, start, Math.max(end, start + 1));
    start = Math.max(end, start) + 1;
  }
  return ends;
}

/** Whether a text reads as nothing but names of units and groups. */
export function isUnitList(text: string, lexicon: Lexicon): boolean {
  const pieces = readUnits(text, lexicon);
  return (
    pieces.length > 0 &&
    pieces.every(
      (piece) => piece.kind !== 'name' || lexicon.find(piece.unit) !== undefined || COMPLETE.test(piece.unit),
    )
  );
}
