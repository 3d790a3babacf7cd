// What a clause is of: expected values were written from reading the text.
import { describe, expect, it } from 'vitest';
import { daysOf, parseNotice } from '../../src/index.js';

/** Number, name, leads, responsible of each task of a body. */
async function tasksOf(...body: string[]) {
  const text = ['关于某事的通知', '各县区：', '请办好。', '某市政府', '2026年1月1日', ...body].join('\n');
  const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  const names = (all: readonly { text: string }[]) => all.map((each) => each.text).join('、');
  return value?.tasks.map(({ number, name, lead, responsible }) =>
    [number, name, names(lead), names(responsible)].join('|'),
  );
}

/** By when each task of a body is due. */
async function deadlinesOf(...body: string[]) {
  const text = ['关于某事的通知', '各县区：', '请办好。', '某市政府', '2026年1月1日', ...body].join('\n');
  const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  return value?.tasks.map(({ deadlines }) => deadlines.map((each) => daysOf(each).by).join(' '));
}

describe('an item', () => {
  it.each([
    ['1.', '1'],
    ['1、', '1'],
    ['1．', '1'],
    ['1)', '1'],
    ['（1）', '（1）'],
    ['（一）', '（一）'],
    ['⑴', '⑴'],
    ['①', '①'],
  ])('may be numbered %s', async (mark, number) => {
    expect(await tasksOf('一、总则', `${mark}修渠。年内修3条。（市水利局牵头，市财政局配合）`)).toEqual([
      `${number}|修渠|市水利局|市财政局`,
    ]);
  });

  it('may have a digit behind its number where the numbers tell', async () => {
    expect(
      await tasksOf(
        '一、总则',
        '1.300亩苗圃建设。（市林业局牵头）',
        '2.5万株树苗培育。（市林业局牵头）',
        '3.修渠。（市水利局牵头）',
      ),
    ).toEqual(['1|300亩苗圃建设|市林业局|', '2|5万株树苗培育|市林业局|', '3|修渠|市水利局|']);
  });

  it('is called by its own words where who does it comes first', async () => {
    const text =
      '3.市水利局编制规划，5月底前完成；市财政局负责筹资，6月底前到位。各乡镇负责实施，12月底前完成。';
    expect(await tasksOf('一、总则', text)).toEqual([
      '3|市水利局编制规划，5月底前完成|市水利局|',
      '3|市财政局负责筹资，6月底前到位|市财政局|',
      '3|各乡镇负责实施，12月底前完成|各乡镇|',
    ]);
    expect(await deadlinesOf('一、总则', text)).toEqual(['2026-05-31', '2026-06-30', '2026-12-31']);
  });

  it('may be a paragraph without a number, where each has a clause', async () => {
    expect(
      await tasksOf(
        '（一）水利',
        '修渠3条。保质量。（市水利局牵头）',
        '清淤5公里。（市水利局、市城管局牵头）',
        '（二）交通',
        '修路8公里。',
        '分工：市交通局牵头。',
        '架桥1座。',
        '分工：市交通局、市财政局牵头。',
      ),
    ).toEqual([
      '|修渠3条|市水利局|',
      '|清淤5公里|市水利局、市城管局|',
      '|修路8公里|市交通局|',
      '|架桥1座|市交通局、市财政局|',
    ]);
  });

  it('goes by its own title where one paragraph under it has the clause', async () => {
    expect(await tasksOf('（一）水利', '修渠3条。（市水利局牵头）', '（二）交通。')).toEqual([
      '（一）|水利|市水利局|',
    ]);
  });

  it('with points has the clause on its own line behind them', async () => {
    expect(
      await tasksOf(
        '一、总则',
        '1.水利提升',
        '（1）修渠3条；',
        '（2）清淤5公里；',
        '（3）修闸2座。',
        '（牵头单位：市水利局）',
        '2.交通提升。（市交通局牵头）',
      ),
    ).toEqual(['1|水利提升|市水利局|', '2|交通提升|市交通局|']);
  });

  it('may have a clause of its own, and its points, too', async () => {
    expect(
      await tasksOf(
        '一、改善条件（市发改委牵头）',
        '1.修渠。（市水利局牵头）',
        '①采石。（市国资委牵头）',
        '②运石。（市交通局牵头）',
      ),
    ).toEqual(['一|改善条件|市发改委|', '1|修渠|市水利局|', '①|采石|市国资委|', '②|运石|市交通局|']);
  });

  it('may have two clauses, each of its part', async () => {
    expect(
      await tasksOf('一、总则', '1.清扫。城区每日2次。（市城管局牵头）国道每日1次。（市交通局牵头）'),
    ).toEqual(['1|清扫|市城管局|', '1|清扫|市交通局|']);
  });

  it('may have points in a sentence, each with its clause', async () => {
    expect(
      await tasksOf('一、总则', '1.供暖。一是修站2座（市水利局牵头）；二是换炉5台（市住建局牵头）。'),
    ).toEqual(['一是|修站2座|市水利局|', '二是|换炉5台|市住建局|']);
  });

  it('with points in a sentence and one clause is one task', async () => {
    expect(await tasksOf('一、总则', '1.供暖。一是修站2座；二是换炉5台。（市住建局牵头）')).toEqual([
      '1|供暖|市住建局|',
    ]);
  });

  it.each([
    '1.修渠（列入市政府督办事项）。年内修好。（市水利局牵头）',
    '1.修渠。年内修好。（市水利局牵头）（列入市政府督办事项）',
    '1.修渠。年内修好。（市水利局牵头）每月报送进展。',
    '1.修渠，由市水利局牵头。',
  ])('goes by what stands before its first stop, its clause or a remark: %s', async (text) => {
    expect(await tasksOf('一、总则', text)).toEqual(['1|修渠|市水利局|']);
  });

  it('may stand right below the title', async () => {
    const text =
      '某市春季农事重点任务\n1、修渠。（市水利局牵头）\n2、育苗。（市林业局牵头）\n某市政府\n二〇二六年三月二日';
    const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(value?.tasks.map(({ number, name }) => number + name)).toEqual(['1修渠', '2育苗']);
    expect(value?.notice.date).toBe('2026-03-02');
  });

  it('may take lines with leaders, units and times below it', async () => {
    const text = [
      '某通知',
      '一、总则',
      '1、修渠。',
      '牵头领导：副市长　何某、李某',
      '牵头单位：市水利局',
      '督导单位：市政府督查室',
      '责任人：王某',
      '完成时限：2026年8月底',
    ].join('\n');
    const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
    const [task] = value?.tasks ?? [];
    expect(task?.people.map(({ role, name }) => `${role} ${name}`)).toEqual([
      '牵头领导 副市长　何某',
      '牵头领导 李某',
      '责任人 王某',
    ]);
    expect([task?.goal, task?.deadline, task?.lead[0]?.text, task?.supervising[0]?.text]).toEqual([
      '修渠',
      '2026年8月底',
      '市水利局',
      '市政府督查室',
    ]);
  });
});
