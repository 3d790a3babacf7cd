import { statedIn } from '../clauses/index.js';
import { linkMeasures } from '../links/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Notice } from '../model/notice.js';
import type { Registry } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import type { NoticeHead, TaskBook } from '../model/taskbook.js';
import { TASK_BOOK_SCHEMA } from '../model/version.js';
import { declaredNames, lexiconOf, registryFor, sharedNames } from '../units/index.js';
import { sharedLines } from './assignments.js';
import { dutyLines } from './duties.js';
import { withMembersByPlace } from './groups.js';
import { headOf, lastYearIn } from './head.js';
import { deadlineLines, nameLines } from './lines.js';
import { roleByLook } from './looks.js';
import { marksIn } from './marks.js';
import { bodyLines, mentionFinder, withMentions } from './mentions.js';
import { namedIn } from './named.js';
import { otherTablesOf, outlineOf } from './outline.js';
import type { Context } from './reading.js';
import { readTables, tasksIn } from './rows.js';
import { runningText } from './running-text.js';

export { shortDigest } from './id.js';
export { mentionFinder, untasked } from './mentions.js';
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
  const declared = declaredNames(
    runningText(notice).map(({ text }) => text),
    context.lexicon,
  );
  const named = namedIn(tasksIn(tables), groupsNamed, head, declared, registry, context.lexicon);
  const { units, strangers, groups } = named;
  const linked = linkMeasures(named.tasks, outline, notice.lines);
  const placed = linked.tasks.map((task) => withMembersByPlace(task, groups));
  const tasks = placed.map(({ task }) => task);
  const chapters = withMentions(linked.chapters, tasks, units, notice.lines);

  const unread = stated.unread.map(({ text, at }) => diagnose('clause-unread', { text }, at));
  const noticed = tables.flatMap((table) => table.noticed);
  const diagnostics = [
    ...(registry ? [] : [diagnose('registry-none', undefined, source.name)]),
    ...unread,
    ...noticed,
    ...rows.flatMap(({ noticed }) => noticed),
    ...placed.flatMap(({ noticed }) => noticed),
    ...named.noticed,
    ...nameLines({ notice: head, tasks, groups }, strangers, context.lexicon, registry),
    ...sharedLines(tasks),
    ...deadlineLines(tasks, head.date, { file: source.name }),
    ...bodyLines(chapters, tasks, notice.tables.length > 0),
    ...dutyLines(
      notice,
      chapters,
      tasks,
      tables.map(({ table }) => table),
      context.lexicon,
    ).filter((line) => !isToldBy(line, [...unread, ...noticed])),
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

/** Whether the passage of a line is told already as a clause or a note that could not be read. */
function isToldBy(line: Diagnostic, others: readonly Diagnostic[]): boolean {
  const [start] = line.at?.spans?.[0] ?? [];
  return others.some(
    (other) =>
      (other.code === 'note-unread' || other.code === 'clause-unread') &&
      (other.at?.spans ?? []).some(([from, to]) => start !== undefined && from <= start && start < to),
  );
}

/** What the rows of a notice are read with. */
function readerOf(
  notice: Notice,
  head: NoticeHead,
  registry: Registry | undefined,
): Omit<Context, 'leadRule'> {
  const marks = marksIn(runningText(notice).map(({ text }) => text));
  const townships = registry?.units?.filter(({ kind }) => kind === 'township') ?? [];
  return {
    lexicon: { ...lexiconOf(registry ?? {}), isPrinted: printedIn(notice) },
    townshipsIn: mentionFinder(townships),
    year: head.year,
    until: lastYearIn(head),
    issued: head.date,
    seasons: registry?.seasons,
    marks,
    shown: notice.shown,
    byLook: roleByLook(marks, notice.shown),
    lines: notice.lines,
  };
}

/** Which names a notice prints, each where a name may begin: 区党群工作部, and not 新区党群工作部. */
function printedIn(notice: Notice): (name: string) => boolean {
  const cells = [...notice.tables, ...notice.otherTables].flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.map(({ passage }) => passage.text)),
  );
  const text = [...runningText(notice).map((passage) => passage.text), ...cells].join('\n');
  const asked = new Map<string, boolean>();
  return (name) => {
    const known = asked.get(name) ?? isNameIn(text, name);
    asked.set(name, known);
    return known;
  };
}

const BEFORE_NAME = /[^\p{Script=Han}\p{L}\d]|[由和与及请]/u;

function isNameIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (at === 0 || BEFORE_NAME.test(text.charAt(at - 1))) return true;
  }
  return false;
}
