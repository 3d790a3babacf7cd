// A file that came back in a form that nobody can read is told as what it is, with advice for who fills in a sheet, and not for
// who reads a notice.
import { describe, expect, it } from 'vitest';
import { planSheets, prepare, readReturned, sheetFor, tally, unitFinder } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const JPEG = bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', new Array(300).fill(0));

const CASES: readonly (readonly [form: string, bytes: Buffer])[] = [
  ['图片（JPEG）', JPEG],
  ['图片（PNG）', bytesOf([0x89], 'PNG\r\n\x1a\n', new Array(300).fill(1))],
  ['邮件（附件没有打开）', bytesOf('From: a@b.c\nMIME-Version: 1.0\n\ntext\n')],
  ['网页', bytesOf('<html><body>a</body></html>')],
  ['RTF 文件', bytesOf('{\\rtf1 abc}')],
  ['PDF', bytesOf('%PDF-1.4\n')],
  ['旧格式的 Office 文件（不是表格）', bytesOf(OLE, new Array(2048).fill(0))],
  ['认不出是什么的文件', Buffer.from(Array.from({ length: 1024 }, (_, i) => i % 256))],
];

describe('a file that came back', () => {
  it.each(CASES)('is told as %s', async (form, bytes) => {
    const { collected, unread } = await readReturned(bytes, '县水利局.xlsx');
    expect(collected).toEqual([]);
    expect(unread.flatMap(({ problems }) => problems.map(({ code, args }) => [code, args]))).toEqual([
      ['return-form', { form }],
    ]);
  });

  it('and is a picture in the place of a sheet, is told as what lies there', async () => {
    const book = await bookOf(
      taskNotice(['堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局']),
    );
    const folder = new VirtualFolder(new Map([['县水利局.xlsx', JPEG]]));
    const sheets = tally(book).map(({ name }) => sheetFor(book, name));
    const options = { force: false, step: () => undefined, unitOf: unitFinder(book) };
    const { value } = await prepare(folder, planSheets(book, sheets, ['xlsx']), options);
    expect(value?.refused.map(({ code, args }) => [code, args])).toEqual([['sheet-place', { what: '图片' }]]);
  });
});
