import { DIGIT } from './numerals.js';

// Numbers by which a text speaks of items or rows: 第1、2、5项, 9—11.

const ONE = `第?(?:[A-Za-z]?${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?)`;
/** One or several of them. */
export const SEVERAL_ITEMS = `${ONE}(?:(?:[、，和及]|至|到|[—～])${ONE}){0,20}`;

const NUMBER = new RegExp(`[A-Za-z]?${DIGIT}{1,3}(?:[.-]${DIGIT}{1,2})?`, 'g');
const SPAN = new RegExp(`(?<![-.\\dA-Za-z])(${DIGIT}{1,3})(?:至|到|[—～])第?(${DIGIT}{1,3})(?![-.\\d])`, 'g');

/** The numbers that such words mean, spans spelled out. */
export function numbersIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  const spans = Array.from(plain.matchAll(SPAN), ([, from, to]) => {
    const [first, last] = [Number(from), Number(to)];
    return Array.from({ length: Math.max(0, Math.min(200, last - first + 1)) }, (_, i) => String(first + i));
  }).flat();
  return spans.length > 0 ? spans : Array.from(plain.matchAll(NUMBER), ([number]) => number);
}
