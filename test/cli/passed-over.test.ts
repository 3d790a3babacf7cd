// What lies among the returns and is none, and words where nobody looks: told, and kept.
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RollUp } from '../../src/index.js';
import { folderWithSmallNotice, run } from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';

const OVERVIEW = '总台账/总台账.xlsx';
const SHEET = '各单位/县水利局.xlsx';
const OTHER = '各单位/县民政局.xlsx';

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

/** A sheet with words at its first task. */
const typed = (sheet: Buffer, words: string) =>
  changed(sheet, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const cell = rows()[0]?.getCell(column('进展情况'));
    if (cell) cell.value = words;
  });

describe('a roll-up as text among what came back', () => {
  it('is told where somebody has written into it, and else is none of theirs', async () => {
    const folder = await built();
    mkdirSync(join(folder, 'back'));
    const sheet = await typed(readFileSync(join(folder, 'tasks', SHEET)), '修了三处');
    writeFileSync(join(folder, 'back', '县水利局.xlsx'), sheet);
    const collect = (...outputs: string[]) =>
      run(folder, ['collect', 'back', '--from', 'notice.txt', ...outputs.flatMap((name) => ['-o', name])]);
    await collect('汇总.csv');
    copyFileSync(join(folder, '汇总.csv'), join(folder, 'back/汇总.csv'));
    expect((await collect('all.json')).stderr).not.toContain('汇总.csv');
    const text = readFileSync(join(folder, '汇总.csv'), 'utf8').replace('修了三处', '修了三处，还要再修');
    writeFileSync(join(folder, 'back/汇总.csv'), text);
    const { code, stderr } = await collect('all.json');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/汇总\.csv [^\n]*行2（[^\n]*\[roll-up-written\]/),
    ]);
  });
});

describe('a sheet under the name of that ledger', () => {
  it('is counted: what is in it tells, and not its name', async () => {
    const folder = await built();
    mkdirSync(join(folder, 'back/水利'), { recursive: true });
    const filled = await typed(readFileSync(join(folder, 'tasks', SHEET)), '修了三处');
    writeFileSync(join(folder, 'back/水利/总台账.xlsx'), filled);
    const { stderr } = await run(folder, ['collect', 'back', '--from', 'notice.txt', '-o', 'all.json']);
    expect(stderr).not.toContain('return-overview');
    const { tasks, units } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
    expect(JSON.stringify(tasks)).toContain('修了三处');
    expect(units.find(({ unit }) => unit === '县水利局')?.handed).toBe('yes');
  });
});

describe('a workbook that somebody has unzipped', () => {
  it('is told once by who builds and by who collects, as its unit’s', async () => {
    const folder = await built();
    const parts = unzipSync(readFileSync(join(folder, 'tasks', SHEET)));
    for (const [name, bytes] of Object.entries(parts)) {
      const path = join(folder, 'tasks/各单位/县水利局', name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytes);
    }
    const told = async (...args: string[]) => {
      const { code, stderr } = await run(folder, args);
      return [code, stderr.split('\n').filter((line) => line.includes('各单位/县水利局/'))];
    };
    const line = expect.stringContaining('各单位/县水利局/xl 这是解压开了的 Excel');
    expect(await told('build', 'notice.txt', '-o', 'tasks')).toEqual([1, [line]]);
    expect(await told('collect', 'tasks', '-o', 'all.json')).toEqual([1, [line]]);
  });
});

describe('a folder that is called like a workbook', () => {
  it('is told where nothing is in it; what lies in one is counted, and nothing more is said', async () => {
    const folder = await built();
    mkdirSync(join(folder, 'back/县水利局.xlsx'), { recursive: true });
    mkdirSync(join(folder, 'back/县民政局.xlsx'));
    copyFileSync(join(folder, 'tasks', SHEET), join(folder, 'back/县水利局.xlsx/县水利局.xlsx'));
    const { stderr } = await run(folder, ['collect', 'back', '--from', 'notice.txt', '-o', 'all.json']);
    expect(stderr.match(/^.*\[return-folder\]$/gm)).toEqual([
      expect.stringContaining('错误 县民政局.xlsx 这是空的文件夹'),
    ]);
    const { units } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
    expect(units.find(({ unit }) => unit === '县水利局')?.handed).toBe('empty');
  });

  it('in a sheet’s place is told with what to do', async () => {
    const folder = await built();
    rmSync(join(folder, 'tasks', SHEET));
    mkdirSync(join(folder, 'tasks', SHEET));
    const { code, stderr } = await run(folder, ['build', 'notice.txt', '-o', 'tasks']);
    expect(code).toBe(1);
    expect(stderr).toContain('是文件夹，不是文件）。请看看里面是什么，把它移走');
  });
});

describe('a copy of it under the name of a unit', () => {
  it('is told once as what it is, nothing is taken from it, and the unit’s own is not made of it', async () => {
    const folder = await built();
    const bytes = readFileSync(join(folder, 'tasks', OVERVIEW));
    mkdirSync(join(folder, 'back'));
    writeFileSync(join(folder, 'back/县水利局.xlsx'), bytes);
    copyFileSync(join(folder, 'tasks', OTHER), join(folder, 'back/县民政局.xlsx'));
    const { stderr } = await run(folder, ['collect', 'back', '--from', 'notice.txt', '-o', 'all.json']);
    expect(stderr).toContain('县水利局.xlsx 这是总台账，不是单位的清单');
    expect(stderr.match(/\[return-/g)).toHaveLength(1);
    const { rest } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
    expect(rest).toEqual([]);
    writeFileSync(join(folder, 'tasks', SHEET), bytes);
    const again = await run(folder, ['build', 'notice.txt', '-o', 'tasks']);
    expect(again.stderr.match(/^(?:错误|注意) .*县水利局\.xlsx.*$/gm)).toEqual([
      expect.stringMatching(/这里放的是总台账.*没有覆盖.*\[sheet-place\]/),
    ]);
    expect(readFileSync(join(folder, 'tasks', SHEET)).equals(bytes)).toBe(true);
    // So is what is no sheet at all.
    writeFileSync(join(folder, 'tasks', SHEET), '甲,乙\n');
    const third = await run(folder, ['build', 'notice.txt', '-o', 'tasks']);
    expect(third.stderr.match(/^(?:错误|注意) .*县水利局\.xlsx.*$/gm)).toEqual([
      expect.stringMatching(/没有任务清单表头的文件.*--force.*\[sheet-place\]/),
    ]);
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

describe('a file of another form beside a sheet', () => {
  it.each([
    ['县水利局.csv', '另存为 .xlsx，用存好的换下“各单位/县水利局.xlsx”'],
    ['县水利局.xls', '另存为 .xlsx，用存好的换下“各单位/县水利局.xlsx”'],
    ['县水利局(1).xlsx', '就用它换下“各单位/县水利局.xlsx”'],
    ['县水利局.zip', '把压缩包解开，用里面的表换下“各单位/县水利局.xlsx”'],
  ])('%s: who does what is told is told no more', async (name, words) => {
    const folder = await built();
    const build = () => run(folder, ['build', 'notice.txt', '-o', 'tasks']);
    const bytes = readFileSync(join(folder, 'tasks', SHEET));
    const filled = await changed(bytes, (workbook) => {
      const { rows, column } = tasksIn(workbook);
      const cell = rows()[0]?.getCell(column('进展情况'));
      if (cell) cell.value = '修了三处';
    });
    const form = name.split('.').at(-1) as 'csv' | 'xls' | 'xlsx' | 'zip';
    const beside =
      form === 'zip'
        ? zipSync({ '县水利局.xlsx': filled })
        : form === 'xlsx'
          ? filled
          : savedAs(filled, form === 'xls' ? 'biff8' : 'csv');
    writeFileSync(join(folder, 'tasks', name), beside);
    expect((await build()).stderr).toContain(words);
    // As it is told: a workbook of that name in its place, and the other file put away.
    const saved = form === 'zip' || form === 'xlsx' ? filled : savedAs(beside, 'xlsx');
    writeFileSync(join(folder, 'tasks', SHEET), saved);
    mkdirSync(join(folder, 'tasks/原件'), { recursive: true });
    renameSync(join(folder, 'tasks', name), join(folder, 'tasks/原件', name));
    const told = await build();
    expect(told.stderr).not.toContain('[sheet-beside]');
    expect(told.stderr).not.toContain('[sheet-unplaced]');
    const next = await build();
    expect([next.code, next.stderr]).toEqual([0, '']);
    expect(everythingIn(await openWorkbook(readFileSync(join(folder, 'tasks', SHEET))))).toContain(
      '修了三处',
    );
  });
});

describe('a row that somebody has copied and filled in', () => {
  it('is told as another row of its task, and as nothing else', async () => {
    const folder = await built();
    const filled = await changed(readFileSync(join(folder, 'tasks', SHEET)), (workbook) => {
      const { sheet, rows, column } = tasksIn(workbook);
      const [row] = rows();
      if (!row) return;
      row.getCell(column('进展情况')).value = '修了三处';
      sheet.duplicateRow(row.number, 1, true);
      sheet.getCell(row.number + 1, column('进展情况')).value = '另一句';
    });
    mkdirSync(join(folder, 'back'));
    writeFileSync(join(folder, 'back/县水利局.xlsx'), filled);
    const { stderr } = await run(folder, ['collect', 'back', '--from', 'notice.txt', '-o', 'all.json']);
    expect(stderr.match(/\[return-[a-z-]+\]/g)).toEqual(['[return-again]']);
    writeFileSync(join(folder, 'tasks', SHEET), filled);
    const again = await run(folder, ['build', 'notice.txt', '-o', 'tasks']);
    expect(again.stderr).toMatch(/有 1 行的任务在表里已有另一行：“.+”.*\[sheet-again\]/);
    expect(again.stderr).not.toContain('[sheet-unplaced]');
  });
});

describe('a second table on a worksheet of the file’s own', () => {
  it('is told each time, though nothing else has changed', async () => {
    const folder = await built();
    const filled = await changed(readFileSync(join(folder, 'tasks', SHEET)), (workbook) => {
      const { sheet, rows, column } = tasksIn(workbook);
      const other = workbook.addWorksheet('抄来的');
      sheet.eachRow((row) => {
        other.getRow(row.number).values = row.values;
      });
      other.getCell(rows()[0]?.number ?? 0, column('进展情况')).value = '修了三处';
      sheet.getCell(rows()[0]?.number ?? 0, column('进展情况')).value = '修了两处';
    });
    writeFileSync(join(folder, 'tasks', SHEET), filled);
    for (const _ of [1, 2]) {
      const { stderr } = await run(folder, ['build', 'notice.txt', '-o', 'tasks']);
      expect(stderr).toMatch(/“抄来的”.*\[sheet-table\]/);
    }
  });
});

/** The bytes as another program saves them; as text only the table of tasks. */
function savedAs(bytes: Uint8Array, bookType: 'biff8' | 'csv' | 'xlsx'): Uint8Array {
  const workbook = read(bytes, { type: 'buffer', cellStyles: true, cellNF: true });
  const name = workbook.SheetNames.find((each) => each === '任务清单') ?? workbook.SheetNames[0] ?? '';
  return new Uint8Array(Buffer.from(write(workbook, { type: 'buffer', bookType, sheet: name })));
}

describe('a folder 原件', () => {
  it('that the program did not make is told, file by file; its own is passed over', async () => {
    const folder = await built();
    const bytes = readFileSync(join(folder, 'tasks', SHEET));
    mkdirSync(join(folder, 'back/原件'), { recursive: true });
    writeFileSync(join(folder, 'back/原件/县水利局.xlsx'), bytes);
    copyFileSync(join(folder, 'tasks', OTHER), join(folder, 'back/县民政局.xlsx'));
    const told = await run(folder, ['collect', 'back', '--from', 'notice.txt', '-o', 'all.json']);
    expect(told.stderr).toContain('原件/县水利局.xlsx 放在“原件”文件夹里的不读');
    const { units } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
    expect(units.find(({ unit }) => unit === '县水利局')).toMatchObject({ handed: 'unread' });
    mkdirSync(join(folder, 'tasks/原件'), { recursive: true });
    writeFileSync(join(folder, 'tasks/原件/县水利局.xlsx'), bytes);
    const own = await run(folder, ['collect', 'tasks', '-o', 'all.json', '--force']);
    expect(own.stderr).not.toContain('原件');
  });

  it.each(['原件', '三月/原件'])(
    'in a folder that was built is told, too, where the only sheet of a unit that is filled in lies in %s',
    async (place) => {
      const folder = await built();
      mkdirSync(join(folder, 'tasks', place), { recursive: true });
      const path = join(folder, 'tasks', place, '县水利局.xlsx');
      const written = await typed(readFileSync(join(folder, 'tasks', SHEET)), '已开工');
      writeFileSync(path, written);
      const collect = () => run(folder, ['collect', 'tasks', '-o', 'all.json', '--force']);
      const told = await collect();
      expect([told.code, told.stderr]).toEqual([
        1,
        expect.stringContaining(`${place}/县水利局.xlsx 这是“县水利局”填过的清单`),
      ]);
      const { units } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
      expect(units.find(({ unit }) => unit === '县水利局')).toMatchObject({
        unread: [`${place}/县水利局.xlsx`],
      });
      writeFileSync(join(folder, 'tasks', SHEET), written);
      expect((await collect()).stderr).not.toContain('原件');
    },
  );
});

describe('a sheet that its unit called as a file of the program is', () => {
  it('is counted, and a list of units called so is no return', async () => {
    const folder = await built();
    mkdirSync(join(folder, 'back'));
    copyFileSync(join(folder, 'tasks', OTHER), join(folder, 'back/县民政局.xlsx'));
    const made = await run(folder, ['units', '--template', '-o', '表.xlsx', '--from', 'notice.txt']);
    expect(made.code).toBe(0);
    copyFileSync(join(folder, '表.xlsx'), join(folder, 'back/名录.xlsx'));
    const countsIn = async () => {
      const { stderr } = await run(folder, ['collect', 'back', '--from', 'notice.txt', '-o', 'all.json']);
      const { files } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
      return [files.map(({ unit }) => unit), stderr.includes('名录.xlsx')];
    };
    expect(await countsIn()).toEqual([['县民政局'], false]);
    copyFileSync(join(folder, 'tasks', SHEET), join(folder, 'back/名录.xlsx'));
    expect(await countsIn()).toEqual([expect.arrayContaining(['县水利局', '县民政局']), false]);
  });
});
