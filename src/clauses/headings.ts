// Duties under the name of who does them: （一）市旅游局, and below it 1、编制规划。2、会同市质监局评定饭店。
import type { Lexicon } from '../units/index.js';
import { areNames, LONGEST_NAMES } from './frames/names-before.js';
import type { Item } from './items.js';

/** So many headings of one sort are names that the text is divided by who does what. */
const FEWEST = 2;

/**
 * The items of a text, each under a heading that is nothing but names with that heading. Where only one heading of
 * its sort is a name, it is a heading like others.
 */
export function underNames(items: readonly Item[], lexicon: Lexicon): Item[] {
  const isName = items.map((item, i) => isHeading(item, items[i + 1], lexicon));
  const counts = new Map<number | undefined, number>();
  for (const { rank } of items.filter((_, i) => isName[i])) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  let under: Item | undefined;
  return items.map((item, i) => {
    const rank = item.rank;
    if (isName[i] && (counts.get(rank) ?? 0) >= FEWEST) under = item;
    else if (rank !== undefined && under?.rank !== undefined && rank <= under.rank) under = undefined;
    else if (under && !item.heading) return { ...item, heading: under.title };
    return item;
  });
}

/** Whether an item says nothing but names, and what follows stands under it. */
function isHeading(
  { number, rank, says, rest, title }: Item,
  next: Item | undefined,
  lexicon: Lexicon,
): boolean {
  if (number === '' || rank === undefined || says || rest.text.trim() !== '') return false;
  const isOver = next !== undefined && (next.rank === undefined || next.rank > rank);
  return isOver && title.text.length <= LONGEST_NAMES && areNames(title.text, lexicon);
}
