import { anyOf, wordsIn } from '../words/any-of.js';
import { ALL_OF, INSIDE, WHERE } from '../words/collectives.js';
import { GOVERNED_BY, SORT } from '../words/levels.js';
import type { Membership } from './membership.js';

/** A group of territories or of what governs them: 各县（市、区）人民政府, 各区、县级市, 各镇街、园区. */
interface FoundTerritories {
  readonly end: number;
  readonly membership: Membership;
}

/** 洞庭湖区各市, 汉江沿线各县, 沿线各县: those of one place. */
const OF_PLACE = `(?:(?:(?![由请和及与等])\\p{Script=Han}){1,6}?(?:[县市区州旗]|流域|沿线|沿岸|片区)(?=${ALL_OF})|沿[线岸海江河](?=${ALL_OF}))?`;
const BEGINNING = new RegExp(`${OF_PLACE}${WHERE}`, 'uy');
/** 教育局, 卫生健康部门, 防指: what each of the territories has; 市公安局 behind 各县、 is another unit. */
const ORGAN = new RegExp(
  `(?:${INSIDE}{1,12}?${anyOf(wordsIn('局 委 办 厅 部门 中心 委员会 委会 大队 支队 法院 检察院 站 所 卫生院 学校 供销社'))}|${INSIDE}{0,12}?${anyOf(wordsIn('防指 指挥部 专班 党委'))})`,
  'y',
);
/** An organ may be longer than its first ending: 发展和改革委 behind 发展和. */
const MOST_ENDINGS = 3;
/** 各县（市、区）⏎人民政府: broken over the lines of a cell. */
const ON_NEXT_LINE = `\\s{1,2}${anyOf(wordsIn('人民政府 办事处 管委会 管理委员会'))}(?!\\p{Script=Han})`;
const ITEM = new RegExp(`(?<sort>${SORT})(?<body>${GOVERNED_BY}|${ON_NEXT_LINE})?`, 'uy');
const JOIN = /[、/和及]/y;
const MEANT = /（(?:含|不含|包括|不包括)[^（）]{1,40}）/y;
/** 行署、政府 and 政府、办事处 are of one list; 政府、政府 are of two. */
const JOINED_BODIES =
  /^(?:(?:行署|行政公署)、.*政府|(?:委|党委|党工委)、(?:人民)?政府|.*政府、办事处|.*政府、办)$/;
const OF_TOWNS = /^[乡镇街道苏木（）、/和及]+$/;
const STREETS = /街/;

/**
 * Finds the name of a group of territories at `start` of flattened text. A list of sorts, with one word
 * before it for all of them, is one name. Without such a word 县（市、区） and 市、县政府 are, too.
 *
 * @param endsAt where a name can end
 */
export function territoriesAt(
  text: string,
  start: number,
  endsAt: (offset: number) => boolean,
): FoundTerritories | undefined {
  BEGINNING.lastIndex = start;
  const beginning = BEGINNING.exec(text)?.[0] ?? '';
  let at = start + beginning.length;
  let body: string | undefined;
  let end: number | undefined;
  let sorts = '';
  let isFirst = true;
  for (let item = itemAt(text, at); item; item = itemAt(text, at)) {
    if (body !== undefined && !JOINED_BODIES.test(`${body}、${item.body}`)) break;
    at += item.text.length;
    const mayHaveOrgan = beginning !== '' && !endsAt(at) && (item.text.includes('（') || isFirst);
    isFirst = false;
    body = item.body ?? (mayHaveOrgan ? organAt(text, at, endsAt) : undefined);
    if (item.body === undefined) at += body?.length ?? 0;
    if (endsAt(at)) {
      end = at;
      sorts = text.slice(start + beginning.length, at);
    }
    JOIN.lastIndex = at;
    if (!JOIN.test(text)) break;
    at += 1;
  }
  // 各县（市、区）政府（含市高新区管委会）.
  if (end !== undefined) {
    MEANT.lastIndex = end;
    const meant = MEANT.exec(text)?.[0].length ?? 0;
    if (endsAt(end + meant)) end += meant;
  }
  if (end === undefined || (beginning === '' && !isGroupAlone(sorts))) return undefined;
  return { end, membership: membersOf(beginning, sorts) };
}

function itemAt(text: string, at: number): { text: string; body: string | undefined } | undefined {
  ITEM.lastIndex = at;
  const found = ITEM.exec(text);
  return found ? { text: found[0], body: found.groups?.['body'] } : undefined;
}

/** What each of some territories has, up to where a name can end. */
function organAt(text: string, at: number, endsAt: (offset: number) => boolean): string | undefined {
  let end = at;
  for (let i = 0; i < MOST_ENDINGS; i++) {
    ORGAN.lastIndex = end;
    const found = ORGAN.exec(text)?.[0];
    if (found === undefined) return undefined;
    end += found.length;
    if (endsAt(end)) return text.slice(at, end);
  }
  return undefined;
}

const ALONE = new RegExp(`（|^[^、委]{1,4}、.*${GOVERNED_BY}$`);

function isGroupAlone(sorts: string): boolean {
  return ALONE.test(sorts);
}

const GOVERNED = new RegExp(GOVERNED_BY, 'g');

function membersOf(beginning: string, sorts: string): Membership {
  const bare = sorts.replace(GOVERNED, '');
  if (OF_TOWNS.test(bare)) {
    const endings = STREETS.test(bare) ? {} : { endings: ['镇', '乡', '苏木'] };
    return { among: ['township'], every: beginning === ALL_OF, ...endings };
  }
  return { among: /[镇街]/.test(bare) ? ['township', 'institution'] : [], every: false };
}
