import type { DocFile } from './file.js';

/** A piece of the text, and where it stands in the file (MS-DOC 2.8.35). */
interface TextPiece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /** How many bytes a character has. */
  readonly width: 1 | 2;
}

/** Characters that go into one byte (2.9.73). */
const NARROW = new TextDecoder('windows-1252');

const COMPRESSED = 0x4000_0000;
const PROPERTIES = 1;
const PIECES = 2;

/** All text of a file, and where in the file each of its characters is. */
export interface DocText {
  readonly text: string;
  /** Where a character stands in the file. */
  placeOf(character: number): number;
}

export function docTextOf(file: DocFile): DocText {
  const pieces = piecesOf(file);
  const { main } = file;
  // No two characters stand in one place.
  if (
    pieces.some(({ from, to }) => to < from) ||
    pieces.reduce((sum, { from, to }) => sum + to - from, 0) > main.byteLength
  )
    throw new RangeError('pieces over each other');
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
  const parts = pieces.map(({ from, to, at, width }) => {
    const bytes = new Uint8Array(main.buffer, main.byteOffset + at, (to - from) * width);
    return width === 1 ? NARROW.decode(bytes) : wide.decode(bytes);
  });
  return {
    text: parts.join(''),
    placeOf: (character) => {
      let [low, high] = [0, pieces.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((pieces[middle] as TextPiece).to <= character) low = middle + 1;
        else high = middle;
      }
      const piece = pieces[low];
      return piece && piece.from <= character ? piece.at + (character - piece.from) * piece.width : -1;
    },
  };
}

function piecesOf({ table, part }: DocFile): TextPiece[] {
  const { at: start, length } = part('text');
  let at = start;
  while (at < start + length && table.getUint8(at) === PROPERTIES) at += 3 + table.getUint16(at + 1, true);
  if (table.getUint8(at) !== PIECES) throw new RangeError('no pieces');
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12);
  const first = at + 5;
  return Array.from({ length: count }, (_, i): TextPiece => {
    const place = table.getUint32(first + 4 * (count + 1) + 8 * i + 2, true);
    const isNarrow = (place & COMPRESSED) !== 0;
    const plain = place & ~COMPRESSED & 0x7fff_ffff;
    return {
      from: table.getUint32(first + 4 * i, true),
      to: table.getUint32(first + 4 * (i + 1), true),
      at: isNarrow ? plain >> 1 : plain,
      width: isNarrow ? 1 : 2,
    };
  });
}
