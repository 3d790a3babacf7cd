// What the items of a list share that is said once: a verb before the first (新建公园5个、步道18公里), a measure behind the last.
import { AND } from '../words/collectives.js';
import {
  BARE_COUNT,
  CONTRASTED,
  COUNT_HEAD,
  MEASURE_HEAD,
  MEASURED_OF_EACH,
  SHARED_HEAD,
} from '../words/heads.js';
import { ONE_TO_NINE } from '../words/numerals.js';
import { BUILDS, COUNTS, INCOMPLETE, OTHER_DOINGS } from '../words/verbs.js';
import type { Figure } from './figure.js';

const DONE_TO = new RegExp(
  `^(?:新|基本)?(?:${COUNTS}|${BUILDS}){1,2}(?=.{2})(?!\\p{Script=Han}{0,2}的)`,
  'u',
);
const STARTS_WITH_VERB = new RegExp(
  `^新?(?:${COUNTS}|${BUILDS}|${INCOMPLETE})|(?:率|量|额|面积|人数|比例|占比)$`,
);
/** How much there is to be, of which more comes: 新增灌溉面积. */
const CAPACITY = /(?:面积|容量|能力|产能|库容)$/;
/** What parts the subjects that share a figure. */
const BETWEEN = new RegExp(`、|(?<![参普波涉顾])${AND}(?![会时])`);
export const JOINED = new RegExp(`^(?:、|${AND})`);
/** 检验率、报废率: between two rates. */
const BETWEEN_RATES = new RegExp(`(?<=率)(?:、|${AND})(?=[^率]+率$|[^率]+率(?:、|${AND}))`);
/** 事故起数和死亡人数均: between two counts of each of which it is said. */
const BETWEEN_COUNTS = new RegExp(
  `(?<=[起件宗]数)(?:、|${AND})(?=(?:(?:死|受伤|伤)?亡?人数|(?:财产|经济|直接经济)?损失)$)`,
);
/** 酿酒葡萄和枸杞面积: two that share what they are measured by. */
const PAIR = new RegExp(
  `^[^、和及与]{1,10}(?:${AND})[^、和及与]{1,10}(?:[率量额]|面积|人数|数量|标准|占比|比例|比重|产值|收入|时限)$`,
);
const BOTH = /^城乡(?!居民|一体|融合|统筹)(?<what>[^、和及与]{2,12})$/;
const RANK = new RegExp(`[${ONE_TO_NINE}甲乙丙A-D]级`);

/**
 * The things that 分别 is said of: 化肥、农药使用量 are 化肥使用量 and 农药使用量. What ends alike is named whole
 * (城市低保标准、农村低保标准).
 */
export function eachOf(subject: string): string[] {
  // 城乡低保标准分别提高到780元、620元.
  const both = BOTH.exec(subject)?.groups?.['what'];
  if (both !== undefined) return [`城市${both}`, `农村${both}`];
  // 酿酒葡萄和枸杞面积、奶牛存栏、冷凉蔬菜面积: each pair has a measure of its own.
  const groups = subject.split('、');
  if (groups.length > 1 && PAIR.test(groups[0] ?? '')) return groups.flatMap(eachOf);
  const each = subject.split(BETWEEN).filter((part) => part !== '');
  const [first = '', ...others] = each;
  const last = others.at(-1);
  // 养殖、种植业产值, 化学需氧量、氨氮排放总量: what all of them are measured by is named once.
  // 县城区、建制镇生活垃圾无害化处理率: what stands behind such a name is of all.
  const contrasted = CONTRASTED.exec(last ?? '')?.[0];
  if (last && contrasted && CONTRASTED.exec(first)?.[0] === first) {
    return [...each.slice(0, -1).map((part) => part + last.slice(contrasted.length)), last];
  }
  const head = last && SHARED_HEAD.exec(last)?.[0];
  if (
    head &&
    !each
      .slice(0, -1)
      .some((part) => SHARED_HEAD.test(part) || (part.at(-1) === head.at(-1) && head.length < 3))
  ) {
    return [...each.slice(0, -1).map((part) => part + head), last];
  }
  if (
    last === undefined ||
    first.at(-1) === last.at(-1) ||
    COUNT_HEAD.test(first) ||
    /.{3}[率额量]$/.test(first)
  ) {
    return each.map((part) => carry(first, part));
  }
  // 摩托车、电动自行车骑乘人员佩戴率: the last one's own name ends as the first does, or is as long.
  const alike = last.indexOf(first.at(-1) as string, 1) + 1;
  const named = MEASURE_HEAD.exec(last)?.[0] ?? last.slice(first.length);
  // 婴儿、5岁以下儿童死亡率: 儿 ends no word there.
  const tail = alike > 1 && alike < last.length && !last.startsWith('童', alike) ? last.slice(alike) : named;
  return [...[first, ...others.slice(0, -1)].map((part) => part + tail), last];
}

/** 3场招聘会、2场推介会: what is counted stands behind the figures. */
const COUNTED_BEHIND = new RegExp(`^[^的，（）\\d]{1,20}(?:、|${AND})$`);
/** 公园3个、广场2个: before them. */
const COUNTED_BEFORE = new RegExp(`^(?:、|${AND})[^的，（）\\d]{1,16}$`);

/** 至少新建3个公园和2个广场, 不少于3场招聘会、2场推介会: what limits the first of a list limits the others. */
export function limitOf(
  { limited, comparator, change }: Figure,
  between: string,
): Pick<Figure, 'comparator' | 'limited'> | undefined {
  const isListed = COUNTED_BEHIND.test(between) || (limited === 'verb' && COUNTED_BEFORE.test(between));
  return limited && !change && isListed ? { comparator, limited } : undefined;
}

/** 较2020年下降12%，达到30微克/立方米: what goes down reaches that from above. */
export function withReached(figures: readonly Figure[], text: string): Figure[] {
  return figures.map((figure, i) => {
    const last = figures[i - 1];
    const isReached =
      last?.change === 'decrease' &&
      !figure.change &&
      figure.comparator === '≥' &&
      /^[，、]达到?/.test(text.slice(last.end, figure.start + 2));
    return isReached ? { ...figure, comparator: '≤' } : figure;
  });
}

/** 新建口袋公园14个、绿道26公里: the first one's verb is of the others, too. */
export function carryVerb(above: string, text: string, prefix: string): string {
  const verb = DONE_TO.exec(above)?.[0];
  if (verb === undefined || !JOINED.test(prefix)) return text;
  // 新增节水灌溉面积2万亩、除涝面积1万亩: both are measured by the same.
  const alike =
    verb === '新增' && CAPACITY.exec(above)?.[0] === CAPACITY.exec(text)?.[0] && CAPACITY.test(text);
  return alike || !STARTS_WITH_VERB.test(text) ? verb + text : text;
}

/** What is counted one by one. */
const ONE_BY_ONE = /^(?:个|家|座|所|处|条|株|棵|台|辆|部|盏|栋|间|只|头|套|支|块|场)$/;
const IS_DONE = new RegExp(
  `^${OTHER_DOINGS}|(?:${OTHER_DOINGS}|${COUNTS}|(?!工程)${BUILDS}|${INCOMPLETE})$|[率量额数]$|每`,
);

/** 新建公园5个，停车场3个: in a list of clauses, too, where both are counted alike and the second has no verb. */
export function verbOfList(
  text: string,
  { listed }: { readonly listed: { readonly subject: string; readonly unit: string } | undefined },
  { unit, change }: { readonly unit: string; readonly change?: string },
): string {
  return listed?.unit === unit && change === undefined && ONE_BY_ONE.test(unit) && !IS_DONE.test(text)
    ? carryVerb(listed.subject, text, '、')
    : text;
}

const OF_EACH = new RegExp(`^(?<measured>.{2,}?${MEASURED_OF_EACH})(?<each>[^的]{1,6})$`, 'su');
const MEASURED = new RegExp(`${MEASURED_OF_EACH}$`);

const SAID_OF_FIRST = new RegExp(`^(?<measured>.{2,}${MEASURED_OF_EACH})[为按]?(?<each>[^的]{1,8})$`, 'su');

/**
 * 补贴标准为小麦每亩10元、水稻每亩15元: what is measured of each, and of which of them the first figure is; they are named alike.
 *
 * @param others what stands before the figures that are joined to it
 */
export function firstOfEach(
  above: string,
  others: readonly string[],
): { readonly measured: string; readonly each: string } | undefined {
  const { measured, each = '' } = SAID_OF_FIRST.exec(above)?.groups ?? {};
  const areAlike =
    others.length > 0 &&
    others.every(
      (other) =>
        other.length > 0 &&
        other.length <= 6 &&
        !MEASURED.test(other) &&
        (other.at(-1) === each.at(-1) || other.length === each.length),
    );
  return measured !== undefined && areAlike && !MEASURED.test(each) ? { measured, each } : undefined;
}

/** 每班人数乳儿班不超过10人、托小班不超过15人: what is measured of each of them is said before the first. */
export function measureOfEach(above: string, text: string): string | undefined {
  const { measured, each = '' } = OF_EACH.exec(above)?.groups ?? {};
  const isAlike = text.length <= 6 && (each.at(-1) === text.at(-1) || each.length === text.length);
  return isAlike && !text.endsWith(each) && !MEASURED.test(text) ? measured : undefined;
}

/**
 * 检验率、报废率: two rates that share a figure; the second is of the same thing as the first. So are two counts, where
 * it is said of each of them (均).
 */
export function rates(text: string, ofEach: boolean): string[] {
  const parts = text.split(ofEach && BETWEEN_COUNTS.test(text) ? BETWEEN_COUNTS : BETWEEN_RATES);
  return parts.map((part) => carry(parts[0] ?? '', part));
}

/** “两客一危”检验率、报废率: what stands before the first rate is what the second is of, too. */
function carry(first: string, part: string): string {
  const head = COUNT_HEAD.exec(first)?.[0];
  if (head !== undefined && part !== first && BARE_COUNT.test(part))
    return first.slice(0, -head.length) + part;
  return part !== first && /^\p{Script=Han}{2}率$/u.test(part) && /\p{Script=Han}{2}率$/u.test(first)
    ? first.slice(0, -3) + part
    : part;
}

/** 矿山三级…率100%、二级…率40%: ranks by which two figures are told apart and share all else. */
export function carryRank(above: string, text: string): string {
  const rank = RANK.exec(above);
  return rank && RANK.exec(text)?.index === 0 && above.slice(rank.index + 2) === text.slice(2)
    ? above.slice(0, rank.index) + text
    : text;
}
