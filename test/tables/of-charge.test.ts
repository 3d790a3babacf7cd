// Tables of who looks after what, and of who is on duty: what is a duty of a unit is read, and a list of people is told.
import { describe, expect, it } from 'vitest';
import { parsePage, whoDoesWhat as read, markdownTable as table } from '../support/table-page.js';

describe('who looks after what', () => {
  it.each<[string, string, string[]]>([
    ['包联单位｜包联乡镇｜职务', '县委办公室｜河口镇｜县长', ['河口镇 /委办公室']],
    ['包联单位｜联系村｜责任人', '县水利局｜河西村｜张三', ['河西村 /水利局']],
    ['乡镇｜村｜帮扶单位｜联系电话', '河口镇｜河西村｜县水利局｜3321009', ['河西村 /水利局']],
    [
      '片区｜范围｜包片领导｜包片单位',
      '东片｜东关、南关｜张三｜县水利局、县林业局',
      ['东片 /水利局、林业局'],
    ],
    [
      '河流名称｜县级河长｜职务｜河长联系单位｜流经乡镇',
      '清水河｜张三｜县长｜县水利局｜河口镇',
      ['清水河 /水利局'],
    ],
  ])('is a duty of the unit: %s', async (header, row, tasks) => {
    expect(await read(table(header, row))).toEqual(tasks);
  });

  it('is one column of a table that says what is to be done', async () => {
    const printed = table('任务｜包联乡镇｜包联单位｜牵头单位', '修路｜河口镇｜县水利局｜县交通局');
    expect(await read(printed)).toEqual(['修路 交通局/水利局']);
  });
});

describe('who proposes a decision', () => {
  it('sees to it by its day', async () => {
    const printed = table('序号｜决策项目｜申报单位｜拟决策时间', '1｜停车收费调整方案｜县发改委｜2025.06');
    expect(await read(printed)).toEqual(['停车收费调整方案 /发改委']);
  });

  it('only hands in a paper where no day stands beside it', async () => {
    const printed = table('序号｜项目｜申报单位｜联系电话', '1｜停车场｜县发改委｜3321009');
    expect(await read(printed)).toEqual(['no-tasks']);
  });
});

describe('a list of people', () => {
  const told = async (...printed: string[]) =>
    (await parsePage(table(...printed))).diagnostics.flatMap((each) =>
      each.code === 'only-people' || each.code === 'table-of-people' ? [[each.code, each.args]] : [],
    );

  it.each([
    ['日期｜带班领导｜值班人员｜值班电话', '2月16日｜张三｜李四、王五｜3321001', ''],
    ['日期｜带班领导｜值班单位｜值班人员', '2月16日｜张三｜县水利局｜李四', '值班单位'],
    ['序号｜水库名称｜所在乡镇｜行政责任人｜巡查责任人', '1｜龙潭水库｜河口镇｜张三｜李四', ''],
    ['序号｜河流｜县级河长｜乡级河长', '1｜清水河｜张三｜李四', ''],
  ])('is told as what it is: %s', async (header, row, units) => {
    const printed = header.replaceAll('｜', '、');
    expect(await told(header, row)).toEqual(
      expect.arrayContaining([
        ['only-people', { headers: [printed] }],
        ['table-of-people', { header: printed, units }],
      ]),
    );
  });

  it('is no list where nobody is named', async () => {
    expect(await told('序号｜名称｜地点', '1｜龙潭水库｜河口镇')).toEqual([]);
  });
});
