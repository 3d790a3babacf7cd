// Columns of a sheet sorted alone, and a row deleted besides: no other row has the words any more that were printed in one.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  lineageIn,
  type RollUp,
  renewSheet,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县住建局';
const TASKS = [
  '危旧房屋改造 | 改造农村危房120户。 | 县住建局 | 县财政局 | 2026年6月底前',
  '学校食堂检查 | 检查学校食堂40家。 | 县教育局 | 县住建局 | 2026年9月底前',
  '消防栓补建 | 补建消防栓80个。 | 县住建局 | 县应急局 | 2026年12月底前',
  '古树名木保护 | 挂牌保护古树30株。 | 县林业局 | 县住建局 | 2026年5月底前',
  '河道清障 | 清理河道25公里。 | 县水利局 | 县住建局 | 2026年4月底前',
  '燃气管道更新 | 更新燃气管道18公里。 | 县住建局 | 县应急局 | 2026年11月底前',
];
/** The same with a goal and a name that are others. */
const REVISED = TASKS.with(0, (TASKS[0] ?? '').replace('120', '150')).with(
  2,
  (TASKS[2] ?? '').replace('消防栓补建', '消防栓补充建设'),
);

let book: TaskBook;
let revised: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = await bookOf(taskNotice(TASKS));
  revised = withLineage(await bookOf(taskNotice(REVISED)), book);
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

const ORDERS: readonly (readonly [string, <T>(values: readonly T[]) => T[]])[] = [
  ['turned over', (values) => [...values].reverse()],
  ['moved on by one', (values) => [...values.slice(1), ...values.slice(0, 1)]],
];
const AREAS = [
  ['任务名称', '目标内容'],
  ['任务名称', '备注'],
  ['通知序号', '备注'],
] as const;
const CASES = ORDERS.flatMap(([how, order]) =>
  AREAS.flatMap(([first, last]) =>
    [0, 1, 2].map((gone) => ({
      first,
      last,
      how,
      order,
      gone,
      name: `${first} to ${last} ${how}, row ${gone + 1} deleted`,
    })),
  ),
);

/** A sheet whose rows say 填n of task n, of which some columns were sorted alone before a row was deleted; and what it still says. */
async function returnedAs({
  first,
  last,
  order,
  gone,
}: Pick<(typeof CASES)[number], 'first' | 'last' | 'order' | 'gone'>) {
  const left: string[] = [];
  const bytes = await changed(blank, (workbook) => {
    const { sheet, column, rows: found } = tasksIn(workbook);
    const rows = found();
    for (const row of rows)
      row.getCell(column('进展情况')).value = `填${row.getCell(column('通知序号')).text}`;
    for (let i = column(first); i <= column(last); i++) {
      const values = order(rows.map((row) => row.getCell(i).value));
      for (const [j, row] of rows.entries()) row.getCell(i).value = values[j] ?? null;
    }
    left.push(...rows.flatMap((row, i) => (i === gone ? [] : [row.getCell(column('进展情况')).text])));
    sheet.spliceRows(rows[gone]?.number ?? 0, 1);
  });
  return { bytes, left: left.sort() };
}

const saidIn = ({ tasks }: RollUp) =>
  tasks.flatMap(({ number, reports }) => reports.map(({ filled }) => ({ number, said: filled.progress })));

describe.each(CASES)('$name', (each) => {
  it('has what was filled in at its own task in the next sheet, and tells', async () => {
    const { bytes, left } = await returnedAs(each);
    const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), `${UNIT}.xlsx`, bytes);
    const said = value?.sheet.rows.flatMap(({ number, filled: { progress } }) =>
      progress === undefined ? [] : [{ number, said: progress }],
    );
    expect(said?.map((row) => row.said).sort()).toEqual(left);
    for (const row of said ?? []) expect(row.said).toBe(`填${row.number}`);
    expect([value?.sheet.kept, value?.sheet.columns]).toEqual([[], []]);
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['return-ids', 'sheet-rows-back']),
    );
    expect(value?.keep?.name).toContain('待核对');
  });

  it('has it there over a revision, and in the roll-up of either edition', async () => {
    const { bytes, left } = await returnedAs(each);
    const { value } = await renewSheet(sheetFor(revised, UNIT), `${UNIT}.xlsx`, bytes, {
      before: () => sheetFor(book, UNIT),
      lineage: lineageIn(revised),
    });
    const said = value?.sheet.rows.flatMap(({ number, filled: { progress } }) =>
      progress === undefined ? [] : [{ number, said: progress }],
    );
    expect(said?.map((row) => row.said).sort()).toEqual(left);
    for (const row of said ?? []) expect(row.said).toBe(`填${row.number}`);
    for (const of of [book, revised]) {
      const all = saidIn(await rolledUpFrom(of, [[`${UNIT}.xlsx`, bytes]], null));
      expect(all.map((row) => row.said).sort()).toEqual(left);
      for (const row of all) expect(row.said).toBe(`填${row.number}`);
    }
  });
});

it('what no task is found for stands under its own number, and not under the words of another', async () => {
  const [, order] = ORDERS[1] as (typeof ORDERS)[number];
  const { bytes } = await returnedAs({ first: '任务名称', last: '目标内容', order, gone: 0 });
  // Read afresh the notice knows nothing of the id that 消防栓补建 had.
  const afresh = sheetFor(await bookOf(taskNotice(REVISED)), UNIT);
  const { value } = await renewSheet(afresh, `${UNIT}.xlsx`, bytes);
  const [row, ...others] = value?.sheet.kept ?? [];
  expect(others).toEqual([]);
  expect(row).toMatchObject({ part: 'unplaced', cells: { ref: '3' }, filled: { progress: '填3' } });
  expect([row?.cells.name, row?.cells.goal]).toEqual([undefined, undefined]);
});
