import type ExcelJS from 'exceljs';
import { tasksOf } from '../../model/book.js';
import { targetsOf } from '../../model/indicators.js';
import { LARGEST_MATRIX } from '../../model/limits.js';
import { placeText } from '../../model/place.js';
import type { NoticeColumn, TaskRow } from '../../model/sheet.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import {
  cellText,
  concernFinder,
  DERIVED_HEADERS,
  headerOf,
  indicatorWords,
  noticeWords,
  OVERVIEW_COLUMNS,
  OVERVIEW_TITLE,
  PART_WORDS,
  partsIn,
  refWords,
  rowOf,
  type SheetColumn,
  tally,
  taskColumn,
  usedColumns,
} from '../../sheets/index.js';
import { type PlannedRow, planned } from './plan.js';
import { addWorksheet } from './table.js';

/** How a unit's part in a task is shown where there is room for one sign. */
const PART_SIGNS: Record<ReturnType<typeof partsIn>[number], string> = {
  lead: '●',
  responsible: '○',
  supervising: '□',
  body: '◇',
  hosted: '◎',
  member: '△',
  possible: '?',
};

/** 总台账: all tasks, who has which, how many each unit has, and all figures. */
export async function overviewToXlsx(book: TaskBook): Promise<Uint8Array> {
  // Loaded when it is needed: it is most of what there is to load.
  const { newWorkbook, workbookBytes } = await import('../../workbook/new.js');
  const workbook = newWorkbook(book.notice.date);
  const subtitle = noticeWords(book.notice);
  const rows = book.tasks.map((task) => rowOf(book, task));
  const parts = partsIn(book);
  const columns = inOrder(usedColumns(OVERVIEW_COLUMNS, rows));
  addWorksheet(workbook, {
    name: '全部任务',
    title: OVERVIEW_TITLE,
    subtitle: `${subtitle}　｜　${countWords(book)}`,
    frozen: 4,
    columns: [
      planned('count', DERIVED_HEADERS.count),
      ...columns.map(({ id, header }) => planned(id, header, ON_PAPER.includes(id) ? {} : ASIDE)),
    ],
    rows: rows.map((row, i) => ({ values: [i + 1, ...columns.map((column) => cellText(column, row))] })),
  });
  addMatrix(workbook, book, subtitle);
  addWorksheet(workbook, {
    name: '各单位任务数',
    title: '各单位任务数',
    subtitle,
    frozen: 1,
    page: 'portrait',
    columns: [planned('unit', '单位'), ...parts.map((part) => planned('amount', PART_WORDS[part]))],
    rows: tally(book).map(({ name, ...counts }) => ({
      values: [name, ...parts.map((part) => counts[part])],
    })),
  });
  addIndicators(workbook, book, subtitle);
  return workbookBytes(workbook);
}

/** What is printed of a task; the rest stands beside it, folded away. */
const ON_PAPER: readonly NoticeColumn[] = [
  'ref',
  'name',
  'goal',
  'indicators',
  'until',
  'lead',
  'responsible',
  'helping',
  'supervising',
];
const ASIDE = { isAside: true, isFolded: true } as const;

/** Columns with those that are printed before the others; of these no more than a page has room for. */
function inOrder<Row extends TaskRow>(columns: readonly SheetColumn<Row>[]): readonly SheetColumn<Row>[] {
  const onPaper = ON_PAPER.flatMap((id) => columns.filter((column) => column.id === id));
  return [...onPaper, ...columns.filter((column) => !onPaper.includes(column))];
}

/** What tells which task a row of a list is of. */
const which = () => (['ref', 'name'] as const).map((id) => planned(id, headerOf(id)));
const ID = planned('id', headerOf('id'), ASIDE);

/** 共 121 项：核心绩效指标 5，重要文件 4 … */
function countWords(book: TaskBook): string {
  const { tables, tasks } = book;
  const counts = tables.map((table) => `${table.name || table.title} ${tasksOf(book, table).length}`);
  return `共 ${tasks.length} 项：${counts.join('，')}`;
}

/** Units at the top, tasks at the side, and a sign where a unit has a task; a matrix too large to be looked at says so. */
function addMatrix(workbook: ExcelJS.Workbook, book: TaskBook, subtitle: string): void {
  const concernsOf = concernFinder(book);
  const columns = book.units.map(({ name }) => {
    const signs = new Map<Task, string>();
    for (const concern of concernsOf(name)) {
      if ('task' in concern) signs.set(concern.task, PART_SIGNS[concern.part]);
    }
    return { name, signs };
  });
  const units = columns.filter(({ signs }) => signs.size > 0);
  const legend = partsIn(book)
    .map((part) => `${PART_SIGNS[part]} ${PART_WORDS[part]}`)
    .join('　');
  const head = { name: '单位任务矩阵', title: '单位任务矩阵' };
  if (units.length * book.tasks.length > LARGEST_MATRIX) {
    const text = `${book.tasks.length} 项任务、${units.length} 个单位，矩阵太大，没有列出。请在“全部任务”里按单位筛选，或看各单位的任务清单。`;
    addWorksheet(workbook, {
      ...head,
      subtitle,
      frozen: 1,
      columns: [planned('text', '说明')],
      rows: [{ values: [text] }],
    });
    return;
  }
  addWorksheet(workbook, {
    ...head,
    subtitle: `${subtitle}　｜　${legend}`,
    frozen: 2,
    page: 'large',
    columns: [...which(), ...units.map(({ name }) => planned('sign', name, { upright: true })), ID],
    rows: book.tasks.map((task): PlannedRow => {
      const row = rowOf(book, task);
      return {
        values: [refWords(row), row.name, ...units.map(({ signs }) => signs.get(task) ?? ''), row.id],
      };
    }),
  });
}

/** Every figure that a task is to reach, a row each. */
function addIndicators(workbook: ExcelJS.Workbook, book: TaskBook, subtitle: string): void {
  const rows = book.tasks.flatMap((task) => {
    const row = rowOf(book, task);
    const lead = cellText(taskColumn('lead'), row);
    return targetsOf(task.indicators).map((indicator): PlannedRow => {
      const { subject, text, at } = indicator;
      return {
        values: [
          refWords(row),
          row.name,
          subject,
          text,
          indicatorWords(indicator),
          lead,
          row.id,
          placeText(at),
        ],
      };
    });
  });
  if (rows.length === 0) return;
  addWorksheet(workbook, {
    name: '量化指标',
    title: '量化指标',
    subtitle: `${subtitle}　｜　共 ${rows.length} 个`,
    frozen: 2,
    columns: [
      ...which(),
      planned('indicators', '指标'),
      planned('times', '要求'),
      planned('text', '全文'),
      planned('lead', headerOf('lead')),
      ID,
      planned('at', headerOf('at'), ASIDE),
    ],
    rows,
  });
}
