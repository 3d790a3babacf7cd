// The command that writes the page: what it is given, what it refuses, and that it writes the same bytes.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyFolder, files, folderWithNotice, run, telling } from '../support/program.js';
import { seedBytes } from '../support/seed.js';

const BIN = fileURLToPath(new URL('../../bin/wulong-tasks.js', import.meta.url));

describe('wulong-tasks report', () => {
  it('writes one file, the same bytes each time and to standard output', async () => {
    const folder = folderWithNotice();
    expect(await run(folder, ['report', '--from', 'notice.txt'])).toMatchObject({ code: 0, stdout: '' });
    expect(files(folder)).toEqual(['notice.txt', 'report.html']);
    const first = readFileSync(join(folder, 'report.html'), 'utf8');
    await run(folder, ['parse', 'notice.txt']);
    expect(await run(folder, ['report', '-o', '-'])).toMatchObject({ code: 0, stdout: first });
    expect(await run(folder, ['report'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe(first);
  });

  it('does not write over what it did not write', async () => {
    const folder = folderWithNotice();
    writeFileSync(join(folder, 'report.html'), 'mine');
    const { code, stderr } = await run(folder, ['report', '--from', 'notice.txt']);
    expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining('output-exists') });
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('mine');
  });

  const ROLL_UPS: readonly (readonly [what: string, json: string, code: number, told: string])[] = [
    ['no JSON', 'x', 3, 'roll-up-damaged'],
    ['no roll-up', '{"schema":"wulong-tasks/task-sheet@3"}', 3, 'roll-up-damaged'],
    ['nothing', 'null', 3, 'roll-up-damaged'],
    ['a roll-up of an earlier version', '{"schema":"wulong-tasks/roll-up@1"}', 3, '不是这一版程序写的汇总'],
    [
      'a roll-up of another notice',
      JSON.stringify({
        schema: 'wulong-tasks/roll-up@4',
        notice: { number: '某府发〔2025〕9号', title: '关于别的事的通知', date: null },
        on: null,
        since: null,
        months: [],
        files: [],
        units: [],
        gone: [],
        standings: [],
        answers: [],
        tasks: [
          {
            id: 'T0000000',
            category: { table: '', number: null, section: '' },
            number: '1',
            name: '别的事',
            goal: '',
            indicators: [],
            reports: [],
          },
        ],
        rest: [],
        problems: [],
      }),
      0,
      'roll-up-other-notice',
    ],
  ];
  it.each(ROLL_UPS)('tells a clerk who gives it %s for progress', async (_, json, code, told) => {
    const folder = folderWithNotice();
    writeFileSync(join(folder, '汇总.json'), json);
    const done = await run(folder, ['report', '--from', 'notice.txt', '--progress', '汇总.json']);
    expect(done).toMatchObject({ code, stderr: expect.stringContaining(told) });
    if (code === 0) expect(done.stderr).toMatch(telling('roll-up-stray'));
    expect(files(folder).includes('report.html')).toBe(code === 0);
  });

  it('knows no unit that the notice does not know', async () => {
    const done = await run(folderWithNotice(), ['report', '--from', 'notice.txt', '--unit', '区没有局']);
    expect(done).toMatchObject({ code: 2, stderr: expect.stringContaining('unit-not-found') });
  });

  it('needs a file to watch', async () => {
    const done = await run(emptyFolder(), ['report', '--watch']);
    expect(done).toMatchObject({ code: 2, stderr: expect.stringContaining('--from') });
  });

  it('writes the page again when the notice is saved, also after a save that cannot be read', async () => {
    const folder = folderWithNotice();
    const watching = spawn(process.execPath, [BIN, 'report', '--from', 'notice.txt', '--watch'], {
      cwd: folder,
    });
    onTestFinished(() => void watching.kill());
    let told = '';
    watching.stderr.on('data', (data) => {
      told += data;
    });
    const written = () => told.split('已写入').length - 1;
    await expect.poll(written, { timeout: 60_000 }).toBe(1);
    writeFileSync(join(folder, 'notice.txt'), '');
    await expect.poll(() => told, { timeout: 60_000 }).toContain('file-empty');
    writeFileSync(
      join(folder, 'notice.txt'),
      seedBytes().toString().replace('森林火灾受害率', '森林火灾发生率'),
    );
    await expect.poll(written, { timeout: 60_000 }).toBe(2);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('森林火灾发生率');
  });
});
