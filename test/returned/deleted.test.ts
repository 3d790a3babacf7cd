// A row that its unit has deleted, and that the notice still has: it is there again, is not new, and that is told.
import { describe, expect, it } from 'vitest';
import { readReturned, renewSheet, rollUp, sheetFor, sheetToCsv, sheetToXlsx } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，制定巡查制度。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '河道清淤 | 完成东河12公里河道清淤疏浚。 | 县水利局 | 县财政局 | 2026年11月底前',
];
const UNIT = '县水利局';

const present = await bookOf(taskNotice(ROWS));
const otherWords = await bookOf(taskNotice(ROWS.map((row) => row.replace('6座', '7座'))));
const before = sheetFor(present, UNIT);
const later = await bookOf(
  taskNotice([...ROWS, '节水 | 建成节水型单位10个。 | 县水利局 | 县财政局 | 2026年8月底前']),
);
const after = sheetFor(later, UNIT);

type Edit = Parameters<typeof changed>[1];
const withoutSecond: Edit = (workbook) => {
  const { sheet: tasks, rows } = tasksIn(workbook);
  tasks.spliceRows(rows()[1]?.number ?? 0, 1);
};
const sent = await sheetToXlsx(before);

describe.each([
  ['that is known', () => before],
  ['that only the file itself knows', undefined],
])('of an edition %s', (_, known) => {
  it.each([
    ['the same notice', before, []],
    ['the next edition', after, ['节水']],
  ] as const)('in a sheet of %s', async (_, sheet, added) => {
    const file = await changed(sent, withoutSecond);
    const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, file, { before: known });
    const isNew = value?.sheet.rows.filter(({ change }) => change?.kind === 'added');
    expect(isNew?.map(({ name }) => name)).toEqual(added);
    const told = diagnostics.filter(({ code }) => code === 'sheet-rows-back');
    expect(told.map(({ args }) => args)).toEqual([{ names: ['水库除险'], count: 1, unknown: 0 }]);
  });
});

it('what the file knows of its rows is nothing that anybody typed, and is no part of its check', async () => {
  const listed = (workbook: Parameters<Edit>[0]) => {
    const cover = workbook.getWorksheet('封面');
    const row = cover?.lastRow;
    return { cover, row, label: row?.getCell(1).text, ids: row?.getCell(2).text.split(' ') };
  };
  let seen: ReturnType<typeof listed> | undefined;
  const file = await changed(sent, (workbook) => {
    seen = listed(workbook);
  });
  expect([seen?.label, seen?.row?.hidden, seen?.ids]).toEqual([
    '各行编号',
    true,
    before.rows.map(({ id }) => id),
  ]);
  const { value, diagnostics } = await renewSheet(before, `${UNIT}.xlsx`, file);
  expect([value?.content === file, diagnostics]).toEqual([true, []]);
  // Of an earlier version, without the line, it stays as its people saved it, too.
  const older = await changed(sent, (workbook) => {
    const { cover, row } = listed(workbook);
    cover?.spliceRows(row?.number ?? 0, 1);
  });
  expect((await renewSheet(before, `${UNIT}.xlsx`, older)).value?.content).toBe(older);
});

it('in a roll-up over the next edition its task is told as missing, and what is new is not', async () => {
  const file = await changed(sent, withoutSecond);
  const { problems } = await rolledUpFrom(later, [[`${UNIT}.xlsx`, file]], null);
  const told = problems.filter(({ code }) => code === 'return-missing');
  expect(told.map(({ args }) => args)).toEqual([{ names: ['水库除险'], count: 1, unknown: 0 }]);
});

describe('in a roll-up a row that is gone from a text', () => {
  type Edit = (lines: string[]) => string[];
  const all: Edit = (lines) => lines;
  const withoutMiddle: Edit = ([head = '', a = '', , c = '']) => [head, a, c];
  const withoutLast: Edit = ([head = '', a = '', b = '']) => [head, a, b];
  const headOnly: Edit = ([head = '']) => [head];

  it.each([
    ['in the middle is told', withoutMiddle, present, false, ['水库除险']],
    ['at the end is told where the program wrote it', withoutLast, present, true, ['河道清淤']],
    ['at the end is not told elsewhere: the notice may have grown', withoutLast, present, false, []],
    [
      'is told with all others, where only the header is left',
      headOnly,
      present,
      false,
      ['堤防达标', '水库除险', '河道清淤'],
    ],
    ['is not, where all are there', all, present, true, []],
    ['is not, where the notice has one more since', all, later, false, []],
    [
      'is told under its name of now where that one has changed since',
      withoutMiddle,
      otherWords,
      true,
      ['水库除险'],
    ],
    ['is not, where what is left has changed', withoutLast, otherWords, true, []],
  ])('%s', async (_, edit, book, isPlaced, names) => {
    const lines = sheetToCsv(before)
      .split('\r\n')
      .filter((line) => line !== '');
    expect(ROWS.every((row, i) => lines[i + 1]?.includes(row.split(' | ')[0] ?? ''))).toBe(true);
    const file = Buffer.from(`${edit(lines).join('\r\n')}\r\n`);
    const { collected } = await readReturned(file, `${UNIT}.csv`);
    const { problems } = rollUp(
      book,
      collected.map((each) => ({ ...each, isPlaced })),
    );
    const told = problems.flatMap(({ code, args }) => (code === 'return-missing' ? [args] : []));
    expect(told).toEqual(names.length === 0 ? [] : [{ names, count: names.length, unknown: 0 }]);
  });
});

describe('in a roll-up rows that are gone from a workbook without its cover', () => {
  const without =
    (at: readonly number[]): Edit =>
    (workbook) => {
      workbook.removeWorksheet('封面');
      const { sheet: tasks, rows } = tasksIn(workbook);
      const numbers = rows().flatMap(({ number }, i) => (at.includes(i) ? [number] : []));
      for (const number of numbers.reverse()) tasks.spliceRows(number, 1);
    };

  it.each([
    ['in the middle', [1], ['水库除险']],
    ['at the end', [2], ['河道清淤']],
    ['all of them', [0, 1, 2], ['堤防达标', '水库除险', '河道清淤']],
    ['none', [], []],
  ])('%s', async (_, at, names) => {
    const { problems } = await rolledUpFrom(
      present,
      [[`${UNIT}.xlsx`, await changed(sent, without(at))]],
      null,
    );
    const told = problems.flatMap(({ code, args }) => (code === 'return-missing' ? [args] : []));
    expect(told).toEqual(names.length === 0 ? [] : [{ names, count: names.length, unknown: 0 }]);
  });

  it('are not told where what is left is of another edition', async () => {
    const file = await changed(sent, without([2]));
    const { problems } = await rolledUpFrom(otherWords, [[`${UNIT}.xlsx`, file]], null);
    expect(problems.map(({ code }) => code)).not.toContain('return-missing');
  });
});
