import type { Diagnostic } from '../model/diagnostic.js';
import type { Passage } from '../model/document.js';
import { diagnose } from '../model/messages.js';
import type { Notice } from '../model/notice.js';
import { textOf } from '../model/passage.js';
import type { Registry, Unit } from '../model/registry.js';
import { failed, type Result } from '../model/result.js';
import type { Assignment, Chapter, Role, Task, TaskBook } from '../model/taskbook.js';
import { TASK_BOOK_SCHEMA } from '../model/version.js';
import { kindByName, type Lexicon, lexiconOf, nearestNames, registryFor } from '../units/index.js';
import { type AlignedRow, alignRow } from './align.js';
import { type NamedGroup, readAssignments } from './assignments.js';
import { resolveGroups } from './groups.js';
import { headOf } from './head.js';
import { TaskIds } from './id.js';
import { linksOf, outlineOf, tablesOf } from './outline.js';
import { cellsOf, type UnmergedRow, unmerge } from './rows.js';

/**
 * Makes the task book of a notice: its rows as tasks, merged cells inferred and flagged, the units
 * of every cell read, each task linked to the measures it carries out.
 *
 * @param source name and SHA-256 of the file that the notice was read from
 * @param registries the registries to choose from, by the notice's origin
 * @returns the task book, or `row-cell-count` for every row whose cells cannot be told apart
 */
export function buildTaskBook(
  notice: Notice,
  source: TaskBook['source'],
  registries: readonly Registry[],
): Result<TaskBook> {
  const head = headOf(notice);
  const registry = registryFor([...head.issuer, head.title ?? '', ...head.masthead], registries);
  const lexicon = lexiconOf(registry);

  const aligned = notice.tables.map(({ columns, rows }) =>
    rows.map(
      (row) =>
        alignRow(row, columns, lexicon) ??
        diagnose(
          'row-cell-count',
          {
            row: row.cells[0]?.passage.text || '?',
            expected: columns.length,
            found: row.cells.length,
          },
          row.at,
        ),
    ),
  );
  const misaligned = aligned.flat().filter((row): row is Diagnostic => 'code' in row);
  if (misaligned.length > 0) return failed(...misaligned);

  const chapters = outlineOf(notice);
  const tables = tablesOf(notice);
  const ids = new TaskIds();
  const diagnostics: Diagnostic[] = registry ? [] : [diagnose('registry-none', undefined, source.name)];
  const named = new Map<string, NamedGroup>();
  const tasks = (aligned as AlignedRow[][]).flatMap((rows, i) =>
    unmerge(rows).map((row, j) => {
      const { task, groups } = taskOf(row, { lexicon, chapters, placeOf: notice.placeOf });
      for (const group of groups) if (!named.has(group.name)) named.set(group.name, group);
      const id = ids.next(tables[i]?.name ?? '', task.name, task.goal);
      diagnostics.push(...flagLines(row, task));
      return { id, table: i + 1, row: j + 1, ...task };
    }),
  );

  const strangers = unlisted(tasks, lexicon);
  const units = [...(registry?.units ?? []), ...strangers];
  const groups = resolveGroups([...named.values()], tasks, units, registry);
  diagnostics.push(...nameLines(tasks, strangers, groups, registry));
  return {
    value: {
      schema: TASK_BOOK_SCHEMA,
      source,
      notice: head,
      chapters,
      tables,
      tasks,
      units,
      groups,
      diagnostics,
      ledger: notice.ledger,
    },
    diagnostics,
  };
}

interface Context {
  readonly lexicon: Lexicon;
  readonly chapters: readonly Chapter[];
  readonly placeOf: Notice['placeOf'];
}

/** One row as a task; its id and position are the table's to give. */
function taskOf(
  { row, name, lead, flags }: UnmergedRow,
  { lexicon, chapters, placeOf }: Context,
): { task: Omit<Task, 'id' | 'table' | 'row'>; groups: NamedGroup[] } {
  const own = (role: Parameters<typeof cellsOf>[1]) => cellsOf(row, role).map(({ passage }) => passage);
  const read = (passages: readonly Passage[], role: Role, inherited: boolean) =>
    passages.map((passage) => readAssignments(passage, role, inherited, lexicon, placeOf));
  const leads = read(lead.passages, 'lead', lead.inherited);
  const responsibles = read(own('responsible'), 'responsible', false);
  const title = textOf(name.passages);
  return {
    task: {
      number: textOf(own('number')),
      name: title,
      goal: textOf(own('goal')),
      lead: leads.flatMap(({ assignments }) => assignments),
      responsible: responsibles.flatMap(({ assignments }) => assignments),
      remark: textOf(own('remark')),
      extra: cellsOf(row, 'other')
        .filter(({ passage }) => passage.text !== '')
        .map(({ column, passage }) => ({ header: column.header, text: passage.text })),
      cells: row.cells.map(({ passage }) => passage.text),
      measures: linksOf(title, chapters),
      flags: flags.map(({ flag }) => flag),
      at: row.at,
    },
    groups: [...leads, ...responsibles].flatMap((cell) => cell.groups),
  };
}

/** A line for every flag of a task. */
function flagLines({ row, flags }: UnmergedRow, task: Pick<Task, 'name' | 'lead'>): Diagnostic[] {
  return flags.map(({ flag, at }) => {
    switch (flag) {
      case 'name-inherited':
        return diagnose(flag, { name: task.name }, at);
      case 'lead-inherited':
        return diagnose(flag, { lead: task.lead.map(({ text }) => text).join('、') }, at);
      case 'cell-missing':
        return diagnose(flag, { column: row.cells.find(({ missing }) => missing)?.column.header ?? '' }, at);
      default:
        return diagnose(flag, undefined, at);
    }
  });
}

/** Units that are named and in no registry: each becomes a unit of its own, named as printed. */
function unlisted(tasks: readonly Pick<Task, Role>[], lexicon: Lexicon): Unit[] {
  const names = assignmentsOf(tasks).flatMap(({ unit }) => unit ?? []);
  return Array.from(new Set(names))
    .filter((name) => !lexicon.find(name))
    .map((name) => ({ name, kind: kindByName(name) }));
}

/** A line for every name that the registry does not have, and for every group nobody knows. */
function nameLines(
  tasks: readonly Pick<Task, Role>[],
  strangers: readonly Unit[],
  groups: TaskBook['groups'],
  registry: Registry | undefined,
): Diagnostic[] {
  if (!registry) return [];
  const assignments = assignmentsOf(tasks);
  const known = registry.units.map(({ name }) => name);
  const firstPlace = (matches: (assignment: Assignment) => boolean) => assignments.find(matches)?.at;
  return [
    ...strangers.map(({ name }) =>
      diagnose(
        'unit-unlisted',
        { name, nearest: nearestNames(name, known) },
        firstPlace(({ unit }) => unit === name),
      ),
    ),
    ...groups
      .filter(({ members }) => members === null)
      .map(({ name }) =>
        diagnose(
          'members-unknown',
          { group: name },
          firstPlace(({ group }) => group === name),
        ),
      ),
  ];
}

function assignmentsOf(tasks: readonly Pick<Task, Role>[]): Assignment[] {
  return tasks.flatMap(({ lead, responsible }) => [...lead, ...responsible]);
}

export { taskBookFromJson, taskBookToJson } from './stored.js';
