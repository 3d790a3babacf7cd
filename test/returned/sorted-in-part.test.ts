// A sheet sorted over some of its columns, as those that are seen: its words say which task a row is of, and that is told once.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type RollUp,
  renewSheet,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  type TaskSheet,
} from '../../src/index.js';
import { changed, rolledUpFrom, type tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

// The last two say the same of other units, and others hang on a question.
const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县民政局 | 县水利局 | 2026年12月底前',
  '山洪演练 | 组织山洪灾害避险转移演练。 | 县应急管理局 | 县防汛指挥部成员单位 | 2026年5月底前',
  '汛前检查 | 排查在建工程隐患。 | 县应急管理局 | 县防汛指挥部成员单位 | 2026年4月底前',
  '信息报送 | 按要求报送工作信息。 | 县水利局 | 县财政局 | 2026年11月底前',
  '信息报送 | 按要求报送工作信息。 | 县水利局 | 县气象局 | 2026年10月底前',
]);
const UNIT = '县水利局';

let book: TaskBook;
let sheet: TaskSheet;
let blank: Uint8Array;
beforeAll(async () => {
  book = await bookOf(NOTICE);
  sheet = sheetFor(book, UNIT);
  blank = await sheetToXlsx(sheet);
});

type Workbook = Parameters<Parameters<typeof changed>[1]>[0];

/** Fills in a column of each row with the task's place in the notice. */
function fill(workbook: Workbook, name: string, header: string): void {
  const { rows, column } = below(workbook, name);
  for (const row of rows) row.getCell(column(header)).value = `填${row.getCell(column('通知序号')).text}`;
}

function below(workbook: Workbook, name: string) {
  const worksheet = workbook.getWorksheet(name) as ReturnType<typeof tasksIn>['sheet'];
  const headers = new Map<string, number>();
  worksheet.getRow(3).eachCell((cell, i) => headers.set(cell.text, i));
  const column = (header: string) => headers.get(header) ?? 0;
  const rows = Array.from({ length: worksheet.rowCount - 3 }, (_, i) => worksheet.getRow(i + 4)).filter(
    (row) => row.getCell(column('任务名称')).text !== '',
  );
  return { worksheet, column, rows };
}

/** Turns the rows over, in the columns up to the last that is seen. */
function turn(workbook: Workbook, name: string): void {
  const { column, rows } = below(workbook, name);
  for (let i = 1; i <= column('备注'); i++) {
    const values = rows.map((row) => row.getCell(i).value);
    for (const row of rows) row.getCell(i).value = values.pop() ?? null;
  }
}

const sorted = (further: (workbook: Workbook) => void = () => undefined) =>
  changed(blank, (workbook) => {
    fill(workbook, '任务清单', '进展情况');
    fill(workbook, '待确认', '备注');
    further(workbook);
    turn(workbook, '任务清单');
    turn(workbook, '待确认');
  });

const rolledUp = (bytes: Uint8Array, name = `${UNIT}.xlsx`) => rolledUpFrom(book, [[name, bytes]], null);
const codes = ({ problems }: RollUp) => problems.map(({ code }) => code);
const reported = ({ tasks }: RollUp) =>
  tasks.flatMap(({ number, reports }) => reports.map(({ filled }) => [number, filled.progress]));

async function renewed(bytes: Uint8Array, name = `${UNIT}.xlsx`) {
  const { value, diagnostics } = await renewSheet(sheet, name, bytes);
  if (!value) throw new Error('not renewed');
  return { ...value, codes: diagnostics.map(({ code }) => code) };
}

const AT_THEIRS = ['1', '2', '3', '6', '7'].map((number) => [number, `填${number}`]);

describe('a workbook whose folded columns have stayed', () => {
  it('has everything at its task in the next one, no column that nobody added, and is kept', async () => {
    const next = await renewed(await sorted());
    const typed = next.sheet.rows.flatMap(({ number, filled: { progress } }) =>
      progress === undefined ? [] : [[number, progress]],
    );
    expect(typed.sort()).toEqual(AT_THEIRS);
    expect(next.sheet.columns).toEqual([]);
    expect(next.sheet.rows.map(({ change }) => change)).toEqual(next.sheet.rows.map(() => null));
    expect(next.codes).toEqual(['return-ids']);
    expect(next.keep).toBeDefined();
    const again = await renewed(next.content as Uint8Array);
    expect([again.content, again.keep, again.codes]).toEqual([next.content, undefined, []]);
  });

  it('is rolled up by its words, and told once', async () => {
    const all = await rolledUp(await sorted());
    expect(reported(all)).toEqual(AT_THEIRS);
    expect(codes(all)).toEqual(['return-ids']);
  });

  it('has what somebody typed over a printed cell before', async () => {
    const bytes = await sorted((workbook) => {
      const { column, rows } = below(workbook, '任务清单');
      const cell = rows[1]?.getCell(column('通知备注'));
      if (cell) cell.value = '自己写的';
    });
    expect(JSON.stringify((await renewed(bytes)).sheet)).toContain('自己写的');
    expect(JSON.stringify((await rolledUp(bytes)).rest)).toContain('自己写的');
  });

  it('has a row of its own as one, and what is printed beside it by then is nobody’s', async () => {
    const bytes = await sorted((workbook) => {
      const { column, worksheet } = below(workbook, '任务清单');
      const row = worksheet.getRow(4 + AT_THEIRS.length);
      row.getCell(column('任务名称')).value = '自加的事';
      row.getCell(column('进展情况')).value = '自己办的';
    });
    const all = await rolledUp(bytes);
    expect(reported(all)).toEqual(AT_THEIRS);
    expect(all.rest[0]?.said).toMatchObject({
      cells: { name: '自加的事' },
      filled: { progress: '自己办的' },
    });
    expect(codes(all)).toEqual(['return-ids', 'return-astray']);
    const { kept, columns, rows } = (await renewed(bytes)).sheet;
    expect(kept).toMatchObject([{ part: 'unplaced', cells: { name: '自加的事' } }]);
    expect(Object.keys(kept[0]?.cells ?? {})).not.toContain('lead');
    expect(columns).toEqual([]);
    expect(rows.filter(({ filled }) => filled.progress !== undefined)).toHaveLength(AT_THEIRS.length);
  });
});

describe('CSV', () => {
  /** Its rows turned over in all columns but those. */
  const turned = (left: readonly string[]) => {
    const [header = [], ...rows] = sheetToCsv(sheet)
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    const at = (name: string) => header.indexOf(name);
    const filled = rows.map((row) => row.with(at('进展情况'), `填${row[at('通知序号')]}`));
    const all = filled.map((row, i) =>
      filled.at(-1 - i)?.map((cell, j) => (left.includes(header[j] ?? '') ? row[j] : cell)),
    );
    return Buffer.from([header, ...all].map((row) => row?.join(',')).join('\r\n'));
  };

  it.each([
    [['校验'], []],
    [['编号', '校验'], ['return-ids']],
    [['编号', '类型', '类别', '校验'], ['return-ids']],
  ])('whose column %j has stayed has everything at its task', async (left, told) => {
    const all = await rolledUp(turned(left), `${UNIT}.csv`);
    expect(reported(all).slice(0, 3)).toEqual(AT_THEIRS.slice(0, 3));
    expect(codes(all).filter((code) => code !== 'return-unit')).toEqual(told);
    const next = await renewed(turned(left), `${UNIT}.csv`);
    expect([next.codes, next.sheet.columns]).toEqual([told, []]);
    for (const { number, filled } of next.sheet.rows) expect(filled.progress).toBe(`填${number}`);
  });
});

describe('a sheet sorted from 目标内容 on, with 任务名称 left behind', () => {
  /** Turns the rows of some columns over. */
  const turned = (first: string, last: string) =>
    changed(blank, (workbook) => {
      fill(workbook, '任务清单', '进展情况');
      const { column, rows } = below(workbook, '任务清单');
      for (let i = column(first); i <= column(last); i++) {
        const values = rows.map((row) => row.getCell(i).value);
        for (const row of rows) row.getCell(i).value = values.pop() ?? null;
      }
    });
  const own = () => sheet.rows.filter(({ part }) => part !== 'possible').map(({ number }) => `填${number}`);
  const progressIn = (rows: readonly { readonly number: string; readonly filled: object }[]) =>
    rows.flatMap(({ filled }) => ('progress' in filled ? [filled.progress] : []));

  it('has what was filled in at the task of its goal, and tells of it', async () => {
    const bytes = await turned('目标内容', '备注');
    const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, bytes);
    expect(progressIn(value?.sheet.rows ?? [])).toEqual(own());
    expect(value?.sheet.columns).toEqual([]);
    expect(value?.keep).toBeDefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['return-ids']);
    const rollUp = await rolledUp(bytes);
    expect(codes(rollUp)).toEqual(['return-ids']);
    expect(rollUp.rest).toEqual([]);
    for (const { number, reports } of rollUp.tasks)
      for (const { filled } of reports) expect(filled.progress).toBe(`填${number}`);
  });

  it('has it at the task of its name, where the goals alone were sorted', async () => {
    const { value } = await renewSheet(sheet, `${UNIT}.xlsx`, await turned('目标内容', '目标内容'));
    expect(progressIn(value?.sheet.rows ?? [])).toEqual(own());
  });
});

describe('a row that has exchanged most of what is printed with another', () => {
  const exchanged = (isExchanged: (header: string) => boolean) =>
    changed(blank, (workbook) => {
      fill(workbook, '任务清单', '进展情况');
      const { worksheet, rows } = below(workbook, '任务清单');
      worksheet.getRow(3).eachCell(({ text }, i) => {
        if (text === '进展情况' || !isExchanged(text)) return;
        const [one, other] = [rows[0]?.getCell(i), rows[1]?.getCell(i)];
        if (one && other) [one.value, other.value] = [other.value, one.value];
      });
    });
  const rowsOf = (addresses: readonly string[]) => addresses.map((address) => `任务清单!${address}`);

  it('is told with what it has not: nobody can tell with which of the two it was filled in', async () => {
    const stays = ['频次/时限', '责任单位', '牵头和责任单位'];
    const bytes = await exchanged((header) => !stays.includes(header));
    const args = { columns: [...stays].reverse(), rows: rowsOf(['A4', 'A5']), count: 2 };
    const told = (problems: readonly { code: string; args: unknown }[]) =>
      problems.flatMap((each) => (each.code === 'return-moved' ? [each.args] : []));
    const sorted = (all: unknown[]) =>
      all.map((each) => {
        const { columns, ...others } = each as typeof args;
        return { ...others, columns: [...columns].sort() };
      });
    const expected = sorted([args]);
    const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, bytes);
    expect(sorted(told(diagnostics))).toEqual(expected);
    expect(value?.keep).toBeDefined();
    const all = await rolledUp(bytes);
    expect(sorted(told(all.problems))).toEqual(expected);
    expect(codes(all)).not.toContain('return-changed');
  });
});

describe('编号 and 任务名称 sorted alone, and a row deleted besides', () => {
  it.each([
    ['turned over, the second deleted', 1, (values: readonly unknown[]) => [...values].reverse()],
    ['moved on by one, the second deleted', 1, ([first, ...rest]: readonly unknown[]) => [...rest, first]],
    ['turned over, the first deleted', 0, (values: readonly unknown[]) => [...values].reverse()],
  ])('has what was filled in at the task whose other print it bears: %s', async (_, gone, sorted) => {
    const bytes = await changed(blank, (workbook) => {
      const { worksheet, column, rows } = below(workbook, '任务清单');
      for (const row of rows)
        row.getCell(column('进展情况')).value = `填${row.getCell(column('目标内容')).text}`;
      for (const header of ['编号', '任务名称']) {
        const values = sorted(rows.map((row) => row.getCell(column(header)).value));
        for (const [i, row] of rows.entries()) row.getCell(column(header)).value = values[i] as string;
      }
      worksheet.spliceRows(rows[gone]?.number ?? 0, 1);
    });
    const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, bytes);
    const own = value?.sheet.rows.filter((row) => row.part !== 'possible') ?? [];
    const said = own.flatMap(({ goal, filled }) => (filled.progress ? [[goal, filled.progress]] : []));
    expect(said.length).toBeGreaterThan(1);
    for (const [goal, progress] of said) expect(progress).toBe(`填${goal}`);
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['return-ids', 'sheet-rows-back']),
    );
    expect(value?.keep?.name).toContain('原件/');
    const all = await rolledUpFrom(book, [[`${UNIT}.xlsx`, bytes]], null);
    for (const { goal, reports } of all.tasks)
      for (const { filled } of reports) if (filled.progress) expect(filled.progress).toBe(`填${goal}`);
  });
});
