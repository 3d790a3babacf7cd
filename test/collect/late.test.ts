// What is late: by the day that the unit gives, else by the notice's; counted once, and shown everywhere alike.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lateIn, taskProgress } from '../../src/collect/index.js';
import {
  type Collected,
  type RollUp,
  readReturned,
  reportsIn,
  rollUp,
  rollUpToXlsx,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
} from '../../src/index.js';
import { pageOf } from '../../src/page/index.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 4月底前开工，9月底前完成6座小型水库除险加固。 | 县水利局 | 县应急管理局 | ',
  '农村供水 | 新建改建集中供水工程12处。 | 县水利局 | 县农业农村局 | ',
  '河道巡查 | 常态化开展河道巡查。 | 县水利局 | 县财政局 | 长期坚持',
  '水价改革 | 完成水价改革。 | 县财政局 | 县水利局 | 汛前',
]);

let book: TaskBook;
beforeAll(async () => {
  book = await bookOf(NOTICE);
});

type Entry = Readonly<Record<string, string | Date>>;

/** A unit's sheet as it comes back, row by row. */
async function returned(unit: string, entries: readonly Entry[]): Promise<readonly Collected[]> {
  const bytes = await changed(await sheetToXlsx(sheetFor(book, unit)), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const [i, row] of rows().entries()) {
      for (const [header, value] of Object.entries(entries[i] ?? {}))
        row.getCell(column(header)).value = value;
    }
  });
  return (await readReturned(bytes, `${unit}.xlsx`)).collected;
}

const DAY = (day: string) => new Date(`${day}T00:00:00Z`);
const lateWords = (all: RollUp) => lateIn(all).map(({ name, due, by }) => [name, due, by].join(' '));

describe('a task is late', () => {
  it.each<[what: string, on: string | null, entries: Entry[], late: string[]]>([
    ['never without a day to judge by', null, [{ 进展状态: '推进中' }], []],
    [
      'by the notice, whether or not anything is filled in',
      '2026-10-01',
      [],
      ['堤防达标 2026-06-30 notice', '水库除险 2026-09-30 notice'],
    ],
    ['not before the last of its days', '2026-09-30', [{ 进展状态: '已完成' }], []],
    [
      'not where it is done',
      '2027-01-01',
      [{ 进展状态: '已完成' }, { 进展状态: '已完成' }, { 进展状态: '已完成' }],
      [],
    ],
    [
      'by the end of the year that was inferred, and so it says',
      '2027-01-01',
      [{ 进展状态: '已完成' }, { 进展状态: '已完成' }, { 进展状态: '推进中' }],
      ['农村供水 2026-12-31 inferred'],
    ],
    [
      'by the day that the unit gives, which counts before the notice',
      '2026-07-15',
      [{ 完成时限: DAY('2026-07-31') }, { 完成时限: DAY('2026-05-31'), 进展状态: '推进中' }],
      ['水库除险 2026-05-31 unit'],
    ],
    ['where it says so', '2026-04-01', [{ 进展状态: '滞后' }], ['堤防达标  status']],
    [
      'where it says so, and its day has gone by',
      '2026-07-01',
      [{ 进展状态: '滞后' }],
      ['堤防达标 2026-06-30 notice'],
    ],
  ])('%s', async (_, on, entries, late) => {
    expect(lateWords(rollUp(book, await returned('县水利局', entries), on))).toEqual(late);
  });

  it('not of a unit that has sent nothing, of which nothing else is known', () => {
    const all = rollUp(book, [], '2027-01-01');
    expect(lateIn(all)).toEqual([]);
    expect(all.units.map(({ tasks, absent }) => tasks - absent)).toEqual(all.units.map(() => 0));
  });

  it('is the same where what came back was let go once it was read', async () => {
    const collected = await returned('县水利局', [{ 进展情况: '还差两处' }]);
    const on = '2026-07-01';
    const read = collected.map((each) => reportsIn(book, each, on));
    expect(rollUp(book, read, on)).toEqual(rollUp(book, collected, on));
  });

  it('is listed in the workbook', async () => {
    const all = rollUp(book, await returned('县水利局', [{ 进展情况: '还差两处' }]), '2026-07-01');
    const workbook = await openWorkbook(await rollUpToXlsx(all));
    const sheet = workbook.getWorksheet('滞后');
    expect(sheet?.getRow(4).values).toEqual(
      expect.arrayContaining(['县水利局', '堤防达标', '2026-06-30', 1, '没有填', '还差两处']),
    );
    expect(everythingIn(workbook)).toContain('滞后');
  });
});

describe('how far a task is', () => {
  const GOING = { 进展状态: '推进中' };
  it.each<[what: string, on: string, entries: Entry[], told: string]>([
    [
      'goes by the notice where its lead gives itself a later day',
      '2026-07-10',
      [{ ...GOING, 完成时限: DAY('2026-12-31') }],
      'late 2026-06-30 10',
    ],
    [
      'goes by the notice where its lead gives itself an earlier day',
      '2026-05-01',
      [{ ...GOING, 完成时限: DAY('2026-03-01') }],
      'going 2026-06-30 null',
    ],
    [
      'is counted from the day of the notice, not from that of its lead',
      '2026-07-10',
      [{ ...GOING, 完成时限: DAY('2026-03-01') }],
      'late 2026-06-30 10',
    ],
    ['is late where its lead leaves it blank', '2026-07-10', [{ 责任人: '张三' }], 'late 2026-06-30 10'],
    ['is late where its lead says so', '2026-05-01', [{ 进展状态: '滞后' }], 'late 2026-06-30 null'],
    [
      'is done where its lead has done it',
      '2026-07-10',
      [{ 进展状态: '已完成', 完成时限: DAY('2026-12-31') }],
      'done 2026-06-30 null',
    ],
  ])('%s', async (_, on, entries, told) => {
    const [task] = taskProgress(rollUp(book, await returned('县水利局', entries), on));
    expect([task?.state, task?.due, task?.days].join(' ')).toBe(told.replace('null', ''));
  });

  it('does not go by the day that one of many gives itself', async () => {
    const lead = await returned('县水利局', [{ 进展状态: '推进中' }]);
    // 堤防达标 is the first that 县财政局 helps with; 水价改革 comes before it on its sheet, which it leads.
    const other = await returned('县财政局', [{}, { ...GOING, 完成时限: DAY('2026-01-31') }]);
    const all = rollUp(book, [...lead, ...other], '2026-05-01');
    expect(lateWords(all)).toEqual(['堤防达标 2026-01-31 unit']);
    expect(taskProgress(all).map(({ days }) => days)).toEqual([null, null, null, null, null]);
  });

  it('has no day where the notice has none', async () => {
    const entries = [{}, {}, {}, { ...GOING, 完成时限: DAY('2026-01-31') }];
    const all = rollUp(book, await returned('县水利局', entries), '2026-05-01');
    expect(lateWords(all)).toEqual(['河道巡查 2026-01-31 unit']);
    const task = taskProgress(all)[3];
    expect([task?.state, task?.due, task?.days]).toEqual(['going', null, null]);
    const row = (await openWorkbook(await rollUpToXlsx(all))).getWorksheet('逐项')?.getRow(7).values;
    expect(JSON.stringify(row)).toContain(
      '县水利局：滞后（填的是“推进中”）（本单位填的时限 2026-01-31 已过）',
    );
  });
});

describe('whatever units report', () => {
  it('every count adds up, and all show the same figures', async () => {
    const status = fc.constantFrom('', '未启动', '推进中', '已完成', '滞后', '快了');
    const due = fc.constantFrom('', '2026-05-31', '2026-12-20', '年底');
    const row = fc.record({ 进展状态: status, 完成时限: due, 进展情况: fc.constantFrom('', '在办') });
    const on = fc.constantFrom(null, '2026-05-01', '2026-06-30', '2026-10-01', '2027-01-01');
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 5 }),
        fc.array(row, { maxLength: 5 }),
        on,
        async (one, other, day) => {
          const entries = (rows: typeof one) =>
            rows.map((each) => Object.fromEntries(Object.entries(each).filter(([, text]) => text !== '')));
          const all = rollUp(
            book,
            [...(await returned('县水利局', entries(one))), ...(await returned('县财政局', entries(other)))],
            day,
          );
          for (const { unit, tasks, late, ...counts } of all.units) {
            expect(late).toBe(lateIn(all).filter((each) => each.unit === unit).length);
            const { done, going, idle, other: rest, silent, absent } = counts;
            expect(done + going + idle + late + rest + silent + absent).toBe(tasks);
          }
          // The states on the page are those of the count.
          const { overview, data } = pageOf(book, { rollUp: all });
          expect(overview.progress?.late.length).toBe(lateIn(all).length);
          const shown = [...data.rows].flatMap(({ name, reports }) =>
            reports.filter(({ state }) => state === 'late').map(({ unit }) => `${unit} ${name}`),
          );
          const counted = lateIn(all).map(({ unit, name }) => `${unit} ${name}`);
          expect(counted).toEqual(expect.arrayContaining(shown));
        },
      ),
      { numRuns: 12 },
    );
  });
});
