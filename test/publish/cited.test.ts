// A message that names a cell of a sheet that has been written over names a file in which one can look there.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  carriedWords,
  placeText,
  planSheets,
  prepare,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  unitFinder,
} from '../../src/index.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县财政局 | 2026年12月底前',
];
const NEW = '节水 | 建成节水型单位10个。 | 县水利局 | 县财政局 | 2026年8月底前';
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
let book: TaskBook;
let later: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = await bookOf(taskNotice(ROWS));
  later = await bookOf(taskNotice([NEW, ...ROWS]));
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

/** What is told of cells of the sheet after it is written over the one that came back, and the texts of these cells. */
async function told(edit: (workbook: Excel.Workbook) => void) {
  const folder = new VirtualFolder();
  folder.files.set(FILE, Buffer.from(await changed(blank, edit)));
  const files = planSheets(later, [sheetFor(later, UNIT)], ['xlsx']);
  const { value } = await prepare(folder, files, { force: false, step: () => {}, unitOf: unitFinder(later) });
  if (!value) throw new Error('not prepared');
  folder.commit(value);
  const found = [];
  for (const { code, at } of value.diagnostics) {
    if (!at || !('address' in at) || at.address === undefined) continue;
    const workbook = await openWorkbook(folder.files.get(at.file) as Buffer);
    found.push([
      code,
      placeText(at).split('#')[0],
      workbook.getWorksheet(at.sheet)?.getCell(at.address).text,
    ]);
  }
  return found;
}

const ditto = (workbook: Excel.Workbook) => {
  const { sheet, column } = tasksIn(workbook);
  sheet.getCell(5, column('进展情况')).value = '同上';
  sheet.getCell(6, column('更新日期')).value = '推进中';
};

it('an answer that is merged over several rows is one thing that somebody has put in', async () => {
  const folder = new VirtualFolder();
  const edit = (workbook: Excel.Workbook) => {
    const { sheet, column } = tasksIn(workbook);
    sheet.getCell(4, column('责任人')).value = '张三';
    sheet.getCell(4, column('进展状态')).value = '已完成';
    sheet.mergeCells(4, column('进展状态'), 6, column('进展状态'));
  };
  folder.files.set(FILE, Buffer.from(await changed(blank, edit)));
  const files = planSheets(later, [sheetFor(later, UNIT)], ['xlsx', 'json']);
  const { value } = await prepare(folder, files, { force: false, step: () => {}, unitOf: unitFinder(later) });
  expect(carriedWords(value?.outputs ?? [])).toBe('带过来填报内容 2 处；新增 1');
  const [xlsx] = value?.outputs ?? [];
  expect(xlsx?.sheet?.rows.map(({ filled: { status } }) => status)).toEqual([
    undefined,
    ...Array.from({ length: 3 }, () => ({ status: 'done' })),
  ]);
});

describe('what is told of a cell', () => {
  it('is where it stands now, where nothing is kept of the earlier file', async () => {
    expect(await told(ditto)).toEqual([
      ['return-status-elsewhere', FILE, '推进中'],
      ['return-ditto', FILE, '同上'],
    ]);
  });

  it('is in the original, where that is kept', async () => {
    const edited = (workbook: Excel.Workbook) => {
      ditto(workbook);
      tasksIn(workbook).sheet.getCell('D4').value = '改了的目标';
    };
    const kept = expect.stringMatching(/^原件\/县水利局.*\.xlsx$/);
    expect(await told(edited)).toEqual([
      ['return-status-elsewhere', kept, '推进中'],
      ['return-ditto', kept, '同上'],
    ]);
  });
});
