import type { Unit } from '../model/registry.js';
import { anyOf } from '../words/any-of.js';
import {
  ALL_OF,
  ALL_OR_SOME,
  GROUPED_BY,
  INSIDE,
  LOCAL_BODIES,
  MEMBER_UNITS,
  OPERATORS,
  PART_IN_WORKS,
  SOME_OF,
  STATIONED,
  STREETS,
  TOLD_BY_OTHERS,
  TOWNS,
  TOWNS_AND_STREETS,
  UNITS,
  WHICH,
} from '../words/collectives.js';
import { MARK, SCOPE } from '../words/levels.js';
import { matchAt } from '../words/match.js';
import { ORGANS } from '../words/organs.js';
import { LIST_STOPS, NAME_STOPS } from '../words/punctuation.js';
import type { Membership } from './membership.js';
import { territoriesAt } from './territories.js';

interface GroupRule extends Membership {
  /** Matched on flattened text from where a name begins. */
  readonly pattern: RegExp;
  /** It holds no other name, whatever stands in it. */
  readonly firm?: true;
  /** What it begins with, where that is much less to look for than all of it. */
  readonly begins?: RegExp;
  /** The name the group goes by; without one, what is printed. `$1` is the pattern's first bracket. */
  readonly name?: string;
}

/** 三镇: so many townships of a place. */
const COUNTED = '(?:[一二两三四五六七八九十]{1,3}|\\d{1,2})个?(?:镇|乡|街道?|办事处)';
const LOCAL: Pick<GroupRule, 'among'> = { among: ['township'] };
const BUREAUS: Pick<GroupRule, 'among'> = { among: ['department', 'institution'] };
const MEMBERS: Pick<GroupRule, 'among'> = { among: ['department', 'institution', 'township'] };
const NOBODY_LISTED: Pick<GroupRule, 'among'> = { among: [] };

const ANY_UNITS = anyOf(UNITS);

/** 交通运输, 邮政管理: what an office is of. */
const TRADE = `${anyOf(ORGANS.flatMap(({ names }) => names))}(?:行政|主管|管理|监管){0,2}`;

/** 区级有关…, 区政府各…: whose they are; not 其他事项由各…. */
const WHOSE = `(?:(?!由)${INSIDE}){0,8}?`;

/**
 * Ways of naming units together that notices of every district use. Tried in this order from the
 * start of a name; the first whose match ends where a name can end counts.
 */
export const GROUP_RULES: readonly GroupRule[] = [
  { name: '各乡镇（街道）', pattern: sticky(`${ALL_OF}${TOWNS_AND_STREETS}`), ...LOCAL, every: true },
  { name: '有关乡镇（街道）', pattern: sticky(`${SOME_OF}${TOWNS_AND_STREETS}`), ...LOCAL, every: false },
  {
    name: '属地乡镇（街道）',
    pattern: sticky(`属地(?:${TOWNS_AND_STREETS}|${TOWNS}|政府)`),
    ...LOCAL,
    every: false,
  },
  { name: '乡镇（街道）', pattern: sticky(TOWNS_AND_STREETS), ...LOCAL, every: false },
  // 各乡镇（街道、园区）, 各镇（办、中心）, 有关乡镇（管理处）: more than townships.
  {
    pattern: sticky(
      `(?:${ALL_OF}|${SOME_OF})${TOWNS}（(?:(?:${STREETS}|办|街|场)[^（）]+|(?:管理处|管委会|园区|开发区|度假区|景区|林场|农场)[^（）]*)）`,
    ),
    among: ['township', 'institution'],
    every: false,
    firm: true,
  },
  { name: '各乡镇', pattern: sticky(`${ALL_OF}${TOWNS}`), ...LOCAL, endings: ['镇', '乡'], every: true },
  { name: '有关乡镇', pattern: sticky(`${SOME_OF}${TOWNS}`), ...LOCAL, endings: ['镇', '乡'], every: false },
  { name: '各街道', pattern: sticky(`${ALL_OF}${STREETS}`), ...LOCAL, endings: ['街道'], every: true },
  { name: '有关街道', pattern: sticky(`${SOME_OF}${STREETS}`), ...LOCAL, endings: ['街道'], every: false },
  // 三镇四街, 五乡两镇一街道.
  { pattern: sticky(`(?:${COUNTED}){2,4}`), ...LOCAL, every: false, firm: true },
  // 各涉农街道（乡）, 各产煤乡镇（街道）.
  {
    pattern: sticky(
      `${ALL_OF}${INSIDE}{1,6}?(?:${TOWNS_AND_STREETS}|${TOWNS}|${STREETS}(?:（(?:乡镇?|镇)）)?)`,
    ),
    ...LOCAL,
    every: false,
  },
  // 老城片区各社区, 城区各中小学, 各中小学、幼儿园; not 县住建局指导各乡镇.
  {
    pattern: sticky(
      `(?:(?!${INSIDE}{1,10}?${TOLD_BY_OTHERS}${ALL_OF})${INSIDE}{1,10}?${ALL_OF}${LOCAL_BODIES}(?:（[^（）]{1,6}）)?|${ALL_OF}${LOCAL_BODIES}(?:[、和及]${LOCAL_BODIES}){1,3})`,
    ),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 区安委会成员单位, 区安委会各成员单位, 各成员单位.
  {
    name: `$1${MEMBER_UNITS}`,
    pattern: sticky(`([^${LIST_STOPS}（]{0,40}?[^${LIST_STOPS}（${ALL_OF}])${ALL_OF}?${MEMBER_UNITS}`),
    ...MEMBERS,
    every: false,
  },
  { name: `${ALL_OF}${MEMBER_UNITS}`, pattern: sticky(ALL_OF + MEMBER_UNITS), ...MEMBERS, every: false },
  // 区级有关部门和单位: here 和 is inside a name.
  {
    pattern: sticky(
      `${WHOSE}${ALL_OR_SOME}(?:${GROUPED_BY}|责任)*${ANY_UNITS}(?:、(?!${WHICH}${ANY_UNITS})|[和及]|以及)${WHICH}?(?:直属)?${ANY_UNITS}`,
    ),
    ...BUREAUS,
    every: false,
  },
  // 各级党委（党组）, 各地党委、政府.
  {
    pattern: sticky(
      `${WHICH}${INSIDE}{0,6}党(?:委|工委|组织)(?:（[^（）]{1,6}）(?:[、和](?:人民)?政府)?|[、和](?:人民)?政府)`,
    ),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 区级有关行业部门, 区政府各部门, 各责任单位.
  {
    pattern: sticky(`${WHOSE}(?:${WHICH}|其他(?!${INSIDE}{0,20}由))${INSIDE}{0,30}${ANY_UNITS}`),
    ...BUREAUS,
    every: false,
  },
  // 中省驻市单位, 中央驻某市各单位.
  {
    pattern: sticky(`${STATIONED}${INSIDE}{1,8}?${WHICH}?${ANY_UNITS}`),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 各省级交通运输、邮政管理部门: several trades share the last word.
  {
    begins: sticky(
      `${ALL_OF}(?:${MARK}级?|地方|[级地])(?:(?!部门|单位)[^，。；\\n]){2,30}?[、和及][^，。；\\n]{2,120}?${ANY_UNITS}`,
    ),
    pattern: sticky(`${ALL_OF}(?:${MARK}级?|地方|[级地])${TRADE}(?:[、和及]${TRADE}){1,5}${ANY_UNITS}`),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 市、区（市）级城市管理部门, 省、市、县三级财政部门, 市、县各部门: those of several levels.
  {
    pattern: sticky(
      `${MARK}(?:（${MARK}(?:、${MARK})*）)?(?:、${MARK}(?:（${MARK}(?:、${MARK})*）)?){1,3}(?:[两三四各]?级|${WHICH})${INSIDE}{0,12}(?:${ANY_UNITS}|政府)`,
    ),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 市、县（区）民政部门, 市、县区财政部门: the offices of one trade of several levels.
  {
    begins: sticky(`${MARK}、${MARK}`),
    pattern: sticky(`${MARK}(?:、${MARK}{1,2}(?:（${MARK}(?:、${MARK})*）)?){1,3}${TRADE}部门`),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 行业主管部门, 属地责任单位, 区级部门.
  { pattern: sticky(`(?:${MARK}级|${GROUPED_BY})${INSIDE}{0,8}${ANY_UNITS}`), ...BUREAUS, every: false },
  {
    pattern: sticky(
      `(?:[^${LIST_STOPS}（]级|${SCOPE})?${WHICH}(?:(?<![主重必纪])要[素求]|[^${LIST_STOPS}要由]|(?<=[主重必纪])要|(?<=自)由){1,60}`,
    ),
    ...NOBODY_LISTED,
    every: false,
  },
  // 项目单位, 施工单位: whoever has that part in the works.
  {
    pattern: sticky(`(?:${PART_IN_WORKS}${anyOf([...UNITS, '主体', '企业'])}|(?:项目|企业)法人|开户银行)`),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 三大运营商, 各通信运营企业.
  {
    pattern: sticky(OPERATORS),
    ...NOBODY_LISTED,
    every: false,
    firm: true,
  },
  // 燃气企业, 规模以上工贸企业.
  { pattern: sticky(`[^${NAME_STOPS}]{0,30}企业`), ...NOBODY_LISTED, every: false },
];

/**
 * What each of them begins with, or has before the next stop of a list. It is asked first, because there is no group at most
 * places, and all the rules in one pattern take the engine longer to get ready than to read a notice's names.
 */
const MAY_BEGIN = sticky(
  `[乡镇街]|${COUNTED}|苏木|中央?、|${MARK}[（、]|[^${LIST_STOPS}]{0,44}?(?:${WHICH}|所涉|涉及|属地|${ANY_UNITS}|主体|企业|法人|开户银行|运营|驻)`,
);

/** Whether a rule may match there; where none may, none does. */
export function mayBegin(text: string, start: number): boolean {
  MAY_BEGIN.lastIndex = start;
  return MAY_BEGIN.test(text);
}

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, 'y');
}

export interface FoundGroup {
  readonly name: string;
  readonly end: number;
  readonly membership: Membership;
  /** Whether some of it may be anything, so that it may hold more than one name. */
  readonly loose: boolean;
}

/** Whether a group's members can only be townships. */
export function meansTownships({ among }: Pick<Membership, 'among'>): boolean {
  return among.length > 0 && among.every((kind) => kind === 'township');
}

/** Whether a group is a body with members, the same ones in every task: 区安委会成员单位; not 有关部门, 等单位. */
export function isStanding(group: string): boolean {
  return group.endsWith(MEMBER_UNITS);
}

/**
 * Whether a unit may be in a group. A unit whose kind nobody tells may be in any but a group of
 * townships, which it would be known for by its name.
 */
export function mayBeIn({ among, endings }: Omit<Membership, 'every'>, { name, kind }: Unit): boolean {
  return (
    (among.includes(kind) || (kind === 'other' && among.some((each) => each !== 'township'))) &&
    (!endings || endings.some((ending) => name.endsWith(ending)))
  );
}

/** Finds a group's name at `start` of flattened text; `endsAt` tells where a name can end. */
export function groupAt(
  text: string,
  start: number,
  endsAt: (offset: number) => boolean,
): FoundGroup | undefined {
  const territories = territoriesAt(text, start, endsAt);
  const ruled = groupByRule(text, start, endsAt);
  if (!territories || (ruled && !ruled.loose && ruled.end >= territories.end)) return ruled;
  // It may be broken over the lines of a cell.
  return { name: text.slice(start, territories.end).replace(/\s/g, ''), loose: false, ...territories };
}

function groupByRule(
  text: string,
  start: number,
  endsAt: (offset: number) => boolean,
): FoundGroup | undefined {
  if (!mayBegin(text, start)) return undefined;
  for (const { begins, pattern, name, firm, ...membership } of GROUP_RULES) {
    if (begins && matchAt(begins, text, start) === undefined) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match && endsAt(pattern.lastIndex)) {
      return {
        name: name?.replace('$1', () => match[1] ?? '') ?? match[0],
        end: start + match[0].length,
        membership,
        loose: !firm && (name === undefined || name.includes('$1')),
      };
    }
  }
  return undefined;
}
