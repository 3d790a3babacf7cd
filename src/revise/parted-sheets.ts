import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Entries, SheetRow, TaskSheet } from '../model/sheet.js';
import { isFilled, unspaced } from '../sheets/index.js';
import type { Lineage } from './known.js';
import { otherwise } from './other-words.js';
import { type PairedRows, pairRows } from './pair-rows.js';

/** A sheet with what stands on further worksheets of its file, and which of these that is. */
export interface JoinedSheet {
  readonly returned: ReturnedSheet;
  readonly parts: readonly ReturnedSheet[];
}

/**
 * A sheet that its unit has parted by who fills in what, as the one that it is: a table on another worksheet goes on from it
 * where all that is printed there is the unit's, and of what is filled in there nothing else is said elsewhere. Where two
 * say something of one task or question, nobody can tell which counts, and neither is joined.
 *
 * @param sheet the unit's, as it is now
 * @param besides the tables on further worksheets, without those of other units
 */
export function joinedSheet(
  sheet: TaskSheet,
  returned: ReturnedSheet,
  besides: readonly ReturnedSheet[],
  lineage?: Lineage,
): JoinedSheet {
  let joined = returned;
  const parts: ReturnedSheet[] = [];
  for (const beside of besides) {
    if (isTitledOtherwise(beside, returned)) continue;
    const next = joinedWith(sheet, joined, beside, lineage);
    if (!next) continue;
    joined = next;
    parts.push(beside);
  }
  return { returned: joined, parts };
}

function joinedWith(
  sheet: TaskSheet,
  joined: ReturnedSheet,
  beside: ReturnedSheet,
  lineage: Lineage | undefined,
): ReturnedSheet | undefined {
  // What is told by likeness is told of all rows together.
  const paired = pairRows(sheet.rows, [...joined.rows, ...beside.rows], lineage);
  const its = new Set(beside.rows);
  const all = rowsByTask(sheet, paired);
  const split = (isIts: boolean) =>
    new Map(Array.from(all, ([task, some]) => [task, some.filter((row) => its.has(row) === isIts)]));
  const [own, ours] = [split(true), split(false)];
  const tasks = new Map(Array.from(own).flatMap(([task, rows]) => rows.map((row) => [row, task] as const)));
  // What is of no task, below the table or between its rows; without ids it may be of anybody.
  const loose = beside.rows.filter(
    (row) => !tasks.has(row) && row.id === '' && beside.printed.includes('id'),
  );
  // Of a task that the notice has no more, or that is others' now; all by itself it may be another unit's.
  const has = new Set(lineage?.book.tasks.map(({ id }) => id));
  const gone = beside.rows.filter(
    (row) =>
      !tasks.has(row) &&
      row.id !== '' &&
      row.kept === null &&
      lineage !== undefined &&
      (tasks.size > 0 || !has.has(paired.meant.get(row) ?? row.id)),
  );
  const isOurs = (row: ReturnedRow) =>
    tasks.has(row) || loose.includes(row) || gone.includes(row) || isKnown(row, joined);
  if (!beside.rows.every(isOurs)) return undefined;
  if (Array.from(tasks).some(([row, task]) => isOfOther(row, ours.get(task)?.[0]))) return undefined;

  const rows = new Map(joined.rows.map((row) => [row, row]));
  const added: ReturnedRow[] = [...loose];
  for (const row of beside.rows) {
    const task = tasks.get(row);
    if (!isFilled(row)) {
      // Cut from the one and pasted into the other, with nothing to fill in yet.
      if (task && (ours.get(task) ?? []).length === 0) added.push(row);
      continue;
    }
    if (!task) {
      if (gone.includes(row) && !isKnown(row, joined)) added.push(row);
      else if (!loose.includes(row)) return undefined;
      continue;
    }
    const known = ours.get(task) ?? [];
    if (known.some((each) => saysSame(each, row))) continue;
    if (known.some(isFilled) || (own.get(task)?.filter(isFilled).length ?? 0) > 1) return undefined;
    const [first] = known;
    if (first) rows.set(first, filledFrom(first, row));
    else added.push(row);
  }
  const questions = [...joined.questions];
  for (const question of beside.questions.filter(isFilled)) {
    const at = questions.findIndex(({ group }) => group === question.group);
    const asked = questions[at];
    if (asked && saysSame(asked, question)) continue;
    if (asked && isFilled(asked)) return undefined;
    if (!asked && !sheet.questions.some(({ group }) => group === question.group)) return undefined;
    if (asked) questions[at] = question;
    else questions.push(question);
  }
  return {
    ...joined,
    columns: Array.from(new Set([...joined.columns, ...beside.columns])),
    rows: [...joined.rows.map((row) => rows.get(row) ?? row), ...added],
    questions,
    stray: [...joined.stray, ...beside.stray, ...writtenInCopy(sheet, joined, beside, lineage)],
  };
}

/**
 * What is written over printed cells in a copy of a sheet: what neither the notice nor the sheet itself says there.
 *
 * @param beside the copy
 */
export function writtenInCopy(
  sheet: TaskSheet,
  returned: ReturnedSheet,
  beside: ReturnedSheet,
  lineage?: Lineage,
): ReturnedSheet['stray'] {
  const byId = new Map(returned.rows.map((row) => [row.id, row]));
  return Array.from(pairRows(sheet.rows, beside.rows, lineage).pairs).flatMap(([task, row]) => {
    const first = byId.get(row.id);
    // What is told by the row itself, where that goes on whole.
    if (row.edits && !first && isFilled(row)) return [];
    return otherwise(row, beside.printed, [task]).flatMap(({ id, header }) => {
      // The notice has changed it since.
      if (row.edits && row.edits[id] !== 'typed') return [];
      const text = row.cells[id] ?? '';
      const isSaid = text.trim() === '' || unspaced(text) === unspaced(first?.cells[id] ?? '');
      return isSaid ? [] : [{ at: row.places[id] ?? row.at, text: `${header}：${text}` }];
    });
  });
}

/** Whether a line above a table says that it is somebody else's. */
function isTitledOtherwise({ titles = [], name }: ReturnedSheet, own: ReturnedSheet): boolean {
  const known = new Set([name, own.unit, ...(own.titles ?? [])]);
  return titles.some((title) => !known.has(title));
}

/** Whether a row is one of a sheet's, though the notice does not have it any more. */
function isKnown({ id, kept }: ReturnedRow, { rows }: ReturnedSheet): boolean {
  return kept !== null || rows.some((row) => row.id === id);
}

/** Whether a row of a task was printed for another unit: the reason why that has it is another. */
function isOfOther({ cells }: ReturnedRow, own: ReturnedRow | undefined): boolean {
  return (['part', 'duties'] as const).some((id) => {
    const [theirs, ours] = [cells[id], own?.cells[id]];
    return theirs !== undefined && ours !== undefined && unspaced(theirs) !== unspaced(ours);
  });
}

function saysSame(one: Entries, other: Entries): boolean {
  const said = ({ filled, own, notes }: Entries) => JSON.stringify([filled, own, notes]);
  return said(one) === said(other);
}

/** A row that nobody has filled in, with what is filled in in another of its task. */
function filledFrom(row: ReturnedRow, { filled, own, notes, said, places, at }: ReturnedRow): ReturnedRow {
  return { ...row, at, filled, own, notes, ...(said && { said }), places: { ...places, ...row.places } };
}

/** The rows of each task, as a table has them. */
function rowsByTask({ rows }: TaskSheet, { pairs, meant }: PairedRows): Map<SheetRow, ReturnedRow[]> {
  const found = new Map(Array.from(pairs, ([task, row]) => [task, [row]]));
  const byId = new Map(rows.map((task) => [task.id, task]));
  for (const [row, id] of meant) {
    const task = byId.get(id);
    const its = task && found.get(task);
    if (its && !its.includes(row)) its.push(row);
  }
  return found;
}
