// Of which edition a sheet is that came back, and whose it is when the notice has changed since.
import { read, write } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withLineage,
  withWritten,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const LEVEE = '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前';
const WATER = '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前';
const MORE =
  '水库除险 | 完成8座小型水库除险加固，安装监测设备和预警设备。 | 县水利局 | 县应急管理局 | 2026年8月底前';
const FLOOD = '山洪预警 | 建成小流域山洪灾害预警平台，培训网格员。 | 县水利局 | 县气象局 | 2026年10月底前';

const withRows = (...rows: readonly string[]) => bookOf(taskNotice([LEVEE, ...rows]));

let first: TaskBook;
let revised: TaskBook;
beforeAll(async () => {
  first = await withRows(WATER, FLOOD);
  revised = await withRows(MORE);
});

/** A unit's sheet with something said of each task. */
async function filledIn(book: TaskBook, unit: string, further: (row: number) => string = () => '已开工') {
  return changed(await sheetToXlsx(sheetFor(book, unit)), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const [i, row] of rows().entries()) row.getCell(column('进展情况')).value = further(i);
  });
}

const rolledUp = (book: TaskBook, bytes: Uint8Array, file: string) =>
  rolledUpFrom(book, [[file, bytes]], '2026-05-31');

describe('a sheet of the present edition whose tasks have the ids of the one before', () => {
  it('is no old one where the notice is read afresh', async () => {
    const unit = '县水利局';
    const { files, problems } = await rolledUp(
      revised,
      await filledIn(withLineage(revised, first), unit),
      `${unit}.xlsx`,
    );
    expect(sheetFor(withLineage(revised, first), unit).rows[1]?.id).not.toBe(
      sheetFor(revised, unit).rows[1]?.id,
    );
    expect(files.map(({ edition }) => edition)).toEqual(['current']);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a goal that has changed', [WATER]],
    ['a task that is no longer there', [MORE, FLOOD]],
    ['a task that has come', []],
  ])('is an old one for %s', async (_, rows) => {
    const file = await filledIn(await withRows(...rows), '县水利局');
    const { files, problems } = await rolledUp(revised, file, '县水利局.xlsx');
    expect(files.map(({ edition }) => edition)).toEqual(['old']);
    expect(problems.map(({ code }) => code)).toContain('return-old');
  });
});

describe('a sheet of an old edition in which somebody has written over what is printed', () => {
  const typed = '完成6座小型水库除险加固（已完成）';
  const written = async () =>
    changed(await filledIn(await withRows(WATER), '县水利局'), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      const [, second] = rows();
      if (second) second.getCell(column('目标内容')).value = typed;
    });
  const asXls = (bytes: Uint8Array) =>
    new Uint8Array(
      write(read(bytes, { type: 'array', cellStyles: true, cellNF: true }), {
        type: 'array',
        bookType: 'biff8',
      }),
    );

  it.each([
    ['.xlsx', (bytes: Uint8Array) => bytes],
    ['.xls', asXls],
  ])('is told as old, with what was typed and nothing that was printed: %s', async (ending, saved) => {
    const bytes = saved(await written());
    const { collected } = await readReturned(bytes, `县水利局${ending}`);
    const all = await Promise.all(collected.map((each) => withWritten(revised, each)));
    const { files, problems, rest } = rollUp(revised, all);
    expect(files.map(({ edition }) => edition)).toEqual(['old']);
    const told = problems.flatMap(({ code, args }) => (code === 'return-edited' ? [args] : []));
    expect(told).toEqual([{ column: '目标内容', text: typed }]);
    expect(problems.map(({ code }) => code)).not.toContain('return-written');
    expect(rest.map(({ said }) => said)).toEqual([`目标内容：${typed}`]);
  });
});

describe('a unit that has lost all its tasks', () => {
  const unit = '县气象局';
  const file = `${unit}.xlsx`;

  it('is told as such, by the sheet that it was sent and by the one that was renewed', async () => {
    const sent = await filledIn(first, unit);
    const { value } = await renewSheet(sheetFor(revised, unit), file, sent);
    for (const bytes of [sent, value?.content as Uint8Array]) {
      const { problems, rest, units, files } = await rolledUp(revised, bytes, file);
      expect(problems).toMatchObject([
        { code: 'return-unit-gone', severity: 'warning', args: { unit, count: 1 } },
      ]);
      expect(rest).toMatchObject([{ unit, said: { filled: { progress: '已开工' } } }]);
      expect(files).toMatchObject([{ unit, reported: 0 }]);
      expect(units.map((each) => each.unit)).not.toContain(unit);
    }
  });

  it('is none where somebody has written a name over that of a unit which has tasks', async () => {
    const bytes = await changed(await filledIn(revised, '县水利局'), (workbook) => {
      workbook.getWorksheet('封面')?.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.text === '县水利局') cell.value = '水里局';
        }),
      );
    });
    const { problems } = await rolledUp(revised, bytes, '报送.xlsx');
    expect(problems).toContainEqual(expect.objectContaining({ code: 'return-unit', severity: 'error' }));
  });
});
