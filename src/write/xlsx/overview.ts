import type ExcelJS from 'exceljs';
import { tasksOf } from '../../model/book.js';
import { LARGEST_MATRIX } from '../../model/limits.js';
import { placeText } from '../../model/place.js';
import type { SheetPart } from '../../model/sheet.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import {
  categoryWords,
  cellText,
  columnsOf,
  concernFinder,
  headerOf,
  indicatorWords,
  noticeWords,
  OVERVIEW_COLUMNS,
  PART_WORDS,
  partsIn,
  rowOf,
  tally,
  taskColumn,
} from '../../sheets/index.js';
import { addWorksheet, type PlannedRow } from './table.js';

/** How a unit's part in a task is shown where there is room for one sign. */
const PART_SIGNS: Record<SheetPart, string> = {
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
  const columns = columnsOf(OVERVIEW_COLUMNS, rows);
  addWorksheet(workbook, {
    name: '全部任务',
    title: '任务总台账',
    subtitle: `${subtitle}　｜　${countWords(book)}`,
    frozen: 4,
    columns,
    rows: rows.map((row) => ({ values: columns.map((column) => cellText(column, row)) })),
  });
  addMatrix(workbook, book, subtitle);
  addWorksheet(workbook, {
    name: '各单位任务数',
    title: '各单位任务数',
    subtitle,
    frozen: 1,
    orientation: 'portrait',
    columns: [
      { header: '单位', width: 30 },
      ...parts.map((part) => ({ header: PART_WORDS[part], width: 11, centred: true })),
    ],
    rows: tally(book).map(({ name, ...counts }) => ({
      values: [name, ...parts.map((part) => counts[part])],
    })),
  });
  addIndicators(workbook, book, subtitle);
  return workbookBytes(workbook);
}

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
      columns: [{ header: '说明', width: 100 }],
      rows: [{ values: [text] }],
    });
    return;
  }
  addWorksheet(workbook, {
    ...head,
    subtitle: `${subtitle}　｜　${legend}`,
    frozen: 4,
    paper: 'A3',
    columns: [
      { header: headerOf('id'), width: 11, centred: true },
      { header: headerOf('category'), width: 12, centred: true },
      { header: headerOf('number'), width: 6, centred: true },
      { header: headerOf('name'), width: 26 },
      ...units.map(({ name }) => ({ header: name, width: 3.6, centred: true, upright: true })),
    ],
    rows: book.tasks.map((task): PlannedRow => {
      const { id, category, number, name } = rowOf(book, task);
      return {
        values: [
          id,
          categoryWords(category),
          number,
          name,
          ...units.map(({ signs }) => signs.get(task) ?? ''),
        ],
      };
    }),
  });
}

/** Every figure of a task, a row each. */
function addIndicators(workbook: ExcelJS.Workbook, book: TaskBook, subtitle: string): void {
  const rows = book.tasks.flatMap((task) => {
    const row = rowOf(book, task);
    const { id, category, number, name } = row;
    const lead = cellText(taskColumn('lead'), row);
    return task.indicators.map((indicator): PlannedRow => {
      const { subject, text, at } = indicator;
      return {
        values: [
          id,
          categoryWords(category),
          number,
          name,
          subject,
          text,
          indicatorWords(indicator),
          lead,
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
    frozen: 4,
    columns: [
      { header: headerOf('id'), width: 11, centred: true },
      { header: headerOf('category'), width: 12, centred: true },
      { header: headerOf('number'), width: 6, centred: true },
      { header: headerOf('name'), width: 24 },
      { header: '指标', width: 26 },
      { header: '要求', width: 18 },
      { header: '全文', width: 36 },
      { header: headerOf('lead'), width: 26 },
      { header: headerOf('at'), width: 16 },
    ],
    rows,
  });
}
