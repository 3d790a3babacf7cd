import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

// SHA-256 as a function that answers at once, which browsers have not. Node has one, which is many times as fast.

interface Crypto {
  hash(name: 'sha256', content: string | Uint8Array, form: 'buffer'): Uint8Array;
}
interface Node {
  readonly getBuiltinModule?: (id: 'node:crypto') => Crypto | undefined;
}

const crypto = (globalThis as { readonly process?: Node }).process?.getBuiltinModule?.('node:crypto');

/** The SHA-256 of bytes, or of a text in UTF-8. */
export function digestOf(content: string | Uint8Array): Uint8Array {
  return crypto ? crypto.hash('sha256', content, 'buffer') : digestAnywhere(content);
}

/** The same where there is nothing but the language. */
export function digestAnywhere(content: string | Uint8Array): Uint8Array {
  return sha256(bytesOf(content));
}

/** The same as it is written down: 64 hexadecimal digits. */
export function sha256Of(content: string | Uint8Array): string {
  return bytesToHex(digestOf(content));
}

/** What a file of this content holds: text is UTF-8. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
