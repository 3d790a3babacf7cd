import type { Span } from '../model/place.js';

/** The lines of a text as offsets, line breaks (LF, CRLF or CR) excluded. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  while (lf >= 0 || cr >= 0) {
    const end = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
    lines.push([start, end]);
    start = end === cr && lf === cr + 1 ? lf + 1 : end + 1;
    if (lf >= 0 && lf < start) lf = text.indexOf('\n', start);
    if (cr >= 0 && cr < start) cr = text.indexOf('\r', start);
  }
  lines.push([start, text.length]);
  return lines;
}
