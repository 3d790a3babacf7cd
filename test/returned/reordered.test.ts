// Columns to fill in that stand in another order than they were sent: they were moved, or only their headers were exchanged.
import type Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  readReturned,
  renewSheet,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskSheet,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，制定巡查制度。 | 县水利局 | 县应急管理局 | 2026年9月底前',
];
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const book = await bookOf(taskNotice(ROWS));
const later = await bookOf(taskNotice(ROWS.map((row) => row.replace('6座', '7座'))));
const sheet = sheetFor(book, UNIT);
const sent = await sheetToXlsx(sheet);
// What 县财政局 may be a part of, of which it is asked.
const asked = sheetFor(
  await bookOf(taskNotice(ROWS.map((row) => row.replace('县应急管理局', '县应急管理局等单位')))),
  '县财政局',
);
const ORDER = ['责任人', '完成时限', '进展状态', '进展情况', '联系电话', '更新日期', '备注'];
const EXCHANGED = ['责任人', '完成时限', '进展状态', '备注', '联系电话', '更新日期', '进展情况'];

type Edit = (workbook: Excel.Workbook) => void;

const fill =
  (header: string, words: string): Edit =>
  (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows()) row.getCell(column(header)).value = words;
  };
const both =
  (...edits: Edit[]): Edit =>
  (workbook) => {
    for (const edit of edits) edit(workbook);
  };
const exchangeHeaders =
  (one: string, other: string): Edit =>
  (workbook) => {
    const { sheet: tasks, column } = tasksIn(workbook);
    const [a, b] = [column(one), column(other)];
    tasks.getCell(3, a).value = other;
    tasks.getCell(3, b).value = one;
  };
/** Exchanges two columns with all that stands in them. */
const exchangeColumns =
  (one: string, other: string): Edit =>
  (workbook) => {
    const { sheet: tasks, column, rows } = tasksIn(workbook);
    const [a, b] = [column(one), column(other)];
    for (const row of [tasks.getRow(3), ...rows()]) {
      const words = row.getCell(a).value;
      row.getCell(a).value = row.getCell(b).value;
      row.getCell(b).value = words;
    }
  };

const toldIn = (all: readonly { readonly code: string; readonly args: unknown }[]) =>
  all.filter(({ code }) => code === 'return-reordered').map(({ args }) => args);

describe('headers that were exchanged without their words', () => {
  const file = changed(sent, both(fill('进展情况', '已完成护岸3处'), exchangeHeaders('进展情况', '备注')));
  const told = [{ columns: EXCHANGED, sent: ORDER }];

  it('are told in the roll-up', async () => {
    expect(toldIn((await rolledUpFrom(book, [[FILE, await file]], null)).problems)).toEqual(told);
  });

  it('are told by each run that leaves the file as it is', async () => {
    const { value, diagnostics } = await renewSheet(sheet, FILE, await file);
    expect([value?.content === (await file), toldIn(diagnostics)]).toEqual([true, told]);
  });

  it('are told where the sheet is written again, and the file is kept to be looked at', async () => {
    const { value, diagnostics } = await renewSheet(sheetFor(later, UNIT), FILE, await file);
    expect(toldIn(diagnostics)).toEqual(told);
    expect(value?.keep?.name).toContain('待核对');
    expect(value?.keep?.lost).toEqual(['次序和发下去时不一样的填报列']);
    const again = await renewSheet(sheetFor(later, UNIT), FILE, value?.content as Uint8Array);
    expect(again.diagnostics).toEqual([]);
  });

  it('are told of a text', async () => {
    const rows = sheet.rows.map((row) => ({ ...row, filled: { progress: '已完成护岸3处' } }));
    const csv = sheetToCsv({ ...sheet, rows })
      .replace(',进展情况,', ',某列,')
      .replace(',备注,', ',进展情况,')
      .replace(',某列,', ',备注,');
    const { diagnostics } = await renewSheet(sheet, `${UNIT}.csv`, Buffer.from(csv));
    expect(toldIn(diagnostics)).toEqual([
      {
        columns: [
          '责任人',
          '联系电话',
          '完成时限',
          '进展状态',
          '备注',
          '更新日期',
          '进展情况',
          '是否涉及本单位',
        ],
        sent: [
          '责任人',
          '联系电话',
          '完成时限',
          '进展状态',
          '进展情况',
          '更新日期',
          '备注',
          '是否涉及本单位',
        ],
      },
    ]);
  });

  it('are not told where nothing stands below them', async () => {
    const blank = await changed(sent, both(fill('责任人', '张三'), exchangeHeaders('进展情况', '备注')));
    expect(toldIn((await rolledUpFrom(book, [[FILE, blank]], null)).problems)).toEqual([]);
  });
});

it('a column that was moved with its words is carried by its header, and told, since it looks the same', async () => {
  const file = await changed(
    sent,
    both(fill('进展情况', '已完成护岸3处'), exchangeColumns('进展情况', '备注')),
  );
  const { value, diagnostics } = await renewSheet(sheetFor(later, UNIT), FILE, file);
  expect(value?.sheet.rows.map(({ filled }) => filled)).toEqual(
    ROWS.map(() => ({ progress: '已完成护岸3处' })),
  );
  expect(toldIn(diagnostics)).toHaveLength(1);
});

it('a column that is gone, or stands between them and is their own, exchanges nothing', async () => {
  const file = await changed(
    sent,
    both(fill('进展情况', '已完成护岸3处'), (workbook) => {
      const { sheet: tasks, column } = tasksIn(workbook);
      tasks.getCell(3, column('联系电话')).value = '科室';
      tasks.spliceColumns(column('责任人'), 1);
    }),
  );
  expect(toldIn((await rolledUpFrom(book, [[FILE, file]], null)).problems)).toEqual([]);
});

describe('a sheet as it is sent', () => {
  const filled: TaskSheet['rows'][number]['filled'] = {
    person: '张三',
    phone: '1',
    due: '6月',
    status: { status: 'going' },
    progress: '开工',
    updated: '5月',
    note: '无',
    answer: { answer: 'yes' },
  };
  const all = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, filled })) };
  const [first, ...others] = all.rows;
  const folded = {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, people: '责任人：李四', filled: { note: '无' } })),
  };
  const further = { ...all, rows: first ? [{ ...first, remark: '见附件' }, ...others] : [] };
  const { answer: _, ...unanswered } = filled;
  const answered = { ...asked, rows: asked.rows.map((row) => ({ ...row, filled: unanswered })) };

  it.each([
    ['with all that can be filled in', all],
    ['whose 责任人 is folded away', folded],
    ['whose 责任人 stands aside', further],
    ['that asks', answered],
  ])('%s has its columns in their order', async (_, each) => {
    expect(each.rows).toHaveLength(2);
    const text = Buffer.from(sheetToCsv(each));
    for (const [name, file] of [[FILE, await sheetToXlsx(each)] as const, [`${UNIT}.csv`, text] as const]) {
      const { collected } = await readReturned(file, name);
      expect(collected.map((read) => read.sheet.reordered)).toEqual([undefined]);
    }
  });
});
