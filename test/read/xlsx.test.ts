import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { type Document, parseNotice, readDocument } from '../../src/index.js';
import { short } from '../support/short.js';
import { type Besides, text, xlsx } from '../support/xlsx.js';

const read = async (rows: readonly string[], besides?: Besides) => {
  const { value, diagnostics } = await readDocument(xlsx(rows, besides), { name: 'a.xlsx' });
  return { document: value as Document, diagnostics };
};

/** What is read of one cell, B1, between others. */
const shownAs = async (cell: string, besides?: Besides) => {
  const rows = [text('A1', '甲') + cell + text('C1', '乙'), text('A2', '丙') + text('B2', '丁')];
  const { document, diagnostics } = await read(rows, besides);
  const table = short(document).at(-1);
  return [table?.[0]?.[1], diagnostics.map(({ code }) => code)];
};

const RICH = '<is><r><t>城区</t></r><r><rPr><b/></rPr><t>积水点</t></r></is>';
const LINK = { links: { B1: 'https://example.com/' } };

describe('a cell is read as Excel shows it', () => {
  it.each([
    ['a text', '<c r="B1" t="str"><v>丁</v></c>', '丁'],
    ['text with formats', `<c r="B1" t="inlineStr">${RICH}</c>`, '城区积水点'],
    ['a truth value', '<c r="B1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="B1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a number', '<c r="B1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a formula that comes to a text', '<c r="B1" t="str"><f>A1&amp;""</f><v>甲&lt;乙</v></c>', '甲<乙'],
    ['a formula that comes to an empty text', '<c r="B1" t="str"><f>""</f><v></v></c>', ''],
    ['a formula that comes to a number', '<c r="B1"><f>1+1</f><v>2</v></c>', '2'],
    ['a formula that comes to nought', '<c r="B1"><f>1-1</f><v>0</v></c>', '0'],
    ['a formula that comes to a truth value', '<c r="B1" t="b"><f>1=2</f><v>0</v></c>', 'FALSE'],
    ['a formula that comes to an error', '<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a formula of another cell', '<c r="B1"><f t="shared" si="0"/><v>7</v></c>', '7'],
    ['a day as it is said', '<c r="B1" s="1" t="d"><v>2026-05-01</v></c>', '2026年5月1日'],
    ['a formula that comes to a day', '<c r="B1" s="1"><f>TODAY()</f><v>46143</v></c>', '2026年5月1日'],
    ['a text where a day would be', '<c r="B1" s="1" t="str"><f>IF(1,"待定")</f><v>待定</v></c>', '待定'],
    ['an error where a day would be', '<c r="B1" s="1" t="e"><f>NA()</f><v>#N/A</v></c>', '#N/A'],
    ['a number where a day would be', '<c r="B1" s="1"><v>13912345678</v></c>', '13912345678'],
  ])('%s', async (_, cell, expected) => {
    expect(await shownAs(cell, { formats: ['yyyy-mm-dd'] })).toEqual([expected, []]);
  });

  it.each([
    ['a text', '<c r="B1" t="str"><v>丁</v></c>', '丁'],
    ['text with formats', `<c r="B1" t="inlineStr">${RICH}</c>`, '城区积水点'],
    ['no text', '<c r="B1"/>', ''],
    ['no text, with a style', '<c r="B1" s="1"/>', ''],
    ['a number', '<c r="B1"><v>12</v></c>', '12'],
    ['a day', '<c r="B1" s="1"><v>46143</v></c>', '2026年5月1日'],
    ['an error', '<c r="B1" t="e"><v>#REF!</v></c>', '#REF!'],
    ['a truth value', '<c r="B1" t="b"><v>0</v></c>', 'FALSE'],
    ['a formula', '<c r="B1" t="str"><f>A1</f><v>甲</v></c>', '甲'],
    ['a formula and a text where a day would be', '<c r="B1" s="1" t="str"><f>A1</f><v>甲</v></c>', '甲'],
  ])('a link with %s', async (_, cell, expected) => {
    expect(await shownAs(cell, { ...LINK, formats: ['yyyy-mm-dd'] })).toEqual([expected, []]);
  });

  it.each<[string | number, number, string]>([
    ['yyyy/m/d', 46143, '2026年5月1日'],
    [31, 46143, '2026年5月1日'],
    [57, 46143, '2026年5月'],
    [58, 46143, '5月1日'],
    ['[$-804]yyyy"年"m"月"', 46143, '2026年5月'],
    ['yyyy', 46143, '2026年'],
    ['dddd', 46143, '星期五'],
    ['yyyy-mm-dd hh:mm', 46143.4375, '2026年5月1日 10:30'],
    ['h:mm AM/PM', 0.4375, '10:30'],
    ['mm:ss', 0.4375, '10:30:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['0\\h', 5, '5h'],
    ['0%', 0.285, '29%'],
    ['0.0%', 0.2, '20.0%'],
    ['0.00', 12.3456, '12.35'],
    ['0.##', 2.5, '2.5'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00_ ', -1234.5, '-1,234.50'],
    ['0;(0)', -3, '(3)'],
    ['0"万元"', 5, '5万元'],
    ['"≥"0"处"', 12, '≥12处'],
    ['[$¥-804]#,##0', 3000, '¥3,000'],
    ['0.0,"千"', 12345, '12.3千'],
    ['000', 7, '007'],
    ['# ?/?', 0.5, '1/2'],
    ['0.00E+00', 1200, '1200'],
    ['[>=100]0"百";0', 120, '120百'],
    ['General', 0.1, '0.1'],
    ['General"人"', 8, '8人'],
  ])('a value under %s: %d', async (format, value, expected) => {
    expect(await shownAs(`<c r="B1" s="1"><v>${value}</v></c>`, { formats: [format] })).toEqual([
      expected,
      [],
    ]);
  });

  it('a merged cell, once', async () => {
    const rows = ['甲乙丙', '藏丁戊'].map((row, i) =>
      Array.from(row, (inside, j) => text(`${'ABC'[j]}${i + 1}`, inside)).join(''),
    );
    const { document } = await read(rows, { merged: ['A1:A2'] });
    expect(short(document)).toEqual([
      '表一',
      [
        ['甲', '乙', '丙'],
        ['丁', '戊'],
      ],
    ]);
  });

  it('a formula whose result the file does not have is told', async () => {
    const { document, diagnostics } = await read([
      text('A1', '甲') + text('B1', '丁'),
      `${text('A2', '乙')}<c r="B2"><f>1+1</f></c>`,
    ]);
    expect(document.text).toContain('乙');
    expect(diagnostics).toMatchObject([{ code: 'formulas-unsaved', args: { cells: ['B2'] } }]);
  });
});

it('a notice with links of every kind gives their texts as goals', async () => {
  const header = ['序号', '任务名称', '工作目标', '牵头单位']
    .map((name, i) => text(`${'ABCD'[i]}1`, name))
    .join('');
  const row = (n: number, goal: string) =>
    text(`A${n}`, `${n}`) + text(`B${n}`, `事${n}`) + goal + text(`D${n}`, '区公安局');
  const { value } = await parseNotice(
    xlsx([header, row(2, `<c r="C2" t="inlineStr">${RICH}</c>`), row(3, '<c r="C3"/>')], {
      links: { C2: 'https://example.com/', C3: 'https://example.com/' },
    }),
    { name: 'a.xlsx' },
  );
  expect(value?.tasks.map(({ goal }) => goal)).toEqual(['城区积水点', '']);
});

it('what is struck through or on a hidden worksheet is not read, and that is told', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账');
  sheet.addRow(['任务', '责任单位']);
  sheet.addRow(['造林', '区林业局']).font = { strike: true };
  sheet.addRow(['治水', '']).getCell(2).value = {
    richText: [
      { font: { strike: true }, text: '区住建局' },
      { font: { bold: true }, text: '区水利局' },
    ],
  };
  workbook.addWorksheet('旧台账', { state: 'hidden' }).addRow(['修路', '区交通局']);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { value, diagnostics } = await readDocument(bytes, { name: 'a.xlsx' });
  expect(short(value as Document)).toEqual([
    '台账',
    [
      ['任务', '责任单位'],
      ['治水', '区水利局'],
    ],
  ]);
  expect(diagnostics).toMatchObject([
    { code: 'text-struck', args: { cells: ['A2', 'B2', 'B3'] } },
    { code: 'sheet-hidden', args: { sheet: '旧台账' } },
  ]);
});
