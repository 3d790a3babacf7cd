// A status that somebody has put into a column for something else: told with its cell, kept, and not counted.
import { beforeAll, describe, expect, it } from 'vitest';
import { renewSheet, sheetFor, sheetToXlsx, type TaskBook } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
]);
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;

let book: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = await bookOf(NOTICE);
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

const filled = (...all: readonly Readonly<Record<string, string>>[]) =>
  changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const [i, row] of rows().entries())
      for (const [header, value] of Object.entries(all[i] ?? {})) row.getCell(column(header)).value = value;
  });

const ELSEWHERE = 'return-status-elsewhere';
const FOR_DAY = 'return-status-for-day';
const OF_DAYS_OR_STATUS = new Set([ELSEWHERE, FOR_DAY, 'return-date', 'return-status']);

describe('a status', () => {
  it.each<[Record<string, string>, column: string, code: string]>([
    [{ 完成时限: '滞后' }, '完成时限', ELSEWHERE],
    [{ 完成时限: '已办结', 进展状态: '推进中' }, '完成时限', FOR_DAY],
    [{ 进展情况: '已完成。' }, '进展情况', ELSEWHERE],
    [{ 备注: '进行中' }, '备注', ELSEWHERE],
    [{ 更新日期: '未启动', 进展情况: '已开会部署' }, '更新日期', ELSEWHERE],
    [{ 责任人: '滞后' }, '责任人', ELSEWHERE],
  ])('%o is told once, and kept where it is', async (cells, column, code) => {
    const file = await filled(cells);
    const { problems, units } = await rolledUpFrom(book, [[FILE, file]], '2026-05-31');
    expect(problems.filter((each) => OF_DAYS_OR_STATUS.has(each.code))).toMatchObject([
      { code, args: { column, said: [cells[column]], count: 1 } },
    ]);
    expect(units.find(({ unit }) => unit === UNIT)).toMatchObject({ done: 0, late: 0, silent: 1 });
    const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), FILE, file);
    expect(diagnostics.map((each) => each.code)).toContain(code);
    expect(JSON.stringify(value?.sheet.rows)).toContain(cells[column]);
  });

  it('in one column of several rows is told in one line, with its cells', async () => {
    const file = await filled({ 进展情况: '推进中' }, { 进展情况: '已完成' });
    const { problems } = await rolledUpFrom(book, [[FILE, file]], '2026-05-31');
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      [
        ELSEWHERE,
        { column: '进展情况', said: ['推进中', '已完成'], cells: ['任务清单!J4', '任务清单!J5'], count: 2 },
      ],
    ]);
  });

  it.each<Record<string, string>>([
    { 进展状态: '推进中', 进展情况: '已完成' },
    { 进展情况: '已完成8处修复' },
    { 完成时限: '2026-06-30' },
  ])('%o is no such', async (cells) => {
    const { problems } = await rolledUpFrom(book, [[FILE, await filled(cells)]], '2026-05-31');
    expect(problems).toEqual([]);
  });
});
