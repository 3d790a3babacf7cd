// Duties under the name of who does them: （一）市旅游局, and below it 1、编制规划。2、会同市质监局评定饭店。
import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Lexicon } from '../units/index.js';
import { TAKES_FROM_NAME } from '../words/acting.js';
import { CONTACT } from '../words/people.js';
import { hasWho, saysOnly } from './covers.js';
import { NUMBER_BEFORE } from './frames/found.js';
import { helpersUnder } from './frames/helpers.js';
import type { TextKind } from './frames/index.js';
import {
  areNames,
  areOffices,
  areTrades,
  BEGINS_AS_GROUP,
  DUTIES,
  ENDS_AS_WHO,
  LONGEST_NAMES,
} from './frames/names-before.js';
import { type Item, itemsIn, itemsOfOthers, othersFrom } from './items.js';

/** So many headings of one sort are names that the text is divided by who does what. */
const FEWEST = 2;

/** A stretch of the text, as its items. */
interface Stretch {
  readonly kind: TextKind;
  readonly items: readonly Item[];
}

/**
 * The items of a text, each under a heading that is nothing but names with that heading. Where only one heading of
 * its sort is a name, it is a heading like others.
 */
export function underNames<S extends Stretch>(
  sections: readonly S[],
  lexicon: Lexicon,
  lines: LineStarts,
): S[] {
  const headings = sections.map(({ kind, items }) =>
    kind === 'letter' ? [] : ranksAsHeadings(items, lexicon),
  );
  const countIn = (ranks: readonly (number | undefined)[], rank: number) =>
    ranks.filter((each) => each === rank).length;
  // Chapters, and lines without a number, are of the whole text; what is below them, of its chapter.
  const all = headings.flat();
  const areHeadings = (rank: number, s: number) =>
    countIn(rank === 0 || !Number.isInteger(rank) ? all : (headings[s] ?? []), rank) >= FEWEST;
  return sections.map((section, s) => {
    let under: { readonly item: Item; readonly rank: number } | undefined;
    const items = section.items.flatMap((item, i): Item[] => {
      const rank = headings[s]?.[i];
      if (rank !== undefined && areHeadings(rank, s)) {
        under = { item, rank };
        return [{ ...item, says: undefined }];
      }
      if (under && item.rank !== undefined && item.rank <= under.rank) under = undefined;
      else if (
        under &&
        (ENDS_TEXT.test(item.passage.text) || isOther(item, section.items[i + 1], under.item))
      )
        under = undefined;
      // 完成时限：6月底前 is of the item above it.
      else if (under && !item.heading && !(saysOnly(item) && !hasWho(item))) {
        const printed = under.item.title.text === '' ? under.item.point : under.item.title;
        const heading = slicePassage(printed, 0, namesOf(printed.text).length, lines);
        const { number } = under.item;
        return ownAndOthers(item, heading, section.kind, lexicon, lines).map((each) =>
          each.number === '' && number !== '' ? { ...each, number } : each,
        );
      }
      return [item];
    });
    return { ...section, items };
  });
}

/** An item under a heading that is a name: what the bearer of the name does, and what its sentences say of others. */
function ownAndOthers(
  item: Item,
  heading: Passage,
  kind: TextKind,
  lexicon: Lexicon,
  lines: LineStarts,
): Item[] {
  const { source, measure } = item;
  const number = numberEnd(source.text);
  const isWhole = item.passage.text === source.text;
  const others = isWhole && item.says?.isByDoers ? othersFrom(source.text, number, lexicon) : undefined;
  if (others === undefined)
    return [{ ...item, heading, says: item.says ?? helpersUnder(source.text, number, lexicon) }];
  const own = itemsIn(slicePassage(source, 0, others, lines), measure, false, kind, lexicon, lines);
  return [
    ...own.flatMap((each) => ownAndOthers(each, heading, kind, lexicon, lines)),
    ...itemsOfOthers(source, others, item, lexicon, lines),
  ];
}

/** For each item that says nothing but names over what follows it how deep it stands. */
function ranksAsHeadings(items: readonly Item[], lexicon: Lexicon): (number | undefined)[] {
  let over: number | undefined;
  return items.map((item, i) => {
    const isNamed = saysBelow(item, items.slice(i + 1, i + 1 + NEAR));
    const rank = isNamed ? undefined : rankAsHeading(item, items[i + 1], over, lexicon);
    if (item.rank !== undefined) over = item.rank;
    return rank;
  });
}

/** Whether lines below a heading say who does it: （二）民俗集市 and 承办：某科 are what is done, and by whom. */
function saysBelow({ number, rank }: Item, below: readonly Item[]): boolean {
  if (number === '' || rank === undefined) return false;
  const end = below.findIndex((each) => each.rank !== undefined);
  return below
    .slice(0, end < 0 ? below.length : end)
    .some((each) => each.number === '' && NAMES_WHO.test(each.passage.text));
}

const NEAR = 4;
const NAMES_WHO = /^\s*(?:由|(?:主办|承办|协办|牵头|责任|主责)[一-龥]{0,4}[：:])/;

/**
 * How deep an item stands that says nothing but names, where what follows stands under it: a line without a number is
 * over the numbers that follow it, and over paragraphs without one.
 *
 * @param above how deep the last number before it stands
 */
function rankAsHeading(
  { number, rank, says, rest, title, point }: Item,
  next: Item | undefined,
  above: number | undefined,
  lexicon: Lexicon,
): number | undefined {
  // 1、市建设局负责： over （1） only heads what they do.
  if ((says && !IS_OF_POINTS.test(title.text)) || next === undefined) return undefined;
  if (number === '') {
    if (point.text.length > LONGEST_NAMES || !isWho(point.text, lexicon)) return undefined;
    if (next.rank !== undefined && next.number !== '') return next.rank - HALF;
    return isSentence(next.passage.text.trim()) ? (above ?? -1) + HALF : undefined;
  }
  if (rank === undefined || rest.text.trim() !== '') return undefined;
  const isOver = next.rank === undefined || next.rank > rank;
  const text = namesOf(title.text);
  // 其他部门职责： what stands under it says who.
  if (OTHERS.test(text) || BEGINS_AS_WORK.test(text)) return undefined;
  return isOver && text.length <= LONGEST_NAMES && (areNames(text, lexicon) || areTrades(text, lexicon))
    ? rank
    : undefined;
}

const IS_OF_POINTS = /负责[：:]?\s*$/;

const OTHERS = /^其(?:他|它|余)/;
/** 整治市场 only ends as a name does. */
const BEGINS_AS_WORK = new RegExp(`^${TAKES_FROM_NAME}`, 'u');

/** 县民政部门职责： the names alone. */
function namesOf(heading: string): string {
  return heading
    .trimEnd()
    .replace(/[：:]$/, '')
    .replace(DUTIES, '');
}

/** Whether what stands under a line that is a name is no line of a list and no date: it ends as sentences do. */
function isSentence(text: string): boolean {
  return text.length > SHORTEST_SENTENCE && /[。；;]$/.test(text);
}

const SHORTEST_SENTENCE = 6;

/** 相关依据: a line that is no name, under one that is, heads something else. */
function isOther(item: Item, next: Item | undefined, under: Item): boolean {
  const { text } = item.passage;
  return (
    under.number === '' &&
    item.number === '' &&
    next !== undefined &&
    text.length <= LONGEST_HEADING &&
    !/[。；;，：:]/.test(text)
  );
}

const LONGEST_HEADING = 12;

/** 县水利局, 各县（区）: a place's own offices, or groups. */
function isWho(text: string, lexicon: Lexicon): boolean {
  return (
    areOffices(text, lexicon) ||
    (BEGINS_AS_GROUP.test(text) && ENDS_AS_WHO.test(text) && areNames(text, lexicon))
  );
}

/** 联系人：某科，特此通知。 What ends the text is nobody's. */
export const ENDS_TEXT = new RegExp(
  `${CONTACT.source}|^\\s*(?:特此|此复|(?:未列入|其他|其余)[^，。；：]{0,14}(?:单位|部门|乡镇|街道)[，,要应按]|以上[^。]{0,10}请|附[件：:]|(?:请|希望|要求)?各(?:有关|相关|责任|成员)?(?:单位|部门|处室|科室|乡镇|街道|级)[^，。；]{0,16}(?:高度重视|提高(?:思想)?认识|统一思想|加强(?:组织)?领导|切实履行|严格按照))`,
);

/** A line stands between the numbers of two sorts. */
const HALF = 0.5;

const numberEnd = (text: string) => NUMBER_BEFORE.exec(text)?.[0].length ?? 0;
