import type { ColumnContent } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { isUnitList, type Lexicon, lexiconOf } from '../units/index.js';
import { TIME } from '../words/calendar.js';
import { comparable } from '../words/columns.js';
import { PART_MARKS } from '../words/marks.js';
import { MEASURE_WORD } from '../words/measure-words.js';
import { ARABIC, DIGIT, MAGNITUDE } from '../words/numerals.js';
import { LEAD_HEADER, RESPONSIBLE_HEADER, WHO_LABEL } from '../words/role-words.js';
import { shapeOf } from '../words/shapes.js';

/** How many of a column's cells must be of one kind before the column is. */
const MOST = 0.7;

/** A number, with a sign of comparison and a unit where they are printed, or what stands where there is none. */
const FIGURE = new RegExp(
  `^(?:[≥≤＞＜<>±+-]|不低于|不少于|不超过)?${ARABIC}(?:${MAGNITUDE})?(?:${MEASURE_WORD})?(?:以[内上下]|左右)?$|^[—–\\-/／]+$`,
);
const AT_TIME = new RegExp(
  `^(?:每|拟|力争|计划|于)?${TIME}|^\\d{4}[-./年]\\d{1,2}|^\\d{1,2}月|^\\d{4}(?:[—–-]\\d{4})?年?$|^立行立改`,
);
const MARK = new RegExp(
  `^(?:${PART_MARKS}{1,3}(?:\\((?:${LEAD_HEADER}|${RESPONSIBLE_HEADER})\\))?|[A-D]|${LEAD_HEADER}|${RESPONSIBLE_HEADER}|责任|[是否×]|不涉及)$`,
);

/** The names of no registry: whether a text is a list of units is told by its form. */
const ANY: Lexicon = lexiconOf({});

const KINDS: readonly (readonly [ColumnContent, (text: string) => boolean])[] = [
  ['marks', (text) => MARK.test(text)],
  ['figures', (text) => FIGURE.test(text)],
  ['times', (text) => AT_TIME.test(text)],
  ['units', (text) => isUnitList(text, ANY)],
  ['text', (text) => /\p{Script=Han}{2}/u.test(text)],
];

/** What the cells of a column hold, empty ones left out; nothing where they are empty or not of one kind. */
export function contentOf(texts: readonly string[]): ColumnContent | undefined {
  const filled = texts.map((text) => text.normalize('NFKC').replace(/\s/g, '')).filter((text) => text !== '');
  if (filled.length === 0) return undefined;
  return KINDS.find(([, is]) => areMost(filled, is))?.[0];
}

/** Whether most texts are so; those behind the last that matters are not looked at. */
function areMost(texts: readonly string[], is: (text: string) => boolean): boolean {
  let others = texts.length - texts.length * MOST;
  return texts.every((text) => is(text) || --others >= 0);
}

/** Whether a text names units and nothing else, whatever registry knows them. */
export function namesUnits(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  // 建设接送区21处 ends like a unit and is a figure.
  return plain !== '' && !/\d/.test(plain) && isUnitList(plain, ANY);
}

/** What stands in a table of figures where there is none. */
const NO_FIGURE = /^(?:[\s—–―\-/／×✗无]*|否|不涉及|不适用)$/;
const NOUGHT = /^0(?:\.0+)?$/;

/** Whether a cell of a table of figures says that there is nothing to do. */
export function isNothing(text: string): boolean {
  return NO_FIGURE.test(text) || NOUGHT.test(text.trim());
}

const LABEL = new RegExp(`^${WHO_LABEL}:?$`);

/** Whether a row is a label of those who do something, and their names. */
export function isWhoRow(texts: readonly Passage[]): boolean {
  const [label, names] = texts;
  if (!label || !names || texts.length > 2) return false;
  return LABEL.test(comparable(label.text)) && namesUnits(names.text);
}

/** Whether most texts say how much: what is to be done, and not what it is called. */
export function sayHowMuch(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.filter((text) => /\d/.test(text)).length * 2 > filled.length;
}

/** 社区微更新。完成18个: what stands before the first stop is the name of a cell that says both. */
export const NAME_AND_GOAL = /^\s*([^。：:，；,;\d\n]{2,24})[。：:]\s*(?=\S)/d;

/** Whether nearly all texts begin with a name of their own. */
export function sayBoth(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const names = filled.flatMap((text) => NAME_AND_GOAL.exec(text)?.[1] ?? []);
  return filled.length > 1 && names.length * 5 >= filled.length * 4 && new Set(names).size === names.length;
}

/** 1.围绕…: a number of a list before the words, and no figure. */
export const LEADING_NUMBER = new RegExp(`^\\s*(${DIGIT}{1,3})[.．、]\\s*(?!${DIGIT})(?=\\S)`, 'd');

/** Whether most texts are numbered as the items of a list are, or as parts of one: 一、…, （一）…. */
export function numberedAs(texts: readonly string[]): 'items' | 'parts' | undefined {
  const filled = texts.filter((text) => text !== '');
  const areSo = (is: (text: string) => boolean) => filled.filter(is).length * 5 > filled.length * 4;
  if (areSo((text) => LEADING_NUMBER.test(text))) return 'items';
  return areSo((text) => ['chapter', 'measure'].includes(shapeOf(text))) ? 'parts' : undefined;
}

/** How long texts are, as a rule: the middle one of those that are not empty. */
export function usualLength(texts: readonly string[]): number {
  const lengths = texts.flatMap((text) => (text === '' ? [] : [text.length])).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}
