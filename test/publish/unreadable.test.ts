// What lies in a sheet's place and says nothing is told as what it is; what looks otherwise and says the same is not told.
import { expect, it } from 'vitest';
import { planSheets, prepare, readReturned, sheetFor, sheetToXlsx, unitFinder } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县水利局',
  '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县水利局',
];
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const book = await bookOf(taskNotice(ROWS));
const moved = await bookOf(taskNotice(['财源建设 | 新增税源企业12家。 | 县财政局 | 县财政局', ...ROWS]));

const preparedOf = async (bytes: Uint8Array, of = book) => {
  const folder = new VirtualFolder(new Map([[FILE, Buffer.from(bytes)]]));
  const options = { force: false, step: () => undefined, unitOf: unitFinder(of) };
  return prepare(folder, planSheets(of, [sheetFor(of, UNIT)], ['xlsx']), options);
};

it('a file of no bytes is told as empty', async () => {
  const { diagnostics } = await preparedOf(new Uint8Array());
  expect(diagnostics).toMatchObject([
    { code: 'sheet-place', args: { what: expect.stringContaining('0 字节') } },
  ]);
  const { problems } = await rolledUpFrom(book, [[FILE, new Uint8Array()]], null);
  expect(problems.map(({ code }) => code)).toEqual(['return-empty']);
});

it.each<[string, object | undefined, string[]]>([
  // Of two cells that are not alike the second counts as the other.
  ['an empty pattern, as programs write it for none', { type: 'pattern' }, []],
  [
    'a colour',
    { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } },
    ['单独涂的颜色（任务清单!H5）'],
  ],
])('a cell with %s', async (_, fill, lost) => {
  const bytes = await changed(await sheetToXlsx(sheetFor(book, UNIT)), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const cell = rows()[0]?.getCell(column('完成时限'));
    if (cell) cell.style = { ...cell.style, fill: fill as typeof cell.fill };
  });
  const { collected } = await readReturned(bytes, FILE);
  expect(collected[0]?.lost).toEqual(lost);
});

it('names the cell that was written over, and none of which only the number in the notice has moved', async () => {
  const bytes = await changed(await sheetToXlsx(sheetFor(book, UNIT)), (workbook) => {
    const cell = workbook.getWorksheet('封面')?.getCell('A9');
    if (cell) cell.value = '一、进展（我局另附说明）';
  });
  const { value } = await preparedOf(bytes, moved);
  expect(value?.diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'sheet-kept',
      args: expect.objectContaining({ lost: ['改动过的通知文字（封面!A9）'] }),
    }),
  );
});
