import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { SheetRow, TaskSheet, Typed } from '../model/sheet.js';
import {
  headerOf,
  KEPT_WORDS,
  PART_WORDS,
  remarkWords,
  SHEET_COLUMNS,
  saysSame,
  typedHeader,
  typedText,
  unspaced,
  WATCHED_COLUMNS,
} from '../sheets/index.js';
import type { Lineage } from './known.js';
import { isAnyway, isPlaceOnly } from './other-words.js';
import { isPrintedBefore, isUnchecked } from './sent.js';

/** What has to be known of a file. */
type Returned = Pick<ReturnedSheet, 'edition' | 'printed' | 'isChanged'>;

/** Of a row of which nothing tells the edition, whether earlier editions are known. */
interface Doubt {
  readonly isKnown: boolean;
}

/** Columns that tell nothing of what a unit wrote: its id, and what it says itself of what has changed. */
const COLUMNS = SHEET_COLUMNS.filter(({ id }) => id !== 'id' && id !== 'change');
const WATCHED: ReadonlySet<string> = new Set(WATCHED_COLUMNS.map(({ id }) => id));

/** What the program itself prints in 类型. */
export const PRINTED_PARTS: ReadonlySet<string> = new Set([
  ...Object.values(PART_WORDS),
  ...Object.values(KEPT_WORDS),
]);

/**
 * Returned rows as they were printed: what their unit wrote into the notice's columns stands in columns of its own, and
 * is no wording of the notice.
 *
 * @param sent the sheet as it was sent out; without it nobody can tell who wrote what, but in 类型
 * @param returned.printed the columns that are there
 * @param lineage what earlier editions printed nobody has written
 */
export function asSent(
  rowOf: ReadonlyMap<SheetRow, ReturnedRow>,
  sent: TaskSheet | undefined,
  returned: Returned,
  lineage: Lineage | undefined,
): ReadonlyMap<SheetRow, ReturnedRow> {
  const columns = among(returned.printed);
  const rows = new Map(sent?.rows.map((row) => [row.id, row]));
  return new Map(
    Array.from(rowOf, ([task, row]) => {
      const sentAs = row.kept === null ? rows.get(task.id) : undefined;
      const was = sentAs && isOfEdition(returned, row, sentAs, lineage) ? undefined : sentAs;
      if (row.kept === null && row.edits) return [task, withoutEdits(row, sentAs ?? task, columns)];
      const doubt = isUnchecked(returned, row) ? { isKnown: lineage?.isKnown === true } : undefined;
      return [task, withoutWritten(row, task, was, columns, mayBeEdited(returned, row), doubt)];
    }),
  );
}

/** A row of a task that the notice no longer has, as it was sent out; as it came back where that is not known. */
export function goneAsSent(
  row: ReturnedRow,
  id: string | undefined,
  sent: TaskSheet | undefined,
  returned: Returned,
): ReturnedRow {
  const was = sent?.rows.find((each) => each.id === id);
  if (row.edits) return withoutEdits(row, was, among(returned.printed));
  return was ? withoutWritten(row, was, was, among(returned.printed), mayBeEdited(returned, row)) : row;
}

/** Whether something in a row may be printed otherwise than the program wrote it. */
function mayBeEdited(returned: Returned, row: ReturnedRow): boolean {
  return returned.isChanged === true || row.isEdited === true || isUnchecked(returned, row);
}

/** Whether a row of a file that bears no edition is as some edition printed it: by its checksum, or by its words. */
function isOfEdition(
  { edition }: Returned,
  row: ReturnedRow,
  task: SheetRow,
  lineage: Lineage | undefined,
): boolean {
  if (edition !== null || row.isEdited === true) return false;
  return row.isEdited === false || (lineage !== undefined && isPrintedBefore(lineage, task, row));
}

/** The columns that are there; what one that is not says stands among the remarks. */
function among(printed: ReturnedSheet['printed']): typeof COLUMNS {
  return COLUMNS.filter(({ id }) => id === 'remark' || printed.includes(id));
}

/**
 * A row whose checks tell what was printed in it: what was typed over that stands in columns of its own. What stood there
 * before is in no file; nothing is said of whether the notice has changed it.
 *
 * @param task as it was sent out, or as it is now; nothing where nobody knows either
 */
function withoutEdits(
  returned: ReturnedRow,
  task: SheetRow | undefined,
  columns: typeof COLUMNS,
): ReturnedRow {
  const { edits = {}, isEdited = false, change } = returned;
  // The words say of which task it is: the rest is another's.
  const isOfOther = edits['name'] === 'moved' || edits['goal'] === 'moved';
  const cells = { ...returned.cells };
  const own: Record<string, Typed> = { ...returned.own };
  for (const column of columns) {
    const { id, header, text } = column;
    const written = cells[id];
    const isEmptied = isEdited && written === undefined;
    const edit = edits[id] ?? (isOfOther || isEmptied ? 'moved' : undefined);
    // 类型 depends on what was answered.
    const isPrintedPart = id === 'part' && PRINTED_PARTS.has((written ?? '').trim());
    if (!edit || isPrintedPart || (task && saysSame(column, task, written))) continue;
    if (edit === 'typed' && written !== undefined) put(own, header, written);
    if (task) cells[id] = text(task);
  }
  const isTheirChange = edits['change'] === 'typed' && change?.kind === 'other';
  if (isTheirChange) put(own, headerOf('change'), change.text);
  return { ...returned, cells, own, change: isTheirChange ? null : change };
}

/** Adds what was typed over a printed cell to the column in which that stands. */
function put(own: Record<string, Typed>, header: string, written: string): void {
  const at = typedHeader(header);
  const before = Object.hasOwn(own, at) ? typedText(own[at]) : '';
  own[at] = before === '' || before === written ? written : `${before}\n${written}`;
}

function withoutWritten(
  returned: ReturnedRow,
  task: SheetRow,
  was: SheetRow | undefined,
  columns: typeof COLUMNS,
  isEdited: boolean,
  doubt?: Doubt,
): ReturnedRow {
  const cells = { ...returned.cells };
  const own: Record<string, Typed> = { ...returned.own };
  for (const column of columns) {
    const { id, header, text } = column;
    const written = cells[id];
    // What a unit has answered changes its part.
    if (id === 'duties' && returned.cells.part === PART_WORDS.confirmed) continue;
    if (!isTheirs(column, written, was, isEdited, doubt)) continue;
    cells[id] = text(was ?? task);
    if (written === undefined) continue;
    put(own, header, written);
  }
  const { change } = returned;
  const isTheirChange = isEdited && returned.kept === null && change?.kind === 'other';
  if (isTheirChange) put(own, headerOf('change'), change.text);
  return { ...returned, cells, own, change: isTheirChange ? null : change };
}

/**
 * Whether what stands in a column of the notice's is its unit's.
 *
 * @param isEdited whether something in the row may have been changed
 * @param doubt of a row that may as well be as an edition printed it that nobody knows
 */
function isTheirs(
  column: (typeof COLUMNS)[number],
  written: string | undefined,
  was: SheetRow | undefined,
  isEdited: boolean,
  doubt: Doubt | undefined,
): boolean {
  const { id } = column;
  // 类型 depends on what was answered.
  if (id === 'part') return written !== undefined && !PRINTED_PARTS.has(written.trim());
  // A column that was taken out says nothing, and one that was emptied has nothing to keep.
  if (
    !was ||
    saysSame(column, was, written) ||
    isAnyway(id, written) ||
    (id === 'remark' && saysAllInRemark(was, written))
  )
    return false;
  if (doubt) {
    // Who adds to what is printed leaves it there.
    const isAdded = unspaced(written ?? '').includes(unspaced(column.text(was)));
    return (
      written !== undefined && !isPlaceOnly(id, written) && (isAdded || (WATCHED.has(id) && doubt.isKnown))
    );
  }
  // What the program itself may print in other words by now.
  return WATCHED.has(id) || (isEdited && written !== undefined);
}

/** Whether an earlier sheet's remark has what a column of its own says now: people, money, times by period. */
export function saysAllInRemark(row: SheetRow, remark = ''): boolean {
  const lines = (text: string) =>
    text
      .split('\n')
      .map(unspaced)
      .filter((line) => line !== '')
      .sort();
  const { people = '', schedule = '', money = '', scoring = '' } = row;
  const now = [remarkWords(row), people, schedule, money, scoring].join('\n');
  return lines(now).join('\n') === lines(remark).join('\n');
}
