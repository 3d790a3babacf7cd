// Columns that stand beside those who do something: whose matter it is, whom to ask, and who leads in a column of two parts.
import { describe, expect, it } from 'vitest';
import { parsePage, whoDoesWhat as read, markdownTable as table } from '../support/table-page.js';

describe('a column of units', () => {
  it.each<[string, string, string[]]>([
    ['隐患名称｜隐患单位｜整改责任单位', '粉尘防爆隐患｜宏达公司｜县应急局', ['粉尘防爆隐患 /应急局']],
    [
      '任务｜主办单位、协办单位',
      '组建公司1家｜县供销社；县农业农村局、县国资中心',
      ['组建公司1家 供销社/农业农村局、国资中心'],
    ],
    ['任务｜牵头单位及责任单位', '组建公司1家｜县供销社', ['组建公司1家 供销社/']],
    ['任务｜主办（协办）单位', '组建公司1家｜县供销社；县财政局', ['组建公司1家 供销社/财政局']],
    ['任务｜主办单位、协办单位', '组建公司1家｜县供销社、县财政局', ['组建公司1家 /供销社、财政局']],
  ])('is read by its header: %s', async (header, row, tasks) => {
    expect(await read(table(header, row))).toEqual(tasks);
  });
});

it('reads figures of townships beside whom to call', async () => {
  const { value } = await parsePage(
    `2026年征兵任务表\n\n${table('乡镇｜征兵任务数（人）｜责任人｜联系电话', '城关镇｜26｜张明｜3321001', '河口镇｜18｜周涛｜3321002')}`,
  );
  expect(value?.tasks.map(({ goal, responsible }) => [goal, responsible.map(({ text }) => text)])).toEqual([
    ['26人', ['城关镇']],
    ['18人', ['河口镇']],
  ]);
});

it('takes 全市计划 over figures for what is to be reached', async () => {
  const { value } = await parsePage(
    `2026年指标表\n\n${table('序号｜指标｜单位｜全市计划｜牵头部门', '1｜造林面积｜万亩｜12.6｜市林业局')}`,
  );
  expect(value?.tasks.map(({ goal }) => goal)).toEqual(['12.6万亩']);
});
