import { measuresOf } from '../../model/book.js';
import type { Indicator } from '../../model/demands.js';
import type { Rule } from '../rule.js';

export const percentOver: Rule<'percent-over'> = {
  code: 'percent-over',
  find: (book) => {
    const indicators = [
      ...measuresOf(book).flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.indicators)),
      ...book.tasks.flatMap((task) => task.indicators),
    ].filter(isOver);
    const places = new Set(indicators.map(({ at, text }) => `${at} ${text}`));
    return Array.from(places, (place) => {
      const same = indicators.filter(({ at, text }) => `${at} ${text}` === place);
      const [first] = same as [Indicator];
      return { args: { rate: first.text, subjects: same.map(({ subject }) => subject) }, at: first.at };
    });
  },
};

function isOver({ unit, values, comparator, change }: Indicator): boolean {
  if (unit !== '%' || change !== undefined) return false;
  return values.some((value) => value > 100 || (value === 100 && (comparator === '≥' || comparator === '>')));
}
