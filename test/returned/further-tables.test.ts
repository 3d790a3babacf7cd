// Further tables in a returned file: copies of a unit's own, those of a second unit, in workbooks and in text.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readReturned,
  renewSheet,
  reportsIn,
  rollUp,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  unitNamed,
  withWritten,
} from '../../src/index.js';
import { workbookBytes } from '../../src/workbook/new.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

// Whether 县水利局 and 县民政局 are in 县安委会, the notice does not say.
const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县民政局',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县财政局',
  '救灾物资 | 储备帐篷200顶，棉被1000床。 | 县民政局 | 县财政局',
  '安全检查 | 对在建工地开展2次检查。 | 县应急管理局 | 县安委会成员单位',
  '安全宣传 | 组织1次安全生产月宣传活动。 | 县应急管理局 | 各有关单位',
];
const [WATER, CIVIL] = ['县水利局', '县民政局'];
let book: TaskBook;
let water: Uint8Array;
let civil: Uint8Array;

beforeAll(async () => {
  book = await bookOf(taskNotice(ROWS));
  [water, civil] = (await Promise.all([WATER, CIVIL].map((unit) => sheetToXlsx(sheetFor(book, unit))))) as [
    Uint8Array,
    Uint8Array,
  ];
});

/** Copies a worksheet's texts, as who pastes it into another workbook does. */
function copied(from: Excel.Worksheet, to: Excel.Workbook, name: string): Excel.Worksheet {
  const copy = to.addWorksheet(name);
  from.eachRow((row, r) =>
    row.eachCell((cell, c) => {
      if (cell.master === cell) copy.getCell(r, c).value = cell.value;
    }),
  );
  return copy;
}

/** Puts a value under a header of a table, into the row that has a text. */
function put(sheet: Excel.Worksheet, of: string, header: string, value: Excel.CellValue) {
  let [row, column] = [0, 0];
  sheet.eachRow((each, r) =>
    each.eachCell((cell, c) => {
      if (r === 3 && cell.text === header) column = c;
      if (row === 0 && r > 3 && cell.text === of) row = r;
    }),
  );
  if (row * column === 0) throw new Error(`${of} ${header}`);
  sheet.getCell(row, column).value = value;
}

const open = (workbook: Excel.Workbook) => workbook.getWorksheet('待确认') as Excel.Worksheet;

async function rolledUp(bytes: Uint8Array, file: string) {
  const { collected, unread } = await readReturned(bytes, file);
  const read = await Promise.all(
    collected.map(async (each) => reportsIn(book, await withWritten(book, each), null)),
  );
  const all = rollUp(book, read, null, unread);
  return {
    said: all.tasks.flatMap(({ name, reports }) =>
      reports.flatMap(({ unit, filled }) => (filled.progress ? [`${unit} ${name} ${filled.progress}`] : [])),
    ),
    answers: all.answers.map(({ unit, asked, answer, note }) => `${unit} ${asked} ${answer} ${note}`),
    handed: all.units.flatMap(({ unit, handed }) => (handed === 'no' ? [] : [`${unit} ${handed}`])),
    rest: all.rest.map(({ said }) => JSON.stringify(said)),
    told: all.problems.map(({ code }) => code),
  };
}

async function renewed(bytes: Uint8Array, name: string) {
  const { value, diagnostics } = await renewSheet(sheetFor(book, WATER), name, bytes, {
    unitOf: (named) => unitNamed(book, named),
  });
  return {
    sheet: value?.sheet,
    answers: value?.sheet.questions.map(({ group, filled }) => [group, filled.answer, filled.note]),
    keep: value?.keep,
    told: diagnostics.map(({ code }) => code),
  };
}

const YES = { answer: 'yes' };

describe('the sheets of a second unit in the first one’s file', () => {
  async function merged(untitled: boolean): Promise<Uint8Array> {
    const other = await openWorkbook(civil);
    return changed(water, (workbook) => {
      put(tasksIn(workbook).sheet, '堤防达标', '进展情况', '修了三处');
      put(open(workbook), '县安委会成员单位', '是否涉及本单位', '否');
      const tasks = copied(tasksIn(other).sheet, workbook, '任务清单 (2)');
      put(tasks, '救灾物资', '进展情况', '已备齐');
      const asked = copied(open(other), workbook, '待确认 (2)');
      put(asked, '县安委会成员单位', '是否涉及本单位', '是');
      put(asked, '县安委会成员单位', '备注', '有文件');
      if (untitled) asked.getCell('A1').value = null;
    });
  }

  it('are that one’s: what it did, and what it answers', async () => {
    const { said, answers, handed, told } = await rolledUp(await merged(false), '县水利局.xlsx');
    expect(said).toEqual(['县水利局 堤防达标 修了三处', '县民政局 救灾物资 已备齐']);
    expect(answers.sort()).toEqual(['县民政局 县安委会成员单位 yes 有文件', '县水利局 县安委会成员单位 no ']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 yes']);
    expect(told).not.toContain('return-twice');
  });

  it('without a title are nobody’s, and told', async () => {
    const { answers, rest, told } = await rolledUp(await merged(true), '县水利局.xlsx');
    expect(answers).toEqual(['县水利局 县安委会成员单位 no ']);
    expect(rest.join('\n')).toContain('有文件');
    expect(told).toContain('return-table');
  });

  it('are not carried to the first one’s questions', async () => {
    for (const untitled of [false, true]) {
      const { answers, told } = await renewed(await merged(untitled), '县水利局.xlsx');
      expect(answers).toContainEqual(['县安委会成员单位', { answer: 'no' }, undefined]);
      expect(told).toContain('sheet-table');
    }
  });

  it('are that one’s, where only it has filled in anything', async () => {
    const other = await openWorkbook(civil);
    const bytes = await changed(water, (workbook) => {
      const tasks = copied(tasksIn(other).sheet, workbook, '第二家');
      put(tasks, '堤防达标', '进展情况', '民政的话');
    });
    const { said, handed } = await rolledUp(bytes, '县水利局.xlsx');
    expect(said).toEqual(['县民政局 堤防达标 民政的话']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 empty']);
  });

  it('of which nothing is filled in have been handed in', async () => {
    const other = await openWorkbook(civil);
    const bytes = await changed(water, (workbook) => {
      put(tasksIn(workbook).sheet, '堤防达标', '进展情况', '修了三处');
      copied(tasksIn(other).sheet, workbook, '任务清单 (2)');
    });
    expect((await rolledUp(bytes, '县水利局.xlsx')).handed.sort()).toEqual([
      '县民政局 empty',
      '县水利局 yes',
    ]);
  });
});

describe('a copy of what is asked', () => {
  const answered = (further: (own: Excel.Worksheet, copy: Excel.Worksheet) => void) =>
    changed(water, (workbook) => {
      const own = open(workbook);
      const copy = copied(own, workbook, '待确认 (2)');
      further(own, copy);
    });

  it('in which answers are is read: groups, tasks, remarks', async () => {
    const bytes = await answered((own, copy) => {
      put(own, '县安委会成员单位', '备注', '正在问');
      put(own, '县安委会成员单位', '是否涉及本单位', '不清楚');
      put(copy, '安全宣传', '是否涉及本单位', '是');
      put(copy, '安全宣传', '备注', '去年也办了');
      put(copy, '县安委会成员单位', '备注', '正在问');
      put(copy, '县安委会成员单位', '是否涉及本单位', '不清楚');
    });
    const { answers, told } = await rolledUp(bytes, '县水利局.xlsx');
    expect(answers.sort()).toEqual([
      '县水利局 县安委会成员单位 unsure 正在问',
      '县水利局 安全宣传 yes 去年也办了',
    ]);
    expect(told).toEqual(['return-joined']);
    const { sheet } = await renewed(bytes, '县水利局.xlsx');
    expect(sheet?.rows.find(({ name }) => name === '安全宣传')?.filled).toEqual({
      answer: YES,
      note: '去年也办了',
    });
  });

  it('that answers a group only there is read', async () => {
    const bytes = await answered((own, copy) => {
      put(own, '安全宣传', '是否涉及本单位', '否');
      put(copy, '县安委会成员单位', '是否涉及本单位', '是');
      put(copy, '县安委会成员单位', '备注', '是成员');
    });
    const { answers } = await rolledUp(bytes, '县水利局.xlsx');
    expect(answers.sort()).toEqual(['县水利局 县安委会成员单位 yes 是成员', '县水利局 安全宣传 no ']);
    expect((await renewed(bytes, '县水利局.xlsx')).answers).toContainEqual([
      '县安委会成员单位',
      YES,
      '是成员',
    ]);
  });

  it('that answers otherwise is kept whole and told', async () => {
    const bytes = await answered((own, copy) => {
      put(own, '县安委会成员单位', '是否涉及本单位', '否');
      put(copy, '县安委会成员单位', '是否涉及本单位', '是');
      put(copy, '县安委会成员单位', '备注', '相反');
    });
    const { answers, rest, told } = await rolledUp(bytes, '县水利局.xlsx');
    expect(answers).toEqual(['县水利局 县安委会成员单位 no ']);
    expect(rest.join('\n')).toContain('相反');
    expect(told).toContain('return-table');
  });
});

describe('a copy of the tasks', () => {
  /** 县水利局's, filled in, with a copy of its worksheet. */
  const withCopy = (further: (copy: Excel.Worksheet) => void) =>
    changed(water, (workbook) => {
      const { sheet } = tasksIn(workbook);
      put(sheet, '堤防达标', '进展情况', '修了三处');
      further(copied(sheet, workbook, '任务清单 (2)'));
    });

  it('in which nothing is typed says nothing', async () => {
    const { told, rest } = await rolledUp(await withCopy(() => undefined), '县水利局.xlsx');
    expect([told, rest]).toEqual([[], []]);
  });

  it.each([
    ['joined', () => undefined],
    ['not joined', (copy: Excel.Worksheet) => put(copy, '堤防达标', '进展情况', '另一个说法')],
  ])('says what is typed anywhere in it, where it is %s', async (_, further) => {
    const bytes = await withCopy((copy) => {
      further(copy);
      put(copy, '水库除险', '进展情况', '开工');
      copy.getCell('A1').value = '本局六月情况';
      copy.getCell(20, 3).value = '表下的话';
      copy.getCell(21, 1).value = '填报人：张三';
      put(copy, '堤防达标', '目标内容', '已修复8处');
    });
    const { rest, said } = await rolledUp(bytes, '县水利局.xlsx');
    const all = [...rest, ...said].join('\n');
    for (const text of ['本局六月情况', '表下的话', '填报人：张三', '目标内容：已修复8处', '开工'])
      expect(all).toContain(text);
  });
});

describe('two units one below the other in a text', () => {
  const fill = (unit: string, of: string, words: string) =>
    sheetToCsv({
      ...sheetFor(book, unit),
      rows: sheetFor(book, unit).rows.map((row) =>
        row.name === of ? { ...row, filled: { progress: words } } : row,
      ),
    });

  it('with titles are each its own', async () => {
    const text = [
      `${WATER}任务清单`,
      fill(WATER, '堤防达标', '修了三处').replace('\uFEFF', ''),
      `${CIVIL}任务清单`,
      fill(CIVIL, '堤防达标', '安置了两户').replace('\uFEFF', ''),
    ].join('\r\n');
    const { said, handed } = await rolledUp(new TextEncoder().encode(text), '两家.csv');
    expect(said).toEqual(['县水利局 堤防达标 修了三处', '县民政局 堤防达标 安置了两户']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 yes']);
  });

  it('without titles are not mixed: nothing of the second counts for the first', async () => {
    const text = [fill(WATER, '水库除险', '开工'), fill(CIVIL, '堤防达标', '安置了两户')]
      .map((each) => each.replace('\uFEFF', ''))
      .join('');
    const { said, rest, told } = await rolledUp(new TextEncoder().encode(text), '县水利局.csv');
    expect(said).toEqual(['县水利局 水库除险 开工']);
    expect(rest.join('\n')).toContain('安置了两户');
    expect(told).toContain('return-table');
    const { sheet, keep } = await renewed(new TextEncoder().encode(text), '县水利局.csv');
    expect(sheet?.rows.flatMap(({ filled }) => filled.progress ?? [])).toEqual(['开工']);
    expect(keep?.lost).toContain('叠在下面的另一张表');
  });

  it('the header printed once more on the next page is the same table’s', async () => {
    const [header = '', ...lines] = fill(WATER, '水库除险', '开工').replace('\uFEFF', '').split('\r\n');
    const text = [header, ...lines.slice(0, 1), header, ...lines.slice(1)].join('\r\n');
    const { said, told } = await rolledUp(new TextEncoder().encode(text), '县水利局.csv');
    expect([said, told]).toEqual([['县水利局 水库除险 开工'], []]);
  });
});

describe('the table of a second unit at the right of the first', () => {
  it('is that one’s, with its title or without', async () => {
    const other = tasksIn(await openWorkbook(civil)).sheet;
    for (const title of [true, false]) {
      const bytes = await changed(water, (workbook) => {
        const { sheet } = tasksIn(workbook);
        put(sheet, '堤防达标', '进展情况', '修了三处');
        put(other, '堤防达标', '进展情况', '安置了两户');
        other.eachRow((row, r) =>
          row.eachCell((cell, c) => {
            if (cell.master === cell && (title || r > 2)) sheet.getCell(r, c + 30).value = cell.value;
          }),
        );
      });
      const { said, rest, told } = await rolledUp(bytes, '县水利局.xlsx');
      expect(said).toEqual([
        '县水利局 堤防达标 修了三处',
        ...(title ? ['县民政局 堤防达标 安置了两户'] : []),
      ]);
      if (title) continue;
      expect(rest.join('\n')).toContain('安置了两户');
      expect(told).toContain('return-table');
    }
  });
});

describe('a table in which a column says whose each row is', () => {
  /** The rows of both units under one header, as who collects them puts them together. */
  async function together(file: string, header = '单位', of = (unit: string) => unit) {
    const workbook = await openWorkbook(water);
    const rows = [tasksIn(workbook).sheet, tasksIn(await openWorkbook(civil)).sheet].flatMap((sheet, i) => {
      put(sheet, '堤防达标', '进展情况', i === 0 ? '修了三处' : '安置了两户');
      const unit = of([WATER, CIVIL][i] as string);
      const all = [] as Excel.CellValue[][];
      sheet.eachRow((row, r) => {
        const first = r === 3 ? header : unit;
        if (r > 3 || (r === 3 && i === 0)) all.push([first, ...(row.values as Excel.CellValue[]).slice(1)]);
      });
      return all;
    });
    for (const { id } of [...workbook.worksheets]) workbook.removeWorksheet(id);
    workbook.addWorksheet('汇总').addRows(rows);
    return rolledUp(await workbookBytes(workbook), file);
  }

  it('is of those units', async () => {
    const { said, handed, told } = await together('两家汇总.xlsx');
    expect(said).toEqual(['县水利局 堤防达标 修了三处', '县民政局 堤防达标 安置了两户']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 yes']);
    expect(told).not.toContain('return-unit');
  });

  it('is one unit’s, where it says something else', async () => {
    const { handed, told } = await together('县水利局.xlsx', '单位', () => '公里');
    expect(handed).toEqual(['县水利局 yes']);
    expect(told).toContain('return-again');
  });
});
