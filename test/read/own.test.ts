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
import { pdf, shown } from '../support/pdf.js';
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

  const notice = '关于印发《要点》的通知　某府发〔2025〕1号　2025-03-05';
  const author = 'wulong-tasks';
  it.each<readonly [what: string, name: string, content: string | Uint8Array]>([
    [
      'PDF, by its author',
      '清单.pdf',
      pdf([shown(notice, 60, 700)], { trailer: `/Info << /Author (${author}) >>` }),
    ],
    [
      'PDF, whose author is written in UTF-16',
      '清单.pdf',
      pdf([shown(notice, 60, 700)], {
        trailer: `/Info << /Author <FEFF${Buffer.from(author, 'utf16le').swap16().toString('hex')}> >>`,
      }),
    ],
    [
      'a page that LibreOffice saved',
      '分解表.html',
      `<!DOCTYPE html>\n<html>\n<head>\n\t<meta name="author" content="${author}">\n</head><body><p>${notice}</p></body></html>`,
    ],
    [
      'a page that Word saved',
      '分解表.htm',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>${author}</o:Author></o:DocumentProperties></xml><![endif]--></head><body><p>${notice}</p></body></html>`,
    ],
    [
      'OpenDocument as one XML file',
      '总台账.fods',
      `<?xml version="1.0" encoding="UTF-8"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:meta><meta:initial-creator>${author}</meta:initial-creator></office:meta></office:document>`,
    ],
    ['RTF', '分解表.rtf', `{\\rtf1{\\info{\\author ${author}}}x}`],
  ])('is known when another program has saved it: %s', async (_, name, content) => {
    expect(await codes(content, name)).toEqual([['file-own', 'other']]);
  });

  it.each([
    [
      'other',
      `区水利局任务分解表\n${notice}\n一、牵头（4 项）\n类别\n任务名称\n目标内容\n频次/时限\n牵头单位\n责任单位\n备注\n重点整治\n`,
    ],
    ['other', `任务总台账\n${notice}　｜　共 121 项：重点 21\n`],
    [
      'sheet',
      `区水利局任务清单\n${notice}\n1. 先看“任务清单”，填黄色的格子：责任人、完成时限。\n4. 可以排序、筛选，填的内容下\n次更新都会带过去。\n`,
    ],
  ])('is known by what it prints, where no property is left: %s', async (kind, printed) => {
    expect(await codes(printed, '打印.txt')).toEqual([['file-own', kind]]);
    const lines = printed.split('\n').map((line, i) => shown(line.replaceAll('\n', ''), 60, 780 - 20 * i));
    expect(await codes(pdf([lines.join('\n')]), '打印.pdf')).toEqual([['file-own', kind]]);
  });

  it('a notice that calls its table as the program does is read', async () => {
    const own = SMALL_NOTICE.replace('办好乙事', '填好任务清单，见县水利局任务分解表');
    expect(await codes(own, '通知.txt')).toBe('read');
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
