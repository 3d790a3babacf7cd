import { measuresOf } from '../../model/book.js';
import type { Reference } from '../../model/codes/kind.js';
import type { Indicator } from '../../model/demands.js';
import { addTo } from '../../model/grouping.js';
import { referenceTo, referenceToMeasure } from '../../model/reference.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import { normalizeName } from '../../words/width.js';
import type { Rule } from '../rule.js';

/** A figure, and what states it: a measure, or a task. */
interface StatedIndicator {
  readonly indicator: Indicator;
  readonly where: Reference;
  readonly measure?: string;
  readonly task?: Task;
}

export const indicatorConflict: Rule<'indicator-conflict'> = {
  code: 'indicator-conflict',
  find: (book) =>
    Array.from(bySubject(book).values()).flatMap((all) =>
      all.flatMap((later, i) => {
        const earlier = all.slice(0, i).find((each) => isConflict(each, later, all));
        if (!earlier) return [];
        const { subject, text, at } = later.indicator;
        const args = {
          subject,
          earlier: earlier.indicator.text,
          earlierIn: earlier.where,
          later: text,
          laterIn: later.where,
        };
        return [{ args, at }];
      }),
    ),
};

/** Figures of the same thing: the body's first, then the tasks'. */
function bySubject(book: TaskBook): Map<string, StatedIndicator[]> {
  const stated: StatedIndicator[] = [
    ...measuresOf(book).flatMap((measure) =>
      measure.sentences.flatMap(({ indicators }) =>
        indicators.map((indicator) => ({
          indicator,
          where: referenceToMeasure(measure),
          measure: measure.id,
        })),
      ),
    ),
    ...book.tasks
      // A clause's task says what its measure says.
      .filter(({ measures }) => measures.every(({ reason }) => reason !== 'stands-in'))
      .flatMap((task) =>
        task.indicators.map((indicator) => ({ indicator, where: referenceTo(book, task), task })),
      ),
  ];
  const groups = new Map<string, StatedIndicator[]>();
  for (const each of stated.filter(({ indicator }) => !indicator.condition && isOwn(indicator))) {
    const key = keyOf(each.indicator);
    addTo(groups, key, each);
  }
  return groups;
}

function isConflict(one: StatedIndicator, other: StatedIndicator, all: readonly StatedIndicator[]): boolean {
  if (figureOf(one.indicator) === figureOf(other.indicator)) return false;
  // 新建公厕20座 may be shared out among tasks; a rate may not.
  const shared = !isRate(other.indicator);
  if (one.task && other.task) {
    // 2024年95%、2025年98%: in one row they are of several times or places.
    if (one.task === other.task) return false;
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
