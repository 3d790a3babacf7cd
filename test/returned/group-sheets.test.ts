// Members of a group send its sheet back as their own; a unit sends two files of which one is blank.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  messageOf,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  type TaskSheet,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const GROUP = '各乡镇';

let book: TaskBook;
beforeAll(async () => {
  book = await bookOf(
    taskNotice([
      '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 各乡镇 | 2026年12月底前',
      '集镇改造 | 完成2处集镇排水改造。 | 白马镇 | 县财政局 | 2026年12月底前',
    ]),
  );
});

/** A sheet with something said of each of its tasks. */
const filled = (unit: string, said: string): TaskSheet => {
  const sheet = sheetFor(book, unit);
  const rows = sheet.rows.map((row) => ({
    ...row,
    filled: { status: { status: 'done' as const }, progress: said },
  }));
  return { ...sheet, rows };
};
const rolledUp = async (files: readonly (readonly [name: string, said: string])[]) =>
  rolledUpFrom(
    book,
    await Promise.all(
      files.map(async ([name, said]) => [name, await sheetToXlsx(filled(GROUP, said))] as const),
    ),
    '2026-05-31',
  );

describe('the sheet of 各乡镇', () => {
  it.each([
    // What the file is called, who has sent it, and what is told.
    ['白马镇.xlsx', '白马镇', 'return-member'],
    ['白马镇(1).xlsx', '白马镇', 'return-member'],
    ['白马.xlsx', '白马镇', 'return-member'],
    ['白马镇/各乡镇.xlsx', '白马镇', 'return-member'],
    ['白马镇.zip/各乡镇.xlsx', '白马镇', 'return-member'],
    // The notice does not name it.
    ['黑水乡.xlsx', '黑水乡', 'return-member'],
    ['黑水乡人民政府.xlsx', '黑水乡', 'return-member'],
    ['各乡镇.xlsx', GROUP, 'return-group'],
    ['有关乡镇.xlsx', GROUP, 'return-group'],
    ['汇总件.xlsx', GROUP, 'return-group'],
    // A bureau is no township.
    ['县财政局.xlsx', GROUP, 'return-unit-differs'],
  ])('as %s is sent by %s: %s', async (name, unit, code) => {
    const all = await rolledUp([[name, '通水了']]);
    expect(all.files).toMatchObject([{ file: name, unit, edition: 'current', reported: 1 }]);
    expect(all.tasks[0]?.reports).toMatchObject([{ unit, state: 'done' }]);
    expect(all.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('is handed in by a unit that the notice names, with what it says of the group’s task', async () => {
    const { units, standings } = await rolledUp([['白马镇.xlsx', '通水了']]);
    expect(units.find(({ unit }) => unit === '白马镇')).toMatchObject({
      handed: 'yes',
      files: ['白马镇.xlsx'],
    });
    expect(standings.find(({ unit, part }) => unit === '白马镇' && part === 'lead')?.state).toBe('silent');
  });

  it('comes from as many as there are: nobody is asked to leave one', async () => {
    const all = await rolledUp([
      ['白马镇.xlsx', '白马的话'],
      ['黑水乡.xlsx', '黑水的话'],
      ['一/各乡镇.xlsx', '一的话'],
      ['二/各乡镇.xlsx', '二的话'],
    ]);
    expect(all.problems.map(({ code }) => code)).not.toContain('return-twice');
    expect(all.tasks[0]?.reports.map(({ filled: { progress } }) => progress).sort()).toEqual(
      ['一的话', '二的话', '白马的话', '黑水的话'].sort(),
    );
  });
});

describe('two files of one unit', () => {
  const UNIT = '县财政局';
  const csv = () => Buffer.from(sheetToCsv(filled(UNIT, '拨款了')));
  const blank = () => sheetToXlsx(sheetFor(book, UNIT));

  it.each([
    ['的 .csv 填了', () => csv(), blank, '', 1],
    ['都没有填', () => Buffer.from(sheetToCsv(sheetFor(book, UNIT))), blank, '', 0],
    [
      '都填了',
      () => csv(),
      // By hand: what the program itself wrote, nobody has typed since.
      async () =>
        changed(await blank(), (workbook) => {
          const { rows, column } = tasksIn(workbook);
          for (const row of rows()) {
            row.getCell(column('进展状态')).value = '已完成';
            row.getCell(column('进展情况')).value = '又拨款了';
          }
        }),
      '有 1 项几份都填了，填得不一样：“集镇改造”。这几项按 县财政局.xlsx 统计',
      1,
    ],
  ] as const)('%s: what is said is what is counted', async (_, one, other, words, done) => {
    const all = await rolledUpFrom(
      book,
      [
        ['县财政局.csv', one()],
        ['县财政局.xlsx', await other()],
      ],
      null,
    );
    // An untouched twin is no second return.
    const filled = words === '' ? [] : [{ code: 'return-twice', args: { unit: UNIT } }];
    expect(all.problems).toMatchObject(filled);
    expect(all.problems.map((each) => messageOf(each)).join()).toContain(words);
    expect(all.units.find(({ unit }) => unit === UNIT)?.done).toBe(done);
  });
});
