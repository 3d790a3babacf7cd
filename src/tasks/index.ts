import { clausesOf, leadRuleOf } from '../clauses/index.js';
import { linkMeasures } from '../links/index.js';
import { whoOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { AppendixTable, Notice, TaskRow } from '../model/notice.js';
import type { Registry, Unit } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { TASK_BOOK_SCHEMA } from '../model/version.js';
import { type AlignedRow, alignRow, unmerge } from '../tables/index.js';
import { type Lexicon, lexiconOf, registryFor, sharedNames } from '../units/index.js';
import { kindByName } from '../words/kinds.js';
import type { NamedGroup } from './assignments.js';
import { resolveGroups } from './groups.js';
import { headOf } from './head.js';
import { taskIds } from './id.js';
import { columnLines, deadlineLine, flagLines, nameLines, placeLine } from './lines.js';
import { bodyLines, mentionFinder, withMentions } from './mentions.js';
import { clauseTable, otherTablesOf, outlineOf, tablesOf } from './outline.js';
import { clauseTask, type ReadRow, taskOf } from './task.js';

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
export function buildTaskBook(notice: Notice, source: TaskBook['source'], own?: Registry): Result<TaskBook> {
  const head = headOf(notice);
  const registry = registryFor([...head.issuer, head.title ?? '', ...head.masthead], own);
  const shared = sharedNames(registry ?? {});
  if (shared.length > 0) return failed(...shared.map((each) => diagnose('name-shared', each)));
  const lexicon = lexiconOf(registry ?? {});
  const townshipsIn = mentionFinder(registry?.units?.filter(({ kind }) => kind === 'township') ?? []);

  const aligned = notice.tables.map(({ columns, rows }) =>
    rows.map((row) => alignRow(row, columns, lexicon) ?? misaligned(row, columns)),
  );
  const refused = aligned.flat().filter((row): row is Diagnostic => 'code' in row);
  if (refused.length > 0) return failed(...refused);

  const reader = { townshipsIn, year: head.year, placeOf: notice.placeOf };
  const outline = outlineOf(notice, reader);
  const { clauses, unread } = clausesOf(notice, outline, lexicon);
  const tables = [...clauseTable(clauses), ...tablesOf(notice)];
  const leadRule = leadRuleOf(notice);
  const context = { ...reader, lexicon, leadRule };
  const read: (readonly { row?: AlignedRow; task: ReadRow }[])[] = [
    ...(clauses.length > 0 ? [clauses.map((clause) => ({ task: clauseTask(clause, context) }))] : []),
    ...(aligned as AlignedRow[][]).map((rows) =>
      unmerge(rows).map((row) => ({ row: row.row, task: taskOf(row, context) })),
    ),
  ];
  if (read.flat().length === 0) return failed(diagnose('no-tasks', undefined, notice.name));

  const ids = taskIds(
    read.flatMap((rows, i) => rows.map(({ task: { task } }) => ({ ...task, table: tables[i]?.name ?? '' }))),
  ).values();
  const rowLines: Diagnostic[] = [];
  const ofColumns = notice.tables.flatMap(({ columns }, i) =>
    columnLines(columns, (aligned as AlignedRow[][])[i] ?? [], lexicon),
  );
  const named = new Map<string, NamedGroup>();
  const drafts = read.flatMap((rows, i) =>
    rows.map(({ row, task: { task, ...rest } }, j): Task => {
      for (const group of rest.groups) if (!named.has(group.name)) named.set(group.name, group);
      for (const line of [...flagLines(row, { task, ...rest }, leadRule), ...rest.noticed])
        rowLines.push(line);
      return { id: ids.next().value ?? '', table: i + 1, row: j + 1, ...task };
    }),
  );

  const strangers = unlisted(drafts, lexicon);
  const units = [...(registry?.units ?? []), ...strangers];
  const groups = resolveGroups([...named.values()], drafts, units, registry);
  const linked = linkMeasures(drafts, outline);
  const tasks = linked.tasks.map((task): Task => {
    const line = placeLine(task, groups);
    if (!line) return task;
    rowLines.push(line);
    return { ...task, flags: [...task.flags, 'members-by-place'] };
  });
  const chapters = withMentions(linked.chapters, tasks, units);
  const diagnostics = [
    ...(registry ? [] : [diagnose('registry-none', undefined, source.name)]),
    ...unread.map(({ text, at }) => diagnose('clause-unread', { text }, at)),
    ...ofColumns,
    ...rowLines,
    ...nameLines(tasks, strangers, groups, lexicon, registry),
    ...deadlineLine(tasks, source.name),
    ...bodyLines(chapters, tasks),
  ];
  return {
    value: {
      schema: TASK_BOOK_SCHEMA,
      source,
      notice: head,
      chapters,
      tables,
      otherTables: otherTablesOf(notice),
      tasks,
      district: registry?.district ?? null,
      units,
      unlisted: strangers.map(({ name }) => name),
      groups,
      diagnostics,
      ledger: notice.ledger,
    },
    diagnostics,
  };
}

/** Why a row cannot be read. */
function misaligned(row: TaskRow, columns: AppendixTable['columns']): Diagnostic {
  const number = row.cells[0]?.passage.text || '?';
  return diagnose(
    'row-cell-count',
    { row: number, expected: columns.length, found: row.cells.length },
    row.at,
  );
}

/** Units that are named and in no registry: each becomes a unit of its own, named as printed. */
function unlisted(tasks: readonly Task[], lexicon: Lexicon): Unit[] {
  const names = tasks.flatMap(whoOf).flatMap((each) => (each.kind === 'named' ? each.unit : []));
  return Array.from(new Set(names))
    .filter((name) => !lexicon.find(name))
    .map((name) => ({ name, kind: kindByName(name) }));
}
