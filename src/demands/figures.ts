import type { Comparator } from '../model/demands.js';
import { HIDDEN, type Stretch } from './mask.js';
import { HAN_MEASURE, MEASURE, measureOf } from './measure-words.js';
import { ARABIC, factorOf, HAN, MAGNITUDE, numeralValue, scaled } from './numbers.js';

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

/**
 * Words before a number, and how they compare. Several may stand together (控制在不超过, 要达到不低于);
 * what is not `=` counts.
 */
const BEFORE: readonly (readonly [string, Comparator])[] = [
  ['(?:不|不得|不应|不能|不宜)(?:低|少|小|短)于|至少|最少|最低|大于(?:或)?等于|≥|>=', '≥'],
  [
    '(?:不|不得|不应|不能|不宜)(?:高|多|大|长)于|(?:不|不得|不应|不能)(?:超过?|突破)|至多|最多|最高|小于(?:或)?等于|≤|<=',
    '≤',
  ],
  ['(?:高|大|多|优)于|超过?|突破|>', '>'],
  ['(?:低|小|少)于|不足|不到|不满|<', '<'],
  ['控制在|限制在|压(?:降|减)[到至在]', '≤'],
  ['(?:提高|提升|增加|增长|上升|扩大|发展|增|升)[到至]|(?:降低?|下降|减少)[到至]', '='],
  ['(?:稳定|保持|维持|巩固)在?|达到?了?|＝|=', '='],
  ['大约|约|接近|近', '≈'],
];

/** Words after a number; they count before those in front of it, but for what the two say together. */
const AFTER: readonly (readonly [string, Comparator])[] = [
  ['及?以上|（含）以上', '≥'],
  ['以下|以内|之内', '≤'],
  ['左右|上下', '≈'],
];

const CHANGES = {
  increase: '增长|提高|提升|增加|上升|上浮|递增',
  decrease: '下降|降低|减少|压减|压降|下浮|缩减|回落',
} as const;

/** What a change is measured against: 同比, 较上年, 比2023年; 比 by itself is the end of a ratio's name. */
const AGAINST = `同比|环比|较[^，。；、]{1,12}?|比(?:上|去|前|同期|年初|基期|近|全|${HIDDEN})[^，。；、]{0,10}?`;

const NUMBER = `(?:${ARABIC}|${HAN})`;
const QUANTITY = (n: number) =>
  `(?<number${n}>${NUMBER})(?<odd${n}>[余多])?(?<magnitude${n}>${MAGNITUDE})?(?<more${n}>[余多])?`;
const before = BEFORE.map(([words]) => words).join('|');
const after = AFTER.map(([words]) => words).join('|');

/** Tried from left to right on masked text; what has a unit, a comparison or both. */
const FIGURE = new RegExp(
  [
    `(?:(?:由|从)(?<was>${ARABIC}(?:${MAGNITUDE})?(?:${MEASURE})?))?`,
    `(?<against>${AGAINST})?(?<respectively>分别)?(?:累计|平均|年均)?`,
    `(?:(?:(?<up>${CHANGES.increase})|(?<down>${CHANGES.decrease}))了?)??`,
    `(?<before>(?:${before})*)`,
    '(?:',
    [
      `百分之(?<percent>${NUMBER}|百)`,
      `(?<left>\\d{1,9})\\s{0,2}(?<colon>[：∶])\\s{0,2}(?<right>\\d{1,9})`,
      `${QUANTITY(1)}(?<unit1>${MEASURE})?(?:[-—–~至到―]+|－)${QUANTITY(2)}(?<unit2>${MEASURE})`,
      `${QUANTITY(3)}(?<unit3>${MEASURE})(?:(?<noun>[^\\s，。；、（）\\d]{1,4}?)(?=(?:${after})的))?`,
      // 控制在0.02以内: compared, it needs no unit.
      `${QUANTITY(4)}(?=${after}|[，。；、）\\s]|$)`,
    ].join('|'),
    ')',
    `(?<after>${after})?(?<of>的)?`,
  ].join(''),
  'g',
);

const ANY_NUMBER = new RegExp(`\\d|百分之|${HAN}(?:${MAGNITUDE})?(?:${HAN_MEASURE})`);

/** A number by itself, where the text holds nothing else. */
const ALONE = new RegExp(
  `^\\s*(?<before>(?:${before})*)(?<number>${ARABIC})(?<after>${after})?\\s*。?\\s*$`,
  'u',
);

const BEFORE_EACH = BEFORE.map(([words, comparator]) => [new RegExp(`^(?:${words})`), comparator] as const);

/** Whether a text can hold a figure at all; most goals do not, and looking for one takes time. */
export function mayHoldFigures(plain: string): boolean {
  return ANY_NUMBER.test(plain);
}

/** Finds the figures of a text in which names, dates and frequencies are hidden. */
export function figuresIn(masked: string): Figure[] {
  const alone = ALONE.exec(masked);
  if (alone?.groups) {
    const { before: words = '', number = '', after: words2 } = alone.groups;
    const start = masked.indexOf(words + number);
    return [
      {
        start,
        end: masked.trimEnd().replace(/。$/, '').length,
        comparator: comparatorOf(words, words2),
        values: [numeralValue(number)],
        unit: '',
        rate: false,
      },
    ];
  }
  const figures = Array.from(masked.matchAll(/[^，。；\n]+/g)).flatMap(({ 0: clause, index }) =>
    mayHoldFigures(clause)
      ? Array.from(clause.matchAll(FIGURE), (match) => figureOf(match, index)).filter(
          (figure) => figure !== undefined,
        )
      : [],
  );
  for (const [i, figure] of figures.entries()) {
    const last = figures[i - 1];
    // 分别下降5%和8%: the second is a change, too.
    if (last?.respectively && /^[、和及与]$/.test(masked.slice(last.end, figure.start))) {
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

type Groups = Readonly<
  Partial<
    Record<
      | 'was'
      | 'against'
      | 'respectively'
      | 'up'
      | 'down'
      | 'before'
      | 'after'
      | 'of'
      | 'percent'
      | 'left'
      | 'right'
      | 'colon'
      | 'noun'
      | `${'number' | 'odd' | 'magnitude' | 'more' | 'unit'}${1 | 2 | 3 | 4}`,
      string
    >
  >
>;

/** @param offset where the text that was matched begins */
function figureOf(match: RegExpMatchArray, offset: number): Figure | undefined {
  const groups = (match.groups ?? {}) as Groups;
  const start = offset + (match.index as number);
  const quantity = quantityOf(groups);
  if (!quantity) return undefined;
  const { values, unit, more } = quantity;
  const { rate = false, han, span } = measureOf(unit);
  const compared = Boolean(groups.before || groups.after);
  const written = groups.number3 ?? '';
  const isHan = written !== '' && !/\d/.test(written);
  if (isHan && !(han && (compared || (values[0] ?? 0) > 1))) return undefined;
  if (span && !compared) return undefined;

  const condition = groups.after !== undefined && groups.of !== undefined && !rate;
  const change = groups.up ? 'increase' : groups.down ? 'decrease' : undefined;
  const against = groups.was ?? (change && groups.against?.replace(/^[较比]/, ''));
  const { comparator: compares, from } = comparison(groups, more, match[0]);
  return {
    start: start + from,
    end: start + match[0].length - (groups.of?.length ?? 0),
    comparator: values.length === 2 && !groups.colon ? 'range' : compares,
    values,
    unit: groups.colon === undefined ? unit + (condition ? (groups.noun ?? '') : '') : '∶',
    rate,
    ...(change && { change }),
    ...(against && { baseline: stretchOf(match[0], start, against) }),
    ...(groups.respectively && { respectively: true }),
    ...(condition && { condition }),
  };
}

/** Where a part of a match stands. */
function stretchOf(whole: string, start: number, part: string): Stretch {
  const from = start + whole.indexOf(part);
  return { start: from, end: from + part.length };
}

/** How a figure compares, and where what belongs to it begins: 同比 without a change does not. */
function comparison(
  groups: Groups,
  more: boolean,
  text: string,
): { readonly comparator: Comparator; readonly from: number } {
  const changes = groups.up ?? groups.down;
  const lead = (groups.against ?? '') + (groups.respectively ?? '');
  const from = changes || groups.was ? 0 : text.indexOf(lead) + lead.length;
  const comparator = comparatorOf(groups.before ?? '', groups.after);
  return { comparator: more && comparator === '=' ? '>' : comparator, from };
}

function quantityOf(
  groups: Groups,
): { readonly values: number[]; readonly unit: string; readonly more: boolean } | undefined {
  const { percent, left, right, unit2, unit3, number4 } = groups;
  if (percent !== undefined) {
    return { values: [percent === '百' ? 100 : numeralValue(percent)], unit: '%', more: false };
  }
  if (left !== undefined && right !== undefined) {
    // 10:30 is a time of day; a ratio is compared or said to be reached.
    return groups.before ? { values: [Number(left), Number(right)], unit: '', more: false } : undefined;
  }
  const value = (n: 1 | 2 | 3 | 4, magnitude = groups[`magnitude${n}`]) =>
    scaled(numeralValue(groups[`number${n}`] ?? ''), factorOf(magnitude ?? ''));
  if (unit2 !== undefined) {
    // 3至5万: the magnitude is of both.
    return {
      values: [value(1, groups.magnitude1 ?? groups.magnitude2), value(2)],
      unit: unit2,
      more: false,
    };
  }
  if (unit3 !== undefined) {
    return { values: [value(3)], unit: unit3, more: Boolean(groups.odd3 ?? groups.more3) };
  }
  const compared = groups.before || groups.after;
  return number4 !== undefined && /\d/.test(number4) && compared
    ? { values: [value(4)], unit: '', more: Boolean(groups.odd4 ?? groups.more4) }
    : undefined;
}

function comparatorOf(words: string, after: string | undefined): Comparator {
  const said: Comparator[] = [];
  for (let rest = words; rest !== ''; ) {
    const found = BEFORE_EACH.find(([pattern]) => pattern.test(rest));
    if (!found) break;
    said.push(found[1]);
    rest = rest.replace(found[0], '');
  }
  const inFront = said.findLast((each) => each !== '=') ?? '=';
  const behind = AFTER.find(
    ([pattern]) => after !== undefined && new RegExp(`^(?:${pattern})$`).test(after),
  )?.[1];
  // 不超过300米以内, 至少20座以上: the words in front are the stricter ones.
  return inFront === '=' || inFront === '≈' ? (behind ?? inFront) : inFront;
}
