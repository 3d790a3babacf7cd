import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { type Compared, compared, likeness, pairIndex } from './likeness.js';

/** How much alike two clauses must be to say the same. */
const ALIKE = 0.59;

/** No clause is longer; what is has no punctuation and is compared by its beginning. */
const LONGEST = 400;

/** What stands between commas and full stops outside quotation marks. */
const CLAUSE = /(?:“[^“”]*”|《[^《》]*》|[^，,。；;！？\n])+/g;

/** The clauses of a text. */
export function splitClauses(text: string): string[] {
  return (text.match(CLAUSE) ?? []).map((clause) => clause.trim()).filter((clause) => clause !== '');
}

/** The clauses of a passage, what stands between commas, each with its place. */
export function phrasesOf(passage: Passage, lines: LineStarts): Passage[] {
  return Array.from(passage.text.matchAll(CLAUSE), ({ 0: clause, index }) =>
    slicePassage(passage, index, index + clause.length, lines),
  ).filter(({ text }) => text !== '');
}

/** How much alike two clauses are, from 0 to 1, as their words go. */
export function likenessOf(one: string, other: string): number {
  return likeness(phraseOf(one), phraseOf(other));
}

/** Whether two clauses say the same. */
export function saySame(one: string, other: string): boolean {
  return likenessOf(one, other) >= ALIKE;
}

/**
 * Makes clauses ready to be searched.
 *
 * @returns a search for those that say the same as a given clause, by their places, in order
 */
export function phraseIndex(clauses: readonly string[]): (clause: string) => number[] {
  const phrases = clauses.map(phraseOf);
  const near = pairIndex(phrases);
  return (clause) => {
    const wanted = phraseOf(clause);
    return near(wanted).filter((i) => likeness(wanted, phrases[i] as Compared) >= ALIKE);
  };
}

const phraseOf = (text: string) => compared(text.slice(0, LONGEST));
