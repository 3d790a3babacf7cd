import { childOf, elementsOf, valueIn, type XmlElement } from './xml.js';

const HAN_DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** How a list's numbers are written, by their `w:numFmt` (ECMA-376 part 1, 17.18.59). */
const FORMATS: ReadonlyMap<string, (n: number) => string> = new Map(
  Object.entries({
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
  }),
);

/** How many levels a list has, and how far Word counts (ECMA-376 part 1, 17.9.6; ST_DecimalNumber in Word is 16 bits). */
const LEVELS = 9;
const HIGHEST = 32_767;

/** A list, as `w:num` and the `w:abstractNum` that it is an instance of define it. */
interface List {
  /** Lists of one definition count on together, but for those that say where they start. */
  readonly definition: string;
  readonly restarts: boolean;
  readonly levels: ReadonlyMap<string, XmlElement>;
  /** Where it starts in another place than its definition says. */
  readonly starts: ReadonlyMap<string, string | undefined>;
}

interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** The numbers that Word prints and does not store, as they come paragraph after paragraph (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #styles: ReadonlyMap<string | undefined, XmlElement>;
  readonly #lists: ReadonlyMap<string | undefined, List>;
  readonly #counts = new Map<string, number[]>();
  readonly #started = new Set<string>();

  /**
   * @param numbering the parts of the file that define the lists
   * @param styles the parts that define the styles, some of which bring a list
   */
  constructor(numbering: readonly XmlElement[], styles: readonly XmlElement[]) {
    const all = (parts: readonly XmlElement[], name: string) =>
      parts.flatMap((part) => elementsOf(part, name));
    this.#styles = new Map(all(styles, 'w:style').map((each) => [each.attributes['w:styleId'], each]));
    const definitions = new Map(
      all(numbering, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'], each]),
    );
    this.#lists = new Map(
      all(numbering, 'w:num').map((num) => [num.attributes['w:numId'], listOf(num, definitions)]),
    );
  }

  /**
   * The number that Word prints before a paragraph; every paragraph is asked, in reading order.
   *
   * @returns '' where it has none or a bullet, `undefined` where it has one that cannot be made out
   */
  next(paragraph: XmlElement): string | undefined {
    const place = this.#placeOf(paragraph);
    return place ? this.#count(place) : '';
  }

  /** Which list a paragraph is in, by itself or by its style. */
  #placeOf(paragraph: XmlElement): ListPlace | undefined {
    const properties = childOf(paragraph, 'w:pPr');
    const own = childOf(properties, 'w:numPr');
    const list = valueIn(own, 'w:numId');
    const level = valueIn(own, 'w:ilvl');
    let style = valueIn(properties, 'w:pStyle');
    if (list !== undefined) return list === '0' ? undefined : { list, level: Number(level ?? 0) };
    for (let depth = 0; style !== undefined && depth < 20; depth++) {
      const found = this.#styles.get(style);
      const inStyle = childOf(childOf(found, 'w:pPr'), 'w:numPr');
      const styleList = valueIn(inStyle, 'w:numId');
      if (styleList === '0') return undefined;
      if (styleList !== undefined) {
        const said = level ?? valueIn(inStyle, 'w:ilvl') ?? this.#levelOfStyle(styleList, style);
        return { list: styleList, level: Number(said) };
      }
      style = valueIn(found, 'w:basedOn');
    }
    return undefined;
  }

  #levelOfStyle(list: string, style: string): string {
    const levels = Array.from(this.#lists.get(list)?.levels ?? []);
    return levels.find(([, each]) => valueIn(each, 'w:pStyle') === style)?.[0] ?? '0';
  }

  #count({ list, level }: ListPlace): string | undefined {
    if (!Number.isInteger(level) || level < 0 || level >= LEVELS) return undefined;
    const defined = this.#lists.get(list);
    const definition = defined?.levels.get(String(level));
    const text = valueIn(definition, 'w:lvlText');
    if (!defined || text === undefined) return undefined;
    if (formatOf(definition) === 'bullet') return '';

    const counts = this.#countsOf(list, defined);
    counts.length = Math.max(counts.length, level + 1);
    for (let above = 0; above < level; above++) counts[above] ??= startOf(defined, above);
    counts[level] = counts[level] === undefined ? startOf(defined, level) : counts[level] + 1;
    counts.length = level + 1;
    if (!counts.every((count) => count >= 0 && count <= HIGHEST)) return undefined;

    let readable = true;
    const legal = childOf(definition, 'w:isLgl') !== undefined;
    const label = text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const own = formatOf(defined.levels.get(String(at)));
      const written = FORMATS.get(legal ? 'decimal' : own)?.(counts[at] ?? 1);
      readable &&= written !== undefined && (written !== '' || own === 'none');
      return written ?? '';
    });
    return readable ? label : undefined;
  }

  #countsOf(list: string, { definition, restarts }: List): number[] {
    const counts = this.#counts.get(definition) ?? [];
    if (restarts && !this.#started.has(list)) counts.length = 0;
    this.#started.add(list);
    this.#counts.set(definition, counts);
    return counts;
  }
}

function listOf(num: XmlElement, definitions: ReadonlyMap<string | undefined, XmlElement>): List {
  const definition = valueIn(num, 'w:abstractNumId') ?? '';
  const overrides = elementsOf(num, 'w:lvlOverride');
  const restarted = overrides.filter((each) => childOf(each, 'w:startOverride'));
  const levels = [definitions.get(definition), ...overrides].flatMap((each) =>
    each ? each.children.filter(({ name }) => name === 'w:lvl') : [],
  );
  return {
    definition,
    restarts: restarted.length > 0,
    levels: new Map(levels.map((each) => [each.attributes['w:ilvl'] ?? '0', each])),
    starts: new Map(
      restarted.map((each) => [each.attributes['w:ilvl'] ?? '0', valueIn(each, 'w:startOverride')]),
    ),
  };
}

function formatOf(level: XmlElement | undefined): string {
  return valueIn(level, 'w:numFmt') ?? 'decimal';
}

function startOf({ levels, starts }: List, level: number): number {
  const at = String(level);
  return Number(starts.get(at) ?? valueIn(levels.get(at), 'w:start') ?? 1);
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
