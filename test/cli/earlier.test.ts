// What an earlier version of the program wrote still serves as the last edition: a folder of `build` (task book @3,
// CSV sheets), and a workbook that somebody filled in.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from '../support/program.js';
import { everythingIn, openWorkbook } from '../support/returned.js';

const FIXTURE = fileURLToPath(new URL('../../fixtures/minsheng-2026/', import.meta.url));

/** A folder with the notice and what the earlier version wrote of it. */
function folderWith(part: 'folder' | 'sheets'): string {
  const folder = emptyFolder();
  cpSync(join(FIXTURE, 'input.txt'), join(folder, 'notice.txt'));
  cpSync(join(FIXTURE, 'earlier', part), join(folder, part), { recursive: true });
  return folder;
}

describe('what an earlier version wrote', () => {
  it('is the last edition of a build: nothing has changed, and what was typed is carried over', async () => {
    const folder = folderWith('folder');
    const { code, stderr } = await run(folder, ['build', 'notice.txt', '-o', 'folder', '--csv']);
    expect(stderr).not.toMatch(/有变化 [1-9]|新增 [1-9]|已取消 [1-9]|待归位 [1-9]|\[(?:error|book-)/);
    // What it prints in other words than that one did, somebody may have typed: the files are kept, to be looked at.
    expect([code, stderr]).toEqual([1, expect.stringContaining('[sheet-kept]')]);
    expect(readFileSync(join(folder, 'folder', '各单位', '大坝乡.csv'), 'utf8')).toContain('水厂已开工两座');
    // A revision would have been written down.
    const changes = readFileSync(join(FIXTURE, 'earlier', 'folder', 'CHANGES.md'), 'utf8');
    expect(readFileSync(join(folder, 'folder', 'CHANGES.md'), 'utf8')).toBe(changes);
  });

  it('is carried over from a workbook', async () => {
    const folder = folderWith('sheets');
    const args = ['export', '--from', 'notice.txt', '--unit', '县水利局', '-o', 'sheets', '--xlsx'];
    const { code, stderr } = await run(folder, args);
    expect(code).toBe(0);
    expect(stderr).toContain('带过来填报内容 4 处');
    expect(stderr).not.toMatch(/新增 [1-9]|有变化 [1-9]|已取消 [1-9]|待归位 [1-9]/);
    const all = everythingIn(await openWorkbook(readFileSync(join(folder, 'sheets', '县水利局.xlsx'))));
    for (const text of ['已办第1件', '已办第2件']) expect(all).toContain(text);
    expect(Array.from(all).filter((text) => /^(?:有变化|新增)/.test(text))).toEqual([]);
  });

  it('is compared with the notice of today', async () => {
    const folder = folderWith('folder');
    const { code, stdout } = await run(folder, ['diff', 'folder/tasks.json', 'notice.txt', '--json']);
    expect(code).toBe(0);
    const { head, measures, tables, tasks } = JSON.parse(stdout) as Record<string, unknown[]>;
    expect([head, measures, tables, tasks]).toEqual([[], [], [], []]);
  });
});
