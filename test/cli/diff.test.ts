// `diff`, run as its users run it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Revision } from '../../src/index.js';
import { files, folderWithNotice, run, SMALL_NOTICE } from '../support/program.js';

const FIXTURE = fileURLToPath(new URL('../../fixtures/wulong-2025-1/', import.meta.url));

/** A folder with the seed and a revision of it. */
function revised(): string {
  const folder = folderWithNotice();
  copyFileSync(join(FIXTURE, 'revised.txt'), join(folder, 'new.txt'));
  return folder;
}

describe('diff', () => {
  it('tells what changed, where, in which words, and for whom', async () => {
    const { code, stdout, stderr } = await run(revised(), ['diff', 'notice.txt', 'new.txt']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(
      '任务：新增 5，取消 3，有变化 10，移位 1，不变 107；正文：有变化 2；附表：移位 1\n',
    );
    expect(stdout).toContain('发文字号：武隆府发〔2025〕[-1-]{+8+}号\n');
    expect(stdout).toContain('城镇老旧小区[-18-]{+20+}个、[-16-]{+18+}万平方米');
    expect(stdout).toContain('责任单位：{+区红十字会，+}各乡镇（街道）\n  新增责任：区红十字会；');
    expect(stdout).toContain('表三第16行“森林防火领域”（原表三第19行）');
  });

  it('tells what it means for one unit, by any of its names', async () => {
    const { stdout } = await run(revised(), ['diff', 'notice.txt', 'new.txt', '--unit', '经信委']);
    expect(stdout).toContain('任务：新增 3，取消 1，有变化 8，移位 0；');
    expect(stdout).not.toContain('不变');
    expect(stdout).toContain('新增牵头：区经济信息委\n');
    expect(stdout).toContain('覆盖[-20%-]{+50%+}规模以上工贸企业。\n  区经济信息委：牵头');
    const nobody = await run(revised(), ['diff', 'notice.txt', 'new.txt', '--unit', '区水力局']);
    expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining('[unit-not-found]')]);
    const stranger = await run(revised(), ['diff', 'notice.txt', 'new.txt', '--unit', '区红十字会']);
    expect(stranger.stdout).toContain('新增责任：区红十字会');
  });

  it('compares forms, and task books, with each other', async () => {
    const folder = revised();
    await run(folder, ['parse', 'notice.txt']);
    const docx = join(FIXTURE, 'forms', 'notice.docx');
    const { tasks, measures, head } = JSON.parse(
      (await run(folder, ['diff', 'wulong-tasks.json', docx, '--json'])).stdout,
    ) as Revision;
    expect([tasks, measures, head]).toEqual([[], [], []]);
  });

  it('gives a task the id that went out with it, as the page does, and says where two are no editions of one', async () => {
    const folder = revised();
    await run(folder, ['parse', 'notice.txt']);
    const ids = async (old: string) => {
      const { stdout } = await run(folder, ['diff', old, 'new.txt', '--json']);
      return (JSON.parse(stdout) as Revision).tasks.map(({ id }) => id);
    };
    expect(await ids('notice.txt')).toEqual(await ids('wulong-tasks.json'));
    const known = new Set(
      (
        JSON.parse(readFileSync(join(folder, 'wulong-tasks.json'), 'utf8')) as { tasks: { id: string }[] }
      ).tasks.map(({ id }) => id),
    );
    const { tasks } = JSON.parse(
      (await run(folder, ['diff', 'notice.txt', 'new.txt', '--json'])).stdout,
    ) as Revision;
    for (const { kind, id } of tasks) if (kind === 'changed') expect(known).toContain(id);
    writeFileSync(join(folder, 'other.txt'), SMALL_NOTICE);
    const { code, stderr } = await run(folder, ['diff', 'notice.txt', 'other.txt']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('[editions-unlike]')]);
  });

  it('writes Markdown in which nothing of the notice is a mark', async () => {
    const folder = revised();
    const { stdout } = await run(folder, ['diff', 'notice.txt', 'new.txt', '--md']);
    expect(stdout).toBe(readFileSync(join(FIXTURE, 'expected.revision.md'), 'utf8'));
  });

  it('writes a workbook with old and new side by side', async () => {
    const folder = revised();
    const { code, stderr } = await run(folder, ['diff', 'notice.txt', 'new.txt', '--xlsx', 'out/对照.xlsx']);
    expect([code, stderr]).toEqual([0, '已写入 out/对照.xlsx\n']);
    const workbook = new Excel.Workbook();
    await workbook.xlsx.readFile(join(folder, 'out', '对照.xlsx'));
    const sheet = workbook.worksheets[0] as Excel.Worksheet;
    const rows = Array.from({ length: sheet.rowCount }, (_, i) =>
      (sheet.getRow(i + 1).values as Excel.CellValue[])
        .slice(1)
        .map((_value, j) => sheet.getRow(i + 1).getCell(j + 1).text),
    );
    expect(rows).toContainEqual([
      '有变化',
      '表一第3行',
      '表一第3行',
      '生产安全事故亡人数',
      '目标内容',
      '同比下降5%',
      '同比下降8%',
      '新增可能涉及：区红十字会；仍涉及 62 个单位和集体',
      expect.stringMatching(/^T/),
    ]);
    const marked = rows.findIndex((cells) => cells[5] === '同比下降5%') + 1;
    expect(sheet.getRow(marked).getCell(7).value).toMatchObject({
      richText: [{ text: '同比下降' }, { text: '8%', font: { bold: true } }],
    });
    expect(files(folder)).toEqual(['new.txt', 'notice.txt', 'out']);
  });

  it('gives a task whose words are others the id that it had, as parse does with --since', async () => {
    const folder = revised();
    const idOf = async (args: readonly string[], name: string) => {
      const { stdout } = await run(folder, ['parse', ...args, '--json']);
      const { tasks } = JSON.parse(stdout) as { tasks: { id: string; name: string }[] };
      return tasks.find((task) => task.name === name)?.id;
    };
    const id = await idOf(['notice.txt'], '抗震领域');
    const other = await idOf(['new.txt'], '抗震设防领域');
    expect(other).not.toBe(id);
    const { stdout } = await run(folder, ['diff', 'notice.txt', 'new.txt']);
    expect(stdout).toContain(`表三第20行“抗震设防领域” ${id}\n`);
    expect(await idOf(['new.txt', '--since', 'notice.txt'], '抗震设防领域')).toBe(id);
  });

  it('refuses two forms at once', async () => {
    const { code, stderr } = await run(revised(), ['diff', 'notice.txt', 'new.txt', '--md', '--json']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('[usage]')]);
  });
});
