// Verbs, things, measure words, references and punctuation: a case for each word of each table.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';
import { MEASURE_WORD, measureWord } from '../../src/words/measure-words.js';
import { BRACKETED, CLAUSE_STOPS, NAME_STOPS, NESTED, SENTENCE_STOPS } from '../../src/words/punctuation.js';
import { ABOVE, REFERENCE } from '../../src/words/references.js';
import { kindOfThing, PAPER, SITES, SYSTEM, THING } from '../../src/words/things.js';
import {
  BUILDS,
  COUNTS,
  DONE,
  GOES_ON,
  MAKES,
  MAKES_DOCUMENT_BEHIND,
  MAKES_SYSTEM_BEHIND,
  MANNER,
  NAMED_WITH,
  ONE_BY_ONE,
  OTHER_DOINGS,
  TOLD_BEFORE,
} from '../../src/words/verbs.js';
import { alternatives } from '../support/words.js';

const read = (goal: string, name = '某任务') => readDemands(goal, { name, year: 2026 });
const made = (goal: string) => read(goal).deliverables.map(({ kind, text }) => `${kind} ${text}`);
const measured = (goal: string) => read(goal).indicators.map(({ subject, values }) => `${subject} ${values}`);
const sorted = (pattern: string) => alternatives(pattern).sort();
const words = (line: string) => line.split(' ').sort();

describe('verbs', () => {
  it('make', () => {
    expect(sorted(MAKES)).toEqual(
      words(
        '制定 制订 编制 修订 修编 编印 印发 出台 起草 拟定 制作 健全 优化 搭建 构建 迭代 建立 完善 建成 打造 开发 升级 更新',
      ),
    );
  });
  it.each(alternatives(MAKES))('%s方案 makes one', (verb) => {
    expect(made(`${verb}值班方案`)).toEqual(['plan 值班方案']);
  });

  it.each(words('制定 制订 编制 修订 修编 编印 印发'))('方案%s makes one', (verb) => {
    expect(alternatives(MAKES_DOCUMENT_BEHIND)).toContain(verb);
    expect(made(`值班方案${verb}`)).toEqual(['plan 值班方案']);
  });

  it.each(words('上线 建设 开发 升级'))('平台%s makes one', (verb) => {
    expect(alternatives(MAKES_SYSTEM_BEHIND)).toContain(verb);
    expect(made(`预警平台${verb}`)).toEqual(['system 预警平台']);
  });

  it('build', () => {
    expect(sorted(BUILDS)).toEqual(
      words(
        '新建 改建 扩建 迁建 续建 改造 修复 治理 加固 整治 建设 安装 更换 更新 新增 增设 升级 工程 铺设 埋设 敷设 架设 硬化 绿化 新开工',
      ),
    );
  });
  it.each(words('新建 改建 扩建 迁建 改造 修复 治理 整治 建设 安装 更换 更新 新增 增设'))(
    '%s3座桥 builds',
    (verb) => {
      expect(made(`${verb}3座桥`).map((each) => each.split(' ')[0])).toEqual(['works']);
    },
  );

  it.each(alternatives(COUNTS))('%s3台电梯 is of lifts', (verb) => {
    // What is built or given up is named with its verb; what is inspected or bought is what is counted.
    const isNamed = new RegExp(`${NAMED_WITH}$`).test(verb);
    expect(measured(`${verb}3台电梯`)).toEqual([`${isNamed ? verb : ''}电梯 3`]);
  });
  it('that count are known', () => {
    expect(sorted(COUNTS)).toEqual(
      words(
        '抽查 抽检 抽取 检查 检测 排查 覆盖 新增 新建 改造 改建 扩建 改扩建 迁建 建成 建设 培育 引进 组建 创建 整治 修复 更新 更换 发展 打造 ' +
          '布局 布设 布点 配置 设置 聘请 选派 选聘 招聘 招收 轮训 认定 购置 救助 资助 慰问 走访 帮扶 评定 评出 开放 解决 招引 ' +
          '评选 培训 配备 储备 安装 投放 种植 转移 治理 淘汰 关停 关闭 取缔 拆除 退出 清理 办好 培养 栽植 推出 更新改造 发放 举办 完善 建立 服务 惠及 ' +
          '增设 优化 扶持 产生 创成 开通 争创',
      ),
    );
  });

  it.each(alternatives(OTHER_DOINGS))('停车场%s5个 has a verb of its own', (verb) => {
    expect(measured(`新建公园3个，停车场${verb}5个`)[1]).not.toContain('新建');
  });
  it.each(alternatives(TOLD_BEFORE))('提前5日%s comes before something', (verb) => {
    expect(read(`应提前5日${verb}会议安排`).deadlines.map(({ kind }) => kind)).toEqual(['event']);
  });
  it.each(Array.from('报评查巡访训检考议督研调'))('每日一%s', (verb) => {
    expect(ONE_BY_ONE).toContain(verb);
    expect(read(`实行每日一${verb}制度`).frequencies.map(({ per }) => per)).toEqual(['日']);
  });

  it.each(
    words(
      '确保 力争 争取 努力 务必 必须 要求 要 将 把 由 按照 其中 全面 基本 进一步 继续 累计完成 累计实现 至少 安排 实现 完成 保持 推动 推进 做到 开展 做好 抓好 加强 ' +
        '强化 启动 承接 督促 指导 引导 鼓励 支持 探索 研究 配合 组织 实施 使 为 对 在',
    ),
  )('%s only says that it is to be done', (verb) => {
    expect(measured(`${verb}隐患整改率达95%`)).toEqual(['隐患整改率 95']);
  });
  it.each(['组织体系', '实施方案', '使用', '为主', '对口帮扶', '在建工程'])('%s覆盖率 is a rate', (noun) => {
    expect(measured(`${noun}覆盖率达95%`)).toEqual([`${noun}覆盖率 95`]);
  });
  it.each(alternatives(MANNER))('%s推进 says how', (manner) => {
    expect(measured(`${manner}推进隐患整改率达95%`)).toEqual(['隐患整改率 95']);
  });
  it.each(alternatives(GOES_ON))('长期%s goes on', (verb) => {
    expect(read(`长期${verb}隐患排查`).deadlines.map(({ kind }) => kind)).toEqual(['ongoing']);
  });
  it.each(alternatives(DONE))('6月底前%s is by then', (verb) => {
    expect(read(`6月底前${verb}`).deadlines.map(({ text }) => text)).toEqual([`6月底前${verb}`]);
  });
});

describe('things', () => {
  const cases = {
    document: '》 手册 指导意见 实施意见 意见 指南 读本',
    list: '清单库 清单 台账 目录 名录 名单',
    plan: '方案 规划 计划 预案',
    mechanism: '机制 制度 办法 规程 细则',
    system: '数据库 系统 平台 应用场景 应用 场景',
  };
  it.each(Object.entries(cases))('%s', (kind, line) => {
    for (const word of words(line)) expect([word, kindOfThing(`值班${word}`)]).toEqual([word, kind]);
  });
  it('have a case each', () => {
    expect(sorted(THING)).toEqual(Object.values(cases).flatMap(words).sort());
    expect(sorted(SYSTEM)).toEqual(words(cases.system));
    expect([...alternatives(PAPER), ...alternatives(SYSTEM)].sort()).toEqual(sorted(THING));
  });
  it('are none where they end otherwise', () => expect(kindOfThing('值班室')).toBeUndefined());
});

describe('works and spots', () => {
  const cases =
    '护岸 堤防 堤坝 大坝 水库 山塘 塘堰 排洪渠 灌溉渠 沟渠 河道 河段 山洪沟 泵站 水闸 水厂 水毁工程 人饮工程 滑坡 危岩 崩塌 塌岸 泥石流 ' +
    '不稳定斜坡 地灾点 隐患点 公路 道路 大桥 桥梁 危桥 隧道 码头 渡口 路段 路口 箱涵 管网 涵洞 矿山 煤矿 尾矿库 变电站 污水处理厂 ' +
    '垃圾填埋场 卫生院 敬老院 养老院 小学 中学 学校 幼儿园 安置点 避难场所 农贸市场 文化站 消防站';
  it('are known', () => expect(sorted(SITES)).toEqual(words(cases)));
  it.each(cases.split(' '))('红岩镇%s', (word) => {
    const townshipsIn = () => [{ unit: '红岩镇', start: 0, end: 3 }];
    const { sites } = readDemands(`红岩镇龙湾${word}整治`, { name: '某任务', year: 2026, townshipsIn });
    expect(sites.map(({ text }) => text)).toEqual([`红岩镇龙湾${word}`]);
  });
});

describe('measure words', () => {
  it.each([
    ['%', { rate: true }],
    ['个百分点', { rate: true, han: true }],
    ['公里', { han: true, built: true }],
    ['座', { han: true, built: true }],
    ['台', { han: true }],
    ['个', { built: true }],
    ['件', {}],
    ['小时', { span: true }],
    ['台（套）', { han: true }],
    ['台（件）', { han: true }],
    ['分', { span: true }],
    ['尾', {}],
    ['卷', {}],
    ['丸', {}],
  ])('%s', (word, known) => expect(measureWord(word)).toEqual(known));

  it.each(['平方公里', '立方米', '微克/立方米', '人次', '台套', '台（套）', '个工作日'])(
    '%s is read whole',
    (word) => expect(new RegExp(MEASURE_WORD, 'u').exec(word)?.[0]).toBe(word),
  );
});

describe('references', () => {
  it.each(['以上三项', '上述2条', '前述两点', '以下12类', '下列十二个', '前１项'])('%s', (text) => {
    expect(text).toMatch(new RegExp(`^${REFERENCE}$`));
  });
  it('mean what stands above', () => expect(sorted(ABOVE)).toEqual(words('以上 上述 前述')));
});

describe('punctuation', () => {
  it.each([
    [CLAUSE_STOPS, '甲、乙（丙），丁', ['甲、乙（丙）', '丁']],
    [SENTENCE_STOPS, '甲，乙。丙！丁？戊', ['甲，乙', '丙', '丁', '戊']],
    [NAME_STOPS, '甲、乙（丙）丁 戊', ['甲', '乙', '丙', '丁', '戊']],
  ])('%j', (stops, text, parts) => {
    expect(text.match(new RegExp(`[^${stops}]+`, 'g'))).toEqual(parts);
  });
  it.each([
    [BRACKETED, '甲（乙）丙', '（乙）'],
    [BRACKETED, '甲(乙)', '(乙)'],
    [NESTED, '甲（各乡镇（街道）牵头）', '（各乡镇（街道）牵头）'],
  ])('%s', (pattern, text, found) => expect(new RegExp(pattern).exec(text)?.[0]).toBe(found));
});
