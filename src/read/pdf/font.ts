import type { PdfPage } from './pdfjs.js';

/** A character as pdf.js shows it. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode: number;
  readonly vmetric?: readonly number[];
}

/** What is to be known of a font. */
export interface Font {
  readonly isVertical: boolean;
  /** How large a unit of its widths is, of a font one point high. */
  readonly unit: number;
  /** How a character goes down: by how much, and where it is hung up. */
  readonly verticalMetrics: readonly number[] | undefined;
  /** The character of a code, or nothing where the file does not say which it is. */
  readonly characterOf: (glyph: ShownGlyph) => string | undefined;
}

/** What pdf.js tells of a font, with the table of its characters. */
interface ToldFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly composite?: boolean;
  readonly missingFile?: boolean;
  readonly toUnicode?: {
    readonly _map?: readonly (string | number | undefined)[];
    readonly firstChar?: number;
  };
}

/** The font of a page by the name that pdf.js gives it. */
export function fontOf({ commonObjs }: PdfPage, name: string): Font | undefined {
  if (!commonObjs.has(name)) return undefined;
  const told = commonObjs.get(name) as ToldFont;
  return {
    isVertical: told.vertical === true,
    unit: told.fontMatrix?.[0] ?? 0.001,
    verticalMetrics: told.defaultVMetrics,
    characterOf: (glyph) => characterOf(told, glyph),
  };
}

const NO_CHARACTER = /(?!\s)\p{Cc}|\ufffd/u;

/**
 * The character by the table of the font. Without one pdf.js takes the code itself, of a font with many characters, and
 * a blank where it has neither the font nor the names of its characters.
 */
function characterOf(
  { composite, toUnicode }: ToldFont,
  { originalCharCode: code, unicode }: ShownGlyph,
): string | undefined {
  const listed = toUnicode?._map?.[code];
  const isGuess = composite && (toUnicode?._map ? listed === undefined : toUnicode?.firstChar !== undefined);
  if (isGuess) return undefined;
  const character = typeof listed === 'number' ? String.fromCodePoint(listed) : (listed ?? unicode);
  return character === '' || NO_CHARACTER.test(character) ? undefined : character;
}

/** Two letters or three that a font has as one. */
const LIGATURE = /^[\ufb00-\ufb06]$/;

/** Signs that fonts have in one with those that are meant: a dash, a slash. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\u2015', '\u2014'],
  ['\u2215', '\uff0f'],
]);

/** What a character of a font stands for. */
export function meantBy(text: string): string {
  const sign = SIGNS.get(text);
  if (sign !== undefined) return sign;
  return LIGATURE.test(text) ? text.normalize('NFKC') : text;
}
