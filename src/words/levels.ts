import { anyOf, wordsIn } from './any-of.js';

/** Levels of government from the highest, by the marks that their units bear: 区水利局 is of a 区. */
export const LEVELS: readonly (readonly string[])[] = [['省'], ['市', '州', '盟'], ['区', '县', '旗']];

/** What the names of townships end in: 某某镇, 某某街道. */
export const TOWNSHIPS: readonly string[] = ['镇', '乡', '街道', '苏木'];

const DISTRICTS = ['自治区', ...LEVELS.flat()];

/** The mark of a level that has offices of its own: 市 in 市级部门 and 市水利局. */
export const MARK = anyOf(DISTRICTS);
/** What a mark of a level begins with, inside a character class. */
export const MARK_BEGINS = DISTRICTS.map((mark) => mark.charAt(0)).join('');

/** What says of which level units or people are: 市, 县级, 区直, 本级. */
export const LEVEL_BEFORE = `(?:${anyOf([...wordsIn('中央 国家 乡镇 镇街 街道 乡 镇 本'), ...DISTRICTS])}(?:级|直)?)`;

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
  ...wordsIn('镇街道 镇街 街镇 街乡 园区 产业园区 功能区 功能板块 板块 开发区 村 社区 地区 地 级'),
]);

/** 县（市、区）, 市（州）, 旗县区, 镇街: sorts of territories, more of them in brackets. */
export const SORT = `(?!地)${SORTS}{1,4}(?:（${SORTS}(?:[、/和]?${SORTS}){0,5}）)?`;

/** What governs a territory: 人民政府, 党委和政府, 政府（行署）, 街道办事处. */
export const GOVERNMENT = '(?:党委[、和]?)?(?:人民)?政府';
const GOVERNED = anyOf([GOVERNMENT, ...wordsIn('行署 党工委 党委 管委会 办事处 办')]);
export const GOVERNED_BY = `${GOVERNED}(?:（${GOVERNED}）)?`;

/** What the names of zones end in: 荒湖管理区, 济源示范区, 航空港区. */
const ZONES = anyOf(
  wordsIn(
    '开发区 园区 新区 示范区 管理区 度假区 风景区 景区 港区 保税区 试验区 合作区 高新区 经开区 先行区 片区',
  ),
);
/** 经济开发区, 高新技术产业园区: zones that places have. */
export const ZONE = `(?:经济|高新|技术|产业|工业|旅游|综合){0,4}${ZONES}`;
/** What governs a zone. */
export const ZONE_GOVERNED = anyOf(wordsIn('管委会 管理委员会 党工委 管理办公室'));
