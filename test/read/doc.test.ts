// word-extractor takes a Word 97 file apart; here it is told what it finds, so that no such file has to be made.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import WordExtractor from 'word-extractor';
import { type Document, readDocument } from '../../src/index.js';
import { short } from '../support/short.js';

const FILE = readFileSync(new URL('../../fixtures/wulong-2025-1/forms/notice.doc', import.meta.url));

beforeAll(() => {
  vi.spyOn(WordExtractor.prototype, 'extract').mockResolvedValue({
    getBody: () => '任务表\n',
    getTextboxes: () => '分工\n序号\t单位\t\n1\t区水利局\t\n注\n',
    getHeaders: () => '',
    getFootnotes: () => '',
    getEndnotes: () => '',
    getAnnotations: () => '',
  } as Awaited<ReturnType<WordExtractor['extract']>>);
});
afterAll(() => vi.restoreAllMocks());

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const codesOf = async (file: Buffer) => {
  const { diagnostics } = await readDocument(file, { name: 'a.doc' });
  return diagnostics.map(({ code, args }) => [code, args]);
};

it('fields without a result are told, and those that show nothing are not', async () => {
  const fields = '\u0013eq \\o\\ac(○,3)\u0015新建\u0013 XE "甲"\u0015\u0013PAGE\u00147\u0015';
  expect(await codesOf(Buffer.concat([FILE, utf16(fields)]))).toEqual([
    ['field-unread', { field: 'eq \\o\\ac(○,3)', near: '' }],
  ]);
});

it('that paragraphs have numbers of their own is told', async () => {
  const file = Buffer.from(FILE);
  const start = file.indexOf(Buffer.from([0xec, 0xa5]));
  file.writeUInt32LE(20, start + 0x2ee);
  expect(await codesOf(Buffer.concat([file, Buffer.from([0x0b, 0x46, 1, 0])]))).toEqual([
    ['numbering-unknown', {}],
  ]);
  expect(await codesOf(Buffer.concat([file, Buffer.from([0x0b, 0x46, 9, 0])]))).toEqual([]);
});

it('a table in a text box of a Word 97 file is a table', async () => {
  const { value } = await readDocument(FILE, { name: 'a.doc' });
  expect(short(value as Document)).toEqual([
    '任务表',
    '分工',
    [
      ['序号', '单位'],
      ['1', '区水利局'],
    ],
    '注',
  ]);
});
