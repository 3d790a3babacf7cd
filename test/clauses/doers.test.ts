// Who stands at the head of what they do, in numbered items of the body: one line a task, leads before the bar.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

async function whoIn(item: string): Promise<string[]> {
  const text = ['关于某事的通知', '各科室：', '请办好。', '某单位', '2026年1月1日', '一、分工', item].join(
    '\n',
  );
  const { value } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
  const names = (all: readonly { text: string }[]) => all.map((each) => each.text).join('、');
  return (
    value?.tasks.map(
      ({ lead, responsible, supervising }) => `${names(lead)}|${names([...responsible, ...supervising])}`,
    ) ?? []
  );
}

describe('whoever does something by a verb that no table of duties has', () => {
  it.each([
    ['由病案室抽取归档病历，质控办组织专家评审。', ['病案室|', '质控办|']],
    ['乡卫生院备齐急救药品，乡财政所安排经费8万元。', ['乡卫生院|', '乡财政所|']],
    ['宿舍管理中心每晚10时30分进行查寝。', ['宿舍管理中心|']],
    ['各县（市、区）参照本要点制定举措。', ['各县（市、区）|']],
    ['各村组建应急分队；消防救援站保持待命。', ['各村|', '消防救援站|']],
    ['公安机关要快侦快破，市检察院依法提前介入。', ['公安机关|', '市检察院|']],
    ['请各街道办事处围绕老旧小区改造提出项目。', ['各街道办事处|']],
    ['各级融媒体中心、各通信运营企业第一时间发布信息。', ['|各级融媒体中心、各通信运营企业']],
    ['县教育局、县公安局组成联合检查组，开展交叉检查。', ['|县教育局、县公安局']],
    ['市住房和城乡建设局是垃圾管理的主管部门，负责编制规划。', ['市住房和城乡建设局|']],
  ])('%s', async (item, who) => expect(await whoIn(`1.${item}`)).toEqual(who));
});

describe('each 由 of a sentence', () => {
  it.each([
    ['值班表由党政办负责编排，值班情况由纪委负责抽查。', ['党政办|', '纪委|']],
    [
      '用地由县自然资源局负责落实，征收由青石镇人民政府在7月20日前完成。',
      ['县自然资源局|', '青石镇人民政府|'],
    ],
    ['由县供电公司负责编制方案，费用由县财政局会同县审计局审核。', ['县供电公司|', '县财政局|县审计局']],
    ['方案编制由县水利局牵头，由县财政局配合。', ['县水利局|县财政局']],
    ['减免标准由县发改局提出意见，报县政府审定。', ['县发改局|']],
    ['音体美器材由艺体组清点补齐。', ['艺体组|']],
    ['庆祝大会，由办公室牵头，人事股、教育工会配合。', ['办公室|人事股、教育工会']],
    ['教师汇演，由体卫艺股会同县一中承办。', ['体卫艺股|县一中']],
    ['隔离带由乡民政办会同有关村开设。', ['乡民政办|有关村']],
  ])('has its own task: %s', async (item, who) => expect(await whoIn(`1.${item}`)).toEqual(who));
});

describe('whoever helps', () => {
  it.each([
    ['保教处负责制定流程，各班级具体实施。', ['保教处|各班级']],
    ['特种设备科负责电梯检查，市特检所派员参加。', ['特种设备科|市特检所']],
    ['镇组织办负责业务指导，各片区工作组全程参与。', ['镇组织办|各片区工作组']],
    ['镇环保办负责巡查，发现火点10分钟内到场处置，各村民委员会配合。', ['镇环保办|各村民委员会']],
    [
      '县招生办负责培训，县纪委监委派驻县教育局纪检监察组全程监督。',
      ['县招生办|县纪委监委派驻县教育局纪检监察组'],
    ],
    ['校团委会同艺体组排练节目。', ['校团委|艺体组']],
    ['安全部会同各项目部开展培训。', ['安全部|各项目部']],
    ['市财政局要落实经费，县住建局配合。', ['市财政局|县住建局']],
    ['市财政局应当列入预算，并会同市住建局制定办法。', ['市财政局|市住建局']],
    ['由县住建局牵头，8月底前完成；县国土资源局配合做好衔接。', ['县住建局|县国土资源局']],
  ])('is of the one before: %s', async (item, who) => expect(await whoIn(`1.${item}`)).toEqual(who));
});

describe('nobody', () => {
  it.each([
    '水毁路段。汉王镇、向阳镇塌方仍占道。',
    '集贸市场整治',
    '各处室工作小结于9月7日前交校办公室。',
    '各班主任要做好诚信教育。',
    '县教育局牵头的工作。',
    '县政府设立防汛抗旱指挥部，指挥长由县长担任。',
    '镇纪委对履职不力的严肃问责。',
    '各楼层疏散有序。',
  ])('has a task by: %s', async (item) => expect(await whoIn(`1.${item}`)).toEqual([]));
});
