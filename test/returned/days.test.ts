// Days that units type: what nobody can have meant is told and not reckoned with, and comes back as it was typed.
import { beforeAll, describe, expect, it } from 'vitest';
import { lateIn } from '../../src/collect/index.js';
import { renewSheet, sheetFor, sheetToXlsx, type TaskBook } from '../../src/index.js';
import { changed, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
]);
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const ON = '2026-08-31';

let book: TaskBook;
let later: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  [book, later] = [await bookOf(NOTICE), await bookOf(NOTICE.replace('6座', '7座'))];
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

/** What a cell for a day holds: in a format of days where `isDay` says so. */
interface Cell {
  readonly value: string | number | Date;
  readonly isDay?: boolean;
}

async function filled(cells: Readonly<Record<string, Cell>>, said = '正在施工') {
  return changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const [row] = rows();
    if (row) row.getCell(column('进展情况')).value = said;
    for (const [header, { value, isDay = false }] of Object.entries(cells)) {
      const cell = row?.getCell(column(header));
      // Cells that look alike have one style.
      const style = { ...cell?.style, numFmt: isDay ? 'yyyy-mm-dd' : 'General' };
      if (cell) Object.assign(cell, { value, style });
    }
  });
}

const rolledUp = (...files: readonly (readonly [name: string, bytes: Uint8Array])[]) =>
  rolledUpFrom(book, files, ON);

describe('a day to finish by', () => {
  it.each<[string, Cell, due: string | null, code: string | undefined]>([
    ['a number in a cell for days', { value: 20260701, isDay: true }, '2026-07-01', undefined],
    ['a number', { value: 20260701 }, '2026-07-01', undefined],
    ['a text', { value: '20260701' }, '2026-07-01', undefined],
    ['a number that is no day', { value: 20261301, isDay: true }, null, 'return-date'],
    ['a month in a cell for days', { value: 202607, isDay: true }, null, 'return-day-far'],
    ['a slip in the year', { value: new Date('1926-12-31T00:00:00Z'), isDay: true }, null, 'return-day-far'],
    ['a text of such', { value: '2206-07-01' }, null, 'return-day-far'],
    ['ten years before', { value: '2016-07-01' }, null, 'return-day-far'],
    ['a day with the time of day', { value: '2026-07-01 17:30' }, '2026-07-01', undefined],
    ['the same as a program writes it', { value: '2026/7/1 0:00' }, '2026-07-01', undefined],
    [
      'the same in a cell for days',
      { value: new Date('2026-07-01T17:30:00Z'), isDay: true },
      '2026-07-01',
      undefined,
    ],
    ['the same in words', { value: '2026年7月1日下午5时前' }, '2026-07-01', undefined],
    ['the end of a month, as notices print it', { value: '2026年7月底' }, '2026-07-31', undefined],
    ['a month without a day', { value: '2026年7月' }, null, 'return-date'],
    ['ten years on', { value: '2036-07-01' }, '2036-07-01', undefined],
  ])('%s: %j', async (_, cell, due, code) => {
    const all = await rolledUp([FILE, await filled({ 完成时限: cell })]);
    expect(all.tasks[0]?.reports[0]?.due).toBe(due);
    expect(all.problems.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
    // Else the notice's own day counts, and no other.
    const [late] = lateIn(all);
    expect(late?.due ?? null).toBe(due === '2036-07-01' ? null : (due ?? '2026-06-30'));
  });

  it.each<[Cell, unknown]>([
    [{ value: 20260701, isDay: true }, 20260701],
    [{ value: 20260701 }, 20260701],
    [{ value: '20260701' }, '20260701'],
  ])(
    'comes back as it was typed, and never as a day that a workbook cannot hold: %j',
    async (cell, typed) => {
      const { value } = await renewSheet(sheetFor(later, UNIT), FILE, await filled({ 更新日期: cell }));
      const { rows, column } = tasksIn(await openWorkbook(value?.content as Uint8Array));
      const found = rows()[0]?.getCell(column('更新日期'));
      expect(found?.value).toBe(typed);
      expect(found?.numFmt ?? 'General').not.toContain('yy');
    },
  );
});

describe('the day on which a file was filled in', () => {
  it.each<[string, Cell]>([
    ['after the day of the roll-up', { value: '2027-06-05' }],
    ['a number that no day is', { value: 20269999, isDay: true }],
    ['of another age', { value: 202607, isDay: true }],
  ])('%s does not decide which file counts, and is told', async (_, cell) => {
    const all = await rolledUp(
      ['县水利局（一）.xlsx', await filled({ 更新日期: cell }, '旧的话')],
      ['县水利局（二）.xlsx', await filled({ 更新日期: { value: '2026-08-20' } }, '新的话')],
    );
    expect(all.tasks[0]?.reports.at(-1)?.filled.progress).toBe('新的话');
    expect(all.problems.map(({ code }) => code).filter((code) => code !== 'return-twice')).toHaveLength(1);
    expect(all.problems.find(({ code }) => code === 'return-twice')?.args).toMatchObject({ by: '更新日期' });
  });
});
