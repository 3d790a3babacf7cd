import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Row, Table } from '../model/document.js';
import type { AppendixTable, GridRow, OtherTable } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { comparable, type HeaderMeaning, isOfNoTasks, isWhere } from '../words/columns.js';
import { LEAD_HEADER, RESPONSIBLE_HEADER, TO_LEAD } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { isFootLine, shapeOf } from '../words/shapes.js';
import { unitsAsRows } from './by-unit.js';
import { cards } from './cards.js';
import { contentOf, namesUnits, sayHowMuch } from './content.js';
import { layOut } from './grid.js';
import { endOfHead, headEntries } from './head-rows.js';
import { columnsOf, type HeadedColumn, type Settled } from './headed-columns.js';
import { type HeaderRows, headerRowsOf, isHeader } from './header.js';
import { isOfParticulars } from './particulars.js';
import { rowsUnderHeader } from './rows.js';
import { printedIn, type TableContent, type TableShape } from './shape.js';
import { isOfStatistics, isToBeSigned } from './statistics.js';
import { turned } from './turned.js';

/** The shapes that a table of tasks may have; the first that can read a table does. */
const SHAPES: readonly TableShape[] = [cards, turned, rowsUnderHeader, unitsAsRows];

/** A table with the tasks in it, or why they cannot be read. */
export interface TaskTable extends Table {
  readonly tasks: Result<TableContent>;
}

/** A table without tasks. */
export interface PlainTable extends Table {
  readonly tasks?: undefined;
}

export type RecognisedTable = TaskTable | PlainTable;

/** What a table is looked at with. */
export interface Around {
  /** The lines right above it, the nearest last. */
  readonly above: readonly Passage[];
  readonly lines: LineStarts;
  /** What a person has said of headers. */
  readonly settled: Settled;
}

/** Tells what a table is, and reads the tasks in it. */
export function recognise(table: Table, around: Around): RecognisedTable {
  if (table.doubt) return unreadable(table, table.doubt);
  const grid = layOut(table.rows);
  if (isForm(grid) || isOfParticulars(grid) || isColophon(table.rows)) return table;
  if (isToBeSigned(around.above)) return table;
  let refused: TaskTable | undefined;
  for (const shape of SHAPES) {
    const tasks = shape({ table, grid, ...around });
    if (tasks?.value) return { ...table, tasks };
    // Another shape may know what this one cannot read.
    if (tasks) refused ??= { ...table, tasks };
  }
  if (refused) return refused;
  return mayHoldDuties(grid, around) || headsLater(grid, around)
    ? unreadable(table, withoutHeader(grid, table))
    : table;
}

/** 由县教育局牵头, 责任单位：县水利局: a cell that says who does something. */
const DUTY = new RegExp(`由[^，。；\\s]{2,20}(?:${TO_LEAD})|${LEAD_HEADER}[：:]|${RESPONSIBLE_HEADER}[：:]`);

/**
 * Whether a table that no shape knows may hold duties all the same: a cell says who leads, or a column names units,
 * and the one behind it says how much each has to do.
 */
function mayHoldDuties(grid: readonly GridRow[], { above }: Around): boolean {
  const texts = grid.map(({ cells }) => cells.map(({ passage }) => passage.text));
  if (texts.flat().some((text) => DUTY.test(text))) return true;
  const [first = []] = texts;
  if (isOfStatistics(above) || first.some((text) => isOfNoTasks(text) || isWhere(text))) return false;
  const column = (i: number) =>
    texts.flatMap((row) => row[i] ?? []).slice(namesUnits(first[0] ?? '') ? 0 : 1);
  const [units, duties] = [column(0), column(1)];
  return (
    units.length > 1 &&
    new Set(units).size === units.length &&
    units.every(namesUnits) &&
    contentOf(duties) === 'text' &&
    sayHowMuch(duties)
  );
}

/** Whether a row further down heads columns of tasks, those who do them among these: what stands below it may be duties. */
function headsLater(grid: readonly GridRow[], { above, settled }: Around): boolean {
  if (isOfStatistics(above)) return false;
  return grid.slice(1).some((row) => {
    const columns = columnsOf([row], settled).filter(({ header }) => header !== '');
    return headsTasks(columns);
  });
}

/** Whether a header says who and what. */
function headsTasks(columns: readonly HeadedColumn[]): boolean {
  return (
    isHeader(columns) &&
    columns.some(({ meaning }) => isPart(meaning as ColumnRole)) &&
    columns.some(({ meaning }) => OF_HEADERS.includes(meaning))
  );
}

function withoutHeader(grid: readonly GridRow[], { at }: Table): Diagnostic {
  const header = grid[0]?.cells.map(({ passage }) => passage.text || '空').join('、') ?? '';
  return diagnose('table-no-header', { header }, at);
}

/** Whether a table stands around the colophon: rows of it, and of who made the notice. */
export function isColophon(rows: Table['rows']): boolean {
  const said = rows
    .map(({ cells }) => cells.map(({ passage }) => passage.text).join(''))
    .filter((text) => text !== '');
  return (
    said.some((text) => shapeOf(text) === 'colophon') &&
    said.every((text) => shapeOf(text) === 'colophon' || isFootLine(text))
  );
}

/** A form to fill in: labels, and room beside each of them. */
function isForm(grid: readonly GridRow[]): boolean {
  return grid.every(({ cells }) => cells.every(({ passage }, i) => (i % 2 === 1) === (passage.text === '')));
}

/**
 * A table as the tables that it is: a spreadsheet, or somebody who deleted the empty line between them, has several
 * in one, each under a title and a header of its own.
 */
export function dividedTables(table: Table, settled: Settled): Table[] {
  const grid = layOut(table.rows);
  const first = headerRowsOf(grid, settled);
  if (!first) return [table];
  const halves = sideBySide(table, first);
  if (halves) return [halves];
  const known = headerTexts(grid.slice(first.start, first.end));
  const starts: number[] = [];
  for (let i = first.end; i < grid.length - 1; i++) {
    const row = grid[i] as GridRow;
    if (
      headEntries(grid[i - 1] as GridRow).length === 0 &&
      headEntries(row).length > 0 &&
      endOfHead(grid.slice(i)) > 0
    ) {
      starts.push(i);
      continue;
    }
    const isTitled =
      printedIn(grid[i - 1] as GridRow).length === 1 && i - 1 > (starts.at(-1) ?? first.end - 1);
    if (row.cells.some(({ above }) => above)) continue;
    const columns = columnsOf([row], settled).filter(({ header }) => header !== '');
    const isNew = headsTasks(columns);
    // 序号｜任务｜配合单位｜牵头单位 in the middle: from here on the columns are others.
    const isOther = columns.length > 2 && isHeader(columns) && columns.every((column) => headsOther(column));
    if (headerTexts([row]) === known) continue;
    if (isTitled && (isNew || isOther)) starts.push(i - 1);
    else if (isOther) starts.push(i);
  }
  return [0, ...starts].map((start, i): Table => {
    const rows = table.rows.slice(start, starts[i] ?? table.rows.length);
    return start === 0 && starts.length === 0 ? table : { kind: 'table', at: rows[0]?.at ?? table.at, rows };
  });
}

/**
 * A table that goes on beside itself, because the page is wide: its header is printed twice. The right half's rows
 * come behind those of the left.
 */
function sideBySide(table: Table, { start, end, columns }: HeaderRows): Table | undefined {
  const half = columns.length / 2;
  const texts = columns.map(({ header }) => comparable(header));
  if (half < 2 || half % 1 > 0 || end - start !== 1) return undefined;
  if (texts.some((text, i) => i < half && (text === '' || text !== texts[i + half]))) return undefined;
  const wide = (row: Row) => row.cells.length === columns.length;
  // Below both halves notes may stand over the whole width.
  const last = table.rows.findLastIndex(wide) + 1;
  if (!table.rows.slice(start, last).every(wide)) return undefined;
  const halfOf = (row: Row, from: number): Row => {
    const cells = row.cells.slice(from, from + half);
    return { at: cells[0]?.passage.at ?? row.at, cells };
  };
  const body = table.rows.slice(end, last);
  const right = body
    .map((row) => halfOf(row, half))
    .filter(({ cells }) => cells.some(({ passage }) => passage.text !== ''));
  const head = table.rows.slice(start, end).flatMap((row) => [halfOf(row, 0), halfOf(row, half)]);
  return {
    ...table,
    rows: [
      ...table.rows.slice(0, start),
      ...head,
      ...body.map((row) => halfOf(row, 0)),
      ...right,
      ...table.rows.slice(last),
    ],
  };
}

/** Whether a column's header says what a column holds, and is no cell of a task or of a card: 2026年6月, 某局. */
function headsOther({ meaning, header }: HeadedColumn): boolean {
  const isKnown = meaning !== 'other' || isOfNoTasks(header) || /^(?:单位|部门)$/.test(comparable(header));
  return isKnown && !/\d/.test(header) && !namesUnits(header);
}

/** What a header of tasks says beside who does them; 牵头 and 配合 in cells of a matrix are no header. */
const OF_HEADERS: readonly HeaderMeaning[] = ['number', 'name', 'task', 'content', 'problem', 'goal', 'step'];

function headerTexts(rows: readonly GridRow[]): string {
  return rows.flatMap((row) => printedIn(row).map(({ text }) => comparable(text))).join('\n');
}

/** A table that has tasks and cannot be read. */
export function unreadable(table: Table, why: Diagnostic): TaskTable {
  return { ...table, tasks: failed(why) };
}

/** A table of tasks with the paragraphs around it that belong to it. */
export interface TableInPlace {
  readonly table: TaskTable;
  /** Index into `Notice.appendices`. */
  readonly appendix?: number;
  readonly heading: readonly Passage[];
  readonly notes: readonly Passage[];
}

/** A table of tasks as it was read, or as printed where it cannot be read; then an error says why. */
export type TableReading = { readonly diagnostics: readonly Diagnostic[] } & (
  | { readonly table: AppendixTable; readonly unread?: undefined }
  | { readonly unread: OtherTable; readonly table?: undefined }
);

/** A table of tasks in its place. One that cannot be read is kept whole. */
export function inPlace({ table, ...around }: TableInPlace): TableReading {
  const { at, rows } = table;
  const { value, diagnostics } = table.tasks;
  if (value) return { table: { ...around, ...value, at }, diagnostics };
  return { unread: { ...around, rows, within: 'appendix', isUnread: true, at }, diagnostics };
}
