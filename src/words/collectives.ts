import { anyOf, wordsIn } from './any-of.js';
import { MARK_BEGINS } from './levels.js';
import { PHRASE_STOPS } from './punctuation.js';

// Parts of which notices make names for many units together: 各乡镇（街道）, 区级有关行业主管部门.

/** All of them. */
export const ALL_OF = '各';

/** Those whom it concerns. */
const CONCERNED = wordsIn('有关 相关');

/** 各乡镇, 有关部门: what a collective name begins with. */
export const WHICH = anyOf([ALL_OF, ...CONCERNED]);

/** 各, 有关 or both: 市直各有关部门. */
export const ALL_OR_SOME = `(?:${ALL_OF}?${anyOf(CONCERNED)}|${ALL_OF})`;

/** What stands before sorts of territories that make a group: 各县（市、区）, 所涉市、县, 项目所在县（区）, 13个街道、镇. */
export const WHERE = `(?:${ALL_OR_SOME}|其他|所涉|涉及|属地|(?:项目|事故|案件|企业|隐患)?所在地?|[事案]发地|\\d{1,3}个)`;

/** Of those whose head is elsewhere: 中省驻市单位, 中央驻某市各单位. */
export const STATIONED = `(?:中央[、和]?省?|中、?省|部省|省部|省|市)?直?驻`;

/** Some of them; which, is not said: 各有关乡镇, 所涉街道. */
export const SOME_OF = `(?:各?${anyOf(CONCERNED)}|所涉|涉及)`;

/** What units are called together. */
export const UNITS = wordsIn('部门 单位 机构');

export const UNITS_AT_END = new RegExp(`${anyOf(UNITS)}$`);

/** The units of a body: 区安委会成员单位. */
export const MEMBER_UNITS = '成员单位';

/** By what units are grouped: 行业主管部门, 属地责任单位. */
export const GROUPED_BY = anyOf(wordsIn('行业 主管 监管 职能 业务 属地'));

/** By their part in works: 施工单位, 项目单位. */
export const PART_IN_WORKS = anyOf(
  wordsIn(
    '项目 项目建设 项目实施 项目业主 项目责任 施工 监理 设计 参建 承建 代建 业主 运营 运维 管护 养护 产权 权属 维保 维护 维修 检测 电梯维保 电梯使用 林地所有 土地所有 所有权 事故 肇事 涉事 受灾 使用 用人 用工 用地 经营 管理使用 市场开办 市场主办 物业服务 物业管理',
  ),
);

/** Those who run the networks: 三大运营商, 各通信运营企业. */
export const OPERATORS = `(?:[三四]大|[三四]家|${ALL_OR_SOME}|各大)?${anyOf(wordsIn('通信 通讯 电信 基础电信 电信基础'))}?(?:运营商|运营企业)`;

/** Townships that are no streets. */
export const TOWNS = `${anyOf(wordsIn('乡镇 镇乡 乡（镇） 镇（乡） 镇 乡 苏木镇 苏木乡镇 苏木'))}(?:党委[、和]?政府|人民政府|政府)?`;

export const STREETS = anyOf(wordsIn('街道办事处 街道办 街道'));
/** In brackets behind townships: 镇（街）. */
const STREETS_TOO = `（(?:${STREETS}|街)）`;

/** All townships: 乡镇（街道）, 镇街, 乡镇人民政府、街道办事处. */
export const TOWNS_AND_STREETS = [
  `(?:(?:乡、?镇?|镇、?乡?)（(?:[乡镇]、)?(?:${STREETS}|街)）(?:党委[、和]?政府|人民政府|政府)?|`,
  `${TOWNS}\\s*(?:${STREETS_TOO}|[、和及]?${STREETS})(?:党委[、和]?政府|人民政府)?`,
  '|镇街(?:道)?|街镇|街乡)',
].join('');

/** What a place has many of, beside offices: 各社区, 各中小学、幼儿园. */
export const LOCAL_BODIES = anyOf(
  wordsIn(
    '科室 处室 股室 站所 企业 社区 行政村 村 中小学 中小学校 小学 初中 高中 初中学校 高中学校 学校 幼儿园 高校 职业学校 卫生院 医院 网格 园区',
  ),
);

/** What stands between one who leads and those with whom it is done. */
export const JOINS = '(?:会同|会商|商|会|组织|联系|[要应当须]联合)';

/** 会同 before others; 会同县人民政府 is of a county. */
export const WITH_OTHERS = '会同(?!县(?:人民)?政府|县(?:[、，。；）]|$))';

/** 甲局组织县燃气公司检查: whoever is organised has a part; not 组织县委常委会. */
const THEM = `(?=[${MARK_BEGINS}](?!委常委|政府常务|[直级域])[一-龥]{1,12}?(?:[局委办厅院]|公司|中心|大队|学校))`;
export const ORGANISES_THEM = `(?:组织|联系)${THEM}`;
export const ORGANISES = `组织(?!${THEM})`;

/** 甲局会同乙局, 甲局商市乙局, 甲局会县乙局, 甲局组织县乙局、县丙局: the first leads. */
export const TOGETHER_WITH = `(?:(?:要|应当?|须)?(?:积极|主动)?会同|(?:要|应当?|须)(?:积极|主动)?联合(?=[${MARK_BEGINS}])|(?<=[局厅办部院])会商(?=[${MARK_BEGINS}])|(?<![工外电招])商(?=[${MARK_BEGINS}]|地区|国网|中国|有关|相关)|(?<=[局厅办部委])商(?=(?!务)[一-龥]{2,8}?(?:局|委|办|厅|政府)(?:[、，。；]|[研妥协办提解处]))|(?<=[局厅办部])会(?=[${MARK_BEGINS}])|(?<=[局厅办部委府司科股室站所处])(?:${ORGANISES_THEM}|联合(?=[${MARK_BEGINS}])))`;

/** 各分局选派2名执法人员, 各班主任提前: what holds a count, or ends in how it is done, is no group's name alone. */
export const IN_NO_GROUP =
  /[^\d]\d{1,4}[名人次份月日时]|必须|选派|发动|动员|以[^，。；]{1,6}为单位|推荐|提前|自行|亲自|带头|相互$|(?:编排|统一|共同|分头|做到|请|贯彻|认真|严格|切实|抓紧)$|[是为][^，。；]{0,16}责任/;

/** 县住建局指导各乡镇排查: what one does to those behind it. */
export const TOLD_BY_OTHERS = anyOf(wordsIn('指导 督促 督导 监督 组织 协调 会同 配合 协助 联合 要求 通知'));

/** What joins two names. */
export const AND = anyOf([TOGETHER_WITH, ...wordsIn('以及 和 及 与')]);

/** What stands in one name of many, and is not where it ends and another begins. */
export const INSIDE = `[^${PHRASE_STOPS}（）\\s等和及与]`;
