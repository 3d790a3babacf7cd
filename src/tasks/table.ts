// One table of a notice: what holds for all its rows, and each of them read.
import { type LeadRule, orderRuleIn } from '../clauses/index.js';
import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { AppendixTable, Notice, TaskGridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { BookTable } from '../model/taskbook.js';
import {
  type AlignedRow,
  alignRow,
  cellsOf,
  contentOf,
  filled,
  type Moved,
  movedBack,
  unmerge,
} from '../tables/index.js';
import { isOfDuties } from '../words/columns.js';
import { isPart } from '../words/roles.js';
import { captionsOf, hasHelpersOnly, leadsByTitle, unitRole } from './by-title.js';
import { namedGoal, namesPeople } from './cells.js';
import { withLeads } from './leading-columns.js';
import { columnLines, flagLines, unledLine } from './lines.js';
import { lookLine, roleByLook, tellsApart } from './looks.js';
import { marksIn, marksOver, unsaidMarks } from './marks.js';
import {
  blankIsSameIn,
  defaultsIn,
  exceptedIn,
  noteRulesIn,
  partRulesIn,
  timeOfAllIn,
  unreadNotes,
} from './notes.js';
import type { Context, ReadRow, TableContext } from './reading.js';
import { taskOf } from './row-task.js';
import { partsOf } from './row-who.js';
import { runningText } from './running-text.js';
import { subjectOf } from './subject.js';

/** A table of the task book with its rows read. */
export interface ReadTable {
  readonly table: BookTable;
  readonly rows: readonly ReadRow[];
  /** What was noticed of its columns. */
  readonly noticed: readonly Diagnostic[];
}

/** The rows of a table. One whose cells cannot be told apart is kept as it is printed, and an error says so. */
export function readTable(
  table: BookTable,
  printed: AppendixTable,
  notice: Notice,
  context: Context,
): ReadTable {
  const { rows, shape } = printed;
  const notes = [...printed.heading, ...printed.notes, ...printed.notesWithin];
  const columns = withLeads(printed.columns, notes, runningText(notice), (name) =>
    isOrHas(printed, notice, name),
  );
  const aligned = withoutOrphans(rows.map((row) => ({ row, read: alignRow(row, columns, context.lexicon) })));
  const placed = aligned.flatMap(({ read }) => read ?? []);
  const moved = new Map(placed.map((row) => [row, movedBack(row, columns)]));
  const told = placed.map((row) => moved.get(row)?.row ?? row);
  const unread = aligned.flatMap(({ row, read }) => (read ? [] : [row]));
  const legends = legendsOf(printed, notice);
  const marks = marksOver(context.marks, marksIn(legends.map(({ text }) => text)));
  const areApart = tellsApart(unitCells(told), marks, context.shown);
  const order = orderIn(printed);
  const timeOfAll = timeOfAllIn(notes, notice.lines);
  const main = hasHelpersOnly(columns) ? 'lead' : 'responsible';
  const captions = captionsOf(printed, main, notice.lines);
  const leadRule = order?.rule ?? context.leadRule;
  const about: TableContext = {
    ...context,
    leadRule,
    notByOrder: order ? exceptedIn(order.text) : [],
    shape,
    marks,
    byLook: roleByLook(marks, areApart ? context.shown : []),
    // The caption says it, too, where it says more.
    unit:
      printed.unit && captions.length === 0 ? { passage: printed.unit, role: unitRole(printed) } : undefined,
    title: isNamedByTitle(printed) ? subjectOf(printed, notice) : undefined,
    captions,
    head: (printed.head ?? []).filter(({ value }) => value.text !== ''),
    sectionRole: main,
    ofPeople: new Set(
      columns.filter((column) => isPart(column.role) && namesPeople(textsUnder(column, told))),
    ),
    isNamedInGoal: saysBoth(printed, notice.lines),
    hasNumbers: columns.some(({ role }) => role === 'number'),
    saysWhatOnce: columns.filter(({ role }) => saysWhat(role)).length === 1,
    notes: [
      // 表1各项任务由某局牵头 is said of the table that is called so.
      ...noteRulesIn(notes, notice.lines, numbersOf(told)).filter(
        ({ table: named }) => named === undefined || isCalled(printed.heading, named),
      ),
      ...partRulesIn(notes, notice.lines, new Set(told.flatMap((row) => Array.from(partsOf(row))))),
    ],
    defaults: defaultsIn(notes, notice.lines),
    timeOfAll,
  };
  const read = unmerge(told, blankIsSameIn(notes)).map((row) => taskOf(row, about));
  const all = withoutLeads(read);
  return {
    table: {
      ...table,
      unread: unread.map(({ cells, at }) => ({ cells: cells.map(({ passage }) => passage.text), at })),
    },
    rows: all.map((each, i) => withLines(each, told[i], leadRule)),
    noticed: [
      ...(columns.some(({ role }) => role === 'lead') ? [] : unledLine(all)),
      ...unread.map((row) => misaligned(row, columns)),
      ...Array.from(moved.values()).flatMap((each) => (each ? [movedLine(each)] : [])),
      ...leadsByTitle(printed, columns, read),
      ...columnLines(columns, told, context.lexicon),
      ...unsaidMarks(told, marks),
      ...lookLine([...legends, ...runningText(notice)], marks, all),
      ...unreadNotes(
        [...printed.notes, ...printed.notesWithin],
        [...about.notes, ...about.defaults, ...(timeOfAll ? [timeOfAll] : [])],
      ),
    ],
  };
}

/** Whether a table, or the appendix that it stands in, goes by a name: 表2, 附件1. */
function isOrHas({ heading, appendix }: AppendixTable, { appendices }: Notice, name: string): boolean {
  const label = appendix === undefined ? '' : (appendices[appendix]?.label.text ?? '').replace(/\s/g, '');
  return label.startsWith(name) || ((label === '' || heading.length > 0) && isCalled(heading, name));
}

function isCalled(heading: readonly Passage[], name: string): boolean {
  return heading.length === 0 || heading.some(({ text }) => text.replace(/\s/g, '').startsWith(name));
}

function textsUnder(column: AppendixTable['columns'][number], rows: readonly AlignedRow[]): string[] {
  return rows.flatMap(({ cells }) =>
    cells.filter((cell) => cell.column === column && !cell.merged).map(({ passage }) => passage.text),
  );
}

/** What stands under columns of those who have a part. */
function unitCells(rows: readonly AlignedRow[]): Passage[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ column, passage, merged }) => (isPart(column.role) && !merged ? [passage] : [])),
  );
}

/** The rows' numbers, as notes give them. */
function numbersOf(rows: readonly AlignedRow[]): string[] {
  return rows.map((row) =>
    cellsOf(row, 'number')
      .map(({ passage }) => passage.text.normalize('NFKC').trim())
      .join(''),
  );
}

/** A row as printed, and with its cells under their columns where that can be told. */
interface Aligned {
  readonly row: TaskGridRow;
  readonly read: AlignedRow | undefined;
}

/**
 * Rows that take a name or who leads from the row above cannot be read where that one cannot. Where most rows cannot,
 * it is the header that lacks a cell, and those that fit it do so by chance.
 */
function withoutOrphans(rows: readonly Aligned[]): Aligned[] {
  if (rows.filter(({ read }) => !read).length * 2 > rows.length)
    return rows.map(({ row }) => ({ row, read: undefined }));
  let isLost = false;
  return rows.map(({ row, read }) => {
    const takes = (role: 'name' | 'lead') => {
      const cells = read ? cellsOf(read, role) : [];
      return cells.some(({ maybeMerged }) => maybeMerged) && filled(cells).length === 0;
    };
    isLost = read === undefined || (isLost && (takes('name') || takes('lead')));
    return { row, read: isLost ? undefined : read };
  });
}

/** That the first of several units leads, as a table's own words say: its heading, header, notes. */
function orderIn({ heading, columns, notes, notesWithin }: AppendixTable) {
  const texts = [...heading, ...columns.flatMap(({ path }) => path), ...notes, ...notesWithin];
  for (const { text } of texts) {
    const rule = orderRuleIn(text);
    if (rule) return { rule, text };
  }
  return undefined;
}

/** Whether rows have no names of their own: figures for each unit. */
function isNamedByTitle({ shape, columns, rows }: AppendixTable): boolean {
  if (shape === 'units-as-rows') return true;
  if (columns.some(({ role }) => role === 'name' || role === 'category')) return false;
  const goals = columns.filter(({ role }) => role === 'goal');
  // 责任主体 and 主要责任: each row is of one unit.
  if (goals.length === 1 && isPart(columns[0]?.role ?? 'other') && isOfDuties(goals[0]?.header ?? ''))
    return true;
  const texts = goals.map(({ from, to }) =>
    rows.flatMap(({ cells }) =>
      cells.filter((cell) => from <= cell.from && cell.to <= to).map(({ passage }) => passage.text),
    ),
  );
  return goals.length > 0 && texts.every((each) => contentOf(each) === 'figures');
}

function saysWhat(role: ColumnRole): boolean {
  return role === 'name' || role === 'goal' || role === 'step';
}

/** Whether a table has one column for what is to be done, and most of its cells begin with a name. */
function saysBoth({ columns, rows }: AppendixTable, lines: LineStarts): boolean {
  const [what, ...more] = columns.filter(({ role }) => saysWhat(role));
  if (!what || more.length > 0) return false;
  const cells = rows.flatMap((row) => row.cells.filter(({ from, to }) => what.from <= from && to <= what.to));
  const filled = cells.filter(({ passage }) => passage.text !== '');
  const named = filled.filter(({ passage }) => namedGoal(passage, lines));
  return named.length > 0 && named.length * 5 >= filled.length * 3;
}

/** Where the marks of a table may be explained. */
function legendsOf(
  { heading, notes, notesWithin, columns, appendix, unit: _ }: AppendixTable,
  notice: Notice,
): Passage[] {
  const { title = [], passages = [] } =
    (appendix === undefined ? undefined : notice.appendices[appendix]) ?? {};
  return [
    ...title,
    ...passages,
    ...heading,
    ...notes,
    ...notesWithin,
    ...columns.flatMap(({ path }) => path),
  ];
}

/** Rows of a notice that never says who leads: that is told once, and no flag of a row. */
export function withoutLeads(rows: readonly ReadRow[]): readonly ReadRow[] {
  if (rows.length < 2 || rows.some(({ task }) => task.lead.length > 0)) return rows;
  // Where only those are named who watch over it, each row lacks somebody.
  if (rows.every(({ task }) => task.responsible.length === 0)) return rows;
  return rows.map((row, i) => {
    const flags = row.flags.filter(({ flag }) => flag !== 'lead-blank');
    const told = i === 0 ? [diagnose('lead-unsaid', { count: rows.length }, row.task.at)] : [];
    return {
      ...row,
      task: { ...row.task, flags: flags.map(({ flag }) => flag) },
      flags,
      noticed: [...told, ...row.noticed],
    };
  });
}

/** A row with a line for every inference in it. */
export function withLines(
  read: ReadRow,
  row: AlignedRow | undefined,
  leadRule: LeadRule | undefined,
): ReadRow {
  return { ...read, noticed: [...flagLines(row, read, leadRule), ...read.noticed] };
}

/** That a row's cells were read under the columns before theirs. */
function movedLine({ row, from }: Moved): Diagnostic {
  const number = cellsOf(row, 'number')[0]?.passage.text || '?';
  return diagnose('row-shifted', { row: number, column: from.header }, row.at);
}

/** Why a row cannot be read. */
function misaligned(row: TaskGridRow, columns: AppendixTable['columns']): Diagnostic {
  const number = row.cells[0]?.passage.text || '?';
  return diagnose(
    'row-cell-count',
    { row: number, expected: columns.length, found: row.cells.length },
    row.at,
  );
}
