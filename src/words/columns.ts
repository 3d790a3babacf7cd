import type { ColumnRole } from '../model/column-role.js';
import { anyOf, wordsIn } from './any-of.js';
import { DASH, HALF, MONTH, QUARTER, TIME_NAMES, YEAR } from './calendar.js';
import { UNITS } from './collectives.js';
import { OF_WHICH_LEVEL, MARK as TERRITORY } from './levels.js';
import { remembered } from './remembered.js';
import {
  LEAD_HEADER,
  LEADERS,
  RESPONSIBLE_HEADER,
  RESPONSIBLES,
  SUPERVISING_HEADER,
  SUPERVISORS,
  THERE,
} from './role-words.js';

/**
 * What a header means by itself. Some mean one thing or another by what else the table has: 重点任务 and
 * 任务内容 are a name or what is to be done, 反馈问题 is a name where nothing else is, 措施 is a goal or stands
 * beside one.
 */
export type HeaderMeaning = ColumnRole | 'task' | 'content' | 'problem';

/** What such a header is where nothing else is known. */
const ALONE = { task: 'name', content: 'goal', problem: 'name', step: 'goal' } as const;

/** What a header may say before what it is about: 重点工作, 年度主要目标. */
const KINDS =
  '(?:重点|工作|主要|具体|年度|任务|整治|整改|项目|指标|文件|应用|平台|活动|措施|改革|核心|目标|专项|推进|督查|督办|攻坚|全年|总体|建设|阶段|绩效|考核|验收)*';
/** What a header does not begin with: it is then about something else, or of another year. */
const NOT_FIRST = '(?!由|非|原|旧|新旧|其他|不|附|无|上年|去年|同期|备注|完成情况|台账|档案|佐证|资料)';
/** Any few words: 民生, 反馈, 县级重点. */
const FEW = `${NOT_FIRST}[一-龥A-Za-z“”]{0,8}?`;

/** For which work units have a part: 整改责任单位. */
const OF_WHAT = anyOf(wordsIn('整改 治理 整治 问题 任务 工作 项目 措施 落实 检查 建议 提案 活动 改革 指标'));

const ANY_UNIT = `(?:${anyOf(UNITS)})`;
const HEADS_TWO = new RegExp(
  `^(?:${LEAD_HEADER}[/、及和与]${RESPONSIBLE_HEADER}|(?:牵头|主办)[(、/及和与](?:责任|配合|协办|参与)\\)?${ANY_UNIT})$`,
);

/** What stands between them; the pattern of both is large. */
const BETWEEN_TWO = /[/、及和与(]/;

/** Whether a header is of two parts, who leads first: 主办单位、协办单位. */
export function headsTwo(header: string): boolean {
  const plain = comparable(header);
  return BETWEEN_TWO.test(plain) && HEADS_TWO.test(plain);
}

const TIMES = anyOf([
  ...TIME_NAMES,
  ...wordsIn('日期 时间节点 节点 限期 年限 工期 周期 起止年月 起止时间 起止年限'),
  ...wordsIn('时间要求 时限要求 时间安排 时间进度 进度时限 进度安排 进度要求'),
]);
const DONE_BY = anyOf(
  wordsIn(
    '完成 截止 采购 普法 宣传 整改 办结 办理 办复 答复 回复 落实 推进 实施 销号 建成 竣工 完工 交付 投用 建设 达标 治理 解决 反馈 验收 责任 任务 举办 举行 召开 活动 提请 提交 审议 决策 出台 印发 上会 发布 上线 投产 开放 评估 制定 修订 工作 检查 督查 排查 抽查 巡查 培训 演练 监测 整治 清理 执行 试点 创建 攻坚',
  ),
);

const NAMED = anyOf(wordsIn('名称 题目 案由 标题 事项 实事 项目 工程 课题 议题 专项 诉求 提案 建议'));
const TASKS = anyOf(wordsIn('任务 工作 要点 行动 职责 改革 实事内容 事项内容'));
const CONTENTS = anyOf(
  wordsIn(
    '任务内容 工作内容 任务描述 工作描述 目标任务 任务目标 任务分解 任务细化 细化任务 分解任务 工作细化 任务分工 职责分工 工作分工 职责任务',
  ),
);
const GOALS = anyOf([
  ...wordsIn(
    '目标 内容 要求 标准 规模 重点 标志 目标值 指标值 计划值 任务数 任务总数 总任务数 计划数 目标数 任务量 总任务量 成效 预期成果 工作成果 比例及频次 比例和频次 频次',
  ),
  ...wordsIn(
    '目标内容 目标要求 计划目标 年度指标 全年指标 计划指标 目标指标 任务指标 量化指标 细化指标 具体指标 工作指标 指标任务 指标要求',
  ),
]);
const STEPS = anyOf(wordsIn('措施 举措 做法 对策'));
/** What is done about something by such steps: 解决措施. */
const TO_STEPS = `(?:${anyOf(wordsIn('解决 处理 处置 应对 防控 防范 治理 保障 帮扶 化解 推动 落实 改进 管控'))})?`;
const FIELDS = anyOf(wordsIn('领域 类别 板块 类型 方面 环节 大项 大类 分类 维度'));
/** 目标及要求, 任务内容及标准: two of them in one column. */
const PAIR = '(?:目标|内容|任务|措施)[及和与]?(?:要求|规模|内容|标准|措施|目标)';

const PEOPLE = anyOf(
  wordsIn(
    '领导 领导同志 负责人 责任人 联系人 联络人 联络员 负责同志 责任同志 经办人 承办人 牵头人 包保人 包联人 包抓人 督办人 召集人 组长 专员 值班人员 值班员 河长 林长 市长 县长 区长',
  ),
);
const WITH_PHONE = '(?:姓名|及职务)?(?:[及和、/]?(?:联系)?(?:电话|方式))?';

const MONEY = anyOf(wordsIn('投资 总投资 资金 概算 预算 造价 经费'));

/** 一季度, 1—3月, 3月, 上半年: a part of the year. */
const PART_OF_YEAR = `(?:第?${QUARTER}季度?|${MONTH}月?${DASH}${MONTH}月|${MONTH}月份?底?|${MONTH}月\\d{1,2}日[前底]?|${HALF}半年)`;
const PLAN_BY_PART = `(?:月度|季度|分月|分季度|分季|逐月)(?:推进|工作|进度|目标|任务)*(?:计划|目标|安排|任务|进度)|推进计划|时序进度|形象进度目标`;

const NUMBERED = anyOf(wordsIn('提案 建议 议案 项目 任务 事项 问题 隐患 指标 案 卡 总'));

/**
 * What a column's header may say, for each meaning. The first that matches counts; a year and a level before
 * the words and brackets after them do not. What stands first under a meaning is preferred where two columns
 * of a table could have it.
 */
const HEADERS = (
  [
    ['number', `序号?|编号|项号|号|${NUMBERED}(?:序号|编号|号)`],
    ['lead', LEAD_HEADER],
    ['supervising', SUPERVISING_HEADER],
    ['responsible', RESPONSIBLE_HEADER],
    ['lead', `${FEW}${LEADERS}`],
    ['supervising', `${OF_WHAT}${SUPERVISORS}`],
    ['responsible', `${OF_WHAT}${RESPONSIBLES}`],
    // 主办单位、协办单位 in one column.
    ['responsible', HEADS_TWO.source.slice(1, -1)],
    // 责任领导/责任单位 in one column.
    ['lead', `${FEW}${PEOPLE}[/、及和与]?${LEAD_HEADER}`],
    ['responsible', `${FEW}${PEOPLE}[/、及和与]?${RESPONSIBLE_HEADER}`],
    ['person', `${FEW}${PEOPLE}${WITH_PHONE}`],
    ['schedule', `${PART_OF_YEAR}(?:${KINDS}(?:目标|任务|计划|进度|安排|节点))?|${PLAN_BY_PART}`],
    ['deadline', `(?:拟|预计|计划|要求|规定|最迟)?(?:${DONE_BY}){0,2}${TIMES}`],
    ['weight', '权重|权数|分值|基础分|满分|标准分|赋分'],
    ['scoring', '(?:评分|计分|记分|评价|考核|扣分|打分)(?:标准|办法|方法|细则|规则|方式|依据|说明)'],
    ['counted-in', '计量单位'],
    [
      'money',
      `(?:计划|估算|预计|年度|本年|当年|累计|财政|政府|整改|治理|补助|所需)?(?:完成)?${MONEY}(?:额|金额|规模|计划|估算|安排|需求)?|(?:预算|补助|安排|下达|分配)?金额`,
    ],
    ['remark', '备注|说明|备考'],
    ['step', `${KINDS}${TO_STEPS}${STEPS}`],
    ['content', `${KINDS}${CONTENTS}`],
    [
      'goal',
      `全${TERRITORY}(?:年度)?(?:计划|任务|指标)|(?:全${TERRITORY})?${KINDS}${GOALS}|${FEW}(?:${GOALS}|${PAIR})|(?:建设|项目)?内容[及和与]规模`,
    ],
    ['name', `${FEW}${NAMED}|(?:[一二三四]级|${KINDS}|${FEW})指标(?:名称|内容)?|文件|小项|子项|子任务`],
    ['task', `${KINDS}${TASKS}|${FEW}(?:任务|工作|改革|行动)`],
    ['problem', `${FEW}(?:问题|隐患)(?:描述|表述|表现|内容|清单)?`],
    ['category', `${KINDS}${FIELDS}|行业领域`],
  ] as const
).map(([meaning, words]) => ({ meaning, pattern: new RegExp(`^(?:${words})$`) }));

/** 2026年指标 and 2026年计划 say how much in that year, 指标 by itself says what is measured. */
const OF_YEAR_ALONE = /^(?:度|全年)?(?:指标|计划|任务数|计划数)$/;

/** A year before the words. */
const OF_YEAR = new RegExp(`^${YEAR}年度?`);
/** 市, 县级, 区直: whose units or leaders they are. */
const OF_LEVEL = new RegExp(`^${OF_WHICH_LEVEL}(?=.)`);
/** Those of whom a level before them says nothing new. */
const LEVELLED: ReadonlySet<HeaderMeaning> = new Set([
  'lead',
  'responsible',
  'supervising',
  'person',
  'goal',
]);

/** （牵头） behind 责任单位: the brackets say more than the words. */
const IN_BRACKETS = /^(.+)\(([^()]+)\)$/;
const BRACKETED_LEAD = new RegExp(`^${LEAD_HEADER}$`);

/** Columns whose header says that they are about something that is no part of a task. */
const BESIDE = new RegExp(
  `(?:^接[收报](?:部门|单位)|对口(?:部门|单位|处室|厅局|科室)|^上级(?:业务|主管|对口)?(?:部门|单位)|进展|情况|原文|出处|表现|不足|现状|进度|来源|渠道|电话|方式|困难|原因|依据|性质|姓名|职务|职称|邮箱|面积|金额|文号|附件|科室|处室|股室|科别|${PEOPLE})`,
);
/** 主要责任: over names those who lead, over words what each has to do. */
const DUTIES = /^(?:主要|具体|工作|相关)?(?:责任|职责)$/;

/** Where something is to be done, or to whom: its units are not those who do it, but it may be what a task is called by. */
const WHERE =
  /(?:地点|地址|位置|区域|范围|对象|点位|部位|地段|片区|辖区|涉及|所在|所属|隶属|流经|途经|属地$|企业$|公司$|学校$|村居?$|社区$|(?:包联|包保|包抓|包片|挂联|挂钩|挂点|联系|联点|驻点|结对|帮扶|对口|受援).{0,3}(?:乡镇|镇街|街镇|街道|乡|镇|县|区|市|园区|地区)$)/;

/** Who is looked at: 督查对象, 被考核单位. Where its cells are units they have to answer for it. */
const LOOKED_AT = `(?:${anyOf(wordsIn('督查 检查 抽查 考核 督导 巡查 评估 督办 约谈 评价'))}对象|[被受](?:督查|检查|抽查|考核|督导|巡查|评估|评价|审计|巡察|督察|督办|整改)(?:单位|部门|对象|地区))`;
const OF_LOOKED_AT = new RegExp(`^${LOOKED_AT}$`);

/** 包联单位, 河长联系单位, 帮扶单位: who looks after a place or a river; what they look after is what a row is of. */
const CHARGED = new RegExp(
  `^(?:.{0,6}?)(?:${anyOf(wordsIn('包联 包保 包抓 包片 包村 包挂 包干 挂联 挂钩 挂包 挂点 联系 联点 联村 结对 帮扶 帮联 驻村 派驻 对口帮扶 联系服务'))}){1,2}(?:责任)?(?:单位|部门)$`,
);
/** 村, 片区, 联系点, 水库: what they look after. */
const OF_CHARGE = new RegExp(
  `^(?!流经|途经|所在|所属|涉及|隶属|属地)(?:.{0,4}(?:${THERE})|.{0,4}${anyOf(wordsIn('片区 网格 联系点 帮扶点 河流 河段 湖泊 水库 山塘 路段 林区 小区 商会 商圈 景区 专班 产业 地区'))})(?:名称)?$`,
);

/** Whether a header names those who look after something: 包联单位. */
export function isCharged(header: string): boolean {
  return CHARGED.test(comparable(header));
}

/** Whether a header may name what they look after: 联系村, 片区. */
export function isOfCharge(header: string): boolean {
  return OF_CHARGE.test(comparable(header));
}

/** Contacts of people, the order of a meeting, who hands papers in: a list of them holds no tasks. */
const OF_PEOPLE = anyOf(wordsIn('姓名 职务 职称 手机 联系方式 传真 邮箱'));
const OF_PHONES = anyOf(wordsIn('办公 联系 手机 移动 固定 值班 值守 咨询 举报 投诉 服务 报警 监督 热线'));
const OF_PARTIES = anyOf(
  wordsIn(
    '发言 汇报 主讲 授课 主持 参会 列席 演讲 填报 报送 申报 推荐 获奖 受表彰 来文 发文 印发 抄送 投标 中标 培训',
  ),
);
const NO_TASKS = new RegExp(
  `^(?:${OF_PEOPLE}|(?:${OF_PHONES})?电话|手机号?码?|议程|议题|会议.*|${OF_PARTIES}(?:单位|部门|人员?|者|机构))$`,
);

/** What a column holds, by its header alone: 2025年目标（内容） is a goal as 目标 is. */
export function roleOf(header: string): ColumnRole {
  const meaning = matchOf(header)?.meaning ?? 'other';
  return meaning in ALONE ? ALONE[meaning as keyof typeof ALONE] : (meaning as ColumnRole);
}

/** 序号序号序号: merged cells that a program saved into one. */
const AGAIN = /^(.{2,8}?)\1{1,4}$/;

/** How a header is understood: its meaning, and its rank among the headers that have that meaning. */
export const matchOf = remembered(understood);

function understood(header: string): Match {
  const plain = comparable(header).replace(AGAIN, '$1');
  const ofYear = plain.replace(OF_YEAR, '');
  const [, outside, inside] = IN_BRACKETS.exec(ofYear) ?? [];
  if (ofYear !== plain && OF_YEAR_ALONE.test(outside ?? ofYear)) return ranked('goal');
  if (inside !== undefined && BRACKETED_LEAD.test(inside)) {
    const own = matchOf(outside ?? '');
    if (own?.meaning === 'responsible' || own?.meaning === 'lead') return ranked('lead');
  }
  for (const text of [ofYear, outside]) {
    const found = text === undefined ? undefined : (matchHere(text) ?? ofLevel(text));
    if (found) return found;
  }
  return undefined;
}

function ofLevel(text: string): Match {
  const found = OF_LEVEL.test(text) ? matchHere(text.replace(OF_LEVEL, '')) : undefined;
  return found && LEVELLED.has(found.meaning) ? found : undefined;
}

/** Brackets and levels taken off, many headers are the same. */
const matchHere = remembered(meaningHere);

type Match = { meaning: HeaderMeaning; rank: number } | undefined;

function meaningHere(text: string): Match {
  const rank = HEADERS.findIndex(({ pattern }) => pattern.test(text));
  const { meaning } = HEADERS[rank] ?? {};
  return meaning && { meaning, rank };
}

function ranked(meaning: HeaderMeaning) {
  return { meaning, rank: HEADERS.findIndex((each) => each.meaning === meaning) };
}

/** Whether a header says that its column is about something else than tasks have: 目前进展, 资金来源. */
export function isBeside(header: string): boolean {
  return BESIDE.test(comparable(header));
}

/** What was reached before: it is no aim. */
const OF_PAST =
  /实况|实绩|基数|现状|上年|去年|完成数|完成情况|^(?:截[至止])?\d{4}年?[底末](?!.*(?:目标|任务|计划|控制|新增)).*(?:余额|存量|总[数量额])/;

/** 2025年完成, beside 2026年任务. */
const REACHED = /^(\d{4})年度?(?:实际|预计|已)?完成(?!.*(?:目标|任务|计划))/;

/** Whether a header is of what was reached before: 2025年实况, and 2025年完成 beside one of a later year. */
export function isOfPast(header: string, beside: readonly string[] = []): boolean {
  const [, year] = REACHED.exec(comparable(header)) ?? [];
  const isEarlier = beside.some((each) => year !== undefined && (/\d{4}(?=年)/.exec(each)?.[0] ?? '') > year);
  return isEarlier || OF_PAST.test(comparable(header));
}

/** 经办科室: who does it inside a bureau, where no column says which bureau. */
const INSIDE = /^(?:经办|承办|责任|负责|具体)?(?:科室|处室|股室|科所|股所)$/;

const WHOEVER = new RegExp(`^(?:${anyOf(UNITS)})(?:名称)?$`);

/** Whether a header says that units stand below it, and nothing of their part: 单位, 部门名称. */
export function isWhoever(header: string): boolean {
  return WHOEVER.test(comparable(header));
}

const AT_SIDE = new RegExp(
  `^(?:${anyOf(UNITS)}|${THERE}|各?县\\([^()]{1,8}\\)|地区)(?:名称|\\([^()]{1,8}\\))?$`,
);

/** Whether a header may stand over the units of a table of figures: 乡镇, 县（市、区）, 单位. */
export function headsUnits(header: string): boolean {
  return AT_SIDE.test(comparable(header));
}

/** Whether a header names parts of one bureau. */
export function isInside(header: string): boolean {
  return INSIDE.test(comparable(header));
}

/** Whether a header may say what each of those beside it has to do: 主要责任. */
export function isOfDuties(header: string): boolean {
  return DUTIES.test(comparable(header));
}

/** Whether a header names those who are looked at: 督查对象. */
export function isLookedAt(header: string): boolean {
  return OF_LOOKED_AT.test(comparable(header));
}

/** Whether a header names those whose matter a row is: 隐患单位. */
export function isWhose(header: string): boolean {
  return /^(?:重大)?(?:隐患|问题|违法|违规|涉事|涉案|风险|欠薪|受助|受益)(?:单位|部门|企业)$/.test(
    comparable(header),
  );
}

/** Whether a header says where or for whom something is done: 点位, 治理对象. */
export function isWhere(header: string): boolean {
  return WHERE.test(comparable(header));
}

/** Whether a header is of a list that holds no tasks: of contacts, of a meeting. */
export function isOfNoTasks(header: string): boolean {
  return NO_TASKS.test(comparable(header));
}

/** Full and half width and blanks make no difference. */
export const comparable = remembered((header: string) => header.normalize('NFKC').replace(/\s/g, ''));
