// A duty that no task has is told: what a clerk would miss, and nothing that would be noise.
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';

const TABLE = ['附件', '任务表', '| 序号 | 任务 | 牵头单位 | 责任单位 | 备注 |', '|---|---|---|---|---|'];

async function told(body: readonly string[], name = 'a.md') {
  const text = [
    '关于某事的通知',
    '',
    '各县区：',
    '',
    '请办好。',
    '',
    '某市政府',
    '',
    '2026年1月1日',
    '',
    ...body,
  ].join('\n');
  const { diagnostics } = await parseNotice(new TextEncoder().encode(text), { name });
  return diagnostics.flatMap((each) =>
    each.code === 'duty-without-task' ? [(each.args as { text: string }).text] : [],
  );
}

describe('a duty without a task is told', () => {
  it('in a note below a table', async () => {
    expect(
      await told([...TABLE, '| 1 | 修渠 | 市水利局 | 市财政局 | |', '', '注：第2项由市教育局牵头。']),
    ).toEqual(['注：第2项由市教育局牵头。']);
  });

  it('in a note below a table that says by which day', async () => {
    expect(
      await told([...TABLE, '| 1 | 修渠 | 市水利局 | 市财政局 | |', '', '注：市教育局要在1月底前制定方案。']),
    ).toEqual(['注：市教育局要在1月底前制定方案。']);
  });

  it('in a remark, where the row does not name the unit', async () => {
    expect(
      await told([
        ...TABLE,
        '| 1 | 修渠 | 市水利局 | 市财政局 | 资金由市审计局负责核定 |',
        '| 2 | 育苗 | 市林业局 | 市财政局 | 苗木由市林业局负责采购 |',
      ]),
    ).toEqual(['资金由市审计局负责核定']);
  });

  it('in the text of a task that has not the unit', async () => {
    const items = [
      '一、任务',
      '1.修渠。市财政局负责筹措资金，用于护坡。（市水利局牵头）',
      '2.育苗。由市林业局（市园林中心）负责，市林业局负责采购苗木。',
    ];
    expect(await told(items, 'a.txt')).toEqual(['市财政局负责筹措资金，用于护坡。']);
  });

  it('in the text', async () => {
    expect(
      await told([
        '一、总则',
        '',
        '1.修渠。（市水利局牵头）',
        '',
        '2.育苗。',
        '',
        '栽植任务由市林业局下属的各林场按合同完成，市财政局负责。',
      ]),
    ).toEqual(['栽植任务由市林业局下属的各林场按合同完成，市财政局负责。']);
  });

  it.each([
    // Whoever it is, and whatever they do.
    '各科室主任是第一责任人。财务科要保障所需经费。',
    '发布红色预警时，中心小学应当停课。',
    '人力资源部每月核算绩效。',
    '各党支部每季度开展一次主题党日。',
    '违者由市公安局依法处理。',
    '市疾控中心接到报告后，应当在2小时内派员调查。',
    '技术责任人每年汛前组织安全检查。',
    '除后勤中心外，各部门均要开展一次自查。',
  ])('of whoever does something: %s', async (text) => {
    expect(await told(['一、任务', '1.修渠。（市水利局牵头）', '二、要求', text], 'a.txt')).toHaveLength(1);
  });

  it('in a sentence of which a task has another', async () => {
    const said = '镇党建办牵头，镇财政所参与，评选示范户100户，（镇人民政府负责奖励）。';
    expect(await told(['一、任务', `1.评比。${said}`], 'a.txt')).toEqual([said]);
  });

  it.each([
    '宣传报道每周一篇，此项工作由延某全同志负责，东、西校区政教处督办。',
    '信息报送由汤某同志牵头，由胡某和李某两位老师负责汇总。',
    '一校三区要悬挂条幅，东校区由朱某同志负责。',
  ])('of people by name: %s', async (text) => {
    expect(await told(['一、任务', '1.修渠。（市水利局牵头）', `2.${text}`], 'a.txt')).toEqual([`2.${text}`]);
  });
});

describe('what is no duty is not told', () => {
  it.each([
    '各级各部门负责人要亲自抓。',
    '各单位要落实属地责任，牵头单位要加强协调。',
    '本方案由市水利局负责解释。',
    '市水利局负责人参加会议。',
    '领导小组办公室负责日常工作。',
    '领导小组由王某同志任组长。',
    '由李某同志负责解释。',
    '按照“谁主管、谁负责”的原则落实责任。',
    // What was, what is asked of everybody, how the work is overseen, and what is no office.
    '2023年，市水利局完成了全市防渗改造。',
    '各单位要高度重视，加强组织领导。',
    '主办单位要主动与会办单位沟通。',
    '各县区每月25日前报送进展。',
    '市政府督查室将适时开展督查。',
    '报市政府审批后实施。',
    '农贸市场整治成效明显。',
    '华阳市优化营商环境。',
    '开展养老机构消防检查。',
    '2025年由市教育局牵头的台账已建成。',
    '3.政府采购程序不规范。',
    '市政府设立防汛指挥部，指挥长由市长担任。',
    '本措施由市委组织部会同市人社局负责解释。',
    '项目卡张贴于各乡镇人民政府公示栏。',
  ])('%s', async (text) => {
    expect(await told(['一、总则', '', '1.修渠。（市水利局牵头）', '', '二、要求', '', text])).toEqual([]);
  });
});

describe('what is asked of everybody, and how the work is overseen', () => {
  it.each([
    ...['各单位要高度重视。', '各县区每月25日前报送进展。', '市政府督查室将适时开展督查。'],
    // Somebody by name who only looks at how it goes.
    ...['市发改委每季度通报进展情况。', '年终由市建设局会同有关部门进行考核。'],
    // Numbers of items, documents and watches ask for nothing definite.
    ...['1．各单位、各部门要高度重视，主要负责人亲自抓。', '各级各部门要严格执行24小时值班制度。'],
    ...['各乡镇要把春耕作为头等大事。', '请科室负责人抓好2026年工作。'],
  ])('is a line that does not change the exit code: %s', async (line) => {
    const text = `关于某事的通知\n\n各县区：\n\n请办好。\n\n某市政府\n\n2026年1月1日\n\n一、任务\n1.修渠。（市水利局牵头）\n二、要求\n${line}`;
    const { diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.txt' });
    const beside = diagnostics.filter(({ code }) => code === 'duty-beside');
    expect(beside.map(({ severity }) => severity)).toEqual(['info']);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('what is told and is no duty', () => {
  it.each([
    ['the meeting that minutes tell of', '2026年6月22日下午，县政府召开专题会议，研究物流园建设有关问题。'],
    ['what somebody does, as a condition', '各责任单位要逐项研究，由县规划研究所承办的事项要按期完成。'],
    ['what schools do, behind 负责', '县教育局：负责指导学校做好师生避险，必要时停课。'],
  ])('%s', async (_, sentence) => {
    expect(await told(['一、总则', '1.修渠。（市水利局）', sentence])).toEqual([]);
  });
});
