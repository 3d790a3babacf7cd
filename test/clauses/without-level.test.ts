// Offices without their level, sections, teams and places: who does what in a notice that calls them so.
import { describe, expect, it } from 'vitest';
import { parseNotice, type Task } from '../../src/index.js';
import { whoIn } from '../support/truth.js';

async function read(...items: readonly string[]) {
  const notice = [
    '临江县人民政府关于印发2026年工作要点的通知',
    '现将工作要点印发给你们，请认真落实。',
    '一、重点工作',
    '1．加强宣传。由县教育局负责。',
    ...items,
    '临江县人民政府',
    '2026年3月5日',
  ].join('\n\n');
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(notice), { name: 'n.txt' });
  const tasks = (value?.tasks ?? []).slice(1);
  return { tasks, told: diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code) };
}

const who = ({ lead, responsible, supervising }: Task) =>
  `${whoIn(lead).join('、')}|${whoIn([...responsible, ...supervising]).join('、')}`;

describe('who does it', () => {
  it.each([
    ['各乡镇要落实面积，农业局搞好技术指导。', ['各乡镇|', '农业局|']],
    ['供电公司确保不断电，卫生局在每个考点派驻医护人员。', ['供电公司|', '卫生局|']],
    ['院办召开动员大会，宣传科开辟评审专栏，人事科完成培训。', ['院办|', '宣传科|', '人事科|']],
    ['公安局立案侦查，检察院提前介入。', ['公安局|', '检察院|']],
    ['由重症医学科负责整改，院感科负责督导。', ['重症医学科|院感科']],
    ['由县民政局会同县财政局管理、分配款物。', ['县民政局|县财政局']],
    ['县住建局于6月12日组织演练，县应急局到场指导。', ['县住建局|', '县应急局|']],
    ['县住建局负责处置，各抢修队赶赴现场。', ['县住建局|各抢修队']],
    ['质控科邀请专家进行模拟评审。', ['质控科|']],
    ['财务室按预算及时拨付经费，校纪检委员会对经费进行监督。', ['财务室|', '校纪检委员会|']],
    ['所需资金由财务部解决，阅卷由各备课组集中进行。', ['财务部|', '各备课组|']],
    ['作业票由安全环保部审批，生产技术部会签。', ['安全环保部|生产技术部']],
    ['宣传部会同团委、校医院办好专栏。', ['宣传部|团委、校医院']],
    ['由区教育局通知学校停课，区文化旅游委关闭涉水景区。', ['区教育局|', '区文化旅游委|']],
    [
      '封控区实行服务上门。社区防控组负责统筹，县公安局、坪桥街道各抽调30人参加值守。',
      ['社区防控组|', '|县公安局、坪桥街道'],
    ],
    ['县水利局负责巡查；小型水库由所在乡镇派人看守。', ['县水利局|', '所在乡镇|']],
    ['翠湖社区、金桥社区各组织一次演练，武装部组织民兵参加。', ['|翠湖社区、金桥社区', '武装部|']],
    ['管网清淤由建设科联系区排水公司实施。', ['建设科|区排水公司']],
    [
      '由县住建局牵头抓总，县应急局、县公安局为成员单位。专班抽调人员6月25日前到岗。',
      ['县住建局|县公安局、县应急局'],
    ],
    ['由县安监局牵头，组织机电分公司、奥博公司设立咨询点。', ['县安监局|奥博公司、机电分公司']],
    [
      '由县发改局牵头，国网临江供电公司，县广电网络公司按产权落实迁改。',
      ['县发改局|县广电网络公司、国网临江供电公司'],
    ],
    ['由县文旅局指导，县融媒体中心制定方案。', ['县融媒体中心|县文旅局']],
    ['由县国土局提供支持，各镇负责绘制。', ['各镇|县国土局']],
    ['由县人社局组织，企业服务中心具体承办。', ['县人社局|企业服务中心']],
    ['由县政府目督办、县交通局负责考核。', ['|县交通局、县政府目督办']],
    ['由县委县政府目督办会同县财政局组织实施。', ['县委县政府目督办|县财政局']],
    ['建成的农村公路，管护主体为县交通局。', ['|县交通局']],
    ['占道的审批，由县综合执法局即来即办。', ['县综合执法局|']],
    ['由县财政局会同县委组织部（县委人才办）于第三季度前发放。', ['县财政局|县委组织部（县委人才办）']],
    ['由县文化局主办、县博物馆承办“记忆”图片展，临江日报社开设专栏。', ['县文化局|临江日报社、县博物馆']],
    [
      '由县交通局组织县财政局、县发改局等部门和所在乡（镇）进行验收。',
      ['县交通局|县发改局、县财政局、所在乡（镇）'],
    ],
    ['由县卫健局牵头，县教育局配合，为学生提供心理咨询。', ['县卫健局|县教育局']],
    ['由团委负责组织，各乡镇以村为单位参加。', ['团委|各乡镇']],
    ['由民政局牵头，各社区居委会发动居民参与。', ['民政局|各社区居委会']],
    ['（县国土局牵头用地保障；县物价局牵头价格优惠，县供电公司配合）', ['县国土局|', '县物价局|县供电公司']],
  ])('%s', async (said, expected) => {
    const { tasks } = await read(`2．${said.startsWith('（') ? `落实政策。${said}` : said}`);
    expect(tasks.map(who)).toEqual(expected);
  });

  it.each([
    '符合政府安排工作条件的退役士兵，8月底前全部选岗。',
    '本办法由县财政局负责解释。',
    '县中心医院迁建工程年底前封顶。',
  ])('is nobody in %s', async (said) => {
    expect((await read(`2．${said}`)).tasks.map(who)).toEqual([]);
  });

  it('is named by a heading only where the clause names nobody of it', async () => {
    const { tasks } = await read('二、财政所、民政办', '财政所负责拨付资金，民政办负责救助。');
    expect(tasks.map(who)).toEqual(['财政所|', '民政办|']);
  });

  it('has a part in all items of a chapter where a sentence says so, and that is no task', async () => {
    const { tasks } = await read(
      '二、蓝色海湾',
      '本部分各项任务均由沿海各市人民政府组织实施，不再逐一列出。',
      '2．清理海漂垃圾。（牵头单位：省厅；责任单位：省水利厅）',
    );
    expect(tasks.map(who)).toEqual(['省厅|沿海各市人民政府、省水利厅']);
  });
});

describe('a day', () => {
  const withDay = (task: Task) => `${who(task)} ${task.deadlines.map(({ text }) => text).join('、')}`;

  it.each([
    ['2．纬三路由县交通局负责，经五路由县住建局负责，均于10月20日前开工。', '10月20日前'],
    ['2．县交通局负责施工，县住建局负责协调，确保国庆节前通车。', '国庆节前'],
  ])('at the end is of all: %s', async (said, day) => {
    const { tasks } = await read(said);
    expect(tasks.map(withDay)).toEqual([`县交通局| ${day}`, `县住建局| ${day}`]);
  });

  it('of others is not of who does the next thing', async () => {
    const { tasks } = await read('2．各单位要制定方案，3月20日前报县政务办；县政务办负责汇总。');
    expect(tasks.map(withDay)).toEqual(['县政务办| ']);
    const { tasks: checks } = await read('2．各班主任于11月5日前召开班会，政教处检查落实情况。');
    expect(checks.map(withDay)).toEqual(['政教处| ']);
  });

  it('in a line of its own below a paragraph is of everybody in it', async () => {
    const { tasks } = await read(
      '2．发挥带头作用。机关由县机关事务局负责，学校由县教育局负责。',
      '整改时限：7月31日前',
    );
    expect(tasks.map(({ deadline }) => deadline)).toEqual(['7月31日前', '7月31日前']);
  });

  it('a week is one, too', async () => {
    const { tasks } = await read('2．学校的检查由县教育局、县民政局分别负责，一周内完成。');
    expect(tasks.map(({ deadline }) => deadline)).toEqual(['一周内完成']);
  });
});

describe('an item', () => {
  it.each([
    '2．县图书馆全年免费开放，每周不少于56小时。',
    '2．县商务局主管全县成品油市场监督管理工作。',
    '2．各社区书记是防汛第一责任人，要于5月25日前将名单报应急办。',
    '2．第一水厂、第二水厂分别于6月12日、6月18日演练，安全环保部到场指导。',
    '2．城关、马集两个乡镇抓好清淤，其他乡镇做好整修，11月底前完成。',
  ])('in which somebody is named who has no part in a task is told: %s', async (said) => {
    expect((await read(said)).told).toContain('duty-without-task');
  });

  it('without anybody is not', async () => {
    expect((await read('2．新建县图书馆，年内投入使用。')).told).not.toContain('duty-without-task');
  });
});
