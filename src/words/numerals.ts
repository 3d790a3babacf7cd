/** Digits and powers of ten of Chinese numerals. */
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/**
 * A numeral as a pattern: 1,200 or 26.5, or 十二 and the like, which cannot begin with 百, 千 or 万. Both
 * are bounded, so that looking for one takes time in proportion to the text.
 */
export const ARABIC = '\\d{1,15}(?:,\\d{3}){0,5}(?:\\.\\d{1,6})?';
export const HAN = '[〇零一二两三四五六七八九十][〇零一二两三四五六七八九十百千]{0,9}';

/** 十万, 万亿: what a numeral is multiplied by. */
export const MAGNITUDE = '[十百千]?[万亿]+|[百千]';

/**
 * The value of a numeral.
 *
 * @param text as `ARABIC`, `HAN` or 百 have it, or both mixed: 3千
 */
export function numeralValue(text: string): number {
  const arabic = Number(text.replaceAll(',', ''));
  if (!Number.isNaN(arabic)) return arabic;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    const power = POWERS[char];
    if (power === undefined) {
      // 二〇 is read digit by digit.
      digit = (digit ?? 0) * 10 + (DIGITS[char] ?? 0);
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
