import { anyOf } from '../words/any-of.js';
import { ALL_OF, AND, UNITS, UNITS_AT_END, WHICH } from '../words/collectives.js';
import { kindByName } from '../words/kinds.js';
import { MARK } from '../words/levels.js';
import { LISTED_OF_LEVEL, OFFICE } from '../words/offices.js';
import { ORGANS } from '../words/organs.js';
import { WHO_LABEL } from '../words/role-words.js';
import { LAST_OF_SORTS } from '../words/trades.js';
import {
  BEGINS_NO_NAME,
  IN_NO_NAME,
  NAME_ENDING,
  NO_PLACE,
  QUOTED_IN_NAME,
  RARER_NAME_ENDING,
  SECTION_ENDING,
} from '../words/unit-names.js';
import { groupAt } from './groups.js';
import type { Lexicon } from './lexicon.js';
import { remembered } from './remembered.js';
import { endOfSeat } from './seats.js';

// What names look like, and where in a list of units one ends.

/** Parts two names, but may as well stand inside one: 区住房和城乡建设委员会. */
export const CONJUNCTION = new RegExp(AND, 'g');
/** 等 opens the list's end, but not in 高等学校 and the like. */
export const OPEN = /(?<![高中初平同对])等/g;
/** What complete names end in, so that a name can be told from half of one. */
const COMPLETE = new RegExp(`(?:${NAME_ENDING}|${SECTION_ENDING})(?:（[^（]*）)?$`);

/** 一校三区, 两县: places that are counted. */
const COUNTED_PLACES = '^(?:[一二两三四五六七八九十][省市县区旗州乡镇街校园]){1,3}$';

/** What no name holds: figures (市场3处), brackets of texts, 由 but in 自由, a label; what only ends as names do: 干部, 并联, 农林水和社会 of 社会保障; and words of a sentence: 会议, 部门联席会议, 鼓励地方政府. */
const FOREIGN = new RegExp(
  `^${MARK}市场$|${COUNTED_PLACES}|^[两二三四五六七八九十][所个家](?:学校|单位|部门|企业|医院|乡镇|街道|社区|村)$|(?<![第\\d])\\d{1,6}[多余]?[处所个座家项场台馆站园厂室院队组社会县乡镇村区部]$|干部$|^(?:严肃|依法|从严|认真)?(?:[查惩]处|[举开筹侦采催包查]办)$|[举开]办$|[并串互]联$|社会$|^会议(?!中心)|(?<!^[省市县区州旗镇乡].{0,20})联席会议$|[〈〉《》「」『』【】〔〕{}<>“”"]|https?:|(?<!自)由|^${BEGINS_NO_NAME}|${IN_NO_NAME}|${NO_PLACE}$|^总?${WHO_LABEL}.`,
);

/** 向湖区, 至和乡: a place by its own name, whatever word it begins with; 向各县, 在全市 are none. */
const SHORT_PLACE =
  /^[以依若其如即当向给至在将从经对为于与要][^各全本该此有相其上下所我省市县区州旗镇乡村外内][县区市旗镇乡]$/;

/** Whether a bracket stands without its other half. */
function isHalved(name: string): boolean {
  const closed = name.indexOf('）');
  const isClosedFirst = closed >= 0 && !name.slice(0, closed).includes('（');
  return isClosedFirst || name.lastIndexOf('（') > name.lastIndexOf('）');
}

/** Companies of the state that go by their brand: 中国电信. */
const BRAND = /^中国\p{Script=Han}{2,}/u;

/** What is the end of a name, and no name. */
const REST_OF_NAME = /^[局厅委办部院会室处队社联协站所馆司]$/;

/** Whether a name is known, or has the form that names of units have. */
export const looksLikeUnit = remembered((name, lexicon): boolean => {
  if (lexicon.find(name)) return true;
  if (name.length > LONGEST_NAME) return false;
  if (SHORT_PLACE.test(name)) return true;
  if (REST_OF_NAME.test(name)) return false;
  const own = name.replace(QUOTED_IN_NAME, '');
  return (COMPLETE.test(own) || BRAND.test(own)) && !FOREIGN.test(own) && !isHalved(own);
});

/** 县供水企业, 新闻单位. */
const BODY_OF_A_SORT = new RegExp(`^${LAST_OF_SORTS}$`);

/** 桃园村: among names a village, though in a sentence much else ends so. */
const VILLAGE =
  /^(?!示范|贫困|重点|行政|中心|自然|试点|帮扶|相关|有关|所在|整[治改]|新型|美丽|特色|城中|各)\p{Script=Han}{2,3}(?<![农乡])村$/u;

const RARER = new RegExp(`^[^：:（）\\d]{2,40}?${RARER_NAME_ENDING}$`, 'u');

/** Whether no unit would have such a name: it has not the form of one, or a label that nobody knows stands before it. */
export function isOddName(name: string, lexicon: Lexicon): boolean {
  return (
    /[：:]/.test(name) || !(looksLikeUnit(name, lexicon) || VILLAGE.test(name) || BODY_OF_A_SORT.test(name))
  );
}

/** Among them, those that no other body has either. */
export function isStrangeName(name: string, lexicon: Lexicon): boolean {
  return isOddName(name, lexicon) && !RARER.test(name);
}

/** Whether a text may be the end of a name or of a group's. */
export function endsName(text: string, lexicon: Lexicon): boolean {
  return looksLikeUnit(text, lexicon) || UNITS_AT_END.test(text) || isGroup(text);
}

/** Nothing longer is a name; it keeps the time that a cell takes in proportion to its length. */
export const LONGEST_NAME = 60;

/**
 * How much of a part of the list is its first name: all of it, or up to 等 or to a conjunction; in a framed
 * text also up to a name that is glued to it: 区公安局区水利局, 区水利局各乡镇（街道）.
 */
export function endOfName(part: string, lexicon: Lexicon, framed = false): number {
  if (part.length <= LONGEST_NAME && lexicon.find(part)) return part.length;
  const open = part.slice(0, LONGEST_NAME).search(OPEN);
  const name = open > 0 ? part.slice(0, open) : part;
  for (const { 0: word, index } of name.slice(0, LONGEST_NAME).matchAll(CONJUNCTION)) {
    const before = name.slice(0, index);
    if (open > 0 && areTrades(before, name.slice(index + word.length), part.slice(open))) return index;
    if (
      (looksLikeUnit(before, lexicon) || isGroup(before) || DEPARTMENT.test(before)) &&
      isAnother(before, name.slice(index + word.length), lexicon, framed)
    ) {
      return index;
    }
  }
  return framed ? endBeforeGlued(name, lexicon) : name.length;
}

/** 卫生和交通等部门: two by their trades, and no 卫生和计划生育. */
function areTrades(before: string, behind: string, open: string): boolean {
  const both = `${before}和${behind}`;
  return (
    OF_DEPARTMENTS.test(open) &&
    TRADE.test(before) &&
    TRADE.test(behind) &&
    !WITH_AND.some((organ) => organ.includes(both) || both.includes(organ))
  );
}

const OF_DEPARTMENTS = /^等(?:相关|有关|职能|行政|主管|多个|[两三四五六七八九]个){0,2}(?:部门|单位)/;
const TRADE = /^\p{Script=Han}{2,4}$/u;
const WITH_AND = ORGANS.flatMap(({ names }) => names).filter((name) => name.includes('和'));

/** 区委社会工委区民政局, 区纪委区监委机关: one office with two plates. */
const TWO_PLATES = /委\p{Script=Han}{1,4}工委$|纪委$/u;

function endBeforeGlued(name: string, lexicon: Lexicon): number {
  const head = name.slice(0, LONGEST_NAME);
  const seat = endOfSeat(head);
  if (seat !== undefined) return seat;
  for (let i = 3; i < head.length - 1; i++) {
    const glued = head[i] === ALL_OF || (head[i] === head[0] && LEVEL_AND_OFFICE.test(head.slice(i)));
    if (!glued || !looksLikeUnit(head.slice(0, i), lexicon) || TWO_PLATES.test(head.slice(0, i))) continue;
    const rest = name.slice(i);
    if (head[i] === ALL_OF ? isFirmGroup(rest) : COMPLETE.test(rest.slice(-LONGEST_NAME))) return i;
  }
  return name.length;
}

/** What a name of a district's own begins with, where it is not said which district. */
const MARKED = new RegExp(`^${MARK}`);
const MARK_AT_END = new RegExp(`${MARK}$`);

/** What a group's name begins with. */
const ANY_OF = new RegExp(`^${WHICH}`);

/** 所在乡（镇）: those of the place. */
const THERE = /^(?:属地|(?:项目)?所在地?)(?:[县市区镇乡村]|街道|社区)/;

/** What a group's name may end in after 和: 有关部门和有关单位. */
const SECOND_HALF = new RegExp(`^${WHICH}?${anyOf(UNITS)}$`);

/** Endings behind which 和 is never inside a name. */
const FIRM = /(?:局|厅|委|办|办公室|委员会|政府)$/;

/** 安监部门: an office by its trade, behind which 和 is never inside a name, and no group as 主管部门 is. */
const DEPARTMENT = /(?<!有关|相关|各|个|主管|监管|职能|业务|行业|牵头|责任)部门$/;

/** 社会和…: no 会 is named. */
export const SOCIETY = /社会$/;

/** A section, or a small body, by a short name without a level: 总务处和食堂, 教务处和团委. */
const SECTION =
  /^(?:\p{Script=Han}{2,5}(?:部|科|处|(?<!实验)室|中心|馆|所|站)|食堂|门卫|校?团委|校?工会|学生会|[党院校厂]办)$/u;

const LEVEL_AND_OFFICE = new RegExp(LISTED_OF_LEVEL);
/** What has a level before it, and in a list may stand without: 残联, 市场监管局. */
const WITHOUT_LEVEL = new RegExp(OFFICE, 'u');

/** Whether what is after a conjunction is a name of its own, and no more of the one before it. */
function isAnother(before: string, rest: string, lexicon: Lexicon, framed: boolean): boolean {
  if (rest.length <= LONGEST_NAME && lexicon.find(rest)) return true;
  if (isGroup(rest))
    return (
      looksLikeUnit(before, lexicon) ||
      DEPARTMENT.test(before) ||
      (ANY_OF.test(rest) && !SECOND_HALF.test(rest))
    );
  if (rest.length <= LONGEST_NAME && kindByName(rest) === 'township') return true;
  // 法务部和财务部, 图书馆和档案馆: sections of one body, or bodies of one place.
  if (framed && SECTION.test(before) && SECTION.test(rest)) return true;
  const isFirm = DEPARTMENT.test(before) || (framed && FIRM.test(before));
  // 县劳动保障局和保险机构.
  if (isFirm && BODY_OF_A_SORT.test(rest)) return true;
  if (isFirm && COMPLETE.test(rest.slice(-LONGEST_NAME))) return true;
  if (framed && looksLikeUnit(before, lexicon) && !SOCIETY.test(before) && WITHOUT_LEVEL.test(rest))
    return true;
  const marked = rest[0] === before[0] || (MARKED.test(rest) && !MARK_AT_END.test(before));
  return marked && COMPLETE.test(rest.slice(-LONGEST_NAME));
}

function isFirmGroup(text: string): boolean {
  return groupAt(text, 0, (offset) => offset >= text.length)?.loose === false;
}

function isGroup(text: string): boolean {
  return groupAt(text, 0, (offset) => offset >= text.length) !== undefined;
}

/** 等单位各乡镇（街道）, 等行业主管部门和各乡镇（街道）: the group behind it is not what is open. */
export function endOfOpen(part: string, lexicon: Lexicon): number {
  const glued = part.slice(0, LONGEST_NAME).indexOf(ALL_OF, 1);
  if (glued > 0 && UNITS_AT_END.test(part.slice(0, glued)) && isFirmGroup(part.slice(glued))) return glued;
  for (const { 0: word, index } of part.slice(0, LONGEST_NAME).matchAll(CONJUNCTION)) {
    const rest = part.slice(index + word.length);
    if (ANY_OF.test(rest) && isGroup(rest)) return index;
    // 等部门和所在乡（镇）进行验收.
    if (THERE.test(rest)) return index;
    // 等部门及县总工会、团县委等群团组织配合: names go on behind it.
    const isWhole = UNITS_AT_END.test(part.slice(0, index));
    if (isWhole && looksLikeUnit(rest.slice(0, endOfName(rest, lexicon, true)), lexicon)) return index;
  }
  return part.length;
}
