import { codePoint, hex } from 'dingbat-to-unicode';
import { lowered, raised } from '../../words/scripts.js';
import type { XmlElement } from '../xml.js';

/** Fractions that are one sign. */
const FRACTIONS: ReadonlyMap<string, string> = new Map(
  Array.from('½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒', (sign) => [sign.normalize('NFKC').replace('\u2044', '/'), sign]),
);

/** Blocks of signs in circles: ①, Ⓐ, ㉑, ㊀, ㊱. */
const CIRCLED_BLOCKS: readonly (readonly [number, number])[] = [
  [0x2460, 0x2473],
  [0x24b6, 0x24e9],
  [0x3251, 0x325f],
  [0x3280, 0x32bf],
];

/** What stands in a circle, and the sign that is both. */
const CIRCLED: ReadonlyMap<string, string> = new Map(
  CIRCLED_BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  ).map((sign) => [sign.normalize('NFKC'), sign]),
);

/** One over the other: ½, ⁵⁄₁₆, which runs on from a whole number before it; of words 甲/乙. */
export function fraction(above: string, below: string): string {
  const sign = FRACTIONS.get(`${above}/${below}`);
  if (sign !== undefined) return sign;
  if (/^\d+$/.test(above) && /^\d+$/.test(below)) return `${raised(above)}\u2044${lowered(below)}`;
  return `${grouped(above)}/${grouped(below)}`;
}

/** A text in a circle, where that is a sign. */
export function circled(text: string): string | undefined {
  return CIRCLED.get(text.normalize('NFKC'));
}

/** In brackets, unless it is one number or word. */
export function grouped(text: string): string {
  return /^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`;
}

/** A character of a font that has signs in place of letters; one that is not known stays as its number (17.3.3.30). */
export function symbol({ attributes }: XmlElement): string {
  const font = attributes['w:font'] ?? '';
  const char = attributes['w:char'] ?? '';
  const known = hex(font, char) ?? (/^f0..$/i.test(char) ? hex(font, char.slice(2)) : undefined);
  return known?.string ?? unicode(Number.parseInt(char, 16));
}

/** A character of a font by its number. */
export function signOf(font: string, code: number): string {
  return codePoint(font, code)?.string ?? unicode(code);
}

/** A text in a font that shows signs in place of letters: ü is ✓ in Wingdings. Such a font has no others. */
export function inSigns(text: string, font: string): string {
  return text.replace(/[!-\u00ff\uf021-\uf0ff]/g, (char) => {
    const code = char.charCodeAt(0) % 0x100;
    return codePoint(font, code)?.string ?? char;
  });
}

function unicode(code: number): string {
  return (code > 0 && code < 0xd800) || (code >= 0xe000 && code <= 0xffff) ? String.fromCharCode(code) : '';
}
