import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

/** Item 1 of a small notice: of each task who leads and who has a part, and codes of lines that tell a duty. */
async function read(...said: string[]) {
  const text = [
    '某县人民政府关于某事的通知',
    '各乡镇人民政府：',
    '请办好。',
    '某县人民政府',
    '2026年1月1日',
    '一、任务',
    ...said,
    '9.加强宣传。（牵头单位：县委宣传部；责任单位：县融媒体中心）',
  ].join('\n');
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  const names = (all: readonly { text: string }[]) => all.map((each) => each.text).join('、');
  return {
    tasks: value?.tasks
      .filter(({ number }) => number !== '9')
      .map(({ lead, responsible }) => `${names(lead)}|${names(responsible)}`),
    told: diagnostics.map(({ code }) => code).filter((code) => code.startsWith('duty-')),
  };
}

describe('names behind who leads, of whom nothing is said', () => {
  it.each([
    ['1.甲事。县人社局（牵头）、县工信局、县商务局，5月底前完成。', '县人社局|县工信局、县商务局'],
    ['1.甲事。县人社局（牵头）、县工信局、县商务局5月底前完成。', '县人社局|县工信局、县商务局'],
    ['1.甲事。县发改局（牵头），县财政局、县工信局，年底前取得成效。', '县发改局|县财政局、县工信局'],
    [
      '1.甲事。县委改革办牵头，县委编办、县司法局，各乡镇，6月底前完成。',
      '县委改革办|县委编办、县司法局、各乡镇',
    ],
    ['1.甲事。县住建局牵头，县财政局、县民政局，各乡镇。', '县住建局|县财政局、县民政局、各乡镇'],
    [
      '1.甲事。县发改局、县财政局（牵头），县工信局，各园区管委会，年底前完成。',
      '县财政局|县发改局、县工信局、各园区管委会',
    ],
  ])('have a part: %s', async (said, expected) => {
    expect(await read(said)).toEqual({ tasks: [expected], told: [] });
  });

  it('are none where what they do is said', async () => {
    expect((await read('1.甲事。县旅游局牵头，各旅行社门店免费发放地图。')).tasks).toEqual([
      '县旅游局|各旅行社门店',
    ]);
  });
});

it.each([
  [['1.甲事。县文旅局牵头建立机制。责任单位为县文旅局、县公安局。'], ['县文旅局|县文旅局、县公安局']],
  [['1.甲事。县文旅局牵头建立机制。责任单位：县公安局。'], ['县文旅局|县公安局']],
  [['1.甲事。县文旅局负责建立机制。牵头单位：县公安局。'], ['县公安局|']],
])('leads by the sentence before a label that says it of nobody: %j', async (said, expected) => {
  expect((await read(...said)).tasks).toEqual(expected);
});

it.each([
  ['县安委办统筹，各乡镇落实。', ['县安委办|各乡镇']],
  ['县创建协调小组办公室统筹，各乡镇落实。', ['县创建协调小组办公室|各乡镇']],
  ['县推进办统筹，各乡镇落实。', ['县推进办|各乡镇']],
  ['县督查室负责统筹协调，各乡镇落实。', ['县督查室|各乡镇']],
  ['县安委办统筹，县应急局、县住建局分别牵头本行业领域。', ['县安委办|', '县应急局、县住建局|']],
])('coordinates what others do: %s', async (said, expected) => {
  expect((await read(`1.甲事。${said}`)).tasks).toEqual(expected);
});

it('is of the item before, in brackets, too', async () => {
  expect((await read('1.甲事。（县教育局）', '2.乙事。（同上）')).tasks).toEqual(['|县教育局', '|县教育局']);
});

it.each(['由领导小组办公室形成总结报告报区处非办。', '由领导小组办公室撰写报告，报区处非办。'])(
  'is named without what is done: %s',
  async (said) => {
    expect((await read(`1.甲事。${said}`)).tasks).toEqual(['领导小组办公室|']);
  },
);

describe('who is in a sentence of a task and has no part in it', () => {
  it.each([
    '县水利局牵头，县公安局依法打击，县自然资源局严控堆场。',
    '由村委会公示、县农业农村局审批、县财政局拨付。',
    '县住建局牵头，会同沿街的商户开展巡查。',
    '县民政局牵头，网格长、楼栋长参与。',
    '县应急局统一指挥，县消防救援大队、蓝天救援队、县人民医院随时待命。',
  ])('is told: %s', async (said) => {
    expect((await read(`1.甲事。${said}`)).told).toEqual(['duty-without-task']);
  });

  it.each([
    '县交通局牵头，方案报县政府审定。',
    '县交通局牵头，群众广泛参与。',
    '县交通局负责检查，线索移送县公安局。',
    '县交通局负责，依托县融媒体中心开展宣传，并抄送县财政局。',
    '县交通局牵头，县人民医院迁建同步推进。',
    '县交通局牵头制定《县财政局资金办法》。',
  ])('is nobody to be told: %s', async (said) => {
    expect((await read(`1.甲事。${said}`)).told).toEqual([]);
  });
});
