// An old sheet that comes back after the notice has exchanged the names of two tasks: what stands in it goes with that of
// which text and units are the same, and as only its people know which they meant, that is told.
import { expect, it } from 'vitest';
import {
  planSheets,
  prepare,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  unitFinder,
  withLineage,
} from '../../src/index.js';
import { lineageIn } from '../../src/revise/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const [MEALS, BEDS, WELLS] = ['改造中小学食堂20所。', '维修学生宿舍6栋。', '新打应急备用机井12眼。'] as const;
const rowsOf = (
  meals: string,
  beds: string,
  [goal, other, wells] = [MEALS, BEDS, WELLS] as readonly string[],
) => [
  `${meals} | ${goal} | 县教育局 | 县市场监管局`,
  `${beds} | ${other} | 县教育局 | 县水利局`,
  `机井建设 | ${wells} | 县教育局 | 县水利局`,
];
const before = await bookOf(taskNotice(rowsOf('食堂改造', '宿舍维修')));
const now = withLineage(
  await bookOf(taskNotice(rowsOf('宿舍维修', '食堂改造', [MEALS, BEDS, WELLS.replace('12', '15')]))),
  before,
);

/** The old sheet of a unit, filled in at each task with what the task was called. */
const oldSheet = async (unit: string) =>
  Buffer.from(
    await changed(await sheetToXlsx(sheetFor(before, unit)), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const row of rows())
        row.getCell(column('进展情况')).value = `办了${row.getCell(column('任务名称')).text}`;
    }),
  );
async function built(folder: VirtualFolder, unit: string, book: TaskBook = now) {
  const files = planSheets(book, [sheetFor(book, unit)], ['xlsx']);
  const { value } = await prepare(folder, files, {
    force: false,
    step: () => undefined,
    unitOf: unitFinder(book),
    lineage: lineageIn(book),
  });
  if (!value) throw new Error('nothing is prepared');
  folder.commit(value);
  return value;
}

it.each([
  ['县市场监管局', ['食堂改造'], [[MEALS, '办了食堂改造']]],
  [
    '县水利局',
    ['宿舍维修'],
    [
      [BEDS, '办了宿舍维修'],
      [WELLS.replace('12', '15'), '办了机井建设'],
    ],
  ],
  [
    '县教育局',
    ['食堂改造', '宿舍维修'],
    [
      [MEALS, '办了食堂改造'],
      [BEDS, '办了宿舍维修'],
      [WELLS.replace('12', '15'), '办了机井建设'],
    ],
  ],
])('the old sheet of %s is told, and goes with what is the same', async (unit, names, said) => {
  const folder = new VirtualFolder(new Map([[`${unit}.xlsx`, await oldSheet(unit)]]));
  const { diagnostics, outputs } = await built(folder, unit);
  expect(diagnostics.find(({ code }) => code === 'return-exchanged')?.args).toMatchObject({
    names,
    count: names.length,
  });
  const sheet = outputs.find(({ name }) => name === `${unit}.xlsx`)?.sheet;
  expect(sheet?.rows.map(({ goal, filled }) => [goal, filled.progress])).toEqual(said);
  expect(sheet?.kept).toEqual([]);
  // The file that was filled in is there to be looked at.
  expect(outputs.some(({ name }) => name.startsWith(`原件/${unit}`))).toBe(true);
  const again = await built(folder, unit);
  expect(again.diagnostics.map(({ code }) => code)).not.toContain('return-exchanged');
});

it('tells of it in a roll-up, too', async () => {
  const { problems } = await rolledUpFrom(now, [['县教育局.xlsx', await oldSheet('县教育局')]], null);
  expect(problems.find(({ code }) => code === 'return-exchanged')?.args).toMatchObject({
    names: ['食堂改造', '宿舍维修'],
  });
});

it('puts aside what may be of either, where the goals are others, too', async () => {
  const goals = [MEALS.replace('20', '30'), BEDS.replace('6', '9'), WELLS];
  const revised = withLineage(await bookOf(taskNotice(rowsOf('宿舍维修', '食堂改造', goals))), before);
  const unit = '县市场监管局';
  const folder = new VirtualFolder(new Map([[`${unit}.xlsx`, await oldSheet(unit)]]));
  const { diagnostics, outputs } = await built(folder, unit, revised);
  expect(diagnostics.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['return-exchanged', 'sheet-unplaced']),
  );
  const sheet = outputs.find(({ name }) => name === `${unit}.xlsx`)?.sheet;
  expect(sheet?.kept.map(({ part, filled }) => [part, filled.progress])).toEqual([
    ['unplaced', '办了食堂改造'],
  ]);
  // Until somebody has put it where it belongs.
  const again = await built(folder, unit, revised);
  expect(again.diagnostics.map(({ code }) => code)).toContain('sheet-unplaced');
});
