// Rows that somebody has cut out of 任务清单 and pasted into a worksheet of their own, of a notice that has been revised since:
// each is carried to its task, and what the notice no longer has is kept as if it stood in the table.
import { beforeAll, expect, it } from 'vitest';
import {
  renewSheet,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  unitFinder,
  withLineage,
} from '../../src/index.js';
import { lineageIn } from '../../src/revise/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县农业农村局',
  '山洪预警 | 建成小流域山洪灾害预警平台，培训网格员。 | 县水利局 | 县气象局',
];

let first: TaskBook;
let alone: TaskBook;
beforeAll(async () => {
  first = await bookOf(taskNotice(ROWS));
  // One is reworded, one has gone.
  alone = await bookOf(taskNotice(ROWS.slice(0, 3).map((row) => row.replace('6座', '8座'))));
});

/** The sheet with the rows of some tasks in 已完成 instead. */
async function cut(names: readonly string[]) {
  return changed(await sheetToXlsx(sheetFor(first, UNIT)), (workbook) => {
    const { sheet, rows, column } = tasksIn(workbook);
    const nameOf = (row: ReturnType<typeof rows>[number]) => row.getCell(column('任务名称')).text;
    for (const row of rows()) row.getCell(column('进展情况')).value = `${nameOf(row)}的进展`;
    const done = workbook.addWorksheet('已完成');
    const moved = rows().filter((row) => names.includes(nameOf(row)));
    for (const row of [sheet.getRow(3), ...moved]) done.addRow((row.values as unknown[]).slice(1));
    for (const row of moved.reverse()) sheet.spliceRows(row.number, 1);
  });
}

it.each([
  ['export', () => ({ lineage: lineageIn(alone) })],
  [
    'build',
    () => {
      const after = withLineage(alone, first);
      return { lineage: lineageIn(after), before: () => sheetFor(first, UNIT) };
    },
  ],
])('%s has the progress at each task', async (how, renewing) => {
  const book = how === 'build' ? withLineage(alone, first) : alone;
  const { value, diagnostics } = await renewSheet(
    sheetFor(book, UNIT),
    FILE,
    await cut(['水库除险', '山洪预警']),
    {
      ...renewing(),
      unitOf: unitFinder(book),
    },
  );
  expect(value?.sheet.rows.map(({ name, filled }) => [name, filled.progress])).toEqual(
    ['堤防达标', '水库除险', '农村供水'].map((name) => [name, `${name}的进展`]),
  );
  expect(value?.sheet.kept).toMatchObject([{ part: 'cancelled', filled: { progress: '山洪预警的进展' } }]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['return-joined']);
});

it('collect counts them, and keeps what is of no task any more', async () => {
  const { tasks, rest } = await rolledUpFrom(alone, [[FILE, await cut(['水库除险', '山洪预警'])]], null);
  expect(tasks.flatMap(({ name, reports }) => reports.map(({ filled }) => [name, filled.progress]))).toEqual(
    ['堤防达标', '水库除险', '农村供水'].map((name) => [name, `${name}的进展`]),
  );
  expect(JSON.stringify(rest)).toContain('山洪预警的进展');
});
