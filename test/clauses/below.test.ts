import { expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

/** Number, name, who leads, and what is to be done, of each task. */
async function read(...body: string[]) {
  const text = [
    '关于某事的通知',
    '',
    '各镇：',
    '',
    '请办好。',
    '',
    ...body,
    '',
    '某区政府',
    '2026年1月1日',
  ].join('\n');
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  return {
    tasks: value?.tasks.map(({ number, name, goal, lead }) =>
      [number, name, lead.map((each) => each.text).join('、'), goal.replaceAll('\n', '/')].join('|'),
    ),
    codes: diagnostics.map(({ code }) => code),
  };
}

it.each([
  [
    'points below a title that says who',
    [
      '一、任务',
      '（一）扩园区（甲局牵头）',
      '1.征地1800亩。',
      '2.建厂房6万平方米。',
      '（二）招商（乙局牵头）',
      '1.引进项目12个。',
    ],
    ['（一）|扩园区|甲局|1.征地1800亩。/2.建厂房6万平方米。', '（二）|招商|乙局|1.引进项目12个。'],
  ],
  [
    'paragraphs without a number',
    ['一、任务', '（一）扩园区（甲局牵头）', '征地1800亩。', '（二）招商（乙局牵头）', '引进项目12个。'],
    ['（一）|扩园区|甲局|征地1800亩。', '（二）|招商|乙局|引进项目12个。'],
  ],
  [
    'below a chapter that says who',
    ['一、扩园区（甲局牵头）', '征地1800亩。', '二、招商（乙局牵头）', '1.引进项目12个。'],
    ['一|扩园区|甲局|征地1800亩。', '二|招商|乙局|1.引进项目12个。'],
  ],
  [
    'below lines that say who',
    ['一、扩园区', '牵头单位：甲局', '征地1800亩。', '二、招商', '牵头单位：乙局', '1.引进项目12个。'],
    ['一|扩园区|甲局|征地1800亩。', '二|招商|乙局|1.引进项目12个。'],
  ],
  [
    'a point that has its own is no part of it',
    [
      '一、任务',
      '（一）扩园区（甲局牵头）',
      '1.征地1800亩。',
      '2.建厂房6万平方米。（乙局牵头）',
      '3.修路3条。',
    ],
    ['（一）|扩园区|甲局|1.征地1800亩。/3.修路3条。', '2|建厂房6万平方米|乙局|建厂房6万平方米'],
  ],
  [
    'lines without a number that head points',
    [
      '一、分工',
      '竞赛组（甲局牵头）',
      '1、编秩序册。',
      '2、训裁判60名。',
      '宣传组（乙局牵头）',
      '1、办广播站。',
    ],
    ['|竞赛组|甲局|1、编秩序册。/2、训裁判60名。', '|宣传组|乙局|1、办广播站。'],
  ],
  [
    'lines without a number that head paragraphs',
    ['一、分工', '竞赛组（甲局牵头）', '编秩序册200份。', '宣传组（乙局牵头）', '办广播站1个。'],
    ['|竞赛组|甲局|编秩序册200份。', '|宣传组|乙局|办广播站1个。'],
  ],
  [
    'a line of which nothing says who ends it',
    [
      ...['一、分工', '竞赛组（甲局牵头）', '1、编秩序册。', '后勤组（总务处）', '1、画线。'],
      ...['宣传组（乙局牵头）', '1、办广播站。'],
    ],
    ['|竞赛组|甲局|1、编秩序册。', '|宣传组|乙局|1、办广播站。'],
  ],
  [
    'a note behind them is of the whole text',
    ['一、任务', '（一）扩园区（甲局牵头）', '征地1800亩。', '（二）招商（乙局牵头）', '注：任务按年调整。'],
    ['（一）|扩园区|甲局|征地1800亩。', '（二）|招商|乙局|招商'],
  ],
  [
    'so is a paragraph behind the last, where no other has one',
    ['一、任务', '（一）扩园区（甲局牵头）', '（二）招商（乙局牵头）', '工作情况按季汇总。'],
    ['（一）|扩园区|甲局|扩园区', '（二）|招商|乙局|招商'],
  ],
  [
    'a number that begins no list stands below nothing',
    ['一、任务', '1.扩园区（甲局牵头）', '㈡市容环境达标。', '2.招商（乙局牵头）', '㈢食品达标。'],
    ['1|扩园区|甲局|扩园区', '2|招商|乙局|招商'],
  ],
])('is of the task: %s', async (_, body, expected) => {
  expect((await read(...body)).tasks).toEqual(expected);
});

it('tells the duties that stand below it and are of others', async () => {
  const { tasks, codes } = await read(
    ...[
      '一、任务',
      '（一）扩园区（甲局牵头）',
      '1.征地1800亩。',
      '2.县财政局负责拨付资金。',
      '（二）招商（乙局牵头）',
    ],
  );
  expect(tasks?.map((each) => each.split('|').slice(0, 3).join('|'))).toEqual([
    '（一）|扩园区|甲局',
    '2|县财政局负责拨付资金|县财政局',
    '（二）|招商|乙局',
  ]);
  expect(codes).not.toContain('duty-without-task');
});

it.each(['活动时间：4月12日上午', '举办时间：3月至5月', '时间：6月1日晚', '时间：正月初三上午'])(
  'says when it takes place, and not by when it is done: %s',
  async (line) => {
    const text = `关于某事的通知\n\n各镇：\n\n请办好。\n\n一、活动\n（一）开幕式\n${line}\n主办：县文联\n（二）展览\n时间：6月底前\n主办：县文联\n\n某区政府\n2026年1月1日`;
    const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(value?.tasks.map(({ deadline }) => deadline)).toEqual(['', '6月底前']);
    expect(value?.tasks[0]?.goal).toContain(line);
  },
);
