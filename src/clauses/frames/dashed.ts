// Who does it, behind a dash at the end: 水上旅游船舶安全检查。——市交通运输局.
import type { Lexicon } from '../../units/index.js';
import { FULL_STOP } from '../../words/punctuation.js';
import { partsOf } from '../parts.js';
import type { FoundClause } from './found.js';
import { saysWho } from './says-who.js';

const BEHIND_DASH = new RegExp(`(?<=${FULL_STOP}|[！；\\s])(?:—{1,2}|-{2,3})\\s*(?=[^—\\s])`, 'g');
/** What stands behind such a dash is a list, and no sentence after sentence. */
const LONGEST_DASHED = 200;

/** Finds who does it where the last of a paragraph's sentences stands behind a dash and says nothing else. */
export function dashed(text: string, lexicon: Lexicon): FoundClause | undefined {
  const last = Array.from(text.matchAll(BEHIND_DASH)).at(-1);
  if (last === undefined || last.index === 0 || text.length - last.index > LONGEST_DASHED) return undefined;
  const start = last.index;
  const from = start + last[0].length;
  const parts = partsOf(text, from, text.length);
  if (!saysWho(text, parts, lexicon, true)) return undefined;
  return {
    start,
    end: text.length,
    parts: [{ kind: 'separator', start, end: from }, ...parts],
    inGoal: false,
  };
}
