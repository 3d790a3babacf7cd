import { addTo } from '../model/grouping.js';
import { normalizeName } from '../words/width.js';

/** A clause in the form in which it is compared: its pairs of neighbouring characters. */
interface Phrase {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

/** Shorter clauses say the same only where they are the same. */
const SHORTEST = 6;

/** What two clauses must have in one piece: words that notices use everywhere are shorter. */
const IN_ONE_PIECE = 5;

/** How often a pair may stand in a text and still tell clauses apart. */
const COMMON = 200;

/** The clauses of a text: what stands between commas and full stops outside quotation marks. */
export function splitClauses(text: string): string[] {
  return (text.match(/(?:“[^“”]*”|《[^《》]*》|[^，,。；;！？\n])+/g) ?? [])
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** No clause is longer; what is has no punctuation and is compared by its beginning. */
const LONGEST = 400;

/** Makes a clause ready to be compared; punctuation and width make no difference. */
function phraseOf(text: string): Phrase {
  const plain = normalizeName(text.slice(0, LONGEST)).replace(/[\p{P}\p{S}]/gu, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return { text: plain, pairs };
}

/**
 * How much alike two clauses are: the share of the shorter one's pairs that the other one has, 0
 * where they have too little in one piece.
 */
function likeness(one: Phrase, other: Phrase): number {
  if (one.text === other.text) return 1;
  const [short, long] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one];
  if (short.text.length < SHORTEST) return 0;
  let shared = 0;
  for (const pair of short.pairs) if (long.pairs.has(pair)) shared++;
  const share = shared / short.pairs.size;
  return share >= 0.5 && longestPiece(short.text, long.text) >= IN_ONE_PIECE ? share : 0;
}

function longestPiece(short: string, long: string): number {
  let longest = 0;
  for (let i = 0; i + longest < short.length; i++) {
    while (i + longest < short.length && long.includes(short.slice(i, i + longest + 1))) longest++;
  }
  return longest;
}

/** How much alike two clauses are, from 0 to 1, as their words go. */
export function likenessOf(one: string, other: string): number {
  return likeness(phraseOf(one), phraseOf(other));
}

/** A clause that is like another one. */
interface Like {
  /** Which of the index's clauses it is. */
  readonly index: number;
  /** From 0 to 1, as `likeness` has it. */
  readonly likeness: number;
  /** How many times as long the longer of the two is. */
  readonly longer: number;
}

/** Clauses that can be searched for those like another one. */
interface PhraseIndex {
  readonly find: (clause: string) => Like[];
}

/** Makes clauses ready to be searched; a search takes time with what is like, not with all. */
export function phraseIndex(clauses: readonly string[]): PhraseIndex {
  const phrases = clauses.map(phraseOf);
  const holders = new Map<string, number[]>();
  for (const [i, { pairs }] of phrases.entries()) {
    for (const pair of pairs) {
      addTo(holders, pair, i);
    }
  }
  return {
    find: (clause) => {
      const wanted = phraseOf(clause);
      const shared = new Map<number, number>();
      for (const pair of wanted.pairs) {
        const found = holders.get(pair) ?? [];
        if (found.length <= COMMON) for (const i of found) shared.set(i, (shared.get(i) ?? 0) + 1);
      }
      return Array.from(shared)
        .filter(([i, count]) => count * 3 >= Math.min(wanted.pairs.size, phrases[i]?.pairs.size ?? 0))
        .map(([i]): Like => {
          const phrase = phrases[i] as Phrase;
          const [a, b] = [wanted.pairs.size, phrase.pairs.size];
          return { index: i, likeness: likeness(wanted, phrase), longer: Math.max(a, b) / Math.min(a, b) };
        })
        .filter((like) => like.likeness > 0)
        .sort((a, b) => a.index - b.index);
    },
  };
}
