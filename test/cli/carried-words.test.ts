// What a clerk is told of sheets that come back: whose words are whose, and what still lies there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/write/csv.js';
import { folderWithSmallNotice, run, SMALL_NOTICE } from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';

const REVISED = SMALL_NOTICE.replace('办好丙事', '稳妥有序办好丙事');
const THEIRS = '12月底前办好甲事（我局意见：改为11月底）';

/** A folder that was built, in which a unit wrote into the notice’s goal and left another version beside it, and built again when another goal was revised. */
async function rebuilt() {
  const folder = folderWithSmallNotice();
  const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', ...more]);
  await build();
  const sheet = join(folder, 'out', '各单位', '县水利局.xlsx');
  const blank = readFileSync(sheet);
  const saying = (words: string) =>
    changed(blank, (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const [first] = rows();
      if (first) first.getCell(column('目标内容')).value = words;
    });
  writeFileSync(sheet, await saying(THEIRS));
  writeFileSync(join(folder, 'out', '各单位', '县水利局(1).xlsx'), await saying(`${THEIRS}，另行报告`));
  writeFileSync(join(folder, 'notice.txt'), REVISED);
  return { folder, sheet, build, told: await build() };
}

describe('a folder that is built again', () => {
  it('calls changed what the notice changed, and keeps what a unit wrote there as the unit’s', async () => {
    const { sheet, told } = await rebuilt();
    expect(told.stdout).toContain('有变化 1');
    const { column, rows } = tasksIn(await openWorkbook(readFileSync(sheet)));
    const texts = (header: string) =>
      rows().map((row) => row.getCell(column(header)).text.replaceAll('\n', ' '));
    expect(texts('变化')).toEqual(['', '有变化 目标内容原为：办好丙事']);
    expect(texts('目标内容')).toEqual(['12月底前办好甲事', '稳妥有序办好丙事']);
    expect(texts('目标内容（填写）')).toEqual([THEIRS, '']);
  });

  it('prints a task that the notice no longer has as it was, and what a unit called it beside', async () => {
    const { folder, sheet, build } = await rebuilt();
    const renamed = await changed(readFileSync(sheet), (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const row = rows()[1];
      if (!row) return;
      row.getCell(column('任务名称')).value = '丙事（我局改）';
      row.getCell(column('进展情况')).value = '做了';
    });
    writeFileSync(sheet, renamed);
    writeFileSync(
      join(folder, 'notice.txt'),
      SMALL_NOTICE.replace('丙事', '戊工程').replace('办好丙事', '新开工建设戊工程一处'),
    );
    await build();
    const { column, rows } = tasksIn(await openWorkbook(readFileSync(sheet)));
    const cancelled = rows().find((row) => row.getCell(column('类型')).text === '已取消');
    const text = (header: string) => cancelled?.getCell(column(header)).text;
    expect(['任务名称', '任务名称（填写）', '进展情况'].map(text)).toEqual([
      '丙事',
      '丙事（我局改）',
      '做了',
    ]);
  });

  it('tells of a copy beside a sheet as long as it lies there', async () => {
    const { told, build } = await rebuilt();
    const runs = [told, await build(), await build('--check')];
    // What is filled in there is passed over until somebody looks.
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1]);
    for (const each of runs) {
      expect(each.stderr).toContain('县水利局(1).xlsx');
      expect(each.stderr).toContain('[sheet-beside]');
    }
    const { told: json } = JSON.parse((await build('--check', '--report-json')).stdout) as {
      told: readonly { code: string }[];
    };
    expect(json.map(({ code }) => code)).toEqual(['originals-unchecked', 'sheet-beside']);
  });

  it('has sheets of the edition that they were built from, whether the notice is named or not', async () => {
    const { folder } = await rebuilt();
    for (const from of [[], ['--from', 'notice.txt']]) {
      const { stderr } = await run(folder, ['collect', 'out/各单位', ...from, '-o', '汇总.xlsx', '--force']);
      // The copy is of the edition before.
      expect(stderr.match(/\S+ 填的是旧版清单/g)).toEqual(['县水利局(1).xlsx 填的是旧版清单']);
    }
  });
});

describe('a unit that fills in one form of several', () => {
  it('has as much carried over as it filled in, into every other form', async () => {
    const folder = folderWithSmallNotice();
    const args = ['export', '县水利局', '--from', 'notice.txt', '--xlsx', '--csv', '--json', '--docx'];
    await run(folder, args);
    const path = join(folder, '县水利局.csv');
    const [headers = [], ...rows] = parse(readFileSync(path), { bom: true }) as string[][];
    const filled = rows.map((row, i) =>
      row.map((text, j) => (headers[j] === '进展情况' ? `第${i}件在办` : text)),
    );
    writeFileSync(path, toCsv(headers, filled));
    writeFileSync(join(folder, 'notice.txt'), REVISED);
    const { stderr } = await run(folder, args);
    expect(stderr).toContain('带过来填报内容 2 处');
    expect(readFileSync(join(folder, '县水利局.json'), 'utf8')).toContain('第1件在办');
  });
});

describe('a status in other words', () => {
  it('is told once for a sheet, as what it was read, and where the sheet is rolled up', async () => {
    const folder = folderWithSmallNotice();
    const build = () => run(folder, ['build', 'notice.txt', '-o', 'out']);
    await build();
    const path = join(folder, 'out', '各单位', '县水利局.xlsx');
    writeFileSync(
      path,
      await changed(readFileSync(path), (workbook) => {
        const { column, rows } = tasksIn(workbook);
        for (const [i, row] of rows().entries())
          row.getCell(column('进展状态')).value = i === 0 ? '完成' : '推进中';
      }),
    );
    const read = '“进展状态”里“完成”当作“已完成”';
    const { stderr } = await run(folder, ['collect', 'out', '-o', '汇总.xlsx']);
    expect(stderr.split(read)).toHaveLength(2);
    writeFileSync(join(folder, 'notice.txt'), REVISED);
    expect((await build()).stderr.split(read)).toHaveLength(2);
    expect(everythingIn(await openWorkbook(readFileSync(path)))).toContain('已完成');
    expect((await build()).stderr).not.toContain(read);
  });
});
