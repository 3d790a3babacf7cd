import type { Indicator } from '../../model/demands.js';
import type { TaskBook } from '../../model/taskbook.js';
import { normalizeName } from '../../units/index.js';
import type { Rule } from '../rule.js';
import { measuresOf, taskWords } from '../texts.js';

interface Stated {
  readonly indicator: Indicator;
  readonly where: string;
}

export const indicatorConflict: Rule = {
  code: 'indicator-conflict',
  severity: 'error',
  title: '同一指标数字不一',
  explanation: '同一件事，正文和表、或两张表写了不同的数。执行的单位不知道按哪个数考核，请统一。',
  find: (book) => {
    const bySubject = new Map<string, Stated>();
    return stated(book).flatMap((each) => {
      const key = keyOf(each.indicator);
      const first = bySubject.get(key);
      if (!first) {
        bySubject.set(key, each);
        return [];
      }
      if (figureOf(first.indicator) === figureOf(each.indicator)) return [];
      const { subject, text, at } = each.indicator;
      return [
        {
          message: `“${subject}”在${first.where}写作“${first.indicator.text}”，在${each.where}写作“${text}”。`,
          at,
        },
      ];
    });
  },
};

function stated(book: TaskBook): Stated[] {
  return [
    ...measuresOf(book).flatMap(({ number, sentences }) =>
      sentences.flatMap(({ indicators }) =>
        indicators.map((indicator) => ({ indicator, where: `正文${number}` })),
      ),
    ),
    ...book.tasks
      // A clause's task says what its measure says.
      .filter(({ measures }) => measures.every(({ reason }) => reason !== 'stands-in'))
      .flatMap((task) => task.indicators.map((indicator) => ({ indicator, where: taskWords(book, task) }))),
  ].filter(({ indicator }) => !indicator.condition && isOwn(indicator));
}

/** 覆盖率 and 排查 by themselves are of many things. */
function isOwn({ subject, scope = '' }: Indicator): boolean {
  return (subject + scope).length >= 5;
}

function keyOf({ subject, scope, unit, change, of }: Indicator): string {
  // 全区 is said or left out; what belongs to the figure is the rest.
  const within = scope !== undefined && /^(?:全.|.内|辖区|全年|年内)$/.test(scope) ? '' : scope;
  return normalizeName([subject, within, unit, change, of].filter((part) => part).join('|'));
}

function figureOf({ comparator, values }: Indicator): string {
  return comparator + values.join('～');
}
