// A number, its magnitude and its unit.

import { DASH } from '../words/calendar.js';
import { AFTER_ANY } from '../words/comparisons.js';
import { matchAt } from '../words/match.js';
import { measureWordAt } from '../words/measure-words.js';
import {
  ARABIC,
  BARE_MAGNITUDE,
  FRACTION,
  factorOf,
  HALF_OF_IT,
  HAN,
  HAN_LONG,
  MAGNITUDE,
  numeralValue,
  ONE_TO_NINE,
  scaled,
} from '../words/numerals.js';
import { NAME_STOPS } from '../words/punctuation.js';

/** Blanks that are typed around a figure: 100 万元. */
export const GAP = '[^\\S\\n]{0,2}';
export const NUMBER = `(?:\\d{1,3}(?: \\d{3}){1,3}(?![\\d.])|(?<![\\d.])\\d{1,2}/[1-9]\\d?(?![\\d/万千.])|(?<=控制|[在为至到于率])[-－]${ARABIC}|${ARABIC}|(?!百分|千分)${FRACTION}|${HAN_LONG}|${HALF_OF_IT}|${HAN}|${BARE_MAGNITUDE})`;

/** A number with what multiplies it, and 余 or 多 for a little more. */
export const QUANTITY = `(?<number>${NUMBER})(?<odd>[余多])?(?:${GAP}(?<magnitude>${MAGNITUDE}))?(?<more>[余多])?`;

type Quantity = Readonly<Partial<Record<'number' | 'odd' | 'magnitude' | 'more', string>>>;

/** What a number is printed as: with its magnitude, as 百分之…, or as a ratio. */
export type PrintedNumber = Quantity &
  Readonly<Partial<Record<'percent' | 'permille' | 'left' | 'right' | 'third', string>>>;

/** A word that no table has is a unit where nothing else follows: 帐篷2000顶, but no rank or hour. */
const RARE_UNIT = new RegExp(
  `(?!级(?!以内|之内)|[号届岁点时分秒年月日室线网期])\\p{Script=Han}(?=${AFTER_ANY}?(?:[${NAME_STOPS}]|$))`,
  'yu',
);
const UP_TO = new RegExp(`(?:${DASH}|－)${QUANTITY}`, 'y');
/** 0.3—0.8之间. */
const BETWEEN_BOTH = /^之间/;

/** 五 of 九成五. */
const TENTH = new RegExp(`[${ONE_TO_NINE}](?![个成十百千万])`, 'y');

/** A number that has been read. */
interface ReadNumber {
  readonly values: number[];
  readonly unit: string;
  /** A little more than the value: 500余万元. */
  readonly more: boolean;
  readonly ratio: boolean;
  /** Where the unit ends. */
  readonly end: number;
}

/** The value and unit of a number that ends at an offset: 达95%, 3至5家, 1∶5. */
export function readNumberAt(clause: string, at: number, lead: PrintedNumber): ReadNumber {
  const { percent, permille, left, right, third } = lead;
  if (permille !== undefined)
    return { values: [numeralValue(permille)], unit: '‰', more: false, ratio: false, end: at };
  if (percent !== undefined) {
    const value = percent === '百' ? 100 : numeralValue(percent);
    return { values: [value], unit: '%', more: false, ratio: false, end: at };
  }
  if (left !== undefined && right !== undefined) {
    const values = [left, right, ...(third === undefined ? [] : [third])].map(Number);
    return { values, unit: '', more: false, ratio: true, end: at };
  }
  const first = measureWordAt(clause, at) ?? '';
  UP_TO.lastIndex = at + first.length;
  const upTo = UP_TO.exec(clause);
  if (upTo) {
    const end = at + first.length + upTo[0].length;
    const unit = measureWordAt(clause, end);
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
  // 九成五: nine tenths and a half.
  const part = first === '成' ? matchAt(TENTH, clause, at + first.length) : undefined;
  if (part !== undefined) {
    const value = Number((quantityOf(lead) + numeralValue(part) / 10).toFixed(1));
    return { values: [value], unit: first, more: false, ratio: false, end: at + first.length + part.length };
  }
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
