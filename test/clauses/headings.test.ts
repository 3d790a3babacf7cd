// Duties under the name of who does them, and behind a name and a colon.
import { describe, expect, it } from 'vitest';
import { readBody as read } from '../support/body-notice.js';

describe('a heading that is a name', () => {
  it('says who does what stands under it, where others of its sort do so, too', async () => {
    const { tasks } = await read(
      '一、任务分工\n（一）县旅游局\n1、编制总体规划。\n2、评定星级饭店。（县公安局配合）\n（二）县规划局、县建设局\n1、清理违章建筑。\n（三）县人事局\n1、配合县旅游局培训人员。\n二、工作要求\n（一）提高认识。各部门要重视。',
    );
    expect(tasks).toEqual([
      '1|编制总体规划|县旅游局|',
      '2|评定星级饭店|县旅游局|县公安局',
      '1|清理违章建筑||县规划局、县建设局',
      '1|配合县旅游局培训人员|县旅游局|县人事局',
    ]);
  });

  it('leads those with whom an item begins', async () => {
    const { tasks } = await read(
      '一、县委宣传部\n1.会同县民政局、县妇联制作公益广告的样稿。\n二、县公安局\n1.在县交通运输局配合下，整治乱停乱放。\n2.开展“小手拉大手”活动，中小学参与率达到100%。',
    );
    expect(tasks.map((task) => task.split('|').slice(2))).toEqual([
      ['县委宣传部', '县民政局、县妇联'],
      ['县公安局', '县交通运输局'],
      ['县公安局', ''],
    ]);
  });

  it('is a heading like others where it is alone', async () => {
    const { tasks } = await read(
      '一、主要任务\n（一）县旅游局\n1、编制规划。\n（二）其他事项\n1、建设停车场。',
    );
    expect(tasks).toEqual([]);
  });
});

describe('offices by their trade', () => {
  it('say who does what, before a colon', async () => {
    const { tasks } = await read(
      '一、明确职责\n公安交警部门：指导建立台账，会同交通部门开展整治。\n农机部门：牵头会同交警部门清理拖拉机。\n财政、物价部门：落实经费。\n广播电视、新闻单位：开设专栏。\n行政村：建立联组。',
    );
    expect(tasks.map((task) => task.split('|').slice(2))).toEqual([
      ['公安交警部门', '交通部门'],
      ['农机部门', '交警部门'],
      ['', '财政部门、物价部门'],
      ['', '广播电视单位、新闻单位'],
      ['行政村', ''],
    ]);
  });

  it('say so as headings of their duties, and other offices are nobody', async () => {
    const { tasks } = await read(
      '一、部门职责\n（一）县（区）民政部门职责：\n1、复核申请，建立档案。\n2、会同统计、物价部门测算救助标准。\n（二）卫生、医保部门职责：\n1、落实定点医疗机构。\n（三）其他部门职责：\n1、劳动保障部门负责介绍就业。',
    );
    expect(tasks.map((task) => task.split('|').slice(2))).toEqual([
      ['县（区）民政部门', ''],
      ['县（区）民政部门', '统计部门、物价部门'],
      ['', '卫生部门、医保部门'],
      ['劳动保障部门', ''],
    ]);
  });

  it('are told from labels', async () => {
    const { tasks } = await read(
      '一、任务\n（一）整治市场\n责任部门：县教育局\n（二）整治校园\n牵头部门：县公安局',
    );
    expect(tasks.map((task) => task.split('|').slice(2))).toEqual([
      ['', '县教育局'],
      ['县公安局', ''],
    ]);
  });

  it('stand behind the part of the work that they have', async () => {
    const { tasks } = await read(
      '一、任务分工\n运输保障组：县交通运输局负责煤的调运；县卫健局负责疫情防控。\n会场布置方面：县文旅局负责舞台搭建，石桥镇负责平整场地。',
    );
    expect(tasks.map((task) => task.split('|').slice(2))).toEqual([
      ['县交通运输局', ''],
      ['县卫健局', ''],
      ['县文旅局', ''],
      ['石桥镇', ''],
    ]);
  });
});

describe('names before a colon', () => {
  it.each([
    ['1.县农业农村局：负责机收组织，设接待站12个；', '1|负责机收组织，设接待站12个；|县农业农村局|'],
    ['1.县公安局、县交通局：负责保障通行；', '1|负责保障通行；||县公安局、县交通局'],
    ['1.各乡镇：落实网格化管理。', '1|落实网格化管理|各乡镇|'],
    ['县气象局：气象预报预警。', '|气象预报预警|县气象局|'],
  ])('%s', async (line, task) => {
    const { tasks } = await read(`一、职责分工\n${line}`);
    expect(tasks.map((each) => each.replace('；|', '|'))).toEqual([task.replace('；|', '|')]);
  });

  it.each(['联系人：张三，联系电话：5212345。', '会议要求：各单位要重视。', '时间：6月1日。'])(
    'is no name: %s',
    async (line) => expect((await read(`一、职责分工\n${line}`)).tasks).toEqual([]),
  );
});

describe('what sentences behind names say', () => {
  it.each([
    // Of others.
    ['1.县水务局：负责调度；县水文中心负责监测。', ['县水务局|', '县水文中心|']],
    ['1.县水务局：负责调度。所需经费由县财政局安排。', ['县水务局|', '县财政局|']],
    // With whom they do it, and who helps.
    ['1.县水务局：负责调度；会同县住建局清淤。', ['县水务局|县住建局']],
    ['1.县水务局：组织防洪。县水文中心、各乡镇配合开展监测。', ['县水务局|县水文中心、各乡镇']],
    // Several lead where they are said to.
    ['1.县水务局、县住建局：牵头城区防洪，各区配合。', ['县水务局、县住建局|各区']],
  ])('%s', async (text, tasks) => {
    const { tasks: found, told } = await read(`一、职责分工\n${text}`);
    expect(found.map((task) => task.split('|').slice(2).join('|'))).toEqual(tasks);
    expect(told).toBe(0);
  });

  it.each([
    '1.县人社局：负责监管。做好台账。县住建局：负责拨付。',
    '1.县人社局负责监管。做好台账。县住建局负责拨付。',
  ])('is of the one before: %s', async (text) => {
    const { tasks } = await read(`一、职责分工\n${text}`);
    expect(tasks.map((task) => task.split('|')[1])).toEqual([
      text.slice(2, text.indexOf('。')),
      text.slice(text.indexOf('县住建局'), -1),
    ]);
  });
});

describe('what an office does by a sentence of its own', () => {
  it.each([
    ['（一）督查。县政府督查室每季度开展一次督查。县财政局要保障经费。', 2, 0],
    ['（一）整治。县住建局5月底前完成12处整治。', 1, 0],
    ['第一条 县水利局承担日常工作。', 1, 0],
    ['请县财政局于5月底前落实资金1200万元。', 1, 0],
    // In a paragraph that nothing numbers, it is told.
    ['县供销社做好农资供应。', 0, 1],
    ['责成县住建局5月底前完成整改。', 0, 1],
    ['建立平台，面向政府提供服务。', 0, 0],
  ])('%s', async (line, tasks, told) => {
    const found = await read(
      `一、主要任务\n（一）巡查。排查水库12座。（牵头单位：县水利局）\n${line.replace('（一）', '（二）')}`,
    );
    expect([found.tasks.length, found.told]).toEqual([tasks + 1, told]);
  });
});

describe('a notice that is nothing but sentences', () => {
  it.each([
    ['各学校要每周开展一次自查。', ['|各学校要每周开展一次自查|各学校|']],
    ['县教育局要加强宣传。', ['|县教育局要加强宣传|县教育局|']],
  ])('says itself who does what: %s', async (text, tasks) => expect((await read(text)).tasks).toEqual(tasks));

  it.each([
    '各学校要高度重视。',
    '联系电话：5212345。',
    '县水利局成立于2003年。',
    '对王某等5名同志予以表彰。',
  ])('or nobody’s part: %s', async (text) => expect((await read(text)).tasks).toEqual([]));
});

describe('duties under names that are chapters, or lines', () => {
  it('are those of whom they stand under', async () => {
    const { tasks } = await read('一、政教处\n1.举办开学第一课。\n二、团委\n1.举办歌咏比赛。');
    expect(tasks).toEqual(['1|举办开学第一课|政教处|', '1|举办歌咏比赛|团委|']);
  });
  it('in lines without a number over paragraphs without one', async () => {
    const { tasks } = await read(
      '一、活动保障\n职责分工\n县公安局\n审查方案，维护现场秩序。\n县文化局、各镇街\n负责演出审核；会同县公安局验收看台。\n二、校车管理\n县教育局\n负责受理申请。县财政局予以经费保障。\n相关依据\n《校车安全管理条例》等有关规定。',
    );
    expect(tasks).toEqual([
      '|审查方案，维护现场秩序|县公安局|',
      '|负责演出审核||县文化局、各乡镇（街道）、县公安局',
      '|负责受理申请|县教育局|',
      '|县财政局予以经费保障|县财政局|',
    ]);
  });
  it('and of departments by their trade', async () => {
    const { tasks } = await read(
      '一、部门职责\n（一）交通部门\n1.开展称重检测。\n2.会同公安部门排班。\n（二）监察（纠风）部门\n查处乱罚款行为。\n（三）法制部门\n配合交通部门起草文件。',
    );
    expect(tasks).toEqual([
      '1|开展称重检测|交通部门|',
      '2|会同公安部门排班|交通部门|公安部门',
      '（二）|查处乱罚款行为|监察（纠风）部门|',
      '（三）|配合交通部门起草文件|交通部门|法制部门',
    ]);
  });
  it('in lines without a number too', async () => {
    const { tasks } = await read('一、任务\n市水利局\n（1）排查河湖。\n各县（区）\n（1）拆除违建。');
    expect(tasks).toEqual(['（1）|排查河湖|市水利局|', '（1）|拆除违建|各县（区）|']);
  });
});
