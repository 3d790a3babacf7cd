import { CFB } from '@e965/xlsx';

const TEXT_AT = 2048;

/**
 * A Word 97 file with just this text, which may have its control characters (MS-DOC 2.4.1).
 *
 * @param change what is done to the beginning of the file
 */
export function doc(text: string, change: (main: DataView) => void = () => {}): Uint8Array {
  const main = new DataView(new ArrayBuffer(TEXT_AT + 2 * text.length));
  main.setUint16(0, 0xa5ec, true);
  main.setUint16(0x0a, 0x0200, true);
  main.setUint32(0x4c, text.length, true);
  for (let i = 0; i < text.length; i++) main.setUint16(TEXT_AT + 2 * i, text.charCodeAt(i), true);
  // One piece: the whole text.
  const table = new DataView(new ArrayBuffer(64));
  table.setUint8(0, 2);
  table.setUint32(1, 16, true);
  table.setUint32(9, text.length, true);
  table.setUint32(15, TEXT_AT, true);
  main.setUint32(0x1a6, 21, true);
  change(main);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/WordDocument', new Uint8Array(main.buffer));
  CFB.utils.cfb_add(container, '/1Table', new Uint8Array(table.buffer));
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as ArrayLike<number>);
}
