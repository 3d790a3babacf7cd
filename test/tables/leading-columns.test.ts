// What the letter or a note says of the units under a header: that they lead, or that the first of them does.

import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

/** Who leads and who helps in a table that a sentence of the letter, or of a note, explains. */
async function read(letter: string, note: string) {
  const notice = `<p>某政办发〔2026〕4号</p><p>关于印发《任务分工表》的通知</p><p>各有关单位：</p>
<p>现印发给你们，请贯彻执行。${letter}</p><p>某县人民政府办公室</p><p>2026年3月8日</p>
<p>附件</p><p>任务分工表</p><table>
<tr><td>序号</td><td>工作任务</td><td>负责单位</td><td>参加单位</td><td>完成时限</td></tr>
<tr><td>1</td><td>改造老旧小区12个</td><td>县住建局、县民政局</td><td>县财政局</td><td>10月底</td></tr>
<tr><td>2</td><td>发行专项债券2亿元</td><td>县财政局</td><td>县住建局</td><td>年底</td></tr></table><p>${note}</p>`;
  const { value } = await parseNotice(Buffer.from(notice), { name: 'a.html' });
  return value?.tasks.map((task) =>
    [task.lead, task.responsible].map((all) => all.map(({ text }) => text).join('、')).join('/'),
  );
}

const ALL_LEAD = [
  '负责单位为牵头单位，要会同参加单位制定方案。',
  '表中“负责单位”为牵头单位。',
  '“负责单位”一栏为牵头单位，“参加单位”一栏为配合单位。',
  '负责单位一栏所列单位即为牵头单位。',
  '表中所列负责单位均为牵头单位。',
  '各项任务的负责单位是牵头单位，参加单位是配合单位。',
  '由负责单位牵头，参加单位配合。',
  '各项工作由负责单位牵头抓总、参加单位协同推进。',
  '负责单位要牵头制定方案，参加单位要积极配合。',
  '负责单位对任务负总责。',
  '负责单位负牵头责任，参加单位负配合责任。',
  '负责单位承担牵头责任。',
  '负责单位要切实履行牵头职责。',
  '负责单位要发挥牵头作用，主动会同参加单位抓好落实。',
  '牵头单位为“负责单位”栏所列单位。',
  '附件中负责单位系牵头单位。',
  '注意：负责单位为各项任务的牵头单位。',
  '负责单位（第三列）为牵头单位。',
  '以负责单位为牵头单位。',
  '负责单位作为牵头单位，负责统筹协调。',
  '负责部门为牵头部门。',
  '负责单位为主办单位，参加单位为协办单位。',
  '负责单位为第一责任单位。',
  '本分工表负责单位均系牵头单位，不再另行注明。',
];
const FIRST_LEADS = [
  '负责单位中排第一的为牵头单位。',
  '各表所列单位均为责任单位，首位牵头。',
  '各任务负责单位排在首位的为牵头单位。',
  '负责单位第一个为牵头单位。',
  '负责单位首位为牵头单位。',
  '首位单位为牵头单位。',
  '列在首位的单位为牵头单位。',
  '排名第一的负责单位为牵头单位。',
  '负责单位中，第一家为牵头单位，其他为配合单位。',
  '有多个负责单位的，排第一位的为牵头单位。',
  '负责单位有两个以上的，由排在第一位的单位牵头。',
  '涉及多个单位的，首个单位为牵头单位。',
  '由排名第一的单位牵头。',
  '首列单位为牵头单位。',
  '牵头单位为负责单位中的第一个单位。',
  '每项任务首家单位为牵头单位。',
  '以排序第一的单位为牵头单位。',
  '表中排名首位的单位牵头，其余单位配合。',
  '第一责任单位为牵头单位。',
  '负责单位排前的牵头。',
];
const SAY_NOTHING = [
  '未列牵头单位的，由负责单位协商确定。',
  '负责单位要主动加强与牵头单位的沟通。',
  '各牵头单位要会同负责单位抓好落实。',
  '负责单位不得推诿，牵头单位另行通知。',
  '会同负责单位牵头整理的材料另发。',
];

describe('a sentence that says of a column that its units lead', () => {
  const led = ['县住建局、县民政局/县财政局', '县财政局/县住建局'];
  it.each(ALL_LEAD)('in the letter: %s', async (said) => expect(await read(said, '')).toEqual(led));
  it.each(ALL_LEAD)('in a note: %s', async (said) => expect(await read('', `注：${said}`)).toEqual(led));
  it('is of the table that it names', async () => {
    expect(await read('附件2中负责单位为牵头单位。', '')).toEqual([
      '/县住建局、县民政局、县财政局',
      '/县财政局、县住建局',
    ]);
  });
});

describe('a sentence that says that the first of them leads', () => {
  const led = ['县住建局/县民政局、县财政局', '县财政局/县住建局'];
  it.each(FIRST_LEADS)('in the letter: %s', async (said) => expect(await read(said, '')).toEqual(led));
  it.each(FIRST_LEADS)('in a note: %s', async (said) => expect(await read('', `注：${said}`)).toEqual(led));
});

it.each(SAY_NOTHING)('says of no column that its units lead: %s', async (said) => {
  const open = ['/县住建局、县民政局、县财政局', '/县财政局、县住建局'];
  expect(await read(said, '')).toEqual(open);
  expect(await read('', `注：${said}`)).toEqual(open);
});

/** Who leads the task of a table whose third header is given, where the text says that those under it do. */
async function leadsUnder(header: string, said: string) {
  const text = `# 关于清淤的通知\n\n各乡镇：\n\n${said}\n\n清河县人民政府\n2026年3月8日\n\n| 序号 | 任务 | ${header} | 完成时限 |\n|---|---|---|---|\n| 1 | 清淤 | 县水利局 | 6月底 |\n| 2 | 补渠 | 县水利局 | 7月底 |\n`;
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'n.md' });
  expect(diagnostics.filter(({ code }) => code === 'internal')).toEqual([]);
  return value?.tasks.map(({ lead }) => lead.map(({ text: name }) => name).join('、'));
}

describe('a header of which the text says that those under it lead', () => {
  it('makes them lead', async () => {
    expect(await leadsUnder('责任单位', '表中责任单位均为牵头单位。')).toEqual(['县水利局', '县水利局']);
  });

  it.each(['责任单位（', '责任）单位', '责任单位[', '责任+单位'])(
    'is looked for as it is printed: %s',
    async (header) => {
      await expect(leadsUnder(header, `表中${header}均为牵头单位。`)).resolves.toBeDefined();
    },
  );
});
