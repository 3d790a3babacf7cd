// A notice that puts a task in above others moves their numbers: nobody has written over those of a sheet from before.
import { expect, it } from 'vitest';
import { sheetFor, sheetToXlsx } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县水利局',
  '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县水利局',
];
const before = await bookOf(taskNotice(ROWS));
const now = await bookOf(taskNotice(['财源建设 | 新增税源企业12家。 | 县财政局 | 县财政局', ...ROWS]));
const columns = ['通知序号', '原序号'] as const;

it.each<
  [string, (row: ReturnType<ReturnType<typeof tasksIn>['rows']>[number], at: number) => void, string[]]
>([
  ['that moved', () => undefined, []],
  ['that somebody has written over', (row, at) => (row.getCell(at).value = '9'), ['通知序号']],
])('a number %s', async (_, change, told) => {
  const sheet = await changed(await sheetToXlsx(sheetFor(before, '县水利局')), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows()) row.getCell(column('进展情况')).value = '办了';
    const [row] = rows();
    expect(columns.map((each) => column(each) > 0)).toEqual([true, true]);
    if (row) change(row, column('通知序号'));
  });
  const { problems } = await rolledUpFrom(now, [['县水利局.xlsx', sheet]], null);
  const edited = problems.filter(({ code }) => code === 'return-edited');
  expect(edited.map(({ args }) => (args as { column: string }).column)).toEqual(told);
});
