import type { Comparator } from '../model/demands.js';
import { anyOf, wordsIn } from './any-of.js';

/** 不, 不得 before 低于 and the like. */
const NOT = anyOf(wordsIn('不 不得 不应 不能 不宜'));

/**
 * Words before a number, and how they compare. Several may stand together (控制在不超过, 要达到不低于);
 * what is not `=` counts.
 */
export const BEFORE_NUMBER: readonly (readonly [string, Comparator])[] = [
  [`${NOT}[低少小短]于|至少|最少|最低|大于(?:或)?等于|≥|>=`, '≥'],
  [`${NOT}[高多大长]于|${NOT}(?:超过?|突破)|至多|最多|最高|小于(?:或)?等于|≤|<=`, '≤'],
  ['[高大多优]于|超过?|突破|>(?!=)', '>'],
  ['[低小少]于|不足|不到|不满|<(?!=)', '<'],
  ['控制在|限制在|压[降减][到至在]', '≤'],
  ['(?:提高|提升|增加|增长|上升|扩大|发展|增|升)[到至]|(?:降低?|下降|减少)[到至]', '='],
  ['(?:稳定|保持|维持|巩固)在?|达到?了?|＝|=', '='],
  ['大约|约|接近|近', '≈'],
];

/** Words after a number; they count before those in front of it, but for what the two say together. */
export const AFTER_NUMBER: readonly (readonly [string, Comparator])[] = [
  ['及?以上|（含）以上', '≥'],
  ['以下|以内|之内', '≤'],
  ['左右|上下', '≈'],
];

/** Words by which a number changes: 下降11%. */
export const CHANGES = {
  increase: anyOf(wordsIn('增长 提高 提升 增加 上升 上浮 递增')),
  decrease: anyOf(wordsIn('下降 降低 减少 压减 压降 下浮 缩减 回落')),
} as const;

const patternOf = (table: typeof BEFORE_NUMBER) => `(?:${table.map(([words]) => words).join('|')})`;

export const BEFORE_ANY = patternOf(BEFORE_NUMBER);
export const AFTER_ANY = patternOf(AFTER_NUMBER);

/** Words before a number that set a limit to it. */
export const LIMITS = BEFORE_NUMBER.slice(0, 2);
