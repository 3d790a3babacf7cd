import type { Comparator } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';
import { DASH } from '../words/calendar.js';
import { AND } from '../words/collectives.js';
import { AFTER_ANY, BEFORE_ANY, CHANGES, comparatorOf, LIMITS } from '../words/comparisons.js';
import { HAN_MEASURE_WORD, MEASURE_WORD, measureWord, PER } from '../words/measure-words.js';
import { ARABIC, factorOf, HAN, MAGNITUDE, numeralValue, scaled } from '../words/numerals.js';
import { CLAUSE_STOPS, LIST_STOPS, NAME_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { HIDDEN } from './mask.js';

/** A number with its unit and what is said of it: 不少于200台, 较2023年下降11%. */
export interface Figure extends Stretch {
  readonly comparator: Comparator;
  readonly values: readonly number[];
  readonly unit: string;
  /** A share of something that is named before it. */
  readonly rate: boolean;
  readonly change?: 'increase' | 'decrease';
  /** Where it says against what the change is measured. */
  readonly baseline?: Stretch;
  /** 分别: this figure and those after it are of the things named before it, one each. */
  readonly respectively?: true;
  /** What an organisation is like of which something is asked: 200张床位以上的. */
  readonly condition?: true;
}

/** What a change is measured against: 同比, 较上年, 比2023年; 比 by itself is the end of a ratio's name. */
const AGAINST = `同比|环比|较[^${PHRASE_STOPS}]{1,12}?|比(?:上|去|前|同期|年初|基期|近|全|${HIDDEN})[^${PHRASE_STOPS}]{0,10}?`;

/** Blanks that are typed around a figure: 100 万元. */
const GAP = '[^\\S\\n]{0,2}';
const NUMBER = `(?:\\d{1,3}(?: \\d{3}){1,3}(?![\\d.])|${ARABIC}|${HAN})`;

/** A number with what multiplies it, and 余 or 多 for a little more. */
const QUANTITY = `(?<number>${NUMBER})(?<odd>[余多])?(?:${GAP}(?<magnitude>${MAGNITUDE}))?(?<more>[余多])?`;

/** For whom or which time it holds: 每人每月800元. */
const EACH = '(?:每[人户月年日天亩吨台辆]){0,2}';

/** A number and all that may stand before it; what may stand behind it is looked for from there. */
const LEAD = new RegExp(
  [
    `(?:(?:由|从)(?<was>(?:${HIDDEN}{1,8}的?)?(?:平均|目前的?|现有的?)?${EACH}${ARABIC}${GAP}(?:${MAGNITUDE})?[^${PHRASE_STOPS}\\d]{0,8}?))?`,
    `(?<against>${AGAINST})?(?<respectively>分别)?(?:累计|平均|年均)?`,
    `(?:(?:(?<up>${CHANGES.increase})|(?<down>${CHANGES.decrease}))了?)??`,
    `(?<before>(?:${BEFORE_ANY}${GAP}){0,6})(?:${HIDDEN}{1,8}的)?${EACH}`,
    `(?:百分之(?<percent>${NUMBER}|百)`,
    '|(?<left>\\d{1,9}(?:\\.\\d{1,3})?)\\s{0,2}(?:[：∶]|:(?=\\d+(?:\\.\\d+)?:))\\s{0,2}(?<right>\\d{1,9}(?:\\.\\d{1,3})?)(?:[：∶:](?<third>\\d{1,9}(?:\\.\\d{1,3})?))?',
    `|${QUANTITY})`,
  ].join(''),
  'g',
);

const UNIT = new RegExp(`${GAP}(?:${MEASURE_WORD}|${PER})`, 'y');
/** A word that no table has is a unit where nothing else follows: 帐篷2000顶, but no rank or hour. */
const RARE_UNIT = new RegExp(
  `(?![级号届岁点时分秒年月日室线网期])\\p{Script=Han}(?=${AFTER_ANY}?(?:[${NAME_STOPS}]|$))`,
  'yu',
);
const UP_TO = new RegExp(`(?:${DASH}|－)${QUANTITY}`, 'y');
/** 200张床位以上的医院: what is counted is between the unit and 以上. */
const COUNTED = new RegExp(`[^${NAME_STOPS}\\d]{1,4}?(?=${AFTER_ANY}的)`, 'y');
const BEHIND = new RegExp(AFTER_ANY, 'y');
/** 0.3—0.8之间. */
const BETWEEN_BOTH = /^之间/;
/** 10天供应量, 3个月的需求: what is kept is measured by how long it lasts. */
const LASTS_FOR =
  /(?:的|正常|市场){0,2}(?:供应|消费|使用|储备|用|需求|销售|消耗|存煤|库存|周转){1,2}量?(?=[，。；、）]|$)/y;
/** 30分钟内, which is no 内容. */
const WITHIN = /内(?![部容外控涵环])/y;
/** 50米内, 500米范围, 60周岁以下. */
const BOUND = new RegExp(`(?:${AFTER_ANY}|范围|半径|覆盖|内|外|高度|深度)`, 'y');
/** 不超过20人的 before a noun, but 95%的要求 is what is asked; 90分以上为优秀 says how a score is called. */
const OF_WHICH =
  /的(?!要求|目标|标准|水平|任务|比例|规模)|时(?:[，。；]|$)|(?:评|评定|定|确定|视|判定)?为(?:优|良|中|差|较|一般|合格|不合格|达标|不达标)/y;
/** 以上 with a noun behind it, of which a figure or all is asked: 10亿元以上项目3个, 20户以上自然村全覆盖. */
const OF_THOSE = new RegExp(
  `(?!${BEFORE_ANY}|${AND})\\p{Script=Han}[^${PHRASE_STOPS}（）]{0,16}?(?:\\d|全覆盖|全部|起数|人数|占比|率)`,
  'yu',
);
/** 年产值超10亿元企业达到12家: of those that are worth more, a number is asked. */
const OF_THOSE_WORTH = new RegExp(
  `(?:的)?[^${NAME_STOPS}\\d]{0,6}?(?:企业|项目|园区|单位|商户|家庭|合作社|农场|基地|集群|镇|村|户)(?:(?:总数|数量|个数)?(?:达到?|突破|新增|增至|增加|不少于))?\\d`,
  'yu',
);
/** 消除66人以上超大班额: what is to be no more. */
const ENDED = /(?:消除|淘汰|取缔|关停|拆除|杜绝|防止|遏制|整治|打击)$/;
const OF_NOUN = /^\p{Script=Han}{2}/u;
/** 至少建成1个, 不高于同地段租金的85%: the comparing word does not stand at the number. */
const ASKED = new RegExp(
  `(?<words>${LIMITS.map(([words]) => words).join('|')})[^${PHRASE_STOPS}（）\\d]{1,24}$`,
);
/** 储备达到城区居民10天供应量: likewise, of what is kept. */
const REACHES = new RegExp(`(?:达到?|满足)[^${PHRASE_STOPS}（）\\d]{1,14}$`);
const JOINED = new RegExp(`^(?:、|${AND})$`);
const ALTERNATIVE = new RegExp(`^(?:、|或者?|且|并且?)[^${PHRASE_STOPS}]{1,20}$`);
/** Of whom, nobody says: …的可以申报, …的，…. */
const HEADLESS = /^的(?:[，。；]|$|可|应|由|给予|予以)|^时/;
const END = new RegExp(`[${LIST_STOPS}）]|$`, 'y');
const CLAUSE = new RegExp(`[^${CLAUSE_STOPS}]+`, 'g');

const ANY_NUMBER = new RegExp(`\\d|百分之|${HAN}(?:${MAGNITUDE})?${HAN_MEASURE_WORD}`);

/** A number by itself, where the text holds nothing else. */
const ALONE = new RegExp(
  `^\\s*(?<before>${BEFORE_ANY}*)(?<number>${ARABIC})(?<after>${AFTER_ANY})?\\s*(?:。\\s*)?$`,
  'u',
);

/** Whether a text can hold a figure at all; most goals do not, and looking for one takes time. */
export function mayHoldFigures(plain: string): boolean {
  return ANY_NUMBER.test(plain);
}

/** Finds the figures of a text in which names, dates and frequencies are hidden. */
export function figuresIn(masked: string): Figure[] {
  const alone = ALONE.exec(masked);
  if (alone?.groups) {
    const { before: words = '', number = '', after: behind = '' } = alone.groups;
    const start = masked.indexOf(words + number);
    return [
      {
        start,
        end: masked.trimEnd().replace(/。$/, '').length,
        comparator: comparatorOf(words, behind),
        values: [numeralValue(number)],
        unit: '',
        rate: false,
      },
    ];
  }
  const figures = Array.from(masked.matchAll(CLAUSE)).flatMap(({ 0: clause, index }) =>
    mayHoldFigures(clause) ? figuresInClause(clause, index) : [],
  );
  return figures;
}

/** @param offset where the clause begins in the text */
function figuresInClause(clause: string, offset: number): Figure[] {
  const figures: Figure[] = [];
  LEAD.lastIndex = 0;
  for (let match = LEAD.exec(clause); match; match = LEAD.exec(clause)) {
    const last = figures.at(-1);
    const joined =
      last?.respectively && JOINED.test(clause.slice(last.end - offset, match.index)) ? last : undefined;
    const figure = figureOf(clause, match, joined);
    if (!figure) continue;
    LEAD.lastIndex = figure.end;
    figures.push({
      ...figure,
      ...(joined && sharedBy(joined, figure)),
      start: figure.start + offset,
      end: figure.end + offset,
      ...(figure.baseline && {
        baseline: { start: figure.baseline.start + offset, end: figure.baseline.end + offset },
      }),
    });
  }
  return withConditions(figures, clause, offset);
}

/** 注册满3年、收入3000万元以上、职工不超过300人的可以申报: conditions one after the other. */
function withConditions(figures: Figure[], clause: string, offset: number): Figure[] {
  for (let i = figures.length - 2; i >= 0; i--) {
    const [figure, next] = [figures[i] as Figure, figures[i + 1] as Figure];
    const between = clause.slice(figure.end - offset, next.start - offset);
    const isListed = next.condition && figure.comparator !== '=' && ALTERNATIVE.test(between);
    if (isListed && HEADLESS.test(clause.slice(next.end - offset)))
      figures[i] = { ...figure, condition: true };
    else if (!figure.condition) break;
  }
  return figures;
}

/** 分别下降5%和8%: the second is a change, too. */
function sharedBy({ change, baseline, comparator }: Figure, own: Figure): Partial<Figure> {
  return {
    ...(own.comparator === '=' && comparator !== 'range' && { comparator }),
    ...(change && { change }),
    ...(baseline && { baseline }),
    respectively: true,
  };
}

type Quantity = Readonly<Partial<Record<'number' | 'odd' | 'magnitude' | 'more', string>>>;
type Lead = Quantity &
  Readonly<
    Partial<
      Record<
        | 'was'
        | 'against'
        | 'respectively'
        | 'up'
        | 'down'
        | 'before'
        | 'percent'
        | 'left'
        | 'right'
        | 'third',
        string
      >
    >
  >;

/** @param joined the figure before it, with which it shares what 分别 says of both */
function figureOf(clause: string, match: RegExpExecArray, joined: Figure | undefined): Figure | undefined {
  const { 0: whole, index } = match;
  const lead = (match.groups ?? {}) as Lead;
  const measured = measuredAt(clause, index + whole.length, lead);
  const { values, unit, more, ratio } = measured;
  let { end } = measured;
  const { rate = false, han, span, bounds } = measureWord(unit);

  const noun = matchAt(COUNTED, clause, end) ?? '';
  const behind =
    matchAt(BEHIND, clause, end + noun.length) ?? (span ? matchAt(WITHIN, clause, end) : '') ?? '';
  const before = lead.before ?? '';
  const asked = before === '' ? ASKED.exec(clause.slice(0, index))?.groups?.['words'] : undefined;
  const compared = Boolean(before || behind || asked || joined);
  const last = end + noun.length + behind.length;
  const kept = span && noun === '' ? (matchAt(LASTS_FOR, clause, last) ?? '') : '';
  const reached = kept !== '' && before === '' && REACHES.test(clause.slice(0, index)) ? '达到' : '';
  // 10%以上的企业: a share of them is asked.
  const condition =
    ENDED.test(clause.slice(0, index)) && behind !== ''
      ? OF_NOUN.test(clause.slice(last))
      : compared &&
        !(rate && before === '' && !lead.up && !lead.down) &&
        kept === '' &&
        isCondition(clause, end, last, before !== '');
  if (condition || noun === '') end = last;
  const isHan = lead.number !== undefined && !/\d/.test(lead.number);
  const changes = Boolean(lead.up ?? lead.down);
  if (isHan && !(han && (compared || changes || (values[0] ?? 0) > 1))) return undefined;
  // 每3个行政村: of how many there is to be one.
  if (clause[index - 1] === '每' && !compared) return undefined;
  // 近三年 is a time.
  if (span && !((compared || changes || kept) && !(unit === '年' && /^近/.test(before)))) return undefined;
  // 50米内, 60周岁以上: where it is and who they are, not what is to be reached.
  if (bounds && !before && matchAt(BOUND, clause, measured.end) !== undefined) return undefined;
  // 发现2次的: what happened.
  if (!compared && unit === '次' && clause[end] === '的') return undefined;
  // A ratio is said to be reached, and 10:30 is not; 控制在0.02以内 needs no unit.
  const alone = matchAt(END, clause, end) !== undefined;
  if (ratio ? !before : unit === '' && !(alone && (compared || clause[index - 1] === '为'))) return undefined;

  end += kept.length;
  const change = lead.up ? 'increase' : lead.down ? 'decrease' : undefined;
  const against = lead.was ?? (change && lead.against?.replace(/^[较比]/, ''));
  // 同比 without a change is no part of the figure.
  const words = (lead.against ?? '') + (lead.respectively ?? '');
  const start = change || lead.was ? index : index + whole.indexOf(words) + words.length;
  const compares = comparatorOf(before || (asked ?? reached), behind === '内' ? '以内' : behind);
  return {
    start,
    end,
    comparator: values.length === 2 && !ratio ? 'range' : more && compares === '=' ? '>' : compares,
    values,
    unit: ratio ? '∶' : unit + (condition ? noun : ''),
    rate,
    ...(change && { change }),
    ...(against && { baseline: stretchOf(whole, index, against) }),
    ...(lead.respectively && { respectively: true }),
    ...(condition && { condition }),
  };
}

/**
 * Whether a number that is compared says of what something is asked: 200张床位以上的医院, 超过20万元的村,
 * 10亿元以上项目3个.
 *
 * @param from where the unit ends
 * @param end where the words behind it end
 */
function isCondition(clause: string, from: number, end: number, before: boolean): boolean {
  if (matchAt(OF_WHICH, clause, end) !== undefined) return true;
  if (before) return matchAt(OF_THOSE_WORTH, clause, from) !== undefined;
  return end > from && matchAt(OF_THOSE, clause, end) !== undefined;
}

interface Measured {
  readonly values: number[];
  readonly unit: string;
  /** A little more than the value: 500余万元. */
  readonly more: boolean;
  readonly ratio: boolean;
  /** Where the unit ends. */
  readonly end: number;
}

/** The value and unit of a number that ends at an offset: 达95%, 3至5家, 1∶5. */
function measuredAt(clause: string, at: number, lead: Lead): Measured {
  const { percent, left, right, third } = lead;
  if (percent !== undefined) {
    const value = percent === '百' ? 100 : numeralValue(percent);
    return { values: [value], unit: '%', more: false, ratio: false, end: at };
  }
  if (left !== undefined && right !== undefined) {
    const values = [left, right, ...(third === undefined ? [] : [third])].map(Number);
    return { values, unit: '', more: false, ratio: true, end: at };
  }
  const first = matchAt(UNIT, clause, at) ?? '';
  UP_TO.lastIndex = at + first.length;
  const upTo = UP_TO.exec(clause);
  if (upTo) {
    const end = at + first.length + upTo[0].length;
    const unit = matchAt(UNIT, clause, end);
    const to = (upTo.groups ?? {}) as Quantity;
    if (unit !== undefined || BETWEEN_BOTH.test(clause.slice(end, end + 2))) {
      // 3至5万: the magnitude is of both.
      // 3000元至3万元: its own unit says that it has its own magnitude.
      const shared = first === '' ? to.magnitude : undefined;
      const from = { ...lead, magnitude: lead.magnitude ?? shared ?? '' };
      const values = [quantityOf(from), quantityOf(to)];
      return { values, unit: unit?.trim() ?? '', more: false, ratio: false, end: end + (unit?.length ?? 0) };
    }
  }
  const rare = first === '' && /\d/.test(lead.number ?? '') ? matchAt(RARE_UNIT, clause, at) : undefined;
  const printed = rare ?? first;
  return {
    values: [quantityOf(lead)],
    unit: printed.trim(),
    more: Boolean(lead.odd ?? lead.more),
    ratio: false,
    end: at + printed.length,
  };
}

function quantityOf({ number = '', magnitude = '' }: Quantity): number {
  return scaled(numeralValue(number.replaceAll(' ', '')), factorOf(magnitude));
}

/** Where a part of a match stands. */
function stretchOf(whole: string, start: number, part: string): Stretch {
  const from = start + whole.indexOf(part);
  return { start: from, end: from + part.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
