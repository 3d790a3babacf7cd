// What programs show of workbooks in other forms than .xlsx: rows, columns and worksheets that are hidden, zeros that are
// not shown, days that count from 1904.
import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/index.js';
import { noiseOf, short } from '../support/short.js';

const HEADS = ['序号', '任务', '工作目标', '牵头单位'];

const read = async (bytes: Uint8Array, name: string) => {
  const { value, diagnostics } = await readDocument(bytes, { name });
  const told = diagnostics.map(({ code, args }) => [code, args]);
  return { shown: short(value as Document), told, noise: noiseOf(value as Document) };
};

const XML =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"';
const KIND = 'application/vnd.oasis.opendocument.spreadsheet';
const cell = (text: string | number) =>
  typeof text === 'number'
    ? `<table:table-cell office:value-type="float" office:value="${text}"><text:p>${text}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: readonly (string | number)[], said = '') =>
  `<table:table-row${said}>${cells.map(cell).join('')}</table:table-row>`;
const STYLES =
  '<office:automatic-styles><style:style style:name="co" style:family="table-column"/><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';

/** A workbook in OpenDocument with these worksheets. */
const ods = (tables: string, settings = '') =>
  zipSync({
    mimetype: strToU8(KIND),
    'content.xml': strToU8(
      `<office:document-content ${XML} office:version="1.3">${STYLES}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(`<office:document-styles ${XML}/>`),
    'settings.xml': strToU8(
      `<office:document-settings ${XML}><config:config-item config:name="ShowZeroValues" config:type="boolean">${settings}</config:config-item></office:document-settings>`,
    ),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${KIND}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  });

const TABLE = `<table:table table:name="台账" table:style-name="ta1"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="2"/>${row(['序号', '任务', '密', '工作目标', '牵头单位'])}${row([1, '甲事', '密二', 0, '县公安局'])}${row([2, '乙事', '', '修好', '县水利局'], ' table:visibility="filter"')}${row([3, '丙事', '', '建成', '县民政局'])}<table:table-row table:number-rows-repeated="1048572" table:visibility="collapse"><table:table-cell/></table:table-row></table:table>`;

it('OpenDocument: what is hidden is set aside, and told', async () => {
  const { shown, told, noise } = await read(ods(TABLE, 'true'), 'a.ods');
  expect(shown).toEqual(['台账', [HEADS, ['1', '甲事', '0', '县公安局'], ['3', '丙事', '建成', '县民政局']]]);
  expect(told).toMatchObject([['cells-hidden', { rows: ['3'], columns: ['C'] }]]);
  expect(noise.map(([, text]) => text)).toEqual(['密', '密二', '2', '乙事', '修好', '县水利局']);
});

it('OpenDocument: a hidden worksheet, and zeros that are not shown', async () => {
  const hidden = `<table:table table:name="参数" table:style-name="ta2">${row(['密'])}</table:table>`;
  const { shown, told } = await read(ods(TABLE + hidden, 'false'), 'a.ods');
  expect(shown).toEqual(['台账', [HEADS, ['1', '甲事', '', '县公安局'], ['3', '丙事', '建成', '县民政局']]]);
  expect(told).toMatchObject([
    ['cells-hidden', { cells: expect.arrayContaining(['D2']) }],
    ['sheet-hidden', { sheet: '参数' }],
  ]);
});

/** A workbook as an older program would save it. */
function older(change: (sheet: WorkSheet, workbook: WorkBook) => void): Uint8Array {
  const sheet = utils.aoa_to_sheet([HEADS, [1, '甲事', 0, '县公安局'], [2, '乙事', '修好', '县水利局']]);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, '台账');
  change(sheet, workbook);
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: 'biff8' }));
}

it('Excel 97: days that count from 1904', async () => {
  const bytes = older((sheet, workbook) => {
    workbook.Workbook = { WBProps: { date1904: true } };
    sheet['C2'] = { t: 'n', v: 46_150 - 1462, z: 'yyyy"年"m"月"d"日"' };
  });
  expect((await read(bytes, 'a.xls')).shown[1]).toContainEqual(['1', '甲事', '2026年5月8日', '县公安局']);
});

it('Excel 97: zeros that are not shown', async () => {
  const bytes = older(() => {});
  expect((await read(bytes, 'a.xls')).shown[1]).toContainEqual(['1', '甲事', '0', '县公安局']);
  // The record of how a worksheet is looked at, and its flag for zeros.
  const at = Buffer.from(bytes).indexOf(Buffer.from([0x3e, 0x02, 0x12, 0x00]));
  bytes[at + 4] = (bytes[at + 4] as number) & ~0x10;
  const { shown, told } = await read(bytes, 'a.xls');
  expect(shown[1]).toContainEqual(['1', '甲事', '', '县公安局']);
  expect(told).toMatchObject([['cells-hidden', { cells: ['C2'] }]]);
});
