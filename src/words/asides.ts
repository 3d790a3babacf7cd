import { anyOf, wordsIn } from './any-of.js';
import { MAY_SAY_WHEN, NO_PLACE_OF_A_MONTH, TIME_IN_CLAUSE, TIME_LABEL } from './calendar.js';
import { UNITS } from './collectives.js';
import { matchAt } from './match.js';

/** What stands among those who do it and is none of them: a time, and people by name; but not 责任单位及责任人：. */
const PEOPLE = `(?![^：]{1,4}${anyOf(UNITS)}[及和与])[^、，；。：\\s]{0,6}${anyOf(wordsIn('领导 责任人 负责人 联系人 包抓人'))}：[^；。]{0,200}`;
const TIMES = `${NO_PLACE_OF_A_MONTH}(?:[^、，；。：\\s]{0,4}${TIME_LABEL}：|${TIME_IN_CLAUSE})[^；，。、]{0,60}`;

/** What an aside has before it ends, and no list of names has; the pattern of all of them is large. */
const MAY_BE_ASIDE = new RegExp(`[^，；。]{0,100}?(?:：|${MAY_SAY_WHEN})`, 'y');
const ASIDE = new RegExp(`(?:${PEOPLE}|${TIMES})(?=[；，。、]|$)`, 'y');

const REMARK = /（[^（）]{1,60}）(?=[；，。、（]|$)/y;

/** Finds a bracket that only tells more of the words before it, at `start` of flattened text: 负责实施（含验收）. */
export function remarkAt(text: string, start: number): string | undefined {
  REMARK.lastIndex = start;
  return REMARK.exec(text)?.[0];
}

/** Finds such words at `start` of flattened text, where a name could begin: 2026年6月底前完成, 责任领导：王某. */
export function notWhoAt(text: string, start: number): string | undefined {
  return matchAt(MAY_BE_ASIDE, text, start) === undefined ? undefined : matchAt(ASIDE, text, start);
}

/** （较大以上事故由上级组织）, （涉及农村公路的）, （城区除外）: when, or for what, the name before it stands. */
const CONDITION =
  /（(?:(?=[^（）]{1,30}由[^（）]{1,30}(?:组织|负责|承担|牵头|实施|办理|处置)）)|(?:涉及|遇有|必要时|如遇|视情|属于)|(?=[^（）]{1,40}(?:除外|情况下?|部分|范围内?|期间|阶段)）))[^（）]{1,60}）(?=[；，。、\s]|$)/y;

/** Finds a bracket that says when or for what the name before it stands, at `start` of flattened text. */
export function conditionAt(text: string, start: number): string | undefined {
  CONDITION.lastIndex = start;
  return CONDITION.exec(text)?.[0];
}
