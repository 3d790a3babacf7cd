/** What each character of a Chinese numeral is worth; ○, a circle, is often typed for 〇. */
const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, '○': 0, O: 0 },
  ...{ 元: 1, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** Inside a character class: 一 to 九, and the signs for nought. */
export const ONE_TO_NINE = '一二三四五六七八九';
const NOUGHT = '〇零○';

/** A digit of full width or half. */
export const DIGIT = '[\\d０-９]';

/** One digit of a number that is read digit by digit: 二〇二六; a letter or a figure may stand for nought: 二OO六, 二00六. */
export const HAN_DIGIT = `[${NOUGHT}OＯ0０${ONE_TO_NINE}]`;

/**
 * A numeral as a pattern: 1,200 or 26.5, or 十二 and the like, which cannot begin with 百, 千 or 万. Both
 * are bounded, so that looking for one takes time in proportion to the text.
 */
export const ARABIC = '\\d{1,15}(?:,\\d{3}){0,5}(?:\\.\\d{1,6})?';
export const HAN = `[${NOUGHT}${ONE_TO_NINE}两十][${NOUGHT}${ONE_TO_NINE}两十百千]{0,9}`;

/** 一万五千, 十八点五: longer than `HAN`; 三分之二. */
const HAN_ONE = `[${NOUGHT}${ONE_TO_NINE}两十]`;
export const HAN_LONG = `${HAN}(?:万${HAN}(?:百|千)?|点${HAN_ONE}{1,3})`;
export const FRACTION = `${HAN}分之${HAN}`;
/** 一半, 过半, 半数: a half. */
export const HALF_OF_IT =
  '(?:一半|半数|(?<=过)半|(?<=减)半(?!途|径)|(?<![上下全大前后每第])半(?=个(?:小时|工作日|月|学期)|年|天|小时))';
/** 百亿 of 突破百亿元: a magnitude that is the number itself, where what stands before says how it compares. */
export const BARE_MAGNITUDE =
  '(?<=(?:突破|超过?|达到?|跨越|迈[上过入]|逾|近|上)了?)[百千]?[百千万亿]{1,2}(?=元|美元|吨|亩|人|人次|斤|公斤|千瓦|家|户|个|场|件)';

/** A whole number that counts: 三项, １２项. */
export const COUNT = `(?:${DIGIT}{1,9}|${HAN})`;

/** 十万, 万亿: what a numeral is multiplied by; the 千 of 千米 is of the measure. */
export const MAGNITUDE = '[十百千]?[万亿]+|百|千(?!伏安|[米克瓦卡])';

/** A Chinese number that says which, as outlines have it: 三, 十二, 一百零八. */
export const ORDINAL = `[${NOUGHT}${ONE_TO_NINE}十百]{1,9}`;

// Numbers of an outline and of lists, GB/T 9704—2012, 7.3.3: 一、 then （一） then 1. then （1） then ①.

/** 一、 */
export const CHAPTER_NUMBER = `${ORDINAL}、`;
/** The stop behind a number: 1. １． 1﹒ 1、. */
export const NUMBER_STOP = '[.．﹒、]';
/** 1. or 12、; 1.5 is a number of its own. */
export const ITEM_NUMBER = `${DIGIT}{1,3}${NUMBER_STOP}(?!${DIGIT}(?!${DIGIT}?月|${DIGIT}{3}年))`;
/** （1）, 1) or ⑴ */
export const POINT_NUMBER = `(?:[（(]${DIGIT}{1,3}[）)]|${DIGIT}{1,3}[）)]|[⑴-⒇])`;
/** 1.1 清洁村庄; 1.5万亩 is a figure. */
export const DECIMAL_NUMBER = `${DIGIT}{1,2}(?:[.．]${DIGIT}{1,2}){1,2}(?:[.．、]\\s*|\\s+)(?=[一-龥“（《])`;
/** （一） */
export const MEASURE_NUMBER = `[（(]${ORDINAL}[）)]`;
/** ① or ㈠ */
export const CIRCLED = '[①-⑳㈠-㈩]';
/** 一是: the points of a sentence. */
export const ENUMERATOR = `[${ONE_TO_NINE}十]是`;
/** What any point of a sentence or of a paragraph begins with: 一是, （1）, ①. */
export const ANY_POINT = `(?:${ENUMERATOR}|${POINT_NUMBER}|${CIRCLED})`;

/** 问题3：, 问题编号40：, 任务一、 */
export const NAMED_NUMBER = `(?:问题|任务|事项|项目|案例)(?:编号|序号)?\\s?(?:${DIGIT}{1,3}|${ORDINAL})(?:[：:]|${NUMBER_STOP}(?!${DIGIT}))`;

/** 第三条 */
const ARTICLE_NUMBER = `第${ORDINAL}条`;

/** 表2, 附表一：, 表3-1 */
export const TABLE_NUMBER = `附?表\\s*(?:${DIGIT}{1,3}(?:[-—.．]${DIGIT}{1,3})?|${ORDINAL})[：:、.．]?`;

/** Any number that a line of a list may begin with. */
export const LIST_NUMBER = `(?:${CHAPTER_NUMBER}|${ITEM_NUMBER}|${POINT_NUMBER}|${MEASURE_NUMBER}|${CIRCLED})`;

/** Any number that a paragraph may begin with. */
export const PARAGRAPH_NUMBER = `(?:${LIST_NUMBER}|${ARTICLE_NUMBER})`;

/**
 * The value of a numeral: 12, １２, 1,200, 十二, 两千三百, 二〇二六, or both mixed: 3千.
 *
 * @param text as `ARABIC`, `HAN`, `COUNT`, `ORDINAL` or 百 have it; full and half width make no difference
 */
export function numeralValue(text: string): number {
  const plain = text.normalize('NFKC');
  const arabic = Number(plain.replaceAll(',', ''));
  if (!Number.isNaN(arabic)) return arabic;
  const [whole = '', part] = plain.split('点');
  if (part !== undefined)
    return Number(`${numeralValue(whole)}.${Array.from(part, (char) => DIGITS[char] ?? 0).join('')}`);
  if (plain.endsWith('半') || plain === '半数') return 0.5;
  // 1/3 is a third.
  const [part1, whole1] = plain.split('/');
  if (whole1 !== undefined) return Number((Number(part1) / Number(whole1)).toFixed(4));
  const [below, above] = plain.split('分之');
  if (above !== undefined) return Number((numeralValue(above) / numeralValue(below ?? '')).toFixed(4));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of plain) {
    const power = POWERS[char];
    if (power === undefined) {
      // 二〇 is read digit by digit.
      digit = (digit ?? 0) * 10 + (DIGITS[char] ?? (Number(char) || 0));
    } else if (power < 1e4) {
      section += (digit ?? 1) * power;
      digit = undefined;
    } else {
      total = (total + section + (digit ?? 0)) * power;
      section = 0;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}

/** How much a magnitude multiplies by: 万 10⁴, 十万 10⁵, 万亿 10¹². */
export function factorOf(magnitude: string): number {
  return Array.from(magnitude).reduce((product, char) => product * (POWERS[char] ?? 1), 1);
}

/** A value times a magnitude without the noise of binary fractions: 1.2 × 10⁸ is 120000000. */
export function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

/** What numbers a row: 1, 1.1, 2-1, （一）, 一, ①. */
export const NUMBERING = new RegExp(
  `^(?:第?${DIGIT}{1,4}(?:[-.．—]${DIGIT}{1,3}){0,3}[.．、项号]?|[（(]?(?:${DIGIT}{1,3}|${ORDINAL})[）)]?[、.]?|${CIRCLED})$`,
);
