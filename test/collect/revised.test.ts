// A revised notice between two months: what a unit said follows the task. And which months count at all.
import { describe, expect, it } from 'vitest';
import {
  type PastMonth,
  type RollUp,
  readMonth,
  readReturned,
  rollUp,
  rollUpToJson,
  sheetFor,
  sheetToCsv,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

type Row = readonly [name: string, goal: string, lead: string];

const LEVEE: Row = ['堤防达标', '完成南岸护岸修复8处，并建立河道巡查责任制', '县水利局'];
const WATER: Row = ['农村供水', '新建改建集中供水工程12处', '县水利局'];
const PRICE: Row = ['水价改革', '完成农业水价综合改革试点', '县财政局'];
const MONEY: Row = ['资金监管', '对水利建设资金开展专项检查', '县财政局'];
const ROADS: Row = ['道路保洁', '城区主次干道实行全天候保洁', '县城管局'];

const noticeOf = (rows: readonly Row[], printed?: { number?: string; title?: string }) =>
  taskNotice(
    rows.map((row) => row.join(' | ')),
    printed,
  );
const bookOfRows = (...notice: Parameters<typeof noticeOf>) => bookOf(noticeOf(...notice));

/** What units report: by the task's name, a status or a text; a unit that has nothing here hands in nothing. */
type Said = Readonly<Record<string, Readonly<Record<string, string>>>>;

async function rolledUp(book: TaskBook, said: Said, on: string | null, past: PastMonth[] = []) {
  const all = await Promise.all(
    Object.entries(said).map(async ([unit, tasks]) => {
      const sheet = sheetFor(book, unit);
      const rows = sheet.rows.map((row) => {
        const text = tasks[row.name];
        const done = text === '已完成';
        return text === undefined
          ? row
          : { ...row, filled: { status: { status: done ? 'done' : 'going' } as const, progress: text } };
      });
      return (await readReturned(Buffer.from(sheetToCsv({ ...sheet, rows })), `${unit}.csv`)).collected;
    }),
  );
  return rollUp(book, all.flat(), on, [], past);
}

async function monthOf(all: RollUp, path = '汇总/6.json'): Promise<PastMonth> {
  const { value } = await readMonth(rollUpToJson(all), path);
  return value as PastMonth;
}

const movedIn = ({ standings, tasks }: RollUp) =>
  Object.fromEntries(
    standings.map(({ unit, id, movement, since }) => [
      `${unit} ${tasks.find((task) => task.id === id)?.name}`,
      `${movement} ${since}`,
    ]),
  );
const codes = ({ problems }: RollUp) =>
  problems.map(({ code }) => code).filter((code) => code.startsWith('month'));

const JUNE = '2026-06-30';
const JULY = '2026-07-31';
const AUGUST = '2026-08-31';

describe.each([
  ['whose ids go on', (book: TaskBook, before: TaskBook) => withLineage(book, before)],
  ['read by itself', (book: TaskBook) => book],
])('a revised notice, %s', (_, revised) => {
  const before = () => bookOfRows([LEVEE, WATER, PRICE, MONEY]);
  const saidInJune: Said = {
    县水利局: { 堤防达标: '修了3处', 农村供水: '建了5处' },
    县财政局: { 水价改革: '方案已定', 资金监管: '已查2个项目' },
  };
  const compared = async (rows: readonly Row[], said: Said) => {
    const old = await before();
    const june = await monthOf(await rolledUp(old, saidInJune, JUNE));
    const now = revised(await bookOfRows(rows, { number: '某府发〔2026〕12号' }), old);
    return rolledUp(now, said, JULY, [june]);
  };

  it('cancels a task: what was said of it is told, and nothing else changes', async () => {
    const all = await compared([LEVEE, PRICE, MONEY], {
      县水利局: { 堤防达标: '修了3处' },
      县财政局: { 水价改革: '已完成', 资金监管: '已查2个项目' },
    });
    expect(movedIn(all)).toEqual({
      '县水利局 堤防达标': `still ${JUNE}`,
      '县财政局 水价改革': `moved ${JULY}`,
      '县财政局 资金监管': `still ${JUNE}`,
    });
    expect(all.gone.map(({ name }) => name)).toEqual(['农村供水']);
    expect(codes(all)).toEqual(['month-edition']);
  });

  it('changes words, moves rows and adds a task', async () => {
    const [name, , lead] = WATER;
    const all = await compared([ROADS, [name, '新建改建集中供水工程15处以上', lead], LEVEE, MONEY, PRICE], {
      县水利局: { 堤防达标: '修了4处', 农村供水: '建了5处' },
      县财政局: {},
      县城管局: {},
    });
    expect(movedIn(all)).toEqual({
      '县城管局 道路保洁': `new ${JULY}`,
      '县水利局 农村供水': `still ${JUNE}`,
      '县水利局 堤防达标': `moved ${JULY}`,
      '县财政局 资金监管': `back ${JULY}`,
      '县财政局 水价改革': `back ${JULY}`,
    });
    expect(all.gone).toEqual([]);
  });

  it('splits a task: what was said of the whole is known of both, and a blank part takes nothing back', async () => {
    const parts: Row[] = [
      ['堤防达标', '完成南岸护岸修复8处', '县水利局'],
      ['河道巡查', '建立河道巡查责任制', '县水利局'],
    ];
    const all = await compared([...parts, WATER, PRICE, MONEY], {
      县水利局: { 堤防达标: '修了3处', 农村供水: '建了5处' },
    });
    expect(movedIn(all)).toMatchObject({
      '县水利局 堤防达标': `still ${JUNE}`,
      '县水利局 河道巡查': `new ${JULY}`,
    });
    const again = await compared([...parts, WATER, PRICE, MONEY], {
      县水利局: { 堤防达标: '修了3处', 河道巡查: '修了3处', 农村供水: '建了5处' },
    });
    expect(movedIn(again)).toMatchObject({ '县水利局 河道巡查': `still ${JUNE}` });
    expect(all.gone).toEqual([]);
  });

  it('merges two tasks: what either unit said goes on', async () => {
    const merged: Row = [PRICE[0], `${PRICE[1]}，${MONEY[1]}`, '县财政局'];
    const all = await compared([LEVEE, WATER, merged], {
      县水利局: { 堤防达标: '修了3处', 农村供水: '建了6处' },
      县财政局: { 水价改革: '方案已定' },
    });
    expect(movedIn(all)).toEqual({
      '县水利局 堤防达标': `still ${JUNE}`,
      '县水利局 农村供水': `moved ${JULY}`,
      '县财政局 水价改革': `still ${JUNE}`,
    });
    expect(all.gone).toEqual([]);
  });
});

describe('which months count', () => {
  const SAID: Said = { 县水利局: { 堤防达标: '修了3处' }, 县财政局: { 水价改革: '方案已定' } };
  const rows = [LEVEE, WATER, PRICE];
  const at = async (on: string | null, path: string) => {
    const json = rollUpToJson(await rolledUp(await bookOfRows(rows), SAID, on));
    return readMonth(json, path);
  };
  const month = async (on: string, path: string) => (await at(on, path)).value as PastMonth;

  it('none of the same day or after: August is rolled up again', async () => {
    const months = [await month(JULY, '7.json'), await month(AUGUST, '8.json')];
    const all = await rolledUp(await bookOfRows(rows), SAID, JULY, [await month(JUNE, '6.json'), ...months]);
    expect([all.since, codes(all)]).toEqual([JUNE, ['month-not-before', 'month-not-before']]);
    expect(all.months.map(({ on }) => on)).toEqual([JUNE, JULY]);
  });

  it('one of two of the same day, and it is told which', async () => {
    const months = [await month(JUNE, '6.json'), await month(JUNE, '6（2）.json')];
    const all = await rolledUp(await bookOfRows(rows), SAID, JULY, months);
    expect(all.problems.find(({ code }) => code === 'month-same-day')).toMatchObject({
      args: { path: '6（2）.json', other: '6.json', day: JUNE },
    });
    expect(all.months.map(({ on }) => on)).toEqual([JUNE, JULY]);
  });

  it('the last there is where a month was left out, and that is told', async () => {
    const all = await rolledUp(await bookOfRows(rows), SAID, AUGUST, [await month(JUNE, '6.json')]);
    expect(all.since).toBe(JUNE);
    expect(all.problems.find(({ code }) => code === 'months-missing')).toMatchObject({
      args: { months: ['2026-07'] },
    });
    expect(movedIn(all)['县水利局 堤防达标']).toBe(`still ${JUNE}`);
  });

  it('none of another notice', async () => {
    const other = await bookOfRows([ROADS, ['垃圾分类', '垃圾分类覆盖全部社区', '县城管局']], {
      number: '某府发〔2026〕3号',
      title: '城管工作要点',
    });
    const months = [await monthOf(await rolledUp(other, { 县城管局: { 道路保洁: '在办' } }, JUNE))];
    const all = await rolledUp(await bookOfRows(rows), SAID, JULY, months);
    expect([all.since, codes(all)]).toEqual([null, ['month-other-notice']]);
    expect(all.standings.every(({ movement }) => movement === null)).toBe(true);
  });

  it('none without a day, and nothing that is no roll-up', async () => {
    expect((await at(null, '6.json')).diagnostics.map(({ code }) => code)).toEqual(['month-no-day']);
    const told = async (json: string) =>
      (await readMonth(json, 'x.json')).diagnostics.map(({ code }) => code);
    expect(await told('{"schema":"wulong-tasks/task-book@4"}')).toEqual(['month-not-roll-up']);
    expect(await told('{"name":"x"}')).toEqual(['month-not-roll-up']);
    expect(await told('null')).toEqual(['month-not-roll-up']);
    expect(await told('[1, 2]')).toEqual(['month-not-roll-up']);
    expect(await told('{"schema":"wulong-tasks/roll-up@4"')).toEqual(['roll-up-damaged']);
    expect(await told('{"schema":"wulong-tasks/roll-up@4"}')).toEqual(['roll-up-damaged']);
    expect(await told('{"schema":"wulong-tasks/roll-up@2"}')).toEqual(['roll-up-other-version']);
  });

  it('a unit that goes by another name now goes on', async () => {
    const before = await bookOfRows(rows);
    const june = await monthOf(await rolledUp(before, SAID, JUNE));
    const renamed = await bookOfRows([LEVEE, WATER, [PRICE[0], PRICE[1], '县财政金融局']]);
    const book = {
      ...renamed,
      units: renamed.units.map((unit) =>
        unit.name === '县财政金融局' ? { ...unit, formerly: ['县财政局'] } : unit,
      ),
    };
    const all = await rolledUp(book, { 县财政金融局: { 水价改革: '方案已定' } }, JULY, [june]);
    expect(movedIn(all)['县财政金融局 水价改革']).toBe(`still ${JUNE}`);
    expect(all.units.find(({ unit }) => unit === '县财政金融局')?.before?.going).toBe(1);
  });

  it('a roll-up of the version before', async () => {
    const all = await rolledUp(await bookOfRows(rows), SAID, JUNE);
    const { standings: _, months: _m, since: _s, gone: _g, ...former } = all;
    const stored = {
      ...former,
      schema: 'wulong-tasks/roll-up@3',
      late: [],
      units: former.units.map(({ handed: _h, movements: _v, before: _b, absent, silent, ...unit }) => ({
        ...unit,
        silent: silent + absent,
      })),
      tasks: former.tasks.filter(({ reports }) => reports.length > 0),
    };
    const { value, diagnostics } = await readMonth(JSON.stringify(stored), '6.json');
    expect(diagnostics).toEqual([]);
    const said = { ...SAID, 县水利局: { 堤防达标: '修了5处', 农村供水: '开工' } };
    const next = await rolledUp(await bookOfRows(rows), said, JULY, [value as PastMonth]);
    const same = await rolledUp(await bookOfRows(rows), said, JULY, [await monthOf(all)]);
    expect(movedIn(next)).toEqual(movedIn(same));
    expect(next.months).toEqual(same.months);
  });
});
