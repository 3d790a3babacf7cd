import { lineText, type Source } from './layouts/layout.js';

/** What shows that a text is Markdown: headings, the rule of a pipe table, a table in HTML. */
const SIGNS = /^#{1,6}\s+\S|^\s*<table[\s>]|^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** Marks of Markdown (CommonMark 0.31): headings, quotes and bullets at a line's start; stress, in HTML too; escapes. */
const MARKS =
  /^\s*(?:#{1,6}(?=\s)|>\s|[*+-](?=\s))|\s#+\s*$|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$|\*\*|__|(?<!\\)`|\\(?=[!-/:-@[-`{-~])|<\/?(?:strong|em|b|i|u|span|sup|sub|font)(?:\s[^<>]*)?>|&nbsp;/u;

/** The marks to be set aside in a text: Markdown's where it is Markdown, else none. */
export function markdown(source: Source): RegExp | undefined {
  return source.lines.some((_, at) => SIGNS.test(lineText(source, at))) ? MARKS : undefined;
}
