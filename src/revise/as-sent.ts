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
 * @param returned.isChanged whether something in the file is known to be printed otherwise than the program wrote it
 */
export function asSent(
  rowOf: ReadonlyMap<SheetRow, ReturnedRow>,
  sent: TaskSheet | undefined,
  { printed, isChanged }: Pick<ReturnedSheet, 'printed' | 'isChanged'>,
): ReadonlyMap<SheetRow, ReturnedRow> {
  const columns = among(printed);
  const rows = new Map(sent?.rows.map((row) => [row.id, row]));
  return new Map(
    Array.from(rowOf, ([task, returned]) => {
      const was = returned.kept === null ? rows.get(task.id) : undefined;
      return [
        task,
        withoutWritten(returned, task, was, columns, isChanged === true || returned.isEdited === true),
      ];
    }),
  );
}

/** A row of a task that the notice no longer has, as it was sent out; as it came back where that is not known. */
export function goneAsSent(
  row: ReturnedRow,
  id: string | undefined,
  sent: TaskSheet | undefined,
  { printed, isChanged }: Pick<ReturnedSheet, 'printed' | 'isChanged'>,
): ReturnedRow {
  const was = sent?.rows.find((each) => each.id === id);
  return was
    ? withoutWritten(row, was, was, among(printed), isChanged === true || row.isEdited === true)
    : row;
}

/** The columns that are there; what one that is not says stands among the remarks. */
function among(printed: ReturnedSheet['printed']): typeof COLUMNS {
  return COLUMNS.filter(({ id }) => id === 'remark' || printed.includes(id));
}

function withoutWritten(
  returned: ReturnedRow,
  task: SheetRow,
  was: SheetRow | undefined,
  columns: typeof COLUMNS,
  isEdited: boolean,
): ReturnedRow {
  const cells = { ...returned.cells };
  const own: Record<string, Typed> = { ...returned.own };
  const put = (header: string, written: string) => {
    const at = typedHeader(header);
    const before = Object.hasOwn(own, at) ? typedText(own[at]) : '';
    own[at] = before === '' || before === written ? written : `${before}\n${written}`;
  };
  for (const column of columns) {
    const { id, header, text } = column;
    const written = cells[id];
    // What a unit has answered changes its part.
    if (id === 'duties' && returned.cells.part === PART_WORDS.confirmed) continue;
    if (!isTheirs(column, written, was, isEdited)) continue;
    cells[id] = text(was ?? task);
    if (written === undefined) continue;
    put(header, written);
  }
  const { change } = returned;
  const isTheirChange = isEdited && returned.kept === null && change?.kind === 'other';
  if (isTheirChange) put(headerOf('change'), change.text);
  return { ...returned, cells, own, change: isTheirChange ? null : change };
}

/** Whether what stands in a column of the notice's is its unit's. */
function isTheirs(
  column: (typeof COLUMNS)[number],
  written: string | undefined,
  was: SheetRow | undefined,
  isEdited: boolean,
): boolean {
  const { id } = column;
  // 类型 depends on what was answered.
  if (id === 'part') return written !== undefined && !PRINTED_PARTS.has(written.trim());
  // A column that was taken out says nothing, and one that was emptied has nothing to keep.
  if (!was || saysSame(column, was, written) || (id === 'remark' && saysAllInRemark(was, written)))
    return false;
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
