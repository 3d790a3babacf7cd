import { narrowText } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import { LARGEST, LARGEST_MB, LARGEST_TEXT, LARGEST_TEXT_MB } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';
import { decode, hasControls } from './encoding.js';
import { foreignPackage } from './foreign.js';
import { type Format, formatOf } from './format.js';
import { tellOwn, tellOwnPrinted } from './own.js';
import { readText } from './text.js';
import { brokenIn } from './wrapped.js';

export { decode } from './encoding.js';
export { type Drawn, drawnOn } from './excel/drawn.js';
export { formatOf } from './format.js';
export { ownIn } from './own.js';

export interface ReadOptions {
  /** The file's name without its folder; it stands in every place. */
  readonly name: string;
  /** The text's encoding where the user knows it: any label of the Encoding Standard. */
  readonly encoding?: string | undefined;
}

type FormReader = (bytes: Uint8Array, options: ReadOptions) => Promise<Result<Document>>;

/** What an OpenDocument file says that it is where it is a text, also one of several parts, or a template. */
const OPEN_TEXT = /^application\/vnd\.oasis\.opendocument\.text/;

/** The same of a file that is XML as a whole, in its first element. */
const FLAT_TEXT = /office:mimetype\s*=\s*["']application\/vnd\.oasis\.opendocument\.text/;
const HEAD = 16_384;

/** Struck text in a workbook of Excel 2003, which the library does not tell. */
const STRUCK_XML = /ss:StrikeThrough="1"|<(?:html:)?(?:S|Del|Strike)[\s>]/;

const FLAT_WORKBOOK =
  /office:mimetype\s*=\s*["']application\/vnd\.oasis\.opendocument\.spreadsheet|<(?:ss:)?Workbook[\s>]/;

/** What files of programs are called that are no text. */
const NO_TEXT = /\.(?:do[ct][xm]?|wp[st]|o[dt]t|pdf|ofd|xl[st][xmb]?|ett?|ods|pp[ts]x?|dp[st]|rtf|zip)$/i;

/** A reader is loaded when a file needs it. */
const READERS: Readonly<Record<Format, FormReader>> = {
  zip: async (bytes, { name }) => {
    const { mimetypeOf, partNamesIn, WORD_DOCUMENT } = await import('./package.js');
    const { isOtherWorkbook } = await import('../workbook/older.js');
    const names = partNamesIn(bytes, name);
    if (names.value === undefined) return failed(...names.diagnostics);
    if (Array.from(names.value).some((part) => WORD_DOCUMENT.test(part)))
      return (await import('./docx.js')).readDocx(bytes, name);
    if (names.value.has('xl/workbook.xml')) return (await import('./xlsx.js')).readXlsx(bytes, name);
    if (names.value.has('OFD.xml')) return (await import('./ofd.js')).readOfd(bytes, name, names.value);
    const kind = mimetypeOf(bytes, name);
    if (isOtherWorkbook(names.value, kind)) return readOlder(bytes, name);
    if (OPEN_TEXT.test(kind)) return (await import('./odt.js')).readOdt(bytes, name);
    return failed(foreignPackage(names.value, kind, name) ?? diagnose('zip-no-document', undefined, name));
  },
  ole: async (bytes, { name }) => {
    const { isOlder } = await import('../workbook/older.js');
    return (await isOlder(bytes)) ? readOlder(bytes, name) : (await import('./doc.js')).readDoc(bytes, name);
  },
  pdf: async (bytes, { name }) => (await import('./pdf.js')).readPdf(bytes, name),
  rtf: async (_, { name }) => failed(diagnose('format-unsupported', { format: 'RTF' }, name)),
  flat: async (bytes, { name }) => {
    const head = narrowText(bytes.subarray(0, HEAD));
    if (FLAT_TEXT.test(head)) return (await import('./odt.js')).readFlatOdt(bytes, name);
    if (!FLAT_WORKBOOK.test(head))
      return failed(diagnose('format-unsupported', { format: 'OpenDocument' }, name));
    return STRUCK_XML.test(narrowText(bytes))
      ? failed(diagnose('format-unsupported', { format: 'Excel XML' }, name))
      : readOlder(bytes, name);
  },
  'word-xml': async (_, { name }) => failed(diagnose('format-unsupported', { format: 'Word XML' }, name)),
  uof: async (_, { name }) => failed(diagnose('format-unsupported', { format: 'UOF' }, name)),
  xml: async (_, { name }) => failed(diagnose('format-unsupported', { format: 'XML' }, name)),
  mail: async (_, { name }) => failed(diagnose('file-mail', undefined, name)),
  mhtml: async (bytes, { name }) => (await import('./mhtml.js')).readMhtml(bytes, name),
  html: async (bytes, { name, encoding }) => (await import('./html.js')).readHtml(bytes, name, encoding),
  text: async (bytes, { name, encoding }) => {
    const decoded = await decode(bytes, name, { encoding });
    const [ending = ''] = NO_TEXT.exec(name) ?? [];
    const isUnknown = decoded.diagnostics.some(({ code }) => code === 'encoding-unknown');
    const isBinary = decoded.value?.includes('\0') || (isUnknown && hasControls(bytes));
    if (ending !== '' && (isUnknown || isBinary)) return failed(diagnose('file-scrambled', { ending }, name));
    if (isBinary) return failed(diagnose('file-binary', undefined, name));
    if (decoded.value === undefined) return failed(...decoded.diagnostics);
    if (decoded.value.trim() === '') return failed(diagnose('file-empty', undefined, name));
    return readText(decoded.value, name);
  },
};

/** Reads a workbook of another form as what it is in .xlsx. */
async function readOlder(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const { asXlsx } = await import('../workbook/older.js');
  const { value, diagnostics } = await asXlsx(bytes, name);
  return value ? (await import('./xlsx.js')).readXlsx(value, name) : failed(...diagnostics);
}

/** Forms that are text as a whole; pictures may be in the others. */
const TEXTS: ReadonlySet<Format> = new Set(['text', 'html', 'flat', 'word-xml', 'uof', 'xml']);

/** The names of a zip file's parts. */
export async function partNamesIn(bytes: Uint8Array, name: string): Promise<Result<ReadonlySet<string>>> {
  return (await import('./package.js')).partNamesIn(bytes, name);
}

/** What a zip file says that it is, as OpenDocument does. */
export async function mimetypeOf(bytes: Uint8Array, name: string): Promise<string> {
  return (await import('./package.js')).mimetypeOf(bytes, name);
}

/** Whether a zip file asks for a password. */
export async function isLocked(bytes: Uint8Array): Promise<boolean> {
  return (await import('./package.js')).isLocked(bytes);
}

/**
 * Unpacks a zip file, unless it is larger than any Word or Excel file of this kind.
 *
 * @returns the parts by their names, or `file-broken`, `file-too-large`
 */
export async function unzip(bytes: Uint8Array, name: string): Promise<Result<Record<string, Uint8Array>>> {
  return (await import('./package.js')).unzipParts(bytes, name, () => true);
}

/**
 * Compares what was read of a Word file (.docx) with what another program's reader makes of it; loaded only then.
 *
 * @returns what only one of the two has; nothing for other forms, which are not read twice
 */
export async function crossCheck(bytes: Uint8Array, document: Document): Promise<readonly Diagnostic[]> {
  if (formatOf(bytes) !== 'zip') return [];
  const { partNamesIn: parts, WORD_DOCUMENT } = await import('./package.js');
  const names = Array.from(parts(bytes, document.name).value ?? []);
  if (!names.some((part) => WORD_DOCUMENT.test(part))) return [];
  return (await import('./cross-check.js')).crossCheck(bytes, document);
}

/**
 * Reads a notice's bytes, whatever their form and encoding; both are told from the content.
 *
 * @param bytes the whole file
 * @returns the Document, or why there is none
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Result<Document>> {
  if (bytes.length === 0) return failed(diagnose('file-empty', undefined, options.name));
  if (bytes.length > LARGEST)
    return failed(diagnose('file-too-large', { megabytes: LARGEST_MB }, options.name));
  const format = formatOf(bytes);
  if (TEXTS.has(format) && bytes.length > LARGEST_TEXT)
    return failed(diagnose('file-too-large', { megabytes: LARGEST_TEXT_MB }, options.name));
  const own = await tellOwn(bytes, options.name);
  if (own) return failed(own);
  const read = await READERS[format](bytes, options);
  const printed = read.value && tellOwnPrinted(read.value);
  if (printed) return failed(printed);
  // Lines of a text are joined.
  const broken = read.value && format !== 'text' ? brokenIn(read.value) : [];
  return broken.length > 0 ? { ...read, diagnostics: [...read.diagnostics, ...broken] } : read;
}
