import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileNames } from '../../src/index.js';

const safe = (name: string) => safeFileNames([name])[0] as string;

describe('a file name', () => {
  it.each([
    ['区应急管理局', '区应急管理局'],
    ['各乡镇（街道）', '各乡镇（街道）'],
  ])('keeps %s as it is', (wanted, expected) => {
    expect(safe(wanted)).toBe(expected);
  });

  it.each([
    '../../etc/passwd',
    '/',
    '..',
    '.',
    '',
    'CON',
    'nul',
    'com1',
    'a\0b',
    '\u202Ecod.exe',
    'a\u200Bb',
    'x'.repeat(300),
    '区'.repeat(300),
    ' ',
    '-',
    'a\\b',
    'a:b',
    'a\nb',
  ])('makes %j harmless', (wanted) => {
    const name = safe(wanted);
    expect(name).not.toBe('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(name).not.toMatch(/[/\\:*?"<>|\u0000-\u001F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/);
    expect(name).not.toMatch(/^\.*$|^(con|prn|aux|nul|com\d|lpt\d)$|[. ]$/i);
    expect(Buffer.byteLength(`${name}.xlsx`)).toBeLessThanOrEqual(255);
  });

  it('is never that of another unit, even where letter case does not count', () => {
    return fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 12 }), (wanted) => {
        const names = safeFileNames(wanted).map((name) => name.toLowerCase());
        expect(new Set(names).size).toBe(wanted.length);
      }),
    );
  });
});
