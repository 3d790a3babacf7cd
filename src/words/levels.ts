import { anyOf, wordsIn } from './any-of.js';

/** Levels of government from the highest, by the marks that their units bear: 区水利局 is of a 区. */
export const LEVELS: readonly (readonly string[])[] = [['省'], ['市', '州', '盟'], ['区', '县', '旗']];

/** Levels that some parts of the country have beside those above, each with what its party committee is called. */
export const OTHER_LEVELS: readonly { readonly level: string; readonly party: string }[] = [
  { level: '地区', party: '地委' },
  { level: '行署', party: '地委' },
  { level: '师市', party: '师市党委' },
  { level: '师', party: '师党委' },
  { level: '林区', party: '林区党委' },
  { level: '特区', party: '特区区委' },
  { level: '矿区', party: '矿区区委' },
  { level: '新区', party: '新区党工委' },
];

/** What the names of townships end in: 某某镇, 某某街道. */
export const TOWNSHIPS: readonly string[] = ['镇', '乡', '街道', '苏木'];

const DISTRICTS = ['自治区', ...LEVELS.flat()];

/** A level before the name of an office: 市, 地区, 师市. */
export const LEVEL_MARK = anyOf([...OTHER_LEVELS.map(({ level }) => level), ...DISTRICTS]);
/** A place with its level: 某某市, 某某地区, 第二师. */
export const PLACE_MARK = `(?:\\p{Script=Han}{2,6}?${anyOf(['地区', '师市', '林区', ...DISTRICTS])}|第?[一二三四五六七八九十]{1,3}师)`;

/** The mark of a level that has offices of its own: 市 in 市级部门 and 市水利局. */
export const MARK = anyOf(DISTRICTS);
/** What a mark of a level begins with, inside a character class. */
export const MARK_BEGINS = DISTRICTS.map((mark) => mark.charAt(0)).join('');

/** 市容局, 市政管理局: of what it sees to, and of no city by that. */
export const MARK_OF_TRADE = '市(?:容|政(?:局|处|管理|园林|工程|设施|公用))';

const WITH_LEVEL = new RegExp(
  `^(?!${MARK_OF_TRADE})(?:团(?=${MARK}委$)|共青团)?(?:${MARK}|[镇乡])(?!所|级|内|属)`,
);

/** Whether a name begins with its level, as names of a place's own offices do: 县财政局. */
export function hasLevel(name: string): boolean {
  return WITH_LEVEL.test(name);
}

/** What says of which level units or people are: 市, 县级, 区直, 本级. */
export const OF_WHICH_LEVEL = `(?:${anyOf([...wordsIn('中央 国家 乡镇 镇街 街道 乡 镇 本'), ...DISTRICTS])}(?:级|直)?)`;

/** What the name of a territory ends in: 某某区, 某某街道. */
export const TERRITORIES: readonly string[] = [...DISTRICTS, ...TOWNSHIPS];

/** All of a territory: 全区, 镇内, 辖区. */
const WITH_SCOPE = anyOf([...DISTRICTS, '镇', '乡']);
export const SCOPE = `(?:全${WITH_SCOPE}|${WITH_SCOPE}内|辖区内?)`;

/** Sorts of territories that a group may be of, beside those above: 各地级以上市, 各镇街、园区. */
const SORTS = anyOf([
  ...DISTRICTS,
  ...wordsIn('直辖市 地级以上市 设区的市 设区市 地级市 县级市 省直管市 自治州 自治县 自治旗'),
  ...TOWNSHIPS,
  ...wordsIn(
    '镇街道 镇街 街镇 街乡 园区 产业园区 功能区 功能板块 板块 开发区 管理区 新区 办事处 平台 村居 村 居 社区 地区 地 级',
  ),
  ...wordsIn('特区 师市 师 团镇 团场 团 农牧团场 农场 林场 牧场 场 矿区 林区 垦区'),
]);

/** （含甲市、乙市，下同）, （不含某区）: which of them are meant. */
const MEANT = `(?:含|不含|包括|不包括|除)[^（）]{1,40}|下同`;
/** 县（市、区）, 市（州）, 旗县区, 镇街: sorts of territories, more of them in brackets; 区（市）县. */
export const SORT = `(?!地(?![区州市（]))${SORTS}{1,4}(?:（${SORTS}(?:[、/和]?${SORTS}){0,5}(?:[，、](?:${MEANT}))?）|（(?:${MEANT})）)?(?:(?<=）)县(?!委))?`;

const PARTY = anyOf(wordsIn('党（工）委 党委（党工委） 党工委 工委 党委'));
/** 委 of 各县（市、区）委. */
const OF_COUNTY = `(?<=[县市区旗州盟）])委`;
/** What governs a territory: 人民政府, 党委和政府, 政府（行署）, 街道办事处. */
export const GOVERNMENT = '(?:党委[、和]?)?(?:人民)?政府';
const GOVERNED = anyOf([
  GOVERNMENT,
  `(?:${PARTY}|${OF_COUNTY})[、和]?${MARK}?(?:(?:人民)?政府|办事处|管委会|管理委员会)`,
  PARTY,
  OF_COUNTY,
  ...wordsIn('行署 行政公署 管委会 管理委员会 办事处 办'),
]);
export const GOVERNED_BY = `${GOVERNED}(?:（(?:${GOVERNED}(?:[、和]${GOVERNED})?|[一-龥]{2,4}(?:管委会|管理委员会|办事处))）)?`;

/** What the names of zones end in: 荒湖管理区, 济源示范区, 航空港区. */
const ZONES = anyOf(
  wordsIn(
    '投资区 集聚区 聚集区 功能区 自贸区 加工区 旅游区 名胜区 产业区 科技城 新城 开发区 园区 新区 示范区 管理区 度假区 风景区 景区 港区 保税区 试验区 合作区 高新区 经开区 先行区 片区',
  ),
);
/** 经济开发区, 高新技术产业园区: zones that places have. */
export const ZONE = `(?:经济|高新|技术|产业|工业|旅游|综合){0,4}${ZONES}`;
/** What governs a zone. */
export const ZONE_GOVERNED = anyOf(wordsIn('管委会 管理委员会 党工委 管理办公室'));
