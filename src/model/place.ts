import type { Place } from './document.js';

/** A place in a text with lines: notice.txt:152:2. */
const LINE = /^(?<file>.*):(?<line>\d+):(?<column>\d+)$/;

/** A place in a file without lines: notice.docx#表3/行1/列4. The file's name may have a # of its own. */
const PATH = /^(?<name>.*)#(?<path>[表段]\d+(?:\/[^#]+)?)$/;

/** A place's parts: the file's name, and line and column from 1 or, where a file has no lines, a path. */
export type PlaceParts =
  | { readonly file: string; readonly line: number; readonly column: number }
  | { readonly file: string; readonly path: string };

/** Takes a place apart: notice.txt:152:2, notice.docx#表3/行1/列4, or a file's name alone. */
export function partsOf(place: Place): PlaceParts {
  const { file, line, column } = LINE.exec(place)?.groups ?? {};
  if (file !== undefined) return { file, line: Number(line), column: Number(column) };
  const { name = place, path = '' } = PATH.exec(place)?.groups ?? {};
  return { file: name, path };
}

/**
 * The place of an offset into a text that begins at a place; where the file has no lines, or the text
 * breaks before the offset, it is the text's line or place.
 */
export function placeWithin(at: Place, text: string, offset: number): Place {
  const parts = partsOf(at);
  if (!('line' in parts)) return at;
  const breaks = text.slice(0, offset).split('\n').length - 1;
  return breaks === 0
    ? `${parts.file}:${parts.line}:${parts.column + offset}`
    : `${parts.file}:${parts.line + breaks}:1`;
}
