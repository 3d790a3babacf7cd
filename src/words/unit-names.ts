import { anyOf, wordsIn } from './any-of.js';
import { UNITS } from './collectives.js';
import { TERRITORIES } from './levels.js';

/** What complete names of units end in, so that a name can be told from half of one. */
const ENDINGS: readonly string[] = [
  // 县水利局, 市委, 区应急办, 省民政厅, 县公安局交警队
  ...wordsIn('局 委 办 部 院 会 府 室 处 厅 署 队 社 联'),
  // 运输服务司 of a ministry
  '司',
  // 市科协, 共青团中央, 市委党校, 某某海关, 生产建设兵团, 攻坚专班
  ...wordsIn(
    '协 中央 党校 海关 兵团 民兵连 民兵营 专班 领导小组 专项小组 专项组 工作组 委机关 政府机关 派驻组 巡察组 督查组 监察组 秘书组 指导组 督导组 联络组 协调组 调查队',
  ),
  // 汽车站, 派出所, 林场, 博物馆, 电视台, 养老院, 产业园, 水厂
  ...wordsIn('站 所 场 馆 台 园 厂'),
  // 某县, 某乡, 某街道
  ...TERRITORIES,
  // 水务公司, 疾控中心, 建工集团, 农业银行, 某某学校, 某某大学
  ...wordsIn('公司 中心 集团 银行 学校 大学 中学 小学 高校'),
  // 某某工务段, 车务段
  ...wordsIn('工务段 车务段 电务段 机务段 供电段 客运段 车辆段'),
  // 保险监管机构, 医保经办机构
  ...wordsIn('监管机构 监督管理机构 经办机构'),
  // 农发行, 某某支行
  ...wordsIn('农发行 农商行 总行 分行 支行'),
];

/** What complete names of units end in, as a pattern. */
export const NAME_ENDING = anyOf(ENDINGS);

/** What parts of one bureau end in: 基金监管股, 财务科, 建设管理科; no 入股, no 学科. */
export const SECTION_ENDING =
  '(?:(?<![控入参持配])股|(?:(?<![专全学本理文工医百教妇儿外内骨眼产牙口])|(?<=政工|[宣科社文职]教|政教|[管治审受办代护]理|安全))科)';

/** Endings that in a sentence end nothing but the name of who does it: 县教育局要, 各部门应. */
export const DOER = anyOf([
  ...wordsIn('局 委 办 部 厅 会 中心 公司 企业 学校 医院 政府 乡镇 街道'),
  ...UNITS,
]);

/** What a line of addressees ends in: 各乡镇人民政府，县级各部门. */
export const ADDRESSED = anyOf([...ENDINGS, ...UNITS, ...wordsIn('政府 办事处 委员会 企业 成员')]);

/** What the names of bodies with member units end in; 教委 and 管委会 end alike and have none. */
export const COMMITTEE_ENDING = anyOf([
  // 区安委会, 县安全生产委员会
  ...wordsIn('安委 安委会 安全委员会 安全生产委员会'),
  // 市减灾委, 县禁毒委员会, 区防火委, 县爱卫会
  ...wordsIn('灾委 灾委员会 禁毒委 禁毒委员会 防火委 防火委员会 爱卫会 爱卫委'),
  // 县防汛抗旱指挥部, 工作领导小组, 某某专班, 部门联席会议
  ...wordsIn('指挥部 防指 领导小组 工作组 专班 联席会议'),
]);

/** Companies that name their branches after places, and go by their brand. */
export const BRAND = `(?:中国)?${anyOf(wordsIn('电信 移动 联通 铁塔 广电 石油 石化 邮政 人寿 人保'))}`;

/** 中国电信某市分公司; what is behind the brand in `ending`. */
export const BRANCH_OF_BRAND = `${BRAND}(?<ending>.{0,20}公司)`;
