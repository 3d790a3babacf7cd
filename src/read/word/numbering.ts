import { childOf, elementsOf, isOn, valueIn, type XmlElement } from '../xml.js';
import { NUMBER_FORMATS } from './number-formats.js';
import { DEEPEST_STYLE, type Styles } from './styles.js';

/** How many levels a list has, and how far Word counts (ECMA-376 part 1, 17.9.6; ST_DecimalNumber in Word is 16 bits). */
const LEVELS = 9;
const HIGHEST = 32_767;

type ById = ReadonlyMap<string | undefined, XmlElement>;

/** A list, as `w:num` and the `w:abstractNum` that it is an instance of define it. */
interface List {
  /** Lists of one definition count on together, but for those that say where they start. */
  readonly definition: string;
  readonly levels: ReadonlyMap<string, XmlElement>;
  /** Where it starts in another place than its definition says. */
  readonly starts: ReadonlyMap<string, string | undefined>;
}

/** The number of a paragraph. */
export interface Label {
  readonly text: string;
  /** Whether a tab or a blank stands behind it (17.9.28). */
  readonly isApart: boolean;
}

const NO_LABEL: Label = { text: '', isApart: false };

interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** The numbers that Word prints and does not store, as they come paragraph after paragraph (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #styles: Styles;
  readonly #lists: ReadonlyMap<string | undefined, List>;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  /**
   * @param numbering the parts of the file that define the lists
   * @param styles some of which bring a list
   */
  constructor(numbering: readonly XmlElement[], styles: Styles) {
    const all = (name: string) => numbering.flatMap((part) => elementsOf(part, name));
    this.#styles = styles;
    const definitions = new Map(
      all('w:abstractNum').map((each) => [each.attributes['w:abstractNumId'], each]),
    );
    const nums = new Map(all('w:num').map((num) => [num.attributes['w:numId'], num]));
    const definitionOf = (num: XmlElement) => this.#definitionOf(num, nums, definitions);
    this.#lists = new Map(Array.from(nums, ([id, num]) => [id, listOf(num, definitionOf(num))]));
  }

  /**
   * The definition that holds a list's levels: its own, or by way of a numbering style that this refers to the one of
   * the list that the style has (17.9.21); a style's own definition says so too (17.9.27).
   */
  #definitionOf(num: XmlElement | undefined, nums: ById, definitions: ById): XmlElement | undefined {
    const own = definitions.get(valueIn(num, 'w:abstractNumId'));
    let definition = own;
    for (let depth = 0; definition && depth < DEEPEST_STYLE; depth++) {
      const style = valueIn(definition, 'w:numStyleLink');
      if (style === undefined) return definition;
      const list = valueIn(numberingIn(this.#styles.get(style)), 'w:numId');
      const next = definitions.get(valueIn(nums.get(list), 'w:abstractNumId'));
      const isOfStyle = (each: XmlElement) => valueIn(each, 'w:styleLink') === style;
      definition = next && next !== definition ? next : Array.from(definitions.values()).find(isOfStyle);
    }
    return own;
  }

  /**
   * The number that Word prints before a paragraph; every paragraph is asked, in reading order.
   *
   * @returns no text where it has none or a bullet, `undefined` where it has one that cannot be made out
   */
  next(paragraph: XmlElement): Label | undefined {
    const place = this.#placeOf(paragraph);
    return place ? this.#count(place) : NO_LABEL;
  }

  /** Which list a paragraph is in, and how deep, by itself or by its style. */
  #placeOf(paragraph: XmlElement): ListPlace | undefined {
    const properties = childOf(paragraph, 'w:pPr');
    const own = childOf(properties, 'w:numPr');
    const styles = this.#styles.ofParagraph(properties);
    const list = [own, ...styles.map(numberingIn)]
      .map((each) => valueIn(each, 'w:numId'))
      .find((each) => each !== undefined);
    if (list === undefined || list === '0') return undefined;
    // Of a style counts the level that names it; what it says itself is for where none does (17.9.23).
    const said = styles.map(
      (style) => this.#levelOfStyle(list, style) ?? valueIn(numberingIn(style), 'w:ilvl'),
    );
    const level = [valueIn(own, 'w:ilvl'), ...said].find((each) => each !== undefined);
    return { list, level: Number(level ?? 0) };
  }

  #levelOfStyle(list: string, { attributes }: XmlElement): string | undefined {
    const levels = Array.from(this.#lists.get(list)?.levels ?? []);
    return levels.find(([, each]) => valueIn(each, 'w:pStyle') === attributes['w:styleId'])?.[0];
  }

  #count({ list, level }: ListPlace): Label | undefined {
    if (!Number.isInteger(level) || level < 0 || level >= LEVELS) return undefined;
    const defined = this.#lists.get(list);
    const definition = defined?.levels.get(String(level));
    const text = valueIn(definition, 'w:lvlText');
    if (!defined || text === undefined) return undefined;
    if (formatOf(definition) === 'bullet') return NO_LABEL;

    const counts = this.#countsOf(list, defined);
    for (let above = 0; above < level; above++) counts[above] ??= startOf(defined, above);
    counts[level] = counts[level] === undefined ? startOf(defined, level) : counts[level] + 1;
    for (let below = level + 1; below < LEVELS; below++) {
      if (restartsAfter(defined.levels.get(String(below)), level)) counts[below] = undefined;
    }
    if (!counts.every((count) => count === undefined || (count >= 0 && count <= HIGHEST))) return undefined;

    let readable = true;
    const legal = isOn(childOf(definition, 'w:isLgl'));
    const label = text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const own = formatOf(defined.levels.get(String(at)));
      const written = writerOf(legal ? 'decimal' : own)?.(counts[at] ?? 1);
      readable &&= written !== undefined && (written !== '' || own === 'none');
      return written ?? '';
    });
    return readable ? { text: label, isApart: valueIn(definition, 'w:suff') !== 'nothing' } : undefined;
  }

  #countsOf(list: string, { definition, starts }: List): (number | undefined)[] {
    const counts = this.#counts.get(definition) ?? [];
    // What stands above the level that starts anew counts on.
    const first = Math.min(...Array.from(starts.keys(), Number));
    if (!this.#started.has(list)) counts.splice(first);
    this.#started.add(list);
    this.#counts.set(definition, counts);
    return counts;
  }
}

function listOf(num: XmlElement, definition: XmlElement | undefined): List {
  const overrides = elementsOf(num, 'w:lvlOverride');
  const restarted = overrides.filter((each) => childOf(each, 'w:startOverride'));
  const levels = [definition, ...overrides].flatMap((each) =>
    each ? each.children.filter(({ name }) => name === 'w:lvl') : [],
  );
  return {
    definition: definition?.attributes['w:abstractNumId'] ?? '',
    levels: new Map(levels.map((each) => [each.attributes['w:ilvl'] ?? '0', each])),
    starts: new Map(
      restarted.map((each) => [each.attributes['w:ilvl'] ?? '0', valueIn(each, 'w:startOverride')]),
    ),
  };
}

/** The numbering that a style brings. */
function numberingIn(style: XmlElement | undefined): XmlElement | undefined {
  return childOf(childOf(style, 'w:pPr'), 'w:numPr');
}

/** Whether a level counts from its start again after a paragraph of a level above it (17.9.10). */
function restartsAfter(level: XmlElement | undefined, above: number): boolean {
  const last = valueIn(level, 'w:lvlRestart');
  return last === undefined || above < Number(last);
}

/** How a level writes its numbers; what older programs do not know stands in a choice ([MS-DOCX] 2.5.1.20). */
function formatOf(level: XmlElement | undefined): string {
  const choice = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice');
  const format = childOf(choice, 'w:numFmt') ?? childOf(level, 'w:numFmt');
  const said = format?.attributes['w:val'] ?? 'decimal';
  return said === 'custom' ? (format?.attributes['w:format'] ?? said) : said;
}

/** How numbers of a format are written, of those that show it, too: 001, 002, 003, ... */
function writerOf(format: string): ((n: number) => string) | undefined {
  const [, first] = /^(0+1), 0+2,/.exec(format) ?? [];
  return first === undefined ? NUMBER_FORMATS.get(format) : (n) => String(n).padStart(first.length, '0');
}

function startOf({ levels, starts }: List, level: number): number {
  const at = String(level);
  return Number(starts.get(at) ?? valueIn(levels.get(at), 'w:start') ?? 1);
}
