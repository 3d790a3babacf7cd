// Who cannot be right together: who leads a task and who has a part of it, and those who lead it together.
import { describe, expect, it } from 'vitest';
import { taskProgress, urgedIn } from '../../src/collect/index.js';
import { readReturned, rollUp, sheetFor, sheetToCsv, type TaskBook } from '../../src/index.js';
import { seedBook } from '../support/seed.js';
import { bookOf, tableNotice } from '../support/table-notice.js';

const STATUS = { 已完成: 'done', 推进中: 'going', 未启动: 'idle', 滞后: 'late' } as const;
type Said = Readonly<Record<string, keyof typeof STATUS>>;

/** What units say of one task, which all of them have on their sheets. */
async function rolledUp(book: TaskBook, ref: string, said: Said) {
  const all = await Promise.all(
    Object.entries(said).map(async ([unit, words]) => {
      const sheet = sheetFor(book, unit);
      const rows = sheet.rows.map((row) =>
        `${row.category.number}-${row.number}` === ref
          ? { ...row, filled: { status: { status: STATUS[words] } } }
          : row,
      );
      return (await readReturned(Buffer.from(sheetToCsv({ ...sheet, rows })), `${unit}.csv`)).collected;
    }),
  );
  return rollUp(book, all.flat());
}

const seed = await seedBook();

describe('a contradiction is told', () => {
  it.each<[what: string, ref: string, said: Said, pairs: string[]]>([
    [
      'of a unit that is responsible by name',
      '三-1',
      { 区公安局: '已完成', 区农业农村委: '推进中' },
      ['区公安局 区农业农村委'],
    ],
    [
      'of a township that the goal names',
      '三-18',
      { 区规划自然资源局: '已完成', 白马镇: '未启动' },
      ['区规划自然资源局 白马镇'],
    ],
    [
      'of a township that is behind',
      '三-18',
      { 区规划自然资源局: '已完成', 白马镇: '滞后' },
      ['区规划自然资源局 白马镇'],
    ],
    [
      'of a township that is done before anybody began',
      '三-18',
      { 区规划自然资源局: '未启动', 白马镇: '已完成' },
      ['区规划自然资源局 白马镇'],
    ],
    [
      'of no township that has yet to begin while all goes on',
      '三-18',
      { 区规划自然资源局: '推进中', 白马镇: '未启动' },
      [],
    ],
    [
      'of a member of a group',
      '三-11',
      { 区农业农村委: '已完成', 白马镇: '滞后', 巷口镇: '已完成' },
      ['区农业农村委 白马镇'],
    ],
    [
      'where the lead is the host of an office',
      '一-1',
      { 区应急管理局: '已完成', 白马镇: '推进中' },
      ['区应急管理局 白马镇'],
    ],
    ['of nobody that the notice does not surely mean', '三-16', { 区水利局: '已完成', 白马镇: '滞后' }, []],
    [
      'of two that lead, once',
      '三-5',
      { 区应急管理局: '已完成', 区规划自然资源局: '未启动' },
      ['区应急管理局 区规划自然资源局'],
    ],
    [
      'of two that lead, whoever comes first',
      '三-5',
      { 区应急管理局: '未启动', 区规划自然资源局: '已完成' },
      ['区应急管理局 区规划自然资源局'],
    ],
    [
      'of two that lead, one done and one going on',
      '三-5',
      { 区应急管理局: '推进中', 区规划自然资源局: '已完成' },
      ['区规划自然资源局 区应急管理局'],
    ],
    ['of nobody where two that lead go on', '三-5', { 区应急管理局: '推进中', 区规划自然资源局: '滞后' }, []],
    [
      'of a member of a body that leads, against who leads by name',
      '四-35',
      { 区应急管理局: '已完成', 白马镇: '未启动' },
      ['区应急管理局 白马镇'],
    ],
    [
      'of no two members of a body that leads: each tells of its own part',
      '四-35',
      { 白马镇: '已完成', 巷口镇: '未启动' },
      [],
    ],
  ])('%s', async (_, ref, said, pairs) => {
    const all = await rolledUp(seed, ref, said);
    const told = all.problems.flatMap((problem) =>
      problem.code === 'return-conflict'
        ? problem.args.others.map(({ unit }) => `${problem.args.lead} ${unit}`)
        : [],
    );
    expect(told).toEqual(pairs);
    // Where it is told, it stands in 矛盾, and both are asked.
    const inTasks = taskProgress(all).flatMap(({ conflicts }) =>
      conflicts.map(({ lead, other }) => `${lead.unit} ${other.unit}`),
    );
    expect(inTasks).toEqual(pairs);
    const asked = urgedIn(all).flatMap(({ unit, late, contradicted }) =>
      [...late, ...contradicted].some(({ conflicts }) => conflicts.length > 0) ? [unit.unit] : [],
    );
    expect(asked.sort()).toEqual(Array.from(new Set(pairs.flatMap((pair) => pair.split(' ')))).sort());
  });

  it('of nobody who only sees to it that others do it, by its own name or as an office', async () => {
    const book = await bookOf(
      tableNotice(
        '| 序号 | 任务名称 | 目标内容 | 牵头单位 | 责任单位 | 督导单位 |\n|---|---|---|---|---|---|\n| 1 | 堤防达标 | 完成8处水毁工程修复。 | 县水利局 | 县财政局 | 县审计局、县安委办 |\n',
      ),
      {
        units: [{ name: '县应急管理局', kind: 'department', hosts: [{ office: '县安委办', basis: '办法' }] }],
      },
    );
    const all = await rolledUp(book, 'null-1', {
      县水利局: '已完成',
      县财政局: '未启动',
      县审计局: '推进中',
      县应急管理局: '推进中',
    });
    expect(
      taskProgress(all).flatMap(({ conflicts }) =>
        conflicts.map(({ lead, other }) => `${lead.unit} ${other.unit}`),
      ),
    ).toEqual(['县水利局 县财政局']);
  });
});
