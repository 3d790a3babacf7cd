// What stands before and behind each figure of a clause.
import { AND } from '../../words/collectives.js';
import { GIVES_IT, HANDS_OUT } from '../../words/gifts.js';
import type { Figure } from '../figure.js';
import { JOINED } from '../shared.js';
import { essence } from '../words.js';
import type { Before } from './measurand.js';

export interface WordsAround {
  readonly prefix: string;
  readonly suffix: string;
}

/** 超过20%的再奖励3万元: those of whom it is said have no name, and what is asked of them begins behind 的. */
export const HEADLESS = new RegExp(
  `^的(?:必?须|应(?!急)|要|(?=再|按|每|由|可|一次性|分别|营造|设置|设立|配备|配置|安排|${HANDS_OUT}|${GIVES_IT}))`,
);
const AND_AT_END = new RegExp(`(?<![参普波涉顾])${AND}(?:[我本][省市县区])?$`);
/** Nothing, or what is asked: 节能率. */
const OF_THEM = /^\p{Script=Han}{0,8}$/u;
const WHOLE_NOUN = /^的(?<noun>[^的]{2,20})$/;
/** So long is a name before a condition; it keeps the time in proportion. */
const LONGEST_NAME = 40;

/**
 * Parts a clause at its figures: a 、 between two of them parts what is of the one from what is of the other.
 *
 * @param offset where the clause begins in the text that the figures point into
 */
export function partsAround(clause: string, offset: number, figures: readonly Figure[]): WordsAround[] {
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
    const headless = HEADLESS.exec(behind)?.[0].length;
    const told = figures[i + 1] && figure.condition && headless === undefined;
    from = told
      ? Math.max(from, figure.start - offset - LONGEST_NAME)
      : figure.end - offset + (headless ?? 0);
  }
  suffixes.push(clause.slice(from));
  // 投资1.2亿元建设管网15公里: what has nothing before it takes what follows.
  return figures.map(({ condition }, i) => {
    const prefix = prefixes[i] ?? '';
    const next = prefixes[i + 1] ?? '';
    const suffix = suffixes[i] ?? '';
    // 1所200张床位以上的养老机构, 3万平方米节能率不低于15%的改造: what is counted stands behind what is asked of it.
    const asked = !condition && figures[i + 1]?.condition && suffix === '' && OF_THEM.test(next);
    const whole = asked && WHOLE_NOUN.exec(suffixes[i + 1] ?? '')?.groups?.['noun'];
    if (whole) return { prefix, suffix: whole };
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

const BEHIND_BRACKET = /^）\p{Script=Han}{2,6}$/u;

/** 新片（上映2年内）比例: what stands before a bracket goes on behind it. */
export function wholePrefix(prefix: string, { clause, aside }: Before): string {
  return !aside && clause !== undefined && BEHIND_BRACKET.test(prefix) ? clause + prefix.slice(1) : prefix;
}
