import type { Span } from '../model/place.js';

/** Where a line ends: LF, CRLF or CR; or, as in what is copied out of Word and of pages, VT, FF, NEL, LS or PS. */
const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Most texts end their lines in one way. */
const OTHERS = /[\r\v\f\u0085\u2028\u2029]/;

/** The lines of a text as offsets, line breaks excluded. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  if (OTHERS.test(text)) {
    for (const { 0: ending, index } of text.matchAll(BREAK)) {
      lines.push([start, index]);
      start = index + ending.length;
    }
  } else {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.push([start, end]);
      start = end + 1;
    }
  }
  lines.push([start, text.length]);
  return lines;
}
