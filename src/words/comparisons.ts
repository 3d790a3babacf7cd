import type { Comparator } from '../model/demands.js';
import { anyOf, wordsIn } from './any-of.js';

/** 不, 不得 before 低于 and the like. */
const NOT = anyOf(wordsIn('不 不得 不应 不能 不宜'));

/** Words that compare a number with what is to be, and what they mean. */
interface Comparison {
  readonly words: string;
  readonly means: Comparator;
  /** What else is said counts before it: 控制在12%左右 is about 12 %, 控制在3%以上 at least. */
  readonly yields?: true;
}

/** What is reached by going up is at least that; what is reached by going down, at most. */
const UP = anyOf(
  wordsIn('提高 提升 增加 增长 上升 扩大 发展 恢复 延伸 延长 拓展 扩展 增 升 扩 提 上调 增配 调高 调增'),
);
const DOWN = anyOf(
  wordsIn('降 降低 下降 减 减少 压降 压减 压缩 缩短 缩小 缩减 回落 下调 核减 调减 调低 精简 控制 限制'),
);

/** What is reached, before what it is reached by: 提高到每生720元, 压缩至法定时限的30%. */
export const REACHED = `(?:${UP}|${DOWN})[到至在]|达到`;

/** Likewise, of a share of what is named between: 达到户籍人口的20%, 压缩至法定时限的30%. */
export const REACHES_SHARE = `(?:达到?|(?:${UP}|${DOWN})[到至])`;

/** 低于市场价15%, 高于全省平均水平2个百分点: how far from what, and in which direction. */
export const OFF_FROM: readonly (readonly [words: string, change: 'increase' | 'decrease'])[] = [
  ['[高大快多优]于', 'increase'],
  ['[低小慢少]于', 'decrease'],
];

/** Words before a number. Several may stand together: 控制在不超过, 要达到不低于. */
const BEFORE: readonly Comparison[] = [
  {
    words: `${NOT}[低少小短]于|至少|最少|最低(?!标准|生活|工资|收购|价|保障|限度|温)|最短|大于(?:或)?等于|≥|>=`,
    means: '≥',
  },
  {
    words: `${NOT}[高多大长]于|${NOT}(?:超过?|突破)|至多|最多|最高(?:限额|额度)为?|(?:价格?|费用?|额度?|金)上限为?|最高(?!标准|额度|限额|价|水位|峰|点|人民)|最长|(?<![时期年上下权有界极超])限(?![额期制价时速行产养塑高批定上下])|小于(?:或)?等于|≤|<=`,
    means: '≤',
  },
  {
    words: '[高大多优]于|超[过出]?|逾|过(?=半|$)|过(?<=(?:税|[产总]值|收入|投资)过)|突破|>(?!=)',
    means: '>',
  },
  { words: '[低小少]于|不足|不到|不满|<(?!=)', means: '<' },
  { words: `${DOWN}[到至在]`, means: '≤', yields: true },
  { words: `${UP}[到至]|(?<![雷马])达到?了?|(?<!达)到达`, means: '≥', yields: true },
  { words: '(?:稳定|保持|维持|巩固)在?|＝|=', means: '=', yields: true },
  { words: '上(?=[百千万亿]|$)', means: '≥' },
  { words: '大约|(?<![签节契合预违集制])约|接近|近', means: '≈', yields: true },
];

/** Words behind a number; they count before those that yield. */
const AFTER: readonly Comparison[] = [
  { words: '及?以上|（含）以上', means: '≥' },
  { words: '及?以下|以内|之内|（含）以下|（含）以内|为限|封顶', means: '≤' },
  { words: '左右|上下', means: '≈' },
  { words: '之间', means: 'range' },
];

const patternOf = (table: readonly Comparison[]) => `(?:${table.map(({ words }) => words).join('|')})`;

export const BEFORE_ANY = patternOf(BEFORE);
export const AFTER_ANY = patternOf(AFTER);

const BEFORE_EACH = BEFORE.map((each) => ({ ...each, pattern: new RegExp(`^(?:${each.words})`) }));
const AFTER_EACH = AFTER.map((each) => ({ ...each, pattern: new RegExp(`^(?:${each.words})$`) }));

/**
 * How a number compares by the words around it.
 *
 * @param before words in front of it, one after the other, as `BEFORE_ANY` finds them
 * @param behind the word behind it, as `AFTER_ANY` finds it
 */
export function comparatorOf(before: string, behind: string): Comparator {
  const said: Comparison[] = [];
  for (let rest = before.trim(); rest !== ''; ) {
    const found = BEFORE_EACH.find(({ pattern }) => pattern.test(rest));
    if (!found) break;
    said.push(found);
    rest = rest.replace(found.pattern, '').trim();
  }
  // 不超过300米以内, 至少20座以上: the words in front are the stricter ones.
  const strict = said.findLast(({ yields }) => !yields)?.means;
  const after = AFTER_EACH.find(({ pattern }) => pattern.test(behind))?.means;
  return strict ?? after ?? said.findLast(({ means }) => means === '≈')?.means ?? said[0]?.means ?? '=';
}

/** Words by which a number changes: 下降11%. */
export const CHANGES = {
  increase: anyOf(wordsIn('增长 扩大 提高 (?<!改造|提质|扩容|整治)提升 增加 上升 上浮 上调 递增 延长 翻')),
  decrease: anyOf(wordsIn('下降 降低 减少 压减 压降 压缩 缩短 精简 下浮 下调 缩减 回落 削减 减(?=半)')),
} as const;

/** Words before a number that set a limit to it. */
export const LIMITS = BEFORE.slice(0, 2).map(({ words, means }) => [words, means] as const);
