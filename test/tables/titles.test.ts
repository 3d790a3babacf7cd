// Tables, and parts of tables, each of one unit that a title or a section row names: who leads, and how that is known.
import { describe, expect, it } from 'vitest';
import {
  htmlTable as html,
  parsePage,
  whoDoesWhat as read,
  markdownTable as table,
} from '../support/table-page.js';

const HELPED = ['序号｜任务｜目标｜配合单位', '1｜建墓｜建成2处｜县财政局', '2｜养老｜新增30张｜'];
const SHARED = ['序号｜任务｜目标｜责任单位', '1｜治水｜新建2处｜县财政局', '2｜造林｜造林50亩｜县林业局'];
const ALONE = ['序号｜任务｜目标｜完成时限', '1｜修路｜新建2处｜6月底', '2｜建桥｜新建1座｜9月底'];

describe('a title that names a unit', () => {
  it.each([
    ['表1　县民政局任务清单', '民政局'],
    ['附表2：县民政局任务清单', '民政局'],
    ['表3-1 县民政局2026年度重点工作任务表', '民政局'],
    ['表一　安全监管科任务清单', '安全监管科'],
    ['2026年河湖管理科任务清单', '河湖管理科'],
    ['（三）办公室（2项）', '办公室'],
    ['表4　东浦经开区管委会任务清单', '东浦经开区管委会'],
    ['高新区2026年任务清单', '高新区'],
    ['县民政局脱贫攻坚任务清单', '民政局'],
    ['表2　市委办公室信访积案化解工作台账', '市委办公室'],
    ['区发展改革委2026年优化营商环境重点任务清单', '区发展改革委'],
  ])('leads where a column only says who helps: %s', async (title, unit) => {
    const text = `${title}\n\n${table(...HELPED)}`;
    expect(await read(text)).toEqual([`建墓 ${unit}/财政局`, `养老 ${unit}/`]);
  });

  it.each([
    '县民政局牵头任务清单',
    '由县民政局牵头的项目清单',
    '二、县民政局牵头事项（2项）',
    '重点任务（县民政局牵头）',
  ])('leads where it says so, beside 责任单位: %s', async (title) => {
    const text = `${title}\n\n${table(...SHARED)}`;
    expect(await read(text)).toEqual(['治水 民政局/财政局', '造林 民政局/林业局']);
  });

  it('is responsible where nothing says who helps', async () => {
    expect(await read(`表5　县交通局任务清单\n\n${table(...ALONE)}`)).toEqual([
      '修路 /交通局',
      '建桥 /交通局',
    ]);
  });

  it.each([
    '县政府重点工作任务清单',
    '东陵县2026年重点任务清单',
    '县委办理人大建议任务清单',
    '县域部分高标准农田任务清单',
  ])('is not whoever sends out the notice, nor the whole place: %s', async (title) => {
    expect(await read(`${title}\n\n${table(...HELPED)}`)).toEqual(['建墓 /财政局', '养老 /']);
  });

  it('stands back where a column says who leads', async () => {
    const text = table('序号｜任务｜牵头单位｜配合单位', '1｜建墓｜县殡管所｜县财政局');
    expect(await read(`县民政局任务清单\n\n${text}`)).toEqual(['建墓 殡管所/财政局']);
  });
});

describe('rows that head parts of a table', () => {
  /** Sections before the first row and the second of a table with four columns. */
  const parted = (
    [header = '', first = '', second = '']: readonly string[],
    ...sections: readonly string[]
  ) => html(header, `${sections[0]}×4`, first, `${sections[1]}×4`, second);

  it.each<[string, string, string[]]>([
    [
      'names of units beside 配合单位',
      parted(HELPED, '一、县民政局（1项）', '二、县工商联'),
      ['建墓 民政局/财政局', '养老 工商联/'],
    ],
    [
      'names of units where no column says who does it',
      parted(ALONE, '办公室', '安全监管科'),
      ['修路 /办公室', '建桥 /安全监管科'],
    ],
    [
      '牵头 beside 责任单位',
      parted(SHARED, '一、县水利局牵头（1项）', '二、由县自然资源局牵头的任务'),
      ['治水 水利局/财政局', '造林 自然资源局/林业局'],
    ],
    [
      '牵头 with more words',
      parted(SHARED, '一、由县水利局牵头办理的人大建议（1件）', '二、县自然资源局（牵头）'),
      ['治水 水利局/财政局', '造林 自然资源局/林业局'],
    ],
    [
      '牵头 in brackets behind a topic, with who helps',
      parted(SHARED, '（一）水利（县水利局牵头，县气象局配合）', '（二）生态（由县自然资源局牵头）'),
      ['治水 水利局/气象局、财政局', '造林 自然资源局/林业局'],
    ],
    [
      '牵头 where no column says who does it',
      parted(ALONE, '一、县交通局牵头，县公安局配合（1项）', '二、县交通局、县水利局牵头'),
      ['修路 交通局/公安局', '建桥 交通局、水利局/'],
    ],
    [
      'topics that only end as names of units do',
      parted(HELPED, '一、老旧小区', '二、农贸市场'),
      ['建墓 /财政局', '养老 /'],
    ],
    [
      'a name of a unit beside a topic',
      parted(HELPED, '一、民生保障', '二、产业发展中心'),
      ['建墓 /财政局', '养老 /'],
    ],
    [
      'a unit beside a cell that says who leads, and that is told',
      table('序号｜任务｜责任单位', '一、县发改委牵头｜｜', '1｜建墓｜县民政局牵头，县财政局配合'),
      ['建墓 民政局/财政局', 'duty-without-task'],
    ],
  ])('%s', async (_, printed, tasks) => expect(await read(printed)).toEqual(tasks));

  it('make no tasks of a list that asks nothing', async () => {
    const printed = html('序号｜事项名称｜设定依据', '一、县教育局×3', '1｜民办学校审批｜《民办教育促进法》');
    expect(await read(printed)).toEqual(['no-tasks']);
  });
});

it('tells that somebody leads because a title or sections name them', async () => {
  const toldOf = async (text: string) =>
    (await parsePage(`2026年任务表\n\n${text}`)).diagnostics.flatMap((each) =>
      each.code === 'lead-by-title' ? [each.args] : [],
    );
  expect(await toldOf(`表1　县民政局任务清单\n\n${table(...HELPED)}`)).toEqual([
    { leads: ['县民政局'], helping: '配合单位' },
  ]);
  const [header = '', first = '', second = ''] = HELPED;
  expect(await toldOf(html(header, '一、县民政局×4', first, '二、县教育局×4', second))).toEqual([
    { leads: ['县民政局', '县教育局'], helping: '配合单位' },
  ]);
  expect(await toldOf(`县民政局牵头任务清单\n\n${table(...HELPED)}`)).toEqual([]);
});
