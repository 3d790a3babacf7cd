import { anyOf, wordsIn } from './any-of.js';

/** What a verb says of what it governs, so that a goal's things and figures are understood. */
interface Verbs {
  readonly words: string;
  /** Something comes out: 制定方案. 落实, 用好 and 坚持 need it to be there already. */
  readonly makes?: true;
  /** It stands behind what comes out, too: 规划编制 of a document, 系统上线 of a system. */
  readonly behind?: 'document' | 'system';
  /** Something is built: 新建公路. */
  readonly builds?: true;
  /** It is part of what is counted: 关停6家企业, as what is built is. */
  readonly keeps?: true;
  /** Its object stands behind the figure: 抽查不少于200台电梯, 覆盖20%规模以上企业. */
  readonly counts?: true;
}

const VERBS: readonly Verbs[] = [
  { words: '制定 制订 编制 修订 修编 编印 印发', makes: true, behind: 'document' },
  { words: '出台 起草 拟定 制作 健全 优化 搭建 构建 迭代', makes: true },
  { words: '打造', makes: true, counts: true, keeps: true },
  { words: '建立 完善', makes: true, counts: true },
  { words: '建成', makes: true, counts: true, keeps: true },
  { words: '开发', makes: true, behind: 'system' },
  { words: '升级', makes: true, behind: 'system', builds: true },
  { words: '更新', makes: true, builds: true, counts: true },
  { words: '上线', behind: 'system' },
  { words: '建设', behind: 'system', builds: true, counts: true },
  { words: '新建 改建 扩建 迁建 改造 修复 治理 整治 安装 更换 新增 增设', builds: true, counts: true },
  { words: '续建 加固 工程 铺设 埋设 敷设 架设 硬化 绿化 新开工', builds: true },
  { words: '抽查 抽检 抽取 检查 检测 排查 覆盖 培训 评选 服务 惠及', counts: true },
  { words: '培育 引进 组建 发展 配备 储备 投放 种植 转移 举办 发放 改扩建', counts: true },
  {
    words:
      '布局 布设 布点 配置 设置 聘请 选派 选聘 招聘 招收 轮训 认定 购置 救助 资助 慰问 走访 帮扶 评定 评出 开放 解决',
    counts: true,
  },
  { words: '淘汰 关停 关闭 取缔 拆除 退出 招引', counts: true, keeps: true },
  { words: '清理 优化 办好 栽植 推出 更新改造 扶持 产生', counts: true },
  { words: '培养 创建 创成 争创 开通', counts: true, keeps: true },
];

const those = (wanted: (verbs: Verbs) => unknown) =>
  anyOf(VERBS.filter(wanted).flatMap(({ words }) => wordsIn(words)));

export const MAKES = those(({ makes }) => makes);
export const MAKES_DOCUMENT_BEHIND = those(({ behind }) => behind === 'document');
export const MAKES_SYSTEM_BEHIND = those(({ behind }) => behind === 'system');
export const BUILDS = those(({ builds }) => builds);
/** Verbs that are named with what is counted: 新建3座桥, 淘汰10台锅炉. */
export const NAMED_WITH = those(({ builds, keeps }) => builds ?? keeps);
export const COUNTS = those(({ counts }) => counts);

/** What they govern is there when they are done, and is to be as is said of it: 组建不少于10人的队伍. */
export const SETS_UP = anyOf(
  wordsIn(
    '组建 建立 成立 设立 设置 打造 建设 新建 建成 搭建 创建 培育 培养 引进 招引 安装 配备 购置 聘请 选派 布设 投保 参保',
  ),
);

/** What is counted is said before them: 新建, 竣工 by themselves. */
export const INCOMPLETE = anyOf([
  ...VERBS.filter(({ counts }) => counts).flatMap(({ words }) => wordsIn(words)),
  ...wordsIn('开工 完工 竣工 优化 调整 优化调整'),
]);

/**
 * Verbs that say that something is to be done and not what: what they govern is what is measured or
 * made. What may not follow makes nouns that begin alike: 实施方案, 在建工程.
 */
const LIGHT_VERBS: readonly { readonly words: string; readonly not?: string }[] = [
  { words: '确保 力争 争取 努力 务必 必须 要求 要 将 把 由 按照 其中' },
  { words: '全面 进一步 继续 累计完成 累计实现 至少' },
  { words: '并', not: '网 购 轨' },
  { words: '再', not: '生 造 就 制 融 贷 担' },
  { words: '安排', not: '部 工' },
  { words: '基本', not: '公共 养老 医疗 农田 单元 生活 民生 殡葬 药物 住房 普查 制度 情况 服务 盘 面 建成' },
  { words: '实现 完成 保持 推动 推进 做到 开展 做好 抓好 加强 强化 启动 承接 发放 下达 举办' },
  { words: '督促 引导 鼓励 支持 探索 研究 配合' },
  { words: '指导', not: '教练 教师 老师 员 站 中心' },
  { words: '组织', not: '架构 体系 部' },
  { words: '实施', not: '方案 细则 意见 办法' },
  { words: '使', not: '用' },
  { words: '为', not: '主' },
  { words: '对', not: '口 外 照 标 策 接' },
  { words: '在', not: '建 校 岗 册 用 线 场' },
];

export const LIGHT = anyOf(
  LIGHT_VERBS.flatMap(({ words, not }) =>
    wordsIn(words).map((word) => (not === undefined ? word : `${word}(?!${anyOf(wordsIn(not))})`)),
  ),
);

/** What else is done to what is counted; a clause that begins or ends with one has its own verb. */
export const OTHER_DOINGS = anyOf(
  wordsIn(
    '提升 提标 打通 申报 申请 争取 签约 评审 处置 办理 攻坚 盘活 承办 搬迁 采购 购买 配套 解决 化解 销号 整改 查处 办结 ' +
      '补种 补栽 栽种 回收 收储 出让 供应 立项 入库 落地 投产 投用 复垦 流转 修建 修缮 养护 维护 清淤 亮化 美化 验收 演练 培训 活动 达标 就业 ' +
      '运营 运行 使用 启用 开放 保护 监测 巡查 保障 储备 对接 洽谈 入驻 落户 摸排 拆迁 征收 腾退 疏浚 排查 检查 保洁',
  ),
);

/** How it is to be done; left out with the verb that follows. */
export const MANNER = anyOf(
  wordsIn(
    '深入 联合 积极 加快 稳步 有序 持续 不断 大力 切实 严格 认真 科学 精准 规范 同步 保质保量 高质量 高标准 高效 按期 如期 按时 主要 强力 全力 着力 奋力 扎实 重点 统筹 提前 逐步',
  ),
);

/** What is done by and by, where it is said that it has no end: 长期坚持, 持续推进. */
export const GOES_ON = anyOf(
  wordsIn('坚持 推进 推动 深化 完善 做好 开展 抓好 加强 强化 加大 落实 实施 保持 整治'),
);

/** What is done again and again without that anybody says how many times: 每月调度, 按季度通报. */
export const DONE_REGULARLY = anyOf(
  wordsIn(
    '调度 通报 报送 上报 报告 公布 公示 公开 发布 更新 观摩 研判 会商 评估 评价 考核 检查 抽查 排查 巡查 督查 督导 ' +
      '设立 接待 开放 举办 例会 值守 巡视 点检 推送 自查 核查 督办 复盘 交流 监测 检测 统计 汇总 总结 分析 研究 听取 召开 会诊 晾晒 盘点 反馈 走访 全覆盖 清理 维护 保养 演练 轮训 轮换 点评 排名 排位 拉练 评比 评议 体检',
  ),
);

/** Likewise, in one character behind 一: 每日一报, 一周一查. */
export const ONE_BY_ONE = '[报评查巡访训检考议督研调](?=[，。；、：”）的制]|$)';

/** What is held in a span of time, and not done by its end. */
export const HELD_THEN = anyOf(
  wordsIn(
    '组织(?!部|架构|体系) 组队 参加(?!人|单位|对象|范围|者) 开展 举办 举行 召开 集中 实行 实施(?!方案|意见|细则|办法|计划) 进行',
  ),
);
/** What happens on a day that is printed: 6月9日下达…, 12月31日关闭…. */
export const DONE_ON_DAY = anyOf(
  wordsIn(
    '下达 公布 发布 公示 关闭 关停 恢复 启动 召开 举行 举办 报送 上报 提交 印发 开通 截止 开工 完成 投用 启用 停止 移交',
  ),
);
/** 教职工2月14日报到, 申报3月20日启动: likewise, where who or what it is stands before the day. */
export const BEGINS_ON_DAY = anyOf(
  wordsIn(
    '启动 截止 停止 停用 停办 行课 上课 复课 供暖 供热 停暖 报到 返校 返岗 到岗 开学 开课 开赛 开考 开幕 闭幕 开馆 开园 开市 上线 挂牌 进驻',
  ),
);
/** Whatever a clause may say is done: 3月30日统计…, 2026年3月，调整…. */
export const DOING = anyOf([
  ...VERBS.flatMap(({ words }) => wordsIn(words)),
  OTHER_DOINGS,
  DONE_REGULARLY,
  ...wordsIn(
    '调整 确定 分解 落实 部署 下发 征求 梳理 整理 组织 开展 进行 参加 实行 实施 推进 全面 做好 报到 报名 考试',
  ),
]);
/** What is done so long before something: 提前5日告知. */
export const TOLD_BEFORE = anyOf(
  wordsIn(
    '告知 告诉 通知 通报 书面 报 向 申请 公告 公示 公布 发布 预约 提交 提出 提醒 预警 预告 发送 与 布展 进场 就位 到岗 到场 到达',
  ),
);
/** 15分钟内口头报告: a time; 15分钟内到达 is how fast, which is a figure. */
export const TOLD_THEN = '(?=[以用]?(?:口头|书面|电话)|[向上]|报[告送])';
/** What is done to so many each time: 每周走访不少于15户. */
export const DONE_TO_MANY = anyOf(
  wordsIn('走访 拜访 入户 报送 抽检 抽查 检查 暗访 排查 巡查 推送 发布 慰问 约谈 评选 曝光 家访 随访 接访'),
);
/** It is done by then. */
export const DONE = anyOf(wordsIn('完成 办结 建成 到位'));
/** What a year is named for, by whose end it is done: 2028年移交. */
export const DONE_IN_YEAR = anyOf(
  wordsIn(
    '完成 办结 建成 竣工 完工 交房 投用 投产 移交 交付 验收 达产 通车 通水 并网 开园 开馆 开业 开放 运营 试运营 试运行 上线 投入使用 投入运营 投入运行 投入试运营 投入试运行 投入生产 启用 全面建立 基本建立',
  ),
);
