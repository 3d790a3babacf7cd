import { anyOf, wordsIn } from '../words/any-of.js';
import { MARK, TOWNSHIPS, ZONE } from '../words/levels.js';
import type { Lexicon } from './lexicon.js';
import { JOINED, type Piece } from './pieces.js';

// What sits at the head of a place: its party committee, its government, its congress. A list names the place
// once for all of them: 石梁县委、县政府; 高新区党工委、管委会; 江口镇党委、政府.

/** Those of a county and above, and of what has a name of its own. */
const OF_PLACE = anyOf(wordsIn('委 党委 人大 人大常委会 人民政府 政府 政协 行署 行政公署'));
const OF_ZONE = anyOf(wordsIn('党工委 工委 党委 管委会 管理委员会 管理办公室'));
const OF_TOWN = anyOf(wordsIn('党委 党工委 工委 人大 人民政府 政府 办事处'));

const HAN = '\\p{Script=Han}';
const ZONE_OR_TOWN = `(?:${HAN}{0,8}?${ZONE}|${HAN}{0,6}?${anyOf([...TOWNSHIPS, '农场', '林场'])})`;
/** A place and its head: 石梁县委, 地委, 高新区党工委, 江口镇党委. */
const SEATS = [
  new RegExp(`^(?<place>${ZONE_OR_TOWN})(?:${OF_ZONE}|${OF_TOWN})$`, 'u'),
  new RegExp(`^(?<place>${HAN}{0,10}?(?<mark>${MARK}|地区))${OF_PLACE}$`, 'u'),
  new RegExp(`^(?<short>${HAN}{0,6}?地)委$`, 'u'),
];
/** 县政府, 政府, 管委会 behind it: the head alone, or with the mark of the place. */
const ANOTHER = new RegExp(
  `^(?<mark>${MARK}|镇|乡|街道)?(?<head>${anyOf([OF_PLACE, OF_ZONE, OF_TOWN])})$`,
  'u',
);
const NAMED_PLACE = new RegExp(`^(?!${MARK}|地委|地区)`, 'u');

function placeOf(name: string): string | undefined {
  for (const pattern of SEATS) {
    const groups = pattern.exec(name)?.groups;
    if (groups) return groups['place'] ?? `${groups['short']}区`;
  }
  return undefined;
}

/** Whether a name is of the head of a place that has a name: 石梁县人民政府; not 县政府. */
export function isSeat(name: string): boolean {
  return NAMED_PLACE.test(name) && placeOf(name) !== undefined;
}

/** Gives back the place to what sits at its head beside another that has it. */
export function shareSeats(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared: Piece[] = [];
  for (const piece of pieces) {
    shared.push(withPlace(piece, shared, lexicon));
  }
  return shared;
}

function withPlace(piece: Piece, before: readonly Piece[], lexicon: Lexicon): Piece {
  if (piece.kind !== 'name' || lexicon.find(piece.text)) return piece;
  const found = ANOTHER.exec(piece.unit)?.groups;
  const last = before.at(-1);
  const beside = last?.kind === 'separator' && JOINED.test(last.text) ? before.at(-2) : last;
  const place = found && beside?.kind === 'name' ? placeOf(beside.unit) : undefined;
  if (!found || place === undefined || !place.endsWith(found['mark'] ?? '')) return piece;
  const whole = place + found['head'];
  return whole === piece.unit
    ? piece
    : { ...piece, unit: lexicon.find(whole)?.name ?? whole, prefixShared: true };
}

/** 石梁县委县政府, 高新区党工委管委会: where the first of two ends that nothing parts. */
const GLUED = new RegExp(
  `^(?:${HAN}{0,10}?(?:${MARK}|党)委|.{0,12}党工委)(?=(?:${MARK}|镇|乡)?(?:人民)?政府$|管委会$|办事处$)`,
  'u',
);

/** Where the first of two heads of a place ends that nothing parts. */
export function endOfSeat(name: string): number | undefined {
  return GLUED.exec(name)?.[0].length;
}
