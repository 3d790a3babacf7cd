import type { Look } from '../../model/look.js';
import { hueOf, isHeiti } from '../../words/looks.js';
import { signFont } from '../../words/sign-fonts.js';
import { childOf, elementsOf, isOn, valueIn, type XmlElement } from '../xml.js';

/** How a run's text is shown. */
export interface RunLook {
  /** Word neither shows nor prints it (17.3.2.41). */
  readonly isHidden: boolean;
  /** A line, or two, go through it (17.3.2.37, 17.3.2.9). */
  readonly isStruck: boolean;
  /** Whether it is set above or below the line (17.3.2.42). */
  readonly script: 'raised' | 'lowered' | undefined;
  /** The font that shows signs in place of its letters, if it is such a one (17.3.2.26). */
  readonly signs: string | undefined;
  /** What else a legend may speak of, where one does: 加粗的为牵头单位. */
  readonly looks?: readonly Look[];
}

/** A paragraph's look, and what its styles say of its runs, the nearest first. */
interface ParagraphLook extends RunLook {
  readonly said?: readonly XmlElement[];
}

export const PLAIN: RunLook = { isHidden: false, isStruck: false, script: undefined, signs: undefined };

/** What is said of a run that this asks for. */
const LOOKS: ReadonlySet<string> = new Set(['w:rStyle', 'w:vanish', 'w:strike', 'w:dstrike', 'w:vertAlign']);

/** How many styles may refer to each other; Word allows no circles, files do. */
export const DEEPEST_STYLE = 20;

/** The styles of a document (17.7). */
export class Styles {
  readonly #byId: ReadonlyMap<string | undefined, XmlElement>;
  /** The style of paragraphs that name none (17.7.4.17). */
  readonly #usual: string | undefined;
  readonly #looks = new Map<string, ParagraphLook>();
  readonly #asksLooks: boolean;

  /** @param asksLooks whether a legend of the document speaks of how names are shown */
  constructor(parts: readonly XmlElement[], asksLooks = false) {
    this.#asksLooks = asksLooks;
    const styles = parts.flatMap((part) => elementsOf(part, 'w:style'));
    this.#byId = new Map(styles.map((each) => [each.attributes['w:styleId'], each]));
    const isUsual = ({ attributes }: XmlElement) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? '');
    this.#usual = styles.find(isUsual)?.attributes['w:styleId'];
  }

  get(id: string | undefined): XmlElement | undefined {
    return this.#byId.get(id);
  }

  /** A style and those that it is based on, one after the other. */
  from(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let style = this.get(id); style && chain.length < DEEPEST_STYLE; ) {
      chain.push(style);
      style = this.get(valueIn(style, 'w:basedOn'));
    }
    return chain;
  }

  /** The styles of a paragraph, its own first. */
  ofParagraph(properties: XmlElement | undefined): XmlElement[] {
    return this.from(valueIn(properties, 'w:pStyle') ?? this.#usual);
  }

  /** The look that a paragraph's style gives its runs. */
  lookOfParagraph(properties: XmlElement | undefined): RunLook {
    return this.#lookOf(valueIn(properties, 'w:pStyle') ?? this.#usual);
  }

  /** The look of a run: what it says itself counts before what styles say, and two styles that hide show (17.7.3). */
  lookOf(run: XmlElement, paragraph: ParagraphLook): RunLook {
    const own = childOf(run, 'w:rPr');
    // Most runs say nothing of these.
    const font = fontIn(own);
    const isPlain = (font === undefined || font === '') && paragraph.signs === undefined;
    if (!this.#asksLooks && isPlain && !own?.children.some(({ name }) => LOOKS.has(name))) return paragraph;
    const id = valueIn(own, 'w:rStyle');
    const style: ParagraphLook = id === undefined ? PLAIN : this.#lookOf(id);
    const toggled = (names: readonly string[], of: (look: RunLook) => boolean) => {
      const said = names.flatMap((name) => childOf(own, name) ?? []);
      return said.length > 0 ? said.some(isOn) : of(paragraph) !== of(style);
    };
    return {
      isHidden: toggled(['w:vanish'], ({ isHidden }) => isHidden),
      isStruck: toggled(['w:strike', 'w:dstrike'], ({ isStruck }) => isStruck),
      script: childOf(own, 'w:vertAlign') ? scriptIn(own) : (style.script ?? paragraph.script),
      signs: (font ?? style.signs ?? paragraph.signs) || undefined,
      ...(this.#asksLooks && {
        looks: looksSaid([...(own ? [own] : []), ...(style.said ?? []), ...(paragraph.said ?? [])]),
      }),
    };
  }

  #lookOf(id: string | undefined): ParagraphLook {
    if (id === undefined) return PLAIN;
    const known = this.#looks.get(id);
    if (known) return known;
    const said = this.from(id).flatMap((style) => childOf(style, 'w:rPr') ?? []);
    const first = (name: string) => said.flatMap((each) => childOf(each, name) ?? [])[0];
    const look: ParagraphLook = {
      isHidden: isOn(first('w:vanish')),
      isStruck: isOn(first('w:strike')) || isOn(first('w:dstrike')),
      script: scriptIn(said.find((each) => childOf(each, 'w:vertAlign'))),
      signs: said.map(fontIn).find((font) => font !== undefined) || undefined,
      said,
    };
    this.#looks.set(id, look);
    return look;
  }
}

/** The font of signs that is asked for; none, an empty one, where another font is. */
function fontIn(properties: XmlElement | undefined): string | undefined {
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  const named = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
  return named === undefined ? undefined : (signFont(named) ?? '');
}

function scriptIn(properties: XmlElement | undefined): RunLook['script'] {
  const align = valueIn(properties, 'w:vertAlign');
  return align === 'superscript' ? 'raised' : align === 'subscript' ? 'lowered' : undefined;
}

/** What properties of text say of looks, the nearest first; what one says goes before what those behind it say (17.3.2). */
function looksSaid(said: readonly XmlElement[]): Look[] {
  const first = (name: string) => said.flatMap((each) => childOf(each, name) ?? [])[0];
  const value = (name: string) => first(name)?.attributes['w:val'];
  const font = said
    .map((each) => childOf(each, 'w:rFonts')?.attributes)
    .map((fonts) => fonts?.['w:eastAsia'] ?? fonts?.['w:ascii'])
    .find((each) => each !== undefined);
  const underline = value('w:u') ?? 'none';
  const marked = value('w:highlight') ?? 'none';
  const fill = first('w:shd')?.attributes['w:fill'] ?? 'auto';
  const hue = hueOf(value('w:color') ?? '');
  return [
    ...(isOn(first('w:b')) ? ['bold' as const] : []),
    ...(isHeiti(font ?? '') ? ['heiti' as const] : []),
    ...(isOn(first('w:i')) ? ['italic' as const] : []),
    ...(underline !== 'none' ? ['underlined' as const] : []),
    ...(marked !== 'none' || !/^(?:auto|ffffff)$/i.test(fill) ? ['shaded' as const] : []),
    ...(hue ? [hue] : []),
  ];
}
