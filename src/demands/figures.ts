import { AND } from '../words/collectives.js';
import { AFTER_ANY, BEFORE_ANY, CHANGES, comparatorOf, REACHED } from '../words/comparisons.js';
import { HAN_MEASURE_WORD } from '../words/measure-words.js';
import {
  ARABIC,
  BARE_MAGNITUDE,
  factorOf,
  HALF_OF_IT,
  HAN,
  MAGNITUDE,
  numeralValue,
  ONE_TO_NINE,
} from '../words/numerals.js';
import { CLAUSE_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { withConditions, withSizes } from './conditions.js';
import type { Figure } from './figure.js';
import { figureOf } from './figure-of.js';
import { HIDDEN } from './mask.js';
import { GAP, NUMBER, QUANTITY } from './quantity.js';
import { limitOf, withReached } from './shared.js';

/** What a change is measured against: 同比, 较上年, 比2023年; 比 by itself is the end of a ratio's name. */
const AGAINST = `较(?:前[${ONE_TO_NINE}两\\d]年[^${PHRASE_STOPS}\\d]{0,6}?|[^${PHRASE_STOPS}]{1,12}?)|在[^${PHRASE_STOPS}\\d]{2,12}?基础上|[同相]?比(?:上|去|前|同期|年初|基期|近|全|${HIDDEN}{1,30})[^${PHRASE_STOPS}]{0,10}?|同比|环比`;

/** For whom or which time it holds: 每人每月800元. */
const EACH = '(?:每[人户月年日天亩吨台辆村校生]){0,2}';

/** 由人均收入9600元提高到: what it is that was so much. */
const OF_MEASURE = `[^${PHRASE_STOPS}\\d]{2,14}(?<=收入|标准|价|费|率|量|额|面积|时间|时限|人数)`;

/** A number and all that may stand before it; what may stand behind it is looked for from there. */
const LEAD = new RegExp(
  [
    `(?:(?:由|从)(?<was>(?:${HIDDEN}{1,8}的?)?(?:平均|[年月户]?人均|户均|目前的?|现有的?|原来?的?|原先的?|以前的?|此前的?|当前的?|现行的?|法定的?|${OF_MEASURE}(?=\\d[^，。；\\n]{1,10}?${REACHED}))?${EACH}${ARABIC}${GAP}(?:${MAGNITUDE})?[^${PHRASE_STOPS}\\d]{0,8}?))?`,
    `(?<against>${AGAINST})?(?:(?<respectively>分别(?:[为是](?=${EACH}\\d))?)(?<than>${AGAINST})?)?(?:累计|平均|年均|净)?`,
    `(?:(?:(?<up>${CHANGES.increase})|(?<down>${CHANGES.decrease}))了?)??`,
    `(?<before>(?:${BEFORE_ANY}${GAP}){0,6})(?:${HIDDEN}{1,8}的|(?<=达到?)${HIDDEN}{2,3})?${EACH}`,
    `(?:百分之(?<percent>${NUMBER}|百)|千分之(?<permille>${NUMBER})`,
    '|(?<left>\\d{1,9}(?:\\.\\d{1,3})?)\\s{0,2}(?:[：∶]|:(?=\\d+(?:\\.\\d+)?:))\\s{0,2}(?<right>\\d{1,9}(?:\\.\\d{1,3})?)(?:[：∶:](?<third>\\d{1,9}(?:\\.\\d{1,3})?))?',
    `|${QUANTITY})`,
  ].join(''),
  'g',
);

/** …达到25%的，可申请…: whoever does gets something. */
const GETS =
  /^，(?:可|给予|予以|一次性|优先|视为|列为|享受|补[贴助]|奖[励补]|最高|每[人户]|按[照规标]|须|必须|应(?!急)|一律|不得)/;
/** 对产值10亿元及以上，且增长20%的企业，给予…: the first of two conditions. */
const OF_WHOM = /^(?:对|凡)/;
const JOINS_ON = /^，[且并或]/;
const JOINED = new RegExp(`^(?:、|${AND})$`);
const REACHES = new RegExp(`^(?:${REACHED})`);
const ALTERNATIVE = /^(?:或者?|\/)$/;
const CLAUSE = new RegExp(`[^${CLAUSE_STOPS}]+`, 'g');

const ANY_NUMBER = new RegExp(
  `\\d|分之|${HALF_OF_IT}|${BARE_MAGNITUDE}|[为是]零|${HAN}[余多]?(?:${MAGNITUDE})?${HAN_MEASURE_WORD}|${HAN}[至到]${HAN}[个条]|(?:不[少低]于|不超过|至少)${HAN}`,
);

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
    mayHoldFigures(clause)
      ? figuresInClause(
          clause,
          index,
          (clause.endsWith('的') &&
            GETS.test(masked.slice(index + clause.length, index + clause.length + 8))) ||
            (OF_WHOM.test(clause) &&
              JOINS_ON.test(masked.slice(index + clause.length, index + clause.length + 2))),
        )
      : [],
  );
  return withReached(
    [...figures, ...smallSharesIn(masked)].sort((a, b) => a.start - b.start),
    masked,
  );
}

const SMALL_SHARE = new RegExp(
  `(?<before>(?:${BEFORE_ANY}){0,3})(?<of>[十百]?万)分之(?<number>${HAN}|${ARABIC})(?<after>${AFTER_ANY})?`,
  'g',
);

/** 控制在万分之五以内, 不超过十万分之十五: too small for per cent. */
function smallSharesIn(masked: string): Figure[] {
  if (!masked.includes('万分之')) return [];
  return Array.from(masked.matchAll(SMALL_SHARE), ({ 0: whole, index: start, groups = {} }) => {
    const { before = '', of = '', number = '', after = '' } = groups;
    return {
      start,
      end: start + whole.length,
      comparator: comparatorOf(before, after),
      values: [Number((numeralValue(number) / factorOf(of)).toPrecision(12))],
      unit: '',
      rate: true,
    };
  });
}

/**
 * @param offset where the clause begins in the text
 * @param whose whether the clause says to whom the next one gives something
 */
function figuresInClause(clause: string, offset: number, whose: boolean): Figure[] {
  const figures: Figure[] = [];
  LEAD.lastIndex = 0;
  for (let match = LEAD.exec(clause); match; match = LEAD.exec(clause)) {
    const last = figures.at(-1);
    const between = last && clause.slice(last.end - offset, match.index);
    const alternative = between !== undefined && ALTERNATIVE.test(between) ? last : undefined;
    const joined = last?.respectively && JOINED.test(between ?? '') ? last : undefined;
    const figure = figureOf(clause, match, joined);
    if (!figure) continue;
    LEAD.lastIndex = figure.end;
    figures.push({
      ...figure,
      // 不得超过60课时或者5000元: what compares the one compares the other.
      ...(alternative &&
        figure.comparator === '=' &&
        alternative.comparator !== 'range' && { comparator: alternative.comparator }),
      ...(last && figure.comparator === '=' && !figure.change && limitOf(last, between ?? '')),
      ...(joined && sharedBy(joined, figure)),
      ...(whose && { condition: true as const }),
      start: figure.start + offset,
      end: figure.end + offset,
      ...(figure.baseline && {
        baseline: { start: figure.baseline.start + offset, end: figure.baseline.end + offset },
      }),
    });
  }
  return withConditions(withSizes(withoutFormer(figures, clause, offset), clause, offset), clause, offset);
}

/** 由百分之八十五提高到百分之九十五: what was is no figure of its own. */
function withoutFormer(figures: readonly Figure[], clause: string, offset: number): Figure[] {
  return figures.flatMap((figure, i) => {
    const next = figures[i + 1];
    const isFormer = (each: Figure, then: Figure | undefined) =>
      then !== undefined &&
      each.end === then.start &&
      each.comparator === '=' &&
      REACHES.test(clause.slice(then.start - offset)) &&
      /[由从]$/.test(clause.slice(0, each.start - offset));
    if (isFormer(figure, next)) return [];
    const last = figures[i - 1];
    return [
      last && isFormer(last, figure) ? { ...figure, baseline: { start: last.start, end: last.end } } : figure,
    ];
  });
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
