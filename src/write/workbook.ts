import ExcelJS from 'exceljs';
import stringWidth from 'fast-string-width';
import type { Segment } from '../model/revision.js';
import type { FillInColumn } from '../sheets/index.js';
import { repack } from './zip.js';

/** The look that all workbooks share: Song-style text, black-type headings, thin rules. */
const TEXT_FONT = { name: '仿宋', family: 3, charset: 134, size: 10.5 } as const;
const FAINT_FONT = { ...TEXT_FONT, color: { argb: 'FF707070' } } as const;
const HEADING_FONT = { name: '黑体', family: 2, charset: 134, size: 10.5 } as const;
const TITLE_FONT = { name: '方正小标宋简体', family: 1, charset: 134, size: 18 } as const;
const RULE = { style: 'thin', color: { argb: 'FF808080' } } as const;
const SEGMENT_FONTS: Record<Segment['kind'], Partial<ExcelJS.Font>> = {
  same: TEXT_FONT,
  removed: { ...TEXT_FONT, strike: true, color: { argb: 'FFC00000' } },
  added: { ...TEXT_FONT, bold: true, color: { argb: 'FF00703C' } },
};
const BORDER = { top: RULE, left: RULE, bottom: RULE, right: RULE };
const HEADING_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDE6F0' } } as const;
const FILL_IN_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } } as const;

/** Height of a line of text in points, and the most that a row can be high (ECMA-376 18.3.1.73). */
const LINE_HEIGHT = 15;
const MAX_ROW_HEIGHT = 409;

/** A table on a worksheet, under a title and a line about it. */
export interface WorksheetPlan {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  /** Empty columns at the right for people to fill in. */
  readonly fillIn?: readonly FillInColumn[];
}

interface PlannedColumn {
  readonly header: string;
  readonly width: number;
  readonly centred?: boolean;
}

/** What a cell holds: text, a number, or text in which something is marked as taken out or put in. */
type PlannedValue = string | number | readonly Segment[];

interface PlannedRow {
  readonly values: readonly PlannedValue[];
  /** Printed in grey: for what is less sure than the rest. */
  readonly faint?: boolean;
}

/** The row that holds the headers; titles stand above it, the table's rows below. */
const HEADER_ROW = 3;

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
  return repack(new Uint8Array(stored));
}

/**
 * Adds a worksheet that can be printed: A4 landscape, one page wide, the header repeated on every
 * page, pages numbered. Every cell is text or a number, never a formula.
 */
export function addWorksheet(workbook: ExcelJS.Workbook, plan: WorksheetPlan): void {
  const { columns, rows, fillIn = [] } = plan;
  const all: readonly (PlannedColumn | FillInColumn)[] = [...columns, ...fillIn];
  const sheet = workbook.addWorksheet(plan.name, {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  sheet.columns = all.map(({ width }) => ({ width }));
  addHeading(sheet, { row: 1, text: plan.title, font: TITLE_FONT, height: 32 });
  addHeading(sheet, { row: 2, text: plan.subtitle, font: TEXT_FONT, height: 20 });

  const header = sheet.addRow(all.map((column) => column.header));
  header.height = 30;
  header.eachCell((cell) => {
    cell.font = HEADING_FONT;
    cell.fill = HEADING_FILL;
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  for (const { values, faint } of rows) {
    const row = sheet.addRow(values.map(cellValue));
    row.height = heightOf(values, columns);
    columns.forEach(({ centred }, i) => {
      const cell = row.getCell(i + 1);
      cell.font = faint ? FAINT_FONT : TEXT_FONT;
      cell.border = BORDER;
      cell.alignment = { horizontal: centred ? 'center' : 'left', vertical: 'middle', wrapText: true };
    });
    fillIn.forEach((column, i) => {
      openCell(row.getCell(columns.length + i + 1), column);
    });
  }
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW + rows.length, column: all.length },
  };
}

/** A line of text over the table's whole width. */
function addHeading(
  sheet: ExcelJS.Worksheet,
  { row, text, font, height }: { row: number; text: string; font: Partial<ExcelJS.Font>; height: number },
): void {
  sheet.mergeCells(row, 1, row, sheet.columns.length);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = font;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  sheet.getRow(row).height = height;
}

function cellValue(value: PlannedValue): ExcelJS.CellValue {
  if (typeof value !== 'object') return value;
  if (value.every(({ kind }) => kind === 'same')) return plainText(value);
  return { richText: value.map(({ kind, text }) => ({ text, font: SEGMENT_FONTS[kind] })) };
}

function plainText(value: PlannedValue): string {
  return typeof value === 'object' ? value.map(({ text }) => text).join('') : String(value);
}

/** Makes an empty cell one to fill in. */
function openCell(cell: ExcelJS.Cell, { header, takes }: FillInColumn): void {
  cell.font = TEXT_FONT;
  cell.border = BORDER;
  cell.fill = FILL_IN_FILL;
  cell.alignment = { vertical: 'middle', wrapText: true };
  if (takes === 'date') {
    cell.numFmt = 'yyyy-mm-dd';
  } else if (takes) {
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${takes.join(',')}"`],
      showErrorMessage: true,
      errorTitle: header,
      error: `请从下拉列表中选：${takes.join('、')}`,
    };
  }
}

/** The height in points that the row's tallest cell needs, counting a Han character as two columns. */
function heightOf(values: PlannedRow['values'], columns: readonly PlannedColumn[]): number {
  const lines = values.map((value, i) => {
    // Cells have padding.
    const usable = Math.max(2, (columns[i]?.width ?? 10) - 2);
    return plainText(value)
      .split('\n')
      .reduce((sum, line) => sum + linesFor(line, usable), 0);
  });
  return Math.min(MAX_ROW_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + 6);
}

/** How many lines a text takes: it breaks between Han characters, and not before or inside Latin ones. */
function linesFor(text: string, usable: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of text.matchAll(/.?[!-~]+|./gu)) {
    const width = stringWidth(piece);
    if (used + width > usable && used > 0) {
      lines++;
      used = 0;
    }
    // What is wider than a line by itself is broken anywhere.
    lines += Math.max(0, Math.ceil(width / usable) - 1);
    used += width > usable ? width % usable || usable : width;
  }
  return lines;
}
