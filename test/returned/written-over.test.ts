// Words that somebody typed into printed cells of a sheet, of which the notice has been revised since. What was printed in the
// old sheet its own checks say: with the old task book (build) and without it (export) the same comes out.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Renewing,
  renewSheet,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { lineageIn } from '../../src/revise/index.js';
import { changed, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const LEVEE = '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前';
const WATER = '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局 | 2026年9月底前';
const SUPPLY =
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县农业农村局 | 2026年12月底前';
const FLOOD = '山洪预警 | 建成小流域山洪灾害预警平台，培训网格员。 | 县水利局 | 县气象局 | 2026年10月底前';
const PATROL = '河道巡查 | 组织村级河长每月巡查河道，建立问题清单。 | 县水利局 | 县财政局 | 2026年11月底前';
const SAVING = '节水 | 建成节水型单位10个。 | 县水利局 | 县财政局 | 2026年8月底前';

let first: TaskBook;
/** The revised notice read by itself, as `export` has it, and after the first one, as `build` has it. */
let alone: TaskBook;
let after: TaskBook;
beforeAll(async () => {
  first = await bookOf(taskNotice([LEVEE, WATER, SUPPLY, FLOOD, PATROL]));
  // One has come first, one was moved, one reworded, one has gone.
  alone = await bookOf(
    taskNotice([
      SAVING,
      PATROL,
      LEVEE,
      WATER.replace('6座', '8座'),
      SUPPLY.replace('2026年12月', '2026年11月'),
    ]),
  );
  after = withLineage(alone, first);
});

const RENEWING: Record<string, () => [TaskBook, Renewing]> = {
  export: () => [alone, { lineage: lineageIn(alone) }],
  build: () => [after, { lineage: lineageIn(after), before: () => sheetFor(first, UNIT) }],
};

/** What is typed into which column of which task, and how. */
const TYPED: readonly (readonly [task: string, header: string, words: (was: string) => string])[] = [
  ['堤防达标', '目标内容', (was) => `${was}（已完成5处）`],
  // The notice has changed the very words.
  ['水库除险', '目标内容', (was) => `${was}（2座已验收）`],
  ['水库除险', '责任单位', (was) => `${was}（已会商）`],
  ['农村供水', '任务名称', (was) => `${was}——已开工`],
  // Where nothing is printed.
  ['河道巡查', '通知备注', () => '河长办已报县委编办'],
  ['河道巡查', '类型', () => '我局只配合'],
];

async function written(task: string, header: string, words: (was: string) => string, progress = true) {
  return changed(await sheetToXlsx(sheetFor(first, UNIT)), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows()) {
      if (progress) row.getCell(column('进展情况')).value = `${row.getCell(column('任务名称')).text}的进展`;
      if (row.getCell(column('任务名称')).text !== task) continue;
      const cell = row.getCell(column(header));
      cell.value = words(cell.text);
    }
  });
}

describe.each(Object.keys(RENEWING))('%s', (how) => {
  const renewed = async (file: Uint8Array, name = `${UNIT}.xlsx`) => {
    const [book, renewing] = (RENEWING[how] as (typeof RENEWING)['export'])();
    return renewSheet(sheetFor(book, UNIT), name, file, renewing);
  };
  const beforeIn = (row: { readonly change: unknown } | undefined) => {
    const change = row?.change as { fields?: { column: string; before: string }[] } | null;
    return (change?.fields ?? []).map(({ column, before }) => [column, before]);
  };

  it.each(TYPED)(
    '%s, %s: the words stand beside the task, and none is the notice’s',
    async (task, header, words) => {
      let [was, address] = ['', ''];
      const file = await written(task, header, (text) => {
        was = text;
        return words(text);
      });
      const { rows, column } = tasksIn(await openWorkbook(file));
      address =
        rows()
          .find((row) => row.getCell(column(header)).text === words(was))
          ?.getCell(column(header)).address ?? '';
      const { value, diagnostics } = await renewed(file);
      const row = value?.sheet.rows.find(({ name }) => name === task);
      expect(row?.own).toEqual({ [`${header}（填写）`]: words(was) });
      expect(row?.filled.progress).toBe(`${task}的进展`);
      expect(beforeIn(row).map(([, before]) => before)).not.toContain(words(was));
      expect(value?.sheet.kept.map(({ cells }) => cells.name)).toEqual(['山洪预警']);
      expect(value?.keep?.lost).toEqual([`改动过的通知文字（任务清单!${address}）`]);
      expect(diagnostics.map(({ code }) => code)).toEqual([]);
    },
  );

  it('what the notice has changed of other tasks is still told', async () => {
    const { value } = await renewed(await written('堤防达标', '目标内容', (was) => `${was}（已完成5处）`));
    const changes = value?.sheet.rows.map((row) => [row.name, beforeIn(row)]);
    expect(changes).toEqual([
      ['节水', []],
      ['河道巡查', []],
      ['堤防达标', []],
      ['水库除险', [['goal', '完成6座小型水库除险加固，安装监测设备。']]],
      ['农村供水', [['times', '2026-12-31（2026年12月底前）']]],
    ]);
  });

  it('of a task that is no longer there they stand in its row, too', async () => {
    const file = await written('山洪预警', '目标内容', (was) => `${was}（平台已建）`, false);
    const { value } = await renewed(file);
    expect(value?.sheet.kept).toMatchObject([
      {
        part: 'cancelled',
        own: { '目标内容（填写）': '建成小流域山洪灾害预警平台，培训网格员。（平台已建）' },
      },
    ]);
  });

  it('once more changes nothing', async () => {
    const once = await renewed(await written('水库除险', '目标内容', (was) => `${was}（2座已验收）`));
    const twice = await renewed(once.value?.content as Uint8Array);
    expect(twice.value?.content).toBe(once.value?.content);
    expect(twice.value?.keep).toBeUndefined();
  });

  it('in CSV, too', async () => {
    const csv = sheetToCsv(sheetFor(first, UNIT)).replace('水毁工程修复。', '水毁工程修复。（已完成5处）');
    const { value } = await renewed(Buffer.from(csv), `${UNIT}.csv`);
    const own = value?.sheet.rows.map((row) => row.own).filter((each) => Object.keys(each).length > 0);
    expect(own).toEqual([{ '目标内容（填写）': '完成南岸护岸等8处水毁工程修复。（已完成5处）' }]);
    expect(value?.keep?.lost).toEqual(['改动过的通知文字（行2）']);
  });
});

describe('in a sheet whose notice was revised since', () => {
  const edited = async (edit: (workbook: Parameters<Parameters<typeof changed>[1]>[0]) => void) =>
    changed(await sheetToXlsx(sheetFor(first, UNIT)), edit);
  const renewed = async (file: Uint8Array) =>
    (await renewSheet(sheetFor(alone, UNIT), `${UNIT}.xlsx`, file, { lineage: lineageIn(alone) })).value;

  it.each([
    ['instead of', () => '已校验'],
    ['behind', (was: string) => `${was} 已校验`],
  ])('words typed %s a check are kept, and nothing else is taken for typed', async (_, words) => {
    const value = await renewed(
      await edited((workbook) => {
        const { rows, column } = tasksIn(workbook);
        const cell = rows()[0]?.getCell(column('校验'));
        if (cell) cell.value = words(cell.text);
      }),
    );
    const row = value?.sheet.rows.find(({ name }) => name === '堤防达标');
    expect([row?.own, row?.change]).toEqual([{ '校验（填写）': '已校验' }, null]);
  });

  it('a printed cell that was emptied is as it was, and its row is named', async () => {
    const value = await renewed(
      await edited((workbook) => {
        const { rows, column } = tasksIn(workbook);
        const cell = rows()[0]?.getCell(column('目标内容'));
        if (cell) cell.value = null;
      }),
    );
    const row = value?.sheet.rows.find(({ name }) => name === '堤防达标');
    expect([row?.own, row?.change]).toEqual([{}, null]);
    expect(value?.keep?.lost).toEqual(['改动过的通知文字（任务清单!A4）']);
  });

  it('words over what is asked are kept with their cell', async () => {
    const asking = [
      LEVEE,
      '防汛演练 | 组织防汛演练3次。 | 县应急管理局 | 县防汛指挥部成员单位 | 2026年6月底前',
    ];
    const [old, now] = await Promise.all(
      [asking, [SAVING, ...asking]].map((rows) => bookOf(taskNotice(rows))),
    );
    const file = await changed(await sheetToXlsx(sheetFor(old as TaskBook, UNIT)), (workbook) => {
      workbook.getWorksheet('待确认')?.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.text === '县防汛指挥部成员单位') cell.value = '县防汛指挥部成员单位（我局不是）';
        }),
      );
    });
    const { value } = await renewSheet(sheetFor(now as TaskBook, UNIT), `${UNIT}.xlsx`, file, {
      lineage: lineageIn(now as TaskBook),
    });
    expect(value?.sheet.kept.map(({ cells }) => cells.goal)).toEqual([
      '待确认!C4：县防汛指挥部成员单位（我局不是）',
    ]);
    const { rest } = await rolledUpFrom(now as TaskBook, [[`${UNIT}.xlsx`, file]], null);
    expect(rest.map(({ said }) => said)).toContain('县防汛指挥部成员单位（我局不是）');
  });
});

it.each(TYPED)(
  'collect tells %s, %s with its cell, and no word of what the notice has changed',
  async (task, header, words) => {
    let was = '';
    const file = await written(task, header, (text) => {
      was = text;
      return words(text);
    });
    const { problems, rest } = await rolledUpFrom(alone, [[`${UNIT}.xlsx`, file]], null);
    const told = problems.filter(({ code }) => code === 'return-edited');
    expect(told).toMatchObject([{ args: { column: header, text: words(was) }, at: { sheet: '任务清单' } }]);
    expect(rest.map(({ said }) => said)).toContain(`${header}：${words(was)}`);
  },
);
