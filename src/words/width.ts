/** 各县<市、区>: brackets that a page has lost. */
const ANGLED = /<(?=[\p{Script=Han}、]{1,12}>)|(?<=<[\p{Script=Han}、]{1,12})>/gu;

/**
 * Replaces characters by the form in which names are compared, one for one, so that offsets stay:
 * full and half width make no difference, brackets come out full width as notices print them.
 */
export function flatten(text: string): string {
  const angled = text.includes('<') ? text.replace(ANGLED, (char) => (char === '<' ? '（' : '）')) : text;
  return angled.replace(OTHERS, (char) => {
    if (char <= '~') return FULL_WIDTH[char] ?? char;
    if (KEPT.test(char)) return char;
    const plain = char.normalize('NFKC');
    return plain.length === 1 ? (FULL_WIDTH[plain] ?? plain) : char;
  });
}

/** Most of a text is flat already, and few ranges are soon looked through. */
const OTHERS = /[^\u4e00-\u9fff、。，；：（）]/g;
/** Rare characters, and ① as it is printed. */
const KEPT = /[\p{Script=Han}\p{No}]/u;

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '[': '（',
  ']': '）',
  '〔': '（',
  '〕': '）',
  ',': '，',
  ';': '；',
  ':': '：',
};

/** A name in the form in which it is compared and kept: flat and without blanks. */
export function normalizeName(name: string): string {
  return flatten(name).replace(/\s/g, '');
}

/** The letters of a text: without figures, punctuation and blanks. */
export function lettersOf(text: string): string {
  return normalizeName(text).replace(/\P{L}/gu, '');
}
