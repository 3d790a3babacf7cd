import type { Lexicon } from './lexicon.js';

/** Longer lists of names seldom stand twice. */
const LONGEST_LIST = 400;
/** A lexicon that outlives a notice forgets: the memory of a folder stays flat. */
const MOST_KNOWN = 20_000;

/**
 * A reader that knows what it has said of a text with the same lexicon: a notice names the same units again and again,
 * and several rules ask of the same words who is meant.
 *
 * @param longest what is longer is read anew; it keeps what is remembered in proportion to the notice
 */
export function remembered<T>(
  read: (text: string, lexicon: Lexicon) => T,
  longest = LONGEST_LIST,
): (text: string, lexicon: Lexicon) => T {
  const known = new WeakMap<Lexicon, Map<string, T>>();
  return (text, lexicon) => {
    if (text.length > longest) return read(text, lexicon);
    const own = known.get(lexicon) ?? new Map<string, T>();
    if (own.size === 0) known.set(lexicon, own);
    if (own.has(text)) return own.get(text) as T;
    const said = read(text, lexicon);
    if (own.size >= MOST_KNOWN) own.clear();
    own.set(text, said);
    return said;
  };
}
