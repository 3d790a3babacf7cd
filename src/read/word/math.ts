import { canBe, lowered, raised } from '../../words/scripts.js';
import { childOf, type XmlElement } from '../xml.js';
import { fraction, grouped } from './signs.js';

/** What a formula is read with: the text of what is no part of its structure, and that of tracked deletions. */
export interface MathReading {
  readonly textOf: (element: XmlElement) => string;
  /** Elements that a formula leaves out. */
  readonly isOut: (element: XmlElement) => boolean;
}

/** How a structure of a formula is written in a line (ECMA-376 part 1, 22.1.2). */
type WrittenInLine = (part: (name: string) => string, element: XmlElement) => string;

const STRUCTURES: ReadonlyMap<string, WrittenInLine> = new Map<string, WrittenInLine>([
  ['m:f', (part) => fraction(part('m:num'), part('m:den'))],
  ['m:sSup', (part) => part('m:e') + above(part('m:sup'))],
  ['m:sSub', (part) => part('m:e') + under(part('m:sub'))],
  ['m:sSubSup', (part) => part('m:e') + under(part('m:sub')) + above(part('m:sup'))],
  ['m:sPre', (part) => under(part('m:sub')) + above(part('m:sup')) + part('m:e')],
  [
    'm:rad',
    (part) =>
      `${canBe('raised', part('m:deg')) ? raised(part('m:deg')) : part('m:deg')}√${grouped(part('m:e'))}`,
  ],
  ['m:limLow', (part) => part('m:e') + under(part('m:lim'))],
  ['m:limUpp', (part) => part('m:e') + above(part('m:lim'))],
  [
    'm:nary',
    (part, element) =>
      (saidIn(childOf(element, 'm:naryPr'), 'm:chr') ?? '∫') +
      under(part('m:sub')) +
      above(part('m:sup')) +
      part('m:e'),
  ],
]);

/** Structures whose parts of one name come one after the other, and what stands between and around them. */
const LISTS: ReadonlyMap<string, readonly [properties: string, part: string, between: string]> = new Map([
  ['m:d', ['m:dPr', 'm:e', '|']],
  ['m:eqArr', ['', 'm:e', '；']],
  ['m:m', ['', 'm:mr', '；']],
  ['m:mr', ['', 'm:e', '，']],
]);

/** A formula in a line: ½, 10⁴, √2, (a+b)/c. All its text is in it, once. */
export function mathText(element: XmlElement, reading: MathReading): string {
  if (reading.isOut(element)) return '';
  const inside = element.children;
  const read = (each: XmlElement) => mathText(each, reading);
  const list = LISTS.get(element.name);
  if (list) {
    const [properties, name, between] = list;
    const said = childOf(element, properties);
    const [opens, closes] = element.name === 'm:d' ? ['(', ')'] : ['', ''];
    const parts = inside.filter((each) => each.name === name).map(read);
    const rest = inside.filter((each) => each.name !== name).map(read);
    const separator = saidIn(said, 'm:sepChr') ?? between;
    return (
      (saidIn(said, 'm:begChr') ?? opens) +
      parts.join(separator) +
      (saidIn(said, 'm:endChr') ?? closes) +
      rest.join('')
    );
  }
  const line = STRUCTURES.get(element.name);
  if (line) {
    const parts = new Map<string, string>();
    for (const each of inside) parts.set(each.name, (parts.get(each.name) ?? '') + read(each));
    const used = new Set<string>();
    const text = line((name) => {
      used.add(name);
      return parts.get(name) ?? '';
    }, element);
    return text + Array.from(parts, ([name, part]) => (used.has(name) ? '' : part)).join('');
  }
  return reading.textOf(element) + inside.map(read).join('');
}

/** What a property of a structure is. */
function saidIn(properties: XmlElement | undefined, name: string): string | undefined {
  return childOf(properties, name)?.attributes['m:val'];
}

function above(text: string): string {
  if (text === '') return '';
  return canBe('raised', text) ? raised(text) : `^${grouped(text)}`;
}

function under(text: string): string {
  if (text === '') return '';
  return canBe('lowered', text) ? lowered(text) : `_${grouped(text)}`;
}
