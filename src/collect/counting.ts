import { daysOf, isInferred, isReckoned } from '../model/deadlines.js';
import type { Late, Report, State } from '../model/roll-up.js';
import type { SheetRow } from '../model/sheet.js';
import { isFilled } from '../sheets/index.js';

// How far tasks are: the one rule that the roll-up, the page and whatever else counts go by.

/** The day until which a task is to be done, and who says so. */
interface Due {
  readonly day: string;
  readonly by: Exclude<Late['by'], 'status'>;
}

type Reported = Pick<Report, 'status' | 'filled' | 'own' | 'due'>;

/**
 * How far a task is by what a unit says of it: what it says, but `late` where it is not done and the day until
 * which it was to be done has gone by. That day is the one that the unit gives, else the last one of the notice.
 *
 * @param said nothing where the unit has not filled in the row
 * @param row the task as it stands on the unit's sheet, if it does
 * @param on the day by which to judge; `null` for none
 */
export function stateOf(
  said: Reported | undefined,
  row: Pick<SheetRow, 'times'> | undefined,
  on: string | null,
): State {
  if (said?.status !== 'done' && isOver(dueOf(said, row), on)) return 'late';
  if (!said) return 'silent';
  // Neither a comment nor that the unit is meant says anything of how far it is.
  const { answer: _, ...filled } = said.filled;
  if (!isFilled({ filled, own: said.own, notes: [] })) return 'silent';
  return said.status ?? 'other';
}

/** Why a task counts as late, where it does. */
export function lateBy(
  said: Reported | undefined,
  row: Pick<SheetRow, 'times'> | undefined,
  on: string | null,
): Pick<Late, 'due' | 'by'> {
  const due = dueOf(said, row);
  return due && isOver(due, on) ? { due: due.day, by: due.by } : { due: null, by: 'status' };
}

function isOver(due: Due | null, on: string | null): boolean {
  return due !== null && on !== null && due.day < on;
}

function dueOf(said: Reported | undefined, row: Pick<SheetRow, 'times'> | undefined): Due | null {
  if (said?.due) return { day: said.due, by: 'unit' };
  let last: Due | null = null;
  for (const time of row?.times ?? []) {
    const day = 'kind' in time ? daysOf(time).by : undefined;
    if (!('kind' in time) || day === undefined || (last && day < last.day)) continue;
    last = { day, by: isInferred(time) || isReckoned(time) ? 'inferred' : 'notice' };
  }
  return last;
}
