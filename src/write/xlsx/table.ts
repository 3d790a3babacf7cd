import type ExcelJS from 'exceljs';
import type { Segment } from '../../model/revision.js';
import type { Typed } from '../../model/sheet.js';
import { type OpenColumn, typedText } from '../../sheets/index.js';
import { isDay, makeForm, openCell, typedValue } from './form.js';
import { heightOf } from './heights.js';
import {
  BORDER,
  CHANGE_FILL,
  FAINT_FONT,
  FILL_IN_FILL,
  HEADING_FILL,
  HEADING_FONT,
  LINK_FONT,
  SEGMENT_FONTS,
  TEXT_FONT,
  TITLE_FONT,
} from './styles.js';

/** A table on a worksheet, under a title and a line about it. */
export interface WorksheetPlan {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  /** Columns at the right for people to fill in. */
  readonly fillIn?: readonly (OpenColumn & { readonly hidden?: boolean })[];
  /** How many columns at the left stay in view. */
  readonly frozen?: number;
  /** Printed on each page beside its number. */
  readonly footer?: string;
  readonly orientation?: 'landscape' | 'portrait';
  /** A3 for what A4 has no room for. */
  readonly paper?: 'A4' | 'A3';
}

interface PlannedColumn {
  readonly header: string;
  readonly width: number;
  readonly centred?: boolean;
  /** For a column in which nothing stands. */
  readonly hidden?: boolean;
  /** The header stands on end. */
  readonly upright?: boolean;
  /** People may write into the header. */
  readonly isOwn?: boolean;
}

/** Text that leads to a cell of another worksheet, as 正文!A4. */
interface PlannedLink {
  readonly text: string;
  readonly to: string;
}

/** What a cell holds: text, a number, a link, or text in which something is marked as taken out or put in. */
type PlannedValue = string | number | PlannedLink | readonly Segment[];

export interface PlannedRow {
  readonly values: readonly PlannedValue[];
  /** Printed in grey: for what is less sure than the rest, or no longer asked for. */
  readonly faint?: boolean;
  /** Whether people may write into the notice's columns, too. */
  readonly open?: boolean;
  /** What is in the fill-in columns, in their order. */
  readonly filled?: readonly (Typed | undefined)[];
  /** Comments by the column's index. */
  readonly notes?: ReadonlyMap<number, string>;
  /** Indexes of cells that are to be seen at once. */
  readonly marked?: readonly number[];
}

/** The row that holds the headers; titles stand above it, the table's rows below. */
export const HEADER_ROW = 3;

/** How long a link may be to stand on one line, in characters. */
const SHORT_LINK = 5;

/** The height of a character of a header that stands on end, in points. */
const UPRIGHT_HEIGHT = 15.5;

/** How many columns beside a form are open for columns of people's own. */
const SPARE = 10;

const PAPER_SIZES = { A4: 9, A3: 8 } as const;

/**
 * Adds a worksheet that can be printed: one page wide, the header repeated on every page, pages numbered.
 * Nothing that the notice says is a formula; a link that is longer than a line is one. Where there are columns to fill in, all that the notice says is locked, without a
 * password, and what is beside and below the table is open.
 */
export function addWorksheet(workbook: ExcelJS.Workbook, plan: WorksheetPlan): ExcelJS.Worksheet {
  const {
    columns,
    rows,
    fillIn = [],
    frozen = 0,
    footer = '',
    orientation = 'landscape',
    paper = 'A4',
  } = plan;
  const all: readonly PlannedColumn[] = [
    ...columns,
    ...fillIn.map((column) => ({ ...column, isOwn: column.id === null })),
  ];
  const sheet = workbook.addWorksheet(plan.name, {
    views: [{ state: 'frozen', xSplit: frozen, ySplit: HEADER_ROW }],
    pageSetup: {
      paperSize: PAPER_SIZES[paper] as ExcelJS.PaperSize,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${footer.replaceAll('&', '&&')}&C第 &P 页，共 &N 页` },
  });
  const isForm = fillIn.length > 0;
  sheet.columns = all.map(({ width, hidden = false }) => ({ width, hidden }));
  // Cells that the program does not write take their column's style: people may write there.
  if (isForm) for (let i = 1; i <= all.length + SPARE; i++) sheet.getColumn(i).protection = { locked: false };
  const width = all.length;
  addHeading(sheet, { row: 1, width, text: plan.title, font: TITLE_FONT, height: 32 });
  addHeading(sheet, { row: 2, width, text: plan.subtitle, font: TEXT_FONT, height: 20 });

  const header = sheet.addRow(all.map((column) => column.header));
  const longest = Math.max(0, ...all.map(({ upright, header: text }) => (upright ? text.length : 0)));
  header.height = Math.max(30, longest * UPRIGHT_HEIGHT);
  all.forEach(({ upright = false, isOwn = false }, i) => {
    const cell = header.getCell(i + 1);
    cell.font = HEADING_FONT;
    cell.fill = HEADING_FILL;
    cell.border = BORDER;
    cell.protection = { locked: !isOwn };
    cell.alignment = {
      horizontal: 'center',
      vertical: 'middle',
      wrapText: true,
      ...(upright && { textRotation: 'vertical' as const }),
    };
  });
  for (const planned of rows) addRow(sheet, plan, planned);
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW + rows.length, column: all.length },
  };
  if (isForm)
    makeForm(sheet, columns.length, fillIn, [HEADER_ROW + 1, HEADER_ROW + Math.max(1, rows.length)]);
  return sheet;
}

function addRow(
  sheet: ExcelJS.Worksheet,
  { columns, fillIn = [] }: WorksheetPlan,
  { values, faint = false, open = false, filled = [], notes, marked = [] }: PlannedRow,
): void {
  const row = sheet.addRow(values.map(cellValue));
  const widths = [...columns, ...fillIn].map(({ width }) => width);
  row.height = heightOf([...values.map(plainText), ...fillIn.map((_, i) => typedText(filled[i]))], widths);
  columns.forEach(({ centred }, i) => {
    const cell = row.getCell(i + 1);
    const value = values[i];
    cell.font = faint ? FAINT_FONT : isLink(value) ? LINK_FONT : TEXT_FONT;
    cell.border = BORDER;
    cell.alignment = { horizontal: centred ? 'center' : 'left', vertical: 'middle', wrapText: true };
    cell.protection = { locked: !open };
    if (open) cell.fill = FILL_IN_FILL;
    if (marked.includes(i)) cell.fill = CHANGE_FILL;
  });
  fillIn.forEach(({ takes }, i) => {
    const cell = row.getCell(columns.length + i + 1);
    cell.value = typedValue(filled[i]);
    // A number that somebody typed where a day belongs must not look like one.
    openCell(cell, isDay(filled[i]) || (takes === 'date' && filled[i] === undefined));
  });
  for (const [i, text] of notes ?? []) row.getCell(i + 1).note = text;
}

/** A line of text over the table's whole width. */
function addHeading(
  sheet: ExcelJS.Worksheet,
  {
    row,
    width,
    text,
    font,
    height,
  }: { row: number; width: number; text: string; font: Partial<ExcelJS.Font>; height: number },
): void {
  sheet.mergeCells(row, 1, row, width);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = font;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  cell.protection = { locked: true };
  sheet.getRow(row).height = height;
}

function isLink(value: PlannedValue | undefined): value is PlannedLink {
  return typeof value === 'object' && 'to' in value;
}

function cellValue(value: PlannedValue): ExcelJS.CellValue {
  if (typeof value !== 'object') return value;
  if (isLink(value)) return linkValue(value);
  if (value.every(({ kind }) => kind === 'same')) return plainText(value);
  return { richText: value.map(({ kind, text }) => ({ text, font: SEGMENT_FONTS[kind] })) };
}

/** LibreOffice does not break the text of a cell that is a link, but that of a formula. */
function linkValue({ text, to }: PlannedLink): ExcelJS.CellValue {
  if (text.length <= SHORT_LINK) return { text, hyperlink: to };
  const quoted = [`#${to}`, text].map((part) => `"${part.replaceAll('"', '""')}"`).join(',');
  return { formula: `HYPERLINK(${quoted})`, result: text };
}

function plainText(value: PlannedValue): string {
  if (typeof value !== 'object') return String(value);
  return isLink(value) ? value.text : value.map(({ text }) => text).join('');
}
