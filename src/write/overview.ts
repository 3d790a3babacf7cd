import type { TaskBook } from '../model/taskbook.js';
import { noticeWords, OVERVIEW_COLUMNS, PART_WORDS, rowOf, tally } from '../sheets/index.js';

/** 总台账: a workbook of all tasks, and of how many each unit has. */
export async function overviewToXlsx(book: TaskBook): Promise<Uint8Array> {
  // Loaded when it is needed: it is most of what there is to load.
  const { addWorksheet, newWorkbook, workbookBytes } = await import('./workbook.js');
  const workbook = newWorkbook(book.notice.date);
  const subtitle = noticeWords(book.notice);
  addWorksheet(workbook, {
    name: '全部任务',
    title: '任务总台账',
    subtitle,
    columns: OVERVIEW_COLUMNS,
    rows: book.tasks.map((task) => {
      const row = rowOf(book, task);
      return { values: OVERVIEW_COLUMNS.map(({ text }) => text(row)) };
    }),
  });
  addWorksheet(workbook, {
    name: '各单位任务数',
    title: '各单位任务数',
    subtitle,
    columns: [
      { header: '单位', width: 30 },
      ...Object.values(PART_WORDS).map((header) => ({ header, width: 14, centred: true })),
    ],
    rows: tally(book).map(({ name, lead, responsible, body, hosted, member, possible }) => ({
      values: [name, lead, responsible, body, hosted, member, possible],
    })),
  });
  return workbookBytes(workbook);
}
