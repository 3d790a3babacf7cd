// A task that a sheet no longer has says where it went: into another task, or to other units.
import { describe, expect, it } from 'vitest';
import { lineageIn, parseNotice, renewSheet, sheetFor, sheetToXlsx, withLineage } from '../../src/index.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';

const bookOf = async (rows: readonly string[]) => {
  const text = `某县府发〔2026〕1号
某县人民政府
关于某事的通知
一、某表
\t序号\n\t名称\n\t2026年目标\n\t牵头单位
${rows
  .map(
    (row, i) =>
      `\n\t${i + 1}\n${row
        .split('|')
        .map((cell) => `\t${cell.trim()}`)
        .join('\n')}\n`,
  )
  .join('')}`;
  const { value, diagnostics } = await parseNotice(Buffer.from(text), { name: 'notice.txt' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
};

const BEFORE = [
  '敬老院改造 | 改造乡镇敬老院3所，配齐消防设施 | 县水利局',
  '水库巡查 | 每月巡查水库1次，建好台账 | 县水利局',
  '电站整改 | 清退无证小水电站5座 | 县水利局',
  '养老服务 | 新建日间照料中心2处 | 县民政局',
  '河道清淤 | 清淤河道12公里 | 县水利局',
];
// 敬老院改造 has gone into 养老服务; 水库巡查 is 县应急管理局's now; 电站整改 is gone.
const AFTER = [
  '水库巡查 | 每月巡查水库1次，建好台账 | 县应急管理局',
  '养老服务 | 新建日间照料中心2处；改造乡镇敬老院3所，配齐消防设施 | 县民政局',
  '河道清淤 | 清淤河道12公里 | 县水利局',
];

describe('a task that is on a sheet no more', () => {
  it('says where it went, as far as anybody knows, and says it once', async () => {
    const before = await bookOf(BEFORE);
    const after = withLineage(await bookOf(AFTER), before);
    const filled = await changed(await sheetToXlsx(sheetFor(before, '县水利局')), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const [i, row] of rows().entries()) row.getCell(column('进展情况')).value = `进展${i}`;
    });
    const lineage = lineageIn(after);
    const renew = async (earlier: Uint8Array) =>
      (await renewSheet(sheetFor(after, '县水利局'), '县水利局.xlsx', earlier, { lineage })).value;
    const once = await renew(filled);
    const told = async (bytes: Uint8Array) => {
      const { rows, column } = tasksIn(await openWorkbook(bytes));
      return rows().map((row) =>
        ['任务名称', '类型', '变化', '进展情况'].map((header) => row.getCell(column(header)).text),
      );
    };
    const expected = [
      ['河道清淤', '牵头', '', '进展3'],
      ['敬老院改造', '已取消', '合并到 一-2 养老服务', '进展0'],
      ['水库巡查', '已取消', '任务还在（一-1 水库巡查），不再有本单位', '进展1'],
      ['电站整改', '已取消', '', '进展2'],
    ];
    expect(await told(once?.content as Uint8Array)).toEqual(expected);
    const twice = await renew(once?.content as Uint8Array);
    expect(await told(twice?.content as Uint8Array)).toEqual(expected);
    expect(twice?.content).toEqual(once?.content);
    expect(once?.sheet.kept.map(({ went }) => went?.kind)).toEqual(['merged', 'others', undefined]);
  });

  it.each<[what: string, goals: string[], expected: string[][]]>([
    [
      'in equal parts, and is of none of them',
      ['新建幼儿园2所', '改扩建中学1所'],
      [
        ['教育提升', '牵头', '新增', ''],
        ['教育提升', '牵头', '新增', ''],
        ['教育提升', '待归位', '拆分为 一-1 教育提升；一-2 教育提升', '幼儿园1所完工'],
      ],
    ],
    ['and one part is most of it', ['新建幼儿园2所并配齐教职工和安全防护设施设备', '改扩建中学1所'], []],
  ])('is split %s', async (_, goals, expected) => {
    const whole = goals.join('；');
    const before = await bookOf([`教育提升 | ${whole} | 县教育局`]);
    const after = withLineage(await bookOf(goals.map((goal) => `教育提升 | ${goal} | 县教育局`)), before);
    const filled = await changed(await sheetToXlsx(sheetFor(before, '县教育局')), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const row of rows()) row.getCell(column('进展情况')).value = '幼儿园1所完工';
    });
    const lineage = lineageIn(after);
    const renew = async (earlier: Uint8Array) =>
      (await renewSheet(sheetFor(after, '县教育局'), '县教育局.xlsx', earlier, { lineage })).value
        ?.content as Uint8Array;
    const once = await renew(filled);
    const { rows, column } = tasksIn(await openWorkbook(once));
    const told = rows().map((row) =>
      ['任务名称', '类型', '变化', '进展情况'].map((header) => row.getCell(column(header)).text),
    );
    if (expected.length > 0) expect(told).toEqual(expected);
    else expect(told.map((row) => row[3])).toEqual(['幼儿园1所完工', '']);
    expect(await renew(once)).toEqual(once);
  });
});
