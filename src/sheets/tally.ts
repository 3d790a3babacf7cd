import type { TaskBook } from '../model/taskbook.js';
import { type DutyFinder, dutyFinder, partOf } from './duties.js';

/** How many tasks a unit or group has: by name as lead and as responsible, as a member, possibly. */
export interface Tally {
  readonly name: string;
  readonly kind: 'unit' | 'group';
  readonly lead: number;
  readonly responsible: number;
  readonly member: number;
  readonly possible: number;
}

/**
 * Counts every unit's and group's tasks, each task once in each count. A task that a unit leads and
 * is responsible for is in both counts by name; `member` and `possible` count tasks where nothing
 * surer is.
 *
 * @returns units and groups that have a task, units first, in the order of the task book
 */
export function tally(book: TaskBook): Tally[] {
  const dutiesIn = dutyFinder(book);
  return [
    ...book.units.map(({ name }) => tallyOf(book, dutiesIn, name, 'unit')),
    ...book.groups.map(({ name }) => tallyOf(book, dutiesIn, name, 'group')),
  ].filter(({ lead, responsible, member, possible }) => lead + responsible + member + possible > 0);
}

function tallyOf(book: TaskBook, dutiesIn: DutyFinder, name: string, kind: Tally['kind']): Tally {
  const tasks = book.tasks.map((task) => dutiesIn(task, name)).filter((duties) => duties.length > 0);
  const named = (role: 'lead' | 'responsible') =>
    tasks.filter((duties) => duties.some((duty) => duty.degree === 'named' && duty.role === role)).length;
  const inPart = (part: 'member' | 'possible') => tasks.filter((duties) => partOf(duties) === part).length;
  return {
    name,
    kind,
    lead: named('lead'),
    responsible: named('responsible'),
    member: inPart('member'),
    possible: inPart('possible'),
  };
}
