import { compared, likeness } from '../links/index.js';
import { withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { SheetRow } from '../model/sheet.js';
import { CHECK_HEADER, isFilled, SHEET_COLUMNS, unmarked } from '../sheets/index.js';
import { normalizeName } from '../words/width.js';
import {
  type Lineage,
  type MeaningFinder,
  meaningFinder,
  type PrintedTask,
  type RowMeaning,
} from './known.js';
import { editionsOf, unitsOf } from './lineage.js';
import { countBy, type Edition, pairUp } from './match.js';

/** Which returned row is of which task. */
export interface PairedRows {
  readonly pairs: ReadonlyMap<SheetRow, ReturnedRow>;
  /** The id of the task that a row is of, whether the sheet has it or not; nothing where nobody can tell. */
  readonly meant: ReadonlyMap<ReturnedRow, string>;
  /** Rows of an edition that nobody knows, of which only likeness tells the task. */
  readonly likely: ReadonlySet<ReturnedRow>;
  /** Rows that bear the id or the words of two tasks: what was not moved counts. */
  readonly contradictions: readonly { readonly row: ReturnedRow; readonly task: SheetRow | undefined }[];
}

/** How much alike two names must be to be near. */
const NEAR = 0.3;

/** An id that is made of a task's words; duties that only the body states go by the numbers of measures. */
const TASK_ID = /^T[0-9A-Z]{7}(?:-\d+)?$/;

/**
 * Finds the row of each task in a sheet that came back. What a row is of is told by its own id and words, as some edition of
 * the notice printed them. Of several rows of a task the one that has just its words counts, then one that somebody has
 * filled in.
 *
 * @param lineage what is known of earlier editions; without it, rows whose words the notice has changed are told by likeness
 */
export function pairRows(
  rows: readonly SheetRow[],
  returned: readonly ReturnedRow[],
  lineage?: Lineage,
): PairedRows {
  const live = returned.filter((row) => row.kept === null && (isFilled(row) || isPrinted(row)));
  const pairs = new Map<SheetRow, ReturnedRow>();
  const meant = new Map<ReturnedRow, string>();
  const contradictions: { row: ReturnedRow; task: SheetRow | undefined }[] = [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const means = finderFor(rows, lineage);

  const rowsOf = new Map<string, { readonly row: ReturnedRow; readonly rank: number }[]>();
  const meanings = live.map((row) => ({ row, meaning: means(printedRow(row)) }));
  const claims = countBy(meanings, ({ meaning }) => meaning.id ?? '');
  for (const { row, meaning } of meanings) {
    const { id, isContradicted } = meaning;
    if (isContradicted || isAstray(row)) contradictions.push({ row, task: byId.get(id ?? '') });
    // Of several that say the same but for figures nobody can tell which it is.
    if (id === undefined || (meaning.isByKin && (claims.get(id) ?? 0) > 1)) continue;
    meant.set(row, id);
    rowsOf.set(id, [...(rowsOf.get(id) ?? []), { row, rank: rankOf(row, meaning) }]);
  }
  for (const task of rows) {
    const [first, ...others] = rowsOf.get(task.id) ?? [];
    if (first)
      pairs.set(task, others.reduce((best, each) => (each.rank > best.rank ? each : best), first).row);
  }
  const astray = new Set(contradictions.flatMap(({ row }) => (row.moved ? [] : [row])));
  const isByLikeness = ({ id }: ReturnedRow) => id !== '' && !(lineage?.isKnown && TASK_ID.test(id));
  const open = live.filter((row) => !meant.has(row) && !astray.has(row) && isByLikeness(row));
  // As most sheets come back, there is nothing that has to be told by likeness, which takes time.
  const likely = new Set<ReturnedRow>();
  if (open.length > 0) {
    for (const [task, row] of likest(rows, pairs, open, lineage)) {
      pairs.set(task, row);
      meant.set(row, task.id);
      likely.add(row);
    }
  }
  const keptBefore = returned.filter((row) => row.kept !== null);
  for (const task of keptBefore.length > 0 ? rows.filter((each) => !pairs.has(each)) : []) {
    const isIts = (row: ReturnedRow) => row.id === task.id && means(printedRow(row)).id === task.id;
    const other = keptBefore.find(isIts);
    if (other) pairs.set(task, other);
  }
  return { pairs, meant, likely, contradictions };
}

/** By these people and programs know a task. */
const KNOWN_BY: ReadonlySet<string> = new Set(['id', 'name', 'goal', CHECK_HEADER]);

/** Whether another task's id or words stood in a row. */
function isAstray({ strayId, edits, moved = [] }: ReturnedRow): boolean {
  // Of a row that is deleted the id may stand in another: no checks know it any more.
  return strayId !== undefined || edits?.['id'] === 'typed' || moved.some((column) => KNOWN_BY.has(column));
}

/** The ids that stand in rows whose words are of another task, each with its row. */
export function strayIds({ contradictions }: PairedRows): { ids: string[]; rows: string[]; count: number } {
  return {
    ids: contradictions.map(({ row }) => (row.strayId ?? row.id).split(/\s+/)[0] ?? ''),
    rows: contradictions.map(({ row }) => withinFile(row.at)),
    count: contradictions.length,
  };
}

/**
 * The rows of which only the words, the id and the checks are of one task, with the columns in which another row's text
 * stood: who has exchanged the one or the other, and with what is filled in or without, nobody can tell.
 */
export function movedIn(
  { rows }: Pick<ReturnedSheet, 'rows'>,
  { contradictions }: PairedRows,
): { columns: string[]; rows: string[]; count: number } {
  const astray = new Set(contradictions.map(({ row }) => row));
  const found = rows.filter((row) => row.kept === null && !astray.has(row) && (row.moved ?? []).length > 0);
  const headers = found.flatMap(({ moved = [] }) =>
    moved.map((column) => SHEET_COLUMNS.find(({ id }) => id === column)?.header ?? column),
  );
  return {
    columns: Array.from(new Set(headers)),
    rows: found.map((row) => withinFile(row.at)),
    count: found.length,
  };
}

/** Tells what rows of a sheet mean: of duties that only the body states, the sheet itself knows. */
function finderFor(rows: readonly SheetRow[], lineage: Lineage | undefined): MeaningFinder {
  if (!lineage) return meaningFinder(rows.map(asPrinted));
  const known = new Set(lineage.printed.map(({ id }) => id));
  const others = rows.filter(({ id }) => !known.has(id));
  return others.length === 0 ? lineage.means : meaningFinder([...lineage.printed, ...others.map(asPrinted)]);
}

function rankOf(row: ReturnedRow, { id, isSure }: RowMeaning): number {
  return (isSure ? 4 : 0) + (row.id === id && !isAstray(row) ? 2 : 0) + (isFilled(row) ? 1 : 0);
}

/**
 * What is most alike of tasks without a row and rows without a task. A goal alone is that of many: what has another name
 * is another task, and its people can tell.
 */
function likest(
  rows: readonly SheetRow[],
  pairs: ReadonlyMap<SheetRow, ReturnedRow>,
  open: readonly ReturnedRow[],
  lineage: Lineage | undefined,
): [SheetRow, ReturnedRow][] {
  const placeOf = new Map(rows.map((task, i) => [task, i]));
  const paired = Array.from(pairs);
  const settled = new Map(paired.map(([task], i) => [i, placeOf.get(task) as number]));
  const known = [...paired.map(([, row]) => row), ...open];
  const own = new Set(rows.map(({ id }) => id));
  const beside = lineage ? editionsOf(lineage.book).filter(({ id }) => !own.has(id)) : [];
  return pairUp(
    known.map((row) => editionOf(row.id, row.cells)),
    rows.map(printedEdition),
    settled,
    beside,
  ).flatMap(([i, j]): [SheetRow, ReturnedRow][] => {
    const [task, row] = [rows[j] as SheetRow, known[i] as ReturnedRow];
    return settled.has(i) || !hasNameOf(task, row) ? [] : [[task, row]];
  });
}

/** Whether a row prints a name that is near a task's, or none. */
function hasNameOf(task: SheetRow, { cells }: ReturnedRow): boolean {
  const name = unmarked(cells.name ?? '');
  if (name.trim() === '' || normalizeName(name) === normalizeName(task.name)) return true;
  return likeness(compared(name), compared(task.name)) >= NEAR;
}

function asPrinted({ id, name, goal, lead, responsible }: SheetRow): PrintedTask {
  return { id, name, goal, units: unitsOf(lead, responsible) };
}

/** What a row says of its task. Where its checks say that two of its id, name and goal were not printed in it, the third does. */
function printedRow({
  id,
  edits = {},
  cells: { name = '', goal = '', lead = '', responsible = '' },
}: ReturnedRow): PrintedTask {
  const said = { id, name: unmarked(name), goal };
  const own = TELLING.filter((column) => edits[column] === undefined && said[column] !== '');
  const [only] = own.length === 1 ? own : [];
  const words = only === undefined ? said : { id: '', name: '', goal: '', [only]: said[only] };
  return { ...words, units: unitsOf(unmarked(lead), responsible) };
}

const TELLING = ['id', 'name', 'goal'] as const;

/** Whether a row that came back has anything of a task's. */
export function isPrinted({ id, cells }: ReturnedRow): boolean {
  return id !== '' || Object.values(cells).some((text) => text.trim() !== '');
}

function printedEdition(row: SheetRow): Edition {
  return editionOf(row.id, Object.fromEntries(SHEET_COLUMNS.map(({ id, text }) => [id, text(row)])));
}

function editionOf(
  id: string,
  { category = '', name = '', goal = '', ...cells }: ReturnedRow['cells'],
): Edition {
  const { lead = '', responsible = '' } = cells;
  return { id, group: category, name, text: goal, units: unitsOf(unmarked(lead), responsible) };
}
