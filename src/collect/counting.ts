import { daysOf, isInferred, isReckoned } from '../model/deadlines.js';
import type {
  Counts,
  HandedIn,
  Late,
  Month,
  Movement,
  Report,
  RollUp,
  Standing,
  State,
  UnitProgress,
} from '../model/roll-up.js';
import type { SheetRow, Typed } from '../model/sheet.js';
import { isFilled, MOVEMENTS, STATES, typedText } from '../sheets/index.js';
import { ERROR_VALUE } from '../words/said.js';

// How far tasks are: the one rule that the roll-up, the workbook, the papers, the page and whatever else counts go by.

/** The day until which a task is to be done, and who says so. */
interface Due {
  readonly day: string;
  readonly by: NonNullable<Standing['by']>;
}

/** The same as the notice has it. */
interface AskedDue extends Due {
  readonly by: Exclude<Due['by'], 'unit'>;
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
  if (said?.status !== 'done' && isOver(dueOf(said, row)?.day, on)) return 'late';
  if (!said) return 'silent';
  // Neither a comment nor that the unit is meant says anything of how far it is.
  const { answer: _, ...others } = said.filled;
  // Nor does a formula that has come to nothing.
  const isSaid = ([, typed]: readonly [string, Typed]) => !ERROR_VALUE.test(typedText(typed).trim());
  const filled = Object.fromEntries(Object.entries(others).filter(isSaid));
  if (!isFilled({ filled, own: said.own, notes: [] })) return 'silent';
  return said.status ?? 'other';
}

/** The day until which a unit has to do a task: the one that it gives, else the last one of the notice. */
export function dueOf(
  said: Pick<Reported, 'due'> | undefined,
  row: Pick<SheetRow, 'times'> | undefined,
): Due | null {
  return said?.due ? { day: said.due, by: 'unit' } : askedDue(row);
}

/** The last day until which the notice asks for a task. */
export function askedDue(row: Pick<SheetRow, 'times'> | undefined): AskedDue | null {
  let last: AskedDue | null = null;
  for (const time of row?.times ?? []) {
    const day = 'kind' in time ? daysOf(time).by : undefined;
    if (!('kind' in time) || day === undefined || (last && day < last.day)) continue;
    last = { day, by: isInferred(time) || isReckoned(time) ? 'inferred' : 'notice' };
  }
  return last;
}

/** Whether a day has gone by. */
export function isOver(due: string | null | undefined, on: string | null): boolean {
  return due !== null && due !== undefined && on !== null && due < on;
}

/** Why a standing counts as late, and by how many days; nothing where it does not. */
export function latenessOf(
  { state, due, by }: Pick<Standing, 'state' | 'due' | 'by'>,
  on: string | null,
): Pick<Late, 'due' | 'by' | 'days'> | null {
  if (state !== 'late') return null;
  if (due === null || by === null || on === null || !isOver(due, on))
    return { due: null, by: 'status', days: null };
  return { due, by, days: daysBetween(due, on) };
}

const DAY = 86_400_000;

/** How many days there are from one day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** What units are late with, unit by unit. */
export function lateIn({ standings, tasks, on }: Pick<RollUp, 'standings' | 'tasks' | 'on'>): Late[] {
  const names = new Map(tasks.map(({ id, name }) => [id, name]));
  return standings.flatMap((standing) => {
    const late = latenessOf(standing, on);
    const { unit, id } = standing;
    return late ? [{ unit, id, name: names.get(id) ?? '', ...late }] : [];
  });
}

/** How many standings there are in all, and in each state. */
export function countsOf(standings: readonly Pick<Standing, 'state' | 'isBlank'>[]): Counts {
  const counts = { ...NONE, tasks: standings.length };
  for (const { state } of standings) counts[state]++;
  const blank = standings.filter(({ isBlank }) => isBlank).length;
  return { ...counts, ...(blank > 0 && { blank }) };
}

const NONE: Omit<Counts, 'blank'> = {
  tasks: 0,
  done: 0,
  going: 0,
  idle: 0,
  late: 0,
  other: 0,
  silent: 0,
  absent: 0,
};

/** The figures of some units together. */
export function totalOf(units: readonly Counts[]): Counts {
  const total = { ...NONE };
  for (const unit of units) {
    total.tasks += unit.tasks;
    for (const state of STATES) total[state] += unit[state];
  }
  const blank = units.reduce((sum, unit) => sum + (unit.blank ?? 0), 0);
  return { ...total, ...(blank > 0 && { blank }) };
}

/** How many standings have moved in which way; `null` where there is nothing to compare with. */
export function movementsOf(
  standings: readonly Pick<Standing, 'movement'>[],
  isCompared: boolean,
): UnitProgress['movements'] {
  if (!isCompared) return null;
  const counts = { ...NO_MOVEMENTS };
  for (const { movement } of standings) if (movement) counts[movement]++;
  return counts;
}

const NO_MOVEMENTS = { moved: 0, first: 0, back: 0, still: 0, settled: 0, new: 0 };

/** The movements of some units together. */
export function totalMovements(units: readonly Pick<UnitProgress, 'movements'>[]): Record<Movement, number> {
  const total = { ...NO_MOVEMENTS };
  for (const { movements } of units) {
    for (const movement of MOVEMENTS) total[movement] += movements?.[movement] ?? 0;
  }
  return total;
}

/** 完成率: what is done of what is to be done; `null` where nothing is, and of who has handed in nothing. */
export function shareDone({ done, tasks, absent }: Pick<Counts, 'done' | 'tasks' | 'absent'>): number | null {
  return tasks === absent ? null : done / tasks;
}

/**
 * A share in percent to one decimal, so that of some hundred tasks a few more or less are seen; what is not all is never
 * shown as all, and what is something not as nothing.
 */
export function percentOf(share: number): number {
  const rounded = Math.round(share * 1000) / 10;
  return share > 0 && share < 1 ? Math.min(99.9, Math.max(0.1, rounded)) : rounded;
}

/** A share as it is printed, by the one rule of the workbook, the papers and the page: 0%, 62.0%, 100%. */
export function shareWords(share: number): string {
  const percent = percentOf(share);
  return `${percent === 0 || percent === 100 ? percent : percent.toFixed(1)}%`;
}

/** 完成率 as it is printed; a dash where there is none. */
export function percentWords(counts: Pick<Counts, 'done' | 'tasks' | 'absent'>): string {
  const share = shareDone(counts);
  return share === null ? '—' : shareWords(share);
}

/** Two months side by side, with the counts, in which a single task is seen: 已完成 556 → 544，完成率 33.9% → 33.2%. */
export function changeWords(before: Counts | undefined, now: Counts): string {
  const [was, is] = [before, now].map((each) => (each ? percentWords(each) : '—'));
  return `已完成 ${before?.done ?? '—'} → ${now.done}，完成率 ${was} → ${is}`;
}

/**
 * Units in the order in which they are told of: who has done the larger part first, then who is late with less, then as
 * in the notice; who has handed in nothing comes after, who has nothing to do last.
 */
export function ranked(units: readonly UnitProgress[]): UnitProgress[] {
  const group = ({ tasks, handed }: UnitProgress) => (tasks === 0 ? 2 : handed === 'yes' ? 0 : 1);
  const late = ({ late: count, tasks }: UnitProgress) => (tasks === 0 ? 0 : count / tasks);
  return units.toSorted(
    (a, b) => group(a) - group(b) || (shareDone(b) ?? 0) - (shareDone(a) ?? 0) || late(a) - late(b),
  );
}

/** A unit's place among those that are ranked, from 1; who has done the same part has the same place. */
export function placeOf(order: readonly UnitProgress[], i: number): number {
  const shareAt = (at: number) => shareDone(order[at] ?? NONE);
  let place = i;
  while (place > 0 && shareAt(place - 1) === shareAt(i)) place--;
  return place + 1;
}

/** Units by whether they have handed in. */
export function byHandedIn(units: readonly UnitProgress[]): Record<HandedIn, UnitProgress[]> {
  const those = (wanted: HandedIn) => units.filter(({ handed }) => handed === wanted);
  return { yes: those('yes'), empty: those('empty'), unread: those('unread'), no: those('no') };
}

/** A roll-up in figures. */
export function monthOf(units: readonly UnitProgress[], on: string): Month {
  return { on, units: units.length, handed: byHandedIn(units).yes.length, ...totalOf(units) };
}
