import type { Element } from 'domhandler';
import { elementsIn } from '../web/tree.js';
import { element, property } from '../word/build.js';
import type { XmlElement } from '../xml.js';

/** How numbers are written, by the first that `style:num-format` has, as Word calls it (ODF 1.3 part 3, 19.504). */
const FORMATS: Readonly<Record<string, string>> = {
  '': 'none',
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '01': 'decimalZero',
  '１': 'decimalFullWidth',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  '①': 'decimalEnclosedCircle',
  '⑴': 'decimalEnclosedParen',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
};

/** A list while it counts: what follows may go on from it. */
interface Counting {
  readonly definition: string;
  readonly levels: Map<number, Element>;
  /** Which instance counts now: another after a number that is set. */
  current: string;
}

/** A list, or a list in a list, whose items are numbered. */
export interface OdtList {
  readonly counting: Counting;
  readonly style: string | undefined;
  readonly level: number;
}

/** The lists of a document as Word defines them: their numbers are not in its text (5.3). */
export class OdtLists {
  readonly #styles: ReadonlyMap<string | undefined, Element>;
  readonly #outline: Element | undefined;
  readonly #countings: Counting[] = [];
  readonly #nums: XmlElement[] = [];
  readonly #byId = new Map<string, Counting>();
  readonly #byStyle = new Map<string | undefined, Counting>();
  #headings: Counting | undefined;

  /** @param all the elements that hold styles */
  constructor(all: readonly Element[]) {
    const styles = all.flatMap((each) => elementsIn(each, 'text:list-style'));
    this.#styles = new Map(styles.toReversed().map((style) => [style.attribs['style:name'], style]));
    this.#outline = all.flatMap((each) => elementsIn(each, 'text:outline-style'))[0];
  }

  /** A list that begins, in another or by itself; one by itself may go on from another before it (19.780, 19.782). */
  begin({ attribs }: Element, outer: OdtList | undefined): OdtList {
    const style = attribs['text:style-name'] ?? outer?.style;
    if (outer) return { counting: outer.counting, style, level: outer.level + 1 };
    const earlier =
      attribs['text:continue-numbering'] === 'true'
        ? this.#byStyle.get(style)
        : this.#byId.get(attribs['text:continue-list'] ?? '');
    const counting = earlier ?? this.#newCounting();
    this.#byStyle.set(style, counting);
    const id = attribs['xml:id'];
    if (id !== undefined) this.#byId.set(id, counting);
    return { counting, style, level: 0 };
  }

  /** What Word says of a paragraph that is the first of an item. */
  numberOf(list: OdtList, item: Element): XmlElement | undefined {
    const style = this.#styles.get(list.style);
    return style && this.#numbered(list.counting, style, list.level, item.attribs['text:start-value']);
  }

  /** What Word says of a heading in no list, whose level is numbered (16.34). */
  numberOfHeading({ attribs }: Element): XmlElement | undefined {
    if (attribs['text:is-list-header'] === 'true') return undefined;
    const depth = Number(attribs['text:outline-level'] ?? 1) - 1;
    const level = this.#outline && levelsOf(this.#outline).get(depth);
    if (!this.#outline || !level || labelOf(depth, level.attribs) === '') return undefined;
    this.#headings ??= this.#newCounting();
    const start = attribs['text:restart-numbering'] === 'true' ? '1' : undefined;
    return this.#numbered(this.#headings, this.#outline, depth, attribs['text:start-value'] ?? start);
  }

  /** The part of a Word file that defines all lists that were begun. */
  part(): XmlElement {
    const definitions = this.#countings.map(({ definition, levels }) =>
      element(
        'w:abstractNum',
        { 'w:abstractNumId': definition },
        ...Array.from(levels, ([at, level]) => levelElement(at, level)),
      ),
    );
    return element('w:numbering', {}, ...definitions, ...this.#nums);
  }

  #newCounting(): Counting {
    const counting = { definition: String(this.#countings.length), levels: new Map(), current: '' };
    this.#countings.push(counting);
    counting.current = this.#instance(counting.definition);
    return counting;
  }

  #instance(definition: string, level?: number, start?: string): string {
    const id = String(this.#nums.length + 1);
    const override =
      level === undefined
        ? []
        : [element('w:lvlOverride', { 'w:ilvl': String(level) }, property('w:startOverride', start))];
    this.#nums.push(
      element('w:num', { 'w:numId': id }, property('w:abstractNumId', definition), ...override),
    );
    return id;
  }

  #numbered(counting: Counting, style: Element, depth: number, start: string | undefined): XmlElement {
    for (const [at, level] of levelsOf(style)) if (!counting.levels.has(at)) counting.levels.set(at, level);
    if (start !== undefined) counting.current = this.#instance(counting.definition, depth, start);
    return element('w:numPr', {}, property('w:ilvl', depth), property('w:numId', counting.current));
  }
}

/** The levels of a style, from 0. */
function levelsOf(style: Element): Map<number, Element> {
  const levels = elementsIn(style).map((each) => [Number(each.attribs['text:level']) - 1, each] as const);
  return new Map(levels.filter(([level]) => level >= 0));
}

function levelElement(depth: number, { name, attribs, children }: Element): XmlElement {
  const isNumber = /^text:(?:list-level-style-number|outline-level-style)$/.test(name);
  const [first = ''] = (attribs['style:num-format'] ?? '').split(',');
  const isApart = children
    .flatMap((child) => ('children' in child ? elementsIn(child) : []))
    .every((each) => each.attribs['text:label-followed-by'] !== 'nothing');
  return element(
    'w:lvl',
    { 'w:ilvl': String(depth) },
    property('w:start', attribs['text:start-value'] ?? 1),
    property('w:numFmt', isNumber ? (FORMATS[first.trim()] ?? first) : 'bullet'),
    property('w:lvlText', labelOf(depth, attribs)),
    ...(isApart ? [] : [property('w:suff', 'nothing')]),
  );
}

/** 第%1条: what stands around the number, and around those of the levels above that are printed with it (19.823). */
function labelOf(depth: number, attribs: Readonly<Record<string, string>>): string {
  const format = attribs['style:num-list-format'] ?? attribs['loext:num-list-format'];
  if (format !== undefined) return format.replace(/%(\d+)%/g, '%$1');
  const shown = Math.max(1, Math.min(Number(attribs['text:display-levels'] ?? 1), depth + 1));
  const numbers = Array.from({ length: shown }, (_, i) => `%${depth + 2 - shown + i}`);
  const own = (attribs['style:num-format'] ?? '') === '' ? '' : numbers.join('.');
  return `${attribs['style:num-prefix'] ?? ''}${own}${attribs['style:num-suffix'] ?? ''}`;
}
