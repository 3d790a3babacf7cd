import type { Element } from 'domhandler';
import { elementsIn } from './tree.js';

/** The digits of Chinese numbers below a hundred. */
const DIGITS = Array.from('〇一二三四五六七八九');

function inHan(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = DIGITS[value % 10] ?? '';
  if (value < 1 || value > 99) return String(value);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 === 0 && tens > 0 ? '' : ones}`;
}

function inLetters(value: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : String(value);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function inRoman(value: number): string {
  let rest = value;
  return value < 1 || value > 89
    ? String(value)
    : ROMAN.map(([worth, sign]) => {
        const count = Math.floor(rest / worth);
        rest -= count * worth;
        return sign.repeat(count);
      }).join('');
}

/** How a list prints a number, by `type` (HTML Living Standard §4.4.5) or by `list-style-type`. */
const MARKERS: Readonly<Record<string, (value: number) => string>> = {
  a: (value) => `${inLetters(value)}. `,
  A: (value) => `${inLetters(value).toUpperCase()}. `,
  i: (value) => `${inRoman(value)}. `,
  I: (value) => `${inRoman(value).toUpperCase()}. `,
  'lower-alpha': (value) => `${inLetters(value)}. `,
  'upper-alpha': (value) => `${inLetters(value).toUpperCase()}. `,
  'lower-roman': (value) => `${inRoman(value)}. `,
  'upper-roman': (value) => `${inRoman(value).toUpperCase()}. `,
  'cjk-ideographic': (value) => `${inHan(value)}、`,
  'simp-chinese-informal': (value) => `${inHan(value)}、`,
  'trad-chinese-informal': (value) => `${inHan(value)}、`,
  none: () => '',
  disc: () => '',
  circle: () => '',
  square: () => '',
};

/** The number that a browser prints before an item of an ordered list, which is not in the text. */
export function listNumber(item: Element): string {
  const list = item.parent;
  if (item.name !== 'li' || list?.type !== 'tag' || list.name !== 'ol') return '';
  const known = NUMBERS.get(list) ?? numbersOf(list);
  NUMBERS.set(list, known);
  const value = known.get(item) ?? 1;
  const style = styleOf(item) ?? styleOf(list) ?? item.attribs['type'] ?? list.attribs['type'] ?? '';
  return (MARKERS[style] ?? ((plain: number) => `${plain}. `))(value);
}

/** Where in its list each item stands: every item asks. */
const NUMBERS = new WeakMap<Element, ReadonlyMap<Element, number>>();

function numbersOf(list: Element): ReadonlyMap<Element, number> {
  const items = elementsIn(list, 'li');
  const down = 'reversed' in list.attribs;
  const start = Number.parseInt(list.attribs['start'] ?? '', 10);
  let next = Number.isNaN(start) ? (down ? items.length : 1) : start;
  return new Map(
    items.map((item) => {
      const own = Number.parseInt(item.attribs['value'] ?? '', 10);
      const value = Number.isNaN(own) ? next : own;
      next = down ? value - 1 : value + 1;
      return [item, value];
    }),
  );
}

function styleOf({ attribs }: Element): string | undefined {
  return /(?:^|;)\s*list-style(?:-type)?\s*:\s*(?:(?:inside|outside)\s+)?([\w-]+)/i.exec(
    attribs['style'] ?? '',
  )?.[1];
}
