// A filled sheet whose people have written another name on it than the notice knows: it is told beside the sheet that is written.
import { expect, it } from 'vitest';
import { planSheets, prepare, sheetFor, sheetToXlsx, unitFinder } from '../../src/index.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const UNIT = '县水利局';

async function toldOf(name: string, cover: string) {
  const book = await bookOf(
    taskNotice([
      '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县民政局',
      '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县财政局',
      '救灾物资 | 储备帐篷200顶，棉被1000床。 | 县民政局 | 县财政局',
      // What the unit is only asked about.
      ...[1, 2, 3].map((n) => `安全检查${n} | 对在建工地开展${n}次检查。 | 县应急管理局 | 县安委会成员单位`),
    ]),
  );
  const filled = await changed(await sheetToXlsx(sheetFor(book, UNIT)), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows()) row.getCell(column('进展情况')).value = '办好了';
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (typeof cell.value === 'string') cell.value = cell.value.replaceAll(UNIT, cover);
        }),
      );
  });
  expect((await openWorkbook(filled)).worksheets.length).toBeGreaterThan(0);
  const folder = new VirtualFolder(new Map([[name, Buffer.from(filled)]]));
  const files = planSheets(book, [sheetFor(book, UNIT), sheetFor(book, '县民政局')], ['xlsx']);
  const options = { force: false, step: () => undefined, unitOf: unitFinder(book) };
  return (await prepare(folder, files, options)).value?.diagnostics ?? [];
}

it('is told as that of the unit whose tasks it has', async () => {
  expect(await toldOf('县水务局.xlsx', '县水务局')).toMatchObject([
    { code: 'sheet-beside', args: { unit: UNIT, names: ['县水务局.xlsx'], as: '县水利局.xlsx' } },
  ]);
});
