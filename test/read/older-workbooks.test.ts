// What programs show of workbooks in other forms than .xlsx: rows, columns and worksheets that are hidden, zeros that are
// not shown, days that count from 1904.
import { readFileSync } from 'node:fs';
import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/index.js';
import { struckInExcel97 } from '../../src/workbook/older-struck.js';
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

it.each(['libreoffice.xls', 'libreoffice.ods', 'libreoffice.fods'])(
  'what is struck through is set aside, and told: %s',
  async (name) => {
    const file = readFileSync(new URL(`../../fixtures/struck/${name}`, import.meta.url));
    const { shown, told, noise } = await read(file, name);
    expect(shown).toEqual([
      '2026年重点工作任务分工',
      [
        ['序号', '工作任务', '牵头单位', '责任单位', '完成时限'],
        ['1', '新建泵站2座', '县水利局', '县财政局、县民政局', '2026年9月底前'],
        ['2', '造林500亩', '县林业局', '', '2026年12月底前'],
      ],
    ]);
    expect(told).toEqual([
      ['text-struck', { sheet: '任务分工', cells: ['D3', 'D4', 'A5', 'B5', 'C5', 'D5', 'E5'] }],
    ]);
    expect(noise.filter(([kind]) => kind === 'deleted').map(([, text]) => text)).toEqual([
      '、县审计局',
      '县财政局',
      '3',
      '改造道路12公里',
      '县交通运输局',
      '县财政局',
      '2026年10月底前',
    ]);
  },
);

it('Excel 97: texts that go on in another record keep what is struck through', () => {
  const record = (kind: number, ...data: readonly number[]) => [
    ...[kind & 255, kind >> 8, data.length & 255, data.length >> 8],
    ...data,
  ];
  const font = (grbit: number) => record(0x31, 0, 0, grbit, 0);
  const globals = (start: number) => [
    ...record(0x0809, 0, 6, 5, 0),
    ...font(0),
    ...font(8),
    ...record(0xe0, 0, 0),
    ...record(0x85, start, 0, 0, 0),
    // Two texts: the characters of the first, and the fonts of the second, go on in the next record.
    ...record(0xfc, 2, 0, 0, 0, 2, 0, 0, 0, ...[4, 0, 0, 65, 66]),
    ...record(0x3c, 1, 67, 0, 68, 0, ...[3, 0, 8, 2, 0, 65, 66, 67, 1, 0, 1]),
    ...record(0x3c, 0, 2, 0, 0, 0),
    ...record(0x0a),
  ];
  const start = globals(0).length;
  const sheet = [
    ...record(0x0809, 0, 6, 16, 0),
    ...record(0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    ...record(0xfd, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0),
    ...record(0x0a),
  ];
  expect(struckInExcel97(Uint8Array.from([...globals(start), ...sheet]))).toEqual(
    new Map([[0, new Map([['B1', [[1, 2]]]])]]),
  );
});

it('a workbook of Excel 2003 is read, as systems export it under the name .xls', async () => {
  const cells = (texts: readonly string[]) =>
    texts.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('');
  const rows = `<Row>${cells(HEADS)}</Row><Row ss:Hidden="1">${cells(['1', '甲', '乙', '县教育局'])}</Row><Row>${cells(['2', '治理山塘', '12座', '县水利局'])}</Row>`;
  const xml = `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table>${rows}</Table></Worksheet></Workbook>`;
  const { shown, told } = await read(strToU8(xml), 'a.xls');
  expect(shown).toEqual([[HEADS, ['2', '治理山塘', '12座', '县水利局']]]);
  expect(told.map(([code]) => code)).toEqual(['cells-hidden']);
});
