import type { Element } from 'domhandler';
import { NUMBER_FORMATS } from '../word/number-formats.js';
import { elementsIn } from './tree.js';

/** How a list prints a number, by `type` (HTML Living Standard §4.4.5) or by `list-style-type`, as Word calls it. */
const MARKERS: Readonly<Record<string, readonly [format: string, behind: string]>> = {
  a: ['lowerLetter', '. '],
  A: ['upperLetter', '. '],
  i: ['lowerRoman', '. '],
  I: ['upperRoman', '. '],
  'lower-alpha': ['lowerLetter', '. '],
  'upper-alpha': ['upperLetter', '. '],
  'lower-latin': ['lowerLetter', '. '],
  'upper-latin': ['upperLetter', '. '],
  'lower-roman': ['lowerRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'decimal-leading-zero': ['decimalZero', '. '],
  'cjk-decimal': ['ideographDigital', '、'],
  'cjk-ideographic': ['chineseCounting', '、'],
  'simp-chinese-informal': ['chineseCounting', '、'],
  'trad-chinese-informal': ['chineseCounting', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['chineseLegalSimplified', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
  none: ['none', ''],
  disc: ['none', ''],
  circle: ['none', ''],
  square: ['none', ''],
};
const DECIMAL = ['decimal', '. '] as const;

/** A number as a list of a style has it, and what stands behind it. */
export function inListStyle(
  style: string,
  value: number,
): { readonly text: string; readonly behind: string } {
  const [format, behind] = MARKERS[style] ?? DECIMAL;
  const text = NUMBER_FORMATS.get(format)?.(value) ?? '';
  return text === '' && format !== 'none' ? { text: String(value), behind } : { text, behind };
}

/** The number that a browser prints before an item of a list, which is not in the text. */
export function listNumber(item: Element): string {
  const value = itemNumber(item);
  if (value === undefined) return '';
  const list = item.parent as Element;
  const type = item.attribs['type'] ?? list.attribs['type'] ?? (list.name === 'ol' ? '' : 'none');
  const { text, behind } = inListStyle(styleOf(item) ?? styleOf(list) ?? type, value);
  return text + behind;
}

/** The number of an item in its list, whether it is shown or not; nothing of any other element. */
export function itemNumber(item: Element): number | undefined {
  const list = item.parent;
  if (item.name !== 'li' || list?.type !== 'tag' || !/^(?:ol|ul|menu)$/.test(list.name)) return undefined;
  const known = NUMBERS.get(list) ?? numbersOf(list);
  NUMBERS.set(list, known);
  return known.get(item) ?? 1;
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

/** What a style says last counts. */
function styleOf({ attribs }: Element): string | undefined {
  const said = (attribs['style'] ?? '').matchAll(LIST_STYLE);
  return Array.from(said, ([, style]) => style?.toLowerCase()).at(-1);
}

const LIST_STYLE = /(?:^|;)\s*list-style(?:-type)?\s*:\s*(?:(?:inside|outside)\s+)?([\w-]+)/gi;
