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
import type { Lineage, PrintedTask } from './known.js';
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
 * @param sheet as it was sent out, or as it is now
 * @param lineage tells what earlier editions printed of its tasks
 */
export function movedBack(
  returned: ReturnedSheet,
  sheet: TaskSheet | undefined,
  lineage?: Lineage,
): ReturnedSheet {
  return sheet ? movedTo(sheet, returned, lineage?.printed ?? []) : returned;
}

function movedTo(sheet: TaskSheet, returned: ReturnedSheet, printed: readonly PrintedTask[]): ReturnedSheet {
  const byId = new Map(sheet.rows.map((row) => [row.id, row]));
  const isOurs = (id: string) => id.split(/\s+/).every((each) => byId.has(each));
  const taskOf = taskFinder(sheet.rows, printed);
  const sorted = sortedByGoal(returned.rows, sheet.rows);
  const left = leftBehind(returned.rows, byId, taskOf);
  const meant = new Map(
    returned.rows.flatMap((row) => {
      const task = row.kept === null ? (sorted.get(row) ?? taskOf(row)) : undefined;
      return task && !left.has(row) ? [[row, task] as const] : [];
    }),
  );
  const parted = new Map(
    Array.from(meant).filter(([row, { id }]) => row.id !== id && (row.id === '' || isOurs(row.id))),
  );
  const isMade = (header: string) => MADE.some(([made]) => made === header);
  // The day that the program took over from the notice is nothing that was typed, though 通知时限 is gone.
  const isUntilGone = returned.printed.includes('ref') && !returned.printed.includes('until');
  if (parted.size + left.size === 0 && !isUntilGone && !returned.columns.some(isMade)) return returned;
  const isPrinted = printedFinder(sheet);
  const gone = new Set(Array.from(parted.values(), ({ id }) => id));
  // A row of their own that has what was printed of a task whose words are elsewhere.
  const isLeft = (row: ReturnedRow) =>
    row.kept === null && !meant.has(row) && row.cells.name !== undefined && gone.has(row.id);
  const rows = returned.rows.map((came) => {
    const row = left.has(came) ? withOtherWords(came) : came;
    if (isLeft(row)) return { ...row, id: '', strayId: row.id, cells: ownCells(row, isPrinted) };
    const own = row.kept === null ? (meant.get(came) ?? byId.get(row.id)) : undefined;
    if (!own) return row;
    const filled = isUntilGone ? withoutUntil(row, own) : row.filled;
    return parted.has(came)
      ? { ...atTask(sorted.has(came) ? namedAs(row, own) : row, own, isPrinted), filled }
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

/** What stands between 目标内容 and what is filled in: who sorts the one with the other sorts it, too. */
const BESIDE: readonly (readonly [key: string, text: (row: SheetRow) => string])[] = [
  ['duties', (row) => columnOf('duties')?.text(row) ?? ''],
  [DERIVED_HEADERS.who, (row) => whoWords((id) => columnOf(id)?.text(row) ?? '')],
];

/**
 * Rows in which the checks say that another row's name and goal stand, and that have been moved without what is filled in: that
 * of which they are may be deleted, so that no other row tells what was printed there. What stands beside has stayed; where
 * that is the same for both tasks, it has if it has in the other rows; where these do not tell, if 通知序号 has.
 *
 * @param byId the tasks of the sheet
 * @param taskOf tells which task has a row's words
 */
function leftBehind(
  returned: readonly ReturnedRow[],
  byId: ReadonlyMap<string, SheetRow>,
  taskOf: (row: ReturnedRow) => SheetRow | undefined,
): ReadonlySet<ReturnedRow> {
  const judged = returned.flatMap((row) => {
    const { edits = {}, moved = [] } = row;
    if (row.kept !== null || edits['name'] === undefined || edits['goal'] === undefined) return [];
    const [own, other] = [byId.get(row.id), taskOf(row)];
    if (!own || !other || own === other) return [];
    const hasGone = (key: string) => edits[key] !== undefined || moved.includes(key);
    const telling = BESIDE.filter(([, text]) => text(own) !== text(other));
    const gone = telling.filter(([key]) => hasGone(key)).length;
    const stays = Math.sign(telling.length - 2 * gone);
    return [{ row, stays, hasPlace: !hasGone('ref') }];
  });
  const leans = new Set(judged.map(({ stays }) => stays));
  // Rows that went with their words, whose checks are in another row by now.
  if (returned.some(({ kept, strayId }) => kept === null && strayId !== undefined)) leans.add(-1);
  const lean = Number(leans.has(1)) - Number(leans.has(-1));
  const isLeft = ({ stays, hasPlace }: (typeof judged)[number]) =>
    stays > 0 || (stays === 0 && (lean > 0 || (lean === 0 && hasPlace)));
  return new Set(judged.filter(isLeft).map(({ row }) => row));
}

/** A row of which the name and the goal are another row's, and nobody has typed them. */
function withOtherWords(row: ReturnedRow): ReturnedRow {
  return {
    ...row,
    edits: { ...row.edits, name: 'moved', goal: 'moved' },
    moved: Array.from(new Set([...(row.moved ?? []), 'name', 'goal'])),
  };
}

type Printed = (id: NoticeColumn, text: string) => boolean;

/**
 * Finds the task whose name and goal a row has, as it is printed or was in an earlier edition; of several, the one whose place in
 * the notice, and whose units.
 */
function taskFinder(
  rows: readonly SheetRow[],
  printed: readonly PrintedTask[],
): (row: ReturnedRow) => SheetRow | undefined {
  const textIn = (row: SheetRow, id: NoticeColumn) => columnOf(id)?.text(row) ?? '';
  const byWords = new Map<string, SheetRow[]>();
  for (const row of rows)
    addTo(
      byWords,
      wordsOf((id) => textIn(row, id)),
      row,
    );
  const now = new Set(byWords.keys());
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { id, ...words } of printed) {
    const [key, row] = [wordsOf((column) => (column === 'name' ? words.name : words.goal)), byId.get(id)];
    if (row && !now.has(key) && !byWords.get(key)?.includes(row)) addTo(byWords, key, row);
  }
  byWords.delete('');
  return ({ id: named, cells, own, isEdited }) => {
    const found = byWords.get(wordsOf((id) => cells[id] ?? '')) ?? [];
    if (found.length < 2) return found[0];
    // Its place is that of another by now where the notice has put an item before it.
    const asPrinted = isEdited === false ? byId.get(named) : undefined;
    if (asPrinted && found.includes(asPrinted)) return asPrinted;
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
