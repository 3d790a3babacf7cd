// Where sentences, clauses and names end, and what stands in brackets or quotation marks. The names in
// `…_STOPS` are what stands inside a character class: `[${CLAUSE_STOPS}]` is any of them, `[^…]` none.

/** A sentence ends: 。 and its like. */
export const SENTENCE_STOPS = '。；！？\\n';

/** A sentence or the item of a list of sentences ends. */
export const FULL_STOP = '[。；]';

/** The title of a measure ends, and its text begins. */
export const TITLE_STOPS = '。；：\\s';

/** A clause of a sentence ends. */
export const CLAUSE_STOPS = '，。；\\n';

/** A clause or a word of a list in it ends: 甲、乙，丙。 */
export const PHRASE_STOPS = '、，。；';

/** A name in a list of units ends. */
export const LIST_STOPS = '、，；。\\s';

/** Brackets of flattened text, where all are full width. */
export const BRACKETS = '（）';

/** What nothing but a name's own characters is: no stop, no bracket, no blank. */
export const NAME_STOPS = `${LIST_STOPS}${BRACKETS}`;

/** Any bracket, of full width or half. */
export const OPENING = '[（(]';
export const CLOSING = '[）)]';

/** Anything that stands in no bracket. */
export const UNBRACKETED = '[^（()）]';

/** （…） without brackets in it. */
export const BRACKETED = `${OPENING}${UNBRACKETED}*${CLOSING}`;

/** （…（…）…）: brackets with brackets in them, as in （各乡镇（街道）牵头）. */
export const NESTED = `${OPENING}(?:${UNBRACKETED}|${BRACKETED})*${CLOSING}`;

/** Brackets that end on their line. */
const BRACKETED_IN_LINE = `${OPENING}[^（()）\\n]*${CLOSING}`;

/** The same with brackets in them: （甲局（乙局配合）；丙局）. */
export const NESTED_IN_LINE = `${OPENING}(?:[^（()）\\n]|${BRACKETED_IN_LINE})*${CLOSING}`;

/** 【…】 that ends on its line. */
export const SQUARE_IN_LINE = '【[^【】\\n]*】';

/** “…” that ends on its line. */
export const QUOTED_IN_LINE = '“[^“”\\n]*”';

/** “…” of few words: “双随机、一公开”. */
export const QUOTED_WORDS = '“[^“”，。；：\\n]{1,16}”';

export const COLON = '[：:]';

/** Every kind of bracket that a clause may stand in, and what closes it; widths may be mixed. */
export const BRACKET_PAIRS: Readonly<Record<string, string>> = {
  ...{ '（': '）)', '(': '）)' },
  ...{ '［': '］]', '[': '］]' },
  ...{ '〔': '〕', '【': '】', '﹝': '﹞' },
};

/** All of those that open, inside a character class. */
export const OPENINGS = Object.keys(BRACKET_PAIRS).join('').replace('[', '\\[');
/** All of those that close, inside a character class. */
export const CLOSINGS = Object.values(BRACKET_PAIRS).join('').replaceAll(']', '\\]');
