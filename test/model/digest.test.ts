// A digest is the same wherever it is made: files that one program wrote are read by another.
import { describe, expect, it } from 'vitest';
import { digestAnywhere, digestOf, sha256Of } from '../../src/model/digest.js';

describe('a digest', () => {
  it.each(['', 'abc', '区水利局', '😀 half \ud83d', '长'.repeat(100_000)])(
    'is the same in Node and without it',
    (text) => {
      expect(Array.from(digestOf(text))).toEqual(Array.from(digestAnywhere(text)));
    },
  );

  it('is that of the standard', () => {
    expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
