import { AND } from '../words/collectives.js';
import { LIMITS } from '../words/comparisons.js';
import { GIVES_IT, HANDS_OUT } from '../words/gifts.js';
import { ONE_TO_NINE } from '../words/numerals.js';
import { PHRASE_STOPS } from '../words/punctuation.js';
import { DOER } from '../words/unit-names.js';
import { BUILDS, COUNTS, INCOMPLETE, NAMED_WITH } from '../words/verbs.js';
import type { Figure } from './figure.js';
import { givenIn, IS_GIFT, NAMES_GIFT } from './given.js';
import { carryRank, carryVerb, eachOf, JOINED, measureOfEach, rates } from './shared.js';
import { essence } from './words.js';

/** What a figure measures. */
export interface Measured {
  readonly subjects: readonly string[];
  readonly scope?: string;
  readonly of?: string;
  /** It is of its scope, as 覆盖率 by itself is; so what comes after is of that, too. */
  readonly dependent?: true;
  /** It is what somebody is given. */
  readonly isGift?: true;
}

/** What a clause stands in, for what it leaves unsaid. */
export interface Before {
  /** The task's name. */
  readonly name: string;
  /** What the figure before it measures: the clause's own, or one of the same sentence. */
  readonly subject: string | undefined;
  /** The clause before it in the same sentence, where that has no figure. */
  readonly clause: string | undefined;
  /** The scope of that figure, as 全省. */
  readonly scope: string | undefined;
  /** What that figure measures, where it is of something else, which `subject` is then. */
  readonly dependent: { readonly subject: string; readonly scope: string; readonly unit: string } | undefined;
  /** What was given last in the sentence. */
  readonly gift: string | undefined;
  /** The clause before it, where that has figures and all are conditions: it tells of what something is asked. */
  readonly told: string | undefined;
  /** It stands in a bracket behind that clause, and limits what is named there: 奖励（最高20万元）. */
  readonly aside: boolean;
  /** Only a time stands between that clause and this one. */
  readonly continued: boolean;
}

/** 抽查不少于200台电梯: the object stands behind the figure. */
const TAKES_OBJECT = new RegExp(`${COUNTS}$`);

/** What measures nothing by itself: it is of what is said before. */
const DEPENDENT = new RegExp(
  [
    '^(?:\\p{Script=Han}{2}率|(?:总|计划|占地|建筑|总建筑)?(?:投资|面积|长度?|宽度?|高度?|规模))$',
    `^(?:计划|基本)?${INCOMPLETE}$`,
  ].join('|'),
  'u',
);
const BUILT = new RegExp(`${NAMED_WITH}$`);
/** What stands before the name of what is given or set up. */
const GIVES = /^.*(?:给予|发放|设立|建立|组建|配备|储备|举办|完成)/su;
const LIMITED = new RegExp(`^(.{2,}?)(?:${LIMITS.map(([words]) => words).join('|')})(.{2,})$`, 's');
/** 每公里5000元标准落实: how much, and not what. */
const OF_MEASURE = /^的?(?:目标|要求|标准|额度|比例|幅度|限额|价格)(?!化)/;
const WHO_DOES = new RegExp(`(?:${DOER}|[省市县区乡镇村])$`);
const MONEY = /^美?元/;
const TIMELY = /(?:期限?|时间|时限|时长|年限|率|比例|人数|面积)$/;
const IS_VERB = new RegExp(`^(?:基本)?${INCOMPLETE}$`);
const VERB_AT_END = new RegExp(`(?<=.{2})新?${INCOMPLETE}$`);
/** 选派, 免费: a word that says nothing of what is counted behind it. */
const BARE_VERB = /^新?\p{Script=Han}{1,2}$/u;
/** 给予100万元奖励, 按每人500元发放补贴: what is given stands behind. */
const GIVING = /^(?:分别)?(?:给予|按照?|分别按)$/;
const RESPECTIVELY = /^[^、]{1,20}、[^别]{1,60}分别(?=.)/s;
/** 单个项目, 每家企业, 个人: each of those that get something. */
const PER_ONE =
  /^(?!.*(?:额度?|授信|信贷|贷款|投资|面积|产值|产量|收入|规模|价|费|量|时间|时长|距离|里程|间隔|人数)$)(?:单(?![位价产一纯])\p{Script=Han}{1,5}|每[个家户项镇村]\p{Script=Han}{0,4}|个人)$/u;
/** 日处理, 年产: how much a plant can do. */
const CAPACITY = /[日年](?:处理|产|供水?|加工|屠宰|接待|发电)$/;
const HANDED_OUT = /(?:申请|提供|享受|获得)$/;
/** What can be counted by itself. */
const COUNTED_IN = /^[个家名座处所项户条件台辆套宗支片栋批]$/;
const PLACES = /^[^、（）等]{2,12}(?:、[^、（）等]{2,12}){1,6}$|^\p{Script=Han}{2,12}[及和]$/u;
const DONE_TO_THEM = new RegExp(`^新?(?:${COUNTS}|${BUILDS}){1,2}`);
const OF_ALL = new RegExp(
  `^(?<all>[^、的]{2,14}(?:、[^、的]{2,14}){1,8}(?:等[${ONE_TO_NINE}\\d十]{0,3}[种类项个][^、的]{2,16}的|等?[${ONE_TO_NINE}\\d十]{1,3}(?:省|市|县|区|镇|乡|国|地)(?:（[^（）]{1,6}）)?))(?<measured>[^、的]{3,20})$`,
);
/** 按不低于采购金额的30%: by what share. */
const BY_SHARE = new RegExp(
  `^(?<whose>[^，。；]{0,20}?)(?:统一)?按照?(?:(?:${LIMITS.map(([words]) => words).join('|')})?(?<of>[^，。；]{2,20})的)?$`,
);
/** 3家在国内具有影响力的平台: what is said of it stands before it. */
const ATTRIBUTED =
  /^(?:在|具有|拥有|具备|符合|参与|面向|带动|年)[^，。；、]{2,30}的(?<noun>[^的，。；、]{2,14})$/;
const LENGTH = /^(?:公里|千米|米|km)$/;
/** 河桥至渡口: a road by its ends. */
const FROM_TO = /[^\d年月日]{2}(?:至|到|—)[^\d，。；达]{2,8}$/;
/** Where what is counted ends, and what it does begins: 120名骨干教师到乡镇学校支教. */
const COUNTED_DOES =
  /到(?!位)|赴|开展|实施(?!.{0,6}改造)|进行|参加|接受|完成|用于|给予|进入|加装|提供|纳入|享受|得到|达到|实现|通过|免费|(?<=.{4})建成(?:并|$)/;
/**
 * Tells what each figure of a clause measures: what stands before it, without verbs that only say
 * that it is to be done; else what stands behind it (完成603公里农村公路…); else what the figure before
 * it measures (18个、16万平方米), or the task's name.
 *
 * @param clause the clause's text
 * @param offset where the clause begins in the text that the figures point into
 */
export function measuredIn(
  clause: string,
  offset: number,
  figures: readonly Figure[],
  before: Before,
): Measured[] {
  const measured: Measured[] = [];
  const parts = partsAround(clause, offset, figures);
  let shared: readonly string[] = [];
  /** What the figure before measures; a condition measures nothing. */
  let last: Measured | undefined;
  for (const [i, figure] of figures.entries()) {
    const { suffix } = parts[i] as WordsAround;
    const prefix = wholeOf((parts[i] as WordsAround).prefix, before);
    if (figure.condition) {
      const behind = clause.slice(figure.end - offset, (figures[i + 1]?.start ?? Infinity) - offset);
      const named = /^[、或且并]|^$/.test(behind) || HEADLESS.test(behind);
      const own = prefix.slice(prefix.lastIndexOf('、') + 1);
      measured.push({ subjects: [named ? essence(own).text : nounIn(behind)] });
      continue;
    }
    const [next, ...rest] = shared;
    if (next !== undefined && essence(prefix).text === '' && suffix === '') {
      shared = rest;
      last = { ...last, subjects: [next] };
      measured.push(last);
      continue;
    }
    // 分别给予100万元、30万元奖励: what is given stands behind the last of them.
    const behind =
      JOINED.test(parts[i + 1]?.prefix ?? '') &&
      parts.slice(i, i + MOST_SHARED).find((each) => each.suffix !== '');
    const nextIsBare = essence(parts[i + 1]?.prefix ?? '').text === '';
    // 2026年70%以上、2027年80%以上机关: what both count stands behind the last.
    const named = suffix || (behind && nextIsBare && essence(prefix).text === '' ? behind.suffix : '');
    // 货物贸易、对外投资分别占比达30%、20%: what each of them has is said once.
    const spread =
      nextIsBare && JOINED.test(parts[i + 1]?.prefix ?? '') ? SPREAD.exec(prefix)?.groups : undefined;
    if (spread) {
      const { text, scope } = essence(spread['each'] ?? '');
      const [first = '', ...others] = eachOf(text).map((each) => each + (spread['head'] ?? ''));
      shared = others;
      last = { subjects: [first], ...(scope !== '' && { scope }) };
      measured.push(last);
      continue;
    }
    const given = givenIn(prefix, suffix || (behind ? behind.suffix : ''), figure);
    last = given
      ? { subjects: [given.gift], ...given.share, isGift: true }
      : subjectOf(prefix, named, figure, before, last);
    if (!given && figure.respectively && shared.length === 0) {
      const [first, ...others] = last.subjects.flatMap(eachOf);
      shared = others;
      last = { ...last, subjects: [first ?? before.name] };
    }
    // 主管道和污水管网各42公里: so much of each.
    if (!given && /各$/.test(prefix))
      last = {
        ...last,
        subjects: before.aside && before.subject ? [before.subject] : ofEach(last.subjects[0] ?? ''),
      };
    measured.push(last);
  }
  return withTail(measured, parts);
}

/** 埋设主管道和污水管网: both of them, with what is done to them. */
function ofEach(subject: string): string[] {
  const [first = subject, ...others] = eachOf(subject);
  return [first, ...others.map((each) => carryVerb(first, each, '、'))];
}

/** 3座中型水库和5座小型水库除险加固: what is done to the last is done to the first. */
function withTail(measured: Measured[], parts: readonly WordsAround[]): Measured[] {
  for (let i = measured.length - 2; i >= 0; i--) {
    const [
      {
        subjects: [own = ''],
      } = { subjects: [] },
      {
        subjects: [next = ''],
      } = { subjects: [] },
    ] = measured.slice(i, i + 2);
    const joined = JOINED.exec(parts[i + 1]?.prefix ?? '')?.[0];
    if (joined === undefined || joined === '、' || parts[i]?.suffix === '' || own.length < 3) continue;
    const alike = next.lastIndexOf(own.slice(-2));
    const tail = alike < 0 ? '' : next.slice(alike + 2);
    if (tail.length >= 2) measured[i] = { ...(measured[i] as Measured), subjects: [own + tail] };
  }
  return measured;
}

const SPREAD =
  /^(?<each>[^，。；]{2,60})分别(?<head>[^，。；、\d]{0,6}?(?:占比|率|比例|比重|面积|产量|人数|数量|总量|收入|金额|投资|规模|长度))(?:[为是]|达到?)?$/;

const HEADLESS = new RegExp(
  `^的(?:必?须|应(?!急)|要|(?=再|按|每|由|可|一次性|分别|${HANDS_OUT}|${GIVES_IT}))`,
);

const AND_AT_END = new RegExp(`(?<![参普波涉顾])${AND}$`);

/** 新片（上映2年内）比例: what stands before a bracket goes on behind it. */
function wholeOf(prefix: string, { clause, aside }: Before): string {
  return !aside && clause !== undefined && GOES_ON.test(prefix) ? clause + prefix.slice(1) : prefix;
}
const GOES_ON = /^）\p{Script=Han}{2,6}$/u;

/** So many figures share what is given, and so long is a name before a condition; it keeps the time in proportion. */
const MOST_SHARED = 12;
const LONGEST_NAME = 40;

interface WordsAround {
  readonly prefix: string;
  readonly suffix: string;
}

/** What stands before and behind each figure; between two of them, a 、 parts the one from the other. */
function partsAround(clause: string, offset: number, figures: readonly Figure[]): WordsAround[] {
  const prefixes: string[] = [];
  const suffixes: string[] = [];
  let from = 0;
  for (const [i, figure] of figures.entries()) {
    const between = clause.slice(from, figure.start - offset);
    const comma = i === 0 ? -1 : partAt(between);
    if (i > 0) suffixes.push(comma > 0 ? between.slice(0, comma) : '');
    prefixes.push(comma > 0 ? between.slice(comma) : between);
    // 收入超过20万元的村占比: what is asked of those that a condition tells is asked of them.
    const behind = clause.slice(figure.end - offset, figure.end - offset + 8);
    // 超过20%的再奖励3万元: they have no name, and what is asked of them begins behind 的.
    const headless = HEADLESS.exec(behind)?.[0].length;
    const told = figures[i + 1] && figure.condition && headless === undefined;
    from = told
      ? Math.max(from, figure.start - offset - LONGEST_NAME)
      : figure.end - offset + (headless ?? 0);
  }
  suffixes.push(clause.slice(from));
  // 投资1.2亿元建设管网15公里: what has nothing before it takes what follows.
  return figures.map((_, i) => {
    const prefix = prefixes[i] ?? '';
    const next = prefixes[i + 1] ?? '';
    const suffix = suffixes[i] ?? '';
    const bare = essence(prefix).text === '' && suffix === '' && !JOINED.test(next);
    return { prefix, suffix: bare ? next : suffix };
  });
}

/** Where what is of the figure before ends: 3座水库和5座…, or at a 、. */
function partAt(between: string): number {
  const comma = outside(between, '、');
  const joint = AND_AT_END.exec(between)?.index ?? -1;
  return comma > 0 || joint < 2 ? comma : joint;
}

/** Where a character stands outside brackets and quotation marks. */
function outside(text: string, wanted: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if ('（(“《'.includes(char)) depth++;
    else if ('）)”》'.includes(char)) depth--;
    else if (char === wanted && depth <= 0) return i;
  }
  return -1;
}

function subjectOf(
  prefix: string,
  suffix: string,
  figure: Figure,
  before: Before,
  last: Measured | undefined,
): Measured {
  const { text: printed, scope } = essence(prefix);
  // 云岭镇、青石镇分别新建水池12口: what each of them does.
  const text = figure.respectively ? printed : printed.replace(RESPECTIVELY, '');
  const attributed = ATTRIBUTED.exec(suffix)?.groups?.['noun'];
  const behind = OF_MEASURE.test(suffix) ? '' : (attributed ?? essence(suffix.replace(/^的/, '')).text);
  const scoped = scope === '' ? {} : { scope };

  // 平桥镇护岸、…等8处水毁工程修复: the list is what the figure counts.
  const listed = /^(.+)等$/.exec(text)?.[1];
  if (listed !== undefined && behind !== '') return { subjects: [behind], scope: listed };
  // 可申请最高300万元的贷款, 提供不少于30天的照护: what is handed out.
  if (behind !== '' && /^的/.test(suffix) && HANDED_OUT.test(prefix))
    return { subjects: [countedIn(behind)], ...scoped };
  // 实施甲、乙3处集中供水工程, 某校及13处学校操场: the places are named, and what stands behind is counted.
  if (
    behind !== '' &&
    COUNTED_IN.test(figure.unit) &&
    !suffix.startsWith('的') &&
    PLACES.test(text) &&
    !TAKES_OBJECT.test(text)
  )
    return { subjects: [countedIn(behind)], scope: text.replace(/及其?他?$/, '') };
  // 关停退出参与整合的6家企业: which of them, before how many.
  if (behind !== '' && COUNTED_IN.test(figure.unit) && /[^的].的$/.test(prefix) && !suffix.startsWith('的')) {
    const verb = DONE_TO_THEM.exec(text)?.[0] ?? '';
    return { subjects: [verb + countedIn(behind)], ...scoped };
  }
  // 解决农村300万人的饮水安全问题; 日处理400吨的转运中心, 河桥至渡口3.4公里道路: what stands behind it.
  if (behind !== '' && /^的(?!要求|目标|标准)/.test(suffix)) {
    if (text.startsWith('解决')) return { subjects: [`解决${behind}`], ...scoped };
    if (CAPACITY.test(text)) return { subjects: [nounIn(behind)], ...scoped };
    if (figure.unit === '成') return { subjects: [nounIn(behind)], ...scoped };
  }
  if (behind !== '' && LENGTH.test(figure.unit) && FROM_TO.test(text))
    return { subjects: [countedIn(behind) || behind], ...scoped };
  if (text === '' || GIVING.test(text)) {
    if (behind !== '' && countedIn(behind) !== '' && !suffix.startsWith('的要求')) {
      // 改造3座大型泵站和6座小型泵站: what is done to the one is done to the other.
      const first = prefix.startsWith('、') ? '' : (last?.subjects.at(-1) ?? '');
      const counted = carryVerb(first, countedIn(behind), prefix);
      return { subjects: [counted], ...scoped };
    }
    // 覆盖率达到50%，12月底达到80%: of the same once more.
    if (last === undefined && text === '' && before.dependent?.unit === figure.unit && !before.aside)
      return { subjects: [before.dependent.subject], scope: before.dependent.scope };
    const limited = before.aside && before.subject === undefined ? limitedBy(before.clause ?? '') : '';
    const goesOn = before.continued && text === '' ? ownSubject(before.clause ?? '') : '';
    // 贴息期不超过3年，最高500万元: no time is measured in money.
    const gift = MONEY.test(figure.unit) && TIMELY.test(before.subject ?? '') ? before.gift : undefined;
    const own = last?.subjects.at(-1) ?? (limited || goesOn || gift);
    const above = own || (before.subject ?? before.name);
    const where = last?.scope ?? (own || before.subject === undefined ? undefined : before.scope);
    return { subjects: [above], ...(where !== undefined && { scope: where }), ...scoped };
  }
  // 收益的七成以上返还林农: a share of what is named.
  if (behind !== '' && !suffix.startsWith('的') && !(/^成?$/.test(figure.unit) && /的$/.test(prefix))) {
    const verb = TAKES_OBJECT.test(text) ? text.slice(text.lastIndexOf('等') + 1) : '';
    // 覆盖20%规模以上企业, 新建3座桥: a share is not what is counted, and what is built has its verb.
    if (verb !== '' && (figure.rate || BUILT.test(verb))) return { subjects: [verb + behind], ...scoped };
    // 培训200名教师: the teachers are counted, and not the trainings.
    if (
      /^[“\p{Script=Han}]/u.test(behind) &&
      (verb !== '' || (BARE_VERB.test(text) && !DEPENDENT.test(text)))
    ) {
      const counted = countedIn(behind);
      if (counted !== '') return { subjects: [counted], ...scoped };
    }
  }
  // 覆盖80%以上的行政村: those that are covered.
  if (figure.rate && /覆盖$/.test(text) && suffix.startsWith('的') && behind !== '')
    return { subjects: [nounIn(behind)], ...scoped };
  // 按不低于采购金额的30%提前预付, 超出部分按80%的比例支付: what is done by that share.
  const byShare = figure.rate ? BY_SHARE.exec(prefix)?.groups : undefined;
  const paid = byShare && /^(?:的比例)?(?<paid>[^的，。；]{2,12})$/u.exec(suffix)?.groups?.['paid'];
  if (byShare && paid !== undefined) {
    const { whose = '', of: share } = byShare;
    const own = essence(whose).text;
    if (own === '' || share !== undefined)
      return { subjects: [own || paid], ...scoped, ...(share !== undefined && { of: share }) };
  }
  // 租金不高于同地段市场租金的85%: against what it is limited.
  const [, limited, of] = LIMITED.exec(text) ?? [];
  // 单个企业最高补贴50万元: what stands behind 最高 is what is limited.
  if (limited && of && IS_GIFT.test(of)) return { subjects: [essence(limited).text + of], ...scoped };
  if (limited && of) {
    // …业务收费，原则上不高于责任的0.5%: what the clause before names.
    const own = essence(limited).text;
    const said = own || (before.told ?? before.subject ?? before.clause ?? before.name);
    return { subjects: [own || essence(said).text || before.name], ...scoped, of };
  }
  // 自有工人人数达到总人数25%: a share of something else that is named.
  const share =
    /^(.[^达占\n]{0,40}?)(?:达到?|占到?|控制在)(.*(?:总(?!\p{Script=Han}{0,2}比[重例率])\p{Script=Han}{1,4}|的))$/u.exec(
      text,
    );
  if (share?.[1] && share[2]) {
    return { subjects: [essence(share[1]).text], ...scoped, of: share[2].replace(/的$/, '') };
  }
  // 占耕地面积的三分之二以上: what the sentence is about.
  const part =
    before.subject === undefined ? undefined : /^占(?![用补地])(?<of>.{2,})$/u.exec(text)?.groups?.['of'];
  if (part !== undefined && figure.rate) return { subjects: [before.subject as string], ...scoped, of: part };
  // 单个项目最高500万元: of what each of them gets, the sentence has said it.
  if (before.subject !== undefined && PER_ONE.test(text) && !NAMES_GIFT.test(text))
    return { subjects: [before.subject], scope: text };
  // 甲、乙、丙等四种疫病免疫的群体密度, 甲、乙、丙三省煤炭消费总量: of all of those.
  const ofAll = OF_ALL.exec(text)?.groups;
  if (ofAll) return { subjects: [ofAll['measured'] as string], scope: ofAll['all'] as string };
  const ranked = last?.subjects.at(-1);
  const each = ranked === undefined || !JOINED.test(prefix) ? undefined : measureOfEach(ranked, text);
  if (each !== undefined) return { subjects: [each], scope: text };
  const own = ranked === undefined ? text : carryVerb(ranked, carryRank(ranked, text), prefix);
  const subjects = figure.rate ? rates(own) : [own];
  if (!DEPENDENT.test(text)) return { subjects, ...scoped };
  const above = last && (last.dependent ? last.scope : last.subjects.at(-1));
  // 棚户区改造新开工14套，基本建成12套: its own verb stands for that of the one before.
  const whole =
    (above ?? before.subject)?.replace(IS_VERB.test(text) ? VERB_AT_END : '', '') ??
    (essence(before.clause ?? '').text || before.name);
  return { subjects, scope: scope || whole, dependent: true };
}

/** Where a noun ends and what it does begins. */
const DOES = new RegExp(
  `[${PHRASE_STOPS}]|设置|开展|每|应(?![急对收届用聘])|要|须|必须|不得|不予|全部|建立|配备|组织|实现|完成|达到|落实|安装|纳入`,
);

/** The first noun of a text that goes on with what that noun does: 企业设置…, 医院，…. */
function nounIn(text: string): string {
  const noun = text.replace(/^的?(?:[评视]|评定|定|确定|判定)?为?/, '');
  const end = noun.search(DOES);
  // 5年以上从业经历的人员, 3年以上劳动合同的.
  return (end < 0 ? noun : noun.slice(0, end)).replace(/^[^的]{0,4}(?:经[历验]|合同|学历)的(?=.)|的$/, '');
}

/** What is measured where a time follows it; who has to do it is none. */
function ownSubject(clause: string): string {
  const { text } = essence(clause);
  return WHO_DOES.test(text) ? '' : text;
}

/** What a clause names last, which the bracket behind it limits. */
function limitedBy(clause: string): string {
  const { text } = essence(clause);
  return text.replace(GIVES, '') || text;
}

/** What is counted, without what it does. */
function countedIn(behind: string): string {
  const given = behind.replace(/^(?:给予|发放)/, '');
  const end = given.search(COUNTED_DOES);
  return end < 0 ? given : given.slice(0, end);
}
