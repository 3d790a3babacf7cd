import type { ReturnedSheet } from '../model/returned.js';
import { isFilled } from '../sheets/index.js';

/**
 * Whether all that people put into a sheet stands in what is there of its unit by now: somebody has copied it, or put the
 * file into its place.
 *
 * @param live what is there, as records
 */
export function isSaidIn({ rows, questions, cover, stray }: ReturnedSheet, live: unknown): boolean {
  const there = JSON.stringify(live) ?? '';
  const said = [
    ...[...rows, ...questions]
      .filter(isFilled)
      .flatMap(({ filled, own, notes }) => [
        ...Object.values(filled),
        ...Object.values(own),
        ...notes.map(({ text }) => text),
      ]),
    ...Object.values(cover),
    ...stray.map(({ text }) => text),
  ];
  return said.every((each) => there.includes(JSON.stringify(each)));
}
