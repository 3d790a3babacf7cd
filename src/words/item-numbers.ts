import { DIGIT } from './numerals.js';

// Numbers by which a text speaks of items or rows: 第1、2、5项, 9—11, GP-03, 第（二）项, ⑸项.

/** A of A3, GP- of GP-03. */
const CODE = '(?:[A-Za-z]{1,4}-?)?';
/** （二）, ⑸, （12）. */
const IN_BRACKETS = `(?:[（(](?:[一二三四五六七八九十]{1,3}|${DIGIT}{1,3})[）)]|[⑴-⒇])`;
const ONE = `第?(?:${CODE}${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?|${IN_BRACKETS})`;
/** One or several of them: 1、3—5, 第1至2项、第4项. */
export const SEVERAL_ITEMS = `${ONE}(?:(?:[项条号]?[、，和及]|至|到|[—～])${ONE}){0,20}`;

const NUMBER = new RegExp(
  `${CODE}${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?|(?<=[（(])[一二三四五六七八九十]{1,3}(?=[）)])`,
  'g',
);
const SPAN = new RegExp(
  `(?<![-.\\dA-Za-z])(${CODE})(${DIGIT}{1,3})(?:至|到|[—～])第?\\1(${DIGIT}{1,3})(?![-.\\d])`,
  'g',
);
/** Nobody speaks of more at once. */
const LONGEST_SPAN = 200;

/** The numbers that such words mean, spans spelled out: GP-03至GP-05 is GP-03, GP-04 and GP-05. */
export function numbersIn(text: string): string[] {
  const spelled = text.normalize('NFKC').replace(SPAN, (_, code: string, from: string, to: string) => {
    const count = Math.max(0, Math.min(LONGEST_SPAN, Number(to) - Number(from) + 1));
    const width = from.startsWith('0') ? from.length : 1;
    return Array.from({ length: count }, (_, i) => code + String(Number(from) + i).padStart(width, '0')).join(
      '、',
    );
  });
  return Array.from(spelled.matchAll(NUMBER), ([number]) => number);
}
