import type { Duty } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { type Concern, concernFinder } from './concerns.js';

/**
 * How many tasks a unit or group has: by name as lead and as responsible, by the body alone, through
 * offices it hosts, as a member, possibly.
 */
export interface Tally {
  readonly name: string;
  readonly kind: 'unit' | 'group';
  readonly lead: number;
  readonly responsible: number;
  readonly supervising: number;
  readonly body: number;
  readonly hosted: number;
  readonly member: number;
  readonly possible: number;
}

/**
 * Counts every unit's and group's tasks, each task once in each count. A task that a unit leads and
 * is responsible for is in both counts by name; `body`, `hosted`, `member` and `possible` count those where
 * nothing surer is.
 *
 * @returns units and groups that have a task, units first, in the order of the task book
 */
export function tally(book: TaskBook): Tally[] {
  const concernsOf = concernFinder(book);
  const count = (name: string, kind: Tally['kind']): Tally => ({ name, kind, ...counts(concernsOf(name)) });
  return [
    ...book.units.map(({ name }) => count(name, 'unit')),
    ...book.groups.map(({ name }) => count(name, 'group')),
  ].filter(
    ({ lead, responsible, supervising, body, hosted, member, possible }) =>
      lead + responsible + supervising + body + hosted + member + possible > 0,
  );
}

function counts(concerns: readonly Concern[]): Record<Concern['part'], number> {
  const counted = { lead: 0, responsible: 0, supervising: 0, body: 0, hosted: 0, member: 0, possible: 0 };
  for (const { part, duties } of concerns) {
    if (part !== 'lead' && part !== 'responsible' && part !== 'supervising') counted[part]++;
    // Who leads and is responsible, too, is counted in both.
    else for (const duty of duties) if (isOwn(duty)) counted[duty.role]++;
  }
  return counted;
}

/** Whether a duty is a unit's by its own name: there is one of each role at most. */
function isOwn({ degree, office }: Duty): boolean {
  return degree === 'named' && office === undefined;
}
