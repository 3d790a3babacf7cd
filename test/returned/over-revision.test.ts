// A sheet that somebody has filled in and edited, and that comes back when the notice has been revised: each row is first the
// task as it was sent out, then what has become of that. With the old task book (build) and without it (export) the same comes out.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  messageOf,
  type Renewing,
  renewSheet,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { lineageIn } from '../../src/revise/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
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
  for (const header of headers) {
    const [x, y] = [one.getCell(column(header)), other.getCell(column(header))];
    [x.value, y.value] = [y.text, x.text];
  }
}
function sortAlone({ rows, column }: Tasks, headers: readonly string[]): void {
  const all = rows();
  const key = (row: Excel.Row) => row.getCell(column(headers[0] as string)).text;
  const order = [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const values = order.map((row) => headers.map((header) => row.getCell(column(header)).text));
  for (const [i, row] of all.entries())
    for (const [j, header] of headers.entries()) row.getCell(column(header)).value = values[i]?.[j] as string;
}
const WAYS: Record<string, (tasks: Tasks) => void> = {
  none: () => undefined,
  '1 exchange changed': (tasks) => exchange(tasks, ['任务名称', '目标内容'], 0, 1),
  '1 exchange same': (tasks) => exchange(tasks, ['任务名称', '目标内容'], 2, 6),
  '2 name+goal': (tasks) => sortAlone(tasks, ['任务名称', '目标内容']),
  '4 name': (tasks) => sortAlone(tasks, ['任务名称']),
  '4b goal': (tasks) => sortAlone(tasks, ['目标内容']),
  id: (tasks) => sortAlone(tasks, ['编号']),
  '5 folded gone': ({ sheet, column }) => {
    for (const header of [
      '校验',
      '变化',
      '出处',
      '通知备注',
      '对应正文',
      '责任单位',
      '牵头单位',
      '成果类型',
      '通知时限',
      '频次/时限',
      '量化指标',
      '原序号',
      '类别',
      '类型',
      '编号',
    ])
      if (column(header) > 0) sheet.spliceColumns(column(header), 1);
  },
  '3 copied twice': (tasks) => {
    const row = tasks.rows()[0] as Excel.Row;
    for (let n = 0; n < 2; n++) {
      const copy = tasks.sheet.insertRow(row.number + 1 + n, (row.values as Excel.CellValue[]).slice(1));
      copy.getCell(tasks.column('进展情况')).value = `第${n + 2}份`;
    }
  },
  'b deleted': (tasks) => tasks.sheet.spliceRows((tasks.rows()[0] as Excel.Row).number, 1),
};

describe.each(Object.keys(HOW))('%s', (how) => {
  it.each(Object.keys(WAYS))('%s', async (way) => {
    const [book, renewing] = (HOW[how] as (typeof HOW)['export'])();
    const file = await edited(WAYS[way] as (tasks: Tasks) => void);
    const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), FILE, file, renewing);
    const rows = value?.sheet.rows.map((row) =>
      [row.name, row.filled.progress, row.change?.kind, JSON.stringify(row.own)].join(' '),
    );
    const kept = value?.sheet.kept.map((row) =>
      [row.part, row.cells.name, row.filled.progress, row.went?.kind, JSON.stringify(row.own)].join(' '),
    );
    const all = await rolledUpFrom(book, [[FILE, file]], null);
    console.log(
      [
        how,
        way,
        ...(rows ?? []),
        '--',
        ...(kept ?? []),
        '--',
        ...diagnostics.map((d) => `${d.code} ${messageOf(d)}`),
        'keep ' + value?.keep?.lost,
        ...(how === 'export'
          ? [
              '-- collect',
              ...all.tasks.flatMap(({ name, reports }) => reports.map((r) => `${name} ${r.filled.progress}`)),
              ...all.problems.map((d) => `${d.code} ${messageOf(d)}`),
              ...all.rest.map(({ said }) =>
                typeof said === 'string' ? said : JSON.stringify(said.filled.progress),
              ),
            ]
          : []),
      ].join('\n'),
    );
    expect(value).toBeDefined();
  });
});
