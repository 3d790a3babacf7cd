import Excel from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { type RollUp, readReturned, rollUp, type TaskBook } from '../../src/index.js';
import { headerOf } from '../../src/sheets/index.js';
import { workbookBytes } from '../../src/workbook/new.js';
import { withoutRare } from '../../src/workbook/plain.js';

/** Opens a workbook's bytes. */
export async function openWorkbook(bytes: Uint8Array): Promise<Excel.Workbook> {
  const workbook = new Excel.Workbook();
  const whole = zipSync(withoutRare(unzipSync(bytes)), { level: 0 });
  await workbook.xlsx.load(whole as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** A workbook's bytes after somebody changed something in it. */
export async function changed(
  bytes: Uint8Array,
  change: (workbook: Excel.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  change(workbook);
  return workbookBytes(workbook);
}

/** The worksheet 任务清单 and its columns by their headers. */
export function tasksIn(workbook: Excel.Workbook): {
  sheet: Excel.Worksheet;
  column: (header: string) => number;
  rows: () => Excel.Row[];
} {
  const sheet = workbook.getWorksheet('任务清单') as Excel.Worksheet;
  const columns = new Map<string, number>();
  sheet.getRow(3).eachCell((cell, i) => columns.set(cell.text, i));
  const column = (header: string) => columns.get(header) ?? 0;
  return {
    sheet,
    column,
    rows: () => {
      const found: Excel.Row[] = [];
      // Those that are there: asking for one by its number makes it, and there may be a million.
      sheet.eachRow((row, i) => {
        if (i > 3 && row.getCell(column(headerOf('part'))).text !== '') found.push(row);
      });
      return found;
    },
  };
}

/** Every text, number, day and comment that stands anywhere in a workbook. */
export function everythingIn(workbook: Excel.Workbook): Set<string> {
  const found = new Set<string>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        // What is merged with another says what that says.
        if (cell.type === Excel.ValueType.Merge) return;
        const value = cell.type === Excel.ValueType.Formula ? cell.result : cell.value;
        found.add(value instanceof Date ? value.toISOString().slice(0, 10) : cell.text);
        const { note } = cell;
        found.add(typeof note === 'string' ? note : (note?.texts?.map(({ text }) => text).join('') ?? ''));
      });
    });
  }
  return found;
}

/** What came back, rolled up. */
export async function rolledUpFrom(
  book: TaskBook,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  on: string | null,
): Promise<RollUp> {
  const read = await Promise.all(files.map(([name, bytes]) => readReturned(bytes, name)));
  return rollUp(
    book,
    read.flatMap(({ collected }) => collected),
    on,
    read.flatMap(({ unread }) => unread),
  );
}
