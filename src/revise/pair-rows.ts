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
  const byWords = soleBy(rows, (row) => WORDS.map((column) => normalizeName(column.text(row))).join('\n'));
  const byName = soleBy(rows, ({ name }) => normalizeName(name));
  for (const find of [
    ({ cells }: ReturnedRow) =>
      byWords.get([unmarked(cells.name ?? ''), cells.goal ?? ''].map(normalizeName).join('\n')),
    // Its own name is another's: both may be revised, too.
    ({ cells }: ReturnedRow) => (cells.name ? byName.get(normalizeName(unmarked(cells.name))) : undefined),
  ]) {
    for (const row of live.filter(isFree)) {
      const own = byId.get(row.id);
      const task = find(row);
      if (!task || task === own || pairs.has(task) || (own && hasItsName(own, row))) continue;
      take(task, row);
      if (own !== undefined) contradictions.push({ row, task });
    }
  }
  for (const row of live.filter(isFree)) {
    const own = byId.get(row.id);
    if (own && !isLike(own, row)) contradictions.push({ row, task: undefined });
  }
  const astray = new Set(contradictions.map(({ row }) => row));
  const known = live.filter((row) => row.id !== '' && isFree(row) && !astray.has(row));
  const open = rows.filter((row) => !pairs.has(row));
  for (const [i, j] of pairUp(
    known.map(({ id, cells }) => editionOf(id, cells)),
    open.map(printedEdition),
  )) {
    take(open[j] as SheetRow, known[i] as ReturnedRow);
  }
  const keptBefore = returned.filter((row) => row.kept !== null);
  for (const task of rows.filter((each) => !pairs.has(each))) {
    const other = keptBefore.find((each) => isFree(each) && each.id === task.id);
    if (other) take(task, other);
  }
  return { pairs, contradictions };
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
