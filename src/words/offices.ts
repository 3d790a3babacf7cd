import { anyOf, wordsIn } from './any-of.js';
import { LEVEL_MARK, MARK, MARK_OF_TRADE, OTHER_LEVELS, PLACE_MARK } from './levels.js';

// How a level stands before the names of its offices, so that one printed once for a whole list can be
// given back: 省工业和信息化厅、广电局; 市委组织部、宣传部. After 《深化党和国家机构改革方案》 (2018) and 《党和国家机构
// 改革方案》 (2023), and what provinces, cities and counties call the offices that they have by it.

/** What the names of offices that a level has begin with. A name that begins otherwise has a place of its own. */
const OFFICES = anyOf([
  ...wordsIn(
    '发展 发改 经济 经信 工业 工信 科技 科学技术 教育 教体 教科 民族 民宗 民委 公安 国家安全 国安 民政 司法 财政',
  ),
  ...wordsIn(
    '人力资源 人社 自然资源 自规 资规 规划 规自 国土 生态 环境 环保 住房 住建 建设 城乡 城市管理 城市建设 城管 综合 综治',
  ),
  ...wordsIn(
    '交通 公路 港口 港航 铁路 水利 水务 水文 农业 农牧 农村 农水 农机 农科 畜牧 林业 林草 林科 园林 绿化 市政(?!府|协) 市容 渔业 海洋',
  ),
  ...wordsIn(
    '商务 商贸 商业 经贸 经合 贸易 投资 招商 文化 文旅 文广 文体 文物 体育 旅游 广播 广电 日报 报社 新闻 电影',
  ),
  ...wordsIn(
    '卫生 卫健 医疗保障 医保 中医 疾病预防 疾控 妇幼 计划生育 计生 退役军人 应急 安全生产 安全监管 安监 安委 审计 统计 国资 国有资产',
  ),
  ...wordsIn(
    '市场监 食品 药品 食药监 食药 药监 质量 质监 知识产权 信访 能源 粮食 粮储 物资 物价 价格 机关事务 机关管理 机关服务 煤炭 公共 行政 审批',
  ),
  ...wordsIn(
    '政务 政数 数据 大数据 信息化 信息中心 营商 地方 金融工作 金融办 金融发展 金融服务 乡村 扶贫 移民 搬迁 房产 房管 房屋 监狱 戒毒',
  ),
  ...wordsIn(
    '档案 地质 测绘 口岸 外事 侨务 港澳 台办 人防 人民防空 国防动员 国动 政府 人民政府 人大 政协 督查 参事',
  ),
  ...wordsIn(
    '地方志 史志 方志 河长 林长 田长 禁毒 防汛 防震 地震 爱卫 老龄 双拥 重点 重大 社会保险 社会科学 社科 就业 劳动',
  ),
  ...wordsIn(
    '税务 国税 地税 气象 烟草 邮政管理 通信管理 通信发展 消防 调查 人武部 人民武装 供销 融媒体 图书馆 博物馆 工程 水库 民航',
  ),
  ...wordsIn(
    '总工会 工会 团委 团工委 妇联 妇女 科协 科学 工商联 工商业 残联 残疾人 红十字 文联 文学 侨联 归国华侨 贸促 关工委 记协 作协 法学会',
  ),
  ...wordsIn(
    '法院 检察院 人民法院 人民检察院 中级法院 中级人民法院 中院 高级法院 高级人民法院 高院 人民医院 铁路检察院',
  ),
  ...wordsIn(
    '社保 人才 人事 考试 招生 创业 社会事业 社会发展 改革发展 公共服务 组织人事 人口 外经 外贸 监察 城建 规建 产业发展 植保 种子 农技 土肥 水保 动检 兽医 文工团 歌舞团 艺术团 乌兰牧骑 职教中心 交警 特警 路政 运管 客管 消费者 消委 慈善 工商 法制 仲裁 公积金 住房公积金 殡葬 救助 计量 特种设备 检验 血吸虫 血防 无线电 不动产 中小企业 民营经济 公用事业 资源规划 资源和规划 人力社保 河湖 库区 水土保持 福彩 福利彩票 体彩 福利院 血站 急救 卫监 非遗 非物质文化',
  ),
]);

/** Bodies that are led from above and have no level before them, though their names are like an office's. */
const REGIONAL = anyOf(
  wordsIn(
    '海关 海事 边检 外汇 证监 银保监 银监 保监 金融监管 民航 煤监 矿山 电监 供电 电力 电业 铁路局 铁路监 铁路货 铁路客 铁路公安 铁路.{0,6}段 公安.{1,6}分局',
  ),
);

/** What those names end in. 公司, 银行, 大学 and bodies that are led from above have no level before them. */
const ENDS = anyOf(wordsIn('局 委 办 厅 室 会 联 社 协 (?<!学)院 馆 台 府 处 所 站 队 武装部 中心'));

/** Offices of a party committee, which stands before them: 市委组织部. */
const OF_PARTY = anyOf([
  ...wordsIn('组织部 宣传部 统战部 统一战线工作部 社会工作部 社工部 政法委 政法委员会 政策研究室 政研室'),
  ...wordsIn('网信办 网络安全和信息化委员会办公室 机构编制委员会办公室 党校 党史研究室 党史办'),
  ...wordsIn('党史和地方志研究室 巡察办 巡视办 老干部局 保密局 机要局 机关工委 直属机关工委 改革办 深改办'),
  ...wordsIn('文明办 农办 财经办 军民融合办 编委办 深改委办 农工委 教育工委 社会工委 老干局 党建办'),
]);

/** Offices that every committee and government has, and that go by its name. */
const OF_BODY = wordsIn('办公室 办公厅 办 督查室 研究室');
/** Offices that are a party committee's or a government's, as the name before them is. */
const OF_EITHER = anyOf([...OF_BODY, ...wordsIn('外办 外事办 台办 金融办 信访局 国安办 档案局 编办 编制办')]);

/** 法制办, 铁路办: too short to have a place before it. */
const SHORT = `(?!${LEVEL_MARK}|[国全中各驻团乡镇常场]|.*(?:街办|${MARK}委$))\\p{Script=Han}{1,3}[局委办厅]`;

/** Offices that a town has by its own name: 镇综治中心, 镇中心校; beside them those of a level. */
const OF_TOWN = anyOf(
  wordsIn(
    '党政 党建 党群 市监 综治 平安 法治 宣传 便民 社会事务 社会治理 村镇 环卫 中心校 中心小学 中心学校 乡镇 网格',
  ),
);
const TOWN = anyOf(wordsIn('镇 乡 街道 苏木'));
/** Of the county, though they sit in towns: 市场监管所, 派出所. */
const OF_COUNTY = `${anyOf(wordsIn('市场监 自然资源 国土 税务 司法 派出 工商 规划 生态 公安 消防 交警 法'))}.{0,6}[所队站庭]`;

/** They sit in towns and streets, and none is of a county: 市场监管所. */
export const SEATED_IN_TOWN = `^${anyOf(wordsIn('市场监管 市监 自然资源 国土资源 国土 税务 司法 派出 公安派出 工商 规划 财政 食药监'))}所$`;

/** A level, with or without the place's name: 省, 自治区, 某某市. */
const LEVEL = `(?:国家|兵团|${LEVEL_MARK}|${PLACE_MARK})`;

/** （市、区） of 县（市、区）. */
const OR_ANOTHER = `(?:（${MARK}(?:、${MARK})*）)?`;
/** 省工业和信息化厅, 县（市）工商局: an office of a level. */
export const LEVEL_BEFORE = `^(?!${MARK_OF_TRADE})(?<level>${LEVEL}${OR_ANOTHER})(?=${OFFICES}|${SHORT}$)`;
/** 各县（市、区）住建局、城管局: those of all places of a sort. */
export const LEVEL_OF_ALL = `^(?<level>各(?:${MARK}){1,3}${OR_ANOTHER})(?=${OFFICES})`;
/** 镇农业农村办公室: a town is printed as a level, without its name. */
export const TOWN_BEFORE = `^(?<level>${TOWN})(?=(?:${OF_TOWN}|${OFFICES}|纪委|党委|人大).{0,12}$|.{2,20}领导小组办公室$)`;
/** The same inside a longer text. */
export const LISTED_OF_LEVEL = `^${LEVEL_MARK}${OFFICES}`;
const OTHER_PARTIES = anyOf(OTHER_LEVELS.map(({ party }) => party));
/** 市委组织部, 自治区党委宣传部, 地委办公室: an office of a party committee of a level. */
export const PARTY_BEFORE = `^(?<party>(?<level>${LEVEL})(?:党委|党工委|委)|\\p{Script=Han}{0,6}?${OTHER_PARTIES}|中央)(?!员会|${MARK})(?=.{1,12}[部办室校局委]$)`;
/** 市政府督查室: an office of a government of a level. */
export const GOVERNMENT_BEFORE = `^(?<government>(?<level>${LEVEL})(?:人民)?政府)(?=${OF_EITHER}$)`;
/** 团市委: its level is told by what stands inside. */
export const YOUTH_LEAGUE = `^团(?:(?<level>${LEVEL_MARK})委|(?<party>地委))$`;

/** What a party committee of a level is called: 市委, 自治区党委, 地委. */
export function partyOf(level: string): string {
  const other = OTHER_LEVELS.find((each) => level.endsWith(each.level));
  if (other) return level.slice(0, -other.level.length) + other.party;
  return `${level}${/(?:自治区|兵团)$/.test(level) ? '党' : ''}委`;
}

/** The level whose committee goes by a name of its own: 地区 of 地委. */
export function levelOfParty(party: string): string | undefined {
  const other = OTHER_LEVELS.find((each) => party.endsWith(each.party));
  return other && party.slice(0, -other.party.length) + other.level;
}

/** Names of offices without their level, by what stands before them. */
const LISTED = `${OFFICES}(?:.{0,30}${ENDS})?`;
/** Those of the table, without such as are only short and end alike. */
export const LISTED_OFFICE = `^(?!${REGIONAL})${LISTED}$`;
export const OFFICE = `^(?!${REGIONAL})(?:${LISTED}|${SHORT})$`;
export const TOWN_OFFICE = `^(?!${REGIONAL}|${OF_COUNTY}$)(?:${OF_TOWN}(?:.{0,12}${ENDS})?|${LISTED})$`;
export const PARTY_OFFICE = `^${OF_PARTY}$`;
export const BODY_OFFICE = `^${anyOf(OF_BODY)}$`;
export const EITHER_OFFICE = `^${OF_EITHER}$`;

/** Of those of the state, which have 国家 before them: 国家能源局, and neither 财政部 nor 市场监管总局. */
export const STATE_OFFICE = '^(?!国资委|气象局|民航局|地震局).*(?:(?<!总)局|委)$';
