/** Byte order marks, longest first where one begins another; the Encoding Standard §6. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Tried in this order on bytes without a mark; GB18030 reads GBK and GB2312 as well. */
const UNMARKED = ['utf-8', 'gb18030'] as const;

/**
 * Decodes a text file. A byte order mark decides; without one the first encoding that decodes every
 * byte does.
 *
 * @returns the text without its byte order mark, or `undefined` when no encoding fits.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  for (const encoding of marked ? [marked[1]] : UNMARKED) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding.
    }
  }
  return undefined;
}
