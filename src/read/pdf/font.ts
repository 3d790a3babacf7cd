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
  /** Whether the file says which character a code is. */
  readonly knows: (code: number, character: string) => boolean;
}

/** What pdf.js tells of a font, with the table of its characters. */
interface ToldFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly composite?: boolean;
  readonly missingFile?: boolean;
  readonly toUnicode?: { readonly _map?: readonly (string | undefined)[]; readonly firstChar?: number };
}

/** The font of a page by the name that pdf.js gives it. */
export function fontOf({ commonObjs }: PdfPage, name: string): Font | undefined {
  if (!commonObjs.has(name)) return undefined;
  const told = commonObjs.get(name) as ToldFont;
  return {
    isVertical: told.vertical === true,
    unit: told.fontMatrix?.[0] ?? 0.001,
    verticalMetrics: told.defaultVMetrics,
    knows: (code, character) => knows(told, code, character),
  };
}

const NO_CHARACTER = /(?!\s)\p{Cc}|\ufffd/u;

/** Of a font with many characters pdf.js takes the code itself where the file does not say which one it is. */
function knows({ composite, toUnicode }: ToldFont, code: number, character: string): boolean {
  if (character === '' || NO_CHARACTER.test(character)) return false;
  if (!composite || !toUnicode) return true;
  return toUnicode._map ? toUnicode._map[code] !== undefined : toUnicode.firstChar === undefined;
}
