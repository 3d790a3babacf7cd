import {
  accountWords,
  cellText,
  checkBook,
  compareBooks,
  type Degree,
  type Diagnostic,
  daysOf,
  diagnose,
  dutyWords,
  findSheet,
  findTable,
  findUnit,
  indicatorWords,
  messageOf,
  parseNotice,
  placeText,
  type Registry,
  type Role,
  registryFromFile,
  remarkWords,
  revisionFor,
  revisionToJson,
  rowOf,
  type SheetRow,
  sheetToJson,
  type TaskBook,
  type TaskRow,
  tally,
  taskBookFromJson,
  taskColumn,
  timeWords,
  withLineage,
} from '../../index.js';
import { Failure, unwrap } from '../terminal.js';
import type { Within } from './within.js';

/** What a task is asked for. */
export interface TasksAsked {
  readonly notice: string;
  readonly unit?: string | undefined;
  readonly role?: Role | undefined;
  readonly degree?: Degree | undefined;
  readonly table?: string | undefined;
  readonly by?: string | undefined;
  readonly text?: string | undefined;
}

/** How many tasks an answer has at most; how many there are is said. */
const MOST_TASKS = 200;

/** What a program asks of notices in a folder. Every answer is made of records, and every one of them has its place. */
export class Questions {
  readonly #read = new Map<string, TaskBook>();

  constructor(
    readonly folder: Within,
    /** The name of the district's own registry in the folder. */
    readonly units?: string,
  ) {}

  /**
   * Makes sure that questions can be answered.
   *
   * @throws Failure where the registry cannot be read
   */
  async ready(): Promise<void> {
    if (this.units !== undefined) await registryIn(await this.folder.read(this.units), this.units);
  }

  async files() {
    return { files: await this.folder.names() };
  }

  async parse(notice: string) {
    const book = await this.#book(notice);
    const { number, title, date, year } = book.notice;
    return { number, title, date, year, account: accountWords(book), told: book.diagnostics.map(told) };
  }

  async unitsOf(notice: string) {
    return { units: tally(await this.#book(notice)) };
  }

  async tasks({ notice, unit, role, degree, table, by, text }: TasksAsked) {
    if ((role ?? degree) && unit === undefined)
      throw new Failure([diagnose('usage', { text: 'role 和 degree 要和 unit 一起用。' })]);
    const book = await this.#book(notice);
    const name = unit === undefined ? undefined : unwrap(findUnit(book, unit));
    const inTable = table === undefined ? undefined : unwrap(findTable(book, table));
    const ids = new Set(book.tasks.filter((task) => task.table === inTable).map(({ id }) => id));
    const rows: readonly (TaskRow & Partial<SheetRow>)[] =
      name === undefined
        ? book.tasks.map((task) => rowOf(book, task))
        : unwrap(findSheet(book, name, { degree })).rows;
    const found = rows.filter(
      (row) =>
        (inTable === undefined || ids.has(row.id)) &&
        (role === undefined || row.duties === undefined || row.duties.some((duty) => duty.role === role)) &&
        (by === undefined || isDue(row, by)) &&
        (text === undefined || [row.name, row.goal].some((each) => each.includes(text))),
    );
    return { unit: name ?? null, count: found.length, tasks: found.slice(0, MOST_TASKS).map(taskAnswer) };
  }

  async sheet(notice: string, unit: string) {
    return JSON.parse(sheetToJson(unwrap(findSheet(await this.#book(notice), unit)))) as object;
  }

  async check(notice: string) {
    return { findings: checkBook(await this.#book(notice)).map(told) };
  }

  async diff(before: string, after: string, unit?: string) {
    const old = await this.#book(before);
    const now = withLineage(await this.#book(after), old);
    const revision = compareBooks(old, now);
    const name = unit === undefined ? undefined : unwrap(findUnit(now, unit));
    return JSON.parse(revisionToJson(name === undefined ? revision : revisionFor(revision, name))) as object;
  }

  /** The task book of a notice; as long as its file holds the same, it is read once. */
  async #book(name: string): Promise<TaskBook> {
    const bytes = await this.folder.read(name);
    const { units } = this;
    const listed = units === undefined ? undefined : await this.folder.read(units);
    const key = JSON.stringify([name, bytes.toString('latin1'), listed?.toString('latin1')]);
    const known = this.#read.get(key);
    if (known) return known;
    const registry = units !== undefined && listed ? await registryIn(listed, units) : undefined;
    const book = /^\s*\{\s*"/.test(bytes.toString('utf8', 0, 100))
      ? unwrap(await taskBookFromJson(bytes.toString('utf8'), name))
      : unwrap(await parseNotice(bytes, { name, registry }));
    // The notice that is asked about, and the one that it is compared with.
    if (this.#read.size > 1) this.#read.clear();
    this.#read.set(key, book);
    return book;
  }
}

async function registryIn(bytes: Buffer, name: string): Promise<Registry> {
  return unwrap(await registryFromFile(bytes, name));
}

/** Whether a row names a day up to that one; what only the end of the year was taken for is due then. */
function isDue({ times, deadline }: TaskRow, by: string): boolean {
  const all = [...times.filter((each) => 'kind' in each), ...(deadline ? [deadline] : [])];
  return all.some((each) => {
    const { by: day } = daysOf(each as Parameters<typeof daysOf>[0]);
    return day !== undefined && day <= by;
  });
}

/** A task in words, as a person reads it, with its place. */
function taskAnswer(row: TaskRow & Partial<SheetRow>) {
  return {
    id: row.id,
    place: placeText(row.at),
    table: cellText(taskColumn('category'), row),
    number: row.number,
    name: row.name,
    goal: row.goal,
    times: timeWords(row),
    indicators: row.indicators.map(indicatorWords),
    lead: row.lead,
    responsible: row.responsible,
    ...(row.duties && { role: dutyWords(row.duties), part: row.part }),
    remark: remarkWords(row),
    inferred: row.flags,
  };
}

function told(diagnostic: Diagnostic) {
  const { code, severity, at } = diagnostic;
  return { severity, code, ...(at !== undefined && { place: placeText(at) }), text: messageOf(diagnostic) };
}
