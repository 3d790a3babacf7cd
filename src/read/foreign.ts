import { narrowText } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** What stands at a place of a file's beginning, its bytes as characters. */
type FileMark = readonly [offset: number, bytes: string];

/** How files begin that are no text: who meets one is told what it is. */
const FOREIGN: readonly (readonly ['file-archive' | 'file-picture', format: string, ...FileMark[]])[] = [
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
];

const HEAD = 300;

/** Why a file is not read that is an archive or a picture, told from its content; nothing of any other. */
export function foreignIn(bytes: Uint8Array, name: string): Diagnostic | undefined {
  const head = narrowText(bytes.subarray(0, HEAD));
  const found = FOREIGN.find(([, , ...marks]) =>
    marks.every(([offset, said]) => head.startsWith(said, offset)),
  );
  return found && diagnose(found[0], { format: found[1] }, name);
}
