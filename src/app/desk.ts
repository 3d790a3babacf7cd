import { zipSync } from 'fflate';
import {
  accountWords,
  bookToHtml,
  carriedWords,
  checkBook,
  compareBooks,
  type Diagnostic,
  findUnit,
  overviewToXlsx,
  pageOf,
  planOverview,
  planSheets,
  prepare,
  type Registry,
  type Revision,
  type RollUp,
  registryDraft,
  registryTemplate,
  registryToXlsx,
  revisionCounts,
  revisionToMarkdown,
  revisionToText,
  revisionToXlsx,
  rollUp,
  rollUpToCsv,
  rollUpToJson,
  rollUpToXlsx,
  type SheetFormat,
  sheetFor,
  sheetless,
  type TaskBook,
  tally,
  taskBookToJson,
  unitFinder,
  unresolved,
  whereaboutsIn,
  withinDegree,
  withLineage,
} from '../index.js';
import { isPassedOver, type Known, knownFrom, noticeFrom, unpacked } from './dropped.js';
import { folderOf } from './folder.js';
import type { Dropped, FilledIn, Made, OtherFile, Progress, Shown, ShownFile, Wanted } from './shown.js';
import { linesIn, RECORDS, told } from './told.js';

/** A file that lies on the desk. */
type Lying = Known & { readonly id: number };

/** What is made of all that lies on the desk. */
interface Read {
  readonly book: TaskBook | undefined;
  readonly revision: Revision | undefined;
  readonly rolled: RollUp | undefined;
}

/** The earliest time that an entry of a zip file can bear: same files, same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Ends what was asked for: why it cannot be had. */
export class Refused extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code }) => code).join(', '));
  }
}

/**
 * The desk of whoever has dropped files: editions of a notice, sheets that came back, a registry. Everything that the
 * command line makes of files can be had of it, in the same bytes.
 */
export class Desk {
  #files: Lying[] = [];
  #next = 1;
  #isSwapped = false;
  #on: string | null = null;
  #read: Read | undefined;

  /** @param tell is told how far what takes long is */
  constructor(readonly tell: (progress: Progress) => void = () => {}) {}

  /** Puts files on the desk; one that lies there already is not put there again. */
  async add(files: readonly Dropped[]): Promise<Shown> {
    const wanted = (await unpacked(files)).filter(({ name }) => !isPassedOver(name));
    for (const [i, file] of wanted.entries()) {
      this.tell({ what: `读 ${file.name}`, done: i, of: wanted.length });
      const known = await knownFrom(file, this.#registry);
      const isThere = this.#files.some((each) => areAlike(each, known));
      if (isThere) continue;
      // Of registries, and of files that could not be read, the last one of a name counts.
      this.#files = this.#files.filter(
        (each) =>
          !(each.kind === 'registry' && known.kind === 'registry') &&
          !(each.kind === 'unread' && each.name === known.name),
      );
      this.#files.push({ ...known, id: this.#next++ });
      if (known.kind === 'notice') this.#isSwapped = false;
      if (known.kind === 'registry') await this.#readAgain();
    }
    return this.#shown();
  }

  async remove(id: number): Promise<Shown> {
    const gone = this.#files.find((each) => each.id === id);
    this.#files = this.#files.filter((each) => each.id !== id);
    if (gone?.kind === 'notice') this.#isSwapped = false;
    if (gone?.kind === 'registry') await this.#readAgain();
    return this.#shown();
  }

  async swap(): Promise<Shown> {
    this.#isSwapped = !this.#isSwapped;
    return this.#shown();
  }

  async on(day: string | null): Promise<Shown> {
    this.#on = day;
    return this.#shown();
  }

  async make(wanted: Wanted): Promise<Made> {
    return wanted.what === 'sheets' ? this.#sheets(wanted.units, wanted.format) : this.#other(wanted.name);
  }

  get #registry(): Registry | undefined {
    return this.#files.flatMap((each) => (each.kind === 'registry' ? [each.registry] : [])).at(-1);
  }

  /** Notices are read with the registry that is there now. */
  async #readAgain(): Promise<void> {
    const again = this.#files.map(async (each) => {
      if (each.kind !== 'notice') return each;
      const parsed = await noticeFrom(each.bytes, baseOf(each.name), this.#registry);
      return { ...each, parsed };
    });
    this.#files = await Promise.all(again);
  }

  /** The editions of the notice, the earliest first: by their dates, and then as they were dropped. */
  get #editions(): { id: number; book: TaskBook }[] {
    const all = this.#files.flatMap((each) =>
      each.kind === 'notice' && each.parsed.value ? [{ id: each.id, book: each.parsed.value }] : [],
    );
    const dateOf = ({ book }: { book: TaskBook }) => book.notice.date;
    const sorted = all.toSorted((a, b) => {
      const [one, other] = [dateOf(a), dateOf(b)];
      return one === null || other === null || one === other ? a.id - b.id : one < other ? -1 : 1;
    });
    const last = sorted.splice(-2);
    return [...sorted, ...(this.#isSwapped ? last.reverse() : last)];
  }

  /** What is made of the files; the worker keeps it until they are others. */
  #now(): Read {
    const [current, before] = this.#editions.toReversed();
    if (!current) return { book: undefined, revision: undefined, rolled: undefined };
    const book = before ? withLineage(current.book, before.book) : current.book;
    const revision = before && compareBooks(before.book, book);
    const sheets = this.#files
      .filter((each) => each.kind === 'sheet')
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const rolled =
      sheets.length > 0
        ? rollUp(
            book,
            sheets.flatMap(({ collected }) => collected),
            this.#on,
            sheets.flatMap(({ unread }) => unread),
          )
        : undefined;
    return { book, revision, rolled };
  }

  async #shown(): Promise<Shown> {
    this.tell({ what: '整理', done: 0, of: 1 });
    this.#read = this.#now();
    const { book, revision, rolled } = this.#read;
    return {
      files: this.#shownFiles(),
      page: book ? await pageOf(book, { rollUp: rolled ?? null }) : null,
      account: book ? accountWords(book) : [],
      findings: book ? told(checkBook(book)) : [],
      changes: revision ? linesIn(revisionToText(revision, RECORDS).trim()) : null,
      areUnlike: revision !== undefined && areUnlike(revision),
      filledIn: rolled ? filledIn(rolled) : [],
      problems: rolled ? told(rolled.problems) : null,
      on: this.#on,
      unresolved: book ? unresolved(book).length : 0,
    };
  }

  #shownFiles(): ShownFile[] {
    const [current, before] = this.#editions.toReversed();
    const { revision } = this.#read ?? {};
    return this.#files.map((each): ShownFile => {
      const { id, name, kind } = each;
      const shown = { id, name, kind };
      switch (each.kind) {
        case 'notice': {
          const use = id === current?.id ? 'current' : id === before?.id ? 'before' : 'unused';
          const tasks = `任务 ${each.parsed.value?.tasks.length ?? 0} 项`;
          const change = use === 'current' && revision ? `；${revisionCounts(revision)}` : '';
          return { ...shown, use, holds: tasks + change, told: told(each.parsed.diagnostics) };
        }
        case 'sheet': {
          const units = each.collected.map(({ sheet }) => sheet.unit ?? '没有写单位');
          const problems = each.unread.flatMap((file) => file.problems);
          return { ...shown, use: 'used', holds: units.join('、'), told: told(problems) };
        }
        case 'registry':
          return { ...shown, use: 'used', holds: '', told: told(each.diagnostics) };
        default:
          return { ...shown, use: 'unused', holds: each.why ?? '', told: told(each.diagnostics) };
      }
    });
  }

  get #book(): TaskBook {
    const book = this.#read?.book;
    if (!book) throw new Refused([]);
    return book;
  }

  /** Task sheets, over those that came back: what people typed is carried over. */
  async #sheets(wanted: readonly string[] | null, format: SheetFormat): Promise<Made> {
    const book = this.#book;
    const earlier = this.#earlier(book);
    // As the command line does: an office that sits in a unit has no sheet of its own, unless one came back.
    const back = new Set((this.#read?.rolled ? filledIn(this.#read.rolled) : []).map(({ unit }) => unit));
    const spare = new Set([...sheetless(book)].filter((name) => !back.has(name)));
    const units = wanted ?? tally(book).flatMap(({ name }) => (spare.has(name) ? [] : [name]));
    const sheets = units.map((name) => sheetFor(book, findUnit(book, name).value ?? name));
    const filled = wanted
      ? sheets
      : sheets.filter((sheet) => withinDegree(sheet, 'possible').rows.length > 0);
    const files = [...planSheets(book, filled, [format]), ...(wanted ? [] : [planOverview(book)])];
    let done = 0;
    const { value, diagnostics } = await prepare(folderOf(earlier), files, {
      unitOf: unitFinder(book),
      whereabouts: whereaboutsIn(book),
      force: false,
      step: () => this.tell({ what: '写任务清单', done: ++done, of: files.length }),
    });
    if (!value) throw new Refused(diagnostics);
    const { outputs } = value;
    const [first] = outputs;
    const carried = carriedWords(outputs);
    const problems = told([...value.diagnostics, ...value.refused]);
    if (outputs.length === 1 && first && wanted) {
      return { name: first.name, bytes: bytesOf(first.content), carried, told: problems };
    }
    this.tell({ what: '打包', done: 0, of: 1 });
    const entries = outputs.map(({ name, content }) => [name, bytesOf(content)] as const);
    const bytes = zipSync(Object.fromEntries(entries), { mtime: EPOCH, level: 6 });
    return { name: `${wanted?.length === 1 ? units[0] : '任务清单'}.zip`, bytes, carried, told: problems };
  }

  /** Filled-in sheets under the names that the program gives them. */
  #earlier(book: TaskBook): Map<string, Uint8Array> {
    const rolled = this.#read?.rolled;
    const earlier = new Map<string, Uint8Array>();
    for (const { unit, file } of rolled ? filledIn(rolled) : []) {
      const lying = this.#files.find((each) => each.kind === 'sheet' && each.name === file);
      const [planned] = planSheets(book, [sheetFor(book, unit)], [/\.csv$/i.test(file) ? 'csv' : 'xlsx']);
      if (planned && lying?.kind === 'sheet') earlier.set(planned.name, lying.bytes);
    }
    return earlier;
  }

  async #other(name: OtherFile): Promise<Made> {
    const { revision, rolled } = this.#read ?? {};
    const book = this.#book;
    const made = async (): Promise<string | Uint8Array | undefined> => {
      switch (name) {
        case '总台账.xlsx':
          return overviewToXlsx(book);
        case 'wulong-tasks.json':
          return taskBookToJson(book);
        case 'report.html':
          return bookToHtml(book, { rollUp: rolled ?? null });
        case '修订对照.xlsx':
          return revision && revisionToXlsx(revision);
        case '修订对照.md':
          return revision && revisionToMarkdown(revision);
        case '汇总.xlsx':
          return rolled && rollUpToXlsx(rolled);
        case '汇总.csv':
          return rolled && rollUpToCsv(rolled);
        case '汇总.json':
          return rolled && rollUpToJson(rolled);
        case 'units.yaml':
          return registryTemplate(unresolved(book));
        case '名录.xlsx':
          return registryToXlsx(registryDraft(book, rolled));
      }
    };
    const content = await made();
    if (content === undefined) throw new Refused([]);
    return { name, bytes: bytesOf(content), carried: '', told: [] };
  }
}

/** Editions of a notice share most tasks; of two notices few are alike. */
function areUnlike({ before, after, tasks }: Revision): boolean {
  const gone = tasks.filter(({ kind }) => kind === 'removed').length;
  return (before.tasks - gone) * 2 < Math.min(before.tasks, after.tasks);
}

/** Whether two files are the same: of one kind, with the same bytes. */
function areAlike(one: Known, other: Known): boolean {
  if (!('bytes' in one && 'bytes' in other) || one.kind !== other.kind) return false;
  return one.bytes.length === other.bytes.length && one.bytes.every((byte, i) => byte === other.bytes[i]);
}

/** Of several files of a unit, the one that was filled in last goes on, as in the roll-up. */
function filledIn({ units }: RollUp): FilledIn[] {
  return units.flatMap(({ unit, files }) => {
    const file = files.at(-1);
    return file === undefined ? [] : [{ unit, file, others: files.slice(0, -1) }];
  });
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
