import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

const HAN_DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** How a list's numbers are written, by their `w:numFmt` (ECMA-376 part 1, 17.18.59). */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) =>
    String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  chineseCounting: han,
  chineseCountingThousand: han,
  japaneseCounting: han,
  taiwaneseCountingThousand: han,
  ideographTraditional: (n) => '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? '',
  ideographZodiac: (n) => '子丑寅卯辰巳午未申酉戌亥'[n - 1] ?? '',
  lowerLetter: (n) => letters(n, 'a'),
  upperLetter: (n) => letters(n, 'A'),
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperRoman: roman,
  none: () => '',
};

/** What became of the numbers that Word prints and does not store. */
export interface Numbering {
  /** How many were written into the text. */
  readonly rebuilt: number;
  /** Paragraphs whose number could not be made out. */
  readonly unreadable: readonly string[];
}

/**
 * Writes the numbers of Word's automatic lists into the text of their paragraphs, as Word prints them
 * (ECMA-376 part 1, 17.9), and takes the lists away.
 *
 * @param body the document's XML; it is changed
 */
export function writeNumbers(body: CheerioAPI, numbering: CheerioAPI, styles: CheerioAPI): Numbering {
  const lists = new Lists(numbering);
  const styleOf = new Map(
    styles('w\\:style')
      .toArray()
      .map((style) => [style.attribs['w:styleId'], style]),
  );
  const unreadable: string[] = [];
  let rebuilt = 0;
  for (const paragraph of body('w\\:p').toArray()) {
    const place = listPlace(paragraph, styleOf, lists);
    if (!place) continue;
    const label = lists.next(place.list, place.level);
    body(paragraph).find('> w\\:pPr > w\\:numPr').remove();
    if (label === undefined) unreadable.push(body(paragraph).find('w\\:t').text());
    if (!label) continue;
    rebuilt++;
    const run = `<w:r><w:t xml:space="preserve">${label.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`;
    const properties = body(paragraph).children('w\\:pPr');
    if (properties.length > 0) properties.after(run);
    else body(paragraph).prepend(run);
  }
  return { rebuilt, unreadable };
}

interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** Which list a paragraph is in, by itself or by its style. */
function listPlace(
  paragraph: Element,
  styleOf: ReadonlyMap<string | undefined, Element>,
  lists: Lists,
): ListPlace | undefined {
  const properties = childOf(paragraph, 'w:pPr');
  const own = childOf(properties, 'w:numPr');
  const list = childOf(own, 'w:numId')?.attribs['w:val'];
  const level = childOf(own, 'w:ilvl')?.attribs['w:val'];
  let style = childOf(properties, 'w:pStyle')?.attribs['w:val'];
  if (list !== undefined) return list === '0' ? undefined : { list, level: Number(level ?? 0) };
  for (let depth = 0; style !== undefined && depth < 20; depth++) {
    const found = styleOf.get(style);
    const inStyle = childOf(childOf(found, 'w:pPr'), 'w:numPr');
    const styleList = childOf(inStyle, 'w:numId')?.attribs['w:val'];
    if (styleList === '0') return undefined;
    if (styleList !== undefined) {
      const said = level ?? childOf(inStyle, 'w:ilvl')?.attribs['w:val'];
      return {
        list: styleList,
        level: said === undefined ? lists.levelOfStyle(styleList, style) : Number(said),
      };
    }
    style = childOf(found, 'w:basedOn')?.attribs['w:val'];
  }
  return undefined;
}

/** An element's first child of a name: every paragraph is asked, and a selector would be read each time. */
function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => 'name' in child && child.name === name);
}

/** How many levels a list has, and how far Word counts (ECMA-376 part 1, 17.9.6; ST_DecimalNumber in Word is 16 bits). */
const LEVELS = 9;
const HIGHEST = 32_767;

/** The lists of a document, and how far each has counted. */
class Lists {
  readonly #counts = new Map<string, number[]>();
  readonly #started = new Set<string>();

  readonly #nums = new Map<string | undefined, Cheerio<Element>>();
  readonly #abstracts = new Map<string | undefined, Cheerio<Element>>();

  constructor(readonly xml: CheerioAPI) {
    xml('w\\:num').each((_, each) => void this.#nums.set(each.attribs['w:numId'], xml(each)));
    xml('w\\:abstractNum').each(
      (_, each) => void this.#abstracts.set(each.attribs['w:abstractNumId'], xml(each)),
    );
  }

  levelOfStyle(list: string, style: string): number {
    const level = this.#abstract(list)
      .children('w\\:lvl')
      .filter((_, each) => this.xml(each).children('w\\:pStyle').attr('w:val') === style);
    return Number(level.attr('w:ilvl') ?? 0);
  }

  /** The next number of a list, as printed; '' for a bullet, `undefined` where it cannot be known. */
  next(list: string, level: number): string | undefined {
    if (!Number.isInteger(level) || level < 0 || level >= LEVELS) return undefined;
    const definition = this.#level(list, level);
    const format = definition.children('w\\:numFmt').attr('w:val') ?? 'decimal';
    const text = definition.children('w\\:lvlText').attr('w:val');
    if (definition.length === 0 || text === undefined) return undefined;
    if (format === 'bullet') return '';

    const counts = this.#countsOf(list);
    counts.length = Math.max(counts.length, level + 1);
    for (let above = 0; above < level; above++) counts[above] ??= this.#start(list, above);
    counts[level] = counts[level] === undefined ? this.#start(list, level) : counts[level] + 1;
    counts.length = level + 1;
    if (!counts.every((count) => count >= 0 && count <= HIGHEST)) return undefined;

    let readable = true;
    const legal = definition.children('w\\:isLgl').length > 0;
    const label = text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const own = this.#level(list, at).children('w\\:numFmt').attr('w:val') ?? 'decimal';
      const write = FORMATS[legal ? 'decimal' : own];
      const written = write?.(counts[at] ?? 1);
      readable &&= written !== undefined && (written !== '' || own === 'none');
      return written ?? '';
    });
    return readable ? label : undefined;
  }

  #num(list: string) {
    return this.#nums.get(list) ?? this.xml('no-such');
  }

  #abstract(list: string) {
    const id = this.#num(list).children('w\\:abstractNumId').attr('w:val');
    return this.#abstracts.get(id) ?? this.xml('no-such');
  }

  #override(list: string, level: number) {
    return this.#num(list)
      .children('w\\:lvlOverride')
      .filter((_, each) => this.xml(each).attr('w:ilvl') === String(level));
  }

  #level(list: string, level: number) {
    const own = this.#override(list, level).children('w\\:lvl');
    if (own.length > 0) return own;
    return this.#abstract(list)
      .children('w\\:lvl')
      .filter((_, each) => this.xml(each).attr('w:ilvl') === String(level));
  }

  #start(list: string, level: number): number {
    const override = this.#override(list, level).children('w\\:startOverride').attr('w:val');
    return Number(override ?? this.#level(list, level).children('w\\:start').attr('w:val') ?? 1);
  }

  /** Lists of one definition count on together, but for those that say where they start. */
  #countsOf(list: string): number[] {
    const restarts = this.#num(list).find('w\\:startOverride').length > 0;
    const shared = this.#num(list).children('w\\:abstractNumId').attr('w:val') ?? list;
    const counts = this.#counts.get(shared) ?? [];
    if (restarts && !this.#started.has(list)) counts.length = 0;
    this.#started.add(list);
    this.#counts.set(shared, counts);
    return counts;
  }
}

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

function circled(n: number): string {
  return n >= 1 && n <= 20 ? String.fromCodePoint(0x245f + n) : '';
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
