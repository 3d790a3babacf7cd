import { includesBytes, narrowBytes, narrowText } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import {
  FORMER_PAGE,
  MAKER,
  OWN_HEADERS,
  OWN_PRINTED,
  OWN_TEXTS,
  OWN_WORKSHEETS,
  type OwnFile,
} from '../words/own-files.js';
import { decode } from './encoding.js';
import { type Format, formatOf } from './format.js';

// What this program wrote itself is no notice, whatever it is called and whichever program has saved it since.

/**
 * Who made a file: in OOXML (ECMA-376 part 2, 11.1), and in OpenDocument, where it is first somebody else's. Some programs say
 * the namespace there.
 */
const MAKERS = new RegExp(`<(?:dc:creator|meta:initial-creator)(?: [^<>]*)?>${MAKER}</`);
const PROPERTIES = [/^docProps\/core\.xml$/, /^meta\.xml$/, /^xl\/workbook\.xml$/];

/** Who made a file, in the properties of an OLE container ([MS-OLEPS] 2.5): a text, its length with a zero, its bytes. */
const OLE_MAKER = narrowBytes(`\x1e\0\0\0${String.fromCharCode(MAKER.length + 1)}\0\0\0${MAKER}\0`);

/**
 * Who made a page, as it was written, in one that was saved with what belongs to it, and in one that an Office program
 * saved from a file of the program's.
 */
const PAGE_MAKER = new RegExp(
  `<meta name=(?:3D)?"?(?:generator|author)"? content=(?:3D)?"${MAKER}"|<o:Author>${MAKER}</`,
  'i',
);

/** Who made a text in RTF (1.9.1, information group). */
const RTF_MAKER = new RegExp(`\\{\\\\author ${MAKER}\\}`);

/** As much of a file that is XML as a whole as holds its properties. */
const PROPERTIES_END = 65_536;

/** As much of a text as tells what was printed, without its blanks. */
const PRINTED_HEAD = 3000;

/** What was found: whoever asks which kind a file is, reads it next, and some must be opened to say. */
const known = new WeakMap<Uint8Array, Promise<OwnFile | undefined>>();

/** What a file is that this program wrote; nothing of any other. */
export async function ownIn(bytes: Uint8Array, name: string): Promise<OwnFile | undefined> {
  const found = known.get(bytes) ?? OWN[formatOf(bytes)]?.(bytes, name);
  if (found) known.set(bytes, found);
  return found;
}

/** The same of what was read, where nothing in the file says who made it: of what is printed, it is the words that do. */
export function tellOwnPrinted({ text, name }: Document): Diagnostic | undefined {
  const words = text
    .slice(0, 4 * PRINTED_HEAD)
    .replace(/\s+/g, '')
    .slice(0, PRINTED_HEAD);
  const [kind] = OWN_PRINTED.find(([, printed]) => printed.test(words)) ?? [];
  return kind && diagnose('file-own', { kind }, name);
}

/** The same as what is told of it; nothing of a file that may be a notice. */
export async function tellOwn(bytes: Uint8Array, name: string): Promise<Diagnostic | undefined> {
  const kind = await ownIn(bytes, name);
  return kind && diagnose('file-own', { kind }, name);
}

const OWN: Partial<Record<Format, (bytes: Uint8Array, name: string) => Promise<OwnFile | undefined>>> = {
  zip: async (bytes, name) => {
    const { mimetypeOf, partNamesIn, unpack } = await import('./package.js');
    const { isOtherWorkbook } = await import('../workbook/older.js');
    const parts = Array.from(unpack(bytes, name, PROPERTIES).value?.values() ?? []);
    if (!parts.some((part) => MAKERS.test(part))) return undefined;
    if (isOtherWorkbook(partNamesIn(bytes, name).value ?? new Set(), mimetypeOf(bytes, name)))
      return 'workbook';
    const sheets = parts.flatMap((part) =>
      Array.from(part.matchAll(/<sheet\b[^<>]* name="([^"]*)"/g), ([, own]) => own),
    );
    return sheets.flatMap((own) => OWN_WORKSHEETS[own ?? ''] ?? [])[0] ?? 'other';
  },
  ole: async (bytes) => {
    if (!includesBytes(bytes, OLE_MAKER)) return undefined;
    const { isOlder } = await import('../workbook/older.js');
    return (await isOlder(bytes)) ? 'workbook' : 'other';
  },
  pdf: async (bytes) =>
    (await (await import('./pdf.js')).pdfMakers(bytes)).includes(MAKER) ? 'other' : undefined,
  rtf: async (bytes) => (RTF_MAKER.test(narrowText(bytes)) ? 'other' : undefined),
  flat: async (bytes) => (MAKERS.test(narrowText(bytes.subarray(0, PROPERTIES_END))) ? 'other' : undefined),
  html: pageMaker,
  mhtml: pageMaker,
  text: async (bytes, name) => {
    const { value: text } = await decode(bytes, name);
    if (text === undefined) return undefined;
    const first = text.slice(0, text.search(/[\r\n]|$/));
    const headers = new Set(first.split(/[,;\t]/).map((header) => header.replace(/^"|"$/g, '')));
    return (OWN_TEXTS.find(([, beginning]) => beginning.test(text)) ??
      OWN_HEADERS.find(([, all]) => all.every((header) => headers.has(header))))?.[0];
  },
};

async function pageMaker(bytes: Uint8Array): Promise<OwnFile | undefined> {
  if (PAGE_MAKER.test(narrowText(bytes))) return 'other';
  return FORMER_PAGE.test(new TextDecoder().decode(bytes)) ? 'other' : undefined;
}
