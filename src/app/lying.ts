import {
  type AnsweredQuestion,
  compareBooks,
  mergeRegistries,
  type Registry,
  type Revision,
  type RollUp,
  rollUp,
  type TaskBook,
  type Unit,
  withLineage,
  withWritten,
} from '../index.js';
import { areSameBytes } from '../model/bytes.js';
import type { KnownFile } from './dropped.js';
import { withOpen } from './kept.js';
import type { Answered, Dropped, FilledIn } from './shown.js';

/** A file that lies on the desk: what it was called when it was dropped, and what was in it. */
export type Lying = KnownFile & { readonly id: number; readonly dropped: Dropped };

/** What somebody has said in the page, and stands in no file. */
export interface Spoken {
  /** Which of the two last editions is the current one, where it is not the later. */
  readonly isSwapped: boolean;
  /** The day by which what is due counts as late. */
  readonly on: string | null;
  readonly answers: readonly Answered[];
  /** Units as names are said to mean them, by the name. */
  readonly names: ReadonlyMap<string, Unit>;
}

/** What is made of all that lies on the desk, and has been said. */
export interface DeskRecords {
  readonly book: TaskBook | undefined;
  /** The edition before. */
  readonly before: TaskBook | undefined;
  readonly revision: Revision | undefined;
  readonly rolled: RollUp | undefined;
  /** What was answered, in the registry that lies there and in the page; one answer a question. */
  readonly answers: readonly AnsweredQuestion[];
}

/** Where answers stand that were given in the page. */
const IN_PAGE = { file: '任务清单工具' };

/** What was answered before the page was opened, and over it what is said in the page. */
function answersIn(files: readonly Lying[], { answers }: Pick<Spoken, 'answers'>): AnsweredQuestion[] {
  const all = new Map<string, AnsweredQuestion>();
  for (const each of answersInRegistry(files, answers)) all.set(questionOf(each), each);
  for (const { answer, ...said } of answers) {
    const question = questionOf(said);
    // The last to a question stands last.
    all.delete(question);
    if (answer) all.set(question, { ...said, answer, note: '', at: IN_PAGE });
  }
  return [...all.values()];
}

/**
 * What the registry answers: also who is in a group of which it says all members, where the page says something else of
 * that group, which is therefore open.
 */
export function answersInRegistry(files: readonly Lying[], spoken: readonly Answered[]): AnsweredQuestion[] {
  const { kept, registry } = registryFileIn(files) ?? {};
  const said = new Set(groupsIn(spoken));
  const told = new Set(groupsIn(kept?.answers ?? []));
  const opened = (registry?.groups ?? []).filter(({ name }) => said.has(name) && !told.has(name));
  const members = opened.flatMap(({ name, members: all }) =>
    (all ?? []).map((unit) => ({ ...IN_REGISTRY, unit, asked: name })),
  );
  return [...(kept?.answers ?? []), ...members];
}

const IN_REGISTRY = { task: null, answer: 'yes', note: '', at: { file: '名录.xlsx' } } as const;

/** The groups that answers are about. */
function groupsIn(answers: readonly Pick<Answered, 'asked' | 'task'>[]): string[] {
  return answers.flatMap(({ asked, task }) => (task === null ? [asked] : []));
}

/** A question, as a key: whose, and of what. */
export function questionOf({ unit, asked, task }: Omit<Answered, 'answer'>): string {
  return JSON.stringify([unit, task === null ? asked : '', task]);
}

/** The registry that was dropped last. */
export function registryFileIn(files: readonly Lying[]): Extract<Lying, { kind: 'registry' }> | undefined {
  return files.flatMap((each) => (each.kind === 'registry' ? [each] : [])).at(-1);
}

/** An edition of the notice, and what the program has stored of the same file: it has the ids that went out. */
interface DroppedEdition {
  readonly id: number;
  readonly book: TaskBook;
  readonly isStored: boolean;
  readonly stored?: { readonly id: number; readonly book: TaskBook };
}

/**
 * The editions of the notice, the earliest first: by their dates, and then as they were dropped. What the program has
 * stored never stands for a notice that lies there, nor after one.
 */
export function editionsIn(files: readonly Lying[], isSwapped: boolean): DroppedEdition[] {
  const found = files.flatMap((each) =>
    each.kind === 'notice' && each.parsed.value
      ? [{ id: each.id, book: each.parsed.value, isStored: each.isStored }]
      : [],
  );
  const isOf = (one: TaskBook, other: TaskBook) => one.source.sha256 === other.source.sha256;
  const notices = found.filter(({ isStored }) => !isStored);
  const all = found.flatMap((each): DroppedEdition[] => {
    if (each.isStored) return notices.some(({ book }) => isOf(book, each.book)) ? [] : [each];
    const stored = found.findLast(({ isStored, book }) => isStored && isOf(book, each.book));
    return [{ ...each, ...(stored && { stored }) }];
  });
  const dateOf = ({ book }: DroppedEdition) => book.notice.date;
  const sorted = all.toSorted((a, b) => {
    if (a.isStored !== b.isStored) return a.isStored ? -1 : 1;
    const [one, other] = [dateOf(a), dateOf(b)];
    return one === null || other === null || one === other ? a.id - b.id : one < other ? -1 : 1;
  });
  const last = sorted.splice(-2);
  return [...sorted, ...(isSwapped ? last.reverse() : last)];
}

/**
 * The registry that was dropped last, and over it what is said in the page: what names mean, and groups whose members are
 * said anew.
 */
export function registryIn(
  files: readonly Lying[],
  { names, answers }: Pick<Spoken, 'names' | 'answers'>,
): Registry | undefined {
  const file = registryFileIn(files)?.registry;
  const dropped = file && withOpen(file, new Set(groupsIn(answers)));
  if (names.size === 0) return dropped;
  return [...names.values()].reduce<Registry>(
    (all, unit) => mergeRegistries(all, { units: [unit] }),
    dropped ?? {},
  );
}

/** Groups of which the registry that lies there says all members. */
export function settledIn(files: readonly Lying[], { groups }: TaskBook): string[] {
  const known = registryFileIn(files)?.registry.groups ?? [];
  return groups.flatMap(({ name, members }) =>
    members !== null && known.some((each) => each.name === name && each.members !== null) ? [name] : [],
  );
}

/** What the files say together. */
export async function readIn(files: readonly Lying[], spoken: Spoken): Promise<DeskRecords> {
  const { isSwapped, on } = spoken;
  const answers = answersIn(files, spoken);
  const [current, before] = editionsIn(files, isSwapped).toReversed();
  if (!current)
    return { book: undefined, before: undefined, revision: undefined, rolled: undefined, answers };
  // The ids that went out: those of what was stored of this edition, else of the one before.
  const earlier = current.stored ?? before;
  const book = earlier ? withLineage(current.book, earlier.book) : current.book;
  const revision = before && compareBooks(before.book, book);
  const sheets = files.filter((each) => each.kind === 'sheet').toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const months = files.flatMap((each) => (each.kind === 'month' ? [each.month] : []));
  const rolled =
    sheets.length > 0
      ? rollUp(
          book,
          await Promise.all(
            sheets.flatMap(({ collected }) => collected.map((each) => withWritten(book, each))),
          ),
          on,
          sheets.flatMap(({ unread }) => unread),
          months,
        )
      : undefined;
  return { book, before: before?.book, revision, rolled, answers };
}

/** Of several files of a unit, the one that was filled in last goes on, as in the roll-up. */
export function filledIn({ rolled }: Pick<DeskRecords, 'rolled'>): FilledIn[] {
  return (rolled?.units ?? []).flatMap(({ unit, files }) => {
    const file = files.at(-1);
    return file === undefined ? [] : [{ unit, file, others: files.slice(0, -1) }];
  });
}

/**
 * Whether two files of different names are the same: of one kind, with the same bytes. CSV does not say whose it is but by
 * its name: sheets of other names are others.
 */
export function areAlike(one: KnownFile, other: KnownFile): boolean {
  if (!('bytes' in one && 'bytes' in other) || one.kind !== other.kind || one.kind === 'sheet') return false;
  return areSameBytes(one.bytes, other.bytes);
}

/** Whether it is the very file, under the very name, that lies there already. */
export function isAgain({ dropped: { name, bytes } }: Lying, file: Dropped): boolean {
  return name === file.name && bytes !== null && file.bytes !== null && areSameBytes(bytes, file.bytes);
}
