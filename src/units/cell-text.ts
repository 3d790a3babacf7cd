import { conditionAt } from '../words/asides.js';
import { ALL_OR_SOME, TOGETHER_WITH } from '../words/collectives.js';
import { MARKS } from '../words/marks.js';
import { matchAt } from '../words/match.js';
import { PARTY_OFFICE } from '../words/offices.js';
import { LIST_STOPS, QUOTED_WORDS } from '../words/punctuation.js';
import {
  doingAt,
  type FoundWord,
  helpingAt,
  isFirmDoing,
  leadingAt,
  lineLabelAt,
  markAt,
  nextRoleWord,
  roleWordAt,
  ruleAt,
} from '../words/roles.js';
import type { Lexicon } from './lexicon.js';
import { CONJUNCTION, endsName, LONGEST_NAME, SOCIETY } from './names.js';
import type { Piece } from './pieces.js';

/** What parts names in a list, beside the stops of a sentence: 甲局/乙局, ★甲局, 甲局｜乙局. */
const MORE_STOPS = `/\\\\·•+|｜丨${MARKS}`;
const STOP = new RegExp(`[${LIST_STOPS}${MORE_STOPS}]`);
export const SEPARATOR = new RegExp(`[${LIST_STOPS}${MORE_STOPS}]+`, 'y');
/** A name may end before it. */
const AFTER_NAME = new RegExp(`[${LIST_STOPS}${MORE_STOPS}等（]`);
const TOGETHER = new RegExp(TOGETHER_WITH, 'y');
const PARTYS = new RegExp(PARTY_OFFICE);
export const CONJUNCTION_HERE = new RegExp(CONJUNCTION.source, 'y');
const COLLECTIVE = new RegExp(`^${ALL_OR_SOME}$`);
/** 组织人事局参与考核: a name ends before it. */
const TAKES_PART = /^(?:参与|参加|协助|配合|负责|牵头)/;
/** 推进办, 协调小组: what is done and the end of an office. */
const OF_DEEDS = /^[一-龥]{2,6}(?:办|室|组|中心)$/;
/** No bracket with units in it is longer. */
const LONGEST_BRACKET = 300;

/** A bracket that holds units with a part of their own: 区水利局（区财政局、白云镇配合）. */
export interface Nested {
  readonly end: number;
  /** What is in it, with offsets into the cell. */
  readonly pieces: readonly Piece[];
}

/** Whether a text begins with such a label of who leads; labels one behind the other are a header. */
function headsLines(flat: string): boolean {
  const first = lineLabelAt(flat, 0);
  const rest = first ? flat.slice(first.text.length).trimStart() : '';
  return first?.role === 'lead' && rest !== '' && lineLabelAt(`${rest} `, 0) === undefined;
}

/** A cell's flattened text with what is asked of it again and again. */
export class CellText {
  /** For each offset, where the part of the list that it is in ends: a separator outside brackets. */
  readonly partEnds: Int32Array;
  /** For each offset, where the next thing begins that ends a name, outside brackets: a word that says a role, a number. */
  readonly nextWords: Int32Array;
  /** Words that only a frame tells, by where they begin. */
  readonly framedWords = new Map<number, FoundWord>();
  /** Where 会同 stands between two names. */
  readonly joints = new Map<number, string>();
  readonly nested = new Map<number, Nested>();
  /** Whether labels stand at the heads of its lines without a colon: 牵头　县水利局⏎配合　县财政局. */
  readonly hasLineLabels: boolean;

  /**
   * @param readInner reads what is in a bracket; without it nothing but a name's own is looked for there
   */
  constructor(
    readonly flat: string,
    readonly lexicon: Lexicon,
    readonly framed: boolean,
    readInner?: (inner: string) => readonly Piece[] | undefined,
  ) {
    this.hasLineLabels = framed && headsLines(flat);
    const closing = new Map([...quotedIn(flat), ...bracketPairs(flat)]);
    this.partEnds = new Int32Array(flat.length + 1).fill(flat.length);
    this.nextWords = new Int32Array(flat.length + 1).fill(flat.length);
    const stops: number[] = [];
    const words: number[] = [];
    let partStart = 0;
    let nextWord = -1;
    for (let i = 0; i < flat.length; i++) {
      const close = closing.get(i);
      if (nextWord < i) nextWord = nextRoleWord(flat, i);
      const isWord = flat[i] === '（' ? roleWordAt(flat, i) !== undefined : nextWord === i;
      if (STOP.test(flat[i] as string)) {
        stops.push(i);
        partStart = i + 1;
      } else if (isWord || markAt(flat, i)) words.push(i);
      else if (framed && this.#frameEndsNameAt(partStart, i)) {
        words.push(i);
        // Behind 会同 and 配合 another name begins.
        const joint = this.joints.get(i);
        if (joint !== undefined) partStart = i + joint.length;
        const word = this.framedWords.get(i);
        if (word?.helps) partStart = i + word.text.length;
      } else if (flat[i] === '（' && close !== undefined && readInner && close - i <= LONGEST_BRACKET) {
        const read = ruleAt(flat, i) === undefined ? readInner(flat.slice(i + 1, close)) : [];
        const pieces = read ?? (conditionAt(flat, i) === undefined ? undefined : []);
        if (pieces) words.push(i);
        if (pieces && pieces.length > 0) this.nested.set(i, { end: close + 1, pieces });
      }
      i = close ?? i;
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

  /** 会同, and behind a complete name words that say more than a part: 分别负责本行业预案, 配合某委落实. */
  #frameEndsNameAt(partStart: number, at: number): boolean {
    const { flat, lexicon } = this;
    const joint = at > partStart ? matchAt(TOGETHER, flat, at) : undefined;
    if (joint !== undefined) {
      this.joints.set(at, joint);
      return true;
    }
    if (at === partStart && leadingAt(flat, at) !== undefined) return false;
    const helping = helpingAt(flat, at);
    const doing = helping === undefined || at === partStart ? doingAt(flat, at) : undefined;
    if (helping === undefined && doing === undefined) return false;
    // 由 is no part of the name behind it.
    const from = partStart + (leadingAt(flat, partStart)?.length ?? 0);
    const before = flat.slice(Math.max(from, at - LONGEST_NAME), at);
    // 各共同体学校, 各牵头学校: no name ends there.
    if (COLLECTIVE.test(before)) return false;
    const firm = doing !== undefined && isFirmDoing(doing.text);
    if (before !== '' && !firm && (SOCIETY.test(before) || !endsName(before, lexicon))) return false;
    if (helping !== undefined && before !== '') {
      this.framedWords.set(at, { text: helping, role: 'responsible', bracketed: false, helps: true });
      return true;
    }
    if (!doing) return false;
    const { text } = doing;
    if (!firm && this.#beginsWithName(text, at)) return false;
    this.framedWords.set(at, doing);
    return true;
  }

  /** 组织部配合 of 市委组织部配合, 组织部提供预警: what looks like a verb is still the name. */
  #beginsWithName(text: string, at: number): boolean {
    for (let length = 2; length <= text.length; length++) {
      const ends =
        length === text.length ||
        roleWordAt(this.flat, at + length) !== undefined ||
        helpingAt(this.flat, at + length) !== undefined ||
        TAKES_PART.test(this.flat.slice(at + length, at + length + 2));
      const name = text.slice(0, length);
      // 区推进办统筹: an office is called by what it does.
      if (OF_DEEDS.test(name) && doingAt(this.flat, at + length) !== undefined) return true;
      if (ends ? endsName(name, this.lexicon) : PARTYS.test(name)) return true;
    }
    return false;
  }
}

/** For every offset up to each of the ascending `stops`, that stop. */
function fillTo(array: Int32Array, stops: readonly number[]): void {
  let start = 0;
  for (const stop of stops) {
    array.fill(stop, start, stop + 1);
    start = stop + 1;
  }
}

/** 区“双随机、一公开”联席会议: what is quoted in a name is no list. */
const QUOTED = new RegExp(`${QUOTED_WORDS}(?=[一-龥])`, 'g');

/** Where each quotation that a name goes on behind is closed. */
function quotedIn(flat: string): Map<number, number> {
  return new Map(Array.from(flat.matchAll(QUOTED), ({ 0: text, index }) => [index, index + text.length - 1]));
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
