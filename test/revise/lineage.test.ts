// Which task of the earlier edition each task goes on from is decided once: every unit's sheet, what has changed and the
// months of roll-ups go by it. Also where many tasks share a goal and their names are near each other.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareBooks,
  lineageIn,
  type PastMonth,
  readMonth,
  readReturned,
  renewSheet,
  rollUp,
  rollUpToJson,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { runs } from '../support/runs.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

type Row = readonly [name: string, goal: string, lead: string, others: string];

const bookOfRows = (rows: readonly Row[]) => bookOf(taskNotice(rows.map((row) => row.join(' | '))));

const unitsIn = (rows: readonly Row[]) =>
  Array.from(new Set(rows.flatMap(([, , lead, others]) => [lead, ...others.split('、')])));

/** What a unit types at a task. */
const said = (unit: string, name: string, goal: string) => `〔${unit}：${name}：${goal}〕`;

/** A unit's sheet with its words at each task. */
const filledIn = async (
  book: TaskBook,
  unit: string,
  further: Parameters<typeof changed>[1] = () => undefined,
) =>
  changed(await sheetToXlsx(sheetFor(book, unit)), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows()) {
      const [name, goal] = ['任务名称', '目标内容'].map((header) => row.getCell(column(header)).text);
      row.getCell(column('进展情况')).value = said(unit, name ?? '', goal ?? '');
    }
    return further(workbook);
  });

async function renewed(book: TaskBook, unit: string, file: Uint8Array) {
  const lineage = lineageIn(book);
  const { value, diagnostics } = await renewSheet(sheetFor(book, unit), `${unit}.xlsx`, file, { lineage });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return {
    content: value.content as Uint8Array,
    at: new Map(value.sheet.rows.map(({ id, filled }) => [id, filled.progress])),
    changes: Object.fromEntries(value.sheet.rows.map(({ name, change }) => [name, change?.kind])),
    kept: value.sheet.kept.map(({ part, filled, went }) => [part, filled.progress, went?.kind]),
  };
}

const NEAR = ['矿山', '燃气', '低空', '管道燃气', '特种设备', '工贸', '矿山监测'].map(
  (head) => `${head}安全在线`,
);
const SAME = '承接市上应用贯通。';
const OWN = ['完成清溪河清淤12公里，建好台账。', '新建供水站5座，改造老旧管网30公里。'];
const UNITS = ['县应急管理局', '县住房城乡建设局', '县经济信息委'];
const OTHERS = ['县水利局', '县财政局', '县水利局、县财政局'];

const row = fc
  .tuple(
    fc.constantFrom(...NEAR, '清溪河清淤', '农村供水'),
    fc.constantFrom(SAME, SAME, SAME, ...OWN),
    fc.constantFrom(...UNITS),
    fc.constantFrom(...OTHERS),
  )
  .map((each): Row => each);
const edition = fc.uniqueArray(row, { minLength: 2, maxLength: 7, selector: ([name, goal]) => name + goal });

describe('the words of units, where tasks share goals and names are near,', () => {
  it('are at one task with every unit, the one that has changed in the revision, or kept; and the month says the same', async () => {
    await fc.assert(
      fc.asyncProperty(edition, edition, async (was, is) => {
        const before = await bookOfRows(was);
        const after = withLineage(await bookOfRows(is), before);
        const { tasks: changes } = compareBooks(before, after);
        const goneOn = new Set(after.tasks.map(({ id }) => id));
        const removed = changes.filter(({ kind }) => kind === 'removed').map(({ id }) => id);
        const old = new Map(before.tasks.map(({ id, name, goal }) => [`${name}：${goal}`, id]));
        // What is said to be taken out is at no task, and what is not is at its own.
        for (const { id } of before.tasks) expect(removed.includes(id)).toBe(!goneOn.has(id));
        for (const unit of unitsIn(was)) {
          const file = await filledIn(before, unit);
          const once = await renewed(after, unit, file);
          const own = new Set(sheetFor(after, unit).rows.map(({ id }) => id));
          for (const { id, name, goal } of sheetFor(before, unit).rows) {
            const text = said(unit, name, goal);
            const task = old.get(`${name}：${goal}`);
            expect(task).toBe(id);
            const places = Array.from(once.at).filter(([, progress]) => progress === text);
            if (own.has(id)) expect(places.map(([at]) => at)).toEqual([id]);
            else {
              expect(places).toEqual([]);
              expect(once.kept.map(([, progress]) => progress)).toContain(text);
            }
          }
          const twice = await renewed(after, unit, once.content);
          expect(Buffer.from(twice.content).equals(Buffer.from(once.content))).toBe(true);
        }
        // The same notice read again is as it was.
        const again = withLineage(await bookOfRows(is), after);
        expect(again.tasks.map(({ id }) => id)).toEqual(after.tasks.map(({ id }) => id));
        expect(again.earlier).toEqual(after.earlier);
      }),
      { numRuns: runs(5) },
    );
  }, 240_000);
});

describe('months', () => {
  it('see what was carried over as not moved, and nothing as taken back', async () => {
    const g = SAME;
    const before = await bookOfRows([
      ['矿山安全在线', g, '县应急管理局', '县水利局'],
      ['燃气安全在线', g, '县住房城乡建设局', '县水利局、县财政局'],
    ]);
    const after = withLineage(
      await bookOfRows([
        ['低空安全在线', g, '县应急管理局', '县水利局、县财政局'],
        ['管道燃气在线', g, '县住房城乡建设局', '县水利局、县财政局'],
      ]),
      before,
    );
    const files = async (book: TaskBook, of: (unit: string) => Promise<Uint8Array>) =>
      (
        await Promise.all(
          ['县应急管理局', '县住房城乡建设局', '县水利局', '县财政局']
            .filter((unit) => sheetFor(book, unit).rows.length > 0)
            .map(async (unit) => (await readReturned(await of(unit), `${unit}.xlsx`)).collected),
        )
      ).flat();
    const june = rollUp(before, await files(before, (unit) => filledIn(before, unit)), '2026-06-30');
    const { value: month } = await readMonth(rollUpToJson(june), '6.json');
    const july = rollUp(
      after,
      await files(after, async (unit) => (await renewed(after, unit, await filledIn(before, unit))).content),
      '2026-07-31',
      [],
      [month as PastMonth],
    );
    const moved = july.standings.map(({ unit, id, movement }) => [
      unit,
      july.tasks.find((task) => task.id === id)?.name,
      movement,
    ]);
    // Nobody can say that 低空 was 矿山; 管道燃气 was 燃气.
    expect(moved.filter(([, name]) => name === '低空安全在线').map(([, , how]) => how)).toEqual([
      'new',
      'new',
      'new',
    ]);
    expect(moved.filter(([, name]) => name === '管道燃气在线').map(([, , how]) => how)).toEqual([
      'still',
      'still',
      'still',
    ]);
  });
});

const WAS: Row[] = [
  ['农村供水', '新建供水站5座，改造老旧管网30公里。', '县水利局', '县财政局'],
  ['山洪监测', '升级山洪监测站8处，9月底前完成。', '县水利局', '县气象局'],
  ['水库巡查', '每月巡查水库1次，6月底前建好台账。', '县水利局', '县财政局'],
];

describe('a row', () => {
  const revised: Row[] = [
    ...WAS.slice(0, 2),
    ['水库巡查管护', '每月巡查水库不少于2次，做好记录，6月底前建好台账。', '县水利局', '县财政局'],
  ];

  it('that was copied stays one: its task has the first, and the copy is kept and says why', async () => {
    const before = await bookOfRows(WAS);
    const after = withLineage(await bookOfRows(revised), before);
    const file = await filledIn(before, '县水利局', (workbook) => {
      const { rows, column, sheet } = tasksIn(workbook);
      const from = rows().find((each) => each.getCell(column('任务名称')).text === '水库巡查');
      const to = sheet.getRow(sheet.rowCount + 1);
      from?.eachCell((cell, c) => {
        to.getCell(c).value = cell.value;
      });
      to.getCell(column('进展情况')).value = '第二次写的';
    });
    const { at, kept, content } = await renewed(after, '县水利局', file);
    const id = before.tasks[2]?.id ?? '';
    expect(at.get(id)).toBe(said('县水利局', '水库巡查', WAS[2]?.[1] ?? ''));
    expect(kept).toEqual([['unplaced', '第二次写的', 'again']]);
    expect((await renewed(after, '县水利局', content)).kept).toEqual(kept);
  });

  it('without its id is known by the words of the edition before', async () => {
    const before = await bookOfRows(WAS);
    const after = withLineage(await bookOfRows(revised), before);
    const file = await filledIn(before, '县水利局', (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const each of rows()) each.getCell(column('编号')).value = null;
    });
    const { at, kept } = await renewed(after, '县水利局', file);
    expect(Array.from(at.values()).every((progress) => progress !== undefined)).toBe(true);
    expect(kept).toEqual([]);
  });

  it('of a sheet whose column 编号 was taken out says nothing else than the notice', async () => {
    const before = await bookOfRows(WAS);
    const file = await filledIn(before, '县水利局', (workbook) => {
      const { sheet, column } = tasksIn(workbook);
      sheet.spliceColumns(column('编号'), 1);
    });
    const { collected } = await readReturned(file, '县水利局.xlsx');
    const { problems, tasks } = rollUp(before, collected);
    expect(problems.map(({ code }) => code)).not.toContain('return-edited');
    expect(tasks.map(({ reports }) => reports.length)).toEqual([1, 1, 1]);
  });

  it('of a task that was put into another says so, though its deadline was left out', async () => {
    const before = await bookOfRows(WAS);
    const merged = await bookOfRows([
      [
        '农村供水和山洪监测',
        '新建供水站5座，改造老旧管网30公里；升级山洪监测站8处。',
        '县水利局',
        '县财政局',
      ],
      ...WAS.slice(2),
    ]);
    const after = withLineage(merged, before);
    const { kept } = await renewed(after, '县水利局', await filledIn(before, '县水利局'));
    expect(kept.map(([part, , went]) => [part, went])).toEqual([['cancelled', 'merged']]);
  });

  it('of a task that was cancelled and is back has its words and a mark', async () => {
    const before = await bookOfRows(WAS);
    const without = withLineage(await bookOfRows(WAS.slice(0, 2)), before);
    const back = withLineage(await bookOfRows(WAS), without);
    expect(back.tasks.map(({ id }) => id)).toEqual(before.tasks.map(({ id }) => id));
    const then = await renewed(without, '县水利局', await filledIn(before, '县水利局'));
    const { changes, at, kept } = await renewed(back, '县水利局', then.content);
    expect(changes).toEqual({ 农村供水: undefined, 山洪监测: undefined, 水库巡查: 'restored' });
    expect(at.get(before.tasks[2]?.id ?? '')).toBe(said('县水利局', '水库巡查', WAS[2]?.[1] ?? ''));
    expect(kept).toEqual([]);
  });
});

it('what a unit was called stays known when the same notice is read again, though a registry still has the old name', async () => {
  const rows = (unit: string): Row[] =>
    ['清淤', '护岸', '排洪'].map((name) => [name, `完成${name}`, unit, '区财政局'] as const);
  const before = await bookOfRows(rows('区水利局'));
  const old = before.units.find(({ name }) => name === '区水利局');
  const revised = await bookOfRows(rows('区水务局'));
  const book = { ...revised, units: [...revised.units, ...(old ? [old] : [])] };
  const once = withLineage(book, before);
  const formerIn = ({ units }: TaskBook) => units.find(({ name }) => name === '区水务局')?.formerly;
  expect(formerIn(once)).toEqual(['区水利局']);
  expect(formerIn(withLineage(book, once))).toEqual(['区水利局']);
});
