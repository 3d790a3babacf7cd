import { distance } from 'fastest-levenshtein';
import { STATE_WORDS, STATUSES } from '../sheets/index.js';
import { STATUS_SAID } from '../words/said.js';

/** What nobody says anything by: 已完成了。 is 已完成. */
const MERE = /[\s\p{P}\p{S}了啦]/gu;

/** With one of these a status says something else: 未完成, 将完成, 基本完成. */
const OTHERWISE = /[未没不非难将待应须能可拟基部半无否]/gu;

/** How long a word must be for one wrong character in it to be a slip. */
const LONG = 3;

/**
 * The status that a text nearly says: 己完成, 已经完成, 推进中。 It is what a clerk is asked, and never counted.
 *
 * @returns the word of the list, or `null`
 */
export function nearStatus(text: string): string | null {
  const bare = text.replace(MERE, '');
  const found = STATUSES.filter((status) => {
    const words = [STATE_WORDS[status], ...STATUS_SAID[status]];
    return words.some((word) => bare === word || isSlip(bare, word));
  });
  const [only] = found;
  return found.length === 1 && only ? STATE_WORDS[only] : null;
}

function isSlip(text: string, word: string): boolean {
  const turns = (of: string) => (of.match(OTHERWISE) ?? []).join('');
  return word.length >= LONG && distance(text, word) === 1 && turns(text) === turns(word);
}
