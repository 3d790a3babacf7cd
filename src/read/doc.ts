import WordExtractor from 'word-extractor';
import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import type { NoiseKind } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { documentOf, type Flow, type FlowCell } from './flow.js';

/** A stream's name in the directory of an OLE container, which is UTF-16. */
const streamName = (name: string) => Buffer.from(name, 'utf16le');

/** How a Word 97 document begins (MS-DOC 2.5.2): its mark, and ten bytes on the flag that it is encrypted. */
const WORD_MARK = Buffer.from([0xec, 0xa5]);
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;
const SECTOR = 512;

/**
 * Reads a Word 97 file, which older WPS files are too. What it tells of tables is where cells and rows
 * end; which cells are merged it does not tell.
 *
 * @returns the Document, or `file-encrypted`, `format-unsupported`, `file-broken`, `file-empty`
 */
export async function readDoc(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const buffer = Buffer.from(bytes);
  if (isEncrypted(buffer)) return failed(diagnose('file-encrypted', undefined, name));
  if (!buffer.includes(streamName('WordDocument'))) {
    const format = buffer.includes(streamName('Workbook')) ? 'Excel 97（.xls）' : 'OLE';
    return failed(diagnose('format-unsupported', { format }, name));
  }
  try {
    const document = await new WordExtractor().extract(buffer);
    const options = { filterUnicode: false };
    const beside: readonly (readonly [NoiseKind, string])[] = [
      ['page-margin', document.getHeaders({ ...options, includeFooters: true })],
      ['footnote', document.getFootnotes(options) + document.getEndnotes(options)],
      ['comment', document.getAnnotations(options)],
    ];
    const body = bodyFlow(document.getBody(options));
    if (body.length === 0) return failed(diagnose('file-empty', undefined, name));
    const boxes = document.getTextboxes({ ...options, includeHeadersAndFooters: false });
    return documentOf(name, [
      ...body,
      ...lines(boxes).map((text): Flow => ({ kind: 'paragraph', text })),
      ...beside.flatMap(([noise, text]) =>
        lines(text).map((line): Flow => ({ kind: 'noise', noise, text: line })),
      ),
    ]);
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
}

function isEncrypted(buffer: Buffer): boolean {
  if (buffer.includes(streamName('EncryptedPackage'))) return true;
  for (let at = buffer.indexOf(WORD_MARK); at >= 0; at = buffer.indexOf(WORD_MARK, at + 1)) {
    if (at % SECTOR === 0 && at + FLAGS_AT + 2 <= buffer.length) {
      return (buffer.readUInt16LE(at + FLAGS_AT) & ENCRYPTED) !== 0;
    }
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
