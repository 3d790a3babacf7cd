import type { Place } from '../model/document.js';

/** The lines of a text as offsets, line breaks (LF, CRLF or CR) excluded. */
export function* linesOf(text: string): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) {
    yield [start, index];
    start = index + lineBreak.length;
  }
  yield [start, text.length];
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
