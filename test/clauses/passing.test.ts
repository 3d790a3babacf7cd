// Who has a part in an item by a sentence of their own or in passing, read as the office would.
import { describe, expect, it } from 'vitest';
import { parseNotice, type Task } from '../../src/index.js';

/** Who leads and who has another part, item by item. */
async function read(said: string): Promise<string[]> {
  const text = [
    '某县人民政府办公室关于印发工作方案的通知',
    '各乡镇人民政府，县政府各部门：',
    '现将方案印发给你们，请认真组织实施。',
    '一、工作任务',
    '1. 抓好宣传。张贴标语一百条。（责任单位：县委宣传部）',
    `2. ${said}`,
    '某县人民政府办公室',
    '2026年3月2日',
  ].join('\n\n');
  const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'n.txt' });
  const names = (all: Task['lead']) =>
    all.map((each) => (each.kind === 'named' ? each.unit : each.text)).join('、');
  return (value?.tasks ?? [])
    .slice(1)
    .map(
      ({ lead, responsible, supervising }) => `${names(lead)}｜${names([...responsible, ...supervising])}`,
    );
}

describe('an item', () => {
  it.each([
    // Of what sort it is stands before those who do it.
    ['达到目标。（预期性指标，牵头单位：市发改委；责任单位：市统计局）', ['市发改委｜市统计局']],
    ['达到目标。（省级试点，市发改委牵头，市统计局配合）', ['市发改委｜市统计局']],
    // What they do ends as names of offices do.
    ['抓好检查。由市公安局、市城管局和市交通局联合查处。', ['｜市公安局、市城管局、市交通局']],
    ['抓好检查。由市公安局会同市城管局联合查处。', ['市公安局｜市城管局']],
    // Whom the leader organises.
    ['抓好检查。由县应急局牵头，组织县公安局、县住建局开展联合检查。', ['县应急局｜县公安局、县住建局']],
    ['抓好检查。由县教育局牵头，组织专家开展评审。', ['县教育局｜']],
    ['抓好检查。由县教育局牵头，组织实施营养改善计划。', ['县教育局｜']],
    // Whom the others help.
    ['场地布置由县住建局落实，县文旅局配合。', ['县住建局｜县文旅局']],
    ['各乡镇要严格落实“门前五包”责任制。由县爱卫办负责督促检查。', ['各乡镇｜', '县爱卫办｜']],
    // Who does something else of it.
    [
      '开展回访。由护理部牵头，各临床科室落实，客户服务中心每月汇总分析。',
      ['护理部｜各临床科室、客户服务中心'],
    ],
    ['维护秩序。由市公安局牵头，各县人民政府落实，重点学校警力到岗率达到100%。', ['市公安局｜各县人民政府']],
    ['摸清底数。市交通局要会同各客运企业摸清客流底数，储备客车120台。', ['市交通局｜各客运企业']],
    [
      '严厉打击。县公安局会同县应急管理局、县市场监督管理局严厉打击非法生产。',
      ['县公安局｜县应急管理局、县市场监督管理局'],
    ],
    ['提升能力。（区住建局牵头，区城投公司实施，各镇、街道协助征地）', ['区住建局｜区城投公司、各镇、街道']],
    ['抓好排查。县民政局负责。请各处室、年级组提高认识，认真抓好落实。', ['县民政局｜']],
    // Brackets of names, behind a label.
    [
      '优先安排就读。责任单位：市教育局，各县（区）政府（管委会）。',
      ['｜市教育局、各县（区）政府（管委会）'],
    ],
    ['防治污染。（省生态环境厅牵头，洞湖区各市人民政府等参与）', ['省生态环境厅｜洞湖区各市人民政府、等']],
    ['依法行政。（省政府秘书长负责，省司法厅牵头）', ['省司法厅｜']],
    ['抓好考核。（社会事业局牵头，组织人事局参与考核）', ['社会事业局｜组织人事局']],
    [
      '抓好整顿。由区城管局牵头，由区工商、环保、卫生和交通等部门参加。',
      ['区城管局｜区工商、区环保、区卫生、区交通、等部门'],
    ],
  ])('%s', async (said, who) => {
    expect(await read(said)).toEqual(who);
  });
});
