import type { Duty } from '../model/sheet.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { dutyFinder, partOf } from './duties.js';

/**
 * How many tasks a unit or group has: by name as lead and as responsible, through offices it hosts, as
 * a member, possibly.
 */
export interface Tally {
  readonly name: string;
  readonly kind: 'unit' | 'group';
  readonly lead: number;
  readonly responsible: number;
  readonly hosted: number;
  readonly member: number;
  readonly possible: number;
}

/**
 * Counts every unit's and group's tasks, each task once in each count. A task that a unit leads and
 * is responsible for is in both counts by name; `hosted`, `member` and `possible` count tasks where
 * nothing surer is.
 *
 * @returns units and groups that have a task, units first, in the order of the task book
 */
export function tally(book: TaskBook): Tally[] {
  const dutiesIn = dutyFinder(book);
  const count = (name: string, kind: Tally['kind']): Tally => ({
    name,
    kind,
    ...counts(book.tasks.map((task: Task) => dutiesIn(task, name)).filter((duties) => duties.length > 0)),
  });
  return [
    ...book.units.map(({ name }) => count(name, 'unit')),
    ...book.groups.map(({ name }) => count(name, 'group')),
  ].filter(
    ({ lead, responsible, hosted, member, possible }) => lead + responsible + hosted + member + possible > 0,
  );
}

/** @param tasks the duties that a unit has in each of its tasks */
function counts(tasks: readonly (readonly Duty[])[]): Omit<Tally, 'name' | 'kind'> {
  const named = (role: Duty['role']) =>
    tasks.filter((duties) =>
      duties.some((duty) => duty.degree === 'named' && duty.role === role && duty.office === undefined),
    ).length;
  const parts = tasks.map(partOf);
  const inPart = (part: (typeof parts)[number]) => parts.filter((each) => each === part).length;
  return {
    lead: named('lead'),
    responsible: named('responsible'),
    hosted: inPart('hosted'),
    member: inPart('member'),
    possible: inPart('possible'),
  };
}
