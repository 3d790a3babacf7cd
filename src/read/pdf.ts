import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import { MOST_PAGES, MOST_PLACED } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';
import { CODE_TABLES, CodeTables } from './pdf/code-tables.js';
import { PageReader } from './pdf/page.js';
import { loadPdfjs, type PdfDocument, type Pdfjs } from './pdf/pdfjs.js';
import { runProgram } from './pdf/steps.js';
import { documentOfPages, type PageRead } from './positions/document.js';
import { combined, type Matrix, matrixOf } from './positions/matrix.js';
import { turnOf } from './positions/not-level.js';

/**
 * Reads a PDF file (ISO 32000) by where its characters and rules are printed. Pages that are pictures are told and not
 * read, also where text recognition has put words behind them.
 *
 * @returns the Document, or `file-encrypted`, `file-broken`, `pages-too-many`, `elements-too-many`, `pages-scanned`,
 *   `font-unreadable`, `file-empty`
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const { value, diagnostics } = await readPdfPages(bytes, name);
  if (!value) return failed(...diagnostics);
  const read = documentOfPages(value, name);
  return { ...read, diagnostics: [...diagnostics, ...read.diagnostics] };
}

/**
 * The pages of a PDF file.
 *
 * @returns them, or `file-encrypted`, `file-broken`, `pages-too-many`, `elements-too-many`
 */
export async function readPdfPages(bytes: Uint8Array, name: string): Promise<Result<PageRead[]>> {
  const pdfjs = await loadPdfjs();
  const task = opening(pdfjs, bytes);
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return failed(diagnose('pages-too-many', { most: MOST_PAGES }, name));
    return await pagesOf(pdfjs, document, name);
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    return failed(diagnose(isEncrypted ? 'file-encrypted' : 'file-broken', undefined, name));
  } finally {
    await task.destroy();
  }
}

/** Who made a PDF file, as its properties say (14.3.3 and 14.3.2); nobody where it cannot be opened. */
export async function pdfMakers(bytes: Uint8Array): Promise<readonly string[]> {
  const task = opening(await loadPdfjs(), bytes);
  try {
    const { info, metadata } = await (await task.promise).getMetadata();
    return [(info as { Author?: unknown }).Author, metadata?.get('dc:creator')].flat().map(String);
  } catch {
    return [];
  } finally {
    await task.destroy();
  }
}

function opening(pdfjs: Pdfjs, bytes: Uint8Array) {
  return pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    maxImageSize: 0,
    BinaryDataFactory: CodeTables,
    cMapUrl: CODE_TABLES,
    fontExtraProperties: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
  });
}

async function pagesOf(pdfjs: Pdfjs, document: PdfDocument, name: string): Promise<Result<PageRead[]>> {
  const layers = await document.getOptionalContentConfig();
  const read: PageRead[] = [];
  const attached = Object.values(((await document.getAttachments()) as Attached | null) ?? {}).map(nameOf);
  let placed = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const notes = await page.getAnnotations();
    const fields = notes.filter(({ subtype }) => subtype === 'Widget');
    attached.push(
      ...notes.flatMap(({ subtype, file }) => (subtype === 'FileAttachment' ? nameOf(file) : [])),
    );
    const ids = new Set(fields.map(({ id }) => String(id)));
    const operators = await page.getOperatorList();
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const readWith = (base: Matrix, size: { readonly width: number; readonly height: number }) => {
      const reader = new PageReader(pdfjs, page, base, (group) => layers.isVisible(group), ids);
      runProgram(pdfjs, reader, operators);
      return reader.read({ number, ...size });
    };
    const upright = readWith(matrixOf(transform), { width, height });
    const turn = turnOf(upright.page);
    read.push(
      turn ? readWith(combined(matrixOf(transform), turn), { width: height, height: width }) : upright,
    );
    page.cleanup();
    placed += upright.page.glyphs.length + upright.page.rules.length;
    if (placed > MOST_PLACED) return failed(diagnose('elements-too-many', { most: MOST_PLACED }, name));
  }
  const files = Array.from(new Set(attached));
  return { value: read, diagnostics: files.length > 0 ? [diagnose('file-attached', { files }, name)] : [] };
}

/** Files in the file, by their names (7.11.4); none where there are none. */
type Attached = Readonly<Record<string, { readonly filename?: string }>>;

function nameOf({ filename = '' }: { readonly filename?: string }): string {
  return filename;
}
