// Duties under the name of who does them: （一）市旅游局, and below it 1、编制规划。2、会同市质监局评定饭店。
import type { Stretch } from '../model/passage.js';
import { isMeant, type Lexicon, readUnits } from '../units/index.js';
import { isLabelled } from './frames/labelled.js';
import { isOdd, isSure } from './frames/says-who.js';
import type { Item } from './items.js';

/** No heading is longer. */
const LONGEST = 60;
/** So many headings of one sort are names that the text is divided by who does what. */
const FEWEST = 2;

/**
 * The items of a text, each under a heading that is nothing but names with that heading. Where only one heading of
 * its sort is a name, it is a heading like others.
 */
export function underNames(items: readonly Item[], lexicon: Lexicon): Item[] {
  const isName = items.map((item, i) => isHeading(item, items[i + 1], lexicon));
  const ranks = items.filter((_, i) => isName[i]).map(({ rank }) => rank);
  let under: Item | undefined;
  return items.map((item, i) => {
    const rank = item.rank;
    if (isName[i] && ranks.filter((each) => each === rank).length >= FEWEST) under = item;
    else if (rank !== undefined && under?.rank !== undefined && rank <= under.rank) under = undefined;
    else if (under && !item.heading) return { ...item, heading: under.title };
    return item;
  });
}

/** 县公安局、县交通局：…; but no telephone behind it. */
const BEFORE_COLON = /^[^：:，。；（）()\n]{2,60}[：:](?=\s*[^\s\d：:（(])/;

/** The names with which a paragraph begins before a colon: 县水利局：负责…; `end` is behind the colon. */
export function namesBeforeColon(text: string, start: number, lexicon: Lexicon): Stretch | undefined {
  const found = BEFORE_COLON.exec(text.slice(start, start + LONGEST + 2))?.[0];
  if (found === undefined || isLabelled(found) || !areNames(found.slice(0, -1), lexicon)) return undefined;
  return { start, end: start + found.length };
}

/** Whether an item says nothing but names, and what follows stands under it. */
function isHeading(
  { number, rank, says, rest, title }: Item,
  next: Item | undefined,
  lexicon: Lexicon,
): boolean {
  if (number === '' || rank === undefined || says || rest.text.trim() !== '') return false;
  if (title.text.length > LONGEST || next === undefined || (next.rank !== undefined && next.rank <= rank))
    return false;
  return areNames(title.text, lexicon);
}

function areNames(text: string, lexicon: Lexicon): boolean {
  const pieces = readUnits(text, lexicon, { framed: true });
  const meant = pieces.filter(isMeant);
  return (
    meant.length > 0 &&
    meant.every((piece) => isSure(piece, lexicon)) &&
    pieces.every((piece) => !isOdd(piece, lexicon) && piece.kind !== 'word' && piece.kind !== 'label')
  );
}
