import { statedIn } from '../clauses/index.js';
import { linkMeasures } from '../links/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Notice } from '../model/notice.js';
import type { Registry } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import type { NoticeHead, TaskBook } from '../model/taskbook.js';
import { TASK_BOOK_SCHEMA } from '../model/version.js';
import { lexiconOf, registryFor, sharedNames } from '../units/index.js';
import { sharedLines } from './assignments.js';
import { dutyLines } from './duties.js';
import { withMembersByPlace } from './groups.js';
import { headOf, lastYearIn } from './head.js';
import { deadlineLines, nameLines } from './lines.js';
import { marksIn } from './marks.js';
import { bodyLines, mentionFinder, withMentions } from './mentions.js';
import { namedIn } from './named.js';
import { otherTablesOf, outlineOf } from './outline.js';
import type { Context } from './reading.js';
import { readTables, tasksIn } from './rows.js';

export { shortDigest } from './id.js';
export { mentionFinder } from './mentions.js';
export { withRegistry } from './relearn.js';
export { taskBookFromJson, taskBookToJson } from './stored.js';
export { type Unresolved, unresolved } from './unresolved.js';

/**
 * Makes the task book of a notice: its rows as tasks, merged cells inferred and flagged, the units
 * of every cell read, each task linked to the measures it carries out.
 *
 * @param source name and SHA-256 of the file that the notice was read from
 * @param own a registry that the user gave, laid over the one that ships for the notice's origin
 * @returns the task book, or why there is none: `row-cell-count` for every row whose cells cannot be
 *   told apart, `no-tasks`, `name-shared` for a name of two units
 */
export function buildTaskBook(
  notice: Notice,
  source: Omit<TaskBook['source'], 'lines'>,
  own?: Registry,
): Result<TaskBook> {
  const head = headOf(notice);
  const registry = registryFor([...head.issuer, head.title ?? '', ...head.masthead], own);
  const shared = sharedNames(registry ?? {});
  if (shared.length > 0) return failed(...shared.map((each) => diagnose('name-shared', each)));

  const reader = readerOf(notice, head, registry);
  const outline = outlineOf(notice, reader);
  const stated = statedIn(notice, outline, reader.lexicon);
  const context = { ...reader, leadRule: stated.leadRule };
  const { value: tables, diagnostics: refusal } = readTables(notice, stated, context);
  if (!tables) return failed(...refusal);

  const rows = tables.flatMap((table) => table.rows);
  const groupsNamed = rows.flatMap(({ groups }) => groups);
  const named = namedIn(tasksIn(tables), groupsNamed, head, registry, context.lexicon);
  const { units, strangers, groups } = named;
  const linked = linkMeasures(named.tasks, outline, notice.lines);
  const placed = linked.tasks.map((task) => withMembersByPlace(task, groups));
  const tasks = placed.map(({ task }) => task);
  const chapters = withMentions(linked.chapters, tasks, units, notice.lines);

  const diagnostics = [
    ...(registry ? [] : [diagnose('registry-none', undefined, source.name)]),
    ...stated.unread.map(({ text, at }) => diagnose('clause-unread', { text }, at)),
    ...tables.flatMap(({ noticed }) => noticed),
    ...rows.flatMap(({ noticed }) => noticed),
    ...placed.flatMap(({ noticed }) => noticed),
    ...named.noticed,
    ...nameLines({ notice: head, tasks, groups }, strangers, context.lexicon, registry),
    ...sharedLines(tasks),
    ...deadlineLines(tasks, head.date, { file: source.name }),
    ...bodyLines(chapters, tasks),
    ...dutyLines(
      notice,
      chapters,
      tasks,
      tables.map(({ table }) => table),
      context.lexicon,
    ),
  ];
  const book: TaskBook = {
    schema: TASK_BOOK_SCHEMA,
    source: { ...source, lines: notice.lines },
    notice: head,
    chapters,
    tables: tables.map(({ table }) => table),
    otherTables: otherTablesOf(notice),
    tasks,
    district: registry?.district ?? null,
    units: [...units],
    unlisted: strangers.map(({ name }) => name),
    groups: [...groups],
    diagnostics,
    ledger: notice.ledger,
  };
  return { value: book, diagnostics };
}

/** What the rows of a notice are read with. */
function readerOf(
  notice: Notice,
  head: NoticeHead,
  registry: Registry | undefined,
): Omit<Context, 'leadRule'> {
  const townships = registry?.units?.filter(({ kind }) => kind === 'township') ?? [];
  return {
    lexicon: lexiconOf(registry ?? {}),
    townshipsIn: mentionFinder(townships),
    year: head.year,
    until: lastYearIn(head),
    issued: head.date,
    seasons: registry?.seasons,
    marks: marksIn(runningText(notice)),
    lines: notice.lines,
  };
}

/** The text of a notice outside its tables. */
function runningText({ letterhead, preamble, chapters, appendices }: Notice): string[] {
  const measures = chapters.flatMap((chapter) => chapter.measures.flatMap(({ passages }) => passages));
  return [
    ...letterhead.letter,
    ...preamble,
    ...chapters.flatMap(({ passages }) => passages),
    ...measures,
    ...appendices.flatMap(({ passages }) => passages),
  ].map(({ text }) => text);
}
