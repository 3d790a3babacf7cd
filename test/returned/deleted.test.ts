// A row that its unit has deleted, and that the notice still has: it is there again, is not new, and that is told.
import { expect, it } from 'vitest';
import { renewSheet, sheetFor, sheetToXlsx } from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，制定巡查制度。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '河道清淤 | 完成东河12公里河道清淤疏浚。 | 县水利局 | 县财政局 | 2026年11月底前',
];
const UNIT = '县水利局';

const before = sheetFor(await bookOf(taskNotice(ROWS)), UNIT);
const after = sheetFor(
  await bookOf(taskNotice([...ROWS, '节水 | 建成节水型单位10个。 | 县水利局 | 县财政局 | 2026年8月底前'])),
  UNIT,
);

it.each([
  ['the same notice', before, []],
  ['the next edition', after, ['节水']],
] as const)('in a sheet of %s', async (_, sheet, added) => {
  const file = await changed(await sheetToXlsx(before), (workbook) => {
    const { sheet: tasks, rows } = tasksIn(workbook);
    tasks.spliceRows(rows()[1]?.number ?? 0, 1);
  });
  const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, file, { before: () => before });
  const isNew = value?.sheet.rows.filter(({ change }) => change?.kind === 'added');
  expect(isNew?.map(({ name }) => name)).toEqual(added);
  const told = diagnostics.filter(({ code }) => code === 'sheet-rows-back');
  expect(told.map(({ args }) => args)).toEqual([{ names: ['水库除险'], count: 1 }]);
});
