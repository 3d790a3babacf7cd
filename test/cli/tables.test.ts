// What a clerk sees of tables that the program understands in part.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run, telling } from '../support/program.js';
import { openWorkbook } from '../support/returned.js';

const HEAD =
  '某县人民政府关于某事的通知\n某府发〔2026〕1号\n各乡镇人民政府，县级各部门：\n请办好。\n2026年3月1日\n';
const GOOD =
  '附件1\n重点任务表\n序号\t任务\t目标\t牵头单位\n1\t修渠\t修渠3公里\t县水利局\n2\t造林\t造林50亩\t县林业局\n';
const BROKEN = '附件2\n专项资金表\n序号\t资金来源\t牵头单位\n1\t省级补助\t县财政局\n2\t县级配套\t县审计局\n';
const UNKNOWN =
  '附件1\n攻坚表\n序号\t事项由头\t主办力量\t见效期\n1\t修渠道\t县水利局\t6月底\n2\t造林木\t县林业局\t9月底\n';

const folderWith = (text: string): string => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'notice.txt'), HEAD + text);
  return folder;
};
const bookIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'wulong-tasks.json'), 'utf8'));

describe('a notice with a table that cannot be read', () => {
  it('gives the tasks of the others, keeps that one, says so and ends with 1', async () => {
    const folder = folderWith(GOOD + BROKEN);
    const { code, stdout, stderr } = await run(folder, ['parse', 'notice.txt', '--explain']);
    expect(code).toBe(1);
    expect(stderr).toContain('[table-no-header]');
    expect(stdout).toContain('专项资金表　没有读懂，原样保留');
    const book = bookIn(folder);
    expect(book.tasks.map(({ name }: { name: string }) => name)).toEqual(['修渠', '造林']);
    expect(book.otherTables).toMatchObject([{ title: '专项资金表', isUnread: true }]);
    expect(book.ledger.unclaimed).toBe(0);
  });

  it('says so on the cover of every sheet, and export of it ends with 1', async () => {
    const folder = folderWith(GOOD + BROKEN);
    const { code } = await run(folder, [
      'export',
      '--from',
      'notice.txt',
      '--unit',
      '县水利局',
      '--xlsx',
      '--json',
    ]);
    expect(code).toBe(1);
    const cover = (await openWorkbook(readFileSync(join(folder, '县水利局.xlsx')))).getWorksheet('封面');
    const texts = cover?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])) ?? [];
    expect(texts).toContain('注意：通知里的“专项资金表”没有读懂，这里可能缺任务，请看原件。');
    expect(JSON.parse(readFileSync(join(folder, '县水利局.json'), 'utf8')).unread).toEqual([
      { table: '专项资金表', rows: null },
    ]);
  });
});

describe('headers that the program does not know', () => {
  it('are concluded from their cells, told, and explained', async () => {
    const folder = folderWith(UNKNOWN.replace('事项由头', '工作任务'));
    const { code, stdout, stderr } = await run(folder, ['parse', 'notice.txt', '--explain']);
    expect(code).toBe(0);
    expect(stderr.match(/\[column-inferred\]/g)).toHaveLength(2);
    expect(stdout).toContain('主办力量 → 责任单位（表头没有说明，看格里都是单位）');
  });

  it('are an error where not one of them is known, and the table may hold duties', async () => {
    const { code, stderr } = await run(folderWith(UNKNOWN), ['parse', 'notice.txt']);
    expect(code).toBe(1);
    expect(stderr).toContain('[table-no-header]');
  });

  it('are settled on the command line, in either language', async () => {
    const folder = folderWith(UNKNOWN);
    const columns = [
      '--column',
      '主办力量=牵头单位',
      '--column',
      '事项由头=name',
      '--column',
      '见效期=deadline',
    ];
    const { stderr } = await run(folder, ['parse', 'notice.txt', ...columns]);
    expect(stderr).not.toContain('[column-inferred]');
    const [task] = bookIn(folder).tasks;
    expect([task.name, task.lead[0].text, task.deadline]).toEqual(['修渠道', '县水利局', '6月底']);
  });

  it('are told where no table has them, with those that are there', async () => {
    const folder = folderWith(UNKNOWN);
    const { code, stderr } = await run(folder, [
      'parse',
      'notice.txt',
      '--column',
      '不存在=name',
      '--column',
      '主力=lead',
      '--column',
      '主办 力量=lead',
    ]);
    const told = stderr.split('\n').filter((line) => line.includes('[column-not-found]'));
    expect([code, told]).toEqual([
      0,
      [expect.stringMatching(/“不存在”这个表头/), expect.stringMatching(/“主力”这个表头/)],
    ]);
  });

  it.each([
    ['build', 'notice.txt', '-o', 'out'],
    ['units', '--from', 'notice.txt'],
    ['export', '--from', 'notice.txt', '--all', '-o', 'out'],
  ])('are told by every command that reads a notice: %s', async (...args) => {
    const { stderr } = await run(folderWith(UNKNOWN), [...args, '--column', '不存在=name']);
    expect(stderr).toMatch(telling('column-not-found', 'notice.txt'));
  });

  it('are refused where nothing is read', async () => {
    const folder = folderWith(UNKNOWN);
    await run(folder, ['parse', 'notice.txt', '--column', '主办力量=lead']);
    const { code, stderr } = await run(folder, ['units', '--column', '主办力量=lead']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--from')]);
  });

  it('are settled in units.yaml', async () => {
    const folder = folderWith(UNKNOWN);
    writeFileSync(join(folder, 'units.yaml'), 'columns:\n  主办力量: lead\n');
    await run(folder, ['parse', 'notice.txt']);
    expect(bookIn(folder).tasks[0].lead[0].text).toBe('县水利局');
  });

  it('are refused where a role is none', async () => {
    const { code, stderr } = await run(folderWith(UNKNOWN), [
      'parse',
      'notice.txt',
      '--column',
      '主办力量=谁',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('要写成“表头=列”');
  });
});

it('has a column in the sheet for what the notice prints in one of its own, and no empty one beside it', async () => {
  const folder = folderWith(
    '附件1\n整改表\n序号\t反馈问题\t整改目标\t整改措施\t牵头单位\t责任单位\t配合单位\t监督单位\t责任人\t一季度\t总投资（万元）\n' +
      '1\t渠道渗漏\t不再渗漏\t修渠3公里\t县水利局\t县财政局\t县林业局\t县审计局\t张某\t开工\t30\n',
  );
  await run(folder, ['export', '--from', 'notice.txt', '--unit', '县审计局', '--csv', '--xlsx']);
  const [header = '', row = ''] = readFileSync(join(folder, '县审计局.csv'), 'utf8').split('\r\n');
  const cells = Object.fromEntries(header.split(',').map((name, i) => [name, row.split(',')[i]]));
  expect(cells).toMatchObject({
    类型: '监督',
    责任单位: '县财政局',
    '配合单位（通知）': '县林业局',
    '监督单位（通知）': '县审计局',
    '责任人（通知）': '责任人：张某',
    '整改措施（通知）': '修渠3公里',
    '分期安排（通知）': '一季度：开工',
    '投资（通知）': '总投资（万元）：30',
    通知备注: '',
  });
  const sheet = (await openWorkbook(readFileSync(join(folder, '县审计局.xlsx')))).getWorksheet('任务清单');
  const person = sheet?.getRow(3).values as string[];
  expect(sheet?.getColumn(person.indexOf('责任人')).hidden).toBe(true);
});
