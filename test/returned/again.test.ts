// What people do to a table as a whole: another header in the middle, headers in other words, copied rows.
import type Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { sheetFor, sheetToCsv, sheetToXlsx } from '../../src/index.js';
import type { ReturnedSheet } from '../../src/model/returned.js';
import { readReturnedCsv, readReturnedXlsx } from '../../src/returned/index.js';
import { joinedSheet } from '../../src/revise/index.js';
import { typedText } from '../../src/sheets/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();
const water = sheetFor(book, '区水利局');
const rail = sheetFor(book, '区教委');
const [first, second] = water.rows.map(({ id }) => id) as [string, string];

type Tasks = ReturnType<typeof tasksIn>;

/** 区水利局's sheet after somebody has changed its table. */
async function withTable(change: (tasks: Tasks) => void) {
  const bytes = await changed(await sheetToXlsx(water), (workbook) => change(tasksIn(workbook)));
  const { value } = await readReturnedXlsx(bytes, '区水利局.xlsx');
  if (!value) throw new Error('not read');
  return value;
}

const put = ({ rows, column }: Tasks, i: number, header: string, value: Excel.CellValue) => {
  (rows()[i] as Excel.Row).getCell(column(header)).value = value;
};
const said = ({ rows }: ReturnedSheet) =>
  rows.flatMap(({ id, filled: { status, progress } }) =>
    progress === undefined ? [] : [[id, typedText(status), typedText(progress)]],
  );

/** A table of CSV: its header, and its rows. */
const tableOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .filter((line) => !line.includes('"'))
    .map((line) => line.split(','));

describe('a header that comes again', () => {
  it.each([
    ['one column to the right', (cells: readonly string[]) => ['', ...cells]],
    ['in another order', (cells: readonly string[]) => cells.toReversed()],
    ['with a column more', (cells: readonly string[]) => [cells[0] === '编号' ? '科室' : '', ...cells]],
  ])('%s: the rows below it are under its columns', async (_, order) => {
    const { sheet, besides } = await withTable((tasks) => {
      put(tasks, 0, '进展状态', '推进中');
      put(tasks, 0, '进展情况', '上面的');
      const [header = [], ...rows] = tableOf(sheetToCsv(water));
      const row = [...(rows.find(([id]) => id === second) ?? [])];
      row[header.indexOf('进展状态')] = '滞后';
      row[header.indexOf('进展情况')] = '下面的';
      tasks.sheet.addRow([]);
      tasks.sheet.addRow(order(header));
      tasks.sheet.addRow(order(row));
    });
    // Tasks come again below it: it is another table, which goes on from the first or is another unit's.
    expect([sheet, ...besides].map(said)).toEqual([
      [[first, '推进中', '上面的']],
      [[second, '滞后', '下面的']],
    ]);
    const { returned, parts } = joinedSheet(water, sheet, besides);
    expect(parts).toEqual(besides);
    expect(said(returned)).toEqual([
      [first, '推进中', '上面的'],
      [second, '滞后', '下面的'],
    ]);
  });

  it('two CSV files put together, one in another order', async () => {
    const fill = (csv: string, words: string) => {
      const [header = [], ...rows] = tableOf(csv);
      return [header, ...rows.map((row) => row.with(header.indexOf('进展情况'), words))];
    };
    const upper = fill(sheetToCsv(water), '水利').slice(0, 2);
    const lower = fill(sheetToCsv(rail), '教育')
      .slice(0, 2)
      .map((row) => row.toReversed());
    const text = [...upper, ...lower].map((row) => row.join(',')).join('\r\n');
    const { value } = await readReturnedCsv(new TextEncoder().encode(text), '区水利局.csv');
    const tables = value ? [value.sheet, ...value.besides] : [];
    expect(tables.map(({ rows }) => rows.map(({ id, filled: { progress } }) => [id, progress]))).toEqual([
      [[upper[1]?.[0], '水利']],
      [[lower[1]?.at(-1), '教育']],
    ]);
    expect(tables.flatMap(({ stray }) => stray)).toEqual([]);
  });
});

describe('headers in other words', () => {
  it('with something in brackets behind are the known columns, and are told', async () => {
    const { sheet, dropped } = await withTable((tasks) => {
      put(tasks, 0, '进展情况', '动工');
      put(tasks, 0, '进展状态', '推进中');
      const names = {
        任务名称: '任务名称（县级）',
        目标内容: '目标内容（2026年)',
        进展情况: '进展情况（截至6月）',
      };
      for (const [header, words] of Object.entries(names))
        tasks.sheet.getRow(3).getCell(tasks.column(header)).value = words;
    });
    expect(said(sheet)).toEqual([[first, '推进中', '动工']]);
    expect(sheet.rows[0]?.cells).toMatchObject({ name: water.rows[0]?.name, goal: water.rows[0]?.goal });
    expect(dropped).toContain(
      '改了的表头“任务名称（县级）”“目标内容（2026年)”“进展情况（截至6月）”（照原来的列读）',
    );
  });

  it('are people’s own where the known column is there as well', async () => {
    const { sheet, dropped } = await withTable((tasks) => {
      const { rows, sheet: table } = tasks;
      const at = table.columnCount + 1;
      table.getRow(3).getCell(at).value = '责任人（科室）';
      (rows()[0] as Excel.Row).getCell(at).value = '李四';
      put(tasks, 0, '责任人', '张三');
    });
    expect(sheet.rows[0]).toMatchObject({ filled: { person: '张三' }, own: { '责任人（科室）': '李四' } });
    expect(dropped).toEqual([]);
  });

  it('填报单位 is a column that people added', async () => {
    const { sheet } = await withTable(({ sheet: table, rows }) => {
      const at = table.columnCount + 1;
      table.getRow(3).getCell(at).value = '填报单位';
      (rows()[0] as Excel.Row).getCell(at).value = '规划科';
    });
    expect([sheet.unit, sheet.rows[0]?.own]).toEqual(['区水利局', { 填报单位: '规划科' }]);
  });
});

describe('a column to fill in that somebody calls a little otherwise', () => {
  it.each([
    ['进展情况', '工作进展情况', true],
    ['进展情况', '进展', true],
    ['进展状态', '*进展状态：', true],
    ['进展情况', '进展\u200b情况', false],
  ])('%s, now %s, is that column; told: %s', async (header, name, isTold) => {
    const { sheet, dropped } = await withTable((tasks) => {
      put(tasks, 0, '进展状态', '推进中');
      put(tasks, 0, '进展情况', '写了的');
      const row = tasks.sheet.getRow((tasks.rows()[0] as Excel.Row).number - 1);
      row.getCell(tasks.column(header)).value = name;
    });
    expect(said(sheet)).toEqual([[first, '推进中', '写了的']]);
    expect(dropped.some((each) => each.includes(name))).toBe(isTold);
  });

  it('is their own beside the column itself', async () => {
    const { sheet } = await withTable((tasks) => {
      put(tasks, 0, '进展情况', '写了的');
      const row = tasks.sheet.getRow((tasks.rows()[0] as Excel.Row).number - 1);
      row.getCell(tasks.sheet.columnCount + 1).value = '上月进展情况';
      (tasks.rows()[0] as Excel.Row).getCell(tasks.sheet.columnCount).value = '上月的';
    });
    expect(sheet.rows.find(({ id }) => id === first)).toMatchObject({
      filled: { progress: '写了的' },
      own: { 上月进展情况: '上月的' },
    });
  });

  it('what is not seen around a status makes no difference; what is no status is not told as one', async () => {
    const { sheet } = await withTable((tasks) => {
      put(tasks, 0, '进展状态', '\u200b已完成\u3000');
      put(tasks, 1, '进展状态', 'DONE ');
    });
    expect(sheet.rows.flatMap(({ filled: { status } }) => status ?? [])).toEqual([
      { status: 'done' },
      'DONE ',
    ]);
    expect(sheet.rows.flatMap((row) => row.said ?? [])).toEqual([]);
  });
});

describe('a row that somebody has copied', () => {
  const copied = (words: string | null, ofCopy: string | null) =>
    withTable((tasks) => {
      put(tasks, 0, '进展情况', words);
      const row = tasks.rows()[0] as Excel.Row;
      const copy = tasks.sheet.addRow((row.values as Excel.CellValue[]).slice(1));
      row.eachCell((cell, i) => {
        copy.getCell(i).style = cell.style;
      });
      copy.getCell(tasks.column('进展情况')).value = ofCopy;
    });
  it.each([
    ['says the same', '动工', '动工', ['动工']],
    ['has nothing typed into it', '动工', null, ['动工']],
    ['alone is filled in', null, '动工', ['动工']],
    ['says something else', '动工', '完工', ['动工', '完工']],
  ])('and that %s', async (_, words, ofCopy, wanted) => {
    const { sheet } = await copied(words, ofCopy);
    const rows = sheet.rows.filter(({ id }) => id === first);
    expect(rows.map(({ filled }) => filled.progress)).toEqual(wanted);
  });
});
