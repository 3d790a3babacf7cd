import { withYearEnd } from '../demands/index.js';
import { measuresOf, tableOf } from '../model/book.js';
import { isInferred } from '../model/deadlines.js';
import type { Demands } from '../model/demands.js';
import type { Passage } from '../model/passage.js';
import type { Degree, SheetRow, TaskRow, TaskSheet } from '../model/sheet.js';
import type { Measure, Role, Sentence, Task, TaskBook } from '../model/taskbook.js';
import { TASK_SHEET_SCHEMA } from '../model/version.js';
import { shortDigest } from '../tasks/index.js';
import { HEADS_HELPERS } from '../words/role-words.js';
import { questionsOf } from './answers.js';
import { unspaced, usedColumns, WATCHED_COLUMNS } from './columns.js';
import { type Concern, concernFinder } from './concerns.js';
import { isFilled } from './fill-in.js';
import { DEGREES, PART_DEGREES, PARTS } from './parts.js';

/**
 * The task sheet of a unit or a group: 牵头任务, 责任任务, 正文点名, 承办办公室, 集体任务, 可能涉及, each
 * in the order of the notice.
 *
 * @param unit a unit's or group's name as `findUnit` gives it; for a name that the task book has not, a sheet without rows, as
 *   for a unit of an earlier edition: `findSheet` says so instead
 * @param options.degree how sure a task must be to be on the sheet, `possible` for all (the default)
 */
export function sheetFor(
  book: TaskBook,
  unit: string,
  { degree = 'possible' }: { degree?: Degree | undefined } = {},
): TaskSheet {
  const found = concernFinder(book)(unit).map((concern) => sheetRow(book, concern));
  const rows = PARTS.flatMap((part) => found.filter((row) => row.part === part));
  const { number, title, date } = book.notice;
  const watched = usedColumns(WATCHED_COLUMNS, rows);
  const printed = rows.map((row) => [row.id, ...watched.map(({ text }) => unspaced(text(row)))]);
  const unread = unreadOf(book);
  const linked = new Set(rows.flatMap(({ measures }) => measures));
  const sheet: TaskSheet = {
    schema: TASK_SHEET_SCHEMA,
    unit,
    notice: { number, title, date, source: book.source.name },
    edition: shortDigest(JSON.stringify([number, title, date, printed]), 8),
    columns: [],
    rows,
    kept: [],
    questions: questionsOf(rows),
    measures: measuresOf(book)
      .filter(({ id }) => linked.has(id))
      .map(({ id, title: name, text }) => ({ id, title: name, text })),
    ...(unread.length > 0 && { unread }),
    cover: {},
  };
  return withinDegree(sheet, degree);
}

/**
 * Leaves out of a sheet what is less sure than wanted, but for what somebody has put something into.
 *
 * @param degree `named` for tasks that name the unit only, `member` or surer, `possible` for all
 */
export function withinDegree(sheet: TaskSheet, degree: Degree): TaskSheet {
  const isMeant = ({ part }: SheetRow) => DEGREES.indexOf(PART_DEGREES[part]) <= DEGREES.indexOf(degree);
  const asks = degree === 'possible';
  return {
    ...sheet,
    rows: sheet.rows.filter((row) => isMeant(row) || isFilled(row)),
    questions: sheet.questions.filter((question) => asks || isFilled(question)),
  };
}

/** The row of something that concerns a unit. */
function sheetRow(book: TaskBook, concern: Concern): SheetRow {
  const { part, duties } = concern;
  const row =
    'task' in concern ? rowOf(book, concern.task) : bodyRowOf(book, concern.measure, concern.sentences);
  return { ...row, part, duties: [...duties], change: null, filled: {}, own: {}, notes: [] };
}

/** The row of what a measure asks for in some of its sentences. */
export function bodyRowOf(
  book: TaskBook,
  { id, number, title, at }: Measure,
  sentences: readonly Sentence[],
): TaskRow {
  const printed = sentences.flatMap(({ deadlines }) => deadlines);
  const inferred = withYearEnd(printed, { year: book.notice.year, issued: book.notice.date }, at).filter(
    isInferred,
  );
  return {
    id,
    category: { table: null, number: null, section: '' },
    number,
    name: title,
    goal: sentences.map(({ text }) => text).join('\n'),
    indicators: sentences.flatMap(({ indicators }) => indicators),
    deliverables: sentences.flatMap(({ deliverables }) => deliverables),
    times: [...sentences.flatMap(timesIn), ...inferred],
    deadline: '',
    lead: '',
    responsible: '',
    measures: [id],
    links: [],
    remark: '',
    extra: [],
    flags: [],
    at: sentences[0]?.at ?? at,
  };
}

/** Rows that have been made: a task stands on the sheets of many units. */
const made = new WeakMap<TaskBook, Map<Task, TaskRow>>();

/** A task's row without what depends on the unit. */
export function rowOf(book: TaskBook, task: Task): TaskRow {
  const rows = made.get(book) ?? new Map<Task, TaskRow>();
  made.set(book, rows);
  const row = rows.get(task) ?? makeRow(book, task);
  rows.set(task, row);
  return row;
}

function makeRow(book: TaskBook, task: Task): TaskRow {
  const { id, number, name, goal, indicators, deliverables, deadline, remark, extra, flags, at } = task;
  const table = tableOf(book, task);
  return {
    id,
    category: { table: table.name, number: table.number, section: task.section },
    number,
    name,
    goal,
    indicators,
    deliverables,
    times: timesIn(task),
    deadline,
    lead: unitsOf(book, task, 'lead'),
    ...responsibleOf(book, task),
    ...printedOf(book, task),
    measures: Array.from(new Set(task.measures.map(({ measure }) => measure))),
    links: task.measures,
    remark,
    extra,
    flags,
    at,
  };
}

/** The tables, and the rows of tables, that could not be read: nobody may think that the sheet is all there is. */
function unreadOf({ tables, otherTables }: TaskBook): NonNullable<TaskSheet['unread']> {
  return [
    ...otherTables.filter(({ isUnread }) => isUnread).map(({ title }) => ({ table: title, rows: null })),
    ...tables
      .filter(({ unread }) => unread.length > 0)
      .map(({ name, unread }) => ({ table: name, rows: unread.length })),
  ];
}

/** Who is responsible and who helps, apart where the table prints them apart. */
function responsibleOf(book: TaskBook, task: Task): Pick<TaskRow, 'responsible' | 'helping'> {
  const { columns } = tableOf(book, task);
  const isHelping = ({ header, role }: (typeof columns)[number]) =>
    role === 'responsible' && HEADS_HELPERS.test(header.replace(/\s/g, ''));
  const both =
    columns.some(isHelping) && columns.some((each) => each.role === 'responsible' && !isHelping(each));
  if (!both) return { responsible: unitsOf(book, task, 'responsible') };
  const under = (helps: boolean) =>
    task.cells
      .filter(({ text }, i) => {
        const column = columns[i];
        return column?.role === 'responsible' && isHelping(column) === helps && text !== '';
      })
      .map(({ text }) => text)
      .join('\n');
  const helping = under(true);
  return { responsible: under(false), ...(helping !== '' && { helping }) };
}

/** What only some notices print of a task. */
function printedOf(book: TaskBook, task: Task): Partial<TaskRow> {
  const fields = (all: Task['money']) =>
    all.map(({ header, text }) => `${header.replace(/\s/g, '')}：${text}`).join('\n');
  const all: Partial<TaskRow> = {
    supervising: unitsOf(book, task, 'supervising'),
    people:
      tableOf(book, task).kind === 'table'
        ? task.people.map(({ role, name }) => `${role}：${name}`).join('\n')
        : '',
    steps: task.steps,
    schedule: fields(task.schedule),
    money: fields(task.money),
    scoring: fields(task.scoring),
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
}

/** By when, then how often. */
function timesIn({ deadlines, frequencies }: Pick<Demands, 'deadlines' | 'frequencies'>): TaskRow['times'] {
  return [...deadlines, ...frequencies];
}

/** Who has a task in a role, as printed; where the cell was empty and taken from above, what was above. */
export function unitsOf(book: TaskBook, task: Task, role: Role): string {
  const cells = unitCells(book, task, role);
  return cells.length > 0
    ? cells.map(({ text }) => text).join('\n')
    : task[role].map(({ text }) => text).join('、');
}

/** The cells of a row that say who has it in a role, if it has such cells. */
export function unitCells(book: TaskBook, task: Task, role: Role): Passage[] {
  const { columns } = tableOf(book, task);
  return task.cells.filter(({ text }, i) => columns[i]?.role === role && text !== '');
}
