// A message that names a cell of a sheet that has been written over names a file in which one can look there.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  carriedWords,
  lineageIn,
  placeText,
  planSheets,
  prepare,
  renewSheet,
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
  const { value } = await prepare(folder, files, {
    force: false,
    step: () => {},
    unitOf: unitFinder(later),
    lineage: lineageIn(later),
  });
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

  it.each([
    ['return-error-value', '进展情况', '#REF!', '#REF!'],
    ['return-date', '完成时限', '尽快', '尽快'],
    ['return-day-far', '完成时限', '2062-06-30', '2062-06-30'],
    ['return-status', '进展状态', '差不多', '差不多'],
    ['return-said', '进展状态', '办结', '已完成'],
  ])('is so whatever is told: %s', async (code, header, typed, now) => {
    const type = (workbook: Excel.Workbook) => {
      const { sheet, column } = tasksIn(workbook);
      sheet.getCell(6, column(header)).value = typed;
    };
    expect(await told(type)).toEqual([[code, FILE, now]]);
    const kept = expect.stringMatching(/^原件\/县水利局.*\.xlsx$/);
    const edited = (workbook: Excel.Workbook) => {
      type(workbook);
      tasksIn(workbook).sheet.getCell('D4').value = '改了的目标';
    };
    expect(await told(edited)).toEqual([[code, kept, typed]]);
  });
});

describe('a cell outside the rows of the tasks', () => {
  const lost = async (edit: (workbook: Excel.Workbook) => void) => {
    const bytes = await changed(blank, edit);
    const { value } = await renewSheet(sheetFor(later, UNIT), FILE, bytes, {
      lineage: lineageIn(later),
      before: () => sheetFor(book, UNIT),
    });
    return value?.keep?.lost;
  };

  it.each<[string, (workbook: Excel.Workbook) => void, string]>([
    [
      'a title',
      (of) => {
        tasksIn(of).sheet.getCell('A1').master.value = '我局的清单';
      },
      '任务清单!A1',
    ],
    [
      'a header',
      (of) => {
        tasksIn(of).sheet.getCell('D3').value = '目标内容（请核）';
      },
      '任务清单!D3',
    ],
    [
      'words on the cover',
      (of) => {
        (of.getWorksheet('封面') as Excel.Worksheet).getCell('A1').value = '改了';
      },
      '封面!A1',
    ],
    [
      'a title that is gone',
      (of) => {
        tasksIn(of).sheet.getCell('A1').master.value = null;
      },
      '任务清单!A1',
    ],
  ])('is named where it is written over: %s', async (_, edit, cell) => {
    expect((await lost(edit))?.at(-1)).toBe(`改动过的通知文字（${cell}）`);
  });
});
