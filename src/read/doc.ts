import { includesBytes, indexOfBytes, wideBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import type { NoiseKind } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { speaksOfLooks } from '../words/looks.js';
import { type DocFile, openContainer, openDoc, type Story } from './doc/file.js';
import { DocWord } from './doc/word.js';
import { documentOf, type Flow } from './flow.js';
import { foreignContainer } from './foreign.js';
import { withoutSite } from './web/saved-site.js';
import { element } from './word/build.js';
import { elementText, hasText } from './word/elements.js';
import { Numbering } from './word/numbering.js';
import { Styles } from './word/styles.js';
import { readWordText, toldOf } from './word/text.js';

/** A stream's name in the directory of an OLE container, which is UTF-16. */
const streamName = wideBytes;

/** How a Word 97 document begins, and one of Word 95 (MS-DOC 2.5.2); and a flag of those that are encrypted. */
const WORD_MARK = 0xa5ec;
const WORD_95_MARK = 0xa5dc;
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;
const MARK_BYTES = Uint8Array.of(0xec, 0xa5);
const SECTOR = 512;

/** Parts of the text that stand beside the document's own. */
const BESIDE: readonly (readonly [NoiseKind, Story])[] = [
  ['page-margin', 'margins'],
  ['footnote', 'footnotes'],
  ['footnote', 'endnotes'],
  ['comment', 'comments'],
];

/**
 * Reads a Word 97 file, which older WPS files are too, as what it is in Word 2007: with its merged cells, the numbers of
 * its lists, what is struck out and hidden. Text boxes come behind all text: the file says elsewhere where they hang.
 *
 * @returns the Document, or `file-mail`, `file-encrypted`, `format-unsupported`, `file-broken`, `file-empty`
 */
export async function readDoc(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  if (includesBytes(bytes, streamName('EncryptedPackage')) || isEncrypted(bytes))
    return failed(diagnose('file-encrypted', undefined, name));
  try {
    const container = openContainer(bytes);
    if (container.streams.has('__properties_version1.0'))
      return failed(diagnose('file-mail', undefined, name));
    if (!container.streams.has('WordDocument')) return failed(foreignContainer(container.streams, name));
    const file = openDoc(container);
    const mark = file.main.getUint16(0, true);
    if (mark === WORD_95_MARK)
      return failed(diagnose('format-unsupported', { format: 'Word 95（.doc）' }, name));
    if (mark !== WORD_MARK) return failed(diagnose('file-broken', undefined, name));
    if ((file.main.getUint16(FLAGS_AT, true) & ENCRYPTED) !== 0)
      return failed(diagnose('file-encrypted', undefined, name));
    return readFile(file, name);
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
}

/** Whether a document begins in a sector of the container and says that it is encrypted. */
function isEncrypted(bytes: Uint8Array): boolean {
  for (let at = indexOfBytes(bytes, MARK_BYTES); at >= 0; at = indexOfBytes(bytes, MARK_BYTES, at + 1)) {
    if (at % SECTOR !== 0 || at + FLAGS_AT + 2 > bytes.length) continue;
    const flags = (bytes[at + FLAGS_AT] ?? 0) | ((bytes[at + FLAGS_AT + 1] ?? 0) << 8);
    return (flags & ENCRYPTED) !== 0;
  }
  return false;
}

function readFile(file: DocFile, name: string): Result<Document> {
  const word = new DocWord(file);
  const boxes = word.blocks('boxes').filter(hasText);
  const hung =
    boxes.length === 0
      ? []
      : [
          element(
            'w:p',
            {},
            element('w:r', {}, element('w:pict', {}, element('w:txbxContent', {}, ...boxes))),
          ),
        ];
  const body = element('w:body', {}, ...word.blocks('body'), ...hung);
  const read = readWordText(body, {
    numbering: new Numbering([word.numbering], new Styles([])),
    styles: new Styles([], speaksOfLooks(elementText(body))),
    chunk: () => [],
  });
  const flow: Flow[] = [
    ...withoutSite(read.flow, true),
    ...BESIDE.flatMap(([noise, story]) =>
      word.lines(story).map((text): Flow => ({ kind: 'noise', noise, text })),
    ),
  ];
  if (!read.flow.some(({ kind }) => kind === 'paragraph' || kind === 'table'))
    return failed(diagnose('file-empty', undefined, name));
  const { value, diagnostics } = documentOf(name, flow);
  return { value, diagnostics: [...toldOf(read, word.isChanged, name), ...diagnostics] };
}
