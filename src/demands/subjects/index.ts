import { anyOf, wordsIn } from '../../words/any-of.js';
import { AND } from '../../words/collectives.js';
import { DOER } from '../../words/unit-names.js';
import { COUNTS, NAMED_WITH } from '../../words/verbs.js';
import type { Figure } from '../figure.js';
import { givenIn } from '../given.js';
import { carryVerb, eachOf, firstOfEach, JOINED } from '../shared.js';
import { essence } from '../words.js';
import { HEADLESS, partsAround, type WordsAround, wholePrefix } from './around.js';
import { COUNTED_BEHIND, OBJECT_BEHIND } from './behind.js';
import type { Before, FigureInClause, Measurand, SubjectReading } from './measurand.js';
import { nounIn, ONE_OF_THEM } from './nouns.js';
import { OF_SEVERAL, ownMeasurand } from './own.js';
import { SHARES } from './shares.js';
import { LEFT_UNSAID } from './unsaid.js';

export type { Before, Measurand } from './measurand.js';

/** The ways to see what a figure measures, in the order in which they are tried. */
const READINGS: readonly SubjectReading[] = [
  ...COUNTED_BEHIND,
  ...LEFT_UNSAID,
  ...OBJECT_BEHIND,
  ...SHARES,
  ...OF_SEVERAL,
];

/** 每公里5000元标准落实: how much, and not what. */
const OF_MEASURE = /^的?(?:目标|要求|标准|额度|比例|幅度|限额|价格)(?!化)/;
/** 20米宽围村林带, 10米宽的防火隔离带: which of its measures it is. */
const WIDE = /^[宽长高深厚]的?(?=\p{Script=Han}{3})/u;
const IS_LENGTH = /^(?:厘?米|公里|千米|k?m)$/;
/** 9000个示范村的目标: what is aimed at. */
const AIMED_AT = /(?<=.{2})的(?:目标|任务|目标任务|要求)$/;
const RESPECTIVELY = /^[^、]{1,20}、[^别]{1,60}分别(?=.)/s;
/** 3家在国内具有影响力的平台: what is said of it stands before it. */
const ATTRIBUTED =
  /^(?:在|具有|拥有|具备|符合|参与|面向|带动|年)[^，。；]{2,30}的(?<noun>[^的，。；、]{2,14})$/;
const SPREAD =
  /^(?<each>[^，。；]{2,60})分别(?<head>[^，。；、\d]{0,6}?(?:占比|率|比例|比重|面积|产量|人数|数量|总量|收入|金额|投资|规模|长度))(?:[为是]|达到?)?$/;
const ONLY_VERB = new RegExp(`^(?:新?${NAMED_WITH})?$`);
/** 商务局、投促中心引进外资各1亿元: who does it, each of them. */
const OF_DOERS = new RegExp(
  `^(?<who>(?:[^，。；、\\d]{2,12}(?<=${DOER})、){1,8}[^，。；、\\d]{2,12}?(?<=${DOER}))(?<what>(?:${COUNTS}).{2,})$`,
  'su',
);
/** 计划至少创建4个: how many, and not what; 至少有, 至少办 say no more than that there are some. */
const AT_LEAST = /(?<!“)(?:至少|最少|至多|最多)(?=.{2})/su;
/** 各县（市、区）至少建设1个, 每个县至少建设1个: each of them. */
const EACH_AT_LEAST = new RegExp(
  `^(?<each>(?:各|每个)(?:[^，。；、（）\\d]|（[^（）\\d]{1,8}）){1,12}?)(?:至少|最少)(?=${COUNTS})`,
);
/** 每个行政村农家书屋藏书, 散养密集区每村建设收集池, 每名县级领导包抓项目, 适龄公民每人每年植树: each of them, and what is theirs. */
const EACH_HAS = new RegExp(
  `^(?!.*人数$)(?<each>每[个座所名]?${anyOf(wordsIn('行政村 自然村 贫困村 脱贫村 牧业村 示范村 村（社区） 乡镇（街道） 乡（镇） 乡镇 街道 社区 学校 普查小区 普查区 县级领导 帮扶干部 联村干部 包村干部 网格员 护林员 教师 党员 医生'))}(?!\\p{Script=Han}{0,4}[站院所办队]|\\p{Script=Han}{0,4}中心|限报)|(?:(?!动员|组织)[^，。；、\\d每]{2,10})?每(?:人|村|校|镇|乡|社区)(?:每[年月周日])?(?=(?:义务)?植树|建设|建立|设立|包[联抓保]|联系|培养|配备))(?=\\p{Script=Han}{2})`,
  'u',
);
/** 公厕每座配备保洁员, 村邮站每处补助建设资金: how many there are, and no part of what is measured. */
const OF_EACH_ONE = /(?<=^[一-龥]{2,10}(?<!平均))每(?:座|处|所|案|具|只|台|辆|张床位)(?=[一-龥]{2})/u;
/** 稳岗补贴为上年度实缴失业保险费总额的50%: of what the share is. */
const OF_BASE =
  /(?<=^[一-龥]{2,10}(?:补贴|补助|奖励|标准|价格?|费|金))[为按](?:上年度|当地|同期|实缴|实际|应缴)[一-龥]{4,24}的$/;
const NOTHING = /(?!)/;
/** 早稻最低收购价每50公斤: of how much. */
const PER_SO_MUCH = /(?<=.{2}[价费额金助贴])每\d{1,4}(?:公斤|千克|斤|克|吨|平方米|米|公里)$/;
const IS_JOINT = new RegExp(`^(?:、|${AND})$`);
const TWO_RATES = new RegExp(`^[^、]{3,30}${AND}[^、]{3,30}[率比]$`);
/** So many figures share what is given; it keeps the time in proportion. */
const MOST_SHARED = 12;

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
): Measurand[] {
  const measured: Measurand[] = [];
  const parts = partsAround(clause, offset, figures);
  let shared: readonly string[] = [];
  /** What the figure before measures; a condition measures nothing. */
  let last: Measurand | undefined;
  for (const [i, figure] of figures.entries()) {
    const { suffix } = parts[i] as WordsAround;
    const prefix = wholePrefix((parts[i] as WordsAround).prefix, before);
    if (figure.condition) {
      const behind = clause.slice(figure.end - offset, (figures[i + 1]?.start ?? Infinity) - offset);
      measured.push({ subjects: [conditionOf(prefix, behind)] });
      continue;
    }
    const [next, ...rest] = shared;
    if (next !== undefined && essence(prefix).text === '' && suffix === '') {
      shared = rest;
      last = { ...last, subjects: [next] };
      measured.push(last);
      continue;
    }
    const joinsNext = JOINED.test(parts[i + 1]?.prefix ?? '');
    const nextIsBare = essence(parts[i + 1]?.prefix ?? '').text === '';
    const joined = joinedFrom(figures, parts, i);
    // 人数达到9万人，收入达到3亿元，分别增长20%: of what the sentence has named, one each or all of them.
    if (figure.respectively && shared.length === 0 && essence(prefix).text === '' && suffix === '') {
      const [first, ...others] = before.subjects.slice(joined > 1 ? -joined : -MOST_SHARED);
      if (first !== undefined && last === undefined && (joined === 1 || others.length === joined - 1)) {
        shared = joined > 1 ? others : [];
        last = { subjects: joined > 1 ? [first] : [first, ...others] };
        measured.push(last);
        continue;
      }
    }
    // 货物贸易、对外投资分别占比达30%、20%: what each of them has is said once.
    const spread = nextIsBare && joinsNext ? SPREAD.exec(prefix)?.groups : undefined;
    if (spread) {
      const { text, scope } = essence(spread['each'] ?? '');
      const [first = '', ...others] = eachOf(text).map((each) => each + (spread['head'] ?? ''));
      shared = others;
      last = { subjects: [first], ...(scope !== '' && { scope }) };
      measured.push(last);
      continue;
    }
    // 分别给予100万元、30万元奖励: what is given stands behind the last of them.
    const behindAll =
      (joinsNext && parts.slice(i, i + MOST_SHARED).find((each) => each.suffix !== '')?.suffix) || '';
    const given = givenIn(prefix, suffix || behindAll, figure);
    if (given) {
      last = { subjects: [given.gift], ...given.share, isGift: true };
    } else {
      // 2026年70%以上、2027年80%以上机关: what both count stands behind the last.
      const isListed =
        ONLY_VERB.test(essence(prefix).text) && ONLY_VERB.test(essence(parts[i + 1]?.prefix ?? '').text);
      const named = suffix || (isListed ? behindAll : '');
      last = measurandOf(inClause(prefix, named, figure, before, last));
      // 养老保险和医疗保险参保率保持在90%和98%: likewise, where nobody says 分别.
      const each = joined === 2 && figure.rate && !figure.respectively ? last.subjects.flatMap(eachOf) : [];
      if (
        (figure.respectively && shared.length === 0) ||
        (each.length === 2 && TWO_RATES.test(last.subjects[0] ?? ''))
      ) {
        const [first, ...others] = last.subjects.flatMap(eachOf);
        // 补贴初级、中级、高级分别为: of each of them.
        const ofEachOf = firstOfEach(first ?? '', others);
        shared = ofEachOf ? others.map((other) => ofEachOf.measured + other) : others;
        last = { ...last, subjects: [first ?? before.name] };
      }
      // 主管道和污水管网各42公里: so much of each.
      if (prefix.endsWith('各')) {
        const asideOf = before.aside && before.subject;
        const { who, what } = OF_DOERS.exec(last.subjects[0] ?? '')?.groups ?? {};
        if (who !== undefined && what !== undefined) last = { ...last, subjects: [what], scope: who };
        else last = { ...last, subjects: asideOf ? [asideOf] : ofEach(last.subjects[0] ?? '') };
      }
    }
    measured.push(last);
  }
  return withTail(withOfEach(measured, figures, parts), parts);
}

/** How many figures, from one on, are joined by nothing but 、 or 和. */
function joinedFrom(figures: readonly Figure[], parts: readonly WordsAround[], from: number): number {
  let next = from + 1;
  while (next < Math.min(figures.length, from + MOST_SHARED) && IS_JOINT.test(parts[next]?.prefix ?? ''))
    next++;
  return next - from;
}

/** What a condition is of: who is named behind it, else what stands before it. */
function conditionOf(prefix: string, behind: string): string {
  const namedBefore = /^[、或且并]|^$/.test(behind) || HEADLESS.test(behind);
  return namedBefore ? essence(prefix.slice(prefix.lastIndexOf('、') + 1)).text : nounIn(behind);
}

function inClause(
  prefix: string,
  suffix: string,
  figure: Figure,
  before: Before,
  last: Measurand | undefined,
): FigureInClause {
  const each = (EACH_AT_LEAST.exec(prefix) ?? EACH_HAS.exec(prefix))?.groups?.['each'] ?? '';
  const { text: printed, scope } = essence(
    prefix
      .slice(each.length)
      .replace(AT_LEAST, '')
      .replace(OF_EACH_ONE, '')
      .replace(PER_SO_MUCH, '')
      .replace(figure.rate ? OF_BASE : NOTHING, ''),
  );
  // 云岭镇、青石镇分别新建水池12口: what each of them does.
  const text = figure.respectively ? printed : printed.replace(RESPECTIVELY, '');
  const named = IS_LENGTH.test(figure.unit) ? suffix.replace(WIDE, '') : suffix;
  const attributed = ATTRIBUTED.exec(suffix)?.groups?.['noun'];
  const behind = OF_MEASURE.test(suffix)
    ? ''
    : (attributed ?? essence(named.replace(/^的/, '').replace(AIMED_AT, '').replace(ONE_OF_THEM, '')).text);
  return {
    figure,
    prefix,
    suffix,
    text,
    behind,
    scoped: (scope || each) === '' ? {} : { scope: scope || each },
    last,
    before,
  };
}

function measurandOf(found: FigureInClause): Measurand {
  for (const reading of READINGS) {
    const measurand = reading(found);
    if (measurand) return measurand;
  }
  return ownMeasurand(found);
}

/** 埋设主管道和污水管网: both of them, with what is done to them. */
function ofEach(subject: string): string[] {
  const [first = subject, ...others] = eachOf(subject);
  return [first, ...others.map((each) => carryVerb(first, each, '、'))];
}

/** 补贴标准为小麦每亩10元、水稻每亩15元: of each of those that are named, the same. */
function withOfEach(
  measured: Measurand[],
  figures: readonly Figure[],
  parts: readonly WordsAround[],
): Measurand[] {
  for (const [i, figure] of figures.entries()) {
    const own = measured[i]?.subjects[0] ?? '';
    let next = i + 1;
    while (
      next < figures.length &&
      next - i < MOST_SHARED &&
      figures[next]?.unit === figure.unit &&
      parts[next]?.prefix.startsWith('、') &&
      parts[next - 1]?.suffix === ''
    )
      next++;
    const others = parts.slice(i + 1, next).map(({ prefix }) => essence(prefix).text);
    const found = firstOfEach(own, others);
    if (found === undefined || figure.condition) continue;
    for (const [at, scope] of [found.each, ...others].entries())
      measured[i + at] = { subjects: [found.measured], scope };
  }
  return measured;
}

/** 3座中型水库和5座小型水库除险加固: what is done to the last is done to the first. */
function withTail(measured: Measurand[], parts: readonly WordsAround[]): Measurand[] {
  for (let i = measured.length - 2; i >= 0; i--) {
    const own = measured[i]?.subjects[0] ?? '';
    const next = measured[i + 1]?.subjects[0] ?? '';
    const joined = JOINED.exec(parts[i + 1]?.prefix ?? '')?.[0];
    if (joined === undefined || joined === '、' || parts[i]?.suffix === '' || own.length < 3) continue;
    const alike = next.lastIndexOf(own.slice(-2));
    const tail = alike < 0 ? '' : next.slice(alike + 2);
    if (tail.length >= 2) measured[i] = { ...(measured[i] as Measurand), subjects: [own + tail] };
  }
  return measured;
}
