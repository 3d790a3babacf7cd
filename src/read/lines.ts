import type { Place, Span } from '../model/document.js';

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

/** Turns offsets into places (name:line:column), given the ascending offsets at which lines start. */
export function placesIn(name: string, lineStarts: readonly number[]): (offset: number) => Place {
  return (offset) => {
    const line = lastAtOrBefore(lineStarts, offset);
    return `${name}:${line + 1}:${offset - (lineStarts[line] ?? 0) + 1}`;
  };
}

/** The index of the last of some ascending numbers that is not above `limit`; 0 where there is none. */
export function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
