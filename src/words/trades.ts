import { anyOf, wordsIn } from './any-of.js';
import { BUREAUS } from './bureaus.js';

// Offices that are called by their trade alone, and by no name: 教育部门, 公安交警、农机部门.

/** Trades of offices that are no government's, and of parts of offices. */
const OTHERS = wordsIn(
  '交警 交管 消防 宣传 组织 统战 政法 税务 气象 地震 烟草 海关 供电 电力 通信 通信管理 电信 卫生防疫 防疫 卫生监督 监察 人事 劳动 劳动保障 编制 机构编制 司法行政 卫生 畜牧 农经 水产 土地 房产 城监 路政 运管 民宗 计生 人口计生 银行 人武 武装',
);

/** Words that some office is called by and that say as well what part somebody has: 执法部门, 审批部门. */
const PARTS_TOO = new Set(wordsIn('执法 行政执法 审批 行政审批 综合执法 数据 数据管理 数据资源 能源'));

const TRADES = anyOf([
  ...BUREAUS.flatMap(([endings, offices]) =>
    endings.includes('局') ? offices.flatMap((names) => wordsIn(names)) : [],
  ).filter((name) => name.length > 1 && !PARTS_TOO.has(name)),
  ...OTHERS,
]);

/** 教育部门, 县公安交警部门, 卫生行政部门: offices by their trade, and no label such as 责任部门. */
export const TRADE_DEPARTMENTS = `(?:[省市县区旗州]级?)?${TRADES}{1,2}(?:行政|主管|行政主管|监督管理|监管|管理)?部门`;

/** 行政村, 村（居）民委员会: each of them, where it stands alone before what they do. */
export const EACH_VILLAGE =
  '(?:行政村|村级组织|村（[居社]区?）(?:民委员会|委会|“?两委”?)|村民委员会|居民委员会|村民?委会|社区居委会|村“?两委”?)';

/** What bodies that are no offices do. */
const SORTS = anyOf(
  wordsIn(
    '新闻 广播电视 广电 电力 供电 供水 供气 供热 排水 燃气 热力 通信 电信 通讯 金融 银行业金融 受托银行业金融 保险 医疗 医疗卫生 邮政 快递 运输 客运 货运 公交 施工 建筑 收储 经营 生产 项目 物业 物业服务 教育 用人 用工 生产经营 行业',
  ),
);
const BODIES = '(?:单位|企业|机构|媒体|运营商|协会)';

/** 新闻单位, 金融机构: whoever of their sort there is. */
export const BODIES_OF_A_SORT = `(?:${SORTS}${BODIES})`;

/** 县供水、供电、供气企业: they share what the last of them ends in. */
export const SORT_ALONE = `(?<level>[省市县区旗州]?)${SORTS}`;
export const LAST_OF_SORTS = `[省市县区旗州]?${SORTS}(?<ending>${BODIES})`;
