// Short names that a notice declares itself: 市食品安全委员会办公室（以下简称市食安办）.
import { CALLED_BELOW } from '../words/references.js';
import { normalizeName } from '../words/width.js';
import type { Lexicon } from './lexicon.js';
import { looksLikeUnit } from './names.js';

const DECLARED = new RegExp(`(?<full>[^，。；：、（）()\\s“”《》\\d.．]{4,40})${CALLED_BELOW}`, 'g');

/**
 * The short names of units that texts declare, each with the name that it is short for. What is short for a list
 * (各县人民政府、某管委会（以下简称县级政府）) is no unit's: its characters are not those of the last name.
 */
export function declaredNames(texts: readonly string[], lexicon: Lexicon): ReadonlyMap<string, string> {
  const found = texts.flatMap((text) =>
    Array.from(text.matchAll(DECLARED)).flatMap(({ groups }): (readonly [string, string])[] => {
      const full = unitAtEnd(normalizeName(groups?.['full'] ?? ''), lexicon);
      const short = normalizeName(groups?.['short'] ?? '');
      return full !== undefined && isShortFor(short, full) && looksLikeUnit(short, lexicon)
        ? [[short, full]]
        : [];
    }),
  );
  return new Map(found);
}

/** The longest name with which words end: 市食安办 of 考核由市食安办. */
function unitAtEnd(words: string, lexicon: Lexicon): string | undefined {
  for (let i = 0; i < words.length - 3; i++) {
    const name = words.slice(i);
    if (looksLikeUnit(name, lexicon)) return name;
  }
  return undefined;
}

/** Whether all characters of a name stand in a longer one, in their order. */
function isShortFor(short: string, full: string): boolean {
  let at = 0;
  for (const char of full) if (char === short[at]) at++;
  return at === short.length && short.length < full.length;
}
