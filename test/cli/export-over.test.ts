// `export` over sheets that somebody filled in, as a clerk runs it when the notice has been revised.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { TaskSheet } from '../../src/index.js';
import {
  files,
  folderWithNotice,
  folderWithSmallNotice,
  run,
  SMALL_NOTICE,
  telling,
} from '../support/program.js';
import { everythingIn, openWorkbook } from '../support/returned.js';

const FIXTURE = fileURLToPath(new URL('../../fixtures/wulong-2025-1/', import.meta.url));

/** A folder with the revised notice and a sheet that came back. */
function folderWith(returned: string): string {
  const folder = folderWithNotice();
  cpSync(join(FIXTURE, 'revised.txt'), join(folder, 'notice.txt'));
  cpSync(join(FIXTURE, 'returned', returned), join(folder, '白马镇.xlsx'));
  return folder;
}

const ARGS = ['export', '--from', 'notice.txt', '--unit', '白马镇'];

describe('export over a filled-in sheet', () => {
  it('says what it carried over and what is new', async () => {
    const folder = folderWith('libreoffice.xlsx');
    const { code, stderr } = await run(folder, ARGS);
    // What has no place there yet is for somebody to look at.
    expect(code).toBe(1);
    // 19 rows with three cells, a column and its value, a comment, the cover, and a row that is of no task.
    expect(stderr).toContain('带过来填报内容 63 处；新增 4，有变化 6，已取消 2，待归位 1\n');
    expect(stderr).toContain('[sheet-unplaced]');
    expect(files(folder)).toEqual(['notice.txt', '白马镇.xlsx']);
    const again = await run(folder, ARGS);
    expect(again.stderr).toContain('带过来填报内容 63 处');
  });

  it('keeps a file whole that holds a chart, and carries over the rest', async () => {
    const folder = folderWith('chart.xlsx');
    const { code, stderr } = await run(folder, ARGS);
    expect(code).toBe(1);
    expect(stderr).toMatch(telling('sheet-kept', '白马镇.xlsx'));
    const kept = join('原件', files(join(folder, '原件'))[0] ?? '');
    expect(kept).toMatch(/^原件\/白马镇（2025-03-05 [0-9A-Z]{8}）\.xlsx$/);
    expect(readFileSync(join(folder, kept))).toEqual(readFileSync(join(FIXTURE, 'returned', 'chart.xlsx')));
    const all = everythingIn(await openWorkbook(readFileSync(join(folder, '白马镇.xlsx'))));
    for (const text of ['张三4', '资金', '12.5', '6月会', '看这里', '王五']) expect(all).toContain(text);
    // The next time there is nothing that cannot be carried over.
    await run(folder, ARGS);
    expect(files(folder)).toEqual(['notice.txt', '原件', '白马镇.xlsx']);
    expect(files(join(folder, '原件'))).toHaveLength(1);
  });

  it('tells of copies beside the sheet, of which nothing is carried over', async () => {
    const folder = folderWith('openpyxl.xlsx');
    for (const name of ['白马镇(1).xlsx', '白马镇 - 副本.xls'])
      writeFileSync(join(folder, name), '看不出是什么');
    const { code, stderr } = await run(folder, ARGS);
    expect([code, stderr]).toEqual([1, expect.stringContaining('“白马镇 - 副本.xls”、“白马镇(1).xlsx”')]);
    expect(stderr).toContain('[sheet-beside]');
  });

  it('writes the same rows to CSV and JSON, and a Word file for paper', async () => {
    const folder = folderWith('openpyxl.xlsx');
    const { code } = await run(folder, [...ARGS, '--xlsx', '--csv', '--json', '--docx']);
    expect(code).toBe(0);
    expect(files(folder)).toEqual(['notice.txt', '白马镇.csv', '白马镇.docx', '白马镇.json', '白马镇.xlsx']);
    const csv = parse(readFileSync(join(folder, '白马镇.csv'), 'utf8'), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    const { rows } = JSON.parse(readFileSync(join(folder, '白马镇.json'), 'utf8')) as TaskSheet;
    const progress = rows.map(({ id, filled, own }) => [id, filled.person ?? '', own['资金'] ?? '']);
    expect(progress.flat()).toEqual(expect.arrayContaining(['张三4', 12.5]));
    expect(csv.slice(0, rows.length).map((row) => [row['编号'], row['责任人'], row['资金']])).toEqual(
      progress.map((cells) => cells.map(String)),
    );
  });

  it('refuses a workbook that is broken, and leaves it', async () => {
    const folder = folderWith('openpyxl.xlsx');
    const broken = readFileSync(join(folder, '白马镇.xlsx')).subarray(0, 20_000);
    writeFileSync(join(folder, '白马镇.xlsx'), broken);
    const { code, stderr } = await run(folder, ARGS);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[file-broken]')]);
    expect(readFileSync(join(folder, '白马镇.xlsx'))).toEqual(broken);
  });
});

describe('a sheet in JSON', () => {
  it('that somebody typed into is kept, and it is told; one that nobody has changed is not', async () => {
    const folder = folderWithSmallNotice();
    const args = ['export', '--from', 'notice.txt', '--unit', '县水利局', '--json', '-o', 'out'];
    await run(folder, args);
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE.replace('12月底', '11月底'));
    expect((await run(folder, args)).stderr).not.toContain('output-kept');
    const path = join(folder, 'out', '县水利局.json');
    const theirs = readFileSync(path, 'utf8').replace('"办好丙事"', '"办好丙事（张三已办）"');
    writeFileSync(path, theirs);
    const { code, stderr } = await run(folder, args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(telling('output-kept', '县水利局.json'))]);
    expect(readFileSync(join(folder, 'out', '原件', '县水利局（待核对）.json'), 'utf8')).toBe(theirs);
  });
});
