import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Document, Element, ParentNode } from 'domhandler';
import { hiddenBy } from './hidden.js';
import { inListStyle, itemNumber } from './list-numbers.js';
import {
  blocksIn,
  CHANGING,
  compare,
  LONGEST_SELECTOR,
  MOST_RULES,
  narrownessOf,
  sheetsOf,
  type Weight,
  withoutComments,
} from './sheets.js';
import { elementsIn } from './tree.js';

// Words that a style sheet puts before or behind what stands in an element (CSS Generated Content 3), and the counters
// that they number with (CSS Lists 3 §4).

/** Where a rule's declarations hold: in an element, or in what is written before or behind its content. */
type Part = '' | 'before' | 'after' | 'marker';

type Property = 'content' | 'counter-reset' | 'counter-increment' | 'counter-set';

const STRING = '"(?:[^"\\\\]|\\\\.){0,300}"|\'(?:[^\'\\\\]|\\\\.){0,300}\'';
const DECLARATION = new RegExp(
  `(?:^|[;\\s])(content|counter-(?:reset|increment|set))\\s{0,9}:\\s{0,9}((?:${STRING}|[^;"'!]){1,400})(!\\s{0,9}important)?`,
  'gi',
);
const PSEUDO = /::?(before|after|marker)$/i;

/** What a value of `content` asks for, in its order; behind a / stands what is only read aloud. */
const ASKED = new RegExp(
  `(${STRING})|(counters?)\\(\\s*([\\w-]+)\\s*(?:,\\s*(${STRING})\\s*)?(?:,\\s*([\\w-]+)\\s*)?\\)|attr\\(\\s*([\\w-]+)\\s*\\)|(/)`,
  'gi',
);

/** What is written is not seen: sites keep floating boxes together by it ("020" of no height). */
const UNSEEN =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|(?:^|[;\s])(?:height|font-size|opacity)\s{0,9}:\s{0,9}0(?![.\d]*[1-9])/i;

/** Words, figures and stops; icons and arrows are none. */
const WORDS = /[\p{Script=Han}\d，。、；：（）《》%]/u;

interface Said {
  readonly value: string;
  readonly weight: Weight;
}

/** What style sheets say of each property of elements and of their parts. */
type Saying = Map<Element, Map<`${Part} ${Property}`, Said>>;

/**
 * Writes the words into the elements that a browser shows in them because a style sheet says so.
 *
 * @returns how they are taken out again
 */
export function writeGenerated($: CheerioAPI): () => void {
  const sheet = sheetsOf($);
  if (!/content\s*:/i.test(sheet)) return () => {};
  const { saying, counts } = sayingIn($, withoutComments(sheet));
  const counters = new Counters();
  const written: Element[] = [];
  const saidOf = (element: Element, part: Part, property: Property) =>
    saying.get(element)?.get(`${part} ${property}`)?.value ?? '';
  const wordsIn = (element: Element, part: Part): string => {
    counters.count(element, (property) => saidOf(element, part, property));
    return counters.words(element, saidOf(element, part, 'content'));
  };
  const write = (element: Element, words: string, where: 'prepend' | 'append') => {
    if (!WORDS.test(words)) return;
    const span = $('<span></span>').text(words);
    $(element)[where](span);
    written.push(...span.toArray().filter(isElement));
  };
  const around = (element: Element, children: () => void) => {
    const marker = element.name === 'li' ? wordsIn(element, 'marker') : '';
    // A list's own number gives way to what is said of its place.
    if (marker !== '') element.attribs['style'] = `${element.attribs['style'] ?? ''};list-style-type:none`;
    const before = wordsIn(element, 'before');
    children();
    write(element, wordsIn(element, 'after'), 'append');
    write(element, marker + before, 'prepend');
  };
  const walk = (parent: ParentNode) => {
    for (const element of elementsIn(parent)) {
      // What has no room counts nothing.
      if (hiddenBy(element) === 'gone') continue;
      const said = ownCounting(element);
      counters.count(parent, (property) => said.get(property) ?? saidOf(element, '', property));
      around(element, () => walk(element));
      counters.leave(element);
    }
  };
  if (counts) walk($.root()[0] as Document);
  else for (const element of saying.keys()) around(element, () => {});
  return () => {
    for (const span of written) $(span).remove();
  };
}

function sayingIn($: CheerioAPI, sheet: string): { readonly saying: Saying; readonly counts: boolean } {
  const saying: Saying = new Map();
  let rules = 0;
  let counts = false;
  for (const { selectors, body } of blocksIn(sheet)) {
    const said = Array.from(body.matchAll(DECLARATION), ([, property = '', value = '', important]) => ({
      property: property.toLowerCase() as Property,
      value: property.toLowerCase() === 'content' && UNSEEN.test(body) ? 'none' : value.trim(),
      important,
    })).filter(({ property, value }) => property !== 'content' || !isIcon(value));
    if (said.length === 0) continue;
    if (++rules > MOST_RULES) break;
    for (const each of selectors.split(/,(?![^(]*\))/)) {
      const whole = each.trim();
      const found = PSEUDO.exec(whole);
      const part = (found?.[1]?.toLowerCase() ?? '') as Part;
      const selector = whole.slice(0, found?.index).trimEnd();
      if (selector === '' || selector.length > LONGEST_SELECTOR || CHANGING.test(selector)) continue;
      for (const element of elementsLike($, selector)) {
        const own = saying.get(element) ?? new Map<`${Part} ${Property}`, Said>();
        saying.set(element, own);
        for (const { property, value, important } of said) {
          const weight: Weight = [important ? 1 : 0, ...narrownessOf(selector)];
          const key = `${part} ${property}` as const;
          const other = own.get(key);
          if (!other || compare(weight, other.weight) >= 0) own.set(key, { value, weight });
          counts ||= property !== 'content' || value.includes('counter');
        }
      }
    }
  }
  return { saying, counts };
}

function elementsLike($: CheerioAPI, selector: string): Element[] {
  try {
    return $(selector).toArray().filter(isElement);
  } catch {
    // A selector that nobody knows has no elements.
    return [];
  }
}

function isElement(node: AnyNode): node is Element {
  return node.type === 'tag';
}

/** Whether nothing but signs is written: most rules are such, and there are hundreds of them. */
function isIcon(value: string): boolean {
  if (/counter|attr\(|^(?:none|normal)\b/i.test(value)) return false;
  const said = Array.from(value.matchAll(ASKED), ([, string]) => stringIn(string)).join('');
  return said !== '' && !WORDS.test(said);
}

/** What an element itself says of counters. */
function ownCounting({ attribs }: Element): ReadonlyMap<string, string> {
  const { style }: { style?: string } = attribs;
  if (style === undefined || !style.includes('counter-')) return NOTHING;
  return new Map(
    Array.from(style.matchAll(DECLARATION), ([, property = '', value = '']) => [
      property.toLowerCase(),
      value,
    ]),
  );
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** The counters that are open where a page is read: each counts for the element that began it, those behind and below. */
class Counters {
  readonly #open = new Map<string, { readonly parent: ParentNode; value: number }[]>();

  /** @param parent in which element the one that counts stands */
  count(parent: ParentNode, said: (property: Property) => string): void {
    for (const [name, value] of counted(said('counter-reset'), 0)) {
      const open = this.#open.get(name) ?? [];
      this.#open.set(name, open);
      const last = open.at(-1);
      if (last?.parent === parent) last.value = value;
      else open.push({ parent, value });
    }
    for (const [name, by] of counted(said('counter-increment'), 1)) this.#last(name, parent).value += by;
    for (const [name, value] of counted(said('counter-set'), 0)) this.#last(name, parent).value = value;
  }

  /** What stands in an element is over. */
  leave(element: Element): void {
    for (const open of this.#open.values()) while (open.at(-1)?.parent === element) open.pop();
  }

  /** The words that a value of `content` asks for. */
  words(element: Element, value: string): string {
    let words = '';
    for (const [, string, counter, name = '', between, style, attribute, aloud] of value.matchAll(ASKED)) {
      if (aloud !== undefined) break;
      if (string !== undefined) words += stringIn(string);
      else if (attribute !== undefined) words += element.attribs[attribute.toLowerCase()] ?? '';
      else if (counter !== undefined) {
        const numbers = this.#numbers(element, name).map((number) => inListStyle(style ?? '', number).text);
        words += counter === 'counter' ? numbers.at(-1) : numbers.join(stringIn(between));
      }
    }
    return words;
  }

  #numbers(element: Element, name: string): number[] {
    const open = this.#open.get(name)?.map(({ value }) => value) ?? [];
    if (open.length > 0) return open;
    return [name === 'list-item' ? (itemNumber(element) ?? 0) : 0];
  }

  #last(name: string, parent: ParentNode): { value: number } {
    const open = this.#open.get(name) ?? [];
    this.#open.set(name, open);
    if (open.length === 0) open.push({ parent, value: 0 });
    return open.at(-1) as { value: number };
  }
}

/** The counters that a property names, each with its number. */
function counted(value: string, usual: number): [name: string, number: number][] {
  if (value === '') return [];
  return Array.from(
    value.matchAll(/([a-z_][\w-]*)(?:\s+(-?\d{1,9}))?/gi),
    ([, name = '', number]): [string, number] => [name, number === undefined ? usual : Number(number)],
  ).filter(([name]) => name !== 'none');
}

/** A string of a style sheet without its marks: \\4e0d is 不 (CSS Syntax 3 §4.3.7). */
function stringIn(quoted = ''): string {
  return quoted.slice(1, -1).replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_, code?: string, char = '') => {
    const value = code === undefined ? 0 : Number.parseInt(code, 16);
    return value > 0 && value <= 0x10_ffff ? String.fromCodePoint(value) : char;
  });
}
