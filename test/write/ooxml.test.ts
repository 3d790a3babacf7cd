// What ECMA-376 asks of the parts of a workbook: Excel repairs, or refuses, what is not so.
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  carryOver,
  compareBooks,
  overviewToXlsx,
  readReturnedXlsx,
  revisionToXlsx,
  rollUp,
  rollUpToXlsx,
  sheetFor,
  sheetToDocx,
  sheetToXlsx,
} from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();
const township = sheetFor(book, '白马镇');

/** The children of a worksheet, in the order that the schema has them (18.3.1.99). */
const WORKSHEET =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

const filled = await changed(await sheetToXlsx(township), (workbook) => {
  const { sheet, column } = tasksIn(workbook);
  sheet.getRow(4).getCell(column('责任人')).value = '张三';
  sheet.getRow(5).getCell(column('目标内容')).note = '批注';
  sheet.getRow(99).getCell(column('责任人')).value = '找不到任务';
  workbook.addWorksheet('会议').mergeCells('A1:B2');
});
const { value: returned } = await readReturnedXlsx(filled, '白马镇.xlsx');

const WORKBOOKS: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['a sheet', () => sheetToXlsx(sheetFor(book, '区应急管理局'))],
  ['a sheet without a task', () => sheetToXlsx(sheetFor(book, '没有这个单位'))],
  [
    'a sheet that was carried over',
    () => sheetToXlsx(returned ? carryOver(township, returned.sheet) : township, returned?.own),
  ],
  ['总台账', () => overviewToXlsx(book)],
  ['修订对照', () => revisionToXlsx(compareBooks({ ...book, tasks: book.tasks.slice(3) }, book))],
  [
    '汇总',
    () => rollUpToXlsx(rollUp(book, returned ? [{ sheet: returned.sheet, others: returned.ownTexts }] : [])),
  ],
];

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The relationships of a part by their ids. */
function relationsOf(
  parts: Record<string, Uint8Array>,
  name: string,
): Map<string, { target: string; mode: string }> {
  const xml = text(parts[name.replace(/([^/]+)$/, '_rels/$1.rels')]);
  return new Map(
    [...xml.matchAll(/<Relationship ([^>]*)>/g)].map(([, attributes = '']) => {
      const of = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      return [of('Id'), { target: of('Target'), mode: of('TargetMode') }];
    }),
  );
}

function resolved(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1);
}

describe.each(WORKBOOKS)('%s', (_, make) => {
  it('has the elements of each worksheet in their order, and cells that are there once', async () => {
    const parts = unzipSync(await make());
    const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+$/.test(name));
    expect(sheets.length).toBeGreaterThan(0);
    for (const name of sheets) {
      const xml = text(parts[name]);
      // Without what is inside of its children.
      const flat = [...xml.matchAll(/<(\/?)([A-Za-z]+)[^>]*?(\/?)>/g)].reduce<{
        depth: number;
        names: string[];
      }>(
        ({ depth, names }, [, closing, tag = '', selfClosing]) => ({
          depth: depth + (closing ? -1 : selfClosing ? 0 : 1),
          names: depth === 1 && !closing ? [...names, tag] : names,
        }),
        { depth: 0, names: [] },
      );
      const order = flat.names.map((tag) => WORKSHEET.indexOf(tag));
      expect(order).not.toContain(-1);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, address]) => address);
      expect(new Set(cells).size).toBe(cells.length);
      const merged = [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, range]) => range);
      expect(new Set(merged).size).toBe(merged.length);
    }
  });

  it('has every part that another one speaks of, with a type, and names that Excel takes', async () => {
    const parts = unzipSync(await make());
    const types = text(parts['[Content_Types].xml']);
    for (const name of Object.keys(parts)) {
      if (name === '[Content_Types].xml') continue;
      const extension = name.split('.').at(-1);
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`)).toBe(true);
      const relations = relationsOf(parts, name);
      for (const { target, mode } of relations.values()) {
        if (mode !== 'External') expect(Object.keys(parts)).toContain(resolved(name, target));
      }
      for (const [, id = ''] of text(name.endsWith('.xml') ? parts[name] : undefined).matchAll(
        / r:id="([^"]+)"/g,
      )) {
        expect([...relations.keys()]).toContain(id);
      }
    }
    const sheets = [...text(parts['xl/workbook.xml']).matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
    for (const name of sheets) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/);
    expect(new Set(sheets).size).toBe(sheets.length);
    // What is linked to is there.
    const places = Object.keys(parts)
      .filter((name) => name.startsWith('xl/worksheets/sheet'))
      .flatMap((name) =>
        [...text(parts[name]).matchAll(/location="([^"]+)!/g)].map(([, sheet = '']) => sheet),
      );
    for (const place of places) expect(sheets).toContain(place);
  });
});

describe('a Word file', () => {
  it('has the same bytes whenever it is written, and every task in it', async () => {
    const sheet = sheetFor(book, '区水利局');
    const once = await sheetToDocx(sheet);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await sheetToDocx(sheet)).equals(once)).toBe(true);
    const xml = text(unzipSync(once)['word/document.xml']);
    const printed = [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, word]) => word).join('\n'),
      ),
    );
    const rows = printed.filter(([first]) => first !== '类别');
    expect(rows.map(([, name, goal]) => [name, goal])).toEqual(
      sheet.rows.map(({ name, goal }) => [name, goal]),
    );
    // A header row on each page for each part.
    expect(printed.length - rows.length).toBe(new Set(sheet.rows.map(({ part }) => part)).size);
  });
});
