import { anyOf, wordsIn } from './any-of.js';
import { UNITS } from './collectives.js';
import { TERRITORIES } from './levels.js';
import { QUOTED_WORDS } from './punctuation.js';

/** What complete names of units end in, so that a name can be told from half of one. */
const ENDINGS: readonly string[] = [
  // 县水利局, 市委, 区应急办, 省民政厅, 县公安局交警队
  ...wordsIn('局 委 办 部 院 会 府 室 处 厅 署 队 社 联'),
  // 运输服务司 of a ministry
  '司',
  // 市科协, 共青团中央, 市委党校, 某某海关, 生产建设兵团, 攻坚专班
  ...wordsIn(
    '协 中央 党校 海关 兵团 民兵连 应急连 仓库 食堂 民兵营 民兵排 专班 领导小组 专项小组 专项组 工作组 委机关 政府机关 派驻组 巡察组 督查组 监察组 秘书组 指导组 督导组 联络组 协调组 调查队 协调小组 工作小组 推进小组',
  ),
  // 汽车站, 派出所, 林场, 博物馆, 电视台, 养老院, 产业园, 水厂
  ...wordsIn('站 所 场 馆 台 园 厂'),
  // 某县, 某乡, 某街道
  ...TERRITORIES,
  // 水务公司, 疾控中心, 建工集团, 农业银行, 某某学校, 某某大学
  ...wordsIn('公司 中心 集团 银行 学校 大学 中学 小学 高校 教学点 幼儿园'),
  // 某某工务段, 车务段
  ...wordsIn('网格 工务段 车务段 电务段 机务段 供电段 客运段 车辆段 公路段 养护段 管理段'),
  // 保险监管机构, 医保经办机构, 疾控机构
  ...wordsIn('监管机构 监督管理机构 经办机构 疾控机构 疾病预防控制机构'),
  // 公安机关: an office by its trade
  ...wordsIn('公安机关 检察机关 审判机关 司法行政机关 税务机关 监察机关 海关机关'),
  // 教研组, 体育组, 高三年级组: of a school
  ...wordsIn(
    '教研组 年级组 备课组 学科组 教学组 德育组 体育组 音乐组 美术组 艺术组 体艺组 艺体组 体美组 语文组 数学组 英语组 物理组 化学组 生物组 政治组 历史组 地理组 理综组 文综组',
  ),
  // 电工班, 社区党总支
  ...wordsIn('电工班 维修班 水电班 保洁班 保安班 炊事班 机修班 运维班 抢修班 检修班 党总支 团总支'),
  // 县一中, 市第三中
  ...wordsIn('一中 二中 三中 四中 五中 六中 七中 八中 九中 十中'),
  // 全科门诊, 发热门诊
  ...wordsIn('门诊 门诊部 中心校 完小'),
  // 区食品安全联席会议
  '联席会议',
  // 农发行, 某某支行
  ...wordsIn('农发行 农商行 总行 分行 支行'),
];

/** What complete names of units end in, as a pattern. */
export const NAME_ENDING = anyOf(ENDINGS);

/** What names of others end in; in a sentence much else ends so: 下庄矿, 合成车间, 城关一小, 一四五团, 重症医学科, 艺术系. */
export const RARER_NAME_ENDING = anyOf([
  ...wordsIn(
    '矿 车间 班组 窗口 支部 中专 职专 技校 广校 党校 直属库 储备库 粮库 文工团 歌舞团 剧团 艺术团 大楼 大厦 商场 超市 酒店',
  ),
  ...wordsIn('水务 燃气 热力 电力 供水 公交'),
  '[一二三四五六七八九十]小',
  '[一二三四五六七八九十〇零]{2,4}[团连]',
  '\\p{Script=Han}{2}[科股系]',
]);

/** 心血管内科, 产科: of a hospital. */
const OF_HOSPITAL = '(?<=^(?:[妇产儿内外骨眼牙]|妇产|新生儿|[一-龥]{2,4}[内外]))科';
/** What parts of one bureau end in: 基金监管股, 财务科, 建设管理科; no 入股, no 学科. */
export const SECTION_ENDING =
  '(?:(?<![控入参持配])股|(?:(?<![专全学本理文工医百教妇儿外内骨眼产牙口])|(?<=医学|政工|[宣科社文职]教|政教|[管治审受办代护]理|安全))科|' +
  OF_HOSPITAL +
  ')';

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
export const BRANCH_OF_BRAND = `${BRAND}(?:(?:网络|通信|股份)(?!公司|集团))*(?<ending>.{0,20}公司)`;

// What begins or stands inside a sentence and no name, so that 鼓励地方政府 and 某局要向市政府 are none.

/** Prepositions, and what else joins parts of a sentence; behind some of them names go on alike. */
const PREPOSITIONS = [
  ...wordsIn(
    '除(?!险|四) 以 到 把 据 依(?![安兰]) 若(?!羌|尔盖) 其(?!有关|相关|他) 该 你 凡 如(?![皋东]) 即(?!墨) 待 当(?![涂阳雄地]) 向(?!阳) 被 给 让(?!胡路) 使 因 至 在 在于',
  ),
  ...wordsIn(
    '将(?!乐|军|台) 从(?!化|江) 经(?!开|济|信|贸|合|委|发|营|管|侦|适|棚|纬|典|办) 对(?!外|口|接|俄)',
  ),
  ...wordsIn(
    '为(?!民) 并(?!州) 于(?=每|\\d|年|月|[一二三四五六七八九十]) 与(?!会) 要(?!塞) 已 也 均 仍 未(?!成年|保|央|检|管) 没有 不(?!动产)',
  ),
  ...wordsIn(
    '关于 对于 根据 符合 按照 依据 依照 参照 对照 结合 围绕 针对 随着 通过 基于 鉴于 经过 报经 报送 呈报 报[省市县区州旗镇乡] 提交 特别是 尤其是 包括 包含 其中',
  ),
];
/** How it is done. */
const ADVERBS = wordsIn(
  '能够 可以 必须 必要 应当 需要 即可 及时 同时 定期 适时 继续 逐 切实 积极 充分 尽快 立即 严格 认真 主动 努力 着力 大力 进一步 率先 优先 分级 分部门 分行业 统筹 原则 原则上 一次 初步 所有',
);
/** What is done with those whose name follows, or so that they are there: 鼓励地方政府, 成立领导小组. */
const SETTING_UP = wordsIn(
  '请 支持 成立 组建 设立 制定 制订 起草 拟定 抽调 建立 健全 完善 加强 强化 加快 做好 抓好 确保 坚持',
);
const DOINGS = wordsIn(
  '组织(?=[省市县区州旗镇乡各]|中小学|幼儿园|学校|企业|医院) 督促 鼓励 引导 代表(?=联盟|各|全) 动用 厚植 促进 推动 发动 动员 凝聚 依托 借助 利用 邀请 委托 聘请 巩固 发挥 明确 加大 压实 落实 ' +
    '发现 接到 收到 召开 举行 举办 建议 提倡 倡导 要求 报请 提请 商请 希望 帮助 优化(?!营商) 提高 提升 改善 改革(?!委|办|局|和) 简化 扎实 打造 遵守 听取 审议 同意',
);
/** 改善农村人居环境工作领导小组 has the name of what it is for. */
const NAMED_FOR_IT = '.{2,30}(?:领导小组|指挥部|专班|工作组|联席会议|委员会)(?:办公室)?$';
/** What no name of a unit begins with. */
export const BEGINS_NO_NAME = `(?:${anyOf([...PREPOSITIONS, ...ADVERBS, ...SETTING_UP])}|${anyOf(DOINGS)}(?!${NAMED_FOR_IT}))`;

/** What no name of a unit holds. */
export const IN_NO_NAME = anyOf(
  wordsIn(
    '(?<=[局委办厅])[管办用把守看建护抓做选摸查盯防](?:好|住|牢|清|紧|准) (?<=[局委办厅院校])逐[项个步条级户处件人家村校] (?<!设区)的 (?<!规模)以[上下] (?<!安)全部 (?<=.)前(?:完成|启动|开展|组织|办结|到位) (?<=[局委办厅部馆站所院校室会司处心组社])为(?!民) 了 已 关于 所需 位于 通过 (?:即来即|即接即|马上|立即|限时|从快)办$ (?<![主重险])要(?!塞) (?<=.)在(?!线|职|校|建) (?<=.)将(?!乐|军|台) (?<=.)向(?!阳) (?<=.)从(?!化|江) (?<=.)(?<!规模)以(?!工代赈) (?<=[局委办厅府])(?:配合|协助)(?=[做抓开落完推组实提办核成制设建]) (?<=[局委办厅部站所院校队社心府司馆科室])带队 (?<=[局委办厅部站所院校队社心府司馆])(?:利用(?!处|科)|深入|依托|出动|(?:联合|共同)?(?:审[核批查定]后|验收|制[定订]|印发|开展|举办|召开|拟[定订]|起草|下达|拨付|发放|提出|完成|落实|做好|抓好|加强|推进|确保)) (?:选派|抽调|蹲驻)(?=.{2}) (?<=[局所站办])调处$ (?<=[局委办厅部科处院队站所])(?:到场|到岗|派员|随时|同步)$ (?<=[局委办厅部处科])通知(?=.) 分头$ 做到$ 联系(?=专业|相关|有关|县|市|区|上级|外地|医院|企业开展|厂家) (?<=[乡镇街道县区市局委办])[是为](?:第一|直接|主要)?责任 (?<=.)同意 (?<=[局委办厅部])上?报(?:请|经|送)?(?=[省市县区州旗]) (?<=..)(?<![日晚早周快时商申预情通警])报(?:送|请)?(?=[省市县区州旗镇乡街][一-龥]) (?<=[局委办部院处队站所司厅心府])(?:联合|依法|共同|分别|负责|严肃|统一|组织|集中|牵头)?(?:查处|督办|催办|承办|协办|会办|查办|侦办|惩处|经办|转办|交办)$ 每(?:个?(?:月|季度?|周|日|天|年)) (?<!第)[一两二三][次场遍轮] (?:领导|干部|书记|[县市区乡镇]长)带队$ (?:指导|督促|督导|监督|协调)(?:督促|指导)?(?:各|有关|相关) (?<=[局委办厅部院队会司心府])(?:会商|提请|报请|牵头对接|职责|划入|划转|移交|移送|转交|轮流|组成|阅[知处办研]) (?<=[局委办厅])商(?![务事会贸业城场标检])(?=[一-龥]{2})',
  ),
);

/** What ends as the name of a place does, and is none: 小区, 老城区, 自然保护区, 贫困地区, 政府网站. */
export const NO_PLACE = anyOf([
  ...[
    '小 老城 新城 中心城 主城 棚户 灾 辖 住宅 居民 居住 生活 禁燃 限养 禁养 养殖 密集 防御 引领 保护 缓冲 核心 聚集 工程',
  ].flatMap((words) => wordsIn(words).map((word) => `${word}区`)),
  ...wordsIn(
    '试点 联盟 贫困 边远 偏远 民族 农村 沿海 内陆 重点 主要 西部 东部 中部 东北 西北 西南 部分 周边 边境 受灾 高原',
  ).map((word) => `${word}地区`),
  ...wordsIn('网站 会场 现场 考场 赛场'),
]);

/** 区“双减”办, “扫黄打非”工作领导小组: what a body is for, as it is called; its end stands behind it. */
export const QUOTED_IN_NAME = new RegExp(
  `(?<=^|[省市县区州旗镇乡村校院国全]|街道)${QUOTED_WORDS}(?=[一-龥]*(?:办|办公室|专班|领导小组|指挥部|工作组|联席会议|委员会|协调组|协调机制|服务队|工作站|中心)$)`,
);
