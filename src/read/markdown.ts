import { lineText, type Source } from './layouts/layout.js';

/** What shows that a text is Markdown: headings, or the rule of a pipe table. */
const SIGNS = /^#{1,6}\s+\S|^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** Marks of Markdown (CommonMark 0.31): headings, quotes and bullets at a line's start; stress; escapes. */
const MARKS =
  /^\s*(?:#{1,6}(?=\s)|>\s|[*+\-](?=\s))|\s#+\s*$|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$|\*\*|__|(?<!\\)`|\\(?=[!-\/:-@\[-`\{-~])|&nbsp;/v;

/** The marks to be set aside in a text: Markdown's where it is Markdown, else none. */
export function markdown(source: Source): RegExp | undefined {
  return source.lines.some((_, at) => SIGNS.test(lineText(source, at))) ? MARKS : undefined;
}
