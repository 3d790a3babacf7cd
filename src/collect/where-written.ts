import { withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import { DERIVED_HEADERS, typedHeader, typedText } from '../sheets/index.js';

/** By what people know a row of their own again: what it is called, else what they put into it. */
export function wordsOf({ cells, filled, own, notes }: ReturnedRow): string {
  const said = [
    cells.name,
    cells.goal,
    ...[...Object.values(filled), ...Object.values(own)].map(typedText),
    notes[0]?.text,
    ...Object.values(cells),
  ];
  return said.find((text) => text !== undefined && text.trim() !== '') ?? '';
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
