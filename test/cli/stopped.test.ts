// A build that is killed when its files are ready has told nothing: whoever finishes it tells that.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, folderWithSmallNotice, killedBefore, run } from '../support/program.js';

const READY = '.wulong-tasks-ready';
const BUILD = ['build', 'notice.txt', '-o', 'out', '--csv'];
const COLLECT = ['collect', 'out', '--from', 'notice.txt', '-o', '汇总.json'];

it('is told by the next build, or by collect, with the exit code that it was to have', async () => {
  const folder = folderWithSmallNotice();
  await run(folder, BUILD);
  const sheet = join(folder, 'out', '各单位', '县水利局.csv');
  const [header] = readFileSync(sheet, 'utf8').split('\r\n');
  writeFileSync(sheet, `${header}\r\n`);
  const killed = emptyFolder();
  const isReady = () => readdirSync(join(killed, 'out')).includes(READY);
  for (let n = 4; n < 200; n += 3) {
    cpSync(folder, killed, { recursive: true });
    await run(killed, BUILD, killedBefore(n));
    if (isReady()) break;
  }
  expect(isReady()).toBe(true);
  const whole = await run(folder, BUILD);
  const rowsBack = whole.stderr.split('\n').find((line) => line.includes('[sheet-rows-back]')) ?? '';
  expect([whole.code, rowsBack]).toEqual([1, expect.stringContaining('县水利局')]);
  for (const next of [BUILD, COLLECT, [...BUILD, '--report-json']]) {
    const own = emptyFolder();
    cpSync(killed, own, { recursive: true });
    const { code, stdout, stderr } = await run(own, next);
    expect([next[0], code]).toEqual([next[0], 1]);
    if (next.includes('--report-json')) expect(stdout).toContain('"sheet-rows-back"');
    else expect(stderr.split('\n')).toContain(rowsBack);
    expect(stderr).not.toContain(READY);
    expect(readdirSync(join(own, 'out'))).not.toContain(READY);
    // It is told once.
    expect((await run(own, BUILD)).stderr).not.toContain('[sheet-rows-back]');
  }
}, 120_000);
