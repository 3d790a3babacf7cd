import type { Document } from '../model/document.js';
import { diagnose } from '../model/messages.js';
import { failed, type Result } from '../model/result.js';
import { decode } from './encoding.js';
import { readText } from './text.js';

/** First bytes of formats that a clerk may hand in and that have no reader yet. */
const OTHER_FORMATS: readonly { format: string; magic: readonly number[] }[] = [
  { format: 'Word/Excel（.docx/.xlsx/.wps）', magic: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'Word 97（.doc/.wps）', magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: 'PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { format: 'RTF', magic: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/**
 * Reads a notice's bytes, whatever its encoding.
 *
 * @param bytes the whole file
 * @param name the file's name without its folder; it stands in every place
 * @returns the Document, or why there is none: `format-unsupported`, `encoding-unknown`,
 *   `file-binary`, `file-empty`
 */
export function readDocument(bytes: Uint8Array, name: string): Result<Document> {
  const other = OTHER_FORMATS.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte));
  if (other) return failed(diagnose('format-unsupported', { format: other.format }, name));
  const text = decode(bytes);
  if (text === undefined) return failed(diagnose('encoding-unknown', undefined, name));
  if (text.includes('\0')) return failed(diagnose('file-binary', undefined, name));
  if (text.trim() === '') return failed(diagnose('file-empty', undefined, name));
  return { value: readText(text, name), diagnostics: [] };
}
