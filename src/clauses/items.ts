import { joinPassages, type Passage, type Stretch, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Lexicon } from '../units/index.js';
import { withColons } from '../words/marked-labels.js';
import {
  CIRCLED,
  DECIMAL_NUMBER,
  ENUMERATOR,
  NAMED_NUMBER,
  NUMBER_STOP,
  POINT_NUMBER,
} from '../words/numerals.js';
import { COLON, SENTENCE_STOPS, TITLE_STOPS } from '../words/punctuation.js';
import { headingOf, OUTLINE_SHAPES, shapeOf } from '../words/shapes.js';
import { bracketsIn, splitOutside } from './brackets.js';
import { isTimeAhead, WHILE } from './frames/found.js';
import { helpersUnder } from './frames/helpers.js';
import { clausesIn, type FoundClause, type TextKind } from './frames/index.js';
import { haveNamesBefore, namesBeforeColon } from './frames/names-before.js';
import type { Part } from './parts.js';

/** A paragraph of the notice, or the part of one that a clause inside it closes. */
export interface Item {
  readonly passage: Passage;
  readonly measure: string | undefined;
  /** How deep its number stands, from 0; nothing where it has none. */
  readonly rank: number | undefined;
  /** Its own number and title where it is numbered. */
  readonly number: string;
  readonly title: Passage;
  /** Its text without the clause; and without number and title, too. */
  readonly point: Passage;
  readonly rest: Passage;
  /** The clause in it, its stretches within `source`. */
  readonly says: FoundClause | undefined;
  /** The paragraph that it is a part of. */
  readonly source: Passage;
  /** The heading over it that is the name of who does it: （一）市旅游局. */
  readonly heading?: Passage | undefined;
  /** What other paragraphs say of it by its number: 第2项由某局牵头. */
  readonly saidElsewhere?: readonly ItemSays[];
  /** It says who does other items, by their numbers, and nothing else. */
  readonly isOfOthers?: true;
}

/** What another paragraph says of an item. */
export interface ItemSays {
  readonly source: Passage;
  /** The measure that the source stands in. */
  readonly measure: string | undefined;
  /** Its stretches within the source; all of it says who where there are none. */
  readonly parts: readonly Part[] | undefined;
}

/** A number before a text, and where the title behind it begins and ends. */
interface Head extends Stretch {
  readonly number: string;
  readonly rank: number;
}

const DECIMAL = new RegExp(`^(?<number>${DECIMAL_NUMBER})`);
const POINT = new RegExp(`^(?<number>${POINT_NUMBER})[、．.]?\\s*`);
const CIRCLE = new RegExp(`^(?<number>${CIRCLED})[、．.]?\\s*`);
const NTH = new RegExp(`^(?<number>${ENUMERATOR})(?=[^，,])`);
const ANY_NTH = new RegExp(`^(?:${ENUMERATOR}(?=[^，,])|${POINT_NUMBER}|${CIRCLED})`);
const FIRST_SENTENCE = new RegExp(`^[^${SENTENCE_STOPS}]*`);

/** 问题编号40： stands over （一） and 1. as an article does. */
const NAMED = new RegExp(`^(?<number>${NAMED_NUMBER})\\s*(?=[^\\s])`);

/** Forms of numbers below those of the outline, from the highest down. */
const BELOW = [DECIMAL, POINT, CIRCLE, NTH];

/** （1） and ⑴ stay as printed; of 1) the number alone. */
const PLAIN = /^(\d{1,3})[）)]$|^([\d０-９][\d０-９.．]*[\d０-９])[.．、\s]*$/;

const STOP_OF_NUMBER = new RegExp(`(?:${COLON}|${NUMBER_STOP})$`);
const ARTICLE = OUTLINE_SHAPES.indexOf('article');

function plainNumber(printed: string): string {
  const [, point, decimal] = PLAIN.exec(printed) ?? [];
  return point ?? decimal ?? printed;
}

function headOf(text: string, isSequel: boolean): Head | undefined {
  const named = NAMED.exec(text);
  if (named) {
    const start = named[0].length;
    const number = named[1]?.replace(STOP_OF_NUMBER, '') ?? '';
    return { number, rank: ARTICLE, start, end: start + firstSentence(text.slice(start)).length };
  }
  for (const [i, pattern] of BELOW.entries()) {
    const found = pattern.exec(text);
    const printed = found?.groups?.['number'];
    if (!found || printed === undefined) continue;
    const start = found[0].length;
    const end = start + firstSentence(text.slice(start)).length;
    return { number: plainNumber(printed), rank: OUTLINE_SHAPES.length + i, start, end };
  }
  const shape = isSequel ? 'item' : shapeOf(text);
  const rank = (OUTLINE_SHAPES as readonly string[]).indexOf(shape);
  if (rank < 0) return undefined;
  const { number, start, end } = headingOf(text);
  return { number, rank, start, end };
}

export function firstSentence(text: string): string {
  return FIRST_SENTENCE.exec(text)?.[0] ?? '';
}

/** A point of a sentence, behind the sentences before it. */
const POINTS = new RegExp(`(?<=^|[。；：:])\\s*${ENUMERATOR}(?=[^，,])`, 'g');
/** Likewise, by numbers: 会议议定：（1）由甲局负责。（2）由乙局负责。 */
const NUMBERED_POINTS = new RegExp(`(?<=[。；：:])\\s*(?:${POINT_NUMBER}|${CIRCLED})`, 'g');

/** Where the one point begins that stands before a clause, behind the clause before it. */
function pointBefore(text: string, from: number, to: number): number | undefined {
  const start = Math.max(0, from - 1);
  const counted = Array.from(text.slice(from, to).matchAll(POINTS), ({ index }) => from + index);
  const numbered = Array.from(text.slice(start, to).matchAll(NUMBERED_POINTS), ({ index }) => start + index);
  const own = counted.length > 0 ? counted : numbered;
  return own.length === 1 ? own[0] : undefined;
}

/** 责任单位：甲镇任务目标：…: a label of what is to be done, right behind those who do it. */
const GLUED_AIM = /^(?:任务|工作|年度|主要)*(?:目标|任务|措施|内容)[：:]/;

/**
 * A paragraph cut behind each clause inside it. What follows the last clause, a remark or a sentence,
 * stays with it.
 *
 * @param kind whether the text is of measures, of a letter, or all that there is
 * @param isSequel whether its number follows from the item's above, though a digit stands behind it: 12.300英才计划
 */
export function itemsIn(
  source: Passage,
  measure: string | undefined,
  isSequel: boolean,
  kind: TextKind,
  lexicon: Lexicon,
  lines: LineStarts,
): Item[] {
  const text = withColons(source.text);
  const numbered = headOf(text, isSequel);
  const before = kind === 'letter' ? undefined : namesBeforeColon(text, numbered?.start ?? 0, lexicon);
  const named = before && !haveNamesBefore(text, before.end, lexicon) ? before : undefined;
  const others = named && othersFrom(text, named.end, lexicon);
  if (others !== undefined) {
    const own = itemsIn(slicePassage(source, 0, others, lines), measure, isSequel, kind, lexicon, lines);
    return [...own, ...itemsOfOthers(source, others, own[0], lexicon, lines)];
  }
  const told = clausesIn(text, lexicon, named ? 'letter' : kind);
  const clauses = named && told.length === 0 ? [helpersUnder(text, named.end, lexicon) ?? []].flat() : told;
  const head =
    named && numbered ? { ...numbered, start: named.end, end: Math.max(named.end, numbered.end) } : numbered;
  const heading = named && { heading: slicePassage(source, named.names.start, named.names.end, lines) };
  const first = named && !numbered ? named.end : 0;
  const items: Item[] = [];
  let from = 0;
  for (const [i, says] of clauses.entries()) {
    const isLast = i === clauses.length - 1;
    const isGlued = isLast && says.start === 0 && GLUED_AIM.test(text.slice(says.end));
    const end = isLast && !isGlued ? text.length : Math.max(says.end, from);
    const nth = clauses.length > 1 ? pointBefore(text, from, says.start) : undefined;
    const behind = text.slice(says.end, end);
    const isRemark = bracketsIn(behind.trim()).some(
      ({ start, end }) => start === 0 && end >= behind.trim().length - 1,
    );
    const after = isRemark || behind.trim() === '' ? undefined : { start: says.end, end };
    const body = { start: nth ?? Math.max(from, Math.min(first, says.start)), end: says.start };
    items.push(
      itemOf(
        source,
        measure,
        { from, end },
        body,
        after,
        nth !== undefined || i > 0 ? undefined : head,
        head && { ...head, end: sharedTitleEnd(text, head, clauses[0]) },
        says,
        lines,
      ),
    );
    from = end;
  }
  if (from < text.length) {
    const whole = { start: Math.max(from, first), end: text.length };
    const own = from === 0 ? head : undefined;
    items.push(
      itemOf(source, measure, { from, end: text.length }, whole, undefined, own, own, undefined, lines),
    );
  }
  return heading ? items.map((item) => ({ ...item, ...heading })) : items;
}

/**
 * 甲局：负责调度。经费由乙局安排。 Where, behind the names that are before it all, a sentence begins of which somebody else is said
 * to do what it says.
 */
export function othersFrom(text: string, from: number, lexicon: Lexicon): number | undefined {
  const sentence = splitOutside(text.slice(from), '。；\n').find(({ start, end }, i) => {
    const own = text.slice(from + start, from + end).trim();
    if (i === 0 || own === '' || HELPS_WITH.test(own)) return false;
    return clausesIn(own, lexicon, 'all').some(({ inGoal, isOfBefore, parts: [first] }) => {
      return inGoal && !isOfBefore && first && (first.start === 0 || own[first.start] === '由');
    });
  });
  return sentence && from + sentence.start;
}

/** What others do, of whom sentences behind an item say so: they go by its number, and by their own words. */
export function itemsOfOthers(
  source: Passage,
  from: number,
  of: Item | undefined,
  lexicon: Lexicon,
  lines: LineStarts,
): Item[] {
  const others = slicePassage(source, from, source.text.length, lines);
  return itemsIn(others, of?.measure, false, 'all', lexicon, lines).map((item) =>
    item.number === '' && of ? { ...item, number: of.number, rank: of.rank } : item,
  );
}

/** 会同乙局清淤: with whom those before do it. */
const HELPS_WITH = /^并?(?:会同|配合|协助|联合)/;

/** What parts a title from what follows. */
const AFTER_TITLE = new RegExp(`^[${TITLE_STOPS}]+`);
const BEHIND_TITLE = new RegExp(`(?:${COLON}|；|[，,])\\s*$`);

/**
 * @param body what of it is not the clause
 * @param after a sentence behind the clause
 * @param own its number and title where they stand in the body; @param whole the paragraph's
 */
function itemOf(
  source: Passage,
  measure: string | undefined,
  { from, end }: { readonly from: number; readonly end: number },
  body: Stretch,
  after: Stretch | undefined,
  own: Head | undefined,
  whole: Head | undefined,
  says: FoundClause | undefined,
  lines: LineStarts,
): Item {
  const part = (start: number, to: number) => slicePassage(source, start, Math.max(start, to), lines);
  const passage = part(from, end);
  const common = { passage, measure, says, source };
  const more = after ? [part(after.start, after.end)] : [];
  const joined = (passages: readonly Passage[]) =>
    joinPassages(
      passages.filter(({ text }) => text !== ''),
      source.at,
    );
  const printed = source.text.slice(body.start, body.end);
  const offset = printed.length - printed.trimStart().length;
  const nth = own ? undefined : headOf(printed.trimStart(), false);
  const head =
    own ?? (nth && ANY_NTH.test(printed.trimStart()) ? shifted(nth, body.start + offset) : undefined);
  if (!head) {
    const point = part(body.start, body.end);
    const rest = joined([point, ...more]);
    // What else a numbered paragraph demands goes by its number and title.
    const title = whole && from > 0 ? part(whole.start, whole.end) : part(body.start, body.start);
    return {
      ...common,
      rank: from > 0 ? whole?.rank : undefined,
      number: from > 0 ? (whole?.number ?? '') : '',
      title,
      point,
      rest,
    };
  }
  const most = Math.max(body.end, head.start);
  const stop = Math.min(
    titleEnd(source.text, head, says),
    head.start + titleIn(source.text.slice(head.start, most)).length,
  );
  const behind = AFTER_TITLE.exec(source.text.slice(stop, body.end))?.[0].length ?? 0;
  const rest = joined([part(Math.min(stop + behind, body.end), body.end), ...more]);
  const point = rest.text === '' ? part(body.start, stop) : joined([part(body.start, body.end), ...more]);
  return { ...common, rank: head.rank, number: head.number, title: part(head.start, stop), point, rest };
}

function shifted({ start, end, ...head }: Head, by: number): Head {
  return { ...head, start: start + by, end: end + by };
}

/** A title ends before a clause in its own sentence, and before a remark in brackets at its end. */
function titleEnd(text: string, { start, end }: Head, says: FoundClause | undefined): number {
  // （一）牵头单位：县教育局。负责报名: what says who is no title.
  if (says && !says.inGoal && says.start < start) return start;
  const who = says?.parts.find(({ kind }) => kind === 'who')?.start ?? end;
  const clause = says && (says.inGoal ? who : says.start);
  // 发生险情时县水利局负责抢险 has no title: that is when.
  if (clause !== undefined && isWhen(text, start, clause)) return start;
  const stop = clause !== undefined && clause > start ? Math.min(end, clause) : end;
  const title = text.slice(start, stop).trimEnd();
  const remark = bracketsIn(title).at(-1);
  const isRemark = remark && remark.end === title.length && REMARK.test(title.slice(remark.start));
  const bare = isRemark ? title.slice(0, remark.start) : title;
  return start + titleIn(bare).length;
}

/** 汛期, 3月10日前，: before those who do something then. */
function isWhen(text: string, start: number, end: number): boolean {
  const before = text.slice(start, end);
  return (
    WHILE.exec(text.slice(start))?.[0].length === end - start || isTimeAhead(before) || ASKED.test(before)
  );
}

/** 会议要求: before whoever is asked. */
const ASKED = /^(?:会议)?(?:要求|责成|决定)由?$/;

/** A title without the mark that parts it from what follows. */
export function titleIn(text: string): string {
  return text.replace(BEHIND_TITLE, '').trimEnd();
}

/** 1.甲局编制规划，5月底前完成；乙局组织实施: what the first does is no title of what the others do. */
function sharedTitleEnd(text: string, head: Head, first: FoundClause | undefined): number {
  const who = first?.inGoal ? first.parts.find(({ kind }) => kind === 'who') : undefined;
  return who && (who.start === head.start || isWhen(text, head.start, who.start))
    ? head.start
    : titleEnd(text, head, first);
}

/** （列入省政府督办事项）: a remark on the item. */
const REMARK = /^.列入.{2,30}.$/;
