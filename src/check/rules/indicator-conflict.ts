import { measuresOf } from '../../model/book.js';
import type { Indicator } from '../../model/demands.js';
import { addTo } from '../../model/grouping.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import { normalizeName } from '../../words/width.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

/** A figure, and what states it: a measure, or a task. */
interface Stated {
  readonly indicator: Indicator;
  readonly where: string;
  readonly measure?: string;
  readonly task?: Task;
}

export const indicatorConflict: Rule = {
  code: 'indicator-conflict',
  severity: 'warning',
  title: '同一指标数字不一',
  explanation:
    '同一件事，正文和落实它的任务、或同名的两项任务写了不同的数，执行的单位不知道按哪个数考核，请统一。几项任务分摊正文总数的不算。',
  find: (book) =>
    Array.from(bySubject(book).values()).flatMap((all) =>
      all.flatMap((later, i) => {
        const earlier = all.slice(0, i).find((each) => isConflict(each, later, all));
        if (!earlier) return [];
        const { subject, text, at } = later.indicator;
        const message = `“${subject}”在${earlier.where}写作“${earlier.indicator.text}”，在${later.where}写作“${text}”。`;
        return [{ message, at }];
      }),
    ),
};

/** Figures of the same thing: the body's first, then the tasks'. */
function bySubject(book: TaskBook): Map<string, Stated[]> {
  const stated: Stated[] = [
    ...measuresOf(book).flatMap(({ id, number, sentences }) =>
      sentences.flatMap(({ indicators }) =>
        indicators.map((indicator) => ({ indicator, where: `正文${number}`, measure: id })),
      ),
    ),
    ...book.tasks
      // A clause's task says what its measure says.
      .filter(({ measures }) => measures.every(({ reason }) => reason !== 'stands-in'))
      .flatMap((task) =>
        task.indicators.map((indicator) => ({ indicator, where: taskWords(book, task), task })),
      ),
  ];
  const groups = new Map<string, Stated[]>();
  for (const each of stated.filter(({ indicator }) => !indicator.condition && isOwn(indicator))) {
    const key = keyOf(each.indicator);
    addTo(groups, key, each);
  }
  return groups;
}

function isConflict(one: Stated, other: Stated, all: readonly Stated[]): boolean {
  if (figureOf(one.indicator) === figureOf(other.indicator)) return false;
  // 新建公厕20座 may be shared out among tasks; a rate may not.
  const shared = !isRate(other.indicator);
  if (one.task && other.task) {
    return !shared && normalizeName(one.task.name) === normalizeName(other.task.name);
  }
  const linked = other.task?.measures.some(({ measure }) => measure === one.measure) ?? false;
  return linked && !(shared && all.filter(({ task }) => task).length > 1);
}

function isRate({ unit }: Indicator): boolean {
  return unit === '%' || unit === '‰';
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
