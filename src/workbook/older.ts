import type { CellObject, WorkBook, WorkSheet, XLSX$Utils } from '@e965/xlsx';
import { includesBytes, wideBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import { failed, type Result } from '../model/result.js';
import type { DrawnObjects } from './older-drawn.js';
import type { CellFills } from './older-fills.js';
import type { StruckCells } from './older-struck.js';

// Workbooks of other forms, as .xlsx: what reads those reads these, too.

/** The names of streams in an OLE container, which are UTF-16: what Excel 97, WPS and Excel 95 call a workbook. */
const WORKBOOK_STREAMS = ['Workbook', 'Book'].map((name) => wideBytes(`${name}\0`));
/** The stream of an OLE container that holds what is encrypted as a whole ([MS-OFFCRYPTO] 2.3.4), in UTF-16. */
const ENCRYPTED = wideBytes('EncryptedPackage');

/** Whether an OLE container holds a workbook or document that is encrypted. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return includesBytes(bytes, ENCRYPTED);
}

/** Reading takes some fifty times the size of the file in memory; no notice is so large. */
const LARGEST_OLDER_MB = 16;

/** Whether an OLE container is a workbook (.xls, .et), and not a document that holds one. */
export async function isOlder(bytes: Uint8Array): Promise<boolean> {
  if (!WORKBOOK_STREAMS.some((stream) => includesBytes(bytes, stream)) || isEncrypted(bytes)) return false;
  try {
    const { CFB } = await import('@e965/xlsx');
    const { FullPaths } = CFB.read(bytes, { type: 'buffer' });
    return FullPaths.some((path: string) => /^[^/]*\/(?:Workbook|Book)$/i.test(path));
  } catch {
    return false;
  }
}

/** What an OpenDocument file says that it is. */
const SPREADSHEET = /^application\/vnd\.oasis\.opendocument\.spreadsheet/;

/**
 * Whether a zip file is a workbook of another form than .xlsx.
 *
 * @param names the names of its parts
 * @param mimetype what its part `mimetype` says
 */
export function isOtherWorkbook(names: ReadonlySet<string>, mimetype: string): boolean {
  return names.has('xl/workbook.bin') || SPREADSHEET.test(mimetype);
}

/**
 * A workbook as .xlsx, with its cells, merged cells, formats, hidden rows and columns, and comments where they stand.
 *
 * @param bytes a workbook in the form of Excel 97 (.xls, and .et of WPS), of Excel's binary form (.xlsb) or OpenDocument
 *   (.ods)
 * @returns its bytes, or `file-encrypted`, `file-broken`, `file-too-large`
 */
export async function asXlsx(bytes: Uint8Array, name: string): Promise<Result<Uint8Array>> {
  if (bytes.length > LARGEST_OLDER_MB * 2 ** 20)
    return failed(diagnose('file-too-large', { megabytes: LARGEST_OLDER_MB }, name));
  const { CFB, read, set_cptable, utils, write } = await import('@e965/xlsx');
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const { hideAsOpenDocument, isEncryptedDocument, openDocumentParts, withoutZerosIn, withViews } =
    await import('./older-looks.js');
  if (isEncryptedDocument(bytes)) return failed(diagnose('file-encrypted', undefined, name));
  const { drawnInExcel97, drawnInOpenDocument, withDrawn } = await import('./older-drawn.js');
  const { fillsInExcel97, fillsInOpenDocument, withFills } = await import('./older-fills.js');
  const { withEmptyRows, withoutEmptyRows } = await import('./older-rows.js');
  const { struckInExcel97, withStruck } = await import('./older-struck.js');
  const { struckInOpenDocument } = await import('./open-document-struck.js');
  try {
    const workbook = quietly(() =>
      read(bytes, { type: 'buffer', cellStyles: true, cellNF: true, cellHTML: false }),
    );
    const withoutZeros = new Set<number>();
    let struck: ReadonlyMap<number, StruckCells> = new Map();
    let drawn: DrawnObjects = new Map();
    let fills: CellFills = new Map();
    const [first] = bytes;
    if (first === OLE) {
      const found = CFB.find(CFB.read(bytes, { type: 'buffer' }), '/Workbook')?.content;
      const stream = Uint8Array.from(found ?? []);
      for (const sheet of withoutZerosIn(stream)) withoutZeros.add(sheet);
      struck = struckInExcel97(stream);
      drawn = drawnInExcel97(stream);
      fills = fillsInExcel97(stream);
    } else if (workbook.bookType !== 'xlsb') {
      const document = openDocumentParts(bytes);
      const all = hideAsOpenDocument(workbook, document) ? workbook.SheetNames.keys() : [];
      for (const sheet of all) withoutZeros.add(sheet);
      struck = struckInOpenDocument(document.styles + document.content);
      drawn = drawnInOpenDocument(document.content);
      fills = fillsInOpenDocument(document.styles + document.content);
    }
    for (const sheet of Object.values(workbook.Sheets)) {
      withCleanComments(sheet);
      withNotedCells(sheet, utils);
    }
    const closedUp = withoutEmptyRows(workbook, utils);
    const packed = write(closedUp.workbook, { type: 'buffer', bookType: 'xlsx', cellStyles: true });
    const written = withEmptyRows(new Uint8Array(packed), closedUp.kept);
    const textOf = (sheet: number, at: string) => shownIn(workbook, sheet, at);
    const shown = withStruck(withViews(written, withoutZeros), struck, textOf);
    const value = withDrawn(withFills(shown, fills), drawn);
    return { value, diagnostics: [] };
  } catch (error) {
    const isEncrypted = /password|encrypt/i.test(error instanceof Error ? error.message : '');
    return failed(diagnose(isEncrypted ? 'file-encrypted' : 'file-broken', undefined, name));
  }
}

/** What a cell shows. */
function shownIn({ SheetNames, Sheets }: WorkBook, sheet: number, at: string): string {
  const cell = Sheets[SheetNames[sheet] ?? '']?.[at] as CellObject | undefined;
  return cell?.t === 's' ? String(cell.v ?? '') : (cell?.w ?? String(cell?.v ?? ''));
}

/** The first byte of an OLE container. */
const OLE = 0xd0;

/** Behind the text of a comment in .xls the library leaves bytes of its formats, the first of which is 0. */
function withCleanComments(sheet: WorkSheet): void {
  for (const cell of Object.values(sheet) as readonly Partial<CellObject>[])
    for (const comment of cell?.c ?? []) comment.t = comment.t?.split('\0', 1)[0] ?? '';
}

/** Cells that hold nothing but a comment: the library leaves them out of a worksheet's range, and what is out of it unwritten. */
function withNotedCells(sheet: WorkSheet, { decode_cell, decode_range, encode_range }: XLSX$Utils): void {
  const noted = Object.keys(sheet).filter((at) => !at.startsWith('!') && (sheet[at] as CellObject).c);
  if (noted.length === 0) return;
  const range = decode_range(sheet['!ref'] ?? noted[0] ?? 'A1');
  for (const { r, c } of noted.map((at) => decode_cell(at))) {
    range.s = { r: Math.min(range.s.r, r), c: Math.min(range.s.c, c) };
    range.e = { r: Math.max(range.e.r, r), c: Math.max(range.e.c, c) };
  }
  sheet['!ref'] = encode_range(range);
}

/** The library tells the terminal of formats that it does not know; nobody who gave a file in can do anything about it. */
function quietly<T>(work: () => T): T {
  const { error } = console;
  console.error = () => {};
  try {
    return work();
  } finally {
    console.error = error;
  }
}
