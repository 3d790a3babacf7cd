import type { SheetRow, TaskSheet } from '../model/sheet.js';
import { FILL_IN_COLUMNS, noticeWords, PART_WORDS, SHEET_COLUMNS } from '../sheets/index.js';

/**
 * A task sheet as a workbook with the one worksheet 任务清单: the rows of the CSV under a title, and
 * columns for the unit to fill in.
 */
export async function sheetToXlsx({ unit, notice, rows }: TaskSheet): Promise<Uint8Array> {
  // Loaded when it is needed: it is most of what there is to load.
  const { addWorksheet, newWorkbook, workbookBytes } = await import('./workbook.js');
  const workbook = newWorkbook(notice.date);
  addWorksheet(workbook, {
    name: '任务清单',
    title: `${unit}任务清单`,
    subtitle: `${noticeWords(notice)}　｜　${countWords(rows)}`,
    columns: SHEET_COLUMNS,
    rows: rows.map((row) => ({
      values: SHEET_COLUMNS.map(({ text }) => text(row)),
      faint: row.part === 'possible',
    })),
    fillIn: FILL_IN_COLUMNS,
  });
  return workbookBytes(workbook);
}

/** 共 106 项：牵头 59，责任 3，可能涉及 44. */
function countWords(rows: readonly SheetRow[]): string {
  const counts = Array.from(new Set(rows.map(({ part }) => part)), (part) => {
    return `${PART_WORDS[part]} ${rows.filter((row) => row.part === part).length}`;
  });
  return `共 ${rows.length} 项${counts.length > 0 ? `：${counts.join('，')}` : ''}`;
}
