import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputFolder } from '../../src/index.js';
import { emptyFolder } from '../support/program.js';

describe('a folder that files are written to', () => {
  it('lets a file be written again as long as nobody changed it', async () => {
    const path = emptyFolder();
    await (await OutputFolder.at(path)).write('甲.csv', '一');
    const again = await OutputFolder.at(path);
    expect((await again.check(['甲.csv', '乙.csv'])).value).toBe(true);
    await again.write('甲.csv', '二');
    expect(readFileSync(join(path, '甲.csv'), 'utf8')).toBe('二');
  });

  it('keeps a file that somebody filled in', async () => {
    const path = emptyFolder();
    await (await OutputFolder.at(path)).write('甲.csv', '一');
    writeFileSync(join(path, '甲.csv'), '一，已填');
    const { value, diagnostics } = await (await OutputFolder.at(path)).check(['甲.csv']);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-exists']);
  });

  it('keeps a file that it did not write, and takes its own JSON for its own', async () => {
    const path = emptyFolder();
    writeFileSync(join(path, '甲.json'), '{}');
    writeFileSync(join(path, '乙.json'), '{ "schema": "wulong-tasks/task-book@0" }');
    const folder = await OutputFolder.at(path);
    expect((await folder.check(['甲.json'])).value).toBeUndefined();
    expect((await folder.check(['乙.json'])).value).toBe(true);
  });

  it('takes nothing for its own when its manifest is damaged', async () => {
    const path = emptyFolder();
    await (await OutputFolder.at(path)).write('甲.csv', '一');
    writeFileSync(join(path, '.wulong-tasks-manifest.json'), '{');
    expect((await (await OutputFolder.at(path)).check(['甲.csv'])).value).toBeUndefined();
  });

  it('says why it cannot write, and leaves nothing behind', async () => {
    const path = emptyFolder();
    writeFileSync(join(path, '文件'), '');
    const { value, diagnostics } = await (await OutputFolder.at(join(path, '文件'))).write('甲.csv', '一');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-unwritable']);
    expect(readdirSync(path)).toEqual(['文件']);
  });
});
