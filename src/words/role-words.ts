import type { Role } from '../model/taskbook.js';
import { anyOf, wordsIn } from './any-of.js';
import { UNITS } from './collectives.js';

/**
 * What words say of somebody's part in a task: they lead, they help, or, `shared`, they do it
 * together and the words do not tell who leads (按职责分工负责).
 */
export type SaidRole = Role | 'shared';

/** A word by which notices say who has which part in a task. */
interface RoleWord {
  readonly word: string;
  /** What it means over a column and before a colon: 牵头单位, 牵头单位：. */
  readonly column?: Role;
  /** What it means behind a name: 某局牵头. */
  readonly verb?: SaidRole;
  /** Whoever has this part leads where nobody in the clause is said to: 主管部门. */
  readonly mayLead?: true;
  /** What ends right before it, as a verb: 县生态环境局监管; 市场监管 is an office, and 负责监管 what one does. */
  readonly behind?: string;
  /** It says a part only where nothing follows it: 市政府督办, and not 市政府督办事项. */
  readonly alone?: true;
  /** It says a part in whatever brackets it stands, and is no word of a goal: （某局与某局共同牵头）. */
  readonly telling?: true;
}

/** One line a word; the headers, labels, verbs and brackets of all stages are made from it. */
export const ROLE_WORDS: readonly RoleWord[] = [
  { word: '牵头', column: 'lead', verb: 'lead', telling: true },
  { word: '主办', column: 'lead', verb: 'lead' },
  { word: '主责', column: 'lead', verb: 'lead' },
  { word: '独办', column: 'lead', verb: 'lead' },
  { word: '负总责', column: 'lead', verb: 'lead' },
  { word: '主要责任', column: 'lead' },
  { word: '主体责任', column: 'responsible' },
  { word: '领办', column: 'lead', verb: 'lead' },
  { word: '牵总', column: 'lead', verb: 'lead' },
  { word: '发起', column: 'lead' },
  { word: '第一责任', column: 'lead' },
  { word: '召集', column: 'lead' },
  { word: '支撑', column: 'responsible' },
  { word: '参演', column: 'responsible' },
  { word: '主管', column: 'responsible', mayLead: true },
  { word: '责任', column: 'responsible' },
  { word: '责任落实', column: 'responsible' },
  { word: '成员', column: 'responsible' },
  { word: '配合', column: 'responsible', verb: 'responsible', telling: true },
  { word: '协办', column: 'responsible', verb: 'responsible' },
  { word: '协抓', column: 'responsible', verb: 'responsible' },
  { word: '辅责', column: 'responsible', verb: 'responsible' },
  { word: '次责', column: 'responsible', verb: 'responsible' },
  { word: '协责', column: 'responsible', verb: 'responsible' },
  { word: '协助', column: 'responsible', verb: 'responsible' },
  { word: '协同', column: 'responsible', verb: 'responsible' },
  { word: '参与', column: 'responsible', verb: 'responsible' },
  { word: '参加', column: 'responsible', verb: 'responsible' },
  { word: '为辅', column: 'responsible', verb: 'responsible', alone: true },
  { word: '会签', column: 'responsible', verb: 'responsible' },
  { word: '会办', column: 'responsible', verb: 'responsible' },
  { word: '指导', column: 'responsible', verb: 'responsible' },
  { word: '督导', column: 'supervising', verb: 'supervising' },
  { word: '督促', column: 'supervising', verb: 'supervising' },
  { word: '监督', column: 'supervising', verb: 'supervising' },
  { word: '支持', column: 'responsible', verb: 'responsible' },
  { word: '负责', column: 'responsible', verb: 'shared', telling: true },
  { word: '落实', column: 'responsible', verb: 'shared' },
  { word: '实施', column: 'responsible', verb: 'shared' },
  { word: '推进', column: 'responsible', verb: 'shared' },
  { word: '承办', column: 'responsible', verb: 'shared', mayLead: true },
  { word: '承建', column: 'responsible', verb: 'shared' },
  { word: '执行', column: 'responsible', verb: 'shared' },
  { word: '办理', column: 'responsible', verb: 'shared' },
  { word: '分办', column: 'responsible', verb: 'shared' },
  { word: '把关', column: 'responsible', verb: 'shared' },
  { word: '阅办', column: 'lead', verb: 'lead' },
  { word: '研办', column: 'responsible', verb: 'shared' },
  { word: '属地', column: 'responsible' },
  { word: '属事', column: 'responsible' },
  { word: '主抓', column: 'lead', verb: 'lead' },
  { word: '抓总', column: 'lead', verb: 'lead' },
  { word: '为主', column: 'lead', verb: 'lead', alone: true },
  { word: '建设', column: 'responsible' },
  { word: '业主', column: 'responsible' },
  { word: '代建', column: 'responsible' },
  { word: '直接责任', column: 'responsible' },
  { word: '管护', column: 'responsible' },
  { word: '养护', column: 'responsible' },
  { word: '运营', column: 'responsible' },
  { word: '包保', column: 'responsible' },
  { word: '包联', column: 'responsible' },
  { word: '帮扶', column: 'responsible' },
  { word: '会同', column: 'responsible' },
  { word: '协作', column: 'responsible' },
  { word: '督办', column: 'supervising', verb: 'supervising', alone: true },
  { word: '督查', column: 'supervising', verb: 'supervising', alone: true },
  {
    word: '监管',
    column: 'supervising',
    verb: 'supervising',
    behind: '[局委办厅部会府心司院站所队社处镇乡道村]',
    alone: true,
  },
];

/** 县商务局要牵头. */
const MUST = '(?:要|应当|须)';
/** 三家共同牵头, 联合实施. */
const TOGETHER = '(?:[两二三四五六七八九十]家)?(?:共同|联合)';

/** 分行业负责, 分级落实. */
export const SHARED_BY = `(?:分(?:行业|领域|区域|片区|部门|级|口|类|块|线)){1,2}`;

/** How one helps: 全力配合, 主动参与. */
export const EAGERLY = '(?:积极|全力|主动|密切|大力|全程|派员|派人|派专人)';

/** What stands around the words of each part: 总牵头, 积极配合做好, 分别负责落实. */
const AROUND: Readonly<Record<SaidRole, { readonly before: string; readonly after: string }>> = {
  lead: {
    before: `${MUST}?(?:(?:充分)?发挥好?)?(?:总|${TOGETHER}|分别|负责|具体)?`,
    after: '(?:(?<=发挥牵头|发挥好牵头)作用|抓总|负责|组织|督导|督办|统筹|协调|推进)?(?:实施|落实)?',
  },
  responsible: {
    before: `${MUST}?(?:${EAGERLY}|${TOGETHER}|协助|具体|分别|负责|技术|业务|提供技术)?`,
    after: '(?:做好|负责|支持)?(?:落实|实施|推进)?',
  },
  supervising: { before: '(?:负责|具体|全程)?', after: '(?:指导|检查|落实|推进|整改)?' },
  shared: {
    before: `(?:分别|分工|分段|分片|具体|主要(?=负责)|${TOGETHER}|属地|各自|自行|自主|参照|${SHARED_BY})?(?:负责|抓好?|组织|推动|贯彻|认真)?`,
    after: '',
  },
};

/** Each does their own: 各负其责. */
const EACH_THEIR_OWN = wordsIn('各负其责 各司其职 分工负责');

const those = (wanted: (word: RoleWord) => unknown) =>
  anyOf(ROLE_WORDS.filter(wanted).map(({ word }) => word));

/** Words that say a part behind names, as a pattern, each with what may stand around it. */
export function verbsOf(role: SaidRole): string {
  const { before, after } = AROUND[role];
  const words = ROLE_WORDS.filter(({ verb }) => verb === role).map(({ word, behind }) =>
    behind === undefined ? word : `(?<=${behind})${word}`,
  );
  const verbs = `${before}${anyOf(words)}${after}`;
  return role === 'shared' ? `(?:${verbs}|${anyOf(EACH_THEIR_OWN)})` : verbs;
}

/** What heads a list and says nobody's part: 责任分工：, 部门分工：. */
export const FRAMING = `(?:${anyOf(wordsIn('责任 部门 任务 职责 工作'))}?分工|${anyOf(wordsIn('交办 拟办 办理 分办 批办 承办'))}意见)`;

/** 主管, 承办: who has the part may lead. */
export const MAY_LEAD = those(({ mayLead }) => mayLead);

/** 负责 as what is done: not 负责人, 负责制, 负责同志; but 负责人口普查, 负责人大建议, 负责制止. */
export const IS_TO =
  '负责(?!人(?![口民防才事居力大工类]|用[^，。；]{0,6}苗)|制(?![定订作止造约])|同志|任(?!务))';

/** One who does so alone leads: 某局负责, 由某局具体负责落实, 各街道办事处负责. */
export const ALONE_LEADS =
  '^(?:具体|全面|统一|主要)?(?:负责|承担|统筹|办理|抓(?=好?落实|$)|组织(?:实施|落实|推进))';

/**
 * What may begin the words that say what somebody does, where they say more than their part:
 * 分别负责本行业预案, 结合实际抓好落实, 研究提出方案.
 */
export const DOING = anyOf([
  ...ROLE_WORDS.flatMap(({ word, verb, alone }) => (verb && !alone ? [word] : [])),
  ...wordsIn(
    '分别 具体 进行(?!考[核评]|督|检查|通报|抽查|评[估价])(?=[一-龥]{2}) 优先(?!级|股|权) 共同 联合(?!会|体|社|国) 委托(?!人|方|书) 聘请 邀请(?=专家|专业|第三方|有关|相关) 先行 逐项 逐一 全面 统一 积极 按 按照 根据 依据 结合 参照 对照 围绕 针对 全程 第一时间 高度(?=重视) 作为(?=[一-龥]{2,4}单位) 研究(?![生院所室会]) 提出 制定 起草 组织 开展 完成 摸清 摸排 做好 抓好 严厉 签订 拟定 加强 强化',
  ),
  ...wordsIn(
    '予以 给予 集体 安排 推荐 初评 审议 审定 评审 出具 收集 受理 上报 拨付 支付 发文 认定 确认 把关 通报 印发 反馈 报送 转办 交办 处理 接收 移交 管护 清运 负担 兜底 整改 排查 治理 整治',
  ),
  ...wordsIn(
    '抓紧 尽快 立即 (?<![，。；：、\\s（])对(?![外口象]) 做好 抓好 加强 强化 保障 推动 提供 统筹 协调 承担 建立 编制 拟订 拟定 修订 出台 筹备 筹办 举办 汇总 审核 复核 核验 核查 验收 组成 (?<!从[^，。；]{0,12})抽调人员(?=参加|组成|参与) 跟踪 限期',
  ),
]);
/** To be the one who leads: 牵头. */
export const TO_LEAD = those(({ verb }) => verb === 'lead');

/** The one who stands first in a list: 第一个单位, 首位, 排在前位. */
export const FIRST_IN_LIST = '(?:第一|首|最前|(?:排名|排列|排|列|位|居)[在于]?最?前)';

/** Whom a header or label means by a word: 牵头单位, 责任科室, and in a township 牵头站所, 责任办所. */
export const WHO = `(?:${anyOf([...UNITS, ...wordsIn('科室 处室 部室 股室 司局 主体 委办局')])}|(?:中心)?[站办所]{2,3})`;

/** Whom a header means by where they are, or by what they are where there are many: 责任社区, 牵头镇街, 责任学校. */
export const THERE = anyOf(
  wordsIn(
    '社区 村居 村社 村组 村 乡镇 镇街 街镇 街道 镇 乡 园区 县区 区县 县市 市县 市区 旗县 旗区 县市区 市县区 区市县 学校 企业 医院 银行',
  ),
);

/** Whom a label means by where they are: 责任社区：, 责任乡镇：; and by their level alone: 省级：, 市县：. */
export const WHO_THERE = `(?:第[一二三四五六七八九十\\d]{1,2}(?:小?组|片区?|标段|分队|梯队)|(?:责任|落实|落地|实施|配合|属地|包保)(?:${THERE}|${anyOf(wordsIn('板块 片区 地区 部室 股室 站所 司局'))})|${anyOf(wordsIn('省级 市级 州级 县级 区级 市县 省直 市直 州直 县直 区直'))})`;

/** The words that say each part over a column and before a colon. */
const OF_COLUMN: Readonly<Record<Role, string>> = {
  lead: those(({ column }) => column === 'lead'),
  responsible: those(({ column }) => column === 'responsible'),
  supervising: those(({ column }) => column === 'supervising'),
};
/** Words that mean the same over a column as behind a name head a column without 单位, too: 牵头, 配合. */
const BARE = those(({ column, verb }) => column === 'responsible' && column === verb);
const BARE_SUPERVISING = those(({ column, verb }) => column === 'supervising' && column === verb);

/** 及责任人 behind 责任单位: people stand in the cells, too. */
const AND_WHO = '(?:[及和与、/](?:其)?(?:责任人|负责人|责任领导|分管领导|联系人))?';
const PART_OF_IT =
  '(?:责任|负责|主管|组织|落实|实施|承办|推进|考核|整改|检查|督查|验收|办理|协调|管理|治理|建设|起草|审核|监管|监督|防控|处置|服务|保障|执法|整治|指导|统筹|评估|编制|制定|修订|包联|包保|包抓|帮扶|挂联|联系){0,2}';

/** What heads a column of those who lead: 牵头单位, 组织单位, 总牵头, 主办责任单位, 主要责任部门. */
export const LEAD_HEADER = `(?:组织单位|总?${OF_COLUMN.lead}(?:${PART_OF_IT}${WHO}?|${THERE})${AND_WHO})`;

/** Those who lead, behind words of what: 专班牵头单位. */
export const LEADERS = `${OF_COLUMN.lead}${PART_OF_IT}${WHO}${AND_WHO}`;

/** Those who have a part, behind words of what: 整改责任单位, 市级监督部门. */
export const RESPONSIBLES = `(?:${OF_COLUMN.responsible})${PART_OF_IT}${WHO}${AND_WHO}`;
export const SUPERVISORS = `(?:${OF_COLUMN.supervising})${WHO}${AND_WHO}`;

/** 数据来源部门, 数据提供单位: they give the figures by which others are judged. */
const OF_DATA = `(?:指标|考核)?数据${anyOf(wordsIn('来源 提供 采集 报送 统计'))}${WHO}`;

/** What heads such a column without 单位: 项目业主. */
const OWNERS = anyOf(wordsIn('项目业主 (?<!行)业主 项目法人 项目单位 用地单位 运营单位 属地政府'));

/** 行业主管部门, 行业部门: they have a part by their trade. */
const OF_TRADE = `行业(?:主管|管理|业务|职能|责任)?${WHO}`;
/** 责任村, 属地镇街: they have a part by where it is done. */
const OF_THERE = `(?:责任|落实|属地)${THERE}${AND_WHO}`;
const HELPERS_THERE = `${anyOf(wordsIn('配合 协办 协同 参与'))}${THERE}${AND_WHO}`;

/** Whether a header, without its blanks, is of a second column of units: 行业主管部门, 属地单位, 建设单位, 责任村（社区） beside 责任单位. */
export const HEADS_SECOND = new RegExp(
  `^(?:${OF_TRADE}|${OF_THERE}|(?:主管|属地)(?:责任)?${WHO}${AND_WHO}|(?:建设|施工|业主)单位)(?:\\([^()]*\\))?$`,
);

/** What heads a column of those who help: 责任单位, 具体落实部门, 配合. */
export const RESPONSIBLE_HEADER = `(?:${OWNERS}|${OF_DATA}|${OF_TRADE}|${OF_THERE}|${HELPERS_THERE}|(?:主要|具体|共同|其他|有关|相关|直接)?${OF_COLUMN.responsible}${PART_OF_IT}${WHO}${AND_WHO}|${BARE})`;

/** 验收单位, 数据审核部门, 结果认定单位: they look at what others have done. */
const CHECKERS = `(?:(?!参与|参加|配合|协助|协同|牵头|责任|承办)[一-龥]{2})?(?:${anyOf(wordsIn('验收 审核 复核 核验 认定 考核 评价 评估 评分 打分 抽查 检查 检验 巡查 核查 验收销号'))}){1,2}(?:责任)?${WHO}`;

/** What heads a column of those who watch over it: 监督单位, 督导部门, 验收单位. */
export const SUPERVISING_HEADER = `(?:${OF_COLUMN.supervising}(?:指导|责任|检查)?${WHO}${AND_WHO}|${CHECKERS}|${BARE_SUPERVISING})`;

/** 配合单位, 参与部门: they have a part in what others do. */
export const HELPING_HEADER = `(?:${OWNERS}|${OF_DATA}|${anyOf(wordsIn('配合 协办 协助 协同 协作 参与 参加 会办 会同 支持 支撑 参演 实施 落实 成员 属地 指导 建设 (?<!行)业主 帮扶'))}(?:责任)?(?:${WHO}|${THERE})?(?:\\(${WHO}\\))?)`;

/** Whether a header, without its blanks, is of those who help. */
export const HEADS_HELPERS = new RegExp(`^${HELPING_HEADER}$`);

/** 承办: those under it lead where no column says who else does. */
export const MAY_LEAD_HEADER = `^(?:主要|具体|决策|事项|项目|任务)?${anyOf(wordsIn('承办 办理'))}(?:责任)?${WHO}?`;

/** 牵头验收单位, 组长单位, whatever else it says: whoever has it leads. */
export const LEADS_BY_LABEL = `^(?:总?${OF_COLUMN.lead}|组长${WHO})`;

/** 牵头单位, 责任部门 wherever they stand. */
/** Who made, handed in or published a paper: no part in a task. */
export const MAKERS = wordsIn('填报 填表 编制 制表 申报 报送 上报 发文 印发 主送 抄送 联系 计量');

export const WHO_LABEL = `${those(({ column }) => column)}${WHO}`;

/** 各项任务的主办单位, 各表所列: whose part it is. */
const HOLDERS_OF = `(?:(?:各项?|每项|上述|以上|所有|本|各?表中?)?(?:任务|工作|事项|项目)?(?:的|由|所列)?)`;

/** 主办单位, 各相关责任单位, 各表所列单位均: whoever has a part, and no name. */
export const HOLDERS = `(?:${HOLDERS_OF}(?:各|有关|相关){0,3}(?:${those(({ column }) => column)}){1,2}${WHO}(?:[要应须需].{0,8})?|${HOLDERS_OF}(?<=所列)单位[均都即]?)`;

/** 为牵头单位, 作为责任单位, 担任召集人单位 behind a name. */
export function isLabelOf(role: SaidRole): string | undefined {
  if (role === 'shared') return undefined;
  return `(?<!${FIRST_IN_LIST}[一-龥]{0,6})(?:作?为|是|担任)(?:(?:行业|项目|工程|[该此本这][一-龥]{0,10}?的|[一-龥“”]{2,16}?的)?${OF_COLUMN[role]}(?:责任|主办|承办)?(?:人?${WHO}|(?<=(?:[局委办厅院镇乡司心府会站所村]|街道|社区)(?:作?为|是|担任)(?:第一|直接)责任)人)${role === 'responsible' ? `|${OWNERS}(?:${WHO})?` : ''})`;
}

/** Any of them. */
export const IS_LABEL = anyOf(
  ['lead', 'responsible', 'supervising'].map((role) => isLabelOf(role as Role) as string),
);

/** Any word of a part: what `verbsOf` and `isLabelOf` cannot be without; they are large. */
export const ANY_PART = anyOf([...ROLE_WORDS.map(({ word }) => word), ...EACH_THEIR_OWN, OWNERS]);

/** What `IS_LABEL` cannot be without; it is large, too. */
export const MAY_BE_LABEL = `(?:[为是]|担任)[^，。；：]{0,80}?(?:${WHO}|人|业主|政府)`;

/** Any word that says a part in whatever brackets it stands. */
export const TELLING = those(({ telling }) => telling);
