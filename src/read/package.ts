import { unzipSync } from 'fflate';
import { diagnose } from '../model/diagnose.js';
import { LARGEST, LARGEST_MB, LARGEST_TEXT, LARGEST_TEXT_MB } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';

/** The XML parts of a Word or Excel file (ECMA-376 part 2), by their names. */
export type PartTexts = ReadonlyMap<string, string>;

/** The part of a Word file with the document's own text; some programs number all parts. */
export const WORD_DOCUMENT = /^word\/document\d*\.xml$/;

/**
 * The names of a zip file's parts, none of which is unpacked.
 *
 * @returns the names, or `file-broken`
 */
export function partNamesIn(bytes: Uint8Array, name: string): Result<ReadonlySet<string>> {
  const names = new Set<string>();
  const { value, diagnostics } = unzipParts(bytes, name, (part) => {
    names.add(part);
    return false;
  });
  return value ? { value: names, diagnostics } : failed(...diagnostics);
}

/** What a zip file says that it is, as OpenDocument does; '' where it says nothing. */
export function mimetypeOf(bytes: Uint8Array, name: string): string {
  const { value } = unpack(bytes, name, [/^mimetype$/]);
  return value?.get('mimetype')?.trim() ?? '';
}

/**
 * Unpacks some of the XML parts of a zip file.
 *
 * @param wanted the names of the parts
 * @returns the parts, or `file-broken`, `file-too-large`
 */
export function unpack(bytes: Uint8Array, name: string, wanted: readonly RegExp[]): Result<PartTexts> {
  const isWanted = (part: string) => wanted.some((pattern) => pattern.test(part));
  const { value: files, diagnostics } = unzipParts(bytes, name, isWanted);
  if (!files) return failed(...diagnostics);
  const decoder = new TextDecoder();
  const parts = Object.entries(files).map(([part, data]) => [part, decoder.decode(data)] as const);
  return { value: new Map(parts), diagnostics: [] };
}

const XML = /\.(?:xml|rels)$/i;

/**
 * Unpacks some parts of a zip file, unless they are more than any Word or Excel file of this kind.
 *
 * @returns the parts by their names, or `file-broken`, `file-too-large`
 */
export function unzipParts(
  bytes: Uint8Array,
  name: string,
  isWanted: (part: string) => boolean,
): Result<Record<string, Uint8Array>> {
  let size = 0;
  let text = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        if (!isWanted(part)) return false;
        size += originalSize;
        if (XML.test(part)) text += originalSize;
        return size <= LARGEST && text <= LARGEST_TEXT;
      },
    });
    if (text > LARGEST_TEXT) return failed(diagnose('file-too-large', { megabytes: LARGEST_TEXT_MB }, name));
    if (size > LARGEST) return failed(diagnose('file-too-large', { megabytes: LARGEST_MB }, name));
    return { value: parts, diagnostics: [] };
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
}

/** What stands in front of a file in a zip file, and before its entry in the list of them (APPNOTE 4.3.7, 4.3.12). */
const LISTED = [0x50, 0x4b, 0x01, 0x02];
const FLAGS_AT = 8;
/** The lengths of a name, of what is known besides, and of a comment, behind an entry of a fixed size. */
const LENGTHS_AT = [28, 30, 32];
const ENTRY = 46;
/** Where the end of a zip file says where the list begins, before a comment of at most 65,535 bytes. */
const END = [0x50, 0x4b, 0x05, 0x06];
const END_SIZE = 22;
const LIST_AT = 16;

/** Whether any file in a zip file asks for a password (APPNOTE 4.4.4, bit 0); the library unpacks it to nonsense. */
export function isLocked(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isAt = (mark: readonly number[], at: number) => mark.every((byte, i) => bytes[at + i] === byte);
  let end = bytes.length - END_SIZE;
  while (end > 0 && end > bytes.length - END_SIZE - 65_535 && !isAt(END, end)) end--;
  if (!isAt(END, end)) return false;
  let at = view.getUint32(end + LIST_AT, true);
  while (at + ENTRY <= bytes.length && isAt(LISTED, at)) {
    if (view.getUint16(at + FLAGS_AT, true) % 2 === 1) return true;
    const entry = at;
    at = LENGTHS_AT.reduce((next, length) => next + view.getUint16(entry + length, true), entry + ENTRY);
  }
  return false;
}
