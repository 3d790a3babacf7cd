import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { MAKER } from '../words/own-files.js';
import { signed } from './authors.js';
import { rowsOf } from './cells.js';
import { tidied } from './tidy.js';
import { repack } from './zip.js';

/** An empty workbook that knows no time but the notice's. */
export function newWorkbook(date: string | null): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const time = new Date(`${date ?? '2000-01-01'}T00:00:00Z`);
  workbook.created = time;
  workbook.modified = time;
  workbook.creator = MAKER;
  workbook.lastModifiedBy = MAKER;
  return workbook;
}

/** Writes a workbook; the same workbook always gives the same bytes. */
export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  shareStyles(workbook);
  appendBytes(workbook);
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return repack(new Uint8Array(stored), (parts) => signed(workbook, tidied(parts)));
}

/**
 * Gives cells that look alike one style: exceljs writes out the style of every cell to find out whether it knows it,
 * but for one that it has seen.
 */
function shareStyles(workbook: ExcelJS.Workbook): void {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  const numbers = new WeakMap<object, number>();
  let count = 0;
  // Fonts, borders and fills are a few objects that all cells have.
  const numberOf = (part: object | undefined) => {
    if (!part) return 0;
    const number = numbers.get(part) ?? ++count;
    numbers.set(part, number);
    return number;
  };
  for (const sheet of workbook.worksheets) {
    for (const row of rowsOf(sheet)) {
      for (let column = 1; column <= row.cellCount; column++) {
        const cell = row.findCell(column);
        if (!cell) continue;
        const { font, border, fill, ...rest } = cell.style;
        const parts = [cell.type, numberOf(font), numberOf(border), numberOf(fill), JSON.stringify(rest)];
        const key = parts.join(' ');
        const style = known.get(key);
        if (style) cell.style = style;
        else known.set(key, cell.style);
      }
    }
  }
}

/** What exceljs gives its parts to when it writes. */
interface PartWriter {
  append(part: string | Uint8Array, options: object): void;
}

/**
 * Gives exceljs's zip bytes where it would give it texts: the zip encodes a text in stretches of 16 KB and loses the
 * rare character (𠮷) that two of them share.
 */
function appendBytes({ xlsx }: ExcelJS.Workbook): void {
  const writing = xlsx as unknown as { addContentTypes(zip: PartWriter, model: unknown): Promise<void> };
  const first = writing.addContentTypes;
  writing.addContentTypes = (zip, model) => {
    const append = zip.append.bind(zip);
    zip.append = (part, options) => append(typeof part === 'string' ? strToU8(part) : part, options);
    return first.call(xlsx, zip, model);
  };
}
