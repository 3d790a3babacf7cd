// 未动 of a task, unit by unit: nobody of it has moved; where its lead stands still and others go on, that is said by unit.
import { beforeAll, describe, expect, it } from 'vitest';
import { taskProgress } from '../../src/collect/index.js';
import {
  type PastMonth,
  type RollUp,
  readReturned,
  rollUp,
  rollUpToXlsx,
  sheetFor,
  sheetToCsv,
  type TaskBook,
} from '../../src/index.js';
import { openWorkbook } from '../support/returned.js';
import { asMonth } from '../support/rolled.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const HELPERS = ['县财政局', '县民政局', '县农业农村局', '县教育局', '县审计局'] as const;
const NOTICE = taskNotice([`堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | ${HELPERS.join('、')}`]);

let book: TaskBook;
beforeAll(async () => {
  book = await bookOf(NOTICE);
});

/** A month in which units say of the task how it goes; who is not named hands in nothing, and who says nothing a blank sheet. */
async function month(on: string, said: Readonly<Record<string, string>>, past: PastMonth[] = []) {
  const all = await Promise.all(
    Object.entries(said).map(async ([unit, progress]) => {
      const sheet = sheetFor(book, unit);
      const status = progress === '办结' ? 'done' : 'going';
      const filled = progress === '' ? {} : { status: { status } as const, progress };
      const rows = sheet.rows.map((row) => ({ ...row, filled }));
      return (await readReturned(Buffer.from(sheetToCsv({ ...sheet, rows })), `${unit}.csv`)).collected;
    }),
  );
  return rollUp(book, all.flat(), on, [], past);
}

/** The last of three months. */
async function third(...said: readonly Readonly<Record<string, string>>[]): Promise<RollUp> {
  const past: PastMonth[] = [];
  let last: RollUp | undefined;
  for (const [i, each] of said.entries()) {
    last = await month(`2026-0${i + 6}-30`, each, past);
    past.push(await asMonth(last, `${i}.json`));
  }
  if (!last) throw new Error('no month');
  return last;
}

const rowIn = async (all: RollUp) => {
  const sheet = (await openWorkbook(await rollUpToXlsx(all))).getWorksheet('逐项');
  const headers = sheet?.getRow(3).values as string[];
  const cell = (header: string) => sheet?.getRow(4).getCell(headers.indexOf(header)).value;
  return { still: cell('未动自'), others: cell('其他单位') };
};

describe('a task', () => {
  const A = { 县水利局: '开工', 县财政局: '拨款' };
  it.each<[what: string, months: Readonly<Record<string, string>>[], still: string | null, others: string]>([
    [
      'that all say the same of stands still since the first month',
      [A, A, A],
      '2026-06-30',
      '推进中 1，没有交 4',
    ],
    [
      'that its lead stands still with, and a helper goes on with, does not',
      [A, A, { ...A, 县财政局: '拨款到位' }],
      null,
      '推进中 1，没有交 4；这次有进展 1（县财政局）',
    ],
    [
      'stands still since the last time that anybody moved',
      [A, { ...A, 县财政局: '拨款到位' }, { ...A, 县财政局: '拨款到位' }],
      '2026-07-30',
      '推进中 1，没有交 4',
    ],
    [
      'that somebody tells of for the first time does not',
      [A, A, { ...A, 县民政局: '摸底' }],
      null,
      '推进中 2，没有交 3；这次首次填报 1（县民政局）',
    ],
    [
      'of which somebody took back what it said does not',
      [A, A, { ...A, 县财政局: '' }],
      null,
      '没有填 1，没有交 4；这次退回 1（县财政局）',
    ],
    [
      'stands still where helpers are done and its lead is not',
      [
        { ...A, 县财政局: '办结' },
        { ...A, 县财政局: '办结' },
      ],
      '2026-06-30',
      '已完成 1，没有交 4',
    ],
    ['that is done does not', [{ 县水利局: '办结' }, { 县水利局: '办结' }], null, '没有交 5'],
    [
      'that its lead goes on with has its helpers counted only',
      [A, { 县水利局: '过半', 县财政局: '拨款到位' }],
      null,
      '推进中 1，没有交 4',
    ],
    [
      'that more than three have moved with names three',
      [A, { ...A, ...Object.fromEntries(HELPERS.map((unit) => [unit, '新的话'])) }],
      null,
      '推进中 5；这次有进展 1（县财政局），首次填报 4（县民政局、县农业农村局、县教育局等）',
    ],
  ])('%s', async (_, months, still, others) => {
    const all = await third(...months);
    expect(taskProgress(all).map((each) => each.still)).toEqual([still]);
    const row = await rowIn(all);
    expect(row.still).toBe(still);
    // Who is named where few are is another matter.
    expect(String(row.others).replace(/(?<=(?:推进中|没有填|已完成|没有交) \d)（[^）]*）/g, '')).toBe(others);
  });
});
