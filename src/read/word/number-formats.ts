import { inCapitals, inHan, inHanDigits, inHanSaid } from '../../words/han-numbers.js';

/** Numbers that a list has, and a writer of them that is asked for no others. */
const upTo9999 = (write: (n: number) => string) => (n: number) => (n < 1 || n > 9999 ? '' : write(n));

const said = upTo9999(inHanSaid);
const digits = (n: number) => (n < 1 ? '' : inHanDigits(String(n)));

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
    chineseCounting: said,
    chineseCountingThousand: said,
    japaneseCounting: said,
    taiwaneseCounting: said,
    taiwaneseCountingThousand: said,
    japaneseDigitalTenThousand: digits,
    ideographDigital: digits,
    taiwaneseDigital: digits,
    chineseLegalSimplified: upTo9999((n) => inCapitals(inHan(n))),
    ideographTraditional: (n) => '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? '',
    ideographZodiac: (n) => '子丑寅卯辰巳午未申酉戌亥'[n - 1] ?? '',
    lowerLetter: (n) => letters(n, 'a'),
    upperLetter: (n) => letters(n, 'A'),
    lowerRoman: (n) => roman(n).toLowerCase(),
    upperRoman: roman,
    none: () => '',
  }),
);

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
