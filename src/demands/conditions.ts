// Figures that say of what something is asked, not how much: 20人以下的单位.

import { AND } from '../words/collectives.js';
import { BEFORE_ANY } from '../words/comparisons.js';
import { matchAt } from '../words/match.js';
import { NAME_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { SETS_UP } from '../words/verbs.js';
import type { Figure } from './figure.js';
import { HIDDEN } from './mask.js';

/** 不超过20人的 before a noun, but 95%的要求 is what is asked; 90分以上为优秀 says how a score is called. */
const OF_WHICH = new RegExp(
  [
    '的(?!要求|目标|标准|水平|任务|比例|规模(?!养|以上|化|企业))',
    // 超过10个且列全省前3位的市
    '[且并或][^，。；\\d]{1,10}的(?!要求|目标)',
    // 10亿元以上5个, 50亿元以上实现零的突破
    '(?<!类)\\d{1,4}[个家户项宗]|实现零的?突破',
    '时(?:[，。；]|$|启动|应(?!急)|要|必须|及时|立即|停|采取|实行|执行|发布|暂停|关闭|疏散|转移|撤离)',
    // 10万元以下免征, 56人以上大班额, 3人以上10人以下的事故
    '免(?:征|收|予|缴|费(?=[，。；、停]|$))|超?大班额|旅游团队|\\d{1,5}[人户](?:以下|以内)的',
    '(?:评|评定|定|确定|视|判定)?为(?:优|良|中|差|较|一般|合格|不合格|达标|不达标)',
  ].join('|'),
  'y',
);
/** 以上 with a noun behind it, of which a figure or all is asked: 10亿元以上项目3个, 20户以上自然村全覆盖. */
const OF_THOSE = new RegExp(
  `(?!${BEFORE_ANY}|${AND})[\\p{Script=Han}${HIDDEN}][^${PHRASE_STOPS}（）]{0,16}?(?:\\d|全覆盖|全部|起数|人数|占比|率)`,
  'yu',
);
/** 35蒸吨/小时及以下燃煤锅炉基本淘汰, 对3层及以上、用作经营的自建房逐栋鉴定: which of them, where nothing else is said before. */
const COUNTED = /[家个户名座所处辆台条部套项]/;
const AT_START =
  /^(?:对|将|把|凡|所有|全部)?(?:(?:新引进|新建|新上|引进)的?)?(?:总?投资额?|产值|营业收入|建筑面积)?$/;
const SORT_OF_THEM = new RegExp(
  `(?:、[^${PHRASE_STOPS}\\d]{2,10}的)?[^${PHRASE_STOPS}\\d的]{0,10}?(?:企业|项目|场所|锅炉|自建房|房屋|建筑|机构|单位|医院|学校|养殖场|车辆|货车|商铺|水库|河流|自然村|行政村|电站)(?:[^${PHRASE_STOPS}\\d]|(?<=^(?:对|凡|所有).*)$)`,
  'y',
);
/** 年产值超10亿元企业达到12家: of those that are worth more, a number is asked. */
const OF_THOSE_WORTH = new RegExp(
  `(?:的)?[^${NAME_STOPS}\\d]{0,6}?(?:企业|项目|园区|单位|商户|家庭|合作社|农场|基地|集群|镇|村|户)(?:(?:总数|数量|个数)?(?:达到?|突破|新增|增至|增加|不少于))?\\d`,
  'yu',
);
const ALTERNATIVE = new RegExp(`^(?:、|或者?|且|并且?)[^${PHRASE_STOPS}]{1,20}$`);
/** Of whom, nobody says: …的可以申报, …的，…. */
const HEADLESS = /^的(?:[，。；]|$|可|应|由|给予|予以)|^时/;
/** 突破5亿元、10亿元、50亿元的制造业企业: those of each size. */
export function withSizes(figures: Figure[], clause: string, offset: number): Figure[] {
  for (let first = 0; first < figures.length; first++) {
    const begin = first;
    const between = () =>
      clause.slice((figures[first] as Figure).end - offset, (figures[first + 1] as Figure).start - offset);
    while (figures[begin]?.comparator !== '=' && figures[first + 1]?.comparator === '=' && between() === '、')
      first++;
    const last = figures[first] as Figure;
    if (first === begin || matchAt(OF_WHICH, clause, last.end - offset) === undefined) continue;
    for (let i = begin; i <= first; i++) figures[i] = { ...(figures[i] as Figure), condition: true };
  }
  return figures;
}

/** 注册满3年、收入3000万元以上、职工不超过300人的可以申报: conditions one after the other. */
export function withConditions(figures: Figure[], clause: string, offset: number): Figure[] {
  for (let i = figures.length - 2; i >= 0; i--) {
    const [figure, next] = [figures[i] as Figure, figures[i + 1] as Figure];
    const between = clause.slice(figure.end - offset, next.start - offset);
    const isListed = next.condition && figure.comparator !== '=' && ALTERNATIVE.test(between);
    const behind = clause.slice(next.end - offset);
    // 生猪年出栏500头以上、肉牛年出栏50头以上的规模养殖场.
    if (
      isListed &&
      (HEADLESS.test(behind) || (figure.comparator === next.comparator && behind.startsWith('的')))
    )
      figures[i] = { ...figure, condition: true };
    else if (!figure.condition) break;
  }
  return figures;
}

/** 组建不少于10人的队伍, 安装效率不低于60%的设施: what is set up is to be like that. */
const SET_UP = new RegExp(`^(?![对凡向]).*${SETS_UP}[^${PHRASE_STOPS}\\d的]{0,6}$`, 'su');
/** 村周不少于20米的林带: where something is to be, and how much of it. */
export const BESIDE = /(?:两侧|两旁|四周|周边|周围|沿线|沿岸|地段|[村镇城]周)$/;
const NOUN = new RegExp(`的(?!可|应(?!急)|由|给予|予以)[^${PHRASE_STOPS}\\d]{2,20}(?:、|$)`, 'y');
/** 200张床位以上的 measures something else than what is counted, and nothing is set up to be less than it may be. */
const IS_AT_LEAST = /^(?:（含）)?(?:及?以上|以内|之内)?$/;
/** 在巩固参保率达到95%的基础上: it is to stay so. */
const KEPT = /(?:巩固|保持|确保|保证|落实)[^，。；\d]{2,40}$/;
/** 在省级补贴不低于25%的基础上: likewise. */
const IS_LIMIT = /^(?:不[低少]于|至少)/;
const ON_BASIS = /的基础上/y;

/**
 * Whether a number that is compared says of what something is asked: 200张床位以上的医院, 超过20万元的村,
 * 10亿元以上项目3个.
 *
 * @param prior what stands before it in its clause
 * @param from where the unit ends
 * @param end where the words behind it end
 * @param before the words that compare it, where they stand before it
 */
export function isCondition(
  clause: string,
  { prior, from, end, before }: Readonly<Record<'prior' | 'before', string> & Record<'from' | 'end', number>>,
): boolean {
  const isAsked =
    matchAt(NOUN, clause, end) !== undefined &&
    ((IS_AT_LEAST.test(clause.slice(from, end)) && SET_UP.test(prior)) ||
      (before !== '' && BESIDE.test(prior)));
  if (
    isAsked ||
    (matchAt(ON_BASIS, clause, end) !== undefined && (KEPT.test(prior) || IS_LIMIT.test(before)))
  )
    return false;
  if (matchAt(OF_WHICH, clause, end) !== undefined) return true;
  if (
    before === '' &&
    end > from &&
    !COUNTED.test(clause[from - 1] ?? '') &&
    AT_START.test(prior) &&
    matchAt(SORT_OF_THEM, clause, end) !== undefined
  )
    return true;
  if (before !== '') return matchAt(OF_THOSE_WORTH, clause, from) !== undefined;
  return end > from && matchAt(OF_THOSE, clause, end) !== undefined;
}
