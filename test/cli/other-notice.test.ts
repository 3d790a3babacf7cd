// A folder holds the sheets of one notice: another one is not written over it, a revision is.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, emptyFolder, filesBelow, run, telling } from '../support/program.js';

const noticeOf = (number: string, title: string, rows: readonly string[]) => `某县府发〔2026〕${number}号
某县人民政府
${title}
一、某表
\t序号\n\t名称\n\t2026年目标\n\t牵头单位\n
${rows.map((row, i) => `\t${i + 1}\n\t${row.replaceAll('｜', '\n\t')}\n`).join('\n')}`;

const WATER = [
  '水库除险｜6月底前完成3座水库除险加固｜县水利局',
  '河道清淤｜全年清淤河道20公里｜县水利局',
  '农村饮水｜新建供水工程5处｜县水利局',
];
const FIRE = [
  '消防演练｜每季度组织1次灭火疏散演练｜县水利局',
  '隐患排查｜排查出租房屋消防隐患｜县水利局',
  '宣传教育｜开展消防安全宣传进社区｜县民政局',
];

function folderWith(notices: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(notices)) writeFileSync(join(folder, name), text);
  return folder;
}

const NOTICES = {
  'a.txt': noticeOf('1', '关于水利工作的通知', WATER),
  'b.txt': noticeOf('3', '关于消防工作的通知', FIRE),
  // Another number and title, two of three tasks as they were.
  '新.txt': noticeOf('8', '关于调整水利工作的通知', [...WATER.slice(0, 2), FIRE[0] ?? '']),
};

describe.each(['--xlsx', '--csv'])('a sheet of another notice, %s', (form) => {
  it('is not written over by `export`, unless the user says that it is an earlier edition', async () => {
    const folder = folderWith(NOTICES);
    await run(folder, ['export', '县水利局', '--from', 'a.txt', form]);
    const before = contents(folder);
    const { code, stderr } = await run(folder, ['export', '县水利局', '--from', 'b.txt', form]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(telling('sheet-of-notice'))]);
    expect(contents(folder)).toEqual(before);
    const forced = await run(folder, ['export', '县水利局', '--from', 'b.txt', form, '--force']);
    expect([forced.code, forced.stderr]).toEqual([0, expect.stringContaining('已取消 3')]);
  });
});

describe('a folder of another notice', () => {
  it('is not written to by `export --all`: no unit’s sheet, no overview', async () => {
    const folder = folderWith(NOTICES);
    await run(folder, ['export', '--all', '--from', 'a.txt', '-o', '清单']);
    const before = contents(folder);
    const { code, stderr } = await run(folder, ['export', '--all', '--from', 'b.txt', '-o', '清单']);
    expect([code, stderr]).toEqual([1, expect.stringMatching(telling('sheet-of-notice'))]);
    expect(contents(folder)).toEqual(before);
  });

  it.each([[], ['--check']])('is not written to by `build` %s', async (...options) => {
    const folder = folderWith(NOTICES);
    await run(folder, ['build', 'a.txt', '-o', '清单']);
    const before = contents(folder);
    const { code, stderr } = await run(folder, ['build', 'b.txt', '-o', '清单', ...options]);
    expect(code).toBe(1);
    expect(stderr).toMatch(telling('folder-of-notice'));
    expect(stderr).toContain('“某县府发〔2026〕1号”的清单');
    expect(contents(folder)).toEqual(before);
  });

  it('is written to where the user says that it is an earlier edition', async () => {
    const folder = folderWith(NOTICES);
    await run(folder, ['build', 'a.txt', '-o', '清单']);
    const { code, stdout } = await run(folder, ['build', 'b.txt', '-o', '清单', '--force']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('取消 3')]);
  });
});

describe('a revision under another number and title', () => {
  it.each([
    ['build', '新.txt', '-o', '清单'],
    ['export', '县水利局', '--from', '新.txt', '-o', '清单/各单位'],
  ])('goes on with the sheets, as most tasks are the same: %s', async (...args) => {
    const folder = folderWith(NOTICES);
    await run(folder, ['build', 'a.txt', '-o', '清单']);
    const { code, stdout, stderr } = await run(folder, args);
    expect([code, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('新增 1')]);
  });
});

describe('a group that the revision has no more', () => {
  const table = (who: string) => `某县府发〔2026〕1号
某县人民政府
关于某事的通知
一、某表
\t序号\n\t名称\n\t2026年目标\n\t牵头单位\n\t责任单位

\t1\n\t甲事\n\t12月底前办好甲事\n\t县水利局\n\t${who}

\t2\n\t乙事\n\t办好乙事\n\t县民政局\n\t县公安局
`;
  const before = table('县消安委成员单位');
  const after = table('县公安局');

  it('has its sheet taken away without a word, where nobody has typed into it', async () => {
    const folder = folderWith({ 'a.txt': before, '改.txt': after });
    await run(folder, ['build', 'a.txt', '-o', '清单']);
    expect(filesBelow(join(folder, '清单'))).toContain('集体称谓/县消安委成员单位.xlsx');
    const { code, stdout, stderr } = await run(folder, ['build', '改.txt', '-o', '清单']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('去掉 1 个不再有任务的');
    expect(filesBelow(join(folder, '清单')).join('\n')).not.toContain('消安委');
  });
});

describe('a sheet of last year’s notice, whose tasks are called alike', () => {
  it('is told by `build`, `export` and `collect`; nothing of it is counted or carried over', async () => {
    const rows = (km: number) => [
      `河道清淤｜全年清淤河道${km}公里，建设管护机制｜县水利局`,
      `农村饮水｜新建农村供水工程${km}处，解决季节性缺水｜县水利局`,
    ];
    const folder = folderWith({
      'a.txt': noticeOf('7', '2025年水利重点任务分工', rows(18)).replaceAll('2026', '2025'),
      'b.txt': noticeOf('9', '2026年水利重点任务分工', rows(20)),
    });
    await run(folder, ['build', 'a.txt', '-o', '清单']);
    const before = contents(folder);
    const built = await run(folder, ['build', 'b.txt', '-o', '清单']);
    expect([built.code, built.stderr]).toEqual([1, expect.stringMatching(telling('folder-of-notice'))]);
    const sheets = join('清单', '各单位');
    const exported = await run(folder, ['export', '县水利局', '--from', 'b.txt', '-o', sheets]);
    expect([exported.code, exported.stderr]).toEqual([1, expect.stringMatching(telling('sheet-of-notice'))]);
    expect(contents(folder)).toEqual(before);
    const back = await run(folder, ['collect', sheets, '--from', 'b.txt', '-o', 'all.json']);
    expect(back.stderr).toMatch(telling('return-notice'));
    expect(back.stderr).not.toContain('[return-old]');
  });
});
