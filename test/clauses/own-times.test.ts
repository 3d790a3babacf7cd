// Whose a time is, and whose a part of an item: each reads its own.
import { describe, expect, it } from 'vitest';
import { parseNotice, type Task } from '../../src/index.js';
import { whoIn } from '../support/truth.js';

async function tasksOf(...items: readonly string[]): Promise<readonly Task[]> {
  const notice = [
    '临江县人民政府关于印发2026年工作要点的通知',
    '现将工作要点印发给你们，请认真落实。',
    '一、重点工作',
    '1．加强宣传。（牵头单位：县教育局）',
    ...items,
    '临江县人民政府',
    '2026年3月5日',
  ].join('\n\n');
  const { value } = await parseNotice(new TextEncoder().encode(notice), { name: 'n.txt' });
  return (value?.tasks ?? []).slice(1);
}

const who = ({ lead, responsible }: Task) => `${whoIn(lead).join('、')}|${whoIn(responsible).join('、')}`;
const times = ({ deadlines }: Task) => deadlines.map(({ text }) => text).join('、');

describe('a time', () => {
  it.each([
    [
      '2．3月10日前，县发改局完成入库；3月20日前，县财政局完成资金下达。',
      ['县发改局| 3月10日前', '县财政局| 3月20日前'],
    ],
    [
      '2．加快建设。3月10日前，县发改局完成入库，3月20日前，县财政局完成资金下达，3月底前，县住建局全部开工。',
      ['县发改局| 3月10日前', '县财政局| 3月20日前', '县住建局| 3月底前'],
    ],
    ['2．每周一，县重点办召开调度会；每月末，县统计局反馈数据。', ['县重点办| 每周一', '县统计局| 每月末']],
    [
      '2．打击违法。县市场监管局发现线索的，应在3日内移送县公安局；县公安局应在7日内反馈。',
      ['县市场监管局| 3日内', '县公安局| 7日内'],
    ],
  ])('before who does it is theirs alone: %s', async (said, expected) => {
    expect((await tasksOf(said)).map((task) => `${who(task)} ${times(task)}`)).toEqual(expected);
  });

  it('behind nothing but who does it is by when, as printed, and read once', async () => {
    const [task] = await tasksOf('2．改造断头路。由县交通局牵头，县财政局配合，确保9月底前完工。');
    expect(task?.deadline).toBe('9月底前完工');
    expect(task?.deadlines.map(({ text }) => text)).toEqual(['9月底前']);
  });

  it.each([
    ['2．新增泊位3000个，其中上半年完成1200个。（牵头单位：县住建局）', ['上半年', '']],
    [
      '2．新增泊位3000个，其中上半年完成1200个，11月底前全部完成。（牵头单位：县住建局）',
      ['上半年', '11月底前全部完成'],
    ],
  ])('of a part is not of the whole: %s', async (said, expected) => {
    const [task] = await tasksOf(said);
    expect(task?.deadlines.map(({ text }) => text)).toEqual(expected);
  });

  it('that is all that a last part says is of all before it', async () => {
    const tasks = await tasksOf('2．拆除违建。县城管局负责拆除，县公安局负责维持秩序，9月底前完成。');
    expect(tasks.map((task) => `${who(task)} ${times(task)}`)).toEqual([
      '县城管局| 9月底前完成',
      '县公安局| 9月底前完成',
    ]);
  });

  it('behind what they do is in the goal alone', async () => {
    const [task] = await tasksOf('2．改造断头路。由县交通局负责制定方案，9月底前报县政府。');
    expect(task?.deadline).toBe('');
  });
});

describe('an item', () => {
  it('gives the points inside it their own numbers', async () => {
    const tasks = await tasksOf(
      '2．改造城中村。（1）签约由城关镇负责，县征收办指导；（2）安置房建设由县城投公司负责。',
      '3．整治校园周边。⑴、网吧，由县文广局牵头查处；⑵、摊点，由县城管局负责清理。',
    );
    expect(tasks.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '（1） 签约',
      '（2） 安置房建设',
      '⑴ 网吧',
      '⑵ 摊点',
    ]);
  });

  it('has who helps, whoever they are, up to what they do', async () => {
    const said = [
      '2．联合执法。县城管局会同辖区派出所、沿街商户开展巡查。',
      '3．检查楼宇。县应急局和县消防大队要联合县住建局对高层建筑开展检查。',
      '4．定标准。请县住建局会商县发改局、县财政局，拟定补助标准。',
      '5．招聘。县人社局牵头，县工信局等部门及县总工会、团县委等群团组织配合。',
    ];
    expect((await tasksOf(...said)).map(who)).toEqual([
      '县城管局|沿街商户、辖区派出所',
      '县应急局、县消防大队|县住建局',
      '县住建局|县发改局、县财政局',
      '县人社局|县工信局、县总工会、团县委',
    ]);
  });

  it.each([
    ['市直各单位每月10日前报送数据，局办公室负责汇总。', ['市直各单位|', '局办公室|']],
    [
      '管网破损，园区管委会正在组织修复，确保5月10日前完工，县生态环境局加密监测。',
      ['园区管委会|', '县生态环境局|'],
    ],
    ['各施工企业要按期支付工资，人社分局每月检查一次。', ['各施工企业|', '人社分局|']],
    ['公安机关依法侦办案件；卫生健康部门规范诊疗行为。', ['公安机关|', '卫生健康部门|']],
    ['李家沟村、王庄村作为示范村，要在5月底前率先完成。', ['|李家沟村、王庄村']],
    ['改造中心6个，云山镇、白水镇率先启动，年底前完成。', ['|云山镇、白水镇']],
    [
      '由县商务局主管，县服务中心、县融媒体中心联合承办大赛，9月举行。',
      ['县商务局|', '|县服务中心、县融媒体中心'],
    ],
    ['县教体局牵头，县公安局配合，秋季开学前完成学校食堂检查。', ['县教体局|县公安局']],
    ['由县机关事务局主办，县发改局、县教育局联合举办，6月上旬举行。', ['县机关事务局|县发改局、县教育局']],
    ['由县商务局、县文旅局分别牵头排查，县消防大队提供指导。', ['县商务局、县文旅局|县消防大队']],
    ['机关事务服务中心配合卫健局创建无烟机关，10月底前完成。', ['卫健局|机关事务服务中心']],
    ['春耕由农业中心具体抓，各村抓好落实。', ['农业中心|各村']],
    ['责成县城投公司加快进度，6月底前完成；县水务公司同步做好准备。', ['县城投公司|', '县水务公司|']],
    ['建议由教育局商人社局、编办办理。', ['县教育局|人社局、编办']],
    ['县公安局、县医保局负责迁移，运维单位提供支撑。', ['|县公安局、县医保局、运维单位']],
    ['县残联、县卫健委为1000名残疾人提供康复服务，年内完成。', ['|县卫健委、县残联']],
    ['会议听取了汇报，要求县商务局紧盯在谈项目，5月底前签约8个。', ['县商务局|']],
    ['2．会议要求县水务集团5月底前修复破损管网。', ['县水务集团|']],
    ['2．会议责成县城管局一周内清除违规广告。', ['县城管局|']],
    ['教务处联系作家并安排场次，政教处负责现场纪律。', ['教务处|', '政教处|']],
    ['由县市场管理科带队，对A级景区逐一检查。', ['县市场管理科|']],
    ['由县教育局承办，各学校选派选手参加。', ['县教育局|各学校']],
    ['乡医保站做好宣传，乡卫生院利用门诊开展宣传。', ['乡医保站|', '乡卫生院|']],
    ['各乡镇人民政府对本辖区禁烧负总责。', ['各乡镇人民政府|']],
    ['县商务局于5月15日前将方案送县财政局，县财政局5个工作日内完成审核。', ['县商务局|', '县财政局|']],
    ['县交通局牵头，县财政局筹措资金，县公安局疏导交通。', ['县交通局|县公安局、县财政局']],
    ['慰问由县总工会牵头负责职工，县民政局牵头负责群众。', ['县总工会|', '县民政局|']],
    ['县住建局为第一责任人，县城管局为直接责任单位。', ['县住建局|县城管局']],
    [
      '2．迁建：业主单位为县人民医院，主管部门为县卫健局，代建单位为县城投公司。',
      ['县卫健局|县人民医院、县城投公司'],
    ],
  ])('has who does which part of it: %s', async (said, expected) => {
    expect((await tasksOf(said.startsWith('2．') ? said : `2．甲事。${said}`)).map(who)).toEqual(expected);
  });
});

it('a line that is a part of the work has whom its bracket names', async () => {
  const tasks = await tasksOf(
    '二、筹备组分工',
    '竞赛组（县体育局牵头）',
    '1、编印秩序册。',
    '2、培训裁判员。',
    '后勤组（县财政局、县供销社）',
    '1、平整场地。',
    '2、保证饮水。',
  );
  expect(tasks.map((task) => `${task.name} ${who(task)}`)).toEqual([
    '竞赛组 县体育局|',
    '后勤组 |县供销社、县财政局',
  ]);
});

describe('a chapter', () => {
  it('has the one line below its points that says who', async () => {
    const tasks = await tasksOf(
      '二、公益广告刊播',
      '1．主次干道设置广告。',
      '2．媒体每天刊播。',
      '责任单位：县委宣传部、县城管局',
      '三、市容整治',
      '1．清理垃圾。',
      '2．硬化路面。',
      '责任单位：县城管局、各镇',
    );
    expect(tasks.map((task) => `${task.number} ${task.name} ${who(task)}`)).toEqual([
      '二 公益广告刊播 |县城管局、县委宣传部',
      '三 市容整治 |县城管局、各镇',
    ]);
  });

  it('gives no number to the sentences of a paragraph, where others number their items', async () => {
    const tasks = await tasksOf('二、监督管理', '县审计局负责开展专项审计，11月底前出具报告。');
    expect(tasks.map((task) => `${task.number}${who(task)}`)).toEqual(['县审计局|']);
  });
});
