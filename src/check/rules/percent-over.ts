import { measuresOf } from '../../model/book.js';
import type { Indicator } from '../../model/demands.js';
import type { Rule } from '../rule.js';

export const percentOver: Rule = {
  code: 'percent-over',
  severity: 'warning',
  title: '百分比超过 100',
  explanation: '比率最多是 100%。写“100%以上”或超过 100% 的，请核对数字，或改成“100%”。增长幅度不算。',
  find: (book) => {
    const indicators = [
      ...measuresOf(book).flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.indicators)),
      ...book.tasks.flatMap((task) => task.indicators),
    ].filter(isOver);
    const places = new Set(indicators.map(({ at, text }) => `${at} ${text}`));
    return Array.from(places, (place) => {
      const same = indicators.filter(({ at, text }) => `${at} ${text}` === place);
      const [first] = same as [Indicator];
      const subjects = same.map(({ subject }) => subject).join('、');
      return { message: `比率不会超过 100%，这里写作“${first.text}”（${subjects}）。`, at: first.at };
    });
  },
};

function isOver({ unit, values, comparator, change }: Indicator): boolean {
  if (unit !== '%' || change !== undefined) return false;
  return values.some((value) => value > 100 || (value === 100 && (comparator === '≥' || comparator === '>')));
}
