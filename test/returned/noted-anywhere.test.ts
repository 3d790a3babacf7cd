// Law: a comment on any cell of a table that came back, whatever column it is in, is in what is read of it.
import { expect, it } from 'vitest';
import { renewSheet, sheetFor, sheetToXlsx } from '../../src/index.js';
import { readReturnedXlsx } from '../../src/returned/index.js';
import { changed, openWorkbook, rolledUpFrom } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '安全检查 | 对在建工地开展2次检查。 | 县应急管理局 | 县安委会成员单位 |',
  '安全宣传 | 组织1次安全生产月宣传活动。 | 县应急管理局 | 各有关单位 |',
]);
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const [book, later] = await Promise.all([bookOf(NOTICE), bookOf(NOTICE.replace('8处', '9处'))]);
const blank = await sheetToXlsx(sheetFor(book, UNIT));

it.each(['任务清单', '待确认'])('on a row of %s, column by column', async (name) => {
  const words: string[] = [];
  const bytes = await changed(blank, (workbook) => {
    const sheet = workbook.getWorksheet(name);
    const width = sheet?.getRow(3).cellCount ?? 0;
    for (let column = 1; column <= width; column++) {
      const cell = sheet?.getRow(4).getCell(column);
      if (!cell || cell.master !== cell) continue;
      words.push(`批注在${sheet?.getRow(3).getCell(column).text}`);
      cell.note = `${words.at(-1)}`;
    }
  });
  expect(words).toContain('批注在校验');
  const { value } = await readReturnedXlsx(bytes, FILE);
  const read = JSON.stringify(value?.sheet);
  expect(words.filter((each) => !read.includes(each))).toEqual([]);
  const all = JSON.stringify(await rolledUpFrom(book, [[FILE, bytes]], null));
  expect(words.filter((each) => !all.includes(each))).toEqual([]);
  const { value: next } = await renewSheet(sheetFor(later, UNIT), FILE, bytes, {
    before: () => sheetFor(book, UNIT),
  });
  const notes: string[] = [];
  (await openWorkbook(next?.content as Uint8Array)).eachSheet((each) =>
    each.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, ({ note }) => {
        if (note)
          notes.push(typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join(''));
      }),
    ),
  );
  expect(words.filter((each) => !notes.join('\n').includes(each))).toEqual([]);
});
