// Duties under the name of who does them: （一）市旅游局, and below it 1、编制规划。2、会同市质监局评定饭店。
import type { Lexicon } from '../units/index.js';
import { CONTACT } from '../words/people.js';
import { NUMBER_BEFORE } from './frames/found.js';
import { helpersUnder } from './frames/helpers.js';
import type { TextKind } from './frames/index.js';
import { areNames, areOffices, BEGINS_AS_GROUP, LONGEST_NAMES } from './frames/names-before.js';
import type { Item } from './items.js';

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
export function underNames<S extends Stretch>(sections: readonly S[], lexicon: Lexicon): S[] {
  const headings = sections.map(({ kind, items }) =>
    items.map((item, i) => (kind === 'letter' ? undefined : rankAsHeading(item, items[i + 1], lexicon))),
  );
  const countIn = (ranks: readonly (number | undefined)[], rank: number) =>
    ranks.filter((each) => each === rank).length;
  // Chapters are of the whole text; what is below them, of its chapter.
  const chapters = headings.flat();
  return sections.map((section, s) => {
    let under: { readonly item: Item; readonly rank: number } | undefined;
    const items = section.items.map((item, i) => {
      const rank = headings[s]?.[i];
      if (rank !== undefined && countIn(rank === 0 ? chapters : (headings[s] ?? []), rank) >= FEWEST)
        under = { item, rank };
      else if (under && item.rank !== undefined && item.rank <= under.rank) under = undefined;
      else if (under && ENDS.test(item.passage.text)) under = undefined;
      else if (under && !item.heading)
        return {
          ...item,
          heading: under.item.title.text === '' ? under.item.point : under.item.title,
          says: item.says ?? helpersUnder(item.source.text, numberEnd(item.source.text), lexicon),
        };
      return item;
    });
    return { ...section, items };
  });
}

/**
 * How deep an item stands that says nothing but names, where what follows stands under it: a line without a number is
 * over the numbers that follow it.
 */
function rankAsHeading(
  { number, rank, says, rest, title, point }: Item,
  next: Item | undefined,
  lexicon: Lexicon,
): number | undefined {
  if (says || next === undefined) return undefined;
  if (number === '') {
    const isLine = next.rank !== undefined && next.number !== '' && point.text.length <= LONGEST_NAMES;
    return isLine && isWho(point.text, lexicon) ? (next.rank ?? 0) - HALF : undefined;
  }
  if (rank === undefined || rest.text.trim() !== '') return undefined;
  const isOver = next.rank === undefined || next.rank > rank;
  return isOver && title.text.length <= LONGEST_NAMES && areNames(title.text, lexicon) ? rank : undefined;
}

/** 县水利局, 各县（区）: a place's own offices, or groups. */
function isWho(text: string, lexicon: Lexicon): boolean {
  return areOffices(text, lexicon) || (BEGINS_AS_GROUP.test(text) && areNames(text, lexicon));
}

/** 联系人：某科，特此通知。 What ends the text is nobody's. */
const ENDS = new RegExp(
  `${CONTACT.source}|^\\s*(?:特此|此复|(?:未列入|其他|其余)[^，。；：]{0,14}(?:单位|部门|乡镇|街道)[，,要应按]|以上[^。]{0,10}请|附[件：:]|(?:请|希望|要求)?各(?:有关|相关|责任|成员)?(?:单位|部门|处室|科室|乡镇|街道|级)[^，。；]{0,16}(?:高度重视|提高(?:思想)?认识|统一思想|加强(?:组织)?领导|切实履行|严格按照))`,
);

/** A line stands between the numbers of two sorts. */
const HALF = 0.5;

const numberEnd = (text: string) => NUMBER_BEFORE.exec(text)?.[0].length ?? 0;
