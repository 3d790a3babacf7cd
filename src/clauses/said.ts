import type { Stretch } from '../model/passage.js';
import { isUnitList, type Lexicon, looksLikeUnit, type Piece, readUnits } from '../units/index.js';
import { TIME, TIME_LABEL } from '../words/calendar.js';
import { LIST_NUMBER } from '../words/numerals.js';
import { CLOSING, COLON, COMMAS, FULL_STOP, NESTED, OPENING, UNBRACKETED } from '../words/punctuation.js';
import { TO_LEAD } from '../words/role-words.js';
import { labelAt } from '../words/roles.js';

/** Where a paragraph says who does what it demands. */
export interface FoundClause {
  /** Where the clause begins and ends, its brackets and full stop included. */
  readonly start: number;
  readonly end: number;
  readonly unitsStart: number;
  readonly unitsEnd: number;
  /** Where the words stand that say by when. */
  readonly deadline: Stretch | undefined;
}

const AT_END = new RegExp(`${FULL_STOP}\\s*$`);
const AT_START = new RegExp(`^|${FULL_STOP}|\\s`, 'g');
const CLOSED = new RegExp(`(?:${FULL_STOP}|[！”])\\s*$`);
const NOTHING_ELSE = new RegExp(`^${FULL_STOP}?$`);

/** What words for a time have none of. */
const TIME_STOPS = '，；。：:';

/** What a clause may say after who does it: ，6月底前完成; ；完成时限：2026年10月底. */
const DEADLINE = new RegExp(
  `[${COMMAS}。\\s]{0,9}(?:${TIME_LABEL}${COLON})?(${TIME}[^${TIME_STOPS}]{0,20})${FULL_STOP}?$`,
  'd',
);
const DEADLINE_ALONE = new RegExp(
  `^\\s*${TIME_LABEL}${COLON}\\s*([^\\s${TIME_STOPS}][^${TIME_STOPS}]{0,29})${FULL_STOP}?\\s*$`,
  'd',
);
const IN_BRACKETS = new RegExp(`${NESTED}${FULL_STOP}?`, 'g');
/** A number that a sentence may begin with. */
const NUMBER = new RegExp(`^(?:${LIST_NUMBER}|${OPENING}${UNBRACKETED}{1,4}${CLOSING})\\s*`);

const FIRST_LEADS = new RegExp(`(?:第一|首)[^${COMMAS}]{0,40}${TO_LEAD}`);

/** Whether what a clause says is of all clauses after it: 排在第一位的为牵头单位, 下同. */
function isOfAll(said: string): boolean {
  return said === '下同' || FIRST_LEADS.test(said);
}

/**
 * Cuts off the end of what a clause says what is not about who: a deadline, a rule for all clauses.
 *
 * @param offset where the clause begins in its paragraph
 */
function cutToWho(
  text: string,
  offset: number,
): { readonly length: number; readonly deadline: Stretch | undefined } {
  if (text.length > LONGEST) return { length: text.length, deadline: undefined };
  let who = text;
  for (let at = lastComma(who); at >= 0 && isOfAll(who.slice(at + 1).trim()); at = lastComma(who)) {
    who = who.slice(0, at);
  }
  const found = DEADLINE.exec(who);
  return { length: found?.index ?? who.length, deadline: found ? groupIn(found, offset) : undefined };
}

/** Where what a pattern's first group holds stands in a text. */
function groupIn(found: RegExpExecArray, offset: number): Stretch {
  const [start, end] = found.indices?.[1] ?? [0, 0];
  return { start: offset + start, end: offset + end };
}

function lastComma(text: string): number {
  return Math.max(...Array.from(COMMAS, (comma) => text.lastIndexOf(comma)));
}

/** The clauses inside a paragraph, in order: in brackets anywhere, without them at its end. */
export function clausesIn(text: string, lexicon: Lexicon): FoundClause[] {
  const found: FoundClause[] = [];
  for (const { 0: bracketed, index } of text.matchAll(IN_BRACKETS)) {
    const inner = bracketed.replace(AT_END, '').slice(1, -1);
    const end = index + bracketed.length;
    // Names alone say who only where they close a sentence: 各乡镇（街道） is one name.
    const closes = text.slice(end).trim() === '' && CLOSED.test(text.slice(0, index));
    const { length, deadline } = cutToWho(inner, index + 1);
    if (saysWho(inner.slice(0, length), lexicon, closes)) {
      found.push({ start: index, end, unitsStart: index + 1, unitsEnd: index + 1 + length, deadline });
    }
  }
  if (found.at(-1)?.end === text.trimEnd().length) return found;
  const alone = DEADLINE_ALONE.exec(text);
  if (alone) {
    return [{ start: 0, end: text.length, unitsStart: 0, unitsEnd: 0, deadline: groupIn(alone, 0) }];
  }
  const last = labelled(text, lexicon) ?? sentence(text, lexicon);
  return last && last.start >= (found.at(-1)?.end ?? 0) ? [...found, last] : found;
}

/** Whether a text says nothing but who does it; at a paragraph's end the names alone do. */
function saysWho(text: string, lexicon: Lexicon, namesDo: boolean): boolean {
  if (text.length > LONGEST || !isUnitList(text, lexicon)) return false;
  const pieces = readUnits(text, lexicon);
  const said = pieces.some(({ kind }) => kind === 'label' || kind === 'word');
  return pieces.some(isMeant) && (said || namesDo);
}

/** No clause is longer; it keeps the time that a paragraph takes in proportion to its length. */
const LONGEST = 2000;

/** 牵头责任单位： and the blanks after it. */
const LONGEST_LABEL = 20;

/** 牵头单位：…；责任单位：… up to the end of the paragraph. */
function labelled(text: string, lexicon: Lexicon): FoundClause | undefined {
  const from = Math.max(0, text.length - LONGEST);
  const tail = text
    .slice(from)
    .replace(/:/g, '：')
    .replace(/。\s*$/, '');
  for (const { index, 0: before } of tail.matchAll(AT_START)) {
    const start = from + index + before.length;
    const flat = tail.slice(start - from);
    if (!labelAt(flat.slice(0, LONGEST_LABEL), 0)) continue;
    const { length, deadline } = cutToWho(flat, start);
    if (saysWho(flat.slice(0, length), lexicon, false)) {
      return { start, end: text.length, unitsStart: start, unitsEnd: start + length, deadline };
    }
  }
  return undefined;
}

/** 由某局牵头，某局具体落实，…: a last sentence that begins with who does it. */
function sentence(text: string, lexicon: Lexicon): FoundClause | undefined {
  const whole = text.replace(AT_END, '');
  const start = Math.max(whole.lastIndexOf('。'), whole.lastIndexOf('；'), whole.lastIndexOf('\n')) + 1;
  const own = whole.slice(start);
  const number = NUMBER.exec(own)?.[0].length ?? 0;
  if (own.length > LONGEST) return undefined;
  const pieces = readUnits(own.slice(number), lexicon);
  const end = pieces.findLastIndex(({ kind }) => kind === 'word');
  const said = pieces.slice(0, end + 1);
  if (
    end < 0 ||
    !said.some(isMeant) ||
    !said.every((piece) => piece.kind !== 'name' || looksLikeUnit(piece.unit, lexicon))
  ) {
    return undefined;
  }
  const unitsEnd = start + number + said.reduce((sum, piece) => sum + piece.text.length, 0);
  const rest = text.slice(unitsEnd).trim();
  // What follows who does it is still what is to be done.
  const clauseStart = NOTHING_ELSE.test(rest) ? start + number : text.length;
  return { start: clauseStart, end: text.length, unitsStart: start + number, unitsEnd, deadline: undefined };
}

function isMeant({ kind }: Piece): boolean {
  return kind === 'name' || kind === 'group' || kind === 'open';
}
