import { anyOf } from '../words/any-of.js';
import { UNITS } from '../words/collectives.js';
import { GOVERNED_BY, MARK, TERRITORIES, ZONE_GOVERNED } from '../words/levels.js';
import { BODY_OFFICE, EITHER_OFFICE, LISTED_OF_LEVEL, OFFICE, PARTY_OFFICE } from '../words/offices.js';
import { breaksOffice } from '../words/organs.js';
import { LIST_STOPS } from '../words/punctuation.js';
import { withoutLookalikes } from '../words/radicals.js';
import { BRAND, NAME_ENDING, RARER_NAME_ENDING, SECTION_ENDING } from '../words/unit-names.js';

// Names that nothing but the end of a line parts.

/** A text with the characters that it looks like: what a font has as 人 may be a radical. */
export function plain(text: string): string {
  return withoutLookalikes(text, () => {});
}

const LIST_STOP = new RegExp(`[${LIST_STOPS}]`);
const BRACKETED_END = /[（(][^（()）]*[）)]$/;

/** A name with what says of which level it is or of how many, 区水利局, 各乡镇, or one that every place has, 水利局. */
const NAME = new RegExp(
  `^(?:(?:${MARK}|各|有关|相关).{1,20}${NAME_ENDING}|.{1,20}(?:局|委|办|厅|部|政府|办事处|管委会|中心|所|站))$`,
);
/** That of a company, which is of no level; a branch is of one: 国网某县供电公司, 某县分公司. */
const COMPANY = /^\p{Script=Han}{3,20}(?:(?<!分|子)公司|集团)$/u;
const LISTED_NAME = new RegExp(OFFICE);

/**
 * Whether a text ends with the name of a unit and the next one begins with another: nothing parts them, so the line does.
 *
 * @param text all that goes on up to the end of the line
 * @param rest all that follows
 */
export function partsNames(text: string, rest: string): boolean {
  if (partsSurely(text, rest)) return true;
  const [last, first] = [lastName(text), firstName(rest)];
  return !areOne(last, first) && isName(last) && isName(first) && !TERRITORY.test(last);
}

/** Whether it does so, and the next name says its level, or that it is of many: nothing goes on with that. */
export function partsSurely(text: string, rest: string): boolean {
  const [last, first] = [lastName(text), firstName(rest)];
  // 县农投集团, and 中国电信某县分公司 below it: no name goes on with 中国.
  if (isName(last) && BRANDED.test(first)) return true;
  if (areOne(last, first)) return false;
  if (TOWN.test(last) && (TOWN.test(first) || (OF_COUNTY.test(first) && isName(first)))) return true;
  if (OFFICE_END.test(last) && OTHERS.test(first)) return true;
  if (isWholeAndNoPlace(last) && PLACES.test(first)) return true;
  if (HAS_PART.test(last) && WHOLE.test(first.replace(BRACKETED_END, ''))) return true;
  if (isName(last) && WITHOUT_PLACE.test(first) && WHOLE.test(first)) return true;
  return isName(last) && isName(first) && HAS_LEVEL.test(first);
}

const BRANDED = new RegExp(`^(?=中国)${BRAND}`);

/** Two texts of which each may be a name and which are one: how the first ends, and the second begins or is. */
const ONE_NAME: readonly (readonly [RegExp, RegExp])[] = [
  // 某集团 and 某公司 may be.
  [/集团$/, /公司$/],
  // 区纪委区监委派驻组: those who are sent are of both; 区纪委监委.
  [/纪委$/, new RegExp(`^(?:${MARK})?监(?:委|察委员会)派驻|^监(?:委|察委员会)`)],
  // 国家统计局某县调查队
  [/^国家统计局$/, /调查(?:总)?队$/],
  // 各乡镇, 各县市区
  [/^各乡$/, /^镇/],
  [/^各[县市]$/, /^[（(]?[市区]/],
];

function areOne(last: string, first: string): boolean {
  return ONE_NAME.some(([ends, begins]) => ends.test(last) && begins.test(first));
}

/** 各乡镇, 县直各单位: no name goes on so but that of a place, a government or a committee. */
const PLACES = new RegExp(
  `^(?:各(?:有关|相关)?(?:乡|镇|街道|县|市|区(?!域))|(?:${MARK})(?:直|级|属)(?:机关)?各)`,
);
const HAS_PLACES = /(?:政府|委|委员会)$/;

function isWholeAndNoPlace(text: string): boolean {
  const name = text.replace(BRACKETED_END, '');
  if (!WHOLE.test(name) || HAS_PLACES.test(name)) return false;
  return name.startsWith('各') || !TERRITORY.test(name);
}

/** 县交通运输局（主）: what part a unit has, behind its name. */
const HAS_PART = /[（(](?:主|协|主办|协办|牵头|配合|责任|负责)(?:单位)?[）)]$/;

/** What stands behind the last sign of a list, and before its first. */
export function lastName(text: string): string {
  return plain(text).split(LIST_STOP).at(-1) ?? '';
}
export function firstName(text: string): string {
  return plain(text).split(LIST_STOP)[0] ?? '';
}

/** 白马乡 before 县财政局, 幽兰镇 before 南新乡: no name of a town goes on so. */
const TOWN = /^(?![各县市区])\p{Script=Han}{2,5}(?:镇|乡|街道)$/u;
const OF_COUNTY = new RegExp(LISTED_OF_LEVEL);

/** 国网某县供电公司: what begins so has no other name before it. */
const WITHOUT_PLACE = /^(?:国网|中国|国家)/;

/** 中心校 of a town, that has no name of its own before it. */
const WITHOUT_NAME = ['中心校', '中心学校', '完小', '一中', '二中', '党校', '海关', '人大', '政协'];

/** What whole names end in, and those of many units. */
const WHOLE = new RegExp(
  `^(?:.+(?:${NAME_ENDING}|${SECTION_ENDING}|${RARER_NAME_ENDING}|${anyOf(UNITS)}|企业|人大|村|苗圃)|各.+|${BRAND}|${anyOf(WITHOUT_NAME)})$`,
);
/** What is no name behind another: 公司, 人民政府, 管理局, 供电公司 of a place, 分办. */
const DOES = '(?:管理|经营|监督|监管|服务|工作|建设|发展|供电|电力)';
const REST = new RegExp(
  `^(?:${NAME_ENDING}|${DOES}*(?:(?:有限|有限责任|股份有限)?公司|局|委|处|办|部|中心|委员会|办公室)|合会|员会|委会|[村居]民?委(?:员)?会|民委员会|常委会|业公司|各?(?:成员|下属|所属|直属)单位|[和及等](?:有关|相关)?(?:单位|部门|企业)|公室|事处|道办(?:事处)?|\\p{Script=Han}{0,4}分(?:局|办|院|中心)|${GOVERNED_BY}|${ZONE_GOVERNED})$`,
  'u',
);
/** 宣传部 behind 区委, 金融办 behind 市政府: offices that are a committee's or a government's. */
const OFFICE_OF = new RegExp(`${PARTY_OFFICE}|${EITHER_OFFICE}|${BODY_OFFICE}`);
const HAS_OFFICES = /(?:委|政府)$/;
/** ①县民政局②县残联: a list that is counted. */
const COUNTED = /[①-⑳]/;
/** 区园 of 区园林中心; 区委, 区办 and 县府 are whole. */
const HALF_OF_LEVEL = new RegExp(`^(?:${MARK})[^委办府]$`);

/**
 * Whether each of two texts may be a whole name, so that the words do not tell whether the end of a line parts two or
 * breaks one: 县公安局⏎交警大队, 县教育局⏎团县委.
 */
export function mayBeNames(text: string, rest: string): boolean {
  const last = (lastName(text).split(COUNTED).at(-1) ?? '').replace(BRACKETED_END, '');
  const first = (firstName(rest).split(COUNTED)[0] ?? '').replace(BRACKETED_END, '');
  if (!WHOLE.test(last) || !WHOLE.test(first) || /^[^\p{L}]/u.test(first)) return false;
  if (HALF_OF_LEVEL.test(last)) return false;
  if (REST.test(first) || areOne(last, first) || breaksOffice(last, first)) return false;
  if (HAS_OFFICES.test(last) && OFFICE_OF.test(first)) return false;
  // 罗城县 before 水利局: the place that an office is of.
  return !TERRITORY.test(last) || !LISTED_NAME.test(first);
}

/** 法律合规部 before 各二级企业: no name of an office goes on so; 县政府各部门 does. */
const OFFICE_END = /.[部局厅科办]$|.中心$/;
const OTHERS =
  /^各(?:有关|相关|直属|下属|所属|成员|二级|三级|子){0,2}(?:企业|公司|单位|县|区|市|乡|镇|街道|园区|村|社区|学校)/;

export function isName(text: string): boolean {
  const name = text.replace(BRACKETED_END, '');
  if (TERRITORY.test(name) && !name.startsWith('各')) return false;
  if (COMPANY.test(name)) return true;
  return NAME.test(name) && (HAS_LEVEL.test(name) || LISTED_NAME.test(name));
}

/** 县住房城乡 ends with the word for a territory, and is half a name. */
const TERRITORY = new RegExp(`${anyOf(TERRITORIES)}$`);

/** 区水利局, 各乡镇; or a place by its name: 渚北区人民政府, 高铁片区指挥部. */
const HAS_LEVEL = new RegExp(`^(?:${MARK}|各|有关|相关)|^.{2,8}(?:人民政府|办事处|街道办|管委会|指挥部)$`);
