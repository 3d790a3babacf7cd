// A filled sheet whose unit the notice has no more, where no list says what has become of it: it is told in every run.
import { describe, expect, it } from 'vitest';
import {
  planSheets,
  prepare,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  tally,
  unitFinder,
} from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const OLD = '县文化旅游局';
const NEW = '县文化体育旅游局';
const ROWS = [
  `文化站 | 提升乡镇文化站7个。 | ${OLD} | 县财政局`,
  `景区厕所 | 改造景区厕所15座。 | ${OLD} | 县财政局`,
  `夜市街区 | 打造夜市街区2条。 | ${OLD} | 县财政局`,
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
];
const before = await bookOf(taskNotice(ROWS));
// Renamed, one task removed, one added: less than most of its tasks are those of the file.
const after = await bookOf(
  taskNotice(
    ROWS.map((row) => row.replace(OLD, NEW).replace('夜市街区 | 打造夜市街区2条', '图书馆 | 建成分馆4个')),
  ),
);

const said = (bytes: Uint8Array | string, words: string, unit: (name: string) => boolean = () => true) =>
  changed(Buffer.from(bytes), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows())
      if (unit(row.getCell(column('任务名称')).text)) row.getCell(column('进展情况')).value = words;
  });

async function publish(folder: VirtualFolder) {
  const sheets = tally(after).map(({ name }) => sheetFor(after, name));
  const options = { force: false, step: () => undefined, unitOf: unitFinder(after) };
  const { value } = await prepare(folder, planSheets(after, sheets, ['xlsx']), options);
  if (!value) throw new Error('not prepared');
  folder.commit(value);
  return value.diagnostics.map(({ code, args, at }) => [code, args, at?.file]);
}

const sheet = sheetFor(before, OLD);
const filled = Buffer.from(await said(await sheetToXlsx(sheet), '办好了'));

describe('a filled sheet of a unit that the notice has no more', () => {
  it('is told in every run, until what is in it stands at its tasks', async () => {
    const folder = new VirtualFolder(new Map([[`${OLD}.xlsx`, filled]]));
    const told = (count: number) => [['sheet-nobodys', { unit: OLD, count }, `${OLD}.xlsx`]];
    expect(await publish(folder)).toEqual(told(3));
    expect(await publish(folder)).toEqual(told(3));
    const heir = folder.files.get(`${NEW}.xlsx`) as Buffer;
    folder.files.set(`${NEW}.xlsx`, Buffer.from(await said(heir, '办好了', (name) => name !== '图书馆')));
    // 夜市街区 is nobody's task any more.
    expect(await publish(folder)).toEqual(told(1));
  });

  it('is told as a text file, too, which has no cover', async () => {
    const csv = sheetToCsv(sheet)
      .split('\r\n')
      .map((line) => (/文化站/.test(line) ? line.replace(/(notice\.md:\d+:\d+,,,,),/, '$1推进中,') : line))
      .join('\r\n');
    expect(csv).toContain('推进中');
    const folder = new VirtualFolder(new Map([['来的.csv', Buffer.from(csv)]]));
    expect(await publish(folder)).toEqual([['sheet-nobodys', { unit: '', count: 1 }, '来的.csv']]);
  });

  it('is not told where nobody has filled it in, or where it is no sheet', async () => {
    const folder = new VirtualFolder(
      new Map([
        [`${OLD}.xlsx`, Buffer.from(await sheetToXlsx(sheet))],
        ['别的.csv', Buffer.from('甲,乙\n1,2\n')],
      ]),
    );
    expect(await publish(folder)).toEqual([]);
  });
});
