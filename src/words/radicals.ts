/**
 * Radicals as characters, characters that Unicode has twice, for the sake of other encodings, and 㬵, which common fonts
 * draw by the very glyph of 胶: a PDF of Chromium names it so.
 */
const LOOKALIKE = /[\u3b35\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
/** The same in UTF-16 units, which is sooner looked for. */
const ANY_LOOKALIKE = /[\u3b35\u2e80-\u2fd5\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/;

/**
 * Each radical and the character that it looks like, where Unicode's compatibility form has none, by its
 * EquivalentUnifiedIdeograph.txt, or has one that is not written in simplified Chinese.
 */
const PAIRS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬' +
  '⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车' +
  '⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿' +
  '⻯竜⻰龙⻱龜⻲亀⻳龟⼾户⾭青㬵胶';

const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Array.from(PAIRS.matchAll(/(.)(.)/gu), ([, radical = '', character = '']) => [radical, character]),
);

/** Whether a text has characters that merely look like those that are meant: text copied out of PDF has. */
export function hasLookalikes(text: string): boolean {
  return ANY_LOOKALIKE.test(text);
}

/**
 * A text with the characters that it looks like, one for one: ⽔利局 is 水利局.
 *
 * @param replaced is told of each
 */
export function withoutLookalikes(
  text: string,
  replaced?: (lookalike: string, character: string) => void,
): string {
  return text.replace(LOOKALIKE, (char) => {
    const meant = CHARACTERS.get(char) ?? char.normalize('NFKC');
    if (meant !== char) replaced?.(char, meant);
    return meant;
  });
}
