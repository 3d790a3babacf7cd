// A sheet of an earlier edition, rolled up by the revised notice alone: what only looks like a row's task is not sure to be it.
import { describe, expect, it } from 'vitest';
import { readReturned, rollUp, sheetFor, sheetToXlsx } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const CARE = '养老服务 | 新建社区养老服务站12个 | 县民政局';
const MEALS = '助餐服务 | 建成老年助餐点20个，覆盖各街道 | 县民政局';
const ROADS = '道路保洁 | 城区主次干道实行全天候保洁 | 县城管局';
const BOTH = '新建社区养老服务站12个，建成老年助餐点20个，覆盖各街道 | 县民政局';

const SAID: Readonly<Record<string, string>> = { 养老服务: '养老站建5个', 助餐服务: '助餐点全部建成' };

/** What the unit's sheet of the first edition comes to by the revised notice: by task, and what is told. */
async function collectedBy(...rows: readonly string[]) {
  const sheet = sheetFor(await bookOf(taskNotice([CARE, MEALS, ROADS])), '县民政局');
  const filled = sheet.rows.map((row) => ({
    ...row,
    filled: { status: { status: 'done' } as const, progress: SAID[row.name] ?? '' },
  }));
  const { collected } = await readReturned(await sheetToXlsx({ ...sheet, rows: filled }), '县民政局.xlsx');
  const all = rollUp(await bookOf(taskNotice([...rows, ROADS])), collected);
  const counted = all.tasks.flatMap(({ name, reports }) =>
    reports.map(({ filled: { progress } }) => `${name}：${progress}`),
  );
  const like = all.problems.flatMap(({ code, args }) =>
    code === 'return-only-like'
      ? [args as { readonly names: readonly string[]; readonly like: readonly string[] }]
      : [],
  );
  return {
    counted,
    like: like.flatMap(({ names, like: tasks }) => names.map((name, i) => `${name}～${tasks[i]}`)),
    told: all.problems.map(({ code }) => code),
    rest: JSON.stringify(all.rest),
  };
}

describe('a task of the sheet that the revised notice', () => {
  it.each([
    ['has put with another under a new name', `养老助餐服务 | ${BOTH}`, '助餐服务～养老助餐服务'],
    ['has put into another', `养老服务 | ${BOTH}`, '养老服务～养老服务'],
    ['has taken another into', `助餐服务 | ${BOTH}`, '助餐服务～助餐服务'],
    ['may have made into another', '养老服务提升 | 新建养老服务中心3个 | 县民政局', '养老服务～养老服务提升'],
  ])('%s is told, counted for none, and kept', async (_, row, like) => {
    const all = await collectedBy(row);
    expect(all.counted).toEqual([]);
    expect(all.like).toEqual([like]);
    // The other one is told as a task that the notice does not have.
    expect(all.told).toContain('return-task');
    for (const text of Object.values(SAID)) expect(all.rest).toContain(text);
  });

  it('has no more is told, and the other is counted', async () => {
    const all = await collectedBy(CARE);
    expect(all.counted).toEqual(['养老服务：养老站建5个']);
    expect(all.like).toEqual([]);
    expect(all.told).toContain('return-task');
  });

  it.each([
    ['has with another figure', CARE.replace('12', '15')],
    ['has with some words more', CARE.replace('12个', '12个以上，年底前建成')],
    ['has under another name', CARE.replace('养老服务 |', '社区养老 |')],
  ])('%s is counted', async (_, row) => {
    const all = await collectedBy(row, MEALS);
    expect(all.counted).toHaveLength(2);
    expect(all.like).toEqual([]);
  });
});
