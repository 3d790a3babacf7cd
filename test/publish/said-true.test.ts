// What is told of a sheet that is carried over is true of what its people did, and nothing else is said.
import type Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readReturned, renewSheet, rollUp, sheetFor, sheetToXlsx } from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf } from '../support/table-notice.js';

const UNIT = '县水利局';
const book = await bookOf(
  [
    '某县关于印发治水工作方案的通知',
    '各乡镇人民政府，县级有关部门：',
    '现将《某县治水工作方案》印发给你们。',
    '某县人民政府',
    '2025年3月1日',
    '某县治水工作方案',
    '一、主要任务',
    `（一）堤防达标。完成南岸护岸等8处水毁工程修复。（牵头单位：${UNIT}；责任单位：县财政局）`,
    `（二）农村供水。新建集中供水工程12处。（牵头单位：${UNIT}；责任单位：县财政局）`,
  ].join('\n\n'),
);
const sheet = sheetFor(book, UNIT);
const filled = await changed(await sheetToXlsx(sheet), (workbook) => {
  const { rows, column } = tasksIn(workbook);
  for (const row of rows()) row.getCell(column('进展情况')).value = `完成${row.number}处`;
});

async function told(change: (workbook: Excel.Workbook) => void) {
  const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, await changed(filled, change));
  return { codes: diagnostics.map(({ code }) => code), lost: value?.keep?.lost };
}

describe('of a sheet that is carried over', () => {
  it('in which only a worksheet for reading is gone, nothing is told, and nothing is kept', async () => {
    const { codes, lost } = await told((workbook) => {
      const { id } = workbook.getWorksheet('正文') as Excel.Worksheet;
      workbook.removeWorksheet(id);
    });
    expect([codes, lost]).toEqual([[], undefined]);
  });

  it('whose cover names the unit otherwise, the cell is told, and no header or footer', async () => {
    const { lost } = await told((workbook) => {
      workbook.getWorksheet('封面')?.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.value === UNIT) cell.value = '县水务局';
        }),
      );
    });
    expect(lost).toEqual([expect.stringMatching(/^改动过的通知文字（封面!B\d+）$/)]);
  });

  it('that stays as it was saved, columns are not said to be written again', async () => {
    const { codes } = await told((workbook) => {
      const { sheet: tasks, column } = tasksIn(workbook);
      tasks.getColumn(column('完成时限')).eachCell((cell) => {
        if (Number(cell.row) > 2) cell.value = null;
      });
    });
    expect(codes).toEqual(['sheet-columns-gone']);
  });
});

describe('of files of one unit', () => {
  it('only those in which something is filled in are said to say the same', async () => {
    const files = [
      ['甲.xlsx', filled],
      ['乙.xlsx', filled],
      ['丙.xlsx', await sheetToXlsx(sheet)],
    ] as const;
    const read = await Promise.all(files.map(([name, bytes]) => readReturned(bytes, name)));
    const { problems } = rollUp(
      book,
      read.flatMap(({ collected }) => collected),
    );
    expect(problems.map(({ code, args }) => [code, args])).toContainEqual([
      'return-same',
      { unit: UNIT, files: ['甲.xlsx', '乙.xlsx'] },
    ]);
  });
});
