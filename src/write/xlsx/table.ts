import type ExcelJS from 'exceljs';
import { shareWords } from '../../collect/index.js';
import { typedText } from '../../sheets/index.js';
import { signedNote } from '../../workbook/signed.js';
import { fitted } from './fitted.js';
import { makeForm, typedCell } from './form.js';
import { DENSE_HEIGHT, denseHeight, heightOf } from './heights.js';
import { inOneCell } from './one-cell.js';
import {
  HEADER_ROW,
  type PlannedColumn,
  type PlannedCount,
  type PlannedLink,
  type PlannedNumber,
  type PlannedRow,
  type PlannedShare,
  type PlannedTyped,
  type PlannedValue,
  type WorksheetPlan,
} from './plan.js';
import {
  dress,
  footerOf,
  LOOKS,
  type LookName,
  MARGINS,
  PAGES,
  SEGMENT_FONTS,
  SMALLEST_SCALE,
  scaleOf,
} from './styles.js';

/** How long a link may be to stand on one line, in characters. */
const SHORT_LINK = 5;

/** The height of a character of a header that stands on end, in points. */
const UPRIGHT_HEIGHT = 15.5;

/** A share as `shareWords` has it. */
const SHARE_FORMAT = '[=0]0%;[=1]0%;0.0%';

/** How many columns beside a form are open for columns of people's own. */
const SPARE = 10;

/**
 * Adds a worksheet that can be printed: one page wide, the header repeated on every page, pages numbered; columns that
 * are for machines stand right of what is printed. Nothing that the notice says is a formula; a link that is longer
 * than a line is one.
 */
export function addWorksheet(workbook: ExcelJS.Workbook, plan: WorksheetPlan): ExcelJS.Worksheet {
  const {
    rows,
    frozen = 0,
    footer = '',
    page = 'landscape',
    total,
    scales,
    isHidden = false,
    isDense = false,
  } = plan;
  // What is not printed need not fit a page.
  const columns = isHidden
    ? plan.columns
    : fitted(
        plan.columns,
        rows.map(({ values }) => values.map(plainText)),
        PAGES[page].width,
      );
  const lines = rows.length + (total ? 1 : 0);
  const { paperSize, orientation } = PAGES[page];
  const beside = columns.findIndex(({ isAside, isFolded }) => isAside || isFolded);
  const printed = beside < 0 ? columns.length : beside;
  const sheet = workbook.addWorksheet(plan.name, {
    ...(isHidden && { state: 'hidden' }),
    views: [{ state: 'frozen', xSplit: frozen, ySplit: HEADER_ROW }],
    properties: { outlineLevelCol: columns.some(({ isFolded }) => isFolded) ? 1 : 0 },
    pageSetup: {
      paperSize: paperSize as ExcelJS.PaperSize,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: footerOf(footer) },
  });
  const isForm = columns.some(({ open }) => open);
  sheet.columns = columns.map(({ width, isFolded = false }) => ({
    width,
    hidden: isFolded,
    ...(isFolded && { outlineLevel: 1 }),
  }));
  // Cells that the program does not write take their column's style: people may write there.
  for (let i = 1; isForm && i <= columns.length + SPARE; i++) {
    sheet.getColumn(i).protection = { locked: false };
    sheet.getColumn(i).font = LOOKS.open.font;
  }
  // Of whole columns exceljs makes nonsense when it reads them.
  if (printed < columns.length)
    sheet.pageSetup.printArea = `A$1:${sheet.getColumn(printed).letter}$${HEADER_ROW + lines}`;
  addHeading(sheet, 1, printed, plan.title, 'title', 32);
  const wide = columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0);
  addHeading(sheet, 2, printed, plan.subtitle, 'subtitle', heightOf([plan.subtitle], [wide]));

  const header = sheet.addRow(columns.map((column) => column.header));
  const longest = Math.max(0, ...columns.map(({ upright, header: text }) => (upright ? text.length : 0)));
  const shown = columns.filter(({ isFolded }) => !isFolded);
  header.height = Math.max(
    heightOf(
      shown.map(({ header: text, upright }) => (upright ? '' : text)),
      shown.map(({ width }) => width),
    ) + 8,
    longest * UPRIGHT_HEIGHT,
  );
  columns.forEach(({ upright = false, open }, i) => {
    const cell = header.getCell(i + 1);
    dress(cell, 'head', { locked: open?.id !== null });
    if (upright) cell.alignment = { ...cell.alignment, textRotation: 'vertical' };
  });
  for (const each of rows) addRow(sheet, columns, each, undefined, isHidden);
  if (total) addRow(sheet, columns, total, 'total');
  if (isDense) makeDense(sheet, page);
  for (const [i, scale] of scales ?? []) {
    const { letter } = sheet.getColumn(i + 1);
    const ref = `${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + Math.max(1, rows.length)}`;
    sheet.addConditionalFormatting({ ref, rules: [scaleOf(scale)] });
  }
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW + rows.length, column: columns.length },
  };
  if (isForm) makeForm(sheet, columns, rows.length, rows.filter(({ open }) => open).length);
  return sheet;
}

function addRow(
  sheet: ExcelJS.Worksheet,
  columns: readonly PlannedColumn[],
  { values, faint = false, open = false, isHead = false, notes, marked = [] }: PlannedRow,
  look?: LookName,
  isHidden = false,
): void {
  const row = sheet.addRow(values.map(cellValue));
  // Rows that are not to be looked at need no looks, which take most of the time and room.
  if (isHidden) return;
  // Numbers stand on one line.
  const shown = columns.map((column, i) => ({
    column,
    text: isFigure(values[i]) ? '' : plainText(values[i] ?? ''),
  }));
  const seen = shown.filter(({ column }) => !column.isFolded);
  row.height = heightOf(
    seen.map(({ text }) => text),
    seen.map(({ column }) => column.width),
  );
  columns.forEach(({ centred = false, open: form }, i) => {
    const cell = row.getCell(i + 1);
    const value = values[i];
    if (form) {
      typedCell(cell, isTyped(value) ? value.typed : undefined, form.takes);
      return;
    }
    const name: LookName = look
      ? look
      : marked.includes(i)
        ? 'changed'
        : open
          ? 'open'
          : faint
            ? 'faint'
            : isLink(value)
              ? 'link'
              : isHead && i < 3
                ? 'label'
                : 'text';
    dress(cell, name, { centred, locked: !open });
    if (isNumber(value)) cell.numFmt = `0"${value.mark}"`;
    if (isShare(value)) cell.numFmt = SHARE_FORMAT;
    if (isCount(value)) cell.numFmt = '0;-0;;';
  });
  for (const [i, { text, author }] of notes ?? []) row.getCell(i + 1).note = signedNote(text, author);
}

/** Rows stand closer, and the sheet takes as few pages as it does at the smallest scale that can still be read. */
function makeDense(sheet: ExcelJS.Worksheet, page: keyof typeof PAGES): void {
  const heights = Array.from({ length: sheet.rowCount }, (_, i) => {
    const row = sheet.getRow(i + 1);
    if (i >= HEADER_ROW) row.height = denseHeight(row.height ?? 0);
    return row.height ?? DENSE_HEIGHT;
  });
  const header = heights[HEADER_ROW - 1] ?? 0;
  const height = heights.reduce((sum, each) => sum + each, 0);
  // The header stands on each page, and no row is cut.
  const room = PAGES[page].height / SMALLEST_SCALE - header - DENSE_HEIGHT;
  sheet.pageSetup.fitToHeight =
    height <= PAGES[page].height / SMALLEST_SCALE ? 1 : Math.ceil((height - header) / room);
}

/** A line of text over what is printed. */
function addHeading(
  sheet: ExcelJS.Worksheet,
  row: number,
  width: number,
  text: string,
  look: LookName,
  height: number,
): void {
  sheet.mergeCells(row, 1, row, width);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  dress(cell, look);
  sheet.getRow(row).height = height;
}

function isLink(value: PlannedValue | undefined): value is PlannedLink {
  return typeof value === 'object' && 'to' in value;
}

function isTyped(value: PlannedValue | undefined): value is PlannedTyped {
  return typeof value === 'object' && 'typed' in value;
}

function isNumber(value: PlannedValue | undefined): value is PlannedNumber {
  return typeof value === 'object' && 'number' in value;
}

function isCount(value: PlannedValue | undefined): value is PlannedCount {
  return typeof value === 'object' && 'count' in value;
}

function isShare(value: PlannedValue | undefined): value is PlannedShare {
  return typeof value === 'object' && 'share' in value;
}

function isFigure(value: PlannedValue | undefined): boolean {
  return typeof value === 'number' || isNumber(value) || isCount(value) || isShare(value);
}

function cellValue(value: PlannedValue): ExcelJS.CellValue {
  if (typeof value === 'string') return value === '' ? null : inOneCell(value);
  if (typeof value !== 'object') return value;
  if (isLink(value)) return linkValue(value);
  if (isTyped(value)) return null;
  if (isNumber(value)) return value.number;
  if (isCount(value)) return value.count;
  if (isShare(value)) return value.share;
  const whole = plainText(value);
  const held = inOneCell(whole);
  if (held !== whole || value.every(({ kind }) => kind === 'same')) return held;
  return { richText: value.map(({ kind, text }) => ({ text, font: SEGMENT_FONTS[kind] })) };
}

/** LibreOffice does not break the text of a cell that is a link, but that of a formula. */
export function linkValue({ text, to }: PlannedLink): ExcelJS.CellValue {
  if (text.length <= SHORT_LINK) return { text, hyperlink: to };
  const quoted = [`#${to}`, text].map((part) => `"${part.replaceAll('"', '""')}"`).join(',');
  return { formula: `HYPERLINK(${quoted})`, result: text };
}

function plainText(value: PlannedValue): string {
  if (typeof value !== 'object') return String(value);
  if (isLink(value)) return value.text;
  if (isTyped(value)) return typedText(value.typed);
  if (isNumber(value)) return `${value.number}${value.mark}`;
  if (isCount(value)) return value.count === 0 ? '' : String(value.count);
  if (isShare(value)) return shareWords(value.share);
  return value.map(({ text }) => text).join('');
}
