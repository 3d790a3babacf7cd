// A return that lies in another unit's place is set aside, and told in every run until somebody has settled it.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithSmallNotice, run } from '../support/program.js';
import { changed, tasksIn } from '../support/returned.js';

/** A folder that was built, in which 县水利局's return lies in 县民政局's place, and built again. */
async function misplaced() {
  const folder = folderWithSmallNotice();
  const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', ...more]);
  const collect = () => run(folder, ['collect', 'out', '--from', 'notice.txt', '-o', '汇总.json', '--force']);
  await build();
  const place = (unit: string) => join(folder, 'out', '各单位', `${unit}.xlsx`);
  const filled = await changed(readFileSync(place('县水利局')), (workbook) => {
    const { column, rows } = tasksIn(workbook);
    const [first] = rows();
    if (first) first.getCell(column('进展情况')).value = '护岸修了一半';
  });
  writeFileSync(place('县民政局'), filled);
  const told = await build();
  const aside = () =>
    readdirSync(join(folder, 'out', '原件')).map((name) => join(folder, 'out', '原件', name));
  return { told, build, collect, place, aside };
}

describe('a return in another unit’s place', () => {
  it('is told by each run while it lies in 原件', async () => {
    const { told, build, collect, aside } = await misplaced();
    expect([told.code, told.stderr.includes('[sheet-of-other]')]).toEqual([1, true]);
    expect(aside()).toEqual([expect.stringContaining('县水利局（未带入')]);
    for (const each of [await build(), await build('--check'), await collect(), await build()]) {
      expect(each.code).toBe(1);
      expect(each.stderr).toContain('[sheet-uncarried]');
      expect(each.stderr).toContain('县水利局（未带入');
    }
  });

  it('is not settled by the same words at another task', async () => {
    const { build, collect, place } = await misplaced();
    const elsewhere = await changed(readFileSync(place('县水利局')), (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const second = rows()[1];
      if (!second) throw new Error('one row');
      second.getCell(column('进展情况')).value = '护岸修了一半';
    });
    writeFileSync(place('县水利局'), elsewhere);
    for (const each of [await build(), await collect()])
      expect([each.code, each.stderr]).toEqual([1, expect.stringContaining('[sheet-uncarried]')]);
  });

  it.each([
    ['taken away', (from: string) => rmSync(from)],
    ['put into its place', (from: string, to: string) => renameSync(from, to)],
    ['copied there', (from: string, to: string) => writeFileSync(to, readFileSync(from))],
  ])('is settled when it is %s', async (_, settle) => {
    const { build, collect, place, aside } = await misplaced();
    settle(aside()[0] ?? '', place('县水利局'));
    for (const each of [await build(), await collect()])
      expect([each.code, each.stderr]).toEqual([0, expect.not.stringContaining('[sheet-uncarried]')]);
  });
});

it('a sheet that is there no more is told when a new one is written', async () => {
  const folder = folderWithSmallNotice();
  const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', ...more]);
  await build();
  rmSync(join(folder, 'out', '各单位', '县水利局.xlsx'));
  const told = await build();
  expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('“各单位/县水利局.xlsx”')]);
  expect(told.stderr).toContain('[sheet-gone]');
  expect((await build()).code).toBe(0);
});
