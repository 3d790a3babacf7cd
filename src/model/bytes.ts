// What is asked of bytes, in Node and in browsers alike.

/** The first place from which on bytes are as wanted; -1 where there is none. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  const [first] = wanted;
  if (first === undefined) return from;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at + wanted.length > bytes.length) return -1;
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

export function includesBytes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  return indexOfBytes(bytes, wanted) >= 0;
}

export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

/** The bytes of a text whose characters are bytes: ASCII, Latin-1. */
export function narrowBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A text in UTF-16, as Office's containers of streams have it. */
export function wideBytes(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
}

/** Bytes as a text of one character a byte, for patterns of ASCII. */
export function narrowText(bytes: Uint8Array): string {
  // What browsers call Latin-1 is windows-1252, which has other characters for 0x80 to 0x9f.
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join('');
}

/** So many arguments a function may have everywhere. */
const CHUNK = 8192;
