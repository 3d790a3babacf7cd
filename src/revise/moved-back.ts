import { addTo } from '../model/grouping.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { NoticeColumn, SheetRow, TaskSheet } from '../model/sheet.js';
import {
  DERIVED_HEADERS,
  furtherWords,
  PART_WORDS,
  questionCells,
  SHEET_COLUMNS,
  saysSame,
  typedHeader,
  typedText,
  unmarked,
  unspaced,
  untilOf,
  whoWords,
  withAnswers,
} from '../sheets/index.js';
import { sortedByGoal } from './sorted-goals.js';

/** What tells which task a row is of stays where it stands; 变化 is of the row's people, or of an earlier edition. */
const WORDS: ReadonlySet<NoticeColumn> = new Set(['id', 'ref', 'name', 'goal', 'change']);
const COLUMNS = SHEET_COLUMNS.filter(({ id }) => !WORDS.has(id));
const MADE = [
  [typedHeader(DERIVED_HEADERS.who), whoWords],
  [typedHeader(DERIVED_HEADERS.further), furtherWords],
] as const;

/**
 * A sheet of which somebody has sorted some of the columns alone, such as those that are not folded away, with every row as it
 * was printed: its words say which task it is of, and what other rows print in the other columns goes back to them.
 * What stands there and no row prints stays: somebody has typed it.
 *
 * @param sheet as it was sent out
 */
export function movedBack(returned: ReturnedSheet, sheet: TaskSheet | undefined): ReturnedSheet {
  return sheet ? movedTo(sheet, returned) : returned;
}

function movedTo(sheet: TaskSheet, returned: ReturnedSheet): ReturnedSheet {
  const byId = new Map(sheet.rows.map((row) => [row.id, row]));
  const isOurs = (id: string) => id.split(/\s+/).every((each) => byId.has(each));
  const taskOf = taskFinder(sheet.rows);
  const sorted = sortedByGoal(returned.rows, sheet.rows);
  const meant = new Map(
    returned.rows.flatMap((row) => {
      const task = row.kept === null ? (sorted.get(row) ?? taskOf(row)) : undefined;
      return task ? [[row, task] as const] : [];
    }),
  );
  const parted = new Map(
    Array.from(meant).filter(([row, { id }]) => row.id !== id && (row.id === '' || isOurs(row.id))),
  );
  const isMade = (header: string) => MADE.some(([made]) => made === header);
  // The day that the program took over from the notice is nothing that was typed, though 通知时限 is gone.
  const isUntilGone = returned.printed.includes('ref') && !returned.printed.includes('until');
  if (parted.size === 0 && !isUntilGone && !returned.columns.some(isMade)) return returned;
  const isPrinted = printedFinder(sheet);
  const gone = new Set(Array.from(parted.values(), ({ id }) => id));
  // A row of their own that has what was printed of a task whose words are elsewhere.
  const isLeft = (row: ReturnedRow) =>
    row.kept === null && !meant.has(row) && row.cells.name !== undefined && gone.has(row.id);
  const rows = returned.rows.map((row) => {
    if (isLeft(row)) return { ...row, id: '', strayId: row.id, cells: ownCells(row, isPrinted) };
    const own = row.kept === null ? (meant.get(row) ?? byId.get(row.id)) : undefined;
    if (!own) return row;
    const filled = isUntilGone ? withoutUntil(row, own) : row.filled;
    return parted.has(row)
      ? { ...atTask(sorted.has(row) ? namedAs(row, own) : row, own, isPrinted), filled }
      : { ...row, filled, own: withoutMade(row, own) };
  });
  const used = new Set(rows.flatMap(({ own }) => Object.keys(own)));
  const groups = new Map(sheet.questions.map((each) => [each.group, each.rows]));
  return {
    ...returned,
    rows,
    columns: returned.columns.filter((each) => used.has(each) || !isMade(each)),
    questions: returned.questions.map((each) => ({ ...each, rows: groups.get(each.group) ?? each.rows })),
  };
}

type Printed = (id: NoticeColumn, text: string) => boolean;

/** Finds the task whose name and goal a row has; of several, the one whose place in the notice, and whose units. */
function taskFinder(rows: readonly SheetRow[]): (row: ReturnedRow) => SheetRow | undefined {
  const textIn = (row: SheetRow, id: NoticeColumn) => columnOf(id)?.text(row) ?? '';
  const byWords = new Map<string, SheetRow[]>();
  for (const row of rows)
    addTo(
      byWords,
      wordsOf((id) => textIn(row, id)),
      row,
    );
  byWords.delete('');
  return ({ cells, own }) => {
    const found = byWords.get(wordsOf((id) => cells[id] ?? '')) ?? [];
    if (found.length < 2) return found[0];
    const [header] = MADE[0];
    const who = own[header] === undefined ? whoWords((id) => cells[id] ?? '') : typedText(own[header]);
    const narrowed = [
      (row: SheetRow) => isSame(textIn(row, 'ref'), cells.ref ?? ''),
      (row: SheetRow) =>
        isSame(
          whoWords((id) => textIn(row, id)),
          who,
        ),
    ].reduce((left, isIt) => (left.some(isIt) ? left.filter(isIt) : left), found);
    return narrowed.length === 1 ? narrowed[0] : undefined;
  };
}

function wordsOf(text: (id: NoticeColumn) => string): string {
  const [name, goal] = [text('name'), text('goal')].map((each) => unspaced(unmarked(each)));
  return name === '' ? '' : `${name}\n${goal}`;
}

/** Tells whether the program prints a text in a column of some row of a sheet, whatever is answered. */
function printedFinder(sheet: TaskSheet): Printed {
  const answer = { answer: 'yes' } as const;
  const yes = <T extends Pick<SheetRow, 'filled'>>(each: T): T => ({ ...each, filled: { answer } });
  const answered = withAnswers({
    ...sheet,
    rows: sheet.rows.map(yes),
    questions: sheet.questions.map(yes),
  });
  const texts = new Map<NoticeColumn, Set<string>>(
    COLUMNS.map((column) => [
      column.id,
      new Set(
        [
          ...[...sheet.rows, ...answered.rows].map(column.text),
          ...sheet.questions.map((each) => questionCells(each, sheet.rows)[column.id] ?? ''),
          ...(column.id === 'part' ? Object.values(PART_WORDS) : []),
        ].map(unspaced),
      ),
    ]),
  );
  return (id, text) => texts.get(id)?.has(unspaced(unmarked(text))) === true;
}

/** A row under the name of its task. */
function namedAs(row: ReturnedRow, task: SheetRow): ReturnedRow {
  const { name, ref } = row.cells;
  const own = { name: task.name, ref: columnOf('ref')?.text(task) ?? '' };
  return {
    ...row,
    cells: {
      ...row.cells,
      ...(name !== undefined && { name: own.name }),
      ...(ref !== undefined && { ref: own.ref }),
    },
  };
}

/** A row with all that is printed of its task; what was typed over that stays. */
function atTask(row: ReturnedRow, task: SheetRow, isPrinted: Printed): ReturnedRow {
  const cells = { ...row.cells, id: task.id };
  for (const column of COLUMNS) {
    const { id, text } = column;
    const said = cells[id] ?? '';
    // A row without an id takes what counts it for its number.
    const isCount = id === 'number' && row.id === '' && /^\d+$/.test(said);
    if (said === '' || isCount || isPrinted(id, said) || saysSame(column, task, said)) cells[id] = text(task);
  }
  const own = withoutMade(row, task);
  return { ...row, id: task.id, cells, own, ...(row.id !== '' && { strayId: row.id }) };
}

/** What people put into columns of their own, without what the program prints of a task in those that are made of others. */
function withoutMade({ own }: ReturnedRow, task: SheetRow): ReturnedRow['own'] {
  const isPrinted = ([header, made]: (typeof MADE)[number]) =>
    own[header] !== undefined &&
    isSame(
      made((id) => columnOf(id)?.text(task) ?? ''),
      typedText(own[header]),
    );
  const printed = MADE.filter(isPrinted).map(([header]) => header);
  return Object.fromEntries(
    Object.entries(own).filter(([header]) => !printed.some((each) => each === header)),
  );
}

function withoutUntil({ filled }: ReturnedRow, task: SheetRow): ReturnedRow['filled'] {
  const { due, ...others } = filled;
  const until = untilOf(task);
  const isOurs = until !== '' && typedText(due) === until;
  return isOurs ? others : filled;
}

/** What people have written into a row of their own. */
function ownCells({ cells }: ReturnedRow, isPrinted: Printed): ReturnedRow['cells'] {
  const isTheirs = ([id, text]: [string, string]) =>
    id !== 'id' && !COLUMNS.some((column) => column.id === id && isPrinted(column.id, text));
  return Object.fromEntries(Object.entries(cells).filter(isTheirs));
}

function isSame(one: string, other: string): boolean {
  return unspaced(unmarked(one)) === unspaced(unmarked(other));
}

function columnOf(id: NoticeColumn) {
  return SHEET_COLUMNS.find((column) => column.id === id);
}
