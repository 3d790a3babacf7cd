// What cannot be counted is told by its kind, however many cells say it.
import { expect, it } from 'vitest';
import { messageOf, sheetFor, sheetToXlsx } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const NAMES = ['堤防达标', '水库除险', '河道清淤', '农村供水', '节水', '灌区改造'];
const book = await bookOf(
  taskNotice(NAMES.map((name, i) => `${name} | 完成${name}${i + 2}处。 | ${UNIT} | 县财政局`)),
);
const blank = await sheetToXlsx(sheetFor(book, UNIT));

/** What is told where each row says one of these words in a column. */
const told = async (said: Readonly<Record<string, readonly string[]>>) => {
  const bytes = await changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const [header, words] of Object.entries(said))
      for (const [i, row] of rows().entries())
        row.getCell(column(header)).value = words[i % words.length] ?? null;
  });
  return (await rolledUpFrom(book, [[`${UNIT}.xlsx`, bytes]], null)).problems;
};

it('one status in all rows is one line, with the count and the first places', async () => {
  const [problem, ...others] = await told({ 进展状态: ['差不多'] });
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'return-status',
    args: { said: ['差不多'], near: null, count: 6 },
  });
  const words = problem ? messageOf(problem) : '';
  expect(words).toContain('共 6 处');
  expect(words).toContain('任务清单!I4、任务清单!I5、任务清单!I6 等');
});

it('statuses that nearly say one are told apart from those that say none, and days by column', async () => {
  const problems = await told({
    进展状态: ['己完成', '差不多', '快了'],
    完成时限: ['尽快'],
    更新日期: ['上周'],
  });
  expect(problems.map(({ code, args }) => [code, args])).toEqual([
    ['return-status', expect.objectContaining({ said: ['己完成'], near: '已完成', count: 2 })],
    ['return-status', expect.objectContaining({ said: ['差不多', '快了'], near: null, count: 4 })],
    ['return-date', expect.objectContaining({ column: '完成时限', said: ['尽快'], count: 6 })],
    ['return-date', expect.objectContaining({ column: '更新日期', said: ['上周'], count: 6 })],
  ]);
});

it('one cell is told by itself, without a count', async () => {
  const [problem] = await told({ 进展状态: ['差不多', '已完成', '推进中', '未启动', '滞后', '已完成'] });
  expect(problem).toMatchObject({ args: { cells: ['任务清单!I4'], count: 1 } });
  expect(problem ? messageOf(problem) : '').not.toContain('共');
});
