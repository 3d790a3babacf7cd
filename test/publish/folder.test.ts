import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { diagnose, OutputFolder } from '../../src/node.js';
import { emptyFolder } from '../support/program.js';

describe('a folder that files are written to', () => {
  it('lets a file be written again as long as nobody changed it', async () => {
    const path = emptyFolder();
    await (await OutputFolder.at(path, Date.now)).write('甲.csv', '一');
    const again = await OutputFolder.at(path, Date.now);
    expect((await again.check(['甲.csv', '乙.csv'])).value).toBe(true);
    await again.write('甲.csv', '二');
    expect(readFileSync(join(path, '甲.csv'), 'utf8')).toBe('二');
  });

  it('keeps a file that somebody filled in', async () => {
    const path = emptyFolder();
    await (await OutputFolder.at(path, Date.now)).write('甲.csv', '一');
    writeFileSync(join(path, '甲.csv'), '一，已填');
    const { value, diagnostics } = await (await OutputFolder.at(path, Date.now)).check(['甲.csv']);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-exists']);
  });

  it('keeps a file that it did not write, and takes its own JSON for its own', async () => {
    const path = emptyFolder();
    writeFileSync(join(path, '甲.json'), '{}');
    writeFileSync(join(path, '乙.json'), '{ "schema": "wulong-tasks/task-book@0" }');
    const folder = await OutputFolder.at(path, Date.now);
    expect((await folder.check(['甲.json'])).value).toBeUndefined();
    expect((await folder.check(['乙.json'])).value).toBe(true);
  });

  it('takes nothing for its own when its manifest is damaged', async () => {
    const path = emptyFolder();
    await (await OutputFolder.at(path, Date.now)).write('甲.csv', '一');
    writeFileSync(join(path, '.wulong-tasks-manifest.json'), '{');
    expect((await (await OutputFolder.at(path, Date.now)).check(['甲.csv'])).value).toBeUndefined();
  });

  it('says why it cannot write, and leaves nothing behind', async () => {
    const path = emptyFolder();
    writeFileSync(join(path, '文件'), '');
    const { value, diagnostics } = await (await OutputFolder.at(join(path, '文件'), Date.now)).write(
      '甲.csv',
      '一',
    );
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-unwritable']);
    expect(readdirSync(path)).toEqual(['文件']);
  });

  it('writes all or none: not a file when one has been changed since it was read', async () => {
    const path = emptyFolder();
    const folder = await OutputFolder.at(path, Date.now);
    await folder.write('甲.csv', '一');
    writeFileSync(join(path, '甲.csv'), '别人刚改的');
    const { value, diagnostics } = await folder.commit([
      { name: '乙.csv', content: '二', over: null },
      { name: '甲.csv', content: '二', over: Buffer.from('一') },
    ]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-changed']);
    expect(readdirSync(path).sort()).toEqual(['.wulong-tasks-manifest.json', '甲.csv']);
    expect(readFileSync(join(path, '甲.csv'), 'utf8')).toBe('别人刚改的');
  });

  it('tells of a list of steps that is damaged, and changes nothing', async () => {
    const path = emptyFolder();
    mkdirSync(join(path, '.wulong-tasks-ready'));
    writeFileSync(join(path, '.wulong-tasks-ready', '.wulong-tasks-journal.json'), '{');
    const { value, diagnostics } = await (await OutputFolder.at(path, Date.now)).write('甲.csv', '一');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-partial']);
    expect(readdirSync(path)).toEqual(['.wulong-tasks-ready']);
  });

  it('leaves to another run what that is still about to finish', async () => {
    const path = emptyFolder();
    const ready = join(path, '.wulong-tasks-ready');
    mkdirSync(ready);
    writeFileSync(join(ready, '甲.csv'), '别人的');
    const steps = [{ name: '甲.csv', from: null, to: createHash('sha256').update('别人的').digest('hex') }];
    const manifest = { schema: 'wulong-tasks/manifest@2', files: {} };
    // Whoever runs the tests is running.
    const journal = JSON.stringify({ pid: process.ppid, steps, manifest });
    writeFileSync(join(ready, '.wulong-tasks-journal.json'), journal);
    // Waiting for it takes no time here.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const waiting = setInterval(() => vi.runOnlyPendingTimers(), 1);
    onTestFinished(() => clearInterval(waiting));
    const { diagnostics } = await (await OutputFolder.at(path, Date.now)).write('乙.csv', '一');
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-busy']);
    expect(readdirSync(path)).toEqual(['.wulong-tasks-ready']);
    expect(readFileSync(join(ready, '甲.csv'), 'utf8')).toBe('别人的');
  });

  it('finishes what a run could not, but for what somebody has changed meanwhile', async () => {
    const path = emptyFolder();
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const names = ['甲.csv', '乙.csv', '丙.csv'];
    const told = diagnose('sheet-unplaced', { count: 2 }, '甲.csv');
    const ready = join(path, '.wulong-tasks-ready');
    mkdirSync(ready);
    for (const name of names) {
      writeFileSync(join(path, name), '旧');
      writeFileSync(join(ready, name), '新');
    }
    writeFileSync(
      join(ready, '.wulong-tasks-journal.json'),
      JSON.stringify({
        steps: names.map((name) => ({ name, from: hash('旧'), to: hash('新') })),
        told: [told, { code: 'none-such', args: {} }, null],
        manifest: {
          schema: 'wulong-tasks/manifest@2',
          files: Object.fromEntries(names.map((name) => [name, hash('新')])),
        },
      }),
    );
    writeFileSync(join(path, '乙.csv'), '有人刚填的');
    const folder = await OutputFolder.at(path, Date.now);
    expect(names.map((name) => readFileSync(join(path, name), 'utf8'))).toEqual(['新', '有人刚填的', '新']);
    expect(folder.names).toEqual(['甲.csv', '丙.csv']);
    // What it was to tell, as far as it can be told; once.
    expect(folder.left).toEqual([told]);
    expect((await OutputFolder.at(path, Date.now)).left).toEqual([]);
    expect(readdirSync(path).sort()).toEqual(['.wulong-tasks-manifest.json', ...names].sort());
  });

  it('sees what lies where sheets lie, however deep and however hidden; not in folders of programs, nor what is its own', async () => {
    const path = emptyFolder();
    await (await OutputFolder.at(path, Date.now)).commit([
      { name: '各单位/甲.csv', content: '一', over: null },
    ]);
    const seen = [
      '各单位/.乙.xlsx',
      '各单位/.收/乙.xlsx',
      '各单位/收到/6月/下旬/乙.xlsx',
      '收到/乙.xlsx',
      '原件/一/二/三/乙.xlsx',
    ];
    const unseen = [
      '各单位/.trash/乙.xlsx',
      '各单位/.git/乙.xlsx',
      '各单位/__MACOSX/乙.xlsx',
      '收到/6月/乙.xlsx',
    ];
    for (const name of [...seen, ...unseen]) {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), '二');
    }
    expect(await (await OutputFolder.at(path, Date.now)).beside()).toEqual([...seen, '各单位/甲.csv'].sort());
  });
});
