import type { Element } from 'domhandler';
import type { Look } from '../../model/look.js';
import { hueOf, isHeiti } from '../../words/looks.js';
import { signFont } from '../../words/sign-fonts.js';
import { elementsBelow, elementsIn } from '../web/tree.js';
import { DEEPEST_STYLE, type RunLook } from '../word/styles.js';

/** The styles of a document, which say what text is hidden, struck out, raised (ODF 1.3 part 3, 16.2). */
export class OdtStyles {
  readonly #styles: ReadonlyMap<string, Element>;

  /** @param all the elements that hold styles; of two with one name the first counts */
  constructor(all: readonly Element[]) {
    const styles = all.flatMap((each) => elementsIn(each, 'style:style'));
    this.#styles = new Map(styles.toReversed().map((style) => [keyOf(style), style]));
  }

  /** How a style shows text in a text that is shown in another way. */
  lookOf(family: 'paragraph' | 'text', name: string | undefined, around: RunLook): RunLook {
    const said = this.#textProperties(family, name);
    const first = (...names: string[]) =>
      said.flatMap((attribs) => names.flatMap((each) => attribs[each] ?? []))[0];
    const display = first('text:display');
    const struck = first('style:text-line-through-style', 'style:text-line-through-type');
    const position = first('style:text-position');
    const font = first('style:font-name', 'fo:font-family');
    const looks = this.#looksOf(first, around);
    return {
      isHidden: around.isHidden || display === 'none',
      isStruck: struck === undefined ? around.isStruck : struck !== 'none',
      script: position === undefined ? around.script : scriptOf(position),
      signs: font === undefined ? around.signs : signFont(font.replace(/["']/g, '')),
      looks,
    };
  }

  /** What else a legend may speak of (20.174 to 20.219); where a style does not say, it is as around. */
  #looksOf(first: (...names: string[]) => string | undefined, { looks: around = [] }: RunLook): Look[] {
    const weight = first('style:font-weight-asian', 'fo:font-weight');
    const font = first('style:font-name-asian', 'style:font-family-asian', 'style:font-name');
    const slant = first('style:font-style-asian', 'fo:font-style');
    const line = first('style:text-underline-style');
    const back = first('fo:background-color');
    const colour = first('fo:color');
    const said: readonly (readonly [boolean | undefined, Look])[] = [
      [weight === undefined ? undefined : /^(?:bold|[6-9]00)$/.test(weight), 'bold'],
      [font === undefined ? undefined : isHeiti(font), 'heiti'],
      [slant === undefined ? undefined : slant !== 'normal', 'italic'],
      [line === undefined ? undefined : line !== 'none', 'underlined'],
      [back === undefined ? undefined : !/^(?:transparent|#ffffff)$/i.test(back), 'shaded'],
      ...HUES.map((hue) => [colour === undefined ? undefined : hueOf(colour) === hue, hue] as const),
    ];
    return said.flatMap(([is, look]) => ((is ?? around.includes(look)) ? [look] : []));
  }

  /** What a style and those that it is based on say of text, its own first. */
  #textProperties(family: string, name: string | undefined): Readonly<Record<string, string>>[] {
    const said: Readonly<Record<string, string>>[] = [];
    let style = this.#styles.get(`${family}/${name}`);
    for (let depth = 0; style && depth < DEEPEST_STYLE; depth++) {
      for (const { attribs } of elementsIn(style, 'style:text-properties')) said.push(attribs);
      style = this.#styles.get(`${family}/${style.attribs['style:parent-style-name']}`);
    }
    return said;
  }
}

const HUES = ['red', 'blue', 'green'] as const;

function keyOf({ attribs }: Element): string {
  return `${attribs['style:family']}/${attribs['style:name']}`;
}

/** super 58%, -33% 58% (20.391). */
function scriptOf(position: string): RunLook['script'] {
  const [where = ''] = position.trim().split(/\s+/);
  const height = Number.parseFloat(where);
  if (where === 'super' || height > 0) return 'raised';
  return where === 'sub' || height < 0 ? 'lowered' : undefined;
}

/** The elements of a name below another, the outermost ones. */
export function elementsNamed(root: Element, ...names: string[]): Element[] {
  return elementsBelow(root, (name) => names.includes(name));
}
