// A copy beside a unit's sheet in which nothing else is filled in: nobody has anything to do with it.
import { describe, expect, it } from 'vitest';
import { planSheets, prepare, sheetFor, sheetToXlsx, unitFinder } from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
  '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县财政局',
];
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const COPY = `${UNIT}(1).xlsx`;
const book = await bookOf(taskNotice(ROWS));
const revised = await bookOf(taskNotice(ROWS.map((row) => row.replace('8处', '9处'))));

const filled = async (
  words: readonly string[],
  more: (workbook: Parameters<typeof tasksIn>[0]) => void = () => {},
) =>
  Buffer.from(
    await changed(await sheetToXlsx(sheetFor(book, UNIT)), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const [i, row] of rows().entries()) row.getCell(column('进展情况')).value = words[i] ?? null;
      more(workbook);
    }),
  );

const whole = await filled(['甲', '乙']);
const part = await filled(['甲']);
const other = await filled(['甲', '丙']);
const turned = await filled(['乙', '甲']);
const more = await filled(['甲', '乙'], (workbook) => {
  workbook.addWorksheet('附表').getCell('A1').value = '明细';
});

describe('a copy beside a sheet', () => {
  it.each<[string, Buffer, string, typeof book]>([
    ['that says the same', whole, 'sheet-beside-same', book],
    ['that says the same, over a revision', whole, 'sheet-beside-same', revised],
    ['that says a part of it', part, 'sheet-beside-same', book],
    ['that says something else', other, 'sheet-beside', book],
    ['that says it of other tasks', turned, 'sheet-beside', book],
    ['that has a worksheet more', more, 'sheet-beside', book],
  ])('%s', async (_, copy, code, of) => {
    const folder = new VirtualFolder(
      new Map([
        [FILE, whole],
        [COPY, copy],
      ]),
    );
    const files = planSheets(of, [sheetFor(of, UNIT)], ['xlsx']);
    const options = { force: false, step: () => undefined, unitOf: unitFinder(of) };
    const told = (await prepare(folder, files, options)).value?.diagnostics ?? [];
    expect(told).toMatchObject([{ code, args: { unit: UNIT, names: [COPY], as: FILE } }]);
  });
});

it('the very file that was carried is the same, whatever cannot be carried of it, in the run that carries it and later', async () => {
  // Words over what is printed, and rows sorted in part: the file is kept, and the next sheet says it otherwise.
  const theirs = await filled(['甲', '乙'], (workbook) => {
    const { rows, column, sheet } = tasksIn(workbook);
    const [first, second] = rows();
    if (!first || !second) throw new Error('no rows');
    first.getCell(column('目标内容')).value = '已完成5处';
    for (const header of ['编号', '任务名称']) {
      const [one, other] = [first.getCell(column(header)), second.getCell(column(header))];
      [one.value, other.value] = [other.value, one.value];
    }
    sheet.getCell('A9').value = '填报人：张三';
  });
  const folder = new VirtualFolder(
    new Map([
      [FILE, theirs],
      [COPY, theirs],
    ]),
  );
  const files = planSheets(book, [sheetFor(book, UNIT)], ['xlsx']);
  const options = { force: false, step: () => undefined, unitOf: unitFinder(book) };
  for (let run = 0; run < 2; run++) {
    const { value } = await prepare(folder, files, options);
    const told = value?.diagnostics.filter(({ code }) => code.startsWith('sheet-beside')) ?? [];
    expect(told).toMatchObject([
      { code: 'sheet-beside-same', args: { unit: UNIT, names: [COPY], as: FILE } },
    ]);
    if (value) folder.commit(value);
  }
  expect(folder.files.get(FILE)).not.toEqual(theirs);
});

it('a copy that lies there after a revision in which tasks have other ids is the same, with a worksheet of its people’s own', async () => {
  const others = await bookOf(taskNotice(ROWS.map((row) => row.replace('水毁工程修复', '水毁工程恢复重建'))));
  const sheet = sheetFor(others, UNIT);
  expect(sheet.rows[0]?.id).not.toBe(sheetFor(book, UNIT).rows[0]?.id);
  const folder = new VirtualFolder(new Map([[FILE, more]]));
  const files = planSheets(others, [sheet], ['xlsx']);
  const options = { force: false, step: () => undefined, unitOf: unitFinder(others) };
  const { value } = await prepare(folder, files, options);
  if (value) folder.commit(value);
  expect([...folder.files.keys()]).toEqual([FILE]);
  const toldOf = async (copy: Buffer) => {
    folder.files.set(COPY, copy);
    return (await prepare(folder, files, options)).value?.diagnostics ?? [];
  };
  expect(await toldOf(more)).toMatchObject([{ code: 'sheet-beside-same', args: { names: [COPY] } }]);
  expect(await toldOf(other)).toMatchObject([{ code: 'sheet-beside', args: { names: [COPY] } }]);
  const further = await filled(['甲', '乙'], (workbook) => {
    workbook.addWorksheet('附表').getCell('A1').value = '另外的明细';
  });
  expect(await toldOf(further)).toMatchObject([{ code: 'sheet-beside' }]);
});

describe('a part of a sheet that its people have divided', () => {
  it.each<[string, readonly string[], string]>([
    ['of which the other half is in the sheet', ['', '乙'], 'sheet-beside-part'],
    ['that has all of it, otherwise', ['甲二', '乙'], 'sheet-beside'],
  ])('%s', async (_, words, code) => {
    const folder = new VirtualFolder(
      new Map([
        [FILE, part],
        [`${UNIT}（二科）.xlsx`, await filled(words)],
      ]),
    );
    const files = planSheets(book, [sheetFor(book, UNIT)], ['xlsx']);
    const options = { force: false, step: () => undefined, unitOf: unitFinder(book) };
    const told = (await prepare(folder, files, options)).value?.diagnostics ?? [];
    expect(told).toMatchObject([{ code, args: code === 'sheet-beside' ? {} : { lacks: 1 } }]);
  });
});
