// What Excel shows of a workbook is in the Document or told: a table of cases. What is expected was written down first.
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Document, placeText, readDocument } from '../../src/index.js';
import { noiseOf, short } from '../support/short.js';

const HEADS = ['序号', '任务', '工作目标', '牵头单位'];
const ROWS = [HEADS, ['1', '甲事', '建成', '县公安局'], ['2', '乙事', '修好', '县水利局']];

interface Case {
  readonly name: string;
  readonly change: (sheet: ExcelJS.Worksheet) => void;
  readonly drawing?: string;
  readonly edit?: (parts: Record<string, Uint8Array>) => void;
  readonly shown: readonly unknown[];
  readonly told?: readonly unknown[];
  readonly noise?: readonly (readonly [string, string])[];
}

const without = (rows: readonly number[], columns: readonly number[] = []) =>
  ROWS.filter((_, i) => !rows.includes(i)).map((cells) => cells.filter((_, j) => !columns.includes(j)));
const withCell = (text: string) => ROWS.map((cells, i) => (i === 1 ? cells.with(2, text) : cells));

const NS =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const anchor = (row: number, column: number, inside: string) =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor>`;
const box = (...lines: readonly string[]) =>
  `<xdr:sp><xdr:txBody>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('')}</xdr:txBody></xdr:sp>`;

const CASES: readonly Case[] = [
  { name: 'nothing hidden', change: () => {}, shown: ['台账', ROWS] },
  {
    name: 'a hidden row',
    change: (sheet) => {
      sheet.getRow(2).hidden = true;
    },
    shown: ['台账', without([1])],
    told: [['cells-hidden', { rows: ['2'], columns: [] }]],
    noise: [
      ['invisible', '1'],
      ['invisible', '甲事'],
      ['invisible', '建成'],
      ['invisible', '县公安局'],
    ],
  },
  {
    name: 'a hidden column',
    change: (sheet) => {
      sheet.getColumn(3).hidden = true;
    },
    shown: ['台账', without([], [2])],
    told: [['cells-hidden', { rows: [], columns: ['C'] }]],
  },
  {
    name: 'a hidden row and column without text',
    change: (sheet) => {
      sheet.getColumn(9).hidden = true;
      sheet.getRow(9).hidden = true;
    },
    shown: ['台账', ROWS],
  },
  {
    name: 'a merged cell of which the first row is hidden',
    change: (sheet) => {
      sheet.mergeCells('B2:B3');
      sheet.getRow(2).hidden = true;
    },
    shown: ['台账', [HEADS, ['2', '甲事', '修好', '县水利局']]],
    told: [['cells-hidden', { rows: ['2'] }]],
  },
  {
    name: 'a merged title over a hidden column',
    change: (sheet) => {
      sheet.insertRow(1, ['任务表']);
      sheet.mergeCells('A1:D1');
      sheet.getColumn(1).hidden = true;
    },
    shown: ['任务表', without([], [0])],
    told: [['cells-hidden', { columns: ['A'] }]],
  },
  {
    name: 'a number whose format shows nothing',
    change: (sheet) => {
      sheet.getCell('C2').value = 5;
      sheet.getCell('C2').numFmt = ';;;';
    },
    shown: ['台账', withCell('')],
    told: [['cells-hidden', { cells: ['C2'] }]],
    noise: [['invisible', '5']],
  },
  {
    name: 'a ratio that is a time',
    change: (sheet) => {
      sheet.getCell('C2').value = new Date(Date.UTC(1899, 11, 30, 1, 5));
      sheet.getCell('C2').numFmt = 'h:mm';
    },
    shown: ['台账', withCell('1:05')],
    told: [['ratio-or-time', { cells: ['C2'] }]],
  },
  ...(
    [
      ['"不少于"0"处"', 10, '不少于10处'],
      ['"不低于"0.0%', 0.95, '不低于95.0%'],
      ['#,##0"亩"', 12000, '12,000亩'],
      ['[>=10000]0!.0,"万元";0"元"', 500, '500元'],
      ['[>=10000]0!.0,"万元";0"元"', 12_345, '1.2万元'],
      ['0\\.00,,"亿"', 1_234_567_890, '12.35亿'],
      ['0"."0,"万"', 5000, '0.5万'],
      ['[=1]"是";[=0]"否";0', 0, '否'],
      ['[<60]"不合格"0;"合格"0', 70, '合格70'],
      ['0;0;"无"', 0, '无'],
      ['"约"@', '三成', '约三成'],
      ['0;0;0;@"（暂定）"', '三成', '三成（暂定）'],
      ['@', '三成', '三成'],
      ['0"人"', '三成', '三成'],
      ['"第"@', 5, '第5'],
      ['[DBNum1][$-804]General', 12, '一十二'],
      ['[DBNum1][$-804]G/通用格式"个"', 30015, '三万〇一十五个'],
      ['[DBNum2][$-804]General', 12, '壹拾贰'],
      ['[DBNum2]General"元整"', 200000010, '贰亿零壹拾元整'],
      ['[DBNum1]0', 2026, '二〇二六'],
      ['[DBNum1]0.0"倍"', 1.5, '一点五倍'],
      ['[DBNum1]General', 0, '〇'],
      ['# ?/?', 0.5, '1/2'],
      ['# ?/?', 1.75, '1 3/4'],
      ['# ?/?', 2, '2'],
      ['# ?/?', 0, '0'],
      ['# ?/?', -0.25, '-1/4'],
      ['?/?', 1.5, '3/2'],
      ['# ??/??', 0.333, '1/3'],
      ['# ??/100', 0.05, '5/100'],
      ['"占"# ?/?"以上"', 0.75, '占3/4以上'],
      ['aaaa', 46_150, '星期五'],
      ['"周"aaa', 46_150, '周五'],
      ['e"年"', 46_150, '2026年'],
    ] as const
  ).map(
    ([format, value, text]): Case => ({
      name: `${value} under ${format}`,
      change: (sheet) => {
        sheet.getCell('C2').value = value;
        sheet.getCell('C2').numFmt = format;
      },
      shown: ['台账', withCell(text)],
    }),
  ),
  ...(
    [
      ['yyyy"年"m"月底前"', '2026年5月底前'],
      ['yyyy"年"m"月"底前', '2026年5月底前'],
      ['m"月"d"日前完成"', '5月8日前完成'],
      ['"第"e"年"mm"月"', '第2026年05月'],
      ['[$-804]dddd;@', '星期五'],
      ['m"月"d"日" aaaa', '5月8日 星期五'],
      ['m"月"d"日"("周"aaa)', '5月8日(周五)'],
      ['m"月"d"日"上午/下午h"时前"', '5月8日下午3时前'],
      ['yyyy"年"m"月"d"日"', '2026年5月8日'],
      ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2026年5月8日'],
      ['yyyy/m/d;@', '2026年5月8日'],
      ['[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二六年五月八日'],
    ] as const
  ).map(
    ([format, text]): Case => ({
      name: `a day under ${format}`,
      change: (sheet) => {
        sheet.getCell('C2').value = new Date(Date.UTC(2026, 4, 8, format.includes('h') ? 15 : 0));
        sheet.getCell('C2').numFmt = format;
      },
      shown: ['台账', withCell(text)],
    }),
  ),
  {
    name: 'zeros that are not shown',
    change: (sheet) => {
      sheet.getCell('C2').value = 0;
      sheet.getCell('C3').value = { formula: 'C2*2', result: 0 };
    },
    edit: (parts) => {
      const sheet = 'xl/worksheets/sheet1.xml';
      const xml = strFromU8(parts[sheet] as Uint8Array);
      parts[sheet] = strToU8(
        xml
          .replace(/<sheetViews>.*<\/sheetViews>/, '')
          .replace(
            /(?=<sheetFormatPr)/,
            '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>',
          ),
      );
    },
    shown: ['台账', ROWS.map((cells, i) => (i === 0 ? cells : cells.with(2, '')))],
    told: [['cells-hidden', { cells: ['C2', 'C3'] }]],
    noise: [
      ['invisible', '0'],
      ['invisible', '0'],
    ],
  },
  {
    name: 'what people answer each other on a cell',
    change: () => {},
    edit: (parts) => {
      parts['xl/worksheets/_rels/sheet1.xml.rels'] = strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
      );
      parts['xl/threadedComments/threadedComment1.xml'] = strToU8(
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C2" id="{1}"><text>请县林业局配合</text></threadedComment><threadedComment ref="C2" id="{2}" parentId="{1}"><text>同意</text></threadedComment></ThreadedComments>',
      );
    },
    shown: ['台账', ROWS],
    told: [['cell-comments', { cells: ['C2'] }]],
    noise: [['comment', '请县林业局配合\n同意']],
  },
  ...(
    [
      ['a line break by its number', 't="inlineStr"', '<is><t>建成_x000D_\n一处</t></is>', '建成\n一处'],
      ['a character by its number', 't="str"', '<f>A1</f><v>建_x6210__x005F_x6210_</v>', '建成_x6210_'],
      ['a picture of WPS', 't="str"', '<f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>', ''],
      ['a picture of Excel', 't="e" vm="1"', '<v>#VALUE!</v>', ''],
      ['an error', 't="e"', '<v>#VALUE!</v>', '#VALUE!'],
    ] as const
  ).map(
    ([name, said, inside, text]): Case => ({
      name,
      change: () => {},
      edit: (parts) => {
        const sheet = 'xl/worksheets/sheet1.xml';
        const xml = strFromU8(parts[sheet] as Uint8Array);
        parts[sheet] = strToU8(xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, `<c r="C2" ${said}>${inside}</c>`));
      },
      shown: ['台账', withCell(text)],
      ...(text === '' ? { told: [['cell-unread', { what: 'picture' }, '台账!C2']] } : {}),
    }),
  ),
  {
    name: 'days that count from 1904, as LibreOffice says so',
    change: (sheet) => {
      sheet.workbook.properties.date1904 = true;
      sheet.getCell('C2').value = new Date(Date.UTC(2026, 4, 8));
      sheet.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"';
    },
    edit: (parts) => {
      const xml = strFromU8(parts['xl/workbook.xml'] as Uint8Array);
      parts['xl/workbook.xml'] = strToU8(xml.replace('date1904="1"', 'date1904="true"'));
    },
    shown: ['台账', withCell('2026年5月8日')],
  },
  {
    name: 'a power',
    change: (sheet) => {
      sheet.getCell('C2').value = {
        richText: [{ text: '10' }, { font: { vertAlign: 'superscript' }, text: '4' }, { text: '亩' }],
      };
    },
    shown: ['台账', withCell('10⁴亩')],
  },
  {
    name: 'a comment',
    change: (sheet) => {
      sheet.getCell('C2').note = '请县林业局配合';
    },
    shown: ['台账', ROWS],
    told: [['cell-comments', { cells: ['C2'] }]],
    noise: [['comment', '请县林业局配合']],
  },
  {
    name: 'what is printed on every page',
    change: (sheet) => {
      sheet.headerFooter.oddHeader = '&C&"宋体,常规"&10内部资料';
      sheet.headerFooter.oddFooter = '第 &P 页';
    },
    shown: ['台账', ROWS],
    noise: [
      ['page-margin', '内部资料'],
      ['page-margin', '第   页'],
    ],
  },
  {
    name: 'boxes above and below the table',
    change: (sheet) => {
      sheet.spliceRows(1, 0, [], []);
    },
    drawing: anchor(9, 0, box('注：甲事先办', '乙事后办')) + anchor(0, 1, box('任务表')),
    shown: ['台账', '任务表', ROWS, '注：甲事先办', '乙事后办'],
    told: [['sheet-boxes', { texts: ['注：甲事先办\n乙事后办', '任务表'] }]],
  },
  {
    name: 'boxes in a group, and a picture',
    change: () => {},
    drawing: anchor(9, 0, `<xdr:grpSp>${box('附注')}<xdr:pic/></xdr:grpSp>`),
    shown: ['台账', ROWS, '附注'],
    told: [
      ['sheet-boxes', { texts: ['附注'] }],
      ['drawing-unread', { what: 'picture' }],
    ],
  },
  {
    name: 'a picture over a cell, and a chart',
    change: () => {},
    drawing:
      anchor(1, 3, '<xdr:pic/>') +
      anchor(
        5,
        0,
        '<xdr:graphicFrame><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></xdr:graphicFrame>',
      ),
    shown: ['台账', ROWS],
    told: [
      ['drawing-unread', { what: 'picture' }, '台账!D2'],
      ['drawing-unread', { what: 'chart' }, '台账!A6'],
    ],
  },
];

/** A workbook with a drawing, as Excel and openpyxl refer to one. */
function withDrawing(bytes: Uint8Array, drawing: string): Uint8Array {
  const parts = unzipSync(bytes);
  const sheet = 'xl/worksheets/sheet1.xml';
  parts[sheet] = strToU8(
    strFromU8(parts[sheet] as Uint8Array).replace('</worksheet>', '<drawing r:id="rId9"/></worksheet>'),
  );
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
  );
  parts['xl/drawings/drawing1.xml'] = strToU8(`<xdr:wsDr ${NS}>${drawing}</xdr:wsDr>`);
  return zipSync(parts);
}

async function fileOf({ change, drawing, edit }: Case): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账');
  for (const cells of ROWS) sheet.addRow(cells);
  change(sheet);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  if (edit) {
    const parts = unzipSync(bytes);
    edit(parts);
    return zipSync(parts);
  }
  return drawing === undefined ? bytes : withDrawing(bytes, drawing);
}

describe('a workbook', () => {
  it.each(CASES)('with $name', async (each) => {
    const { value, diagnostics } = await readDocument(await fileOf(each), { name: 'a.xlsx' });
    expect(short(value as Document)).toEqual(each.shown);
    const { told = [] } = each;
    expect(diagnostics).toHaveLength(told.length);
    for (const [i, expected] of told.entries()) {
      const [code, args, place] = expected as [string, object, string?];
      const { at } = diagnostics[i] ?? {};
      expect(diagnostics[i]).toMatchObject({ code, args });
      if (place) expect(at && placeText(at)).toBe(`a.xlsx#${place}`);
    }
    if (each.noise) expect(noiseOf(value as Document)).toEqual(each.noise);
  });
});
