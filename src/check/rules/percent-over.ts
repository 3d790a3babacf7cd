import { measuresOf } from '../../model/book.js';
import type { Indicator } from '../../model/demands.js';
import { addTo } from '../../model/grouping.js';
import type { Rule } from '../rule.js';

export const percentOver: Rule<'percent-over'> = {
  code: 'percent-over',
  find: (book) => {
    const indicators = [
      ...measuresOf(book).flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.indicators)),
      ...book.tasks.flatMap((task) => task.indicators),
    ].filter(isOver);
    // Two rates may share a figure.
    const figures = new Map<string, Indicator[]>();
    for (const each of indicators) addTo(figures, JSON.stringify(each.at), each);
    return Array.from(figures.values(), (same) => {
      const [first] = same as [Indicator];
      return { args: { rate: first.text, subjects: same.map(({ subject }) => subject) }, at: first.at };
    });
  },
};

/** 达到100% asks for all, 达到100%以上 and 不低于100% for more than there can be. */
const REACHED = /[达到至]\s?[\d０-９百]/;

function isOver({ unit, values, text, comparator, change, of }: Indicator): boolean {
  // 储备不少于高峰需求的110%: of something else it may be more.
  if (unit !== '%' || change !== undefined || of !== undefined) return false;
  const more = comparator === '>' || (comparator === '≥' && (!REACHED.test(text) || text.includes('以上')));
  return values.some((value) => value > 100 || (value === 100 && more));
}
