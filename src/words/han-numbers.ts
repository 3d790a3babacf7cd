// Numbers as they are written in Chinese characters.

const DIGITS = Array.from('〇一二三四五六七八九');
const WITHIN_FOUR = ['', '十', '百', '千'];
const FOURS = ['', '万', '亿', '万亿'];

/** Numerals that cannot be changed into others, and those that they stand for. */
const CAPITALS = new Map(
  Array.from('〇一二三四五六七八九十百千', (char, i) => [char, '零壹贰叁肆伍陆柒捌玖拾佰仟'[i] ?? char]),
);

/** A whole number, not below zero, in full: 一十二, 一百〇二, 三万〇一十五. */
export function inHan(n: number): string {
  const padded = String(n).padStart(Math.ceil(String(n).length / 4) * 4, '0');
  const fours = padded.match(/\d{4}/g) ?? [];
  const written = fours.map((four, i) => {
    const said = Array.from(four, (digit, at) =>
      digit === '0' ? '〇' : `${DIGITS[Number(digit)]}${WITHIN_FOUR[3 - at]}`,
    ).join('');
    return four === '0000' ? '〇' : said.replace(/〇{1,4}$/, '') + FOURS[fours.length - 1 - i];
  });
  const text = written.join('').replace(/〇+/g, '〇');
  return text === '〇' ? text : text.replace(/^〇|〇$/g, '');
}

/** As a number is said that counts: 十二 and not 一十二. */
export function inHanSaid(n: number): string {
  return inHan(n).replace(/^一十/, '十');
}

/** Digit by digit: 二〇二六. */
export function inHanDigits(text: string): string {
  return text.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
}

/** 一十二 as it stands in sums of money: 壹拾贰. */
export function inCapitals(han: string): string {
  return Array.from(han, (char) => CAPITALS.get(char) ?? char).join('');
}
