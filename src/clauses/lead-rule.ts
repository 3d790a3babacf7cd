import type { Notice } from '../model/notice.js';
import { anyOf } from '../words/any-of.js';
import { UNITS } from '../words/collectives.js';
import { BRACKETS, CLAUSE_STOPS } from '../words/punctuation.js';
import { TO_LEAD } from '../words/role-words.js';

const IS = '(?:为|是|系|即|作为|任)';
const UNIT = `(?:责任)?${anyOf(UNITS)}`;

/** 责任单位中排第一位的为牵头单位, 第一个单位牵头，其余配合; but not 第一季度由牵头单位…. */
const RULE = new RegExp(`(?:第一|首)(?:(?:[位个名]的?|的)(?:${UNIT})?${IS}?|${UNIT}${IS})${TO_LEAD}`);
const PART = new RegExp(`[${CLAUSE_STOPS}${BRACKETS}()]`);

/**
 * The sentence in which a notice says that of the units responsible the first leads, if it says so.
 * Only then may an order be read as a lead.
 */
export function leadRuleOf({ letterhead, preamble, chapters, tables }: Notice): string | undefined {
  const passages = [
    ...letterhead.letter,
    ...preamble,
    ...chapters.flatMap((chapter) => [
      ...chapter.passages,
      ...chapter.measures.flatMap((measure) => measure.passages),
    ]),
    ...tables.flatMap(({ heading, notes }) => [...heading, ...notes]),
  ];
  const texts = [
    ...passages.map(({ text }) => text),
    ...tables.flatMap(({ columns }) => columns.map(({ header }) => header)),
  ];
  for (const text of texts) {
    const found = text.split(PART).find((part) => RULE.test(part));
    if (found !== undefined) return found.trim();
  }
  return undefined;
}
