import { compared, likeness } from '../links/index.js';
import type { ReturnedRow } from '../model/returned.js';
import type { SheetRow } from '../model/sheet.js';
import { isFilled, SHEET_COLUMNS, saysSame, unmarked } from '../sheets/index.js';
import { normalizeName } from '../words/width.js';
import { type Edition, pairUp } from './match.js';

/** Which returned row is of which task. */
export interface PairedRows {
  readonly pairs: ReadonlyMap<SheetRow, ReturnedRow>;
  /** Rows that bear the id of one task and the words of another: the words count. */
  readonly contradictions: readonly { readonly row: ReturnedRow; readonly task: SheetRow | undefined }[];
}

/** The columns by which a row is known, whatever its id says. */
const WORDS = SHEET_COLUMNS.filter(({ id }) => id === 'name' || id === 'goal');
/** How much alike a name or a goal must be for an id to be believed. */
const ALIKE = 0.3;
/** A shorter goal may be of several tasks. */
const SHORT = 6;

/**
 * Finds the row of each task in a sheet that came back. A row is of the task whose id and words it bears. Where these
 * are of two tasks, somebody has sorted or copied the ids alone, and the words count. A row whose id somebody
 * erased is known by all its words and by nothing less; one whose words the notice has changed, by its id.
 */
export function pairRows(rows: readonly SheetRow[], returned: readonly ReturnedRow[]): PairedRows {
  const live = returned.filter((row) => row.kept === null && (isFilled(row) || isPrinted(row)));
  const pairs = new Map<SheetRow, ReturnedRow>();
  const taken = new Set<ReturnedRow>();
  const contradictions: { row: ReturnedRow; task: SheetRow | undefined }[] = [];
  const take = (task: SheetRow, row: ReturnedRow) => {
    pairs.set(task, row);
    taken.add(row);
  };
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isFree = (row: ReturnedRow) => !taken.has(row);

  for (const row of live) {
    const task = byId.get(row.id);
    if (task && !pairs.has(task) && hasItsWords(task, row)) take(task, row);
  }
  const keptBefore = returned.filter((row) => row.kept !== null);
  // As most sheets come back: there is nothing that has to be told by likeness, which takes time.
  if (keptBefore.length === 0 && !live.some(isFree)) return { pairs, contradictions };
  const byWords = soleBy(rows, (row) => wordsOf(row.name, row.goal));
  const byName = soleBy(rows, ({ name }) => normalizeName(name));
  for (const row of live.filter(isFree)) {
    const own = byId.get(row.id);
    const task = byWords.get(wordsOf(row.cells.name, row.cells.goal));
    if (!task || pairs.has(task)) continue;
    take(task, row);
    if (own !== undefined && own !== task) contradictions.push({ row, task });
  }
  // The notice may have changed both: the name is another's, and the goal is more like that one's.
  for (const row of live.filter(isFree)) {
    const own = byId.get(row.id);
    const task = byName.get(normalizeName(unmarked(row.cells.name ?? '')));
    if (!own || !task || task === own || pairs.has(task) || isCloser(row, own, task)) continue;
    take(task, row);
    contradictions.push({ row, task });
  }
  for (const row of live.filter(isFree)) {
    const own = byId.get(row.id);
    if (own && !isLike(own, row)) contradictions.push({ row, task: undefined });
  }
  const astray = new Set(contradictions.map(({ row }) => row));
  const known = live.filter((row) => row.id !== '' || taken.has(row));
  const placeOfTask = new Map(rows.map((task, i) => [task, i]));
  const placeOf = new Map(Array.from(pairs, ([task, row]) => [row, placeOfTask.get(task)]));
  const settled = new Map(
    known.flatMap((row, i): [number, number][] => (taken.has(row) ? [[i, placeOf.get(row) as number]] : [])),
  );
  for (const [i, j] of pairUp(
    // An id that is another's says nothing.
    known.map((row) => editionOf(astray.has(row) ? '' : row.id, row.cells)),
    rows.map(printedEdition),
    settled,
  )) {
    const [task, row] = [rows[j] as SheetRow, known[i] as ReturnedRow];
    if (!pairs.has(task)) take(task, row);
  }
  // One whose id is gone, and of whose words the notice has changed some, is of the task that has the others.
  const bySameGoal = soleBy(rows, goalOf);
  bySameGoal.delete('');
  for (const row of live.filter((each) => each.id === '' && isFree(each))) {
    const { name = '', goal = '' } = row.cells;
    const named = byName.get(normalizeName(unmarked(name)));
    const task =
      named && isLike(named, { ...row, cells: { goal } }) ? named : bySameGoal.get(goalOf({ goal }));
    if (task && !pairs.has(task)) take(task, row);
  }
  for (const task of rows.filter((each) => !pairs.has(each))) {
    const other = keptBefore.find((each) => isFree(each) && each.id === task.id && isLike(task, each));
    if (other) take(task, other);
  }
  // 编号 and 任务名称 sorted without 目标内容: where its goal is another's, nobody can tell which is right.
  for (const [task, row] of pairs) {
    const other = bySameGoal.get(goalOf({ goal: row.cells.goal ?? '' }));
    if (
      other &&
      other !== task &&
      row.cells.goal &&
      row.kept === null &&
      !contradictions.some((each) => each.row === row)
    )
      contradictions.push({ row, task });
  }
  return { pairs, contradictions };
}

function wordsOf(name = '', goal = ''): string {
  return [unmarked(name), goal].map(normalizeName).join('\n');
}

/** A goal as it is compared; '' where it is too short to be one task's alone. */
function goalOf({ goal }: Pick<SheetRow, 'goal'>): string {
  return goal.length < SHORT ? '' : normalizeName(goal);
}

/** Whether a row's goal is at least as much one task's as another's. */
function isCloser({ cells: { goal = '' } }: ReturnedRow, one: SheetRow, other: SheetRow): boolean {
  const own = compared(goal);
  return likeness(own, compared(one.goal)) >= likeness(own, compared(other.goal));
}

/** Whether a row that came back has anything of a task's. */
export function isPrinted({ id, cells }: ReturnedRow): boolean {
  return id !== '' || Object.values(cells).some((text) => text.trim() !== '');
}

function soleBy(rows: readonly SheetRow[], keyOf: (row: SheetRow) => string): Map<string, SheetRow> {
  const found = new Map<string, SheetRow | null>();
  for (const row of rows) found.set(keyOf(row), found.has(keyOf(row)) ? null : row);
  return new Map([...found].filter((entry): entry is [string, SheetRow] => entry[1] !== null));
}

function hasItsWords(task: SheetRow, { cells }: ReturnedRow): boolean {
  return WORDS.every((column) => saysSame(column, task, cells[column.id]));
}

function hasItsName(task: SheetRow, { cells }: ReturnedRow): boolean {
  return normalizeName(task.name) === normalizeName(unmarked(cells.name ?? ''));
}

/** Whether a row can be that of a task whose id it bears: it says nothing else, or much of the same. */
function isLike(task: SheetRow, { cells }: ReturnedRow): boolean {
  const { name = '', goal = '' } = cells;
  if (name.trim() === '' && goal.trim() === '') return true;
  const alike = (one: string, other: string) => likeness(compared(one), compared(other)) >= ALIKE;
  return hasItsName(task, { cells } as ReturnedRow) || alike(name, task.name) || alike(goal, task.goal);
}

function printedEdition(row: SheetRow): Edition {
  return editionOf(row.id, Object.fromEntries(SHEET_COLUMNS.map(({ id, text }) => [id, text(row)])));
}

function editionOf(
  id: string,
  { category = '', name = '', goal = '', ...cells }: ReturnedRow['cells'],
): Edition {
  const { lead = '', responsible = '' } = cells;
  return { id, group: category, name, text: goal, units: `${unmarked(lead)}、${responsible}` };
}
