import WordExtractor from 'word-extractor';
import { includesBytes, indexOfBytes, wideBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import type { NoiseKind } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { documentOf, type Flow, type FlowCell } from './flow.js';
import { fieldValue } from './word/fields.js';

/** A stream's name in the directory of an OLE container, which is UTF-16. */
const streamName = wideBytes;

/** How a Word 97 document begins (MS-DOC 2.5.2): its mark, and ten bytes on the flag that it is encrypted. */
const WORD_MARK = Uint8Array.of(0xec, 0xa5);
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;
const SECTOR = 512;

/** Where it says how long its table of lists is, whose entries have 16 bytes (MS-DOC 2.5.6, 2.9.131). */
const LISTS_AT = 0x2ee;
const LIST_BYTES = 16;

/** What says of a paragraph which list it is in (MS-DOC 2.6.2, sprmPIlfo). */
const IN_LIST = Uint8Array.of(0x0b, 0x46);

const FIELD_BEGINS = '\u0013';
const FIELD_ENDS = '\u0015';

/** A field that has no result, which word-extractor leaves out (MS-DOC 2.8.25); pictures are bytes of any kind. */
const FIELD = new RegExp(
  `${FIELD_BEGINS}( *[A-Za-z=][^\\0${FIELD_BEGINS}-${FIELD_ENDS}]{0,400})${FIELD_ENDS}`,
  'g',
);

/**
 * Reads a Word 97 file, which older WPS files are too. What it tells of tables is where cells and rows
 * end; which cells are merged it does not tell.
 *
 * @returns the Document, or `file-encrypted`, `format-unsupported`, `file-broken`, `file-empty`
 */
export async function readDoc(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  if (isEncrypted(bytes)) return failed(diagnose('file-encrypted', undefined, name));
  if (!includesBytes(bytes, streamName('WordDocument'))) {
    const format = includesBytes(bytes, streamName('Workbook')) ? 'Excel 97（.xls）' : 'OLE';
    return failed(diagnose('format-unsupported', { format }, name));
  }
  try {
    // biome-ignore lint/style/noRestrictedGlobals: word-extractor takes nothing else; in browsers the bundle brings one.
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    const options = { filterUnicode: false };
    const beside: readonly (readonly [NoiseKind, string])[] = [
      ['page-margin', document.getHeaders({ ...options, includeFooters: true })],
      ['footnote', document.getFootnotes(options) + document.getEndnotes(options)],
      ['comment', document.getAnnotations(options)],
    ];
    const body = bodyFlow(document.getBody(options));
    if (body.length === 0) return failed(diagnose('file-empty', undefined, name));
    const boxes = document.getTextboxes({ ...options, includeHeadersAndFooters: false });
    const { value, diagnostics } = documentOf(name, [
      ...body,
      ...bodyFlow(boxes),
      ...beside.flatMap(([noise, text]) =>
        lines(text).map((line): Flow => ({ kind: 'noise', noise, text: line })),
      ),
    ]);
    const told = fieldsIn(bytes).map((field) => diagnose('field-unread', { field, near: '' }, name));
    if (hasNumbers(bytes)) told.push(diagnose('numbering-unknown', undefined, name));
    return { value, diagnostics: [...told, ...diagnostics] };
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function isEncrypted(bytes: Uint8Array): boolean {
  if (includesBytes(bytes, streamName('EncryptedPackage'))) return true;
  const at = documentAt(bytes);
  return (
    at !== undefined &&
    at + FLAGS_AT + 2 <= bytes.length &&
    (viewOf(bytes).getUint16(at + FLAGS_AT, true) & ENCRYPTED) !== 0
  );
}

/** Where the document begins in its container. */
function documentAt(bytes: Uint8Array): number | undefined {
  for (let at = indexOfBytes(bytes, WORD_MARK); at >= 0; at = indexOfBytes(bytes, WORD_MARK, at + 1))
    if (at % SECTOR === 0) return at;
  return undefined;
}

/** The instructions of fields that show something for which no result is stored. */
function fieldsIn(bytes: Uint8Array): string[] {
  const instructions = Array.from(
    new TextDecoder('utf-16le').decode(bytes).matchAll(FIELD),
    ([, text = '']) => text.trim(),
  );
  return instructions.filter((text) => {
    const value = fieldValue(text);
    return value.kind !== 'shown' || value.text !== '';
  });
}

/** Whether a paragraph is in a list: what number it has the library does not tell. */
function hasNumbers(bytes: Uint8Array): boolean {
  const start = documentAt(bytes);
  if (start === undefined || start + LISTS_AT + 4 > bytes.length) return false;
  const lists = Math.floor(viewOf(bytes).getUint32(start + LISTS_AT, true) / LIST_BYTES);
  if (lists === 0) return false;
  for (let at = indexOfBytes(bytes, IN_LIST); at >= 0; at = indexOfBytes(bytes, IN_LIST, at + 1)) {
    const list = at + 4 <= bytes.length ? viewOf(bytes).getUint16(at + 2, true) : 0;
    if (list >= 1 && list <= lists) return true;
  }
  return false;
}

/**
 * A cell ends with a tab and a row with one more line break: 1⇥名称⇥目标⇥⏎. Of what stands before a
 * row's first tab only the last line is its first cell.
 */
function bodyFlow(body: string): Flow[] {
  const flow: Flow[] = [];
  let rows: FlowCell[][] = [];
  const closeTable = () => {
    if (rows.length > 0) flow.push({ kind: 'table', rows });
    rows = [];
  };
  for (const part of body.split(/(?<=\t)\n/)) {
    const lead = part.slice(0, part.includes('\t') ? part.indexOf('\t') : undefined);
    const before = part.includes('\t') ? lead.slice(0, lead.lastIndexOf('\n') + 1) : lead;
    for (const text of lines(before)) {
      closeTable();
      flow.push({ kind: 'paragraph', text });
    }
    if (!part.endsWith('\t')) continue;
    const cells = part.slice(before.length, -1).split('\t');
    rows.push(cells.map((text) => ({ text: text.trim(), rowSpan: null, colSpan: null })));
  }
  closeTable();
  return flow;
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
