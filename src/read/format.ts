import { narrowText } from '../model/bytes.js';

/** The forms in which a notice comes, told from the content, whatever the file is called. */
export type Format =
  | 'zip'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'mhtml'
  | 'mail'
  | 'flat'
  | 'word-xml'
  | 'uof'
  | 'html'
  | 'xml'
  | 'text';

/** First bytes of files that are not text. */
const MAGIC: readonly (readonly [Format, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** How text that is markup begins; the first that matches counts. */
const BEGINNINGS: readonly (readonly [Format, RegExp])[] = [
  ['mhtml', /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*multipart\/related/i],
  // A message as mail programs save it (RFC 5322, 3.6).
  ['mail', /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?(?:message-id|received|return-path|mime-version):/i],
  // OpenDocument as XML as a whole; a workbook of Excel 2003, as systems export it under the name .xls.
  [
    'flat',
    /^\s*(?:<\?[^>]*>\s*)*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:office:document|(?:ss:)?Workbook)[\s>]/i,
  ],
  // Word 2003, and Word 2007 as XML as a whole.
  ['word-xml', /^\s*(?:<\?[^>]*>\s*)*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:w:wordDocument|pkg:package)[\s>]/i],
  // The format of Chinese office programs before OFD (GB/T 20916—2007).
  ['uof', /^\s*(?:<\?[^>]*>\s*)*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:[^\s<>:]{1,20}:)?UOF[\s>]/],
  [
    'html',
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|link|base|style|script|title|main|article|section|center|form|div|table|p|h[1-6]|ul|ol|dl|span|font)\b/i,
  ],
  // Any other: its tags are no words of a notice.
  ['xml', /^\s*<\?xml\s[^>]{0,200}\?>/],
];

/** How a PDF file begins behind what a program that sent it put before it; readers look so far (ISO 32000-1, annex H, 3.4.1). */
const PDF_WITHIN = /%PDF-\d\.\d/;
const PDF_HEAD = 1024;

export function formatOf(bytes: Uint8Array): Format {
  const magic = MAGIC.find(([, first]) => first.every((byte, i) => bytes[i] === byte));
  if (magic) return magic[0];
  if (PDF_WITHIN.test(narrowText(bytes.subarray(0, PDF_HEAD)))) return 'pdf';
  // Markup is ASCII in every encoding but UTF-16, whose zero bytes are dropped here.
  const head = narrowText(bytes.subarray(0, 2048).filter((byte) => byte !== 0));
  const plain = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  return BEGINNINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'text';
}
