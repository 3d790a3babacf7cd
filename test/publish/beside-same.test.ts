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
