// A cell in the last row of a worksheet costs what its cell costs: the rows between are not made.
import { type BookType, read, write } from '@e965/xlsx';
import Excel from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { rawRows } from '../../src/returned/xlsx/raw-rows.js';
import { eachCell, noteOf, shownTextOf } from '../../src/workbook/cells.js';
import { asXlsx } from '../../src/workbook/older.js';
import { openWorkbook, type Worksheet } from '../../src/workbook/open.js';

const LAST = 1_048_576;

/** All that stands in a workbook's first worksheet, by its address. */
function cellsIn(sheet: Worksheet): Record<string, string> {
  const found: Record<string, string> = {};
  eachCell(sheet, (cell) => {
    found[cell.address] = [shownTextOf(cell), noteOf(cell).trim()].filter((text) => text !== '').join('｜');
  });
  return found;
}

async function firstSheet(bytes: Uint8Array): Promise<Worksheet> {
  const { value } = await openWorkbook(unzipSync(bytes), 'a.xlsx');
  return value?.worksheets[0] as Worksheet;
}

async function asOpened(bytes: Uint8Array, name: string): Promise<Worksheet> {
  const { value } = await asXlsx(bytes, name);
  return firstSheet(value as Uint8Array);
}

/** A worksheet whose rows stand far from each other, with a merged range, a comment, a link and a hidden row. */
async function scattered(last: number): Promise<Uint8Array> {
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.getCell('B3').value = '题';
  sheet.getCell('B3').note = '批';
  sheet.getCell('A7').value = '并';
  sheet.mergeCells('A7:A9');
  sheet.getCell('B8').value = '在内';
  sheet.getCell('C20').value = '隐';
  sheet.getRow(20).hidden = true;
  sheet.getCell('C300').value = { text: '链', hyperlink: 'https://example.org/' };
  sheet.getCell(`C${last}`).value = '远';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const SCATTERED = { B3: '题｜批', A7: '并', B8: '在内', C20: '隐', C300: '链' };

it('a row of a worksheet knows where it stands, and what is merged how many rows there are below it', async () => {
  const rows = rawRows('a.xlsx', await firstSheet(await scattered(LAST)));
  const said = rows.map((cells) =>
    cells.flatMap(({ text, at, rows: over }) =>
      text === '' ? [] : [[text, 'address' in at && at.address, over]],
    ),
  );
  expect(said).toEqual([
    [['题', 'B3', undefined]],
    // The third row of the merged range is not there.
    [['并', 'A7', 2]],
    [['在内', 'B8', undefined]],
    [['隐', 'C20', undefined]],
    [['链（https://example.org/）', 'C300', undefined]],
    [['远', `C${LAST}`, undefined]],
  ]);
});

it.each<[ending: string, form: BookType]>([
  ['xls', 'biff8'],
  ['xlsb', 'xlsb'],
  ['ods', 'ods'],
])('all in .%s stays in its row', async (ending, form) => {
  const xlsx = read(await scattered(2000), { cellStyles: true, cellNF: true });
  const bytes = new Uint8Array(write(xlsx, { type: 'buffer', bookType: form, cellStyles: true }));
  const sheet = await asOpened(bytes, `a.${ending}`);
  // The library that makes these files here writes no words of comments into .xls.
  const noted = form === 'biff8' ? '题｜_' : '题｜批';
  expect(cellsIn(sheet)).toEqual({ ...SCATTERED, B3: noted, C2000: '远' });
  expect(sheet.getCell('A9').master.address).toBe('A7');
  expect(sheet.getCell('A10').isMerged).toBe(false);
  expect(sheet.getRow(19).hidden).toBe(false);
});

const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:';
/** An OpenDocument workbook of one worksheet. */
const openDocument = (rows: string) =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'styles.xml': strToU8('<styles/>'),
    'content.xml': strToU8(
      `<office:document-content xmlns:office="${OFFICE}office:1.0" xmlns:table="${OFFICE}table:1.0" xmlns:text="${OFFICE}text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:spreadsheet><table:table table:name="表">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });

const cell = (text: string, before = '') =>
  `<table:table-cell office:value-type="string">${before}<text:p>${text}</text:p></table:table-cell>`;
const blankRows = (count: number) =>
  `<table:table-row table:number-rows-repeated="${count}"><table:table-cell table:number-columns-repeated="21"/></table:table-row>`;

// A minute, where the rows between are made.
it('rows that .ods repeats stand for what they are: the last row of all is read at once', {
  timeout: 30_000,
}, async () => {
  const note = '<office:annotation><text:p>批</text:p></office:annotation>';
  const sheet = await asOpened(
    openDocument(
      [
        `<table:table-row>${cell('甲')}</table:table-row>`,
        blankRows(3),
        `<table:table-row table:number-rows-repeated="2">${cell('乙')}</table:table-row>`,
        blankRows(LAST - 7),
        `<table:table-row><table:table-cell table:number-columns-repeated="20"/>${cell('远', note)}</table:table-row>`,
      ].join(''),
    ),
    'a.ods',
  );
  expect(cellsIn(sheet)).toEqual({ A1: '甲', A5: '乙', A6: '乙', [`U${LAST}`]: '远｜批' });
});
