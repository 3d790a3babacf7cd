import { type Place, withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Typed } from '../model/sheet.js';
import { DERIVED_HEADERS, typedHeader, typedText } from '../sheets/index.js';

/** By what people know a row of their own again, and where that stands: what it is called, else what they put into it. */
export function wordsOf(row: ReturnedRow): { readonly at: Place; readonly text: string } {
  const { at, cells, filled, own, notes, places, ownPlaces = {} } = row;
  const placed = (words: Readonly<Record<string, Typed>>, where: Readonly<Record<string, Place>>) =>
    Object.entries(words).map(([id, typed]) => ({ at: where[id] ?? at, text: typedText(typed) }));
  const printed = placed(cells, places);
  const said = [
    ...placed({ name: cells.name ?? '', goal: cells.goal ?? '' }, places),
    ...placed(filled, places),
    ...placed(own, ownPlaces),
    ...notes.slice(0, 1).map(({ text }) => ({ at, text })),
    ...printed,
  ];
  return said.find(({ text }) => text.trim() !== '') ?? { at, text: '' };
}

/** The words that somebody typed where nobody was to write, each with its cell. */
export function writtenIn({ stray, rows }: ReturnedSheet): string[] {
  const strays = stray.map(({ at, text }) => `${withinFile(at)}“${text}”`);
  const derived = rows.flatMap(({ at, own }) =>
    Object.values(DERIVED_HEADERS).flatMap((header) => {
      const typed = own[typedHeader(header)];
      return typed === undefined ? [] : [`${withinFile(at)} 行“${header}”：“${typedText(typed)}”`];
    }),
  );
  return [...strays, ...derived];
}
