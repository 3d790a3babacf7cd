// What stands below an item that says who does it: points and paragraphs of which nothing else says who.
import { joinPassages, type Passage } from '../model/passage.js';
import { hasWho, saysOnly } from './covers.js';
import { ENDS_TEXT } from './headings.js';
import type { Item } from './items.js';
import { ruleIn } from './rules.js';

/** What a clause says of what is to be done. */
interface Aimed {
  readonly named: readonly Passage[];
  readonly goal: Passage;
  readonly covers: readonly Passage[];
  readonly measures: readonly string[];
}

/** So many lines without a number that end in who does it are headings; one may close what stands above it. */
const FEWEST = 2;
const LONGEST_HEADING = 16;

/**
 * Lines without a number that say who does what stands below them: 竞赛组（体育组牵头，教务处参加） over 1、编印秩序册。
 */
export function headingsAmong(items: readonly Item[]): ReadonlySet<Item> {
  const found = items.filter((item, i) => {
    const next = items[i + 1];
    return isTitle(item) && item.number === '' && next !== undefined && isBelow(next);
  });
  // What stands above the first of them is a number: it closes nothing.
  const before = items[items.indexOf(found[0] as Item) - 1];
  return new Set(found.length >= FEWEST && before?.number !== '' ? found : []);
}

/** A title and who does it, and nothing else. */
function isTitle({ says, heading, point, source, passage }: Item): boolean {
  const text = point.text.trim();
  return (
    says !== undefined &&
    !says.inGoal &&
    heading === undefined &&
    passage.text === source.text &&
    text !== '' &&
    text.length <= LONGEST_HEADING &&
    !/[，。；：:,;]/.test(text) &&
    says.parts.some(({ kind }) => kind === 'who')
  );
}

/** The first of a list, or a sentence, of which nothing says who. */
function isBelow(next: Item): boolean {
  if (next.says || hasWho(next)) return false;
  if (next.number === '') return /[。；]\s*$/.test(next.passage.text);
  return FIRST.test(next.number);
}

const FIRST = /^[（(]?[1１一①⑴㈠][）)]?(?:是)?$/;
/** A sentence, or one of a list. */
const IS_SAID = /[。；！;][”"]?\s*$|^\s*[▲●■◆★☆◇○□•·—–-]/;

/** Where what stands below a clause ends: with the next number of its own sort or a higher one. */
interface Over {
  readonly at: number;
  readonly rank: number;
  /** Whether it says what is called so and by whom, so that paragraphs below say what it is. */
  readonly isTitle: boolean;
}

/**
 * The clauses, each with what stands below its item and has none of its own: （一）园区扩容工程（甲局牵头） and below it 1、征地1800亩。
 *
 * @param found the clauses, each with the items that it is of
 * @param headings lines without a number that head what follows them
 */
export function withBelow<C extends Aimed>(
  items: readonly Item[],
  found: readonly { readonly clause: C; readonly items: readonly Item[] }[],
  headings: ReadonlySet<Item>,
): C[] {
  const clauseOf = new Map(found.flatMap(({ items: own }, at) => own.map((item) => [item, at] as const)));
  const below = new Map<number, Item[]>();
  let over: Over | undefined;
  let heads = 0;
  /** The sorts of numbers that stand below it. */
  let begun = new Set<number>();
  let lastHead: number | undefined;
  /** Below a point that has its own clause, a paragraph is of the point. */
  let isInner = false;
  for (const [i, item] of items.entries()) {
    const at = clauseOf.get(item);
    const rank = headings.has(item) ? (items[i + 1]?.rank ?? Number.POSITIVE_INFINITY) - HALF : item.rank;
    if (at !== undefined) {
      const own = found[at]?.items ?? [];
      const isFirst = own[0] === item;
      const isHead =
        isFirst && rank !== undefined && (over === undefined || rank <= over.rank || headings.has(item));
      if (rank !== undefined) begun.add(rank);
      if (isHead) {
        begun = new Set();
        heads++;
        lastHead = at;
        over = { at, rank, isTitle: own.every(isNamedOnly) };
      }
      isInner = over !== undefined && over.at !== at;
      continue;
    }
    if (over && isBeyond(item, items[i + 1], rank, over, begun)) over = undefined;
    if (rank !== undefined) {
      begun.add(rank);
      isInner = false;
    }
    const isOf =
      over !== undefined &&
      !item.says &&
      !item.isOfOthers &&
      !hasWho(item) &&
      (rank !== undefined || (over.isTitle && !isInner && IS_SAID.test(item.passage.text)));
    if (over && isOf) below.set(over.at, [...(below.get(over.at) ?? []), item]);
  }
  // Behind the last of them a paragraph may be of the whole text, where none of the others has one.
  const withText = Array.from(below).filter(([, own]) => own.every(({ number }) => number === ''));
  const [only] = withText.length === 1 ? withText : [];
  if (only && only[0] === lastHead && heads > 1) below.delete(only[0]);
  return found.map(({ clause }, at) => {
    const more = below.get(at) ?? [];
    if (more.length === 0) return clause;
    const isNamed = clause.goal.text === joinPassages(clause.named, clause.goal.at).text;
    const said = more.map(({ passage }) => passage);
    return {
      ...clause,
      goal: joinPassages(isNamed ? said : [clause.goal, ...said], clause.goal.at),
      covers: [...clause.covers, ...said],
      measures: Array.from(new Set([...clause.measures, ...more.flatMap(({ measure }) => measure ?? [])])),
    };
  });
}

/** Whether an item stands below nothing that stands before it: a number of its own sort, one that begins no list, a line over a list. */
function isBeyond(
  { passage: { text }, number }: Item,
  next: Item | undefined,
  rank: number | undefined,
  over: Over,
  begun: ReadonlySet<number>,
): boolean {
  // 以下各项均需各镇落实。
  const isRule = ruleIn(text.trim().split(/[，。；]/)[0] ?? '')?.kind === 'adding';
  if (isRule || ENDS_TEXT.test(text) || IS_NOTE.test(text)) return true;
  if (rank !== undefined) return rank <= over.rank || !(begun.has(rank) || FIRST.test(number));
  return !IS_SAID.test(text) && next !== undefined && FIRST.test(next.number);
}

/** 注：1.各责任单位…: what stands behind it is of the whole text. */
const IS_NOTE = /^\s*(?:备注|附注|说明|注)\s*[：:]/;

/** It has a title, and whatever else it says is who and by when. */
function isNamedOnly(item: Item): boolean {
  if (item.says?.inGoal) return false;
  return saysOnly(item) || isTitle(item) || (item.number !== '' && item.rest.text.trim() === '');
}

const HALF = 0.5;
