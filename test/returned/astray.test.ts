// What units write that is of none of their tasks: it stands among what is of no task, and each is told with its cell.
import { read, write } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineageIn, renewSheet, sheetFor, sheetToXlsx, type TaskBook } from '../../src/index.js';
import { changed, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县民政局 | 县农业农村局 | 2026年12月底前',
]);
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;

/** Who has 农村供水. */
const HOLDERS = ['县民政局', '县农业农村局'];
let book: TaskBook;
let blank: Uint8Array;
let others: Uint8Array;
beforeAll(async () => {
  book = await bookOf(NOTICE);
  blank = await sheetToXlsx(sheetFor(book, UNIT));
  others = await sheetToXlsx(sheetFor(book, '县民政局'));
});

type Edit = Parameters<typeof changed>[1];

async function rolledUp(edit: Edit) {
  const all = await rolledUpFrom(book, [[FILE, await changed(blank, edit)]], null);
  return {
    codes: all.problems.map(({ code, args }) => [code, args]),
    reports: all.tasks.flatMap(({ name, reports }) =>
      reports.map(({ filled }) => [name, filled.progress, filled.status]),
    ),
    rest: all.rest.map(({ said }) => (typeof said === 'string' ? said : said.filled.progress)),
  };
}

/** Fills in the first row, and one below the tasks. */
const withRow =
  (cells: Readonly<Record<string, string>>): Edit =>
  (workbook) => {
    const { sheet, rows, column } = tasksIn(workbook);
    const [first] = rows();
    if (first) first.getCell(column('进展情况')).value = '修复3处';
    for (const [header, text] of Object.entries(cells)) sheet.getRow(6).getCell(column(header)).value = text;
  };

describe('in the roll-up', () => {
  it('a row that the unit has added is told with its cell', async () => {
    const { codes, reports, rest } = await rolledUp(
      withRow({ 任务名称: '自加任务', 目标内容: '本单位自己加的事', 进展情况: '自己办的' }),
    );
    expect(reports).toEqual([['堤防达标', '修复3处', undefined]]);
    expect(rest).toEqual(['自己办的']);
    expect(codes).toEqual([['return-astray', { words: ['任务清单!C6“自加任务”'], count: 1 }]]);
  });

  it('what stands below the table or beside it is told, too', async () => {
    const { codes, rest } = await rolledUp((workbook) => {
      const { sheet } = tasksIn(workbook);
      sheet.getCell('A9').value = '填表人：王五';
      workbook.addWorksheet('说明').getCell('B2').value = '另附照片';
    });
    expect(rest).toEqual(['填表人：王五', '另附照片']);
    expect(codes).toEqual([
      ['return-astray', { words: ['任务清单!A9“填表人：王五”', '说明!B2“另附照片”'], count: 2 }],
    ]);
  });

  it('a row of another unit’s task is not counted, and is told', async () => {
    const { sheet, column } = tasksIn(await openWorkbook(others));
    const pasted = Object.fromEntries(
      ['通知序号', '任务名称', '目标内容', '编号', '类型', '牵头单位'].map((header) => [
        header,
        sheet.getRow(4).getCell(column(header)).text,
      ]),
    );
    const { codes, reports, rest } = await rolledUp(withRow({ ...pasted, 进展情况: '抄错行的话' }));
    expect(reports).toEqual([['堤防达标', '修复3处', undefined]]);
    expect(rest).toEqual(['抄错行的话']);
    const told = codes.filter(([code]) => code === 'return-of-others');
    expect(told).toEqual([
      ['return-of-others', { id: pasted['编号'], name: `${pasted['通知序号']} 农村供水`, units: HOLDERS }],
    ]);
  });
});

describe('a task that its unit has parted into several rows', () => {
  const PARTED: Edit = (workbook) => {
    const { sheet, rows, column } = tasksIn(workbook);
    const [first, second] = rows();
    if (first) first.getCell(column('进展情况')).value = '一标段完工';
    if (second) second.getCell(column('进展情况')).value = '除险2座';
    sheet.insertRows(5, [[], []]);
    for (const header of ['任务名称', '目标内容', '编号']) {
      const at = column(header);
      sheet.mergeCells(4, at, 6, at);
    }
    sheet.getRow(5).getCell(column('进展情况')).value = '二标段完工';
    sheet.getRow(6).getCell(column('进展情况')).value = '三标段在建';
    sheet.getRow(6).getCell(column('备注')).value = '缺石料';
  };

  it('has in one row what stands beside its merged cells', async () => {
    const { codes, reports, rest } = await rolledUp(PARTED);
    expect(reports).toEqual([
      ['堤防达标', '一标段完工\n二标段完工\n三标段在建', undefined],
      ['水库除险', '除险2座', undefined],
    ]);
    expect([codes, rest]).toEqual([[], []]);
    const { value } = await renewSheet(sheetFor(book, UNIT), FILE, await changed(blank, PARTED));
    expect(value?.sheet.rows.map(({ filled: { progress, note } }) => [progress, note])).toEqual([
      ['一标段完工\n二标段完工\n三标段在建', '缺石料'],
      ['除险2座', undefined],
    ]);
    expect(value?.sheet.kept).toEqual([]);
  });
});

describe('in the sheet that is written over', () => {
  it('a row of another unit’s task was never its own, and stays with the same words', async () => {
    const { sheet, column } = tasksIn(await openWorkbook(others));
    const pasted = Object.fromEntries(
      ['任务名称', '目标内容', '编号', '类型', '牵头单位'].map((header) => [
        header,
        sheet.getRow(4).getCell(column(header)).text,
      ]),
    );
    const lineage = lineageIn(book);
    const file = await changed(blank, withRow({ ...pasted, 进展情况: '抄错行的话' }));
    const renew = async (earlier: Uint8Array) =>
      (await renewSheet(sheetFor(book, UNIT), FILE, earlier, { lineage })).value;
    const once = await renew(file);
    const kept = once?.sheet.kept.map(({ part, went, filled }) => [part, went?.kind, filled.progress]);
    expect(kept).toEqual([['unplaced', 'never', '抄错行的话']]);
    const twice = await renew(once?.content as Uint8Array);
    expect(twice?.content).toEqual(once?.content);
    expect(twice?.sheet.kept.map(({ went }) => went?.kind)).toEqual(['never']);
    // From then on it stands in 待归位, and the roll-up tells whose it is, as before.
    const { problems, rest } = await rolledUpFrom(book, [[FILE, once?.content as Uint8Array]], null);
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['return-of-others', { id: pasted['编号'], name: expect.stringContaining('农村供水'), units: HOLDERS }],
    ]);
    expect(rest.map(({ said }) => typeof said !== 'string' && said.filled.progress)).toEqual(['抄错行的话']);
  });
});

describe('the lines above the table', () => {
  it('of a worksheet that was saved as text are nothing that its unit wrote', async () => {
    const { sheet } = tasksIn(await openWorkbook(blank));
    const lines: string[] = [];
    sheet.eachRow((row, i) => {
      const values = Array.from({ length: sheet.columnCount }, (_, j) => row.getCell(j + 1));
      const texts = values.map((cell) => (cell.master === cell ? cell.text : ''));
      lines.push(texts.map((text) => `"${text}"`).join(','));
      if (i === 1) lines.push('"请县水利局先填"');
    });
    const file = Buffer.from(lines.join('\n'));
    const { rest } = await rolledUpFrom(book, [['报送.csv', file]], null);
    expect(rest.map(({ said }) => said)).toEqual(['请县水利局先填']);
    const { value } = await renewSheet(sheetFor(book, UNIT), `${UNIT}.csv`, file);
    expect(value?.sheet.kept.map(({ cells }) => cells.goal)).toEqual(['行2：请县水利局先填']);
  });
});

describe('columns that somebody has taken out', () => {
  const without = (last: number): Edit => {
    return (workbook) => {
      const { sheet, rows, column } = tasksIn(workbook);
      for (const row of rows()) row.getCell(column('进展情况')).value = row.getCell(column('任务名称')).text;
      sheet.spliceColumns(column('编号'), last);
    };
  };

  it('are told in one line, and nothing else is', async () => {
    const { codes, reports, rest } = await rolledUp(without(14));
    expect(reports.map(([name, progress]) => [name, progress])).toEqual([
      ['堤防达标', '堤防达标'],
      ['水库除险', '水库除险'],
    ]);
    expect(codes.map(([code]) => code)).toEqual(['return-columns']);
    expect(codes[0]?.[1]).toMatchObject({ columns: expect.arrayContaining(['编号', '类型', '牵头单位']) });
    expect(rest).toEqual([]);
  });

  it('leave nothing in the next sheet that nobody has typed', async () => {
    const { value } = await renewSheet(sheetFor(book, UNIT), FILE, await changed(blank, without(14)));
    expect(value?.sheet.columns).toEqual([]);
    expect(value?.sheet.rows.map(({ own, change }) => [own, change])).toEqual([
      [{}, null],
      [{}, null],
    ]);
  });

  it('a cell that was emptied is told by its own place', async () => {
    const file = await changed(blank, (workbook) => {
      const { rows, column } = tasksIn(workbook);
      const [row] = rows();
      if (row) row.getCell(column('目标内容')).value = null;
    });
    const { problems } = await rolledUpFrom(book, [[FILE, file]], null);
    const told = problems.filter(({ code }) => code === 'return-edited');
    expect(told.map(({ at }) => at)).toEqual([{ file: FILE, sheet: '任务清单', address: 'D4' }]);
  });
});

describe('the cover of an earlier edition that another program has saved in another form', () => {
  it.each(['ods', 'xlsx'] as const)('%s: nothing that is printed counts as typed', async (bookType) => {
    const filled = await changed(blank, withRow({}));
    const saved = write(read(filled, { type: 'buffer' }), { type: 'buffer', bookType }) as Buffer;
    const revised = await bookOf(NOTICE.replace('8处', '9处').replace('〔2026〕', '〔2027〕'));
    const all = await rolledUpFrom(revised, [[FILE, saved]], null);
    expect(all.problems.map(({ code }) => code)).toEqual(['return-old']);
    expect(all.rest).toEqual([]);
  });

  it('what somebody has typed on it is told', async () => {
    const noted = await changed(blank, (workbook) => {
      const sheet = workbook.getWorksheet('封面');
      if (sheet) sheet.getCell('F2').value = '已报县长';
    });
    const saved = write(read(noted, { type: 'buffer' }), { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const { rest } = await rolledUpFrom(book, [[FILE, saved]], null);
    expect(rest.map(({ said }) => said)).toContain('已报县长');
  });
});
