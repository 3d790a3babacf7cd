// What offices, and the programs they use, do to a workbook: what was typed is at its task, or kept and told.
import type Excel from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readReturned,
  renewSheet,
  reportsIn,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  unitNamed,
  withWritten,
} from '../../src/index.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县财政局 | 2026年12月底前',
  '山洪预警 | 建成小流域山洪灾害预警平台，培训网格员。 | 县水利局 | 县气象局 | 2026年10月底前',
];
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
let book: TaskBook;
let later: TaskBook;
let blank: Uint8Array;

beforeAll(async () => {
  book = await bookOf(taskNotice(ROWS));
  later = await bookOf(taskNotice(ROWS.map((row) => row.replace('12处', '15处'))));
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

type Edit = (workbook: Excel.Workbook) => void;

/** Says of each task how far it is, by the first character of its name, then edits further. */
const filledIn =
  (further: Edit = () => undefined): Edit =>
  (workbook) => {
    const { column, rows } = tasksIn(workbook);
    for (const row of rows())
      row.getCell(column('进展情况')).value = row.getCell(column('任务名称')).text.slice(0, 1);
    further(workbook);
  };

const put = (workbook: Excel.Workbook, row: number, header: string, value: Excel.CellValue) => {
  const { sheet, column } = tasksIn(workbook);
  sheet.getCell(row, column(header)).value = value;
};

async function renewed(bytes: Uint8Array, of: TaskBook = book, name = FILE) {
  const { value, diagnostics } = await renewSheet(sheetFor(of, UNIT), name, bytes, {
    unitOf: (named) => unitNamed(of, named),
  });
  return {
    at: value?.sheet.rows.map(
      ({ name: task, filled: { progress = '' } }) => `${task.slice(0, 1)}${progress}`,
    ),
    rows: value?.sheet.rows ?? [],
    kept: value?.sheet.kept ?? [],
    columns: value?.sheet.columns,
    content: value?.content,
    lost: value?.keep?.lost ?? [],
    told: diagnostics.map(({ code, args }) => [code, args]),
  };
}

async function rolledUp(bytes: Uint8Array, of: TaskBook = book) {
  const { collected, unread } = await readReturned(bytes, FILE);
  const read = await Promise.all(
    collected.map(async (each) => reportsIn(of, await withWritten(of, each), null)),
  );
  const all = rollUp(of, read, null, unread);
  return {
    at: all.tasks.flatMap(({ name, reports }) =>
      reports.map(({ filled: { progress = '' } }) => `${name.slice(0, 1)}${progress}`),
    ),
    told: all.problems.map(({ code, args }) => [code, args]),
    rest: all.rest.map(({ said }) => (typeof said === 'string' ? said : said.filled.progress)),
  };
}

const EACH = ['堤堤', '水水', '农农', '山山'];

describe('a formula of which the file does not say what it comes to', () => {
  const edit = filledIn((workbook) => {
    put(workbook, 4, '进展情况', { formula: '"已建"&"成"' } as Excel.CellFormulaValue);
    const { sheet } = tasksIn(workbook);
    const last = sheet.columnCount + 1;
    sheet.getCell(3, last).value = '自评分';
    sheet.getCell(5, last).value = { formula: 'SUM(1,2)' } as Excel.CellFormulaValue;
  });

  it('is there as it was typed, and told with its cells', async () => {
    const bytes = await changed(blank, edit);
    const { at, rows, told, content } = await renewed(bytes, later);
    expect(at?.[0]).toBe('堤="已建"&"成"');
    expect(rows[1]?.own['自评分']).toBe('=SUM(1,2)');
    const cells = ['任务清单!J4', expect.stringMatching(/^任务清单!\w+5$/)];
    expect(told).toContainEqual(['return-formula', { cells, count: 2 }]);
    expect((await rolledUp(bytes)).at[0]).toBe('堤="已建"&"成"');
    // It is a text from then on, of which nothing more is told.
    expect((await renewed(content as Uint8Array, later)).told).toEqual([]);
  });
});

describe('worksheets', () => {
  it('under other names are what they are: nothing is told, nothing written', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => {
        for (const [i, sheet] of workbook.worksheets.entries()) sheet.name = `Sheet${i + 1}`;
      }),
    );
    const { at, told, lost, content } = await renewed(bytes);
    expect([at, told, lost]).toEqual([EACH, [], []]);
    expect(content === bytes).toBe(true);
    expect(await rolledUp(bytes)).toEqual({ at: EACH, told: [], rest: [] });
  });

  it('that are printed to be read may be taken out', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => {
        for (const name of ['正文', '待确认', '量化指标']) {
          const sheet = workbook.getWorksheet(name);
          if (sheet) workbook.removeWorksheet(sheet.id);
        }
      }),
    );
    expect(await rolledUp(bytes)).toEqual({ at: EACH, told: [], rest: [] });
  });

  /** Rows on a worksheet of their own, and taken from the first. */
  const parted = (from: number, name: string, further: Edit = () => undefined) =>
    filledIn((workbook) => {
      const { sheet, column } = tasksIn(workbook);
      const other = workbook.addWorksheet(name);
      for (const [i, r] of [3, from, from + 1].entries())
        sheet.getRow(r).eachCell((cell, c) => {
          other.getCell(i + 1, c).value = cell.value;
        });
      for (const r of [from, from + 1]) sheet.getCell(r, column('进展情况')).value = null;
      further(workbook);
    });

  it('by who fills in what go on from each other', async () => {
    const bytes = await changed(blank, parted(6, '李四'));
    for (const of of [book, later]) {
      const { at, told } = await renewed(bytes, of);
      expect([at, told]).toEqual([EACH, [['return-joined', { sheets: ['李四'] }]]]);
    }
    const { content, lost } = await renewed(bytes, later);
    expect(lost).toContain('分开填的工作表');
    expect((await openWorkbook(content as Uint8Array)).getWorksheet('李四')).toBeUndefined();
    expect(await rolledUp(bytes)).toEqual({
      at: EACH,
      told: [['return-joined', { sheets: ['李四'] }]],
      rest: [],
    });
  });

  it.each([
    ['from its first column on', 1],
    ['further right', 3],
  ])(
    'with rows that were cut and pasted there without their header, %s, are read by their checks',
    async (_, at) => {
      const edit = filledIn((workbook) => {
        const { sheet, column } = tasksIn(workbook);
        // Of the second nobody has said anything yet.
        sheet.getCell(7, column('进展情况')).value = null;
        const other = workbook.addWorksheet('李四');
        for (const [i, r] of [6, 7].entries())
          sheet.getRow(r).eachCell((cell, c) => {
            other.getCell(i + 2, c + at - 1).value = cell.value;
            cell.value = null;
          });
      });
      const bytes = await changed(blank, edit);
      const joined = ['return-joined', { sheets: ['李四'] }];
      for (const of of [book, later]) {
        const { at: rows, told, lost } = await renewed(bytes, of);
        expect([rows, told, lost]).toEqual([['堤堤', '水水', '农农', '山'], [joined], ['分开填的工作表']]);
      }
      expect(await rolledUp(bytes)).toEqual({ at: EACH.slice(0, 3), told: [joined], rest: [] });
    },
  );

  it('of which two say something of a task are not put together', async () => {
    const edit = parted(6, '李四', (workbook) => put(workbook, 6, '进展情况', '另说'));
    const bytes = await changed(blank, edit);
    const { at, told } = await rolledUp(bytes);
    expect([at, told]).toEqual([['堤堤', '水水', '农另说'], [['return-table', { sheet: '李四', count: 2 }]]]);
    expect((await renewed(bytes, later)).told).toContainEqual(['sheet-table', { sheets: ['李四'] }]);
  });

  it('that name another unit are that one’s', async () => {
    const bytes = await changed(blank, parted(6, '县财政局'));
    expect((await renewed(bytes, later)).at).toEqual(['堤堤', '水水', '农', '山']);
    expect((await rolledUp(bytes)).told.map(([code]) => code)).not.toContain('return-joined');
  });
});

describe('in the table', () => {
  it('a text that is struck through in part is what stands of it, and what does not is a comment', async () => {
    const value = { richText: [{ font: { strike: true }, text: '未启动' }, { text: '已完成' }] };
    const bytes = await changed(
      blank,
      filledIn((workbook) => put(workbook, 4, '进展状态', value)),
    );
    const { rows, lost } = await renewed(bytes, later);
    expect(rows[0]?.filled.status).toEqual({ status: 'done' });
    expect(rows[0]?.notes.map(({ text }) => text)).toEqual(['划掉的字：未启动']);
    expect(lost).toContain('删除线（任务清单!I4）');
  });

  it('ids may be in other letters', async () => {
    const edit = filledIn((workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const [i, row] of rows().entries()) {
        const cell = row.getCell(column('编号'));
        const wide = Array.from(cell.text, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(
          '',
        );
        cell.value = [cell.text.toLowerCase(), wide, `'${cell.text}`, ` ${cell.text} `][i] ?? '';
      }
    });
    const { at, rest } = await rolledUp(await changed(blank, edit));
    expect([at, rest]).toEqual([EACH, []]);
  });

  it('a row that numbers the columns is no task, and a line to be signed is one line', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => {
        const { sheet, column } = tasksIn(workbook);
        sheet.insertRow(4, []);
        for (let c = 1; c <= sheet.columnCount; c++) sheet.getCell(4, c).value = c;
        sheet.getCell(10, 2).value = '填报人：';
        sheet.getCell(10, 3).value = '张三';
        sheet.getCell(10, column('进展状态')).value = '审核：';
      }),
    );
    expect((await renewed(bytes, later)).at).toEqual(EACH);
    const { at, rest } = await rolledUp(bytes);
    expect([at, rest]).toEqual([EACH, ['填报人：　张三　审核：']]);
  });

  it('what is merged over the rows of one task is not of the next ones', async () => {
    const bytes = await changed(blank, (workbook) => {
      const { sheet, column } = tasksIn(workbook);
      sheet.insertRows(5, [[], []]);
      for (const header of ['任务名称', '目标内容', '编号', '责任人']) {
        const at = column(header);
        sheet.mergeCells(4, at, 6, at);
      }
      sheet.getCell(4, column('责任人')).value = '张三';
      sheet.getCell(6, column('进展情况')).value = '三标段';
    });
    const { rows } = await renewed(bytes, later);
    expect(rows.map(({ filled: { person, progress } }) => [person, progress])).toEqual([
      ['张三', '三标段'],
      ...Array.from({ length: 3 }, () => [undefined, undefined]),
    ]);
  });

  it('a copy of a row without its id is asked about, and not lost', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => {
        const { sheet, column } = tasksIn(workbook);
        const values = sheet.getRow(4).values;
        sheet.insertRow(5, values as Excel.CellValue[]);
        sheet.getCell(5, column('编号')).value = null;
        sheet.getCell(5, column('进展情况')).value = '另一标段';
      }),
    );
    const { at, kept } = await renewed(bytes, later);
    expect(at).toEqual(EACH);
    expect(kept.map(({ filled: { progress }, went }) => [progress, went?.kind])).toEqual([
      ['另一标段', 'again'],
    ]);
    expect((await rolledUp(bytes)).told.map(([code]) => code)).toEqual(['return-again']);
  });

  it('a link in a column of their own has where it goes', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => {
        const { sheet } = tasksIn(workbook);
        const last = sheet.columnCount + 1;
        sheet.getCell(3, last).value = '佐证';
        sheet.getCell(4, last).value = { text: '照片', hyperlink: 'http://a.gov.cn/1' };
      }),
    );
    expect((await renewed(bytes, later)).rows[0]?.own['佐证']).toBe('照片（http://a.gov.cn/1）');
  });
});

describe('columns that were deleted', () => {
  it.each([
    ['编号', '校验'],
    ['类型', '牵头单位', '责任单位', '校验'],
  ])('are named, whatever the edition: %s %s', async (...gone) => {
    const edit = filledIn((workbook) => {
      const { sheet, column } = tasksIn(workbook);
      for (const at of gone.map(column).sort((a, b) => b - a)) sheet.spliceColumns(at, 1);
    });
    const bytes = await changed(blank, edit);
    for (const of of [book, later]) {
      const { at, lost } = await renewed(bytes, of);
      expect([at, lost]).toEqual([EACH, [`删掉的列${gone.map((each) => `“${each}”`).join('')}`]]);
      const all = await rolledUp(bytes, of);
      expect(all.at).toEqual(EACH);
      expect(all.told).toContainEqual(['return-columns', { columns: gone, own: [] }]);
    }
  });
});

describe('a column to report in that was deleted', () => {
  it('is named, and one that nobody needs is not', async () => {
    const without = (...gone: string[]) =>
      filledIn((workbook) => {
        const { sheet, column } = tasksIn(workbook);
        for (const at of gone.map(column).sort((a, b) => b - a)) sheet.spliceColumns(at, 1);
      });
    const told = async (...gone: string[]) =>
      (await rolledUp(await changed(blank, without(...gone)))).told.filter(
        ([code]) => code === 'return-columns',
      );
    expect(await told('进展状态', '联系电话')).toEqual([
      ['return-columns', { columns: ['进展状态'], own: [] }],
    ]);
    expect(await told('联系电话')).toEqual([]);
  });
});

describe('what nobody loses anything by', () => {
  it.each<[string, Edit]>([
    [
      'rows that are out of view or grouped',
      (workbook) => {
        const { sheet } = tasksIn(workbook);
        sheet.getRow(5).hidden = true;
        sheet.getRow(6).outlineLevel = 1;
      },
    ],
    [
      'a header that is copied into the middle',
      (workbook) => {
        const { sheet } = tasksIn(workbook);
        sheet.insertRow(6, sheet.getRow(3).values as Excel.CellValue[]);
      },
    ],
    [
      'a column in the middle, without a header',
      (workbook) => {
        tasksIn(workbook).sheet.spliceColumns(5, 0, [null, null, null, '甲科', '乙科']);
      },
    ],
  ])('is not told: %s', async (_, edit) => {
    const bytes = await changed(blank, filledIn(edit));
    const { at, told, lost, content } = await renewed(bytes);
    expect([at, told, lost, content === bytes]).toEqual([EACH, [], [], true]);
    expect((await renewed(bytes, later)).at).toEqual(EACH);
    expect(await rolledUp(bytes)).toEqual({ at: EACH, told: [], rest: [] });
  });
});

describe('a printed cell written over, in a sheet of an edition that nobody has,', () => {
  it('is told from what the notice has changed', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => put(workbook, 4, '目标内容', '已修复8处')),
    );
    const { rows, lost } = await renewed(bytes, later);
    expect(rows.map(({ change, own }) => [change?.kind, own['目标内容（填写）']])).toEqual([
      [undefined, '已修复8处'],
      [undefined, undefined],
      ['changed', undefined],
      [undefined, undefined],
    ]);
    expect(lost).toEqual(['改动过的通知文字（任务清单!D4）']);
    const { told, rest } = await rolledUp(bytes, later);
    expect(told.map(([code]) => code)).toContain('return-edited');
    expect(rest).toContain('目标内容：已修复8处');
  });
});

describe('a formula without a result in a cell that is linked', () => {
  it('is kept as its text, which exceljs drops', async () => {
    let at = '';
    const linked = await changed(blank, (workbook) => {
      put(workbook, 4, '进展情况', { text: '见附件', hyperlink: 'https://example.cn/a' });
      const { sheet, column } = tasksIn(workbook);
      at = sheet.getCell(4, column('进展情况')).address;
    });
    const parts = unzipSync(linked);
    const cell = new RegExp(`(<c r="${at}"[^<>]*?)(?: t="s")?>.*?</c>`);
    const files = Object.entries(parts).map(([name, part]) => {
      const text = /worksheets\/sheet\d+\.xml$/.test(name) ? strFromU8(part) : '';
      return [
        name,
        text.includes('<hyperlink ') ? strToU8(text.replace(cell, '$1><f>"已牵"&amp;"头"</f></c>')) : part,
      ];
    });
    const { at: rows } = await renewed(zipSync(Object.fromEntries(files)));
    expect(rows?.join('\n')).toContain('="已牵"&"头"');
  });
});

it('a formula without a result in an empty cell of the cover is kept as its text', async () => {
  const bytes = await changed(
    blank,
    filledIn((workbook) => {
      const cover = workbook.getWorksheet('封面');
      if (cover) cover.getCell('F9').value = { formula: '"联系"&"人"' } as Excel.CellFormulaValue;
    }),
  );
  const { kept, at } = await renewed(bytes, later);
  expect([at, kept.map(({ cells }) => cells.goal)]).toEqual([EACH, ['封面!F9：="联系"&"人"']]);
  expect((await rolledUp(bytes)).rest).toEqual(['="联系"&"人"']);
});

it('同上 is kept as it is and told: another row may stand above by then', async () => {
  const bytes = await changed(
    blank,
    filledIn((workbook) => {
      put(workbook, 5, '进展情况', '同上');
      put(workbook, 6, '责任人', '〃');
    }),
  );
  const told = ['return-ditto', { said: ['同上', '〃'], cells: ['任务清单!J5', '任务清单!G6'], count: 2 }];
  expect((await renewed(bytes, later)).told).toContainEqual(told);
  const { at, told: all } = await rolledUp(bytes);
  expect([at[1], all]).toEqual(['水同上', [told]]);
});
