// A sheet that somebody has filled in and edited, and that comes back when the notice has been revised: each row is first the
// task as it was sent out, then what has become of that. With the old task book (build) and without it (export) the same comes out.
import type Excel from 'exceljs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Renewing,
  renewSheet,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { lineageIn } from '../../src/revise/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { runs } from '../support/runs.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const V1 = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县财政局 | 2026年12月底前',
  '山洪预警 | 建成小流域山洪灾害预警平台，培训网格员。 | 县水利局 | 县气象局 | 2026年10月底前',
  '河道巡查 | 组织村级河长每月巡查河道，建立问题清单。 | 县水利局 | 县财政局 | 2026年11月底前',
  '水库巡查 | 每周巡查全部水库大坝和溢洪道，及时上报险情。 | 县水利局 | 县应急管理局 | 2026年11月底前',
  '节约用水 | 建成节水型单位10个，创建节水型小区。 | 县水利局 | 县财政局 | 2026年8月底前',
  '抗旱保供 | 储备抗旱物资，落实水源调度方案。 | 县水利局 | 县财政局 | 2026年7月底前',
];
// Two goals are others, one name; one is gone; two are one; one has come.
const V2 = [
  '灌区改造 | 完成大型灌区续建配套与现代化改造1处。 | 县水利局 | 县财政局 | 2026年12月底前',
  '堤防达标 | 完成南岸护岸等11处水毁工程修复和3处险工加固。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成9座小型水库除险加固，安装监测和预警设备。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县财政局 | 2026年12月底前',
  '河道和水库巡查 | 组织村级河长每月巡查河道，建立问题清单；每周巡查全部水库大坝和溢洪道，及时上报险情。 | 县水利局 | 县财政局 | 2026年11月底前',
  '节约用水 | 建成节水型单位10个，创建节水型小区。 | 县水利局 | 县财政局 | 2026年8月底前',
  '抗旱保供水 | 储备抗旱物资，落实水源调度方案。 | 县水利局 | 县财政局 | 2026年7月底前',
];

let before: TaskBook;
let after: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  before = await bookOf(taskNotice(V1));
  after = withLineage(await bookOf(taskNotice(V2)), before);
  blank = await sheetToXlsx(sheetFor(before, UNIT));
});

const HOW: Record<string, () => [TaskBook, Renewing]> = {
  export: () => [after, { lineage: lineageIn(after) }],
  build: () => [after, { lineage: lineageIn(after), before: () => sheetFor(before, UNIT) }],
};

type Tasks = ReturnType<typeof tasksIn>;

const edited = (edit: (tasks: Tasks) => void) =>
  changed(blank, (workbook) => {
    const tasks = tasksIn(workbook);
    for (const row of tasks.rows()) {
      row.getCell(tasks.column('进展情况')).value = `${row.getCell(tasks.column('任务名称')).text}的进展`;
      row.getCell(tasks.column('进展状态')).value = '推进中';
    }
    edit(tasks);
  });

function exchange({ rows, column }: Tasks, headers: readonly string[], a: number, b: number): void {
  const [one, other] = [rows()[a] as Excel.Row, rows()[b] as Excel.Row];
  for (const header of headers.filter((each) => column(each) > 0)) {
    const [x, y] = [one.getCell(column(header)), other.getCell(column(header))];
    [x.value, y.value] = [y.text, x.text];
  }
}

/** Excel: “continue with the current selection”. */
function sortAlone({ rows, column }: Tasks, headers: readonly string[]): void {
  const all = rows();
  const there = headers.filter((each) => column(each) > 0);
  const key = (row: Excel.Row) => row.getCell(column(there[0] ?? '任务名称')).text;
  const order = [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const values = order.map((row) => there.map((header) => row.getCell(column(header)).text));
  for (const [i, row] of all.entries())
    for (const [j, header] of there.entries()) row.getCell(column(header)).value = values[i]?.[j] as string;
}

function copy({ rows, sheet, column }: Tasks, of: number, words: string): void {
  const row = rows()[of] as Excel.Row;
  const copied = sheet.insertRow(row.number + 1, (row.values as Excel.CellValue[]).slice(1));
  copied.getCell(column('进展情况')).value = words;
}

/** All that is folded away at the right. */
function unfold({ sheet, column }: Tasks): void {
  sheet.spliceColumns(column('备注') + 1, sheet.columnCount - column('备注'));
}

async function renewed(how: string, file: Uint8Array) {
  const [book, renewing] = (HOW[how] as (typeof HOW)['export'])();
  const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), FILE, file, renewing);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const { rows, kept } = value.sheet;
  return {
    ...value,
    progress: Object.fromEntries(
      [...rows, ...kept.filter(({ part }) => part === 'cancelled')].flatMap((row) => {
        const name = 'cells' in row ? row.cells.name : row.name;
        return row.filled.progress === undefined ? [] : [[name, row.filled.progress]];
      }),
    ),
    changes: Object.fromEntries(rows.map(({ name, change }) => [name, change?.kind])),
    unplaced: kept.flatMap(({ part, went, filled }) =>
      part === 'unplaced' ? [[went?.kind, filled.progress]] : [],
    ),
    codes: diagnostics.map(({ code }) => code),
    named: diagnostics.flatMap(({ code, args }) =>
      code === 'return-ids' ? (args as { rows: readonly string[] }).rows : [],
    ),
  };
}

/** Each text at what has become of its task. */
const AT_THEIRS = {
  堤防达标: '堤防达标的进展',
  水库除险: '水库除险的进展',
  农村供水: '农村供水的进展',
  山洪预警: '山洪预警的进展',
  河道巡查: '河道巡查的进展',
  水库巡查: '水库巡查的进展',
  节约用水: '节约用水的进展',
  抗旱保供水: '抗旱保供的进展',
};
const CHANGES = {
  灌区改造: 'added',
  堤防达标: 'changed',
  水库除险: 'changed',
  农村供水: undefined,
  河道和水库巡查: 'added',
  节约用水: undefined,
  抗旱保供水: 'changed',
};
const cells = (...rows: readonly number[]) => rows.map((row) => `任务清单!A${row}`);

/** What a clerk does, and the rows that must be named. */
const WAYS: Record<string, readonly [edit: (tasks: Tasks) => void, named: readonly string[]]> = {
  nothing: [() => undefined, []],
  'name and goal of two changed tasks exchanged': [
    (tasks) => exchange(tasks, ['任务名称', '目标内容'], 0, 1),
    cells(4, 5),
  ],
  'name and goal of two other tasks exchanged': [
    (tasks) => exchange(tasks, ['任务名称', '目标内容'], 2, 6),
    cells(6, 10),
  ],
  'name and goal sorted alone': [
    (tasks) => sortAlone(tasks, ['任务名称', '目标内容']),
    cells(4, 5, 6, 7, 8, 9, 10, 11),
  ],
  'names sorted alone': [(tasks) => sortAlone(tasks, ['任务名称']), cells(4, 5, 6, 7, 8, 9, 10, 11)],
  'goals exchanged alone': [(tasks) => exchange(tasks, ['目标内容'], 0, 3), cells(4, 7)],
  'ids exchanged alone': [(tasks) => exchange(tasks, ['编号'], 0, 3), cells(4, 7)],
  'what is folded away deleted': [unfold, []],
};

describe.each(Object.keys(HOW))('%s', (how) => {
  it.each(Object.keys(WAYS))(
    '%s: each text is at its task, and rows in which words moved are named',
    async (way) => {
      const [edit, named] = WAYS[way] as (typeof WAYS)[string];
      const { progress, changes, codes, keep, ...all } = await renewed(how, await edited(edit));
      expect(progress).toEqual(AT_THEIRS);
      expect(changes).toEqual(CHANGES);
      expect(all.named).toEqual(named);
      expect(codes).toEqual(named.length > 0 ? ['return-ids'] : []);
      expect(keep !== undefined).toBe(way !== 'nothing');
    },
  );

  it('a changed task whose row was copied twice has its words, and the copies are told', async () => {
    const file = await edited((tasks) => {
      copy(tasks, 0, '第二份');
      copy(tasks, 0, '第三份');
    });
    const { progress, changes, unplaced, keep } = await renewed(how, file);
    expect(progress).toEqual(AT_THEIRS);
    expect(changes).toEqual(CHANGES);
    expect(unplaced.sort()).toEqual([
      ['again', '第三份'],
      ['again', '第二份'],
    ]);
    expect(keep).toBeDefined();
  });
});

it('collect has each text at its task, and tells it in one line', async () => {
  for (const [way, [edit, named]] of Object.entries(WAYS)) {
    const { tasks, problems } = await rolledUpFrom(after, [[FILE, await edited(edit)]], null);
    const said = tasks.flatMap(({ name, reports }) => reports.map(({ filled }) => [name, filled.progress]));
    expect(said, way).toEqual(
      ['堤防达标', '水库除险', '农村供水', '节约用水', '抗旱保供水'].map((name) => [
        name,
        AT_THEIRS[name as keyof typeof AT_THEIRS],
      ]),
    );
    const codes = problems.map(({ code }) => code);
    expect(
      codes.filter((code) => code === 'return-ids'),
      way,
    ).toHaveLength(named.length > 0 ? 1 : 0);
    expect(codes, way).not.toContain('return-edited');
  }
});

// The law. What is folded away is not deleted where words move, too: then nothing tells.
const PRINTED = ['通知序号', '任务名称', '目标内容', '牵头和责任单位', '编号', '类型', '责任单位', '校验'];
/** Whose words and checks are another row's is that row, and no cell says that somebody meant the words alone. */
const IS_ANOTHER = /校验.*(?:任务名称|目标内容|编号)|(?:任务名称|目标内容|编号).*校验/;
const columns = fc
  // Where more of the printed columns have moved, most of a row has.
  .uniqueArray(fc.constantFrom(...PRINTED), { minLength: 1, maxLength: 3 })
  .filter((all) => !IS_ANOTHER.test(all.join()));
const row = fc.nat(7);
type Op = (tasks: Tasks) => void;
const op: fc.Arbitrary<Op> = fc.oneof(
  columns.map(
    (headers): Op =>
      (tasks) =>
        sortAlone(tasks, headers),
  ),
  fc.tuple(columns, row, row).map(
    ([headers, a, b]): Op =>
      (tasks) =>
        exchange(tasks, headers, a, b),
  ),
);
const further: fc.Arbitrary<Op> = fc.oneof(
  row.map(
    (of): Op =>
      (tasks) =>
        copy(tasks, of, '另一份'),
  ),
  row.map(
    (of): Op =>
      ({ sheet, rows }) =>
        sheet.spliceRows((rows()[of] as Excel.Row).number, 1),
  ),
);
const edits = fc.oneof(
  fc
    .tuple(fc.array(op, { maxLength: 2 }), fc.option(further))
    .map(([ops, last]) => [...ops, ...(last ? [last] : [])]),
  fc.option(further).map((last) => [...(last ? [last] : []), unfold]),
);

it('has every text at what has become of its task, or keeps the file and names the row', async () => {
  const now: Record<string, string> = { 抗旱保供: '抗旱保供水' };
  await fc.assert(
    fc.asyncProperty(edits, fc.constantFrom(...Object.keys(HOW)), async (ops, how) => {
      const stands = new Map<string, string>();
      const file = await edited((tasks) => {
        for (const each of ops) each({ ...tasks, ...tasksIn(tasks.sheet.workbook) });
        tasks.sheet.eachRow((each) => {
          const text = each.getCell(tasks.column('进展情况')).text;
          if (text.endsWith('的进展')) stands.set(text, `任务清单!A${each.number}`);
        });
      });
      const { sheet, keep, named } = await renewed(how, file);
      for (const [text, at] of stands) {
        const task = text.replace('的进展', '');
        const rows = sheet.rows.filter(({ filled }) => filled.progress === text).map(({ name }) => name);
        const kept = sheet.kept.filter(({ filled }) => filled.progress === text);
        expect(rows.length + kept.length, text).toBe(1);
        const id = before.tasks.find(({ name }) => name === task)?.id;
        const isAtIts =
          rows.includes(now[task] ?? task) ||
          kept.some(({ cells }) => cells.name === task || cells.id === id);
        expect(isAtIts || (keep !== undefined && named.includes(at)), `${text} ${rows.join()}`).toBe(true);
      }
    }),
    { numRuns: runs(8) },
  );
}, 120_000);
