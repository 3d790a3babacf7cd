import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Look, ShownSpan } from '../model/look.js';
import type { Passage } from '../model/passage.js';
import { lineText, type Source } from './layouts/layout.js';
import type { Marks, SiftedLine } from './passage.js';

/** What shows that a text is Markdown: headings, the rule of a pipe table, a table in HTML. */
const SIGNS = /^#{1,6}\s+\S|^\s*<table[\s>]|^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** Marks of Markdown (CommonMark 0.31): headings, quotes and bullets at a line's start; stress, in HTML too; escapes. */
const MARKS =
  /^\s*(?:#{1,6}(?=\s)|>\s|[*+-](?=\s))|\s#+\s*$|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$|\*\*|__|(?<!\\)`|\\(?=[!-/:-@[-`{-~])|<\/?(?:strong|em|b|i|u|span|sup|sub|font)(?:\s[^<>]*)?>|&nbsp;/u;

/** A picture, with its words for those who cannot see it, and its address. */
const PICTURE = /!\[[^[\]]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^[\]]{0,200}\])|<img\b[^<>]*>/;

/** What is struck through: of GitHub (GFM §6.5), and of HTML. */
const STRUCK = new RegExp(
  [
    '~~(?=[^\\s~])[^~]{1,2000}~~',
    ...['del', 's', 'strike'].map((name) => `<${name}>(?:[^<]|<(?!/${name}>)){0,2000}</${name}>`),
  ].join('|'),
);
const STRIKES = /~~|<[^<>]*>/g;

const ASIDE: Marks = { deleted: STRUCK, markup: new RegExp(`${PICTURE.source}|${MARKS.source}`, 'u') };

/** What is to be set aside in a text where it is Markdown. */
export function markdown(source: Source): Marks | undefined {
  return source.lines.some((_, at) => SIGNS.test(lineText(source, at))) ? ASIDE : undefined;
}

/** What is stressed: of Markdown and of HTML; what stands inside is its second group, or its third. */
const STRESSED: readonly (readonly [Look, RegExp])[] = [
  ['bold', /(\*\*|__)(?=\S)([^*_\n]{1,200})\1|<(?:b|strong)>([^<\n]{1,200})<\/(?:b|strong)>/dg],
  ['underlined', /(<u>)([^<\n]{1,200})<\/u>/dg],
  [
    'red',
    /(<(?:font|span)\b[^<>]{0,80}color\s?[=:]\s?["']?(?:red|#f00|#ff0000)\b[^<>]{0,80}>)([^<\n]{1,200})</dgi,
  ],
];

/** How stretches of a text in Markdown are shown. */
export function shownIn(text: string): ShownSpan[] {
  return STRESSED.flatMap(([look, pattern]) =>
    Array.from(text.matchAll(pattern), ({ indices }): ShownSpan[] => {
      const span = indices?.[2] ?? indices?.[3];
      return span ? [{ look, span }] : [];
    }).flat(),
  );
}

/** A sign of no width, as long as what nobody sees. */
const UNSEEN = '\u2060';

/** A text in which nobody sees what nobody is to see, its comments (CommonMark 0.31, 4.6), every other sign where it stood. */
export function withoutComments(text: string): string {
  let seen = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    seen += text.slice(at, start) + text.slice(start, end + 3).replace(/\S/g, UNSEEN);
    at = end + 3;
  }
  return at === 0 ? text : seen + text.slice(at);
}

/**
 * What is told of what was set aside in a paragraph or cell.
 *
 * @param lines its lines as they were cut
 */
export function toldAside(
  source: string,
  lines: readonly SiftedLine[],
  { text, at }: Passage,
  isCell: boolean,
): Diagnostic[] {
  return lines.flatMap(({ noise }) =>
    noise.flatMap(({ kind, span }) => {
      const aside = source.slice(...span);
      if (kind === 'deleted') return diagnose('words-struck', { text: aside.replace(STRIKES, '') }, at);
      if (kind !== 'markup' || !PICTURE.test(aside)) return [];
      return isCell && text === ''
        ? diagnose('cell-unread', { what: 'picture' }, at)
        : diagnose('drawing-unread', { what: 'picture', near: text.slice(0, 20) }, at);
    }),
  );
}
