import type { Stretch } from '../model/passage.js';
import { isMeant, type Lexicon, looksLikeUnit, type Piece, readUnits } from '../units/index.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { TIME_LABEL } from '../words/calendar.js';
import { TOGETHER_WITH } from '../words/collectives.js';
import { kindByName } from '../words/kinds.js';
import { ENUMERATOR, LIST_NUMBER } from '../words/numerals.js';
import { PERSON_LABEL } from '../words/people.js';
import { CLOSING, CLOSINGS, COLON, FULL_STOP, OPENING, OPENINGS, UNBRACKETED } from '../words/punctuation.js';
import { HOLDERS, MAKERS, TELLING, WHO } from '../words/role-words.js';
import { labelAt, roleWordAt } from '../words/roles.js';
import { flatten } from '../words/width.js';
import { bracketsIn, splitOutside, unclosedIn } from './brackets.js';
import { type Part, partsOf } from './parts.js';

/** Where a paragraph says who does what it demands. */
export interface FoundClause extends Stretch {
  /** What it says; joined, its own text from `start` to `end`, or what of a sentence of the goal says it. */
  readonly parts: readonly Part[];
  /** Its sentence says what is to be done, too, and stays in the goal: 由某局牵头，开展检查。 */
  readonly inGoal: boolean;
}

/** No clause is longer; it keeps the time that a paragraph takes in proportion to its length. */
const LONGEST = 2000;

const CLOSED = new RegExp(`(?:${FULL_STOP}|[！”])\\s*$`);
const BEHIND_STOP = new RegExp(`${FULL_STOP}\\s*$`);
const STOP_BEHIND = new RegExp(`^${FULL_STOP}`);

/** The clauses inside a paragraph, in order: in brackets anywhere, behind a label up to its end, in a sentence by a verb. */
export function clausesIn(text: string, lexicon: Lexicon): FoundClause[] {
  const bracketed = withUnclosed(text, inBrackets(text, lexicon), lexicon);
  const end = bracketed.at(-1)?.end ?? 0;
  const label = labelled(text, end, lexicon);
  if (bracketed.length > 0 || label) return [...bracketed, ...(label ? [label] : [])];
  return inSentences(text, lexicon);
}

/** （某局牵头，某局配合）, ［…］, 【…】. */
function inBrackets(text: string, lexicon: Lexicon): FoundClause[] {
  const brackets = bracketsIn(text).filter(({ start, end }) => end - start <= LONGEST);
  // From the last on: where a clause closes the paragraph, names alone do so behind sentences before it, too.
  let closed: 'by names' | 'by words' | undefined;
  return brackets
    .reverse()
    .flatMap(({ start, end: closing }) => {
      // Names alone say who only where they close a sentence: 各乡镇（街道） is one name.
      const end = closing + (STOP_BEHIND.exec(text.slice(closing))?.[0].length ?? 0);
      const isLast = text.slice(end).trim() === '';
      const closes = isLast && (CLOSED.test(text.slice(0, start)) || start === 0);
      const inner = partsOf(text, start + 1, closing - 1);
      if (
        !saysWho(text, inner, lexicon, closes) &&
        !(
          (isOfPoint(text, start, closing, end) ||
            (closed && isOfSentence(text, start, closing, end, closed))) &&
          saysOnlyUnits(text, inner, lexicon)
        )
      ) {
        return [];
      }
      if (closes)
        closed =
          saysOnlyUnits(text, inner, lexicon) && !TELLS.test(text.slice(start, closing))
            ? 'by names'
            : 'by words';
      const parts = [around(start, start + 1), ...inner, around(closing - 1, end)];
      return [{ start, end, parts, inGoal: false }];
    })
    .reverse();
}

function around(start: number, end: number): Part {
  return { kind: 'separator', start, end };
}

const POINT_NEXT = new RegExp(`^\\s*${ENUMERATOR}(?=[^，,])`);
const POINT_BEFORE = new RegExp(
  `^\\s*(?:[${OPENINGS}][^${OPENINGS}${CLOSINGS}]{0,200}[${CLOSINGS}])?\\s*${ENUMERATOR}(?=[^，,])`,
);
const BEFORE_POINT = [...'。；：:\n'];

/** Whether a bracket closes the point of a sentence, or what stands before the first: 修渠。（甲局）一是清淤（乙局）；. */
function isOfPoint(text: string, start: number, closing: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  if (POINT_NEXT.test(text.slice(end))) return CLOSED.test(before) || end > closing;
  const isClosed = end > closing || text.slice(end).trim() === '';
  return (
    isClosed &&
    POINT_BEFORE.test(before.slice(Math.max(...BEFORE_POINT.map((stop) => before.lastIndexOf(stop))) + 1))
  );
}

/** Whether a bracket stands behind a sentence, or before the stop that ends it. */
function isOfSentence(
  text: string,
  start: number,
  closing: number,
  end: number,
  closed: 'by names' | 'by words',
): boolean {
  return (
    BEHIND_STOP.test(text.slice(Math.max(0, start - LONGEST), start)) ||
    (end > closing && closed === 'by names' && text.slice(start, closing).includes('、'))
  );
}

/** Whether all of the parts are names of units, and the first is not where something is done: 建设示范点（甲镇、乙镇）. */
function saysOnlyUnits(text: string, parts: readonly Part[], lexicon: Lexicon): boolean {
  const who = parts.filter(({ kind }) => kind === 'who').map(({ start, end }) => text.slice(start, end));
  const meant = who.flatMap((each) => readUnits(each, lexicon, { framed: true })).filter(isMeant);
  const [first] = meant;
  if (first === undefined || first.kind === 'open') return false;
  if (first.kind === 'name' && kindByName(first.unit) === 'township') return false;
  return meant.every((piece) => piece.kind === 'open' || isSure(piece, lexicon));
}

/** A last bracket that nobody has closed is closed by the end of its paragraph. */
function withUnclosed(text: string, found: FoundClause[], lexicon: Lexicon): FoundClause[] {
  const start = unclosedIn(text);
  if (start === undefined || text.length - start > LONGEST) return found;
  const inner = partsOf(text, start + 1, text.length);
  const isOther = ({ kind }: Part) => kind === 'people' || kind === 'unread';
  const [first] = inner;
  if (first?.kind !== 'who' || inner.some(isOther) || !saysWho(text, inner, lexicon, false)) return found;
  const who = inner.filter(({ kind }) => kind === 'who').map((part) => text.slice(part.start, part.end));
  const meant = who.flatMap((each) => readUnits(each, lexicon, { framed: true })).filter(isMeant);
  if (!meant.every((piece) => piece.kind === 'open' || isSure(piece, lexicon))) return found;
  return [
    ...found.filter(({ end }) => end <= start),
    { start, end: text.length, parts: [around(start, start + 1), ...inner], inGoal: false },
  ];
}

/** Whether parts say nothing but who does it, with a label or a word; at a paragraph's end the names alone do. */
function saysWho(text: string, parts: readonly Part[], lexicon: Lexicon, namesDo: boolean): boolean {
  const who = parts.filter(({ kind }) => kind === 'who').map(({ start, end }) => text.slice(start, end));
  const [first] = who;
  if (first === undefined) return false;
  const pieces = who.flatMap((each) => readUnits(each, lexicon, { framed: true }));
  const meant = pieces.filter(isMeant);
  if (hasKnownLabel(first) && meant.every(({ text: name }) => name.length <= LONGEST_ODD))
    return meant.length > 0;
  const says = pieces.some(({ kind }) => kind === 'word' || kind === 'label');
  if (says) return meant.length > 0 && (namesDo || meant.some((piece) => isSure(piece, lexicon)));
  const sure = meant.filter((piece) => isSure(piece, lexicon));
  return namesDo && sure[0] !== undefined && sure[0] === meant[0] && sure.length * 2 >= meant.length;
}

/** What is longer and has not the form of a name is none, even behind a label: 责任单位：详见所附名单. */
const LONGEST_ODD = 8;

function isSure(piece: Piece, lexicon: Lexicon): boolean {
  return piece.kind === 'group' || (piece.kind === 'name' && looksLikeUnit(piece.unit, lexicon));
}

/** 牵头责任单位： and the blanks after it. */
const LONGEST_LABEL = 20;

/** 督导单位：, 部门分工：: labels of whatever part, but for 填报单位： and 单位：万元 above a table. */
const ANY_LABEL = new RegExp(`^(?!${anyOf(MAKERS)}|单位\\s*${COLON})[一-龥]{0,6}(?:${WHO}|分工)\\s*${COLON}`);

function isLabelled(text: string): boolean {
  return ANY_LABEL.test(text) || hasKnownLabel(text);
}

/** A label whose word has a line in the table; behind it names may look like anything. */
function hasKnownLabel(text: string): boolean {
  return labelAt(flatten(text.slice(0, LONGEST_LABEL)), 0) !== undefined;
}

const NOT_WHO = new RegExp(`^(?:${PERSON_LABEL}|${TIME_LABEL})\\s*${COLON}`);
const AT_START = new RegExp(`^|${FULL_STOP}|\\s`, 'g');

/** 牵头单位：…；责任单位：… up to the end of the paragraph, or to a sentence that says something else. */
function labelled(text: string, from: number, lexicon: Lexicon): FoundClause | undefined {
  const tail = text.slice(from);
  if (tail.length > LONGEST * 4) return undefined;
  const brackets = bracketsIn(text);
  for (const { index, 0: before } of tail.matchAll(AT_START)) {
    const start = from + index + before.length;
    if (brackets.some((bracket) => bracket.start < start && start < bracket.end)) continue;
    const own = text.slice(start);
    const alone = NOT_WHO.test(own);
    if (!alone && !isLabelled(own)) continue;
    const parts = upToOther(text, partsOf(text, start, Math.min(text.length, start + LONGEST)), lexicon);
    const says = parts.some(({ kind }) => kind === 'people' || kind === 'time');
    if (
      !(alone && says && !parts.some(({ kind }) => kind === 'who')) &&
      !saysWho(text, parts, lexicon, false)
    ) {
      continue;
    }
    return { start, end: parts.at(-1)?.end ?? start, parts, inGoal: false };
  }
  return undefined;
}

/** Leaves out a sentence behind a clause's own that says nothing of who: 分工：某局牵头。每季度报送进展。 */
function upToOther(text: string, parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const at = parts.findIndex((part, i) => {
    if (part.kind !== 'who' || i === 0) return false;
    const pieces = readUnits(text.slice(part.start, part.end), lexicon);
    return !pieces.some(
      (piece) => piece.kind !== 'separator' && piece.kind !== 'leading' && !isOdd(piece, lexicon),
    );
  });
  return at < 0 ? parts : parts.slice(0, at);
}

function isOdd(piece: Piece, lexicon: Lexicon): boolean {
  return piece.kind === 'unread' || (piece.kind === 'name' && !isSure(piece, lexicon));
}

/** A number that a sentence may begin with. */
const NUMBER = new RegExp(`^\\s*(?:(?:${LIST_NUMBER}|${OPENING}${UNBRACKETED}{1,4}${CLOSING})\\s*)?`);
/** 由 behind what is to be done: 建立机制，由某局会同某局研究提出; 此项工作由某局负责. */
const BY = /由/g;
/** No sentence has more of them. */
const MOST = 20;
const EXPLAINS = /解释|咨询/;

/** 由某局牵头，某局配合: a sentence that begins with 由, and a last one that begins with who does it. */
function inSentences(text: string, lexicon: Lexicon): FoundClause[] {
  const sentences = splitOutside(text, '。；！？\n').filter(
    ({ start, end }) => text.slice(start, end).trim() !== '',
  );
  return sentences.flatMap(({ start, end }, i): FoundClause[] => {
    if (end - start > LONGEST || EXPLAINS.test(text.slice(start, end))) return [];
    const own = text.slice(start, end);
    const number = NUMBER.exec(own)?.[0].length ?? 0;
    const first = start + number;
    const isLast = i === sentences.length - 1;
    // 某厅牵头，某局参与。负责信息收集: a sentence that says nothing else may stand first, too.
    const isFirst = i === 0;
    const starts = [
      ...(isLast || isFirst || text[first] === '由' ? [first] : []),
      ...Array.from(own.matchAll(BY), ({ index }) => start + index)
        .filter((each) => each > first)
        .slice(0, MOST),
    ];
    for (const from of starts) {
      const to = endOfWho(text.slice(from, end), lexicon);
      if (to === undefined) continue;
      const behind = text.slice(from + to, end).trim();
      if (behind !== '' && from === first && isFirst && !isLast && text[first] !== '由') continue;
      // What follows who does it is still what is to be done.
      const stop = end + (STOP_BEHIND.test(text.slice(end)) ? 1 : 0);
      if (behind !== '' || from > first) {
        return [
          { start: stop, end: stop, parts: [{ kind: 'who', start: from, end: from + to }], inGoal: true },
        ];
      }
      const parts: Part[] = [
        { kind: 'who', start: from, end: from + to },
        ...(stop > from + to ? [{ kind: 'separator', start: from + to, end: stop } as const] : []),
      ];
      return [{ start: from, end: stop, parts, inGoal: false }];
    }
    return [];
  });
}

/** Words by which a sentence goes on with what is to be done: 由某部会同某部研究提出方案. */
const PROPOSE = new RegExp(
  `^由(?<lead>[^，。；]{2,80}?)会同(?<others>[^。；]{2,120}?)${anyOf(wordsIn('研究提出 研究制定 提出 制定 负责落实 组织实施 负责'))}`,
);

/** 请主办单位会同协办单位办理 names nobody. */
const NOBODY = new RegExp(`^请?${HOLDERS}$`);

/** How much of a sentence says who: up to the last word that says a part, and nothing before it that is no unit. */
function endOfWho(text: string, lexicon: Lexicon): number | undefined {
  const proposed = PROPOSE.exec(text);
  const leads = proposed?.groups?.['lead'];
  if (proposed && leads && readUnits(leads, lexicon).every((piece) => !isOdd(piece, lexicon))) {
    return withMore(text, proposed[0].length, lexicon);
  }
  const joined = endOfJoined(text, lexicon);
  if (joined !== undefined) return withMore(text, joined, lexicon);
  const pieces = readUnits(text, lexicon);
  let end = pieces.length;
  while (end > 0) {
    end = pieces.slice(0, end).findLastIndex(({ kind }) => kind === 'word') + 1;
    const own = pieces.slice(0, end);
    if (
      own.some((piece) => isMeant(piece) && !NOBODY.test(piece.text)) &&
      own.every((piece) => !isOdd(piece, lexicon))
    ) {
      const size = own.reduce((sum, piece) => sum + piece.text.length, 0);
      return withMore(text, withJoined(text, size, lexicon), lexicon);
    }
    end--;
  }
  return undefined;
}

/** 由某局会同某局负责落实，各县政府配合: who else has a part, behind what says it of the first. */
function withMore(text: string, end: number, lexicon: Lexicon): number {
  if (!PART_BEHIND.test(text.slice(end))) return end;
  const behind = text.slice(end + 1);
  const more = endOfWho(behind, lexicon) ?? endOfDoers(behind, lexicon);
  return more === undefined ? end : end + 1 + more;
}

const PART_BEHIND = /^[，；]/;

/** 某局、某局按职责分工做好相关工作: names and what they do, up to the next stop. */
function endOfDoers(text: string, lexicon: Lexicon): number | undefined {
  const said = DOERS.exec(text)?.[0] ?? '';
  const pieces = readUnits(said, lexicon, { framed: true });
  const at = pieces.findIndex(({ kind }) => kind === 'word');
  const own = pieces.slice(0, at);
  const isSaid = at > 0 && at === pieces.length - 1 && own.every((piece) => !isOdd(piece, lexicon));
  return isSaid && own.some((piece) => isSure(piece, lexicon)) ? said.length : undefined;
}

const DOERS = /^[^，。；]{3,120}/;

/** 某局牵头，会同某委编制: those with whom the leader does it. */
function withJoined(text: string, end: number, lexicon: Lexicon): number {
  const joint = JOINT_BEHIND.exec(text.slice(end));
  if (!joint) return end;
  const [, before = '', names = ''] = joint;
  const pieces = readUnits(names, lexicon, { framed: true });
  const at = pieces.findIndex(({ kind }) => kind === 'word');
  const own = at < 0 ? pieces : pieces.slice(0, at);
  if (!own.some(isMeant) || own.some((piece) => isOdd(piece, lexicon))) return end;
  return own.reduce((sum, piece) => sum + piece.text.length, end + before.length);
}

const JOINT_BEHIND = new RegExp(`^(，并?${TOGETHER_WITH}(?!县))([^，。；]{2,120})`);

/** 由某局会同某局提供预警, 由某局配合某局落实检查: who does it, up to what they do. */
function endOfJoined(text: string, lexicon: Lexicon): number | undefined {
  if (!JOINED.test(text)) return undefined;
  const pieces = readUnits(text.slice(0, LONGEST_JOINED), lexicon, { framed: true });
  const at = pieces.findIndex((piece) => piece.kind === 'word' && !piece.helps);
  const own = pieces.slice(0, at < 0 ? 0 : at);
  const joins = own.some(
    (piece) =>
      (piece.kind === 'word' && piece.helps) || (piece.kind === 'separator' && piece.text === TOGETHER_WITH),
  );
  // Behind a word that says no more than a part, the other grammar reads on.
  const word = pieces[at];
  if (!joins || word === undefined || roleWordAt(flatten(text), word.start)) return undefined;
  return own.every((piece) => !isOdd(piece, lexicon)) ? word.start : undefined;
}

const JOINED = new RegExp(`^由[^，。；]{2,80}?(?:${TOGETHER_WITH}|配合|协助)`);
const LONGEST_JOINED = 300;

/** A text that seems to say who does it; where it was not read so, somebody must look. */
export function seemsToSayWho(text: string): boolean {
  return (
    SEEMS_LABELLED.test(text) || bracketsIn(text).some(({ start, end }) => SEEMS.test(text.slice(start, end)))
  );
}

const TELLS = new RegExp(TELLING);
const SEEMS = new RegExp(`${TELLING}.?$`);
const SEEMS_LABELLED = new RegExp(`[一-龥]{0,4}(?:牵头|责任|落实|主办|承办)单位${COLON}`);
