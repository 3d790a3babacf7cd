// What offices do to a workbook before they send it back: nothing that was typed is lost, put to another task, or
// passed over without a word.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SheetRow, TaskBook, TaskSheet } from '../../src/index.js';
import {
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  unitNamed,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县农业农村局 | 2026年12月底前',
  '山洪预警 | 建成小流域山洪灾害预警平台，培训网格员。 | 县水利局 | 县气象局 | 2026年10月底前',
]);
const REVISED = NOTICE.replace('12处', '15处').replace('| 4 | 山洪预警', '| 4 | 山洪灾害预警');

let book: TaskBook;
let later: TaskBook;
let sheet: TaskSheet;
let blank: Uint8Array;
const FILE = '县水利局.xlsx';

beforeAll(async () => {
  [book, later] = [await bookOf(NOTICE), await bookOf(REVISED)];
  sheet = sheetFor(book, '县水利局');
  blank = await sheetToXlsx(sheet);
});

type Edit = Parameters<typeof changed>[1];

const at = <T>(list: readonly T[], i: number) => list.at(i) as T;

const sheetOf = (workbook: Parameters<Edit>[0], name: string) =>
  workbook.getWorksheet(name) as NonNullable<ReturnType<typeof workbook.getWorksheet>>;

/** What the sheet of the revised notice has, what was told, and what was kept, after an edit of the file. */
async function renewedAfter(edit: Edit) {
  const file = await changed(blank, edit);
  return renewed(file);
}

async function renewed(file: Uint8Array, name = FILE) {
  const { value, diagnostics } = await renewSheet(sheetFor(later, '县水利局'), name, file, {
    unitOf: (named) => unitNamed(later, named),
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const typed = (row: SheetRow) => [
    row.filled.person,
    row.filled.progress,
    ...row.notes.map(({ text }) => text),
  ];
  return {
    rows: Object.fromEntries(
      value.sheet.rows.map((row) => [row.number, typed(row).filter((each) => each !== undefined)]),
    ),
    kept: value.sheet.kept.map(({ part, cells }) => `${part} ${cells.goal ?? ''}`),
    codes: diagnostics.map(({ code }) => code),
    keep: value.keep?.name,
  };
}

/** What the roll-up has of a file. */
async function rolledUp(bytes: Uint8Array, name = FILE) {
  const all = await rolledUpFrom(book, [[name, bytes]], null);
  return {
    reports: Object.fromEntries(
      all.tasks.flatMap(({ number, reports: [first] }) =>
        first ? [[number, first.filled.person ?? '']] : [],
      ),
    ),
    rest: all.rest.map(({ said }) => (typeof said === 'string' ? said : (said.filled.person ?? ''))),
    codes: all.problems.map(({ code }) => code),
    units: all.units.filter(({ unread: files }) => files).map(({ unit }) => unit),
  };
}

const EACH = { 1: ['堤'], 2: ['水'], 3: ['农'], 4: ['山'] };

/** Fills in who does each task by the first character of its name, then edits further. */
const filledIn =
  (further: Edit = () => undefined): Edit =>
  (workbook) => {
    const { column, rows } = tasksIn(workbook);
    for (const row of rows())
      row.getCell(column('责任人')).value = row.getCell(column('任务名称')).text.slice(0, 1);
    return further(workbook);
  };

/** Puts what stands in one column of the rows below each other in another order. */
function reordered(
  workbook: Parameters<Edit>[0],
  headers: readonly string[],
  order: readonly number[],
): void {
  const { column, rows } = tasksIn(workbook);
  for (const header of headers) {
    const values = rows().map((row) => row.getCell(column(header)).value);
    for (const [i, row] of rows().entries())
      row.getCell(column(header)).value = values[order[i] as number] as string;
  }
}

describe('ids that were moved alone', () => {
  it.each([
    ['编号', [1, 0, 2, 3]],
    ['编号', [3, 0, 1, 2]],
    ['编号', [2, 3, 0, 1]],
  ])('%s %j: what was typed stays with the words, and is told', async (header, order) => {
    const { rows, codes, keep } = await renewedAfter(
      filledIn((workbook) => reordered(workbook, [header], order)),
    );
    expect(rows).toEqual(EACH);
    expect(codes).toContain('return-ids');
    expect(keep).toMatch(/^原件\//);
  });

  it('are told in the roll-up, too', async () => {
    const file = await changed(
      blank,
      filledIn((workbook) => reordered(workbook, ['编号'], [1, 0, 2, 3])),
    );
    const { reports, codes } = await rolledUp(file);
    expect(reports).toEqual({ 1: '堤', 2: '水', 3: '农', 4: '山' });
    expect(codes).toContain('return-ids');
  });

  it('are believed where only the names were moved', async () => {
    const { rows, keep } = await renewedAfter(
      filledIn((workbook) => reordered(workbook, ['任务名称'], [1, 0, 2, 3])),
    );
    expect(rows).toEqual(EACH);
    expect(keep).toMatch(/^原件\//);
  });

  it('and names together: nobody can tell, and it is told', async () => {
    const { codes, keep } = await renewedAfter(
      filledIn((workbook) => reordered(workbook, ['编号', '任务名称'], [1, 0, 2, 3])),
    );
    expect(codes).toContain('return-ids');
    expect(keep).toMatch(/^原件\//);
  });

  it('may be gone: the words tell, and those that the notice has left where it has changed some', async () => {
    const edit = filledIn((workbook) => {
      const { column, rows } = tasksIn(workbook);
      for (const row of rows()) row.getCell(column('编号')).value = null;
    });
    expect((await rolledUp(await changed(blank, edit))).reports).toEqual({
      1: '堤',
      2: '水',
      3: '农',
      4: '山',
    });
    expect((await renewedAfter(edit)).rows).toEqual(EACH);
  });

  it('may be gone, and a row of their own below a task is not that task’s', async () => {
    const { rows, kept } = await renewedAfter((workbook) => {
      const { sheet: tasks, column, rows: all } = tasksIn(workbook);
      const third = at(all(), 2);
      third.getCell(column('责任人')).value = '农';
      const below = tasks.insertRow(third.number + 1, []);
      for (const header of ['任务名称', '目标内容'])
        below.getCell(column(header)).value = third.getCell(column(header)).value;
      below.getCell(column('责任人')).value = '分工：张三';
    });
    expect(rows).toEqual({ 1: [], 2: [], 3: ['农'], 4: [] });
    expect(kept.join()).toContain('unplaced');
  });
});

describe('columns of the notice', () => {
  it.each(['原序号', '通知序号', '通知时限', '类别', '出处', '变化'])(
    'without %s it is the same sheet, and once more changes nothing',
    async (header) => {
      const first = await renewSheet(
        sheetFor(later, '县水利局'),
        FILE,
        await changed(
          blank,
          filledIn((workbook) => {
            const { sheet: tasks, column } = tasksIn(workbook);
            tasks.spliceColumns(column(header), 1);
          }),
        ),
      );
      const { sheet: once, content } = first.value as NonNullable<typeof first.value>;
      expect([once.columns, once.rows.map(({ filled }) => filled.person)]).toEqual([
        [],
        ['堤', '水', '农', '山'],
      ]);
      const again = await renewSheet(sheetFor(later, '县水利局'), FILE, content as Uint8Array);
      expect(Buffer.from(again.value?.content as Uint8Array).equals(Buffer.from(content))).toBe(true);
    },
  );
});

describe('what is merged', () => {
  it('over several rows holds for each of them', async () => {
    const edit: Edit = (workbook) => {
      const { sheet: tasks, column, rows } = tasksIn(workbook);
      const [first, third] = [at(rows(), 0), at(rows(), 2)];
      first.getCell(column('责任人')).value = '张三';
      tasks.mergeCells(first.number, column('责任人'), third.number, column('责任人'));
    };
    expect((await renewedAfter(edit)).rows).toEqual({ 1: ['张三'], 2: ['张三'], 3: ['张三'], 4: [] });
    expect((await rolledUp(await changed(blank, edit))).reports).toEqual({ 1: '张三', 2: '张三', 3: '张三' });
  });

  it('over cells that still hold something keeps that, too', async () => {
    const file = await changed(blank, filledIn());
    const parts = unzipSync(file);
    const name =
      Object.keys(parts).find(
        (part) => strFromU8(parts[part] as Uint8Array).includes('<sheetData') && part.includes('sheet2'),
      ) ?? '';
    const { column, row } = await changedAddress(file);
    const xml = strFromU8(parts[name] as Uint8Array);
    const merge = `<mergeCell ref="${column}${row}:${column}${row + 1}"/>`;
    const merged = xml.includes('<mergeCells')
      ? xml.replace(/<mergeCells[^>]*>/, (tag) => tag + merge)
      : xml
          .replace('</sheetData>', '</sheetData>')
          .replace(
            /(<\/sheetData>(?:<sheetProtection[^>]*\/>)?(?:<autoFilter[^>]*\/>)?)/,
            `$1<mergeCells count="1">${merge}</mergeCells>`,
          );
    const { kept } = await renewed(zipSync({ ...parts, [name]: strToU8(merged) }));
    expect(kept.join('\n')).toContain('（被合并的单元格盖住）水');
  });
});

/** Where 责任人 of the first task stands. */
async function changedAddress(file: Uint8Array): Promise<{ column: string; row: number }> {
  let found = { column: '', row: 0 };
  await changed(file, (workbook) => {
    const { column, rows } = tasksIn(workbook);
    const cell = at(rows(), 0).getCell(column('责任人'));
    found = { column: cell.address.replace(/\d+/, ''), row: Number(cell.row) };
  });
  return found;
}

describe('what stands beside the tasks', () => {
  it('is kept: comments on cells that hold nothing, on a worksheet of their own, on the cover, beside the table', async () => {
    const file = await changed(blank, (workbook) => {
      workbook.addWorksheet('附页').getCell('A1').value = '说明';
      sheetOf(workbook, '附页').getCell('D9').note = '附页批注';
      sheetOf(workbook, '封面').getCell('F30').note = '封面批注';
      tasksIn(workbook).sheet.getCell('AD12').note = '表外批注';
    });
    const again = await renewSheet(sheetFor(later, '县水利局'), FILE, file);
    const texts = Object.values(unzipSync(again.value?.content as Uint8Array)).map((part) => strFromU8(part));
    for (const note of ['附页批注', '封面批注', '表外批注'])
      expect(texts.some((text) => text.includes(note))).toBe(true);
    expect((await rolledUp(file)).rest.join('\n')).toMatch(/附页批注/);
  });

  it('is kept: a line that was put in above the header, locked or not', async () => {
    const file = await changed(
      blank,
      filledIn((workbook) => {
        const { sheet: tasks } = tasksIn(workbook);
        tasks.getCell('L1').value = '请于周五前报回';
        tasks.getCell('L1').protection = { locked: true };
      }),
    );
    const { kept, keep } = await renewed(file);
    expect([kept.join('\n'), keep]).toEqual([
      expect.stringContaining('请于周五前报回'),
      expect.stringMatching(/^原件\//),
    ]);
    expect((await rolledUp(file)).rest).toContain('请于周五前报回');
  });

  it('is kept: 填报人 below the table', async () => {
    const edit: Edit = filledIn((workbook) => {
      const { sheet: tasks, rows } = tasksIn(workbook);
      const below = tasks.getRow(at(rows(), -1).number + 2);
      below.getCell(1).value = '填报人';
      below.getCell(2).value = '张三';
    });
    expect((await renewedAfter(edit)).kept.join('\n')).toContain('填报人　张三');
    expect((await rolledUp(await changed(blank, edit))).rest).toContain('填报人　张三');
  });

  it('a row above the header that was sorted with it is still a task’s', async () => {
    const file = await changed(
      blank,
      filledIn((workbook) => {
        const { sheet: tasks, rows } = tasksIn(workbook);
        const [header, first] = [at(rows(), 0).number - 1, at(rows(), 0).number];
        const values = (number: number) =>
          Array.from({ length: tasks.columnCount }, (_, i) => tasks.getRow(number).getCell(i + 1).value);
        const [top, below] = [values(header), values(first)];
        below.forEach((value, i) => {
          tasks.getRow(header).getCell(i + 1).value = value;
        });
        top.forEach((value, i) => {
          tasks.getRow(first).getCell(i + 1).value = value;
        });
      }),
    );
    expect((await rolledUp(file)).reports).toEqual({ 1: '堤', 2: '水', 3: '农', 4: '山' });
  });

  it('a cell in the last row of all is no reason to stop', async () => {
    const { rows } = await renewedAfter(
      filledIn((workbook) => {
        tasksIn(workbook).sheet.getCell('U1048576').value = '远';
      }),
    );
    expect(rows).toEqual(EACH);
  });

  it('a time of day stays one', async () => {
    const { rows } = await renewedAfter((workbook) => {
      const { column, rows: all } = tasksIn(workbook);
      const cell = at(all(), 0).getCell(column('责任人'));
      cell.value = new Date(Date.UTC(1899, 11, 30, 12, 30));
      cell.numFmt = 'h:mm';
    });
    expect(rows['1']).toEqual(['12:30']);
  });
});

it('a file whose program saved no results of formulas says what its links say', async () => {
  // What openpyxl writes of <f>HYPERLINK(…)</f><v>…</v>.
  const long = `${'一'.repeat(30)}是“甲”和"乙"`;
  const parts = unzipSync(
    await changed(blank, (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const formula = `HYPERLINK("#正文!A5","${long.replaceAll('"', '""')}")`;
      at(rows(), 0).getCell(column('任务名称')).value = { formula, result: long };
    }),
  );
  const bare = Object.entries(parts).map(([name, bytes]): [string, Uint8Array] => [
    name,
    name.startsWith('xl/worksheets/sheet')
      ? strToU8(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
      : bytes,
  ]);
  const { collected } = await readReturned(zipSync(Object.fromEntries(bare)), FILE);
  expect(collected[0]?.sheet.rows[0]?.cells.name).toBe(long);
});

describe('CSV', () => {
  const csv = (edit: (text: string) => string) => Buffer.from(edit(sheetToCsv(sheet)));

  it('tells that what is printed was changed, and keeps the file', async () => {
    const { keep } = await renewed(
      csv((text) => text.replace('水毁工程修复。', '水毁工程修复。（已完成三座）')),
      '县水利局.csv',
    );
    expect(keep).toBe('原件/县水利局（待核对）.csv');
    expect(
      (
        await renewed(
          csv((text) => text),
          '县水利局.csv',
        )
      ).keep,
    ).toBeUndefined();
  });

  it('keeps a line below the table whole', async () => {
    const file = csv((text) => `${text}填报人,张三,电话,123\r\n`);
    expect((await renewed(file, '县水利局.csv')).kept.join('\n')).toContain('填报人　张三　电话　123');
    expect((await rolledUp(file, '县水利局.csv')).rest).toContain('填报人　张三　电话　123');
  });
});

describe('files that come back', () => {
  it('another unit’s sheet under this unit’s name is kept, and nothing of it is carried over', async () => {
    const other = await changed(await sheetToXlsx(sheetFor(book, '县财政局')), filledIn());
    const { rows, codes, keep } = await renewed(other);
    expect([rows, codes, keep]).toEqual([
      { 1: [], 2: [], 3: [], 4: [] },
      ['sheet-of-other'],
      expect.stringMatching(/^原件\/县财政局（未带入 /),
    ]);
  });

  it('are told by their content: a workbook under another extension, an archive', async () => {
    const file = await changed(blank, filledIn());
    expect((await rolledUp(file, '县水利局.xlsm')).reports['1']).toBe('堤');
    const { reports } = await rolledUp(
      zipSync({ '收回/县水利局.xlsx': file, '~$x.xlsx': strToU8('') }),
      '全部.zip',
    );
    expect(reports['1']).toBe('堤');
  });

  it.each([
    ['县水利局.pdf', '%PDF-1.7'],
    ['县水利局(1).xls', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
    ['县水利局.rtf', '{\\rtf1}'],
  ])('%s is not read, and named beside the unit', async (name, content) => {
    const { codes, units } = await rolledUp(Buffer.from(content, 'latin1'), name);
    expect(codes).toEqual(['return-form']);
    expect(units).toEqual(['县水利局']);
  });

  it('one that is encrypted is called so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect((await rolledUp(bytes)).codes).toEqual(['file-encrypted']);
  });

  it('of two from one unit the one that was filled in later counts, whatever they are called', async () => {
    const filledOn = (day: string, person: string) =>
      changed(blank, (workbook) => {
        const { column, rows } = tasksIn(workbook);
        at(rows(), 0).getCell(column('责任人')).value = person;
        at(rows(), 0).getCell(column('更新日期')).value = new Date(`${day}T00:00:00Z`);
        at(rows(), 0).getCell(column('进展状态')).value = person === '新' ? '已完成' : '推进中';
      });
    const both = [
      ...(await readReturned(await filledOn('2026-06-02', '新'), '县水利局(1).xlsx')).collected,
      ...(await readReturned(await filledOn('2026-05-02', '旧'), '县水利局.xlsx')).collected,
    ];
    const { units, problems } = rollUp(book, both);
    expect(units.find(({ unit }) => unit === '县水利局')).toMatchObject({ done: 1, going: 0 });
    expect(problems.map(({ code, args }) => [code, args])).toContainEqual([
      'return-twice',
      {
        unit: '县水利局',
        files: ['县水利局.xlsx', '县水利局(1).xlsx'],
        by: '更新日期',
        filled: ['县水利局.xlsx', '县水利局(1).xlsx'],
        names: ['堤防达标'],
      },
    ]);
  });
});
