// The parts of a number format (ECMA-376 part 1, 18.8.30).

/** What a format says by itself: text in quotes, a character after `\`, a sign of money in `[$¥-804]`. */
export const LITERAL = /"([^"]*)"|\\(.)|\[\$([^[\]-]*)(?:-[^[\]]*)?\]/;

/** What a format says and does not print: widths `_x`, fillings `*x`, colours and conditions. */
export const SILENT = /_.|\*.|\[[^[\]]*\]/;

/** All of a format that asks for no part of the value. */
export const UNASKED = new RegExp(`${LITERAL.source}|${SILENT.source}|上午/下午|am/pm|a/p`, 'gis');

/** Where digits go: `#,##0.00`. */
const DIGITS = /[#0?][#0?,]*(?:\.[#0?]*,*)?/;

export const TOKEN = new RegExp(
  `${LITERAL.source}|(?:${SILENT.source})|(${DIGITS.source})|(General|G/通用格式)|(.)`,
  'gs',
);

/** A format's sections: for what is above zero, below it, zero, and text. */
export function sectionsOf(format: string): string[] {
  const sections = [''];
  for (const [part] of format.matchAll(/"[^"]*"|\\.|\[[^[\]]*\]|./gs)) {
    if (part === ';') sections.push('');
    else sections.push(`${sections.pop()}${part}`);
  }
  return sections;
}

/** What asks for numerals: `[DBNum1]` for 一十二, `[DBNum2]` for 壹拾贰. */
export const NUMERALS = /\[DBNum([12])\]/i;
