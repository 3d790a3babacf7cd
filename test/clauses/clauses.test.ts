// Duties that the text states, where a notice has no table.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

async function read(...body: string[]) {
  const text = ['关于某事的通知', '各县区：', '请办好。', '某市政府', '2026年1月1日', ...body].join('\n');
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  const names = (all: readonly { text: string }[]) => all.map((each) => each.text).join('、');
  return {
    tasks: value?.tasks.map(({ number, name, goal, lead, responsible, deadline, measures }) => [
      [number, name, goal].join('|'),
      `${names(lead)}|${names(responsible)}`,
      ...(deadline ? [deadline] : []),
      ...measures.map(({ measure }) => measure),
    ]),
    codes: diagnostics.filter(({ code }) => !/^(number|registry)-/.test(code)).map(({ code }) => code),
    value,
  };
}

describe('a clause', () => {
  it.each([
    ['（牵头单位：市应急管理局；责任单位：市公安局、市水利局）', '市应急管理局|市公安局、市水利局'],
    ['(市公安局牵头，市交通运输局、各县区政府配合)', '市公安局|市交通运输局、各县区政府'],
    ['（市公安局、市水利局按职责分工负责）', '|市公安局、市水利局'],
    ['（市公安局、市水利局）', '|市公安局、市水利局'],
    ['责任单位：市公安局，各县区人民政府', '|市公安局、各县区人民政府'],
    ['牵头单位：市公安局；配合单位：市水利局。', '市公安局|市水利局'],
    ['由市公安局牵头，市水利局配合。', '市公安局|市水利局'],
    ['市公安局负责。', '市公安局|'],
  ])('closes the item that it ends: %s', async (clause, units) => {
    const { tasks, value } = await read('一、总则', `1.甲事。办好甲事。${clause}`);
    expect(tasks).toEqual([['1|甲事|办好甲事。', units, '一1']]);
    expect(value?.ledger.unclaimed).toBe(0);
  });

  it('may say by when', async () => {
    const { tasks } = await read('一、总则', '（一）甲事。办好。（市公安局牵头，6月底前完成）');
    expect(tasks).toEqual([['（一）|甲事|办好。', '市公安局|', '6月底前完成', '一（一）']]);
  });

  it.each([
    ['（市公安局牵头，2026年6月底前）', '2026年6月底前'],
    ['（市公安局牵头；完成时限：2026年10月底）', '2026年10月底'],
    ['（市公安局牵头，办结时间：10月）', '10月'],
    ['（市公安局牵头，整改期限要求：年底）', '年底'],
    ['（市公安局牵头，时间节点：第二季度末）', '第二季度末'],
    ['（市公安局牵头，二季度）', '二季度'],
    ['（市公安局牵头，上半年完成）', '上半年完成'],
    ['（市公安局牵头，年内。）', '年内'],
    ['（市公安局牵头，汛前）', '汛前'],
    ['（市公安局牵头，长期坚持）', '长期坚持'],
    ['（市公安局牵头，持续推进）', '持续推进'],
    ['（市公安局牵头，全年）', '全年'],
    ['（市公安局牵头，常态化）', '常态化'],
    ['牵头单位：市公安局；完成时限：2026年10月底。', '2026年10月底'],
  ])('may say by when, however it is written: %s', async (clause, deadline) => {
    const { tasks } = await read('一、总则', `（一）甲事。办好。${clause}`);
    expect(tasks).toEqual([['（一）|甲事|办好。', '市公安局|', deadline, '一（一）']]);
  });

  it.each([
    ['（市公安局、市水利局，排名第一的为牵头单位）', '市公安局、市水利局'],
    ['（市公安局、市水利局，排名首位的为牵头单位，下同）', '市公安局、市水利局'],
    ['（责任单位：市公安局、市水利局；下同）', '市公安局、市水利局'],
  ])('may say what is of all clauses: %s', async (clause, units) => {
    const { value } = await read('一、总则', `（一）甲事。办好。${clause}`);
    const [task] = value?.tasks ?? [];
    const all = [...(task?.lead ?? []), ...(task?.responsible ?? [])].map(({ text }) => text).join('、');
    expect([task?.goal, all]).toEqual(['办好。', units]);
  });

  it('may be names alone, where they close a sentence', async () => {
    const { tasks } = await read(
      '一、总则',
      '（一）甲事。办好！（市公安局）',
      '（二）乙事。办妥。(各乡镇(街道)、市水利局)。',
    );
    expect(tasks?.map(([, units]) => units)).toEqual(['|市公安局', '|各乡镇(街道)、市水利局']);
  });

  it('may take lines of its own under a measure, one for each role and the deadline', async () => {
    const { tasks } = await read(
      '一、总则',
      '（一）甲事。办好。',
      '还要办快。',
      '牵头单位：市公安局',
      '责任单位：市水利局',
      '完成时限：2026年6月底',
      '（二）乙事。办妥。',
      '责任单位：市财政局',
    );
    expect(tasks).toEqual([
      ['（一）|甲事|办好。\n还要办快。', '市公安局|市水利局', '2026年6月底', '一（一）'],
      ['（二）|乙事|办妥。', '|市财政局', '一（二）'],
    ]);
  });

  it('is of a measure with all its points where they have none', async () => {
    const { tasks } = await read(
      '一、总则',
      '（一）甲事。',
      '1.办好。',
      '2.办快。',
      '（责任单位：市公安局）',
    );
    expect(tasks).toEqual([['（一）|甲事|1.办好\n2.办快', '|市公安局', '一（一）']]);
  });

  it('is of each point that has one', async () => {
    const { tasks } = await read(
      '一、总则',
      '（一）甲事。',
      '1.办好。（市公安局负责）',
      '（2）办快。（市水利局负责）',
    );
    expect(tasks).toEqual([
      ['1|办好|办好', '市公安局|', '一（一）'],
      ['（2）|办快|办快', '市水利局|', '一（一）'],
    ]);
  });

  it('is of several items where it says so', async () => {
    const { tasks } = await read(
      '一、总则',
      '1.甲。',
      '2.乙。',
      '3.丙。',
      '以上两项6月底前完成。（市公安局负责）',
    );
    expect(tasks?.map(([what]) => what)).toEqual(['2、3|乙、丙|以上两项6月底前完成。']);
  });

  it.each([
    ['以上3项', '1、2、3'],
    ['上述三项', '1、2、3'],
    ['前述二条', '2、3'],
    ['以上', '1、2、3'],
    ['以上12项', '1、2、3'],
    ['以上十二项', '1、2、3'],
    ['以上２项', '2、3'],
    ['上述两项', '2、3'],
  ])('is of as many items as it says: %s', async (words, numbers) => {
    const { tasks } = await read(
      '一、总则',
      '1.甲。',
      '2.乙。',
      '3.丙。',
      `${words}6月底前完成。（市公安局负责）`,
    );
    expect(tasks?.map(([what]) => what?.split('|')[0])).toEqual([numbers]);
  });

  it('inside a paragraph ends its part of it', async () => {
    const { tasks } = await read('一、总则', '（一）甲事。办好（市公安局牵头）；再办快（市水利局牵头）。');
    expect(tasks?.map(([, units]) => units)).toEqual(['市公安局|', '市水利局|']);
  });

  it('may stand in articles', async () => {
    const { tasks, value } = await read(
      '第一章 总则',
      '第一条 甲事。办好。（市公安局负责）',
      '第二条 乙事。',
    );
    expect(tasks).toEqual([['第一条|甲事|办好。', '市公安局|', '第一章第一条']]);
    expect(value?.chapters.map(({ number, measures }) => [number, measures.length])).toEqual([['第一章', 2]]);
  });

  it('may stand in a document that is issued as an appendix', async () => {
    const { tasks, value } = await read(
      '附件',
      '某市工作方案',
      '为办好某事，制定本方案。',
      '一、甲事',
      '办好。（市公安局负责）',
    );
    expect(tasks).toEqual([['一|甲事|办好。', '市公安局|']]);
    expect(value?.notice.appendices[0]?.title).toBe('某市工作方案');
  });
});

describe('what is no clause', () => {
  it.each([
    '（一）甲事。办好各乡镇（街道）',
    '（一）甲事。各级各部门负责人要亲自抓。',
    '（一）甲事。推进隐患排查（含复查）。',
    '（一）甲事。落实“党政同责、一岗双责”。',
  ])('%s', async (text) => {
    const { tasks, codes } = await read('一、总则', text);
    expect(tasks).toBeUndefined();
    expect(codes).toEqual(['no-tasks']);
  });

  it('but seems to be one is told', async () => {
    const { codes } = await read(
      '一、总则',
      '（一）甲事。（市公安局牵头）',
      '（二）乙事。责任单位：详见名单附后的那些',
    );
    expect(codes).toEqual(['clause-unread']);
  });
});

describe('measures of one number', () => {
  it('have ids of their own, so that what is done under one is not counted for the other', async () => {
    const text = [
      '某府发〔2025〕1号',
      '关于某事的通知',
      '一、总则',
      '（一）甲事。办好甲事。（牵头单位：区公安局）',
      '（一）乙事。办好乙事。（牵头单位：区水利局）',
    ].join('\n');
    const { value } = await parseNotice(new TextEncoder().encode(text));
    const measures = value?.chapters.flatMap((chapter) => chapter.measures) ?? [];
    expect(measures.map(({ id, number }) => [id, number])).toEqual([
      ['一（一）', '（一）'],
      ['一（一）-2', '（一）'],
    ]);
    const stands = value?.tasks.map((task) => task.measures.map(({ measure }) => measure));
    expect(stands).toEqual([['一（一）'], ['一（一）-2']]);
    const carried = measures.map(({ sentences }) =>
      Array.from(new Set(sentences.flatMap(({ tasks }) => tasks))),
    );
    expect(carried).toEqual(value?.tasks.map(({ id }) => [id]));
  });
});

describe('who stands at the head of a sentence', () => {
  it.each([
    ['（一）市公安局负责试卷押运。', [['（一）|市公安局负责试卷押运|市公安局负责试卷押运', '市公安局|']]],
    [
      '（一）甲事。市公安局负责押运，市交通局负责疏导。',
      [
        ['（一）|甲事|市公安局负责押运，', '市公安局|'],
        ['（一）|甲事|市交通局负责疏导。', '市交通局|'],
      ],
    ],
    [
      '（一）甲事。市公安局要牵头排查，市教育局要积极配合。',
      [['（一）|甲事|市公安局要牵头排查，市教育局要积极配合。', '市公安局|市教育局']],
    ],
    [
      '（一）市残联配合市教育局做好审核。',
      [['（一）|市残联配合市教育局做好审核|市残联配合市教育局做好审核', '市教育局|市残联']],
    ],
    [
      '（一）市住建局、城管局负责排水。',
      [['（一）|市住建局、城管局负责排水|市住建局、城管局负责排水', '|市住建局、城管局']],
    ],
  ])('has it to do: %s', async (text, expected) => {
    const { tasks } = await read('一、总则', text);
    expect(tasks?.map(([what, who]) => [what, who])).toEqual(expected);
  });

  it.each([
    '（一）甲事。各单位要高度重视。',
    '（一）甲事。市公安局负责人要亲自抓。',
    '（一）甲事。本方案由市公安局负责解释。',
    '（一）甲事。市甲事工作领导小组办公室负责统筹。',
  ])('is nobody where all are spoken to, or how it is organised: %s', async (text) => {
    expect((await read('一、总则', text)).tasks).toBeUndefined();
  });

  it('is nobody in a paragraph that nothing numbers, where the notice has items', async () => {
    const { tasks } = await read(
      '一、总则',
      '（一）修渠。（市水利局牵头）',
      '二、要求',
      '市公安局要做好牵头工作。',
    );
    expect(tasks).toHaveLength(1);
  });
});
