import { describe, expect, it } from 'vitest';
import { narrowBytes, narrowText } from '../../src/model/bytes.js';

describe('bytes as a text', () => {
  it('are one character each, in browsers too, where Latin-1 means windows-1252', () => {
    const all = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
    const text = narrowText(all);
    expect([text.length, text.charCodeAt(0x89)]).toEqual([20_000, 0x89]);
    expect(narrowBytes(text)).toEqual(all);
  });
});
