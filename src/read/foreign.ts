import { narrowText } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** What stands at a place of a file's beginning, its bytes as characters. */
type FileMark = readonly [offset: number, bytes: string];

/** How files begin that are no text: who meets one is told what it is. */
const FOREIGN: readonly (readonly [
  'file-archive' | 'file-picture' | 'file-shortcut' | 'format-unsupported',
  format: string,
  ...FileMark[],
])[] = [
  ['file-archive', 'RAR', [0, 'Rar!\x1a\x07']],
  ['file-archive', '7z', [0, '7z\xbc\xaf\x27\x1c']],
  ['file-archive', 'gzip', [0, '\x1f\x8b\x08']],
  ['file-archive', 'bzip2', [0, 'BZh'], [4, '1AY&SY']],
  ['file-archive', 'xz', [0, '\xfd7zXZ\0']],
  ['file-archive', 'CAB', [0, 'MSCF\0\0\0\0']],
  ['file-archive', 'tar', [257, 'ustar']],
  ['file-picture', 'PNG', [0, '\x89PNG\r\n\x1a\n']],
  ['file-picture', 'JPEG', [0, '\xff\xd8\xff']],
  ['file-picture', 'GIF', [0, 'GIF87a']],
  ['file-picture', 'GIF', [0, 'GIF89a']],
  ['file-picture', 'BMP', [0, 'BM'], [6, '\0\0\0\0']],
  ['file-picture', 'TIFF', [0, 'II*\0']],
  ['file-picture', 'TIFF', [0, 'MM\0*']],
  ['file-picture', 'WebP', [0, 'RIFF'], [8, 'WEBP']],
  ['file-picture', 'HEIC', [4, 'ftyphei']],
  ['file-picture', 'HEIC', [4, 'ftypmif']],
  // What Windows makes where somebody drags a file or the address of a page to a folder.
  ['file-shortcut', '.lnk', [0, 'L\0\0\0\x01\x14\x02\0']],
  ['file-shortcut', '.url', [0, '[InternetShortcut]']],
  ['format-unsupported', 'CEB', [0, 'Founder CEB']],
  ['format-unsupported', 'CAJ', [0, 'CAJ\0']],
  ['format-unsupported', 'CAJ', [0, 'HN\0\0']],
  ['format-unsupported', 'PostScript', [0, '%!PS-']],
];

const HEAD = 300;

/** What a zip file is by a part that it has, where it is no document that is read. */
const PACKAGES: readonly (readonly [format: string, part: RegExp])[] = [
  ['PPT', /^ppt\/presentation\.xml$/],
  ['Visio', /^visio\/document\.xml$/],
  ['iWork', /^(?:Index\/[\w-]+\.iwa|Index\.zip|index\.(?:xml|apxl)(?:\.gz)?)$/],
  ['XPS', /\.fdseq$/i],
];

/** The same by what it says that it is. */
const MIMETYPES: readonly (readonly [format: string, mimetype: RegExp])[] = [
  ['PPT', /^application\/vnd\.oasis\.opendocument\.presentation/],
  ['OpenDocument', /opendocument/],
  ['EPUB', /^application\/epub\+zip/],
];

/**
 * Why a zip file is not read that is another program's document; nothing of archives.
 *
 * @param names the names of its parts
 * @param mimetype what its part `mimetype` says
 */
export function foreignPackage(
  names: ReadonlySet<string>,
  mimetype: string,
  file: string,
): Diagnostic | undefined {
  const all = Array.from(names);
  const [format] =
    MIMETYPES.find(([, kind]) => kind.test(mimetype)) ??
    PACKAGES.find(([, part]) => all.some((name) => part.test(name))) ??
    [];
  return format === undefined ? undefined : diagnose('format-unsupported', { format }, file);
}

/** What an OLE container is by a stream that it has, where it is no document that is read. */
const STREAMS: readonly (readonly [format: string, stream: string])[] = [
  ['PPT', 'PowerPoint Document'],
  ['Visio', 'VisioDocument'],
];

/** The same of an OLE container; one that nobody knows is of an older program. */
export function foreignContainer(streams: ReadonlySet<string>, file: string): Diagnostic {
  const [format] = STREAMS.find(([, stream]) => streams.has(stream)) ?? ['OLE'];
  return diagnose('format-unsupported', { format }, file);
}

/** Why a file is not read that is an archive, a picture or another program's, told from its content; nothing of any other. */
export function foreignIn(bytes: Uint8Array, name: string): Diagnostic | undefined {
  const head = narrowText(bytes.subarray(0, HEAD));
  const found = FOREIGN.find(([, , ...marks]) =>
    marks.every(([offset, said]) => head.startsWith(said, offset)),
  );
  return found && diagnose(found[0], { format: found[1] }, name);
}
