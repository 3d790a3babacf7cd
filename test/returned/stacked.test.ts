// A table of another unit that was pasted below a unit's own: what is filled in there is its unit's.
import { beforeAll, expect, it } from 'vitest';
import {
  parseNotice,
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
} from '../../src/index.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';
import { tableNotice } from '../support/table-notice.js';

const NOTICE = tableNotice(`| 序号 | 任务名称 | 目标内容 | 牵头单位 | 责任单位 |
|---|---|---|---|---|
| 1 | 堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 |
| 2 | 水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县应急管理局 |
| 3 | 资金监管 | 对专项资金开展2次检查。 | 县财政局 | 县水利局 |
`);

let book: TaskBook;
beforeAll(async () => {
  book = (await parseNotice(Buffer.from(NOTICE), { name: 'n.md' })).value as TaskBook;
});

/** 县水利局's sheet with 县财政局's below it, from its title or from its header on, filled in below only. */
async function stacked(from: number): Promise<Uint8Array> {
  const [own, other] = await Promise.all(
    ['县水利局', '县财政局'].map((unit) => sheetToXlsx(sheetFor(book, unit))),
  );
  if (!own || !other) throw new Error('no sheets');
  const lower = tasksIn(await openWorkbook(other));
  return changed(own, (workbook) => {
    const { sheet, column } = tasksIn(workbook);
    const start = sheet.rowCount + 1;
    for (let i = from; i <= lower.sheet.rowCount; i++) {
      const row = sheet.getRow(start + i - from);
      lower.sheet.getRow(i).eachCell((cell, j) => {
        row.getCell(j).value = cell.value;
      });
      if (i > 3) row.getCell(column('进展情况')).value = `财政${i}`;
    }
  });
}

it('with its title: its unit reports, and the other has nothing filled in', async () => {
  const bytes = await stacked(1);
  const { collected } = await readReturned(bytes, '县水利局.xlsx');
  const { tasks, problems } = rollUp(book, collected);
  const said = tasks.flatMap(({ name, reports }) =>
    reports.map(({ unit, filled }) => [name, unit, filled.progress]),
  );
  expect(said).toEqual([
    ['堤防达标', '县财政局', '财政5'],
    ['资金监管', '县财政局', '财政4'],
  ]);
  const codes = problems.map(({ code }) => code);
  expect(codes).not.toContain('return-unit-differs');
});

it('nothing of it is carried to the tasks of the unit above it, and the file is kept', async () => {
  const { value } = await renewSheet(sheetFor(book, '县水利局'), '县水利局.xlsx', await stacked(1));
  expect(value?.sheet.rows.flatMap(({ filled }) => filled.progress ?? [])).toEqual([]);
  expect(value?.keep?.name).toContain('未带入');
});
