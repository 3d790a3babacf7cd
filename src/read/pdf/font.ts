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
  /** How wide the characters of its codes are, and all others. */
  readonly widths?: Readonly<Record<number, number | undefined>>;
  readonly defaultWidth?: number;
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

/** Controls, and what Unicode keeps free for ever. */
const NO_CHARACTER = /(?!\s)\p{Cc}|[\ufdd0-\ufdef\ufffe\uffff\ufffd]/u;

/** How many codes of a font a table has to name wrongly before it is believed to be wrong, and which part of it. */
const FEWEST_WRONG = 5;
const SAME_SHARE = 0.1;
const ODD_SHARE = 0.5;

/** How wide a Chinese character is, at least, in heights of its font; letters and digits are narrower. */
const FULL_WIDTH = 0.98;
/** What no font has many of that are as wide as Chinese characters: letters and digits, and what only it itself knows. */
const ODD = /^[A-Za-z0-9\ue000-\uf8ff]$/;

const misled = new WeakMap<object, ReadonlySet<number>>();

/**
 * The codes of a font that its table surely names wrongly: many of them as the same character, as programs do that know
 * none, or many characters as wide as Chinese ones as letters.
 */
function misledCodes({ toUnicode, widths, defaultWidth = 0, fontMatrix }: ToldFont): ReadonlySet<number> {
  const { _map: map } = toUnicode ?? {};
  if (!toUnicode || !map) return new Set();
  const known = misled.get(toUnicode);
  if (known) return known;
  const same = new Map<string, number[]>();
  const odd: number[] = [];
  let all = 0;
  // The table has holes.
  for (const key in map) {
    const code = Number(key);
    const listed = map[code];
    if (listed === undefined) continue;
    all++;
    const text = typeof listed === 'number' ? String.fromCodePoint(listed) : listed;
    const character = text.trim();
    same.set(character, [...(same.get(character) ?? []), code]);
    const width = (widths?.[code] ?? defaultWidth) * (fontMatrix?.[0] ?? 0.001);
    if (width >= FULL_WIDTH && ODD.test(character)) odd.push(code);
  }
  const areMany = ({ length }: readonly number[], share: number) =>
    length >= FEWEST_WRONG && length >= share * all;
  const wrong = [...same.values()].filter((codes) => areMany(codes, SAME_SHARE));
  const found = new Set([...wrong, areMany(odd, ODD_SHARE) ? odd : []].flat());
  misled.set(toUnicode, found);
  return found;
}

/**
 * The character by the table of the font. Without one pdf.js takes the code itself, of a font with many characters, and
 * a blank where it has neither the font nor the names of its characters.
 */
function characterOf(font: ToldFont, { originalCharCode: code, unicode }: ShownGlyph): string | undefined {
  const { composite, toUnicode } = font;
  if (misledCodes(font).has(code)) return undefined;
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
