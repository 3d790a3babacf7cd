import { diagnose } from '../model/diagnose.js';
import type { ColumnContent, GridCell, GridRow, PlacedColumn, TaskGridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { Result } from '../model/result.js';
import { type HeaderMeaning, isOfNoTasks, isOfPast, roleOf as meantBy } from '../words/columns.js';
import { ORDINAL } from '../words/numerals.js';
import { contentOf, isNothing, namesUnits } from './content.js';
import { countedAbove, countedInOf } from './counted-in.js';
import { divideRows } from './divide.js';
import { columnsOf, type HeadedColumn } from './headed-columns.js';
import { foldedHeader } from './header-grid.js';
import { type RowKind, rowKindsUnder } from './row-kinds.js';
import { printedIn, type SeenTable, type TableContent, type TableShape } from './shape.js';
import { isOfResults, isOfStatistics } from './statistics.js';

/** No header of such a table has more rows. */
const MOST_HEADER_ROWS = 4;
/** Above a header stand at most 附件, a title, who made it, 单位：万亩. */
const MOST_ROWS_ABOVE = 5;
/** A table of figures has no fewer rows. */
const LEAST_ROWS = 2;

/**
 * Units as rows: the first column names who, and the others hold figures, one task a row; or marks, and then every
 * other column is a task.
 */
export const unitsAsRows: TableShape = (seen) => {
  for (let start = 0; start < Math.min(MOST_ROWS_ABOVE, seen.grid.length); start++) {
    const row = seen.grid[start];
    // Below 联系电话 stand no tasks, though a row of it may look like a header.
    const texts = row?.cells.map(({ passage }) => passage.text) ?? [];
    if (texts.length > 1 && texts.some(isOfNoTasks) && !texts.some(asksFor)) return undefined;
    const found = readAt(seen, start);
    if (found) return found;
  }
  return undefined;
};

/** 征兵任务数: beside it a telephone says whom to ask. */
function asksFor(header: string): boolean {
  return meantBy(header) === 'goal';
}

function readAt({ grid, above, settled, lines }: SeenTable, start: number): Result<TableContent> | undefined {
  const first = grid[start];
  if (!first || first.cells.length < 2) return undefined;
  const folded = foldedHeader(first, grid[start + 1]);
  const end = folded ? start + folded.length : endOfHeader(grid, start);
  const headed = columnsOf(folded ?? grid.slice(start, end), settled);
  const own = headed.map(({ path }) => path.at(-1)?.text ?? '');
  if (own.some(isOfResults) || (own.some(isOfNoTasks) && !own.some(asksFor))) return undefined;
  const kindOf = rowKindsUnder({ start, end, columns: headed }, grid);
  const kinds = withSubtotals(grid, grid.map(kindOf));
  const {
    rows: body,
    otherRows,
    notesWithin,
    diagnostics,
  } = divideRows(
    grid,
    kinds.map((kind, i) => (kind === 'task' && i < end ? 'title' : kind)),
    { start, end },
  );
  if (body.length < LEAST_ROWS) return undefined;
  const who = unitColumn(headed, body);
  const numbered = headed.findIndex(({ meaning }) => meaning === 'number');
  // The first column, or one behind 序号 and what groups the units.
  const before = headed.slice(0, Math.max(0, who)).filter((_, i) => i !== numbered);
  if (who < 0 || before.some(({ from, to }) => contentOf(textsUnder(body, from, to)) === 'figures'))
    return undefined;
  if (isOfStatistics(above)) return undefined;
  const others = headed.filter((column, i) => i !== who && i !== numbered && !before.includes(column));
  if (others.filter(({ path }) => namesUnits(path.at(-1)?.text ?? '')).length * 2 > others.length)
    return undefined;
  const contents = others.map(({ from, to, header }) =>
    isOfNoTasks(header) ? undefined : contentOf(textsUnder(body, from, to)),
  );
  const counts = contents.filter((each) => each === 'figures').length;
  /** 招商区域 beside figures says of each where. */
  const isBeside = ({ meaning }: HeadedColumn, i: number) =>
    meaning === 'other' && contents[i] === 'text' && counts > 2;
  if (others.length === 0 || others.some(({ header }) => header === '')) return undefined;
  const isAll = (wanted: ColumnContent) =>
    others.every(
      (column, i) =>
        contents[i] === wanted ||
        contents[i] === undefined ||
        isAside(column.meaning) ||
        (wanted === 'figures' && isBeside(column, i)),
    ) && others.some(({ meaning }, i) => contents[i] === wanted && !isAside(meaning));
  const said = [...above, ...grid.slice(0, start).flatMap(printedIn)];
  const countedIn = (path: readonly Passage[]) =>
    countedInOf(path, lines) ?? countedAbove(said, path.map(({ text }) => text).join(''), lines);
  const figures = others.filter((_, i) => contents[i] === 'figures');
  const isOfNumbers = ({ from, to, path }: HeadedColumn) =>
    !countedIn(path) && textsUnder(body, from, to).every(isTelephone);
  if (figures.length > 0 && figures.every(isOfNumbers)) return undefined;
  if (isAll('figures')) {
    const roleOf = (i: number, column: HeadedColumn): PlacedColumn['role'] => {
      if (i === who) return 'responsible';
      if (i === numbered) return 'number';
      if (
        before.includes(column) ||
        isOfNoTasks(column.header) ||
        isOfPast(
          column.header,
          others.map(({ header }) => header),
        ) ||
        isBeside(column, others.indexOf(column))
      )
        return 'other';
      return isAside(column.meaning) ? column.meaning : 'goal';
    };
    const columns = headed.map((column, i): PlacedColumn => {
      const unit = countedIn(column.path);
      const role = roleOf(i, column);
      return {
        header: column.header,
        role,
        from: column.from,
        to: column.to,
        path: column.path,
        ...(unit && { countedIn: unit }),
      };
    });
    const rows = body.filter((row) => hasToDo(row, columns));
    const idle = body.filter((row) => !rows.includes(row));
    return {
      value: {
        shape: 'units-as-rows',
        columns,
        rows,
        otherRows: [...otherRows, ...idle],
        notesWithin,
      },
      diagnostics: [...diagnostics, ...idle.map(({ at }) => diagnose('row-nothing', undefined, at))],
    };
  }
  const value = isAll('marks')
    ? turned(body, headed[who] as HeadedColumn, others, otherRows, notesWithin)
    : undefined;
  return value && { value, diagnostics };
}

/** 一、松宁市 over rows of its counties, which have no number: their sum, and a section. */
const NUMBERED = new RegExp(`^\\s*${ORDINAL}、`);

function withSubtotals(grid: readonly GridRow[], kinds: readonly RowKind[]): RowKind[] {
  const isNumbered = grid.map((row) => NUMBERED.test(printedIn(row)[0]?.text ?? ''));
  const areMixed = [true, false].every((is) =>
    kinds.some((kind, i) => kind === 'task' && isNumbered[i] === is),
  );
  return kinds.map((kind, i) => (areMixed && kind === 'task' && isNumbered[i] ? 'section' : kind));
}

/** Whether a unit's row has a figure to reach, or says something else of it. */
function hasToDo({ cells }: GridRow, columns: readonly PlacedColumn[]): boolean {
  const isSaid = ({ from, to }: PlacedColumn) =>
    cells.some((cell) => from <= cell.from && cell.to <= to && !isNothing(cell.passage.text));
  return columns.some((column) => (column.role === 'goal' || column.role === 'remark') && isSaid(column));
}

/** 5561234, 0835-2210456, 13900000000: nobody has to reach as much. */
function isTelephone(text: string): boolean {
  return /^(?:\(?0\d{2,3}\)?[-—\s]?)?\d{7,8}$|^1\d{10}$|^12345$/.test(text.normalize('NFKC').trim());
}

/** The column that names a unit in every row; of several, where 片区 groups them, the one with most. */
function unitColumn(headed: readonly HeadedColumn[], body: readonly GridRow[]): number {
  const counts = headed.map(({ from, to }) => {
    const texts = textsUnder(body, from, to);
    return texts.length === body.length && areNames(texts) ? new Set(texts).size : 0;
  });
  const most = Math.max(...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** 市直培训机构 among places: where nearly all are units, the others are likely some, too. */
const LEAST_SURE = 3 / 4;
const MAY_BE_NAME = /^[\p{Script=Han}（）()]{2,16}$/u;

function areNames(texts: readonly string[]): boolean {
  const [are, others] = [texts.filter(namesUnits), texts.filter((text) => !namesUnits(text))];
  const may = others.every((text) => MAY_BE_NAME.test(text.replace(/\s/g, '')));
  return others.length === 0 || (are.length > 3 && are.length >= texts.length * LEAST_SURE && may);
}

/** What such a table may say beside figures: who guides, who is responsible, by when. */
const ASIDE = ['lead', 'responsible', 'supervising', 'person', 'deadline', 'remark'] as const;

function isAside(meaning: HeaderMeaning): meaning is (typeof ASIDE)[number] {
  return (ASIDE as readonly HeaderMeaning[]).includes(meaning);
}

/** Every column but the first as a row: the tasks stand above, the units at the side. */
function turned(
  body: readonly GridRow[],
  who: HeadedColumn,
  tasks: readonly HeadedColumn[],
  otherRows: readonly GridRow[],
  notesWithin: readonly Passage[],
): TableContent | undefined {
  const units = body.map((row) => cellUnder(row, who));
  if (units.some((cell) => cell === undefined)) return undefined;
  const columns: PlacedColumn[] = [
    { header: '', role: 'name', from: 0, to: 1, path: [] },
    ...units.map((cell, i): PlacedColumn => {
      const { passage } = cell as GridCell;
      return { header: passage.text, role: 'unit', from: i + 1, to: i + 2, path: [passage] };
    }),
  ];
  const heads = new Set(tasks.flatMap(({ path }) => path.at(-1) ?? []));
  const rows = tasks.flatMap((task): TaskGridRow[] => {
    const head = task.path.at(-1);
    if (!head) return [];
    const cell = (passage: Passage, slot: number): GridCell => {
      return { passage, from: slot, to: slot + 1, above: false, spansKnown: true };
    };
    const marks = body.flatMap((row, i) => {
      const mark = cellUnder(row, task);
      return mark ? [cell(mark.passage, i + 1)] : [];
    });
    return [{ at: head.at, cells: [cell(head, 0), ...marks] }];
  });
  const side = body.map((row) => ({ ...row, cells: row.cells.filter((each) => units.includes(each)) }));
  const left = otherRows.map((row) => ({
    ...row,
    cells: row.cells.filter(({ passage }) => !heads.has(passage)),
  }));
  return { shape: 'tasks-as-columns', columns, rows, otherRows: [...left, ...side], notesWithin };
}

function cellUnder({ cells }: GridRow, { from, to }: HeadedColumn): GridCell | undefined {
  return cells.find((cell) => from <= cell.from && cell.to <= to);
}

/** How many rows the header takes: as far as its cells reach down. */
function endOfHeader(grid: readonly GridRow[], start: number): number {
  const head = new Set(grid[start]?.cells.map(({ passage }) => passage));
  let end = start + 1;
  while (
    end < start + MOST_HEADER_ROWS &&
    grid[end]?.cells.some(({ above, passage }) => above && head.has(passage))
  )
    end++;
  return end;
}

function textsUnder(body: readonly GridRow[], from: number, to: number): string[] {
  return body.flatMap(({ cells }) =>
    cells.filter((cell) => from <= cell.from && cell.to <= to).map(({ passage }) => passage.text),
  );
}
