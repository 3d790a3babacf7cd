// Texts that stand in their cells with how they are read aloud: none of them takes the rows after it along.
import { strFromU8, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { parseNotice, readReturned, rollUp, sheetFor, sheetToXlsx, type TaskBook } from '../../src/index.js';
import { repack } from '../../src/workbook/zip.js';
import { openWorkbook, tasksIn } from '../support/returned.js';
import { tableNotice } from '../support/table-notice.js';

const NOTICE = tableNotice(`| 序号 | 任务名称 | 目标内容 | 牵头单位 | 责任单位 |
|---|---|---|---|---|
| 1 | 堤防达标 | 完成8处修复。 | 县水利局 | |
| 2 | 水库除险 | 完成6座加固。 | 县水利局 | |
| 3 | 农村供水 | 新建12处工程。 | 县水利局 | |
`);
const RUNS =
  '<is><r><t>已</t></r><r><rPr><b/></rPr><t>开工</t></r><rPh sb="0" eb="1"><t>ㄧˇ</t></rPh><phoneticPr fontId="1"/></is>';

it('each row is read, without the reading', async () => {
  const book = (await parseNotice(Buffer.from(NOTICE), { name: 'n.md' })).value as TaskBook;
  const blank = await sheetToXlsx(sheetFor(book, '县水利局'));
  const { rows, column } = tasksIn(await openWorkbook(blank));
  const cells = rows().map((row) => row.getCell(column('进展情况')).address);
  const bytes = repack(blank, (parts) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => {
        const xml = strFromU8(part);
        const filled = cells.reduce(
          (text, at) =>
            text.replace(
              new RegExp(`<c r="${at}"( s="\\d+")?\\s*/>`),
              `<c r="${at}"$1 t="inlineStr">${RUNS}</c>`,
            ),
          xml,
        );
        return [name, name.startsWith('xl/worksheets/sheet2') ? strToU8(filled) : part];
      }),
    ),
  );
  const { tasks } = rollUp(book, (await readReturned(bytes, '县水利局.xlsx')).collected);
  expect(tasks.map(({ name, reports }) => [name, reports[0]?.filled.progress])).toEqual([
    ['堤防达标', '已开工'],
    ['水库除险', '已开工'],
    ['农村供水', '已开工'],
  ]);
});
