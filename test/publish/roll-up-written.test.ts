// What somebody writes into a roll-up that lies beside the sheets goes nowhere: it is told, whatever the file is called.
import type Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  planSheets,
  prepare,
  readReturned,
  rollUp,
  rollUpToXlsx,
  sheetFor,
  sheetToXlsx,
  tally,
  unitFinder,
} from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const UNIT = '县水利局';
const book = await bookOf(
  taskNotice([
    `堤防达标 | 完成南岸护岸等8处水毁工程修复。 | ${UNIT} | 县财政局`,
    `农村供水 | 新建集中供水工程12处。 | ${UNIT} | 县财政局`,
  ]),
);
const filled = await changed(await sheetToXlsx(sheetFor(book, UNIT)), (workbook) => {
  const { rows, column } = tasksIn(workbook);
  for (const row of rows()) row.getCell(column('进展情况')).value = `完成${row.number}处`;
});
const { collected } = await readReturned(filled, `${UNIT}.xlsx`);
const written = await rollUpToXlsx(rollUp(book, collected, '2026-05-01'));

async function told(bytes: Uint8Array, name = '五月情况.xlsx') {
  const folder = new VirtualFolder(new Map([[name, Buffer.from(bytes)]]));
  const sheets = tally(book).map((each) => sheetFor(book, each.name));
  const options = { force: false, step: () => undefined, unitOf: unitFinder(book) };
  const { value } = await prepare(folder, planSheets(book, sheets, ['xlsx']), options);
  return value?.diagnostics.map(({ code, args, at }) => [code, args, at?.file]);
}

const tasksOf = (workbook: Excel.Workbook) => workbook.getWorksheet('逐项') as Excel.Worksheet;

describe('a roll-up beside the sheets', () => {
  it('is passed over as it was written, also where somebody has sorted its rows', async () => {
    expect(await told(written)).toEqual([]);
    const sorted = await changed(written, (workbook) => {
      const sheet = tasksOf(workbook);
      const [one, other] = [4, 5].map((i) => sheet.getRow(i).values) as [
        Excel.CellValue[],
        Excel.CellValue[],
      ];
      sheet.getRow(4).values = other;
      sheet.getRow(5).values = one;
    });
    expect(await told(sorted)).toEqual([]);
  });

  it.each(['五月情况.xlsx', '汇总.xlsx'])(
    'is told as %s where somebody has written into it',
    async (name) => {
      const remark = await changed(written, (workbook) => {
        const sheet = tasksOf(workbook);
        sheet.getCell(5, sheet.columnCount + 2).value = '局长批示：月底前必须完成';
        sheet.getCell('C4').note = '请核实';
      });
      expect(await told(remark, name)).toEqual([
        [
          'roll-up-written',
          {
            words: [
              expect.stringMatching(/^逐项!C4“（批注）请核实”$/),
              expect.stringMatching(/^逐项![A-Z]+5“局长批示：月底前必须完成”$/),
            ],
          },
          name,
        ],
      ]);
    },
  );

  it('is told where printed words were changed, though nobody can say which', async () => {
    const edited = await changed(written, (workbook) => {
      tasksOf(workbook).getCell('B4').value = '改了的名称';
    });
    expect(await told(edited)).toEqual([['roll-up-written', { words: [] }, '五月情况.xlsx']]);
  });

  it('of an earlier version, which has no digest, is told only where words stand beside its tables', async () => {
    const earlier = await changed(written, (workbook) => {
      workbook.keywords = '';
    });
    expect(await told(earlier)).toEqual([]);
  });
});
