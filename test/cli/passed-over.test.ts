// What lies among the returns and is none, and words where nobody looks: told, and kept.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RollUp } from '../../src/index.js';
import { folderWithSmallNotice, run } from '../support/program.js';
import { changed } from '../support/returned.js';

const OVERVIEW = '总台账/总台账.xlsx';
const SHEET = '各单位/县水利局.xlsx';

async function built(): Promise<string> {
  const folder = folderWithSmallNotice();
  expect(await run(folder, ['build', 'notice.txt', '-o', 'tasks'])).toMatchObject({ code: 0 });
  return folder;
}

describe('the ledger of all units', () => {
  it('that nobody has changed is passed over without a word', async () => {
    const folder = await built();
    expect((await run(folder, ['collect', 'tasks', '-o', 'all.json'])).stderr).not.toContain('总台账');
  });

  it('that came back, or was written in, is told: nothing of it is counted', async () => {
    const folder = await built();
    const bytes = readFileSync(join(folder, 'tasks', OVERVIEW));
    const filled = await changed(bytes, (workbook) => {
      const [sheet] = workbook.worksheets;
      if (sheet) sheet.getCell('Q4').value = '已办好';
    });
    writeFileSync(join(folder, 'tasks', OVERVIEW), filled);
    mkdirSync(join(folder, 'back'));
    writeFileSync(join(folder, 'back', '总台账.xlsx'), filled);
    for (const from of ['tasks', 'back']) {
      const { stderr } = await run(folder, ['collect', from, '--from', 'notice.txt', '-o', 'all.json']);
      expect(stderr).toContain('总台账.xlsx 这是总台账，不是单位的清单');
    }
  });
});

describe('a sheet without its cover', () => {
  it('keeps what was written over its title', async () => {
    const folder = await built();
    mkdirSync(join(folder, 'back'));
    const bytes = readFileSync(join(folder, 'tasks', SHEET));
    const written = await changed(bytes, (workbook) => {
      const sheet = workbook.getWorksheet('任务清单');
      if (sheet) sheet.getCell('A1').value = '这一份以第三稿为准';
      const cover = workbook.getWorksheet('封面');
      if (cover) workbook.removeWorksheet(cover.id);
    });
    writeFileSync(join(folder, 'back', '县水利局.xlsx'), written);
    await run(folder, ['collect', 'back', '--from', 'notice.txt', '-o', 'all.json']);
    const { rest } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
    expect(JSON.stringify(rest)).toContain('这一份以第三稿为准');
  });
});

describe('what Excel keeps beside a workbook that is open', () => {
  it('is no return that somebody should use instead', async () => {
    const folder = await built();
    writeFileSync(join(folder, 'tasks/各单位/~$县水利局.xlsx'), Buffer.alloc(165, 32));
    expect((await run(folder, ['build', 'notice.txt', '-o', 'tasks'])).stderr).not.toContain('换下');
  });
});
