/** Fonts that show signs in place of letters. */
const SIGN_FONTS: readonly string[] = ['Wingdings', 'Wingdings 2', 'Wingdings 3', 'Webdings', 'Symbol'];

const BY_NAME: ReadonlyMap<string, string> = new Map(SIGN_FONTS.map((font) => [font.toLowerCase(), font]));

/** The name of a font, if it shows signs in place of letters. */
export function signFont(name: string): string | undefined {
  return BY_NAME.get(name.trim().toLowerCase());
}
