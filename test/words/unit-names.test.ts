// What names end in, and the parts of collective names: a case for each word.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';
import { lexiconOf, looksLikeUnit, readUnits } from '../../src/units/index.js';
import {
  AND,
  GROUPED_BY,
  MEMBER_UNITS,
  SOME_OF,
  STREETS,
  TOWNS,
  UNITS,
  WHICH,
} from '../../src/words/collectives.js';
import { kindByName, withoutOffice } from '../../src/words/kinds.js';
import { LEVELS, MARK, TERRITORIES, TOWNSHIPS } from '../../src/words/levels.js';
import { ADDRESSED, COMMITTEE_ENDING, DOER, NAME_ENDING } from '../../src/words/unit-names.js';
import { alternatives, withoutCase } from '../support/words.js';

const lexicon = lexiconOf({});
const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

describe('names of units', () => {
  const cases = [
    ...[
      '县水利局',
      '市委',
      '区应急办',
      '县委宣传部',
      '区法院',
      '县总工会',
      '市政府',
      '县府',
      '档案室',
      '规划处',
    ],
    ...['区食品安全联席会议', '区“双随机、一公开”联席会议', '区“扫黄打非”办', '“双减”工作专班'],
    ...['省民政厅', '审计署', '交警大队', '供销社', '县残联'],
    ...['汽车站', '派出所', '国有林场', '博物馆', '电视台', '养老院', '产业园', '自来水厂'],
    ...[
      '某省',
      '某自治区',
      '某市',
      '某州',
      '某盟',
      '某区',
      '某县',
      '某旗',
      '某镇',
      '某乡',
      '某街道',
      '某苏木',
    ],
    ...['市科协', '共青团中央', '市委党校', '某某海关', '生产建设兵团', '攻坚专班', '领导小组', '工作组'],
    ...['社会事业改革专项小组', '市环境保护专项组'],
    ...[
      '运输服务司',
      '某某中学',
      '某某小学',
      '青山教学点',
      '县直机关幼儿园',
      '驻市高校',
      '农发行',
      '某某农商行',
      '农发行总行',
      '人民银行分行',
      '某某支行',
      '保险监管机构',
      '证券监督管理机构',
      '医保经办机构',
    ],
    ...['县纪委监委机关', '县政府机关', '纪委派驻组', '县委巡察组', '县政府督查组', '国家统计局调查队'],
    ...[
      '驻县教体局纪检监察组',
      '领导小组秘书组',
      '县委指导组',
      '省委督导组',
      '驻京联络组',
      '专项协调组',
      '区改革协调小组',
      '县普法工作小组',
      '区双创推进小组',
    ],
    ...['水务公司', '疾控中心', '建工集团', '农业银行', '第一中学学校', '农业大学'],
    ...[
      '基金监管股',
      '财务科',
      '第三网格',
      '某某工务段',
      '某某车务段',
      '电务段',
      '机务段',
      '铁路供电段',
      '村民兵连',
      '民兵排',
      '镇民兵营',
      '客运段',
      '车辆段',
      '县公路段',
      '养护段',
      '区公路管理段',
      ...['县疾控机构', '疾病预防控制机构', '公安机关', '检察机关', '审判机关', '司法行政机关', '税务机关'],
      ...['监察机关', '海关机关', '各教研组', '高三年级组', '备课组', '学科组', '教学组', '德育组', '体育组'],
      ...['镇民兵应急连', '县物资仓库', '机关食堂'],
      ...['音乐组', '美术组', '艺术组', '体艺组', '艺体组', '体美组', '语文组', '数学组', '英语组', '物理组'],
      ...[
        '化学组',
        '生物组',
        '政治组',
        '历史组',
        '地理组',
        '理综组',
        '文综组',
        ...'电工 维修 水电 保洁 保安 炊事 机修 运维 抢修 检修'.split(' ').map((trade) => `${trade}班`),
        '社区党总支',
        '院团总支',
        '县一中',
        '全科门诊',
        '门诊部',
        '镇中心校',
        '村完小',
      ],
      ...['二', '三', '四', '五', '六', '七', '八', '九', '十'].map((nth) => `市${nth}中`),
    ],
  ];
  it('have a case for every ending', () => expect(withoutCase(NAME_ENDING, cases)).toEqual([]));
  it.each(cases)('%s', (name) => expect(looksLikeUnit(name, lexicon)).toBe(true));
  it.each([
    ...['土地入股', '重点学科', '工作', '安全生产', '有关情况'],
    // What a sentence begins with, and the name it goes on with.
    ...[
      '向国务院',
      '经生态环境部',
      '在辽宁省',
      '待某省',
      '动用中央',
      '一次动用中央',
      '鼓励地方政府',
      '支持组建指导咨询委员会',
    ],
    ...[
      '代表联盟地区',
      '能够确保供应试点地区',
      '报经人民银行',
      '扎实推进棚户区',
      '要进一步优化中央',
      '该市',
      '其中3个部门网站',
    ],
    // Words of a sentence inside.
    ...[
      '已建成的小区配套幼儿园',
      '某部要向国务院',
      '某局已在甲村设立监测站',
      '国务院关于授权某区',
      '财政部在测算中央',
      '国务院同意环保总局',
    ],
    // What ends as places do.
    ...['城镇小区', '养殖密集区', '西部地区', '政府网站'],
  ])('%s is none', (text) => expect(looksLikeUnit(text, lexicon)).toBe(false));
  it.each([
    ...[
      '将乐县财政局',
      '如皋市教育局',
      '从化区',
      '即墨区',
      '让胡路区',
      '向阳镇',
      '依安县',
      '若尔盖县',
      '未央区',
      '房山区',
      '当阳市',
    ],
    ...['经开区管委会', '对外联络办', '为民服务中心', '不动产登记中心', '沿海设区的市', '喀什地区'],
    ...['改善农村人居环境工作领导小组', '优化营商环境局', '促进民营经济发展工作专班'],
  ])('%s is one', (name) => expect(looksLikeUnit(name, lexicon)).toBe(true));
});

describe('committees', () => {
  const cases = [
    ...[
      '区安委',
      '区安委会',
      '县安全委员会',
      '县安全生产委员会',
      '市减灾委',
      '市减灾委员会',
      '县禁毒委',
      '县禁毒委员会',
    ],
    ...['区防火委', '区防火委员会', '区爱卫会', '区爱卫委', '县防汛抗旱指挥部', '市防指', '县工作领导小组'],
    ...['县工作组', '攻坚专班', '部门联席会议'],
  ];
  it('have a case for every ending', () => expect(withoutCase(COMMITTEE_ENDING, cases)).toEqual([]));
  it.each(cases)('%s lends its members', (name) => {
    const pieces = readUnits(`${name}、县消安委${MEMBER_UNITS}`, lexicon);
    expect(pieces[0]).toMatchObject({ kind: 'group', group: `${name}${MEMBER_UNITS}` });
  });
  it.each(['县教委', '某管委会'])('%s has no members', (name) => {
    expect(readUnits(`${name}、县消安委${MEMBER_UNITS}`, lexicon)[0]).toMatchObject({ kind: 'name' });
  });
});

describe('collective names', () => {
  it.each([
    [
      TOWNS,
      ['乡镇', '镇乡', '乡（镇）', '镇（乡）', '乡', '镇', '乡镇人民政府', '乡镇党委政府', '乡镇党委、政府'],
    ],
    [STREETS, ['街道', '街道办', '街道办事处']],
    [WHICH, ['各', '有关', '相关']],
    [SOME_OF, ['有关', '相关', '各有关', '各相关', '所涉', '涉及']],
    [AND, ['和', '及', '与', '以及', '会同']],
  ])('%s', (pattern, texts) => {
    for (const text of texts) expect(text).toMatch(whole(pattern));
  });

  const groups = [
    ...UNITS.flatMap((word) => [`各${word}`, `有关${word}`, `县级相关${word}`]),
    ...['行业主管部门', '监管部门', '职能部门', '业务主管单位', '属地责任单位'],
    ...[
      '各乡镇（街道）',
      '有关镇街',
      '各街道办事处',
      '所涉乡镇',
      '涉及街道',
      '县安委会成员单位',
      '各成员单位',
    ],
  ];
  it('have a case for what units are grouped by', () => expect(withoutCase(GROUPED_BY, groups)).toEqual([]));
  it.each(groups)('%s', (name) => {
    expect(readUnits(name, lexicon)).toMatchObject([{ kind: 'group', text: name }]);
  });
});

describe('levels', () => {
  it('are from the highest', () => expect(LEVELS).toEqual([['省'], ['市', '州', '盟'], ['区', '县', '旗']]));
  it.each(LEVELS.flat())('%s', (mark) => {
    expect(mark).toMatch(whole(MARK));
    expect(readUnits(`${mark}级部门`, lexicon)).toMatchObject([{ kind: 'group' }]);
    // A name that begins with its level is a name of its own.
    expect(readUnits(`甲公司和${mark}水利局`, lexicon).map(({ kind }) => kind)).toEqual([
      'name',
      'separator',
      'name',
    ]);
  });
  it.each(TOWNSHIPS)('%s is a township', (ending) => {
    expect(kindByName(`红岩${ending}`)).toBe('township');
    expect(withoutOffice(`红岩${ending}${ending === '街道' ? '办事处' : '人民政府'}`)).toBe(`红岩${ending}`);
  });
  it('are what territories end in', () => {
    expect(TERRITORIES).toEqual([
      ...['自治区', '省', '市', '州', '盟', '区', '县', '旗'],
      ...['镇', '乡', '街道', '苏木'],
    ]);
  });
});

describe('who is told what to do', () => {
  it.each(alternatives(DOER))('某某%s', (ending) => {
    const subjects = (goal: string) =>
      readDemands(goal, { name: '某任务', year: 2026 }).indicators.map(({ subject }) => subject);
    expect(subjects(`某某${ending}要确保隐患整改率达95%`)).toEqual(['隐患整改率']);
    expect(subjects(`某某${ending}应急预案备案率达95%`)).toEqual([`某某${ending}应急预案备案率`]);
  });
});

describe('addressees', () => {
  it.each(['政府', '办事处', '委员会', '企业', '成员', ...UNITS, '县水利局', '公司'])(
    'may end in %s',
    (text) => {
      expect(text).toMatch(new RegExp(`${ADDRESSED}$`));
    },
  );
});
