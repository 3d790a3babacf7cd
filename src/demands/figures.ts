import type { Comparator } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';
import { DASH } from '../words/calendar.js';
import { AND } from '../words/collectives.js';
import { AFTER_ANY, AFTER_NUMBER, BEFORE_ANY, BEFORE_NUMBER, CHANGES } from '../words/comparisons.js';
import { HAN_MEASURE_WORD, MEASURE_WORD, measureWord } from '../words/measure-words.js';
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

const NUMBER = `(?:${ARABIC}|${HAN})`;

/** A number with what multiplies it, and 余 or 多 for a little more. */
const QUANTITY = `(?<number>${NUMBER})(?<odd>[余多])?(?<magnitude>${MAGNITUDE})?(?<more>[余多])?`;

/** A number and all that may stand before it; what may stand behind it is looked for from there. */
const LEAD = new RegExp(
  [
    `(?:(?:由|从)(?<was>${ARABIC}(?:${MAGNITUDE})?[^${PHRASE_STOPS}\\d]{0,4}?))?`,
    `(?<against>${AGAINST})?(?<respectively>分别)?(?:累计|平均|年均)?`,
    `(?:(?:(?<up>${CHANGES.increase})|(?<down>${CHANGES.decrease}))了?)??`,
    `(?<before>${BEFORE_ANY}{0,6})`,
    `(?:百分之(?<percent>${NUMBER}|百)`,
    '|(?<left>\\d{1,9})\\s{0,2}[：∶]\\s{0,2}(?<right>\\d{1,9})',
    `|${QUANTITY})`,
  ].join(''),
  'g',
);

const UNIT = new RegExp(MEASURE_WORD, 'y');
/** A word that no table has is a unit where nothing else follows: 帐篷2000顶, but no rank or hour. */
const RARE_UNIT = new RegExp(
  `(?![级号届岁点时分秒年月日])\\p{Script=Han}(?=${AFTER_ANY}?(?:[${NAME_STOPS}]|$))`,
  'yu',
);
const UP_TO = new RegExp(`(?:${DASH}|－)${QUANTITY}`, 'y');
/** 200张床位以上的医院: what is counted is between the unit and 以上. */
const COUNTED = new RegExp(`[^${NAME_STOPS}\\d]{1,4}?(?=${AFTER_ANY}的)`, 'y');
const BEHIND = new RegExp(AFTER_ANY, 'y');
const JOINED = new RegExp(`^(?:、|${AND})$`);
const END = new RegExp(`[${LIST_STOPS}）]|$`, 'y');
const CLAUSE = new RegExp(`[^${CLAUSE_STOPS}]+`, 'g');

const ANY_NUMBER = new RegExp(`\\d|百分之|${HAN}(?:${MAGNITUDE})?${HAN_MEASURE_WORD}`);

/** A number by itself, where the text holds nothing else. */
const ALONE = new RegExp(
  `^\\s*(?<before>${BEFORE_ANY}*)(?<number>${ARABIC})(?<after>${AFTER_ANY})?\\s*(?:。\\s*)?$`,
  'u',
);

const BEFORE_EACH = BEFORE_NUMBER.map(
  ([words, comparator]) => [new RegExp(`^(?:${words})`), comparator] as const,
);
const AFTER_EACH = AFTER_NUMBER.map(
  ([words, comparator]) => [new RegExp(`^(?:${words})$`), comparator] as const,
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
  for (const [i, figure] of figures.entries()) {
    const last = figures[i - 1];
    // 分别下降5%和8%: the second is a change, too.
    if (last?.respectively && JOINED.test(masked.slice(last.end, figure.start))) {
      const { change, baseline } = last;
      figures[i] = {
        ...figure,
        ...(change && { change }),
        ...(baseline && { baseline }),
        respectively: true,
      };
    }
  }
  return figures;
}

/** @param offset where the clause begins in the text */
function figuresInClause(clause: string, offset: number): Figure[] {
  const figures: Figure[] = [];
  LEAD.lastIndex = 0;
  for (let match = LEAD.exec(clause); match; match = LEAD.exec(clause)) {
    const figure = figureOf(clause, match);
    if (!figure) continue;
    LEAD.lastIndex = figure.end;
    figures.push({
      ...figure,
      start: figure.start + offset,
      end: figure.end + offset,
      ...(figure.baseline && {
        baseline: { start: figure.baseline.start + offset, end: figure.baseline.end + offset },
      }),
    });
  }
  return figures;
}

type Quantity = Readonly<Partial<Record<'number' | 'odd' | 'magnitude' | 'more', string>>>;
type Lead = Quantity &
  Readonly<
    Partial<
      Record<
        'was' | 'against' | 'respectively' | 'up' | 'down' | 'before' | 'percent' | 'left' | 'right',
        string
      >
    >
  >;

function figureOf(clause: string, match: RegExpExecArray): Figure | undefined {
  const { 0: whole, index } = match;
  const lead = (match.groups ?? {}) as Lead;
  const measured = measuredAt(clause, index + whole.length, lead);
  const { values, unit, more, ratio } = measured;
  let { end } = measured;
  const { rate = false, han, span } = measureWord(unit);

  const noun = matchAt(COUNTED, clause, end) ?? '';
  const behind = matchAt(BEHIND, clause, end + noun.length) ?? '';
  const condition = behind !== '' && clause[end + noun.length + behind.length] === '的' && !rate;
  if (condition || noun === '') end += noun.length + behind.length;
  const compared = Boolean(lead.before || behind);
  const isHan = lead.number !== undefined && !/\d/.test(lead.number);
  if (isHan && !(han && (compared || (values[0] ?? 0) > 1))) return undefined;
  if (span && !compared) return undefined;
  // A ratio is said to be reached, and 10:30 is not; 控制在0.02以内 needs no unit.
  if (ratio ? !lead.before : unit === '' && !(compared && matchAt(END, clause, end) !== undefined)) {
    return undefined;
  }

  const change = lead.up ? 'increase' : lead.down ? 'decrease' : undefined;
  const against = lead.was ?? (change && lead.against?.replace(/^[较比]/, ''));
  // 同比 without a change is no part of the figure.
  const words = (lead.against ?? '') + (lead.respectively ?? '');
  const start = change || lead.was ? index : index + whole.indexOf(words) + words.length;
  const compares = comparatorOf(lead.before ?? '', behind);
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
  const { percent, left, right } = lead;
  if (percent !== undefined) {
    const value = percent === '百' ? 100 : numeralValue(percent);
    return { values: [value], unit: '%', more: false, ratio: false, end: at };
  }
  if (left !== undefined && right !== undefined) {
    return { values: [Number(left), Number(right)], unit: '', more: false, ratio: true, end: at };
  }
  const first = matchAt(UNIT, clause, at) ?? '';
  UP_TO.lastIndex = at + first.length;
  const upTo = UP_TO.exec(clause);
  if (upTo) {
    const end = at + first.length + upTo[0].length;
    const unit = matchAt(UNIT, clause, end);
    const to = (upTo.groups ?? {}) as Quantity;
    if (unit !== undefined) {
      // 3至5万: the magnitude is of both.
      const from = { ...lead, magnitude: lead.magnitude ?? to.magnitude ?? '' };
      const values = [quantityOf(from), quantityOf(to)];
      return { values, unit, more: false, ratio: false, end: end + unit.length };
    }
  }
  const rare = first === '' && /\d/.test(lead.number ?? '') ? matchAt(RARE_UNIT, clause, at) : undefined;
  const unit = rare ?? first;
  return {
    values: [quantityOf(lead)],
    unit,
    more: Boolean(lead.odd ?? lead.more),
    ratio: false,
    end: at + unit.length,
  };
}

function quantityOf({ number = '', magnitude = '' }: Quantity): number {
  return scaled(numeralValue(number), factorOf(magnitude));
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

function comparatorOf(words: string, behind: string): Comparator {
  const said: Comparator[] = [];
  for (let rest = words; rest !== ''; ) {
    const found = BEFORE_EACH.find(([pattern]) => pattern.test(rest));
    if (!found) break;
    said.push(found[1]);
    rest = rest.replace(found[0], '');
  }
  const inFront = said.findLast((each) => each !== '=') ?? '=';
  const compares = AFTER_EACH.find(([pattern]) => pattern.test(behind))?.[1];
  // 不超过300米以内, 至少20座以上: the words in front are the stricter ones.
  return inFront === '=' || inFront === '≈' ? (compares ?? inFront) : inFront;
}
