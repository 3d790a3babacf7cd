import { addTo } from '../model/grouping.js';
import { normalizeName } from '../words/width.js';

/** A text in the form in which it is compared: its pairs of neighbouring characters. */
export interface Compared {
  /** Its characters in one piece, without punctuation. */
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

/** The characters of a text that count when it is compared: no punctuation, one width; a number is one. */
export function charactersOf(text: string): string[] {
  return normalizeName(text).match(/\d+(?:\.\d+)?%?|[^\p{P}\p{S}]/gu) ?? [];
}

/** Makes a text ready to be compared; one of a single character is a pair by itself. */
export function compared(text: string): Compared {
  const characters = charactersOf(text);
  const pairs = new Set(characters.length === 1 ? characters : []);
  for (let i = 0; i + 1 < characters.length; i++) pairs.add(`${characters[i]}${characters[i + 1]}`);
  return { text: characters.join(''), pairs };
}

/**
 * How much alike two texts are, from 0 to 1: the mean of the shares of each one's pairs that the other has. A short
 * text that a long one has whole is half of the same, so that a row may say more than the measure it carries out.
 */
export function likeness(one: Compared, other: Compared): number {
  if (one.text === other.text) return 1;
  let shared = 0;
  for (const pair of one.pairs) if (other.pairs.has(pair)) shared++;
  return shared === 0 ? 0 : (shared / one.pairs.size + shared / other.pairs.size) / 2;
}

/** How often a pair may stand in what is searched and still lead to what is alike: it bounds a search's time. */
const COMMON = 200;

/**
 * Makes texts ready to be searched for those that are alike; a search takes time with what is alike, not with all.
 *
 * @returns a search for the texts, by their places in order, that have a pair in common with a given one, and at
 *   least a third of the pairs of the shorter of the two
 */
export function pairIndex(texts: readonly Compared[]): (wanted: Compared) => number[] {
  const holders = new Map<string, number[]>();
  for (const [i, { pairs }] of texts.entries()) {
    for (const pair of pairs) addTo(holders, pair, i);
  }
  return ({ pairs }) => {
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      const found = holders.get(pair) ?? [];
      if (found.length <= COMMON) for (const i of found) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    return Array.from(shared)
      .filter(([i, count]) => count * 3 >= Math.min(pairs.size, texts[i]?.pairs.size ?? 0))
      .map(([i]) => i)
      .sort((a, b) => a - b);
  };
}
