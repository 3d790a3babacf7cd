// What comes out of the printer: columns, size of the text, pages. Measured in the PDF that LibreOffice makes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewToXlsx, sheetFor, sheetToXlsx, tally } from '../../src/index.js';
import { sheetWorkbook } from '../../src/write/index.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();
const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many columns of its own measure a page of A4 has room for at 9 points: 277 mm at 7 pixels of 96 an inch. */
const ROOM = { landscape: (149.4 * 10.5) / 9, portrait: (102.4 * 10.5) / 9 };

/** How wide what is printed is, and how many columns. */
function printed(sheet: Excel.Worksheet): { columns: number; width: number; isLandscape: boolean } {
  const last = /:([A-Z]+)/.exec(sheet.pageSetup.printArea ?? '')?.[1];
  const columns = last === undefined ? sheet.columnCount : Number(sheet.getColumn(last).number);
  const widths = Array.from({ length: columns }, (_, i) => sheet.getColumn(i + 1).width ?? 0);
  return {
    columns,
    width: widths.reduce((sum, width) => sum + width, 0),
    isLandscape: sheet.pageSetup.orientation === 'landscape',
  };
}

describe('every sheet of the seed', () => {
  it('prints ten columns at most, no wider than 9 points allow', async () => {
    for (const { name } of tally(book)) {
      // As it is before it is written: what a reader makes of it is tried with those that are printed.
      const { workbook } = await sheetWorkbook(sheetFor(book, name), []);
      for (const sheet of workbook.worksheets) {
        const { columns, width, isLandscape } = printed(sheet);
        expect(columns).toBeLessThanOrEqual(10);
        expect(width).toBeLessThanOrEqual(isLandscape ? ROOM.landscape : ROOM.portrait);
      }
    }
  });
});

const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function isThere(program: string, flag: string): boolean {
  try {
    run(program, [flag]);
    return true;
  } catch {
    return false;
  }
}

/** Prints all of them at once: starting LibreOffice takes longer than printing. */
async function print(): Promise<void> {
  const units = ['区水利局', '白马镇', '区应急管理局'];
  for (const unit of units)
    writeFileSync(join(folder, `${unit}.xlsx`), await sheetToXlsx(sheetFor(book, unit)));
  writeFileSync(join(folder, '总台账.xlsx'), await overviewToXlsx(book));
  run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...[...units, '总台账'].map((name) => join(folder, `${name}.xlsx`)),
  ]);
}

/** Each page's texts, and the size of the smallest Han characters on it. */
function pagesOf(name: string): { text: string; smallest: number }[] {
  const boxes = run('pdftotext', ['-bbox', join(folder, `${name}.pdf`), '-']);
  return boxes
    .split('<page ')
    .slice(1)
    .map((page) => {
      const words = Array.from(
        page.matchAll(/<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)/g),
        ([, from, to, text = '']) => ({ text, size: (Number(to) - Number(from)) / text.length }),
      );
      const han = words.filter(({ text }) => /^[\u4e00-\u9fff]{2,}$/.test(text));
      return {
        text: words.map(({ text }) => text).join(' '),
        smallest: Math.min(...han.map(({ size }) => size)),
      };
    });
}

describe.skipIf(!isThere('soffice', '--version') || !isThere('pdftotext', '-v'))('on paper', () => {
  beforeAll(print);

  it('the nine tasks of 区水利局 fill two pages behind a cover of one, and all is 9 points or more', () => {
    const pages = pagesOf('区水利局');
    for (const { smallest } of pages) expect(smallest).toBeGreaterThanOrEqual(9);
    const asked = pages.findIndex(({ text }) => text.includes('区水利局待确认'));
    expect(asked).toBe(3);
    // Each task on one page, and nothing of the machine columns on any.
    const tasks = pages
      .slice(1, asked)
      .map(({ text }) => text)
      .join(' ');
    for (const ref of ['三-16', '四-11', '五-11', '五-12', '三-2', '四-7', '四-8', '四-13', '四-36'])
      expect(tasks.split(' ')).toContain(ref);
    expect(tasks).not.toMatch(/T[0-9A-Z]{7}|notice\.txt/);
    // What is asked says in which role the unit may be meant.
    const last = pages.findIndex(({ text }) => text.includes('对应的正文'));
    expect(last - asked).toBeLessThanOrEqual(3);
    const questions = pages
      .slice(asked, last)
      .map(({ text }) => text)
      .join(' ');
    for (const word of ['可能牵头：', '可能责任：', '牵头：']) expect(questions).toContain(word);
  });

  it.each(['白马镇', '区应急管理局', '总台账'])('%s is 9 points or more', (name) => {
    const pages = pagesOf(name);
    expect(pages).not.toEqual([]);
    for (const { smallest } of pages) expect(smallest).toBeGreaterThanOrEqual(9);
  });
});
