// Folders and files that a user may not open, or not write to: each is told, and stops no other.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { files, folderWithSmallNotice, run, SMALL_NOTICE, telling } from '../support/program.js';

const NOBODY = '65534';
const DROP = new URL('../support/nobody.js', import.meta.url).href;

/** Runs the program as somebody who is not root, and to whom the folder belongs. */
async function asClerk(folder: string, args: readonly string[]) {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  return run(folder, args, { env: { NODE_OPTIONS: `--import ${DROP}`, NOBODY } });
}

/** Takes rights away, and gives them back when the test is over. */
function close(path: string, mode = 0o000): void {
  chmodSync(path, mode);
  onTestFinished(() => {
    chmodSync(path, 0o755);
  });
}

/** The small notice, its sheets in 发出, and a revised one that touches 县水利局 alone. */
async function office(): Promise<string> {
  const folder = folderWithSmallNotice();
  await run(folder, ['parse', 'notice.txt']);
  await run(folder, ['export', '--all', '-o', '发出']);
  writeFileSync(join(folder, 'revised.txt'), SMALL_NOTICE.replaceAll('办好', '办妥'));
  return folder;
}

describe.skipIf(process.platform === 'win32')('what a user may not open', () => {
  it('collect: a file and a folder are told, and the others are counted', async () => {
    const folder = await office();
    mkdirSync(join(folder, '收回/第二批'), { recursive: true });
    for (const unit of ['县水利局', '县民政局'])
      copyFileSync(join(folder, `发出/${unit}.xlsx`), join(folder, `收回/${unit}.xlsx`));
    close(join(folder, '收回/县水利局.xlsx'));
    close(join(folder, '收回/第二批'));
    const { code, stdout, stderr } = await asClerk(folder, ['collect', '收回', '-o', '汇总.json']);
    expect(code).toBe(1);
    expect(stdout).toContain('交了空表的 1 个：县民政局');
    expect(stdout).toContain('交了没有读的 1 个：县水利局（县水利局.xlsx）');
    expect(stderr.match(/读不了“收回\/[^”]+”（没有权限）/g)?.sort()).toEqual([
      '读不了“收回/县水利局.xlsx”（没有权限）',
      '读不了“收回/第二批”（没有权限）',
    ]);
  });

  it('collect --since: a closed folder among the earlier months is told, and the others are compared', async () => {
    const folder = await office();
    await run(folder, ['collect', '发出', '--on', '2026-06-30', '-o', '汇总/6.json']);
    mkdirSync(join(folder, '汇总/2025'));
    close(join(folder, '汇总/2025'));
    const args = ['collect', '发出', '--on', '2026-07-31', '--since', '汇总', '-o', '7.json'];
    const { code, stdout, stderr } = await asClerk(folder, args);
    expect([code, stdout]).toEqual([1, expect.stringContaining('和 2026-06-30 比')]);
    expect(stderr).toContain('读不了“汇总/2025”（没有权限）');
    expect(files(folder)).toContain('7.json');
  });

  it('export: a sheet that cannot be read is told and left, and the others are written', async () => {
    const folder = await office();
    const before = readFileSync(join(folder, '发出/县民政局.xlsx'));
    const own = readFileSync(join(folder, '发出/县水利局.xlsx'));
    close(join(folder, '发出/县水利局.xlsx'));
    const { code, stderr } = await asClerk(folder, [
      'export',
      '--from',
      'revised.txt',
      '--all',
      '-o',
      '发出',
    ]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(telling('file-unreadable'))]);
    expect(readFileSync(join(folder, '发出/县民政局.xlsx')).equals(before)).toBe(false);
    chmodSync(join(folder, '发出/县水利局.xlsx'), 0o644);
    expect(readFileSync(join(folder, '发出/县水利局.xlsx')).equals(own)).toBe(true);
  });

  it('build: the same, and a folder of sheets that cannot be opened', async () => {
    const folder = await office();
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const before = readFileSync(join(folder, 'out/各单位/县民政局.xlsx'));
    close(join(folder, 'out/各单位/县水利局.xlsx'));
    const one = await asClerk(folder, ['build', 'revised.txt', '-o', 'out']);
    expect([one.code, one.stderr]).toEqual([1, expect.stringContaining('各单位/县水利局.xlsx')]);
    expect(readFileSync(join(folder, 'out/各单位/县民政局.xlsx')).equals(before)).toBe(false);
    const after = readFileSync(join(folder, 'out/各单位/县民政局.xlsx'));
    close(join(folder, 'out/各单位'));
    const all = await asClerk(folder, ['build', 'notice.txt', '-o', 'out']);
    expect([all.code, all.stderr]).toEqual([1, expect.stringMatching(telling('file-unreadable'))]);
    chmodSync(join(folder, 'out/各单位'), 0o755);
    expect(readFileSync(join(folder, 'out/各单位/县民政局.xlsx')).equals(after)).toBe(true);
  });

  it('a folder that is read-only is told, and nothing in it is changed', async () => {
    const folder = await office();
    cpSync(join(folder, '发出'), join(folder, '只读'), { recursive: true });
    const before = readdirSync(join(folder, '只读')).map((name) => readFileSync(join(folder, '只读', name)));
    close(join(folder, '只读'), 0o555);
    for (const args of [
      ['export', '--from', 'revised.txt', '--all', '-o', '只读'],
      ['build', 'revised.txt', '-o', '只读'],
      ['collect', '发出', '-o', '只读/汇总.json'],
    ]) {
      const { code, stderr } = await asClerk(folder, args);
      expect([code, stderr]).toEqual([3, expect.stringMatching(telling('output-unwritable'))]);
    }
    expect(readdirSync(join(folder, '只读')).map((name) => readFileSync(join(folder, '只读', name)))).toEqual(
      before,
    );
  });
});
