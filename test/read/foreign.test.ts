// Archives, pictures and files of other programs that come where a notice, a sheet or a registry is wanted: told from
// their content.
import { describe, expect, it } from 'vitest';
import { parseNotice, readReturned, registryFromFile } from '../../src/index.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

/** Beginnings as the programs that make such files write them. */
const FILES: readonly (readonly [code: string, format: string, Buffer])[] = [
  ['file-archive', 'RAR', bytes('Rar!\x1a\x07\x00\xcf\x90\x73\0\0\x0d')],
  ['file-archive', 'RAR', bytes('Rar!\x1a\x07\x01\x00\x33\x92\xb5\xe5')],
  ['file-archive', '7z', bytes('7z\xbc\xaf\x27\x1c\0\x04\x5b\x19')],
  ['file-archive', 'gzip', bytes('\x1f\x8b\x08\0\0\0\0\0\0\x03')],
  ['file-archive', 'tar', bytes(`${'a.txt'.padEnd(257, '\0')}ustar\x0000`)],
  ['file-picture', 'PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR')],
  ['file-picture', 'JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0\x01')],
  ['file-picture', 'JPEG', bytes('\xff\xd8\xff\xe1\x2c\x18Exif\0\0')],
  ['file-picture', 'GIF', bytes('GIF89a\x01\0\x01\0')],
  ['file-picture', 'BMP', bytes('BM\x36\x0c\0\0\0\0\0\0\x36\0\0\0')],
  ['file-picture', 'TIFF', bytes('II*\0\x08\0\0\0')],
  ['file-picture', 'WebP', bytes('RIFF\x24\x08\0\0WEBPVP8 ')],
  ['file-picture', 'HEIC', bytes('\0\0\0\x18ftypheic\0\0\0\0')],
  ['file-shortcut', '.lnk', bytes('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F')],
  ['file-shortcut', '.url', bytes('[InternetShortcut]\r\nURL=http://www.example.gov.cn/tongzhi.html\r\n')],
  ['format-unsupported', 'CEB', bytes('Founder CEB\0\x03\0\0\0')],
  ['format-unsupported', 'CEB', bytes('Founder CEB 2.99D\0\x04\0')],
  ['format-unsupported', 'CAJ', bytes('CAJ\0\x90\x01\0\0')],
  ['format-unsupported', 'CAJ', bytes('HN\0\0\x90\x01\0\0')],
  ['format-unsupported', 'PostScript', bytes('%!PS-Adobe-3.0\n%%Title: a\n')],
];

describe('a file that is no text', () => {
  it.each(FILES)('is told: %s, %s', async (code, format, file) => {
    const told = [expect.objectContaining({ code, args: { format } })];
    expect((await parseNotice(file, { name: '通知.txt' })).diagnostics).toEqual(told);
    expect((await registryFromFile(file, '名录.xlsx')).diagnostics).toEqual(told);
    const { collected, unread } = await readReturned(file, '县水利局.xlsx');
    // Whoever sent a picture of a sheet is told so in other words than who reads a notice.
    const ofReturn =
      code === 'file-picture'
        ? [expect.objectContaining({ code: 'return-form', args: { form: `图片（${format}）` } })]
        : told;
    expect([collected, unread]).toEqual([[], [{ file: '县水利局.xlsx', problems: ofReturn }]]);
  });

  it('is empty where nothing is in it', async () => {
    const { unread } = await readReturned(bytes(''), '县水利局.xlsx');
    expect(unread.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['return-empty']]);
  });

  it.each([
    'BM公司',
    'GIF89：',
    'Rar!',
    '7z',
    'II*',
    'MM',
    'RIFF与WEBP',
    'HN公司',
    'CAJ',
    'Founder 公司',
    'L市',
  ])('is not meant where a text begins alike: %s', async (beginning) => {
    const { diagnostics } = await parseNotice(Buffer.from(`${beginning}的通知\n各单位：\n请办好。\n`));
    const told = diagnostics.map(({ code }) => code);
    for (const code of ['file-archive', 'file-picture', 'file-shortcut', 'format-unsupported'])
      expect(told).not.toContain(code);
  });
});
