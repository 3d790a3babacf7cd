// The folders that `build` writes, and one that a version before them wrote, all beside each other. In
// fixtures/folders/flat/ people have filled in 县水利局.xlsx, 县安委办.xlsx, 县安委会成员单位.xlsx and 甲镇.csv, somebody has
// added a worksheet to 总台账.xlsx, and there is a copy of 县民政局.xlsx.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fodt, odt } from '../support/odt.js';
import {
  emptyFolder,
  files,
  filesBelow,
  folderWithSmallNotice,
  run,
  SMALL_NOTICE,
  telling,
} from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';

const FIXTURE = fileURLToPath(new URL('../../fixtures/folders/', import.meta.url));

const TABLES = fileURLToPath(new URL('../../fixtures/tables/', import.meta.url));

/** A notice as it stands in text, with its table, in the XML of an OpenDocument text. */
function inOpenDocument(notice: string): string {
  const paragraph = (text: string) => `<text:p>${text}</text:p>`;
  const [head = '', ...rows] = notice.split(/\n+(?=\t(?:序号|\d+)\n)/);
  const cells = rows.map((row) =>
    row
      .trim()
      .split(/\n\t/)
      .map((text) => `<table:table-cell>${paragraph(text)}</table:table-cell>`),
  );
  const table = cells.map((row) => `<table:table-row>${row.join('')}</table:table-row>`).join('');
  return `${head.split('\n').map(paragraph).join('')}<table:table>${table}</table:table>`;
}

/** A folder with the notice, its registry, and what the earlier version made of them. */
function withFixture(): string {
  const folder = emptyFolder();
  cpSync(FIXTURE, folder, { recursive: true });
  return folder;
}

const textsIn = async (path: string) => everythingIn(await openWorkbook(readFileSync(path)));

describe('build', () => {
  it('writes sheets to send out, those of groups, 总台账 and records each to a folder', async () => {
    const folder = withFixture();
    await run(folder, ['build', 'notice.txt', '-o', 'out', '--xlsx', '--json', '--docx']);
    expect(
      filesBelow(join(folder, 'out')).filter((name) => !/甲镇|乙乡|县民政局|各乡镇|有关乡镇/.test(name)),
    ).toEqual(
      [
        'CHANGES.md',
        '各单位/县应急管理局.docx',
        '各单位/县应急管理局.xlsx',
        '各单位/县水利局.docx',
        '各单位/县水利局.xlsx',
        '总台账/总台账.xlsx',
        '数据/tasks.json',
        '数据/县安委会成员单位.json',
        '数据/县应急管理局.json',
        '数据/县水利局.json',
        '集体称谓/县安委会成员单位.docx',
        '集体称谓/县安委会成员单位.xlsx',
      ].sort(),
    );
    const again = await run(folder, ['build', 'notice.txt', '-o', 'out', '--xlsx', '--json', '--docx']);
    expect(again.stdout).toContain('没有变化，out 里什么也没有写。');
  });

  it('gives an office that a unit hosts no sheet of its own, unless it is asked for', async () => {
    const folder = withFixture();
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const office = join(folder, 'out', '各单位', '县安委办.xlsx');
    expect(existsSync(office)).toBe(false);
    const hosted = await textsIn(join(folder, 'out', '各单位', '县应急管理局.xlsx'));
    expect([...hosted]).toEqual(expect.arrayContaining(['综合督查']));
    await run(folder, ['build', 'notice.txt', '-o', 'out', '--offices']);
    expect(existsSync(office)).toBe(true);
    // Not asked for any more, and nobody has filled it in.
    const { stdout } = await run(folder, ['build', 'notice.txt', '-o', 'out']);
    expect([stdout, existsSync(office)]).toEqual([expect.stringContaining('去掉 1 个'), false]);
    await run(folder, ['export', '--all', '--from', 'notice.txt', '--units', 'units.yaml', '-o', 'flat2']);
    expect(filesBelow(join(folder, 'flat2'))).not.toContain('县安委办.xlsx');
    await run(folder, ['export', '--unit', '县安委办', '--from', 'notice.txt', '--units', 'units.yaml']);
    expect(existsSync(join(folder, '县安委办.xlsx'))).toBe(true);
  });

  it('writes no sheet for a committee: others than are named may be meant, but it is no unit', async () => {
    const folder = withFixture();
    const notice = readFileSync(join(folder, 'notice.txt'), 'utf8');
    // 县应急志愿队 stands in no registry: nobody knows its kind, and so whom 等单位 means beside it.
    writeFileSync(join(folder, 'notice.txt'), notice.replace('县民政局等单位', '县应急志愿队等单位'));
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const sheets = filesBelow(join(folder, 'out', '各单位'));
    expect(sheets).toContain('县应急志愿队.xlsx');
    expect(sheets).not.toContain('县安委会.xlsx');
  });

  it('counts nobody as silent to whom no sheet was sent', async () => {
    const folder = withFixture();
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const { stdout } = await run(folder, ['collect', 'out', '-o', 'all.json']);
    expect(stdout).not.toContain('县安委办');
    // What was made of the whole is found from the folder of the sheets, too.
    const own = await run(folder, ['collect', join('out', '各单位'), '-o', 'own.json']);
    expect([own.code, own.stderr]).toEqual([0, '已写入 own.json\n']);
  });
});

describe('a folder of an earlier version, in which all lies beside each other', () => {
  const build = ['build', 'notice.txt', '-o', 'flat', '--xlsx', '--csv'];

  it('goes on in folders, with all that was typed', async () => {
    const folder = withFixture();
    const flat = join(folder, 'flat');
    const stale = await run(folder, [...build, '--check']);
    expect([stale.code, stale.stderr]).toEqual([1, expect.stringMatching(telling('output-stale'))]);
    const { code, stderr } = await run(folder, build);
    // Somebody has typed into the ledger.
    expect(code).toBe(1);
    expect(stderr).toMatch(telling('sheets-moved'));
    const water = join(flat, '各单位', '县水利局.xlsx');
    const typed = [...(await textsIn(water))].join('\n');
    for (const text of [
      '水甲',
      '推进中',
      '水库已查3座',
      '经办科室',
      '水旱科',
      '批注：台账格式待定',
      '是',
      '今年新进成员',
      '三月例会',
      '水丙',
    ])
      expect(typed).toContain(text);
    // 县水利局 has answered that it is a member: 应急演练 is its own now.
    const { rows, column } = tasksIn(await openWorkbook(readFileSync(water)));
    const parts = rows().map((row) => [column('任务名称'), column('类型')].map((i) => row.getCell(i).text));
    expect(parts).toEqual([
      ['水库巡查', '牵头'],
      ['应急演练', '本单位确认'],
    ]);
    expect([...(await textsIn(join(flat, '各单位', '县安委办.xlsx')))].join('\n')).toContain('安办已督查1轮');
    expect([...(await textsIn(join(flat, '集体称谓', '县安委会成员单位.xlsx')))].join('\n')).toContain(
      '成员单位汇总：演练1次',
    );
    expect(readFileSync(join(flat, '各单位', '甲镇.csv'), 'utf8')).toMatch(/甲镇长.*甲镇已排查5户/);
    expect([...(await textsIn(join(flat, '原件', '总台账（待核对）.xlsx')))]).toContain('抓紧');
    // What the program did not put there stays where it is; nobody has put anything into it.
    expect(stderr).not.toContain('[sheet-beside]');
    expect(files(flat).filter((name) => /\.(?:xlsx|csv|json)$/.test(name))).toEqual(['县民政局(1).xlsx']);
    // The office's other form is blank, and its tasks are on the sheet of 县应急管理局.
    expect(existsSync(join(flat, '各单位', '县安委办.csv'))).toBe(false);
  });

  it('is up to date then, and a sheet that is filled in there goes on there', async () => {
    const folder = withFixture();
    await run(folder, build);
    expect((await run(folder, build)).stdout).toContain('没有变化');
    expect((await run(folder, [...build, '--check'])).stdout).toContain('是最新的');
    // Somebody has looked at the ledger that was typed into.
    rmSync(join(folder, 'flat', '原件', '总台账（待核对）.xlsx'));
    const water = join(folder, 'flat', '各单位', '县水利局.xlsx');
    const filled = await changed(readFileSync(water), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      const cell = rows()[1]?.getCell(column('进展情况'));
      if (cell) cell.value = '演练1次';
    });
    writeFileSync(water, filled);
    const notice = readFileSync(join(folder, 'notice.txt'), 'utf8');
    writeFileSync(join(folder, 'notice.txt'), notice.replace('不少于2次', '不少于3次'));
    const { code, stderr } = await run(folder, build);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('sheets-moved')]);
    const typed = await textsIn(water);
    for (const text of ['水甲', '演练1次']) expect([...typed]).toContain(text);
  });

  it('keeps a file that cannot be read where it is, and does the rest', async () => {
    const folder = withFixture();
    writeFileSync(join(folder, 'flat', '县水利局.xlsx'), 'PK\x03\x04');
    const { code, stderr } = await run(folder, build);
    expect([code, stderr]).toEqual([1, expect.stringMatching(telling('file-broken', '县水利局.xlsx'))]);
    expect(existsSync(join(folder, 'flat', '各单位', '县水利局.xlsx'))).toBe(false);
    expect(readFileSync(join(folder, 'flat', '县水利局.xlsx'), 'latin1')).toBe('PK\x03\x04');
    expect(existsSync(join(folder, 'flat', '各单位', '甲镇.csv'))).toBe(true);
  });

  it('is rolled up as before', async () => {
    const folder = withFixture();
    const before = await run(folder, ['collect', 'flat', '-o', 'before.json']);
    await run(folder, build);
    const after = await run(folder, ['collect', 'flat', '-o', 'after.json']);
    const progress = (stdout: string) => stdout.split('\n').filter((line) => /^(?:县水利局|甲镇)/.test(line));
    expect(before.stdout).toContain('县水利局');
    expect(progress(after.stdout)).toEqual(progress(before.stdout));
  });
});

describe('a folder of notices', () => {
  it('that the program has written to as well has only the notices read', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['export', '县水利局', '--from', 'notice.txt', '--docx', '--xlsx', '-o', 'sheets']);
    await run(folder, ['report', '--from', 'notice.txt', '-o', 'report.html']);
    cpSync(join(folder, 'sheets'), folder, { recursive: true });
    const { code, stdout, stderr } = await run(folder, ['build', '.', '-o', 'out']);
    expect(stdout).toContain('通知 1 份，在 out');
    expect(stderr).toContain(
      '本程序写的文件 3 个，不是通知，没有读：report.html、县水利局.docx、县水利局.xlsx',
    );
    expect([code, files(join(folder, 'out')).filter((name) => !name.startsWith('.'))]).toEqual([
      0,
      ['notice'],
    ]);
    expect(await run(folder, ['parse', 'report.html'])).toMatchObject({ code: 3 });
  });
});

describe('a folder of notices', () => {
  it('is read whatever form they have, and each that is not read is told', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'in'));
    const put = (name: string, content: string | Uint8Array) =>
      writeFileSync(join(folder, 'in', name), content);
    const text = inOpenDocument(SMALL_NOTICE);
    put('a.odt', odt({ text }));
    put('b.fodt', fodt({ text }));
    for (const [name, fixture] of [
      ['c.pdf', 'p71-jinyang.pdf'],
      ['d.et', 'k05-shatuo.xlsx'],
    ] as const)
      cpSync(join(TABLES, fixture), join(folder, 'in', name));
    put('e', Buffer.from(`\ufeff${SMALL_NOTICE}`, 'utf16le'));
    put('f.rtf', '{\\rtf1 x}');
    put('g.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70));
    put('h.zip', zipSync({ '通知.txt': strToU8('x') }));
    put('表.csv', '甲,乙\n1,2\n');
    put('units.yaml', 'units: []\n');
    put('.隐藏.txt', 'x');
    const { code, stdout, stderr } = await run(folder, ['parse', 'in', '-o', 'out']);
    expect(files(join(folder, 'out'))).toEqual(['a', 'b', 'c', 'd', 'e']);
    const bookOf = (name: string) =>
      JSON.parse(readFileSync(join(folder, 'out', name, 'wulong-tasks.json'), 'utf8')) as {
        tasks: unknown[];
      };
    for (const name of ['a', 'b', 'e']) expect(bookOf(name).tasks, name).toHaveLength(3);
    expect(code).toBe(3);
    expect(stdout).toContain('通知 8 份，在 out；3 份有错误');
    for (const each of ['f.rtf：', 'g.jpg：', 'h.zip：', '看名字不是通知的文件 1 个，没有读：表.csv'])
      expect(stderr).toContain(each);
    expect(stderr).not.toMatch(/units\.yaml|隐藏/);
  }, 120_000);
});
