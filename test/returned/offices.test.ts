// How offices treat a sheet before they send it back: what is in it is at its task, or kept and told.
import type Excel from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  unitNamed,
} from '../../src/index.js';
import { tellSaid } from '../../src/returned/index.js';
import { changed, everythingIn, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县农业农村局 | 2026年12月底前',
  '山洪预警 | 建成小流域山洪灾害预警平台，培训网格员。 | 县水利局 | 县气象局 | 2026年10月底前',
  '应急演练 | 组织综合应急演练2次。 | 县应急管理局 | 县消防救援大队等单位 | 2026年9月底前',
  '宣传培训 | 开展安全宣传进村社。 | 县融媒体中心 | 县文化旅游委等单位 | 2026年12月底前',
];
const REVISED = [...ROWS.slice(2), ...ROWS.slice(0, 2)].map((row) =>
  row.replace('12处', '15处').replace('山洪预警 |', '山洪灾害预警 |'),
);
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;

let book: TaskBook;
let later: TaskBook;
let blank: Uint8Array;

beforeAll(async () => {
  [book, later] = [await bookOf(taskNotice(ROWS)), await bookOf(taskNotice(REVISED))];
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

type Edit = (workbook: Excel.Workbook) => void;
const sheetOf = (workbook: Excel.Workbook, name: string) => workbook.getWorksheet(name) as Excel.Worksheet;

/** Says of each task how far it is, by the first character of its name, then edits further. */
const filledIn =
  (further: Edit = () => undefined): Edit =>
  (workbook) => {
    const { column, rows } = tasksIn(workbook);
    for (const row of rows())
      row.getCell(column('进展情况')).value = row.getCell(column('任务名称')).text.slice(0, 1);
    further(workbook);
  };

/** A workbook with a part changed as other programs write it. */
function withPart(bytes: Uint8Array, name: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [part, content] of Object.entries(parts))
    if (name.test(part)) parts[part] = strToU8(change(strFromU8(content)));
  return zipSync(parts);
}

/** What is at the tasks of the revised notice, by their first characters, and what is told. */
async function renewed(file: Uint8Array, name = FILE) {
  const { value, diagnostics } = await renewSheet(sheetFor(later, UNIT), name, file, {
    unitOf: (named) => unitNamed(later, named),
  });
  const sheet = value?.sheet;
  return {
    at: sheet?.rows.flatMap(({ name: task, filled: { progress } }) =>
      progress === undefined ? [] : [`${task.slice(0, 1)}${String(progress)}`],
    ),
    answers: sheet?.rows.flatMap(({ name: task, filled: { answer } }) =>
      typeof answer === 'object' && 'answer' in answer ? [[task, answer.answer]] : [],
    ),
    columns: sheet?.columns,
    kept: sheet?.kept.map(({ cells, filled }) => [cells.goal, filled.progress].join('')).join('\n'),
    lost: value?.keep?.lost.join('、') ?? '',
    codes: diagnostics.map(({ code }) => code),
  };
}

async function rolledUp(bytes: Uint8Array, name = FILE) {
  const all = await rolledUpFrom(book, [[name, bytes]], null);
  return {
    at: all.tasks.flatMap(({ name: task, reports }) =>
      reports.flatMap(({ filled: { progress } }) =>
        progress === undefined ? [] : [`${task.slice(0, 1)}${String(progress)}`],
      ),
    ),
    answers: all.answers.map(({ asked, answer }) => [asked, answer]),
    codes: all.problems.map(({ code }) => code),
    silent: all.units.find(({ unit }) => unit === UNIT)?.silent,
  };
}

const EACH = ['农农', '堤堤', '山山', '水水'];
const sorted = (all: readonly string[] | undefined) => [...(all ?? [])].sort();

/** Treatments after which all is at its task, in the next sheet and in the roll-up. */
const HELD: readonly (readonly [what: string, file: () => Promise<Uint8Array>])[] = [
  [
    'the cells that are to be seen pasted into a new workbook, so that 编号 is not there',
    async () => {
      const workbook = await openWorkbook(await changed(blank, filledIn()));
      const { sheet } = tasksIn(workbook);
      return changed(await sheetToXlsx(sheetFor(book, UNIT)), (other) => {
        for (const { id } of [...other.worksheets]) other.removeWorksheet(id);
        const copy = other.addWorksheet('Sheet1');
        sheet.eachRow((row, r) =>
          row.eachCell((cell, c) => {
            if (c <= 13) copy.getCell(r, c).value = cell.text;
          }),
        );
      });
    },
  ],
  [
    'the folded columns deleted',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          const { sheet, column } = tasksIn(workbook);
          sheet.spliceColumns(column('编号'), 20);
        }),
      ),
  ],
  [
    'blanks in the headers',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          const { sheet, column } = tasksIn(workbook);
          sheet.getCell(3, column('进展情况')).value = '进展\n情况';
          sheet.getCell(3, column('任务名称')).value = '任 务 名 称';
        }),
      ),
  ],
  [
    'both worksheets under other names, 待确认 before 任务清单',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          const [tasks, open] = [sheetOf(workbook, '任务清单'), sheetOf(workbook, '待确认')];
          tasks.name = 'Sheet1';
          open.name = 'Sheet2';
          const order = open as Excel.Worksheet & { orderNo: number };
          order.orderNo = 0;
        }),
      ),
  ],
  [
    'a copy of the worksheet filled in, the first one left as it came',
    () =>
      changed(blank, (workbook) => {
        const { sheet, column } = tasksIn(workbook);
        const copy = workbook.addWorksheet('任务清单 (2)');
        sheet.eachRow((row, r) =>
          row.eachCell({ includeEmpty: true }, (cell, c) => {
            copy.getCell(r, c).value = cell.isMerged && cell.master !== cell ? null : cell.value;
          }),
        );
        for (let r = 4; r < 8; r++)
          copy.getCell(r, column('进展情况')).value = copy.getCell(r, column('任务名称')).text.slice(0, 1);
      }),
  ],
  [
    'rows and cells that do not say where they stand',
    async () =>
      withPart(await changed(blank, filledIn()), /worksheets\/sheet\d\.xml$/, (xml) =>
        xml.replace(/<row r="\d+"([^>]*)>(.*?)<\/row>/gs, (_, attributes: string, cells: string) => {
          let last = 0;
          const bare = cells.replace(/<c r="([A-Z]+)\d+"/g, (__, letters: string) => {
            const at = Array.from(letters).reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0);
            const gap = '<c/>'.repeat(at - last - 1);
            last = at;
            return `${gap}<c`;
          });
          return `<row${attributes}>${bare}</row>`;
        }),
      ),
  ],
  [
    'a worksheet under a name that Excel keeps to itself',
    async () => {
      const file = await changed(
        blank,
        filledIn((workbook) => void workbook.addWorksheet('Histor')),
      );
      return withPart(file, /xl\/workbook\.xml$/, (xml) => xml.replace('"Histor"', '"History"'));
    },
  ],
  [
    'the unit on the cover in full',
    () =>
      changed(
        blank,
        filledIn((workbook) =>
          sheetOf(workbook, '封面').eachRow((row) =>
            row.eachCell((cell) => {
              if (cell.value === UNIT) cell.value = `某${UNIT}`;
            }),
          ),
        ),
      ),
  ],
  [
    'a row of steps below a task',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          const { sheet, column } = tasksIn(workbook);
          const below = sheet.insertRow(5, []);
          below.getCell(column('序号')).value = '1.1';
          below.getCell(column('责任人')).value = '分工';
        }),
      ),
  ],
];

/** What people say by looks alone, or where no cell is: the file is kept, and it is told what of it is not carried. */
const KEPT: readonly (readonly [what: string, lost: string, file: () => Promise<Uint8Array>])[] = [
  [
    'a task struck through',
    '删除线',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          const { rows, column } = tasksIn(workbook);
          for (const header of ['任务名称', '进展情况']) {
            const cell = rows()[1]?.getCell(column(header));
            if (cell) cell.font = { ...cell.font, strike: true };
          }
        }),
      ),
  ],
  [
    'a colour for each state, and no word',
    '单独涂的颜色',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          const { rows, column } = tasksIn(workbook);
          const cell = rows()[1]?.getCell(column('进展状态'));
          // The library gives cells that look alike one style.
          const fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF92D050' } } as const;
          if (cell) cell.style = { ...cell.style, fill };
        }),
      ),
  ],
  [
    'words that a cell shows when it is chosen',
    '填写提示',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          const { rows, column } = tasksIn(workbook);
          const cell = rows()[1]?.getCell(column('备注'));
          if (cell)
            cell.dataValidation = {
              type: 'custom',
              formulae: ['TRUE'],
              showInputMessage: true,
              prompt: '请先报分管领导',
            };
        }),
      ),
  ],
  [
    'a remark among the properties of the file',
    '文件属性里的备注',
    () =>
      changed(
        blank,
        filledIn((workbook) => {
          workbook.description = '以此稿为准';
        }),
      ),
  ],
];

describe('a sheet that came back', () => {
  it.each(HELD)('with %s: all is at its task', async (_, file) => {
    const bytes = await file();
    const { at, columns } = await renewed(bytes);
    expect([sorted(at), columns]).toEqual([EACH, []]);
    expect(sorted((await rolledUp(bytes)).at)).toEqual(EACH);
  });

  it.each(KEPT)('with %s is kept, and it is told', async (_, what, file) => {
    const bytes = await file();
    const { at, lost } = await renewed(bytes);
    expect([sorted(at), lost]).toEqual([EACH, expect.stringContaining(what)]);
    expect((await rolledUp(bytes)).codes).toContain('return-lost');
  });

  it('with a copy of the worksheet that says something else keeps both, and that is told', async () => {
    const bytes = await (() =>
      changed(
        blank,
        filledIn((workbook) => {
          const { sheet, column } = tasksIn(workbook);
          const copy = workbook.addWorksheet('任务清单 (2)');
          sheet.eachRow((row, r) =>
            row.eachCell((cell, c) => {
              copy.getCell(r, c).value = cell.isMerged && cell.master !== cell ? null : cell.value;
            }),
          );
          copy.getCell(4, column('进展情况')).value = '另一个说法';
        }),
      ))();
    const { value, diagnostics } = await renewSheet(sheetFor(later, UNIT), FILE, bytes);
    const copy = (await openWorkbook(value?.content as Uint8Array)).getWorksheet('任务清单 (2)');
    expect(sorted((await renewed(bytes)).at)).toEqual(EACH);
    expect(copy && everythingIn({ worksheets: [copy] } as never).has('另一个说法')).toBe(true);
    expect(diagnostics.map(({ code }) => code)).toContain('sheet-table');
    expect((await rolledUp(bytes)).codes).toContain('return-table');
  });

  it.each([
    ['序号', '已办'],
    // No row counts so far: it is the number of something else.
    ['序号', '777'],
    ['变化', '已报县政府'],
    ['通知时限', '拟延期'],
  ])(
    'with words typed in %s has them in the roll-up, and in the next sheet or the kept file',
    async (header, said) => {
      const bytes = await changed(
        blank,
        filledIn((workbook) => {
          const { rows, column } = tasksIn(workbook);
          const cell = rows()[1]?.getCell(column(header));
          if (cell) cell.value = said;
        }),
      );
      const { collected, unread } = await readReturned(bytes, FILE);
      expect(JSON.stringify(rollUp(book, collected, null, unread))).toContain(said);
      const { value } = await renewSheet(sheetFor(later, UNIT), FILE, bytes, {
        unitOf: (named) => unitNamed(later, named),
      });
      expect(value?.keep?.lost.join()).toContain('改动过的通知文字');
      if (header !== '序号') return;
      expect(value?.sheet.rows.map(({ own }) => own['序号（填写）']).filter(Boolean)).toEqual([said]);
      // Once more changes nothing.
      const once = value?.content as Uint8Array;
      const again = await renewSheet(sheetFor(later, UNIT), FILE, once);
      expect(Buffer.from(again.value?.content as Uint8Array).equals(Buffer.from(once))).toBe(true);
    },
  );

  it('with words at the foot of its pages has them in the roll-up, and is kept', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => {
        const { sheet } = tasksIn(workbook);
        sheet.headerFooter.oddFooter = `${sheet.headerFooter.oddFooter}&R经办人：李四`;
      }),
    );
    const { collected, unread } = await readReturned(bytes, FILE);
    expect(rollUp(book, collected, null, unread).rest.map(({ said }) => said)).toEqual(['经办人：李四']);
    expect((await renewed(bytes)).lost).toBe('页眉页脚');
  });

  it('with rows numbered otherwise has nothing typed in 序号', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => {
        const { rows, column } = tasksIn(workbook);
        for (const [i, row] of rows().entries())
          row.getCell(column('序号')).value = ['（一）', '2.1', '③', 4][i] ?? '';
      }),
    );
    expect((await renewed(bytes)).columns).toEqual([]);
  });

  it('as it was written tells nothing of looks', async () => {
    expect(await renewed(await changed(blank, filledIn()))).toMatchObject({ lost: '', codes: [] });
    expect((await rolledUp(await changed(blank, filledIn()))).codes).toEqual([]);
  });

  it('without a header is no sheet, though 待确认 has one', async () => {
    const bytes = await changed(
      blank,
      filledIn((workbook) => tasksIn(workbook).sheet.spliceRows(3, 1)),
    );
    expect((await renewed(bytes)).codes).toEqual(['not-a-sheet']);
    expect((await rolledUp(bytes)).codes).toContain('not-a-sheet');
  });

  it('answers what is asked in other words, on a worksheet under another name', async () => {
    const bytes = await changed(blank, (workbook) => {
      const open = sheetOf(workbook, '待确认');
      const headers = open.getRow(3).values as readonly string[];
      open.eachRow((row) => {
        const name = row.getCell(headers.indexOf('任务名称')).text;
        const answer = row.getCell(headers.indexOf('是否涉及本单位'));
        if (name === '应急演练') answer.value = '√ ';
        if (name === '宣传培训') answer.value = '不涉及。';
      });
      open.name = '待确认（已填）';
    });
    const wanted = [
      ['应急演练', 'yes'],
      ['宣传培训', 'no'],
    ];
    expect((await renewed(bytes)).answers).toEqual(expect.arrayContaining(wanted));
    const all = await rolledUp(bytes);
    expect(all.answers).toEqual(wanted);
    const { collected } = await readReturned(bytes, FILE);
    const told = collected.flatMap(({ sheet }) => tellSaid(sheet)).map(({ args }) => args);
    expect(told).toMatchObject([{ column: '是否涉及本单位', said: ['√', '不涉及。'], status: ['是', '否'] }]);
  });

  it('keeps what somebody adds to an answer as a comment on it, and asks again for what is no answer', async () => {
    const bytes = await changed(blank, (workbook) => {
      const open = sheetOf(workbook, '待确认');
      const headers = open.getRow(3).values as readonly string[];
      open.eachRow((row) => {
        const name = row.getCell(headers.indexOf('任务名称')).text;
        const answer = row.getCell(headers.indexOf('是否涉及本单位'));
        if (name === '应急演练') answer.value = '是（牵头）';
        if (name === '宣传培训') answer.value = '１';
      });
    });
    const all = await rolledUp(bytes);
    expect(all.answers).toEqual([['应急演练', 'yes']]);
    const { collected } = await readReturned(bytes, FILE);
    const rows = collected
      .flatMap(({ sheet }) => sheet.rows)
      .filter(({ filled }) => filled.answer !== undefined);
    expect(rows.map(({ notes }) => notes.map(({ text }) => text))).toEqual([['原写：是（牵头）'], []]);
    expect(collected.flatMap(({ sheet }) => tellSaid(sheet)).map(({ args }) => args)).toMatchObject([
      { said: ['是（牵头）'], status: ['是'] },
    ]);
    expect(all.codes).toContain('return-answer');
  });

  it('as the text of its worksheet is silent where nobody wrote: the notice’s days are no answers', async () => {
    const { sheet } = tasksIn(await openWorkbook(await changed(blank, filledIn())));
    const lines: string[] = [];
    sheet.eachRow((row, r) => {
      const cells = Array.from({ length: sheet.columnCount }, (_, i) => row.getCell(i + 1));
      const texts = cells.map(({ value, text }) =>
        value instanceof Date ? value.toISOString().slice(0, 10) : text.replaceAll('\n', ' '),
      );
      if (r === 4) texts[9] = '';
      lines.push(texts.join('\t'));
    });
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines.join('\r\n'), 'utf16le')]);
    const { at, silent } = await rolledUp(bytes, `${UNIT}.txt`);
    expect([at.length, silent]).toEqual([3, 1]);
  });

  it('is told by its content: text under the name of a workbook, a workbook under that of text', async () => {
    const file = await changed(blank, filledIn());
    const asCsv = await renewed(file, `${UNIT}.csv`);
    expect([sorted(asCsv.at), asCsv.lost]).toEqual([EACH, '原来那种文件格式的内容（不是 .xlsx）']);
    const encrypted = Buffer.concat([
      Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect((await renewed(encrypted)).codes).toEqual(['file-encrypted']);
  });

  it.each([
    ['1.县水利局-任务清单.xlsx', UNIT],
    ['某县水利局（6月）.xlsx', UNIT],
    ['收回/县水利局 - 副本.xlsx', UNIT],
    ['县水利局报县财政局.xlsx', undefined],
    ['水利.xlsx', undefined],
  ])('called %s is of %s', (name, unit) => {
    expect(unitNamed(book, name)).toBe(unit);
  });
});
