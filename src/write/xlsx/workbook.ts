import ExcelJS from 'exceljs';
import { repack } from '../zip.js';
import { tidied } from './tidy.js';

/** An empty workbook that knows no time but the notice's. */
export function newWorkbook(date: string | null): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const time = new Date(`${date ?? '2000-01-01'}T00:00:00Z`);
  workbook.created = time;
  workbook.modified = time;
  workbook.creator = 'wulong-tasks';
  workbook.lastModifiedBy = 'wulong-tasks';
  return workbook;
}

/** Writes a workbook; the same workbook always gives the same bytes. */
export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return repack(new Uint8Array(stored), tidied);
}
