// What the program wrote is no notice, in whatever form and under whatever name it comes back.
import { describe, expect, it } from 'vitest';
import {
  bookToHtml,
  checkBook,
  compareBooks,
  findingsToMarkdown,
  overviewToXlsx,
  papersOf,
  paperToFile,
  parseNotice,
  registryDraft,
  registryTemplate,
  registryToXlsx,
  revisionToJson,
  revisionToMarkdown,
  revisionToXlsx,
  rollUp,
  rollUpToCsv,
  rollUpToJson,
  rollUpToXlsx,
  sheetFor,
  sheetToCsv,
  sheetToDocx,
  sheetToJson,
  sheetToXlsx,
  taskBookToJson,
  unresolved,
} from '../../src/index.js';
import { SMALL_NOTICE } from '../support/program.js';
import { seedBook } from '../support/seed.js';

const text = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
const codes = async (content: string | Uint8Array, name: string) => {
  const { value, diagnostics } = await parseNotice(text(content), { name });
  return value ? 'read' : diagnostics.map((each) => [each.code, (each.args as { kind?: string }).kind]);
};

describe('what the program wrote', async () => {
  const book = await seedBook();
  const sheet = sheetFor(book, '区水利局');
  const revision = compareBooks(book, book);
  const rolled = rollUp(book, [], '2025-08-01');
  const made: Record<
    string,
    readonly [kind: string, () => Promise<string | Uint8Array> | string | Uint8Array]
  > = {
    '清单.xlsx': ['sheet', () => sheetToXlsx(sheet)],
    '清单.csv': ['sheet', () => sheetToCsv(sheet)],
    '清单.json': ['sheet', () => sheetToJson(sheet)],
    '分解表.docx': ['other', () => sheetToDocx(sheet)],
    '总台账.xlsx': ['other', () => overviewToXlsx(book)],
    '名录.xlsx': ['registry', () => registryToXlsx(registryDraft(book))],
    'units.yaml': ['registry', () => registryTemplate(unresolved(book))],
    'tasks.json': ['book', () => taskBookToJson(book)],
    'report.html': ['other', () => bookToHtml(book)],
    '修订对照.xlsx': ['other', () => revisionToXlsx(revision)],
    'CHANGES.md': ['other', () => revisionToMarkdown(revision)],
    '修订对照.json': ['other', () => revisionToJson(revision)],
    '发文前检查.md': ['other', () => findingsToMarkdown(checkBook(book))],
    '汇总.xlsx': ['other', () => rollUpToXlsx(rolled)],
    '汇总.csv': ['other', () => rollUpToCsv(rolled)],
    '汇总.json': ['other', () => rollUpToJson(rolled)],
    '通报.docx': ['other', async () => paperToFile(papersOf(rolled, '')[0] as never, rolled)],
  };

  it.each(Object.entries(made))('%s is no notice, whatever it is called', async (_, [kind, make]) => {
    expect(await codes(await make(), '通知')).toEqual([['file-own', kind]]);
  });

  it('a page is known after a browser has saved it, and one of a former version', async () => {
    const page = await bookToHtml(book);
    const saved = page.replace(
      /<!doctype html>\n<html[^>]*>\n<head>/,
      '<!-- saved from url=(0014)about:internet -->\n<html lang="zh-CN"><head>',
    );
    expect(await codes(saved, '网页.html')).toEqual([['file-own', 'other']]);
    const former = page.replace('<meta name="generator" content="wulong-tasks"/>', '');
    expect(former).not.toBe(page);
    expect(await codes(former, '网页.html')).toEqual([['file-own', 'other']]);
  });

  it('a table that another program saved from CSV is known by its columns', async () => {
    const csv = sheetToCsv(sheet)
      .replace(/^\uFEFF/, '')
      .replaceAll(',', '\t');
    expect(await codes(csv, '清单.txt')).toEqual([['file-own', 'sheet']]);
  });

  it('is told apart from a notice that speaks of the program', async () => {
    expect(
      await codes(SMALL_NOTICE.replace('办好乙事', '办好乙事，用 wulong-tasks 出任务清单'), '通知.txt'),
    ).toBe('read');
  });
});
