import { anyOf, wordsIn } from './any-of.js';
import { BEFORE, DAY, MONTH } from './calendar.js';
import { UNITS } from './collectives.js';
import { IS_TO } from './role-words.js';
import { DONE_REGULARLY } from './verbs.js';

// How a part of a sentence says that somebody does something, whatever it is: 财务科要…, 各学院提供…, 设备部每月….

const IS_BOUND = `(?:(?<![主重需必])要(?![素求点闻情])|(?<![所必按视急])需(?=对|在|于|按|将|及时|做好|提供|完成|落实|加强|配合|协助|安排)|应当?(?![急用收对届参到检缴录付补退])|必须|务必|须|不得|将(?=\\p{Script=Han}{2}))`;
const MANNER = anyOf(
  wordsIn(
    '率先(?!垂范|示范|带头) 先行(?=[一-龥]{2})(?!示范) 优先(?!级|股|权|次) 免费(?=[发提开安接播培赠]) 联合(?=印发|下发|开展|组织|制定|出台|发布|检查|执法|整治|排查|对) 分头 现场(?=[办受审核指检发登验抽采踏勘]) 定期 及时 尽快 立即 迅速 严肃 逐[项个步一条级户处件人家村] 视[^，。；]{0,3}情况? 分别 同步 适时 一律 统一 具体 共同 全面 重点(?=[查打整检排抓监管督开]) 全力 积极 主动 认真 严格 严厉 切实 持续 进一步 按照 参照 对照 围绕 针对 第一时间 全程 按要求 按规定 按预算 按计划 按月 按季 按时 按期 按程序 按产权 按权属 按职责 按各自 按职能 按分工 根据 依法 依规 结合 利用 通过(?!率|了) 借助 据此 当场',
  ),
);
const WHEN = `(?:[于在]?(?:${MONTH}月(?:${DAY}日|底|初|[上中下]旬)?${BEFORE}?|每(?:个?(?:季度?|半?年|月|周|日|天|晚|早|旬|学期)|[两二三]周)|年[底内中]|\\d{1,3}(?:分钟|小时|日|天|个工作日)[之以]?内)|[于在][^，。；、的]{1,10}(?=开展|举行|召开|组织|设[立置]|集中|进行))`;
const OVER =
  '(?:把(?!关)|以(?=[^，。；]{1,12}为)|对(?![外口接象])(?=\\p{Script=Han}{2})|向(?=\\p{Script=Han}{2}))';
/** What is done, and no noun: no name of an office begins with it, whatever follows. */
const DEEDS = anyOf(
  wordsIn(
    '挂牌(?=督办|整治|销号) 联系(?=[一-龥]{2})(?!人|电话|方式|单位|点|会|群) 承担 委托(?!人|方|书|单位) 聘请 邀请 开辟 到岗 到场 赶赴 待命 派员 维持 增加(?!值) 搞好 发动 停止 关闭 通知(?=各|学校|企业|家长|群众|[省市县区镇乡]) 承办(?!单位|部门) 牵头(?!单位|部门) 配合 协助 参与 会同 确保 保证 力争 务求 督促 抽检 初审 复核 审定 把关 汇总 受理 处理 查处 打击 追究 ' +
      '建立 拨付 兑现 支付 加强 强化 加大 提供 抢修 疏散 签订 填报 接收 答复 引导 给予 予以 采取 履行 遵守 出具 提交 补缴 打卡 抽调 派员 派驻(?![^，。；]{0,16}组) 派出(?!所|机构) 保持 组建(?!到) 备齐 备足 备好 预留 腾出 张贴 悬挂 查明 开设 组成(?!员|单位|部门|人员) ' +
      '做好 抓好 贯彻 开展 召开 举行 制定 制订 奖补 签收 选派 招募 开通 ' +
      '约谈 曝光 处罚 撤销 暂停 停课 停工 推动 修订 编制 印发 出台 启动 增派 下派 发动 接到 收到 发现 作为 核查 核实 核定 落实 完成',
  ),
);
/** What is done, and a noun as well: 消防监督 is no duty of 消防, 县宣传部 none of 县. */
const NOUNS_TOO = anyOf([
  DONE_REGULARLY,
  ...wordsIn(
    '指导 监督 巡查 审核 审查 审批 办理 值守 动员 支持 采集 执行 整治 清理 采购 培训 宣传 报道 申报 申请 表彰 奖励 监测 研究 推进 推广 实施 保障(?!监察|机构|服务) 协调 跟踪 安排(?![在于]) 组织 救治',
  ),
]);
/** Behind such a word the name of an office, or of somebody, goes on: 宣传部, 监测中心. */
const NOT_GOES_ON = `(?!部(?!署|分)|厅|中心|大队|小组|架构|机构|人|员|对象|组(?!织)|[队科室局所站办])`;

/** 白云乡3000亩: how much of it is whose. */
const SHARE = `\\d[\\d,.]{0,9}[万亿]?(?:亩|公里|户|人|个|处|座|家|名|吨|株|元|套|台|场)`;

/**
 * What somebody at the head of a part of a sentence does, from its first character on; `noun` where it may be a noun, `share`
 * where it is how much of it is a township's.
 */
export const DOES_IT = `(?:${IS_BOUND}|${WHEN}|${OVER}|${MANNER}|${IS_TO}(?!解释|咨询|答疑)|${DEEDS}|(?<share>${SHARE})|(?<noun>${NOUNS_TOO}${NOT_GOES_ON}))`;

/** 第二批项目; 第一党支部, 第三中学 are names. */
const NTH = `第(?![一二三四五六七八九十\\d]{1,3}[一-龥]{0,6}(?:支部|中学|小学|幼儿园|医院|公司|中队|大队|车间|项目部|管理处|分局|派出所))`;

/** What stands before a name and takes from it that it does something: 报市政府审批, 依托市图书馆设立, 开展养老机构消防检查. */
export const TAKES_FROM_NAME = `(?:${anyOf(
  wordsIn(
    '报 得到 受 经 依托 联合 禁止 严禁 允许 会议(?!中心) 成员 结果 数据 原则 上报 移交 抄送 涉及 属于 列入 纳入 作为 负责 无 有(?!关) 是 现将 决定 规范 每 认真',
  ),
)}|${NTH}|深入|强力|${MANNER}|(?:${DEEDS}|${NOUNS_TOO})${NOT_GOES_ON})`;

/** Between a name and what it does: 各部门均要…, 三镇四街各派出…. */
export const ALSO =
  '(?:均|各自?|都|也|还|则|既|再|又|并|同时|分别|主要|主动|积极|密切|全力|大力|具体|提前|自行|自主|亲自|带头|一般|原则上|(?:主要)?负责(?:人|同志))';

/** What names of those who do something end in beside what names of offices do: 财政部门, 被巡察党组织, 各车间. */
export const DOER_ENDING = anyOf([
  ...UNITS,
  ...wordsIn(
    '党组织 党委 党组 支部 党总支 企业 运营商 学院 学校 科室 处室 车间 两委 班组 责任人 工作者 网格员 院校 医院 社区 居委会 村委会 防指 部队 解放军',
  ),
]);
/** Of these even a word that is a noun as well says what they do: 设备部考核, 统计局复核. */
export const OFFICE_ENDING = /(?:[局委办部厅处科室院会所站]|政府|公司|大队|支队|车间|[级研课]组)$/;

const EVERY = anyOf(
  wordsIn(
    '各级 各地区 各地 各 所属 直属 下属 有关 相关 其他 主管 行业 监管 职能 上述 以上 本 该 任何 所有 基层',
  ),
);
const WHOSE = '(?:全?[省市县区州旗镇乡](?:直属|直|级|属|域)?)';
const RULERS = '(?:(?:党委|人民政府|政府|企业|企事业)[、和及]?)';
const KINDS = anyOf([...UNITS, ...wordsIn('地区 地方 级 政府 党委 企业 事业 组织')]);
/** Everybody, or those whom it concerns: 各级各部门, 有关单位. What is said of them is said of all. */
export const OF_ALL = `(?:(?:科室|处室|股室|站所|单位|部门|(?:工作)?机构)|${WHOSE}?(?:${EVERY}[、和及与]?){1,4}${RULERS}{0,3}${KINDS}?|地方${RULERS}{0,3}${KINDS}?|政府)`;

/** 人事科刘主任, 教务处王某某同志: somebody of an office, behind its name. */
export const OF_OFFICE =
  /(?<=[科室处局部办组院心站所队委会])(?![副各全总原兼正])[一-龥][一-龥某]{0,2}(?:主任|[科处局部院校站所队镇乡]长|书记|经理|同志|老师)$/;

/** What only ends or begins as those do who do something: 各班主任, 掌握基础资料的各级部门, 各分公司资料, 各楼层. */
export const NO_DOER = new RegExp(
  `的|(?:主任|书记|老师|教师|同志|[组校园院局科]长|人员|[组成队学社]员|考生|家长|学生|职工)$|^有关工作$|^各.*${anyOf(
    wordsIn(
      '文件 对象 代表队 参赛队 彩排 排练 训练 比赛 安排 资料 材料 工作 小结 情况 总结 方案 信息 数据 名单 报告 台账 成果 活动 项目 楼层 环节 阶段 类',
    ),
  )}$`,
);

/** By their part in what the notice hands out, or in general: 会办单位, 包保领导, 用人单位, 发起部门; not 财政部门. */
const ONE_BY_PART = `各?(?:[^各、和及]{0,8}(?:单位|领导)|(?:用[人工]|施工|参建|参与|建设|经营|获奖|入选)企业|${anyOf(
  wordsIn('主办 协办 会办 承办 牵头 责任 配合 成员 参与 主管 发起 监管 职能 督办 主责'),
)}(?:部门|处室|科室|机构|站所|办所))`;
export const BY_PART = `${ONE_BY_PART}(?:[和及与、]${ONE_BY_PART}){0,3}(?:整改|办结)?`;

/** What is told of somebody, and is not to be done: 组织开展了…, 规定的…. */
export const IS_TOLD_OF =
  /^[^，。；要应须需请]{2,12}(?:设立|成立)[^，。；]{2,24}(?:指挥部|领导小组|专班|工作组|委员会)|了(?![解望])|(?<![通经超])过(?![程渡关境错敏期])|^[^，。；]{0,30}的$|(?:以来|去年|近年|上年|已经)|已[^，。；]{1,4}$/;

/** Figures that ask for nothing definite: of an item, of a document and its year, 24小时值班. */
export const NOTHING_DEFINITE =
  /^\s*(?:注[：:]\s*)?[（(]?[\d０-９]{1,2}[）)．.、]|《[^》]{1,60}》|\d{4}年度?(?![\d底内末前])|(?:24|２４)小时/g;

/** 2026年6月22日下午，县政府召开专题会议，研究…: the meeting of which the minutes tell. */
export const HELD =
  /^\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚上?)?，[^。；]{0,40}(?:召开|主持)[^。；]{0,30}会议?[^。；]{0,20}(?:研究|听取|审议|专题|学习|传达)/;

/** With a day, a figure or a frequency something definite is asked of everybody. */
export const IS_DEFINITE = /\d|[一二两三四五六七八九十](?:次|项|个|名|份|场|件)|每(?:年|月|周|季|日|天)/;

/** What is asked of everybody in any notice: 要高度重视, 要加强组织领导, 结合实际. */
export const IN_GENERAL =
  /^(?:要|应当?|须|必须|务必|请)?(?:进一步|切实|充分|牢固)?(?:高度|讲政治|顾大局|提高|统一(?:思想|认识|行动|部署)|认识|树立|重视|增强|加强[^，。；]{0,14}领导|强化(?:组织|责任|领导)|明确专人|密切|压实|落实(?:主体|属地)?责任|认真(?:学习|贯彻|落实|组织)|把[^，。；]{2,24}(?:作为|摆[在上]|放在|列入)|结合(?:自身|本地|实际)|按照|严格(?![^，。；]{0,8}[“《])|迅速(?:行动|部署|传达|动员)|建立健全|强化|加强(?:协|沟通|配合)|服从|广泛(?:动员|发动|宣传)|(?:成立|设立|组建)(?:相应|专班))/;

const TO_WHOM = anyOf(wordsIn('送 部(?![署分门队]) 告 县 市 区 省 州 旗 镇 至 到 备 我 给 集团 街道'));
const REPORTS = `(?<![举播接收警预申填呈]到?)报${TO_WHOM}|上报|反馈|(?<![举播接收警预申填呈]到?)报(?![酬刊纸销废考名案道])[^，。；]{0,12}(?:办公室|[办局委处])`;
/** 将情况报局防汛办 is no future. */
const WILL = '将(?![^，。；]{1,40}(?:(?<!通)报|交|送|上传|录入))';
const OVERSEEN = `(?:${WILL}|适时|不定期|定期)[^。；]{0,30}${anyOf(
  wordsIn('督查 督导 督办 检查 抽查 考核 评估 通报 调度 验收 排名 排位'),
)}|纳入[^，。；]{0,12}(?:考核|考评|评价)|督[查学办导][^，。；]{0,3}[室办处局科][^。；]{0,24}(?:督[查导办]|通报|检查)|对[^，。；]{0,12}(?:情况|进展)[^，。；]{0,10}(?:督[查导]|检查|监督|调度)`;
/** How the work is overseen: 将适时开展督查, 结果纳入考核. */
export const IS_OVERSEEN = new RegExp(OVERSEEN);
/** How it is overseen and reported: 每周五前报送进展. */
export const IS_OVERSIGHT = new RegExp(`${REPORTS}|${OVERSEEN}`);

/** What somebody who is named does and is only how the work is overseen: 县政府办公室每季度通报进展, 由市建设局会同有关部门进行考核. */
export const OVERSEES =
  /通报|考[核评]|调度(?!车)|(?:年度|中期|终期|绩效|效果)[^，。；]{0,4}评估|(?:跟踪|全程|专项)[^，。；]{0,2}(?:督[查办导]|监督|问效)|督查|督办|汇总|(?:组织|逐项)?验收|销号|问责|进展|进度|回头看/;

/** 由某局负责解释: no task. */
export const EXPLAINING =
  /(?<![^，。；])[^，。；]{0,80}?(?:负责(?:具体)?解释(?=[，。；]|$)|解释权)[^，。；]*/g;

/** Whether a sentence says who explains the notice, which is no task; 提供心理咨询, 做好政策解释 are. */
export const EXPLAINS =
  /负责(?:具体|政策|有关|相关)?(?:解释|咨询|答疑)(?=[，。；、和及]|$)|解释权|由[^，。；]{2,40}解释(?=[，。；]|$)|解释(?:工作)?由/;
