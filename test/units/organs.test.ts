// Names of one notice: which are one unit, which may be a slip for another, which are two units. The verdicts were
// written down before the program was run on them.
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/index.js';
import { organOf, sameOrgans, slipFinder } from '../../src/units/index.js';

const ORIGIN = '云溪县人民政府办公室\n云溪县人民政府办公室关于印发云溪县工作方案的通知';

type Verdict = 'one' | 'near' | 'apart';

/** A name that is printed once, one that is printed five times, and what they are to each other. */
const JUDGED: readonly (readonly [string, string, Verdict])[] = [
  // One office by its long name and a short one.
  ['县住建局', '县住房和城乡建设局', 'one'],
  ['县住房城乡建设局', '县住房和城乡建设局', 'one'],
  ['县发改局', '县发展和改革局', 'one'],
  ['省发展改革委', '省发展和改革委员会', 'one'],
  ['市人社局', '市人力资源社会保障局', 'one'],
  ['市卫健委', '市卫生健康委员会', 'one'],
  ['县市场监管局', '县市场监督管理局', 'one'],
  ['省工信厅', '省工业和信息化厅', 'one'],
  ['县文旅局', '县文化广电和旅游局', 'one'],
  ['县资规局', '县自然资源和规划局', 'one'],
  ['县应急局', '县应急管理局', 'one'],
  ['省退役军人厅', '省退役军人事务厅', 'one'],
  ['县教体局', '县教育和体育局', 'one'],
  ['县委统战部', '县委统一战线工作部', 'one'],
  ['县委网信办', '县委网络安全和信息化委员会办公室', 'one'],
  ['县委编办', '县委机构编制委员会办公室', 'one'],
  ['团县委', '共青团云溪县委', 'one'],
  ['县妇联', '县妇女联合会', 'one'],
  ['县科协', '县科学技术协会', 'one'],
  ['县法院', '县人民法院', 'one'],
  ['州中院', '州中级人民法院', 'one'],
  ['县供销社', '县供销合作社联合社', 'one'],
  ['县政府办', '县人民政府办公室', 'one'],
  ['县府办', '县政府办公室', 'one'],
  ['县委办', '县委办公室', 'one'],
  ['县烟草局', '县烟草专卖局', 'one'],
  ['县城管局', '县城市管理局', 'one'],
  ['县疾控中心', '县疾病预防控制中心', 'one'],
  // With the level or the notice's own place, and without.
  ['财政局', '县财政局', 'one'],
  ['县财政局', '云溪县财政局', 'one'],
  ['住建局', '县住房和城乡建设局', 'one'],
  ['宣传部', '县委宣传部', 'one'],
  ['县住建局（县人防办）', '县住房和城乡建设局（县人防办）', 'one'],
  // Slips.
  ['省卫生健廉委', '省卫生健康委', 'near'],
  ['州人力资源社会报障局', '州人力资源社会保障局', 'near'],
  ['市生态环竟局', '市生态环境局', 'near'],
  ['市海洋与鱼业局', '市海洋与渔业局', 'near'],
  ['县应急管里局', '县应急管理局', 'near'],
  ['县应急理管局', '县应急管理局', 'near'],
  ['县应急管理理局', '县应急管理局', 'near'],
  ['县农村局', '县农业农村局', 'apart'],
  ['县农业村局', '县农业农村局', 'near'],
  ['县水力局', '县水利局', 'near'],
  ['县水利', '县水利局', 'near'],
  ['具水利局', '县水利局', 'near'],
  ['县县水利局', '县水利局', 'near'],
  ['县公按局', '县公安局', 'near'],
  ['县审记局', '县审计局', 'near'],
  ['县委组职部', '县委组织部', 'near'],
  ['云汐县水利局', '云溪县水利局', 'near'],
  ['云溪城投集困', '云溪城投集团', 'near'],
  ['云溪城投投集团', '云溪城投集团', 'near'],
  ['云溪城集投团', '云溪城投集团', 'near'],
  ['云溪城集团', '云溪城投集团', 'near'],
  ['乡村振兴服务中心', '县乡村振兴服务中心', 'near'],
  ['石盘滩水库管理所', '县石盘滩水库管理所', 'near'],
  ['白云云镇', '白云镇', 'near'],
  ['县卫健委', '县卫生健康局', 'near'],
  ['省教育局', '省教育厅', 'near'],
  // Two units.
  ['市教育局', '省教育厅', 'apart'],
  ['鲸湾海事处', '鲸湾海事局', 'apart'],
  ['县教育局', '县体育局', 'apart'],
  ['县财政局', '县民政局', 'apart'],
  ['县水利局', '县水务局', 'apart'],
  ['县林业局', '县渔业局', 'apart'],
  ['县农业局', '县林业局', 'apart'],
  ['县教育局', '县教体局', 'apart'],
  ['县文化局', '县文体局', 'apart'],
  ['县一中', '县二中', 'apart'],
  ['县第一小学', '县第三小学', 'apart'],
  ['甲镇', '乙镇', 'apart'],
  ['白云镇', '白马镇', 'apart'],
  ['城东街道', '城西街道', 'apart'],
  ['市财政局', '县财政局', 'apart'],
  ['省生态环境厅', '市生态环境局', 'apart'],
  ['县人民医院', '县人民法院', 'apart'],
  ['县财政所', '县财政局', 'apart'],
  ['县气象台', '县气象局', 'apart'],
  ['县公安局（交警大队）', '县公安局', 'apart'],
  ['东陵县教育局', '西陵县教育局', 'apart'],
  ['长宁县教育局', '江宁县教育局', 'apart'],
  ['县妇联', '县侨联', 'apart'],
  ['县社科院', '县社科联', 'apart'],
  ['鲸湾海关', '鲸湾海事局', 'apart'],
  ['区生态环境分局', '区自然资源分局', 'apart'],
  ['县委组织部', '县委宣传部', 'apart'],
  ['县蒙医医院', '县中医医院', 'apart'],
];

const verdict = (rare: string, often: string): Verdict => {
  if (sameOrgans([rare, often], [], ORIGIN).size > 0) return 'one';
  const printed = new Map([
    [often, 5],
    [rare, 1],
  ]);
  return slipFinder(printed, ORIGIN)(rare).includes(often) ? 'near' : 'apart';
};

describe('two names of a notice', () => {
  it.each(JUDGED)('%s, %s: %s', (rare, often, expected) => expect(verdict(rare, often)).toBe(expected));
});

describe('a slip whose right form the notice does not print', () => {
  const near = (name: string) => slipFinder(new Map([[name, 1]]), ORIGIN)(name);

  it.each([
    ['省卫生健廉委', '省卫生健康委'],
    ['州人力资源社会报障局', '州人力资源社会保障局'],
    ['市生态环竟局', '市生态环境局'],
    ['市海洋与鱼业局', '市海洋与渔业局'],
    ['县委宣转部', '县委宣传部'],
    ['县市场监督管理据', '县市场监督管理局'],
    ['县总公会', '县总工会'],
    ['县妇女连合会', '县妇女联合会'],
    ['县人民检查院', '县人民检察院'],
    ['县自然资原和规划局', '县自然资源和规划局'],
  ])('%s is near to %s', (name, meant) => expect(near(name)).toContain(meant));

  // Other words that offices are called by, and short forms.
  it.each([
    ...[
      '财务处',
      '党政办',
      '工程部',
      '团工委',
      '村委会',
      '党委办公室',
      '校长办公室',
      '县果业局',
      '稽查局',
      '澄海海关',
    ],
    ...[
      '县交委',
      '县经济信息委',
      '县文广局',
      '县科工局',
      '县农业与农村委员会',
      '生命科学学院',
      '市市民卡公司',
    ],
    ...['教育部门', '镇应急办', '县供销合作联社', '税务分局', '质检总局', '塔西社区居委会'],
  ])('%s is no slip', (name) => expect(near(name)).toEqual([]));

  it.each([
    ...['临江师范学院', '机关纪委', '机关党委', '河街街道'],
    ...[
      '县文工团',
      '县乌兰牧骑',
      '县盐业公司',
      '县农村商业银行',
      '白马镇',
      '县蒙医医院',
      '县石盘滩水库管理所',
    ],
    ...['县一中', '云溪城投集团', '云溪职业学院', '县公安局交警大队', '区生态环境分局', '市级机关事务管理局'],
  ])('%s is near to none', (name) => expect(near(name)).toEqual([]));
});

describe('which name a unit goes by', () => {
  const unit = (name: string, aliases: string[] = []): Unit => ({ name, kind: 'department', aliases });

  it('is the longest that is printed, the first of those', () => {
    const names = [
      '县住建局',
      '县住房和城乡建设局',
      '县住房城乡建设局',
      '县发改局',
      '县发展改革局',
      '县改革局',
    ];
    expect([...sameOrgans(names, [], ORIGIN)]).toEqual([
      ['县住建局', '县住房和城乡建设局'],
      ['县住房城乡建设局', '县住房和城乡建设局'],
      ['县发改局', '县发展改革局'],
    ]);
  });

  it('is the registry’s, where it has one', () => {
    expect([...sameOrgans(['县住房和城乡建设局'], [unit('县住建局')], ORIGIN)]).toEqual([
      ['县住房和城乡建设局', '县住建局'],
    ]);
    expect([...sameOrgans(['县住房和城乡建设局'], [unit('县建管局', ['县住建局'])], ORIGIN)]).toEqual([
      ['县住房和城乡建设局', '县建管局'],
    ]);
  });

  it('is what is printed, where the registry has two such units', () => {
    const known = [unit('县住建局'), unit('县住房城乡建设局')];
    expect(sameOrgans(['县住房和城乡建设局'], known, ORIGIN).size).toBe(0);
  });

  it('is what is printed, where two levels have the office', () => {
    expect(sameOrgans(['财政局', '县财政局', '市财政局'], [], ORIGIN).size).toBe(0);
    const printed = new Map([
      ['县财政局', 3],
      ['市财政局', 1],
      ['财政局', 1],
    ]);
    expect(slipFinder(printed, ORIGIN)('财政局')).toEqual(['县财政局', '市财政局']);
  });

  it('is what is printed, where a short name fits two offices', () => {
    const names = ['县文旅局', '县文化和旅游局', '县文化广电和旅游局'];
    expect(sameOrgans(names, [], ORIGIN).size).toBe(0);
  });
});

describe('an office', () => {
  it.each([
    ['云溪县水利局', '县', true],
    ['安平县水利局', '安平县', false],
    ['自治区党委宣传部', '自治区', true],
    ['国家发展改革委', '国家', true],
    ['鲸湾海关', '鲸湾', true],
    ['水利局', null, true],
  ])('%s is of %s', (name, level, settled) =>
    expect(organOf(name, ORIGIN)).toMatchObject({ level, settled }),
  );

  it.each(['具水利局', '县县水利局', '水利', '局', '县石盘滩水库管理所'])('%s is none', (name) =>
    expect(organOf(name, ORIGIN)).toBeUndefined(),
  );
});
