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

function isOver({ unit, values, comparator, change }: Indicator): boolean {
  if (unit !== '%' || change !== undefined) return false;
  return values.some((value) => value > 100 || (value === 100 && (comparator === '≥' || comparator === '>')));
}
