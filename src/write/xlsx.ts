import type { TaskSheet } from '../model/sheet.js';
import { SHEET_COLUMNS, STATES } from './columns.js';
import { addWorksheet, HEADER_ROW, newWorkbook, workbookBytes } from './workbook.js';

const FILL_IN = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } } as const;

/**
 * A task sheet as a workbook with the one worksheet 任务清单: the rows of the CSV under a title, and
 * columns for the unit to fill in.
 */
export async function sheetToXlsx(sheet: TaskSheet): Promise<Uint8Array> {
  const workbook = await newWorkbook(sheet.notice.date);
  const { number, title, date } = sheet.notice;
  const worksheet = addWorksheet(workbook, {
    name: '任务清单',
    title: `${sheet.unit}任务清单`,
    subtitle: [title, number, date].filter((text) => text !== null).join('　'),
    columns: SHEET_COLUMNS,
    rows: sheet.rows.map((row) => SHEET_COLUMNS.map(({ text }) => text?.(row) ?? '')),
  });
  SHEET_COLUMNS.forEach(({ key, text }, i) => {
    if (text) return;
    for (let row = HEADER_ROW + 1; row <= HEADER_ROW + sheet.rows.length; row++) {
      const cell = worksheet.getCell(row, i + 1);
      cell.fill = FILL_IN;
      if (key === 'state') {
        cell.dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [`"${STATES.join(',')}"`],
          showErrorMessage: true,
          errorTitle: '进展状态',
          error: `请从下拉列表中选：${STATES.join('、')}`,
        };
      }
      if (key === 'deadline' || key === 'updated') cell.numFmt = 'yyyy-mm-dd';
    }
  });
  return workbookBytes(workbook);
}
