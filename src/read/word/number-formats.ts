const HAN_DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Numerals that cannot be changed into others, and those that they stand for. */
const CAPITALS = Array.from('〇一二三四五六七八九十百千');
const LEGAL = Array.from('零壹贰叁肆伍陆柒捌玖拾佰仟');

/** How a list's numbers are written, by their `w:numFmt` (ECMA-376 part 1, 17.18.59). */
export const NUMBER_FORMATS: ReadonlyMap<string, (n: number) => string> = new Map(
  Object.entries({
    decimal: String,
    decimalZero: (n) => String(n).padStart(2, '0'),
    decimalHalfWidth: String,
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    numberInDash: (n) => `- ${n} -`,
    decimalEnclosedCircle: signs(0x2460, 20),
    decimalEnclosedCircleChinese: signs(0x2460, 20),
    decimalEnclosedParen: signs(0x2474, 20),
    decimalEnclosedFullstop: signs(0x2488, 20),
    ideographEnclosedCircle: signs(0x3280, 10),
    chineseCounting: han,
    chineseCountingThousand: han,
    japaneseCounting: han,
    taiwaneseCounting: han,
    taiwaneseCountingThousand: han,
    japaneseDigitalTenThousand: digits,
    ideographDigital: digits,
    taiwaneseDigital: digits,
    chineseLegalSimplified: legal,
    ideographTraditional: (n) => '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? '',
    ideographZodiac: (n) => '子丑寅卯辰巳午未申酉戌亥'[n - 1] ?? '',
    lowerLetter: (n) => letters(n, 'a'),
    upperLetter: (n) => letters(n, 'A'),
    lowerRoman: (n) => roman(n).toLowerCase(),
    upperRoman: roman,
    none: () => '',
  }),
);

/** 1 … 9999 in Han numerals: 十, 二十一, 一百〇二. */
function han(n: number): string {
  if (n < 1 || n > 9999) return '';
  const units = ['', '十', '百', '千'];
  const digits = Array.from(String(n), Number);
  const written = digits.map((digit, i) => {
    const unit = units[digits.length - 1 - i] as string;
    return digit === 0 ? '〇' : `${HAN_DIGITS[digit]}${unit}`;
  });
  return written.join('').replace(/〇+/g, '〇').replace(/〇$/, '').replace(/^一十/, '十');
}

/** 壹, 贰拾壹. */
function legal(n: number): string {
  return han(n)
    .replace(/^十/, '一十')
    .replace(/[〇一二三四五六七八九十百千]/g, (char) => LEGAL[CAPITALS.indexOf(char)] ?? char);
}

/** 二〇 */
function digits(n: number): string {
  return n < 1 ? '' : String(n).replace(/\d/g, (digit) => HAN_DIGITS[Number(digit)] as string);
}

function fullWidth(n: number): string {
  return String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Numbers that are signs of their own, one after the other: ①, ⑴, ⒈. */
function signs(first: number, count: number): (n: number) => string {
  return (n) => (n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : '');
}

function letters(n: number, first: 'a' | 'A'): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26));
  return letter.repeat(Math.ceil(n / 26));
}

function roman(n: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = n;
  return parts
    .map(([value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join('');
}
