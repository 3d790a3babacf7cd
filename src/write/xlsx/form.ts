import type ExcelJS from 'exceljs';
import type { Typed } from '../../model/sheet.js';
import { DONE, type FillInColumn, STATUSES } from '../../sheets/index.js';
import { BORDER, colouring, FILL_IN_FILL, LATE_COLOUR, STATUS_COLOURS, TEXT_FONT } from './styles.js';

/**
 * Locks what the notice says, and says of each open cell what it takes.
 *
 * @param before how many columns there are left of those to fill in
 * @param rows the first and the last row to fill in
 */
export function makeForm(
  sheet: ExcelJS.Worksheet,
  before: number,
  fillIn: readonly FillInColumn[],
  rows: readonly [first: number, last: number],
): void {
  const [first, last] = rows;
  const columnOf = (wanted: FillInColumn) => sheet.getColumn(before + fillIn.indexOf(wanted) + 1).letter;
  for (const column of fillIn) {
    const { header, takes } = column;
    if (!takes) continue;
    const range = `${columnOf(column)}${first}:${columnOf(column)}${last}`;
    const isDate = takes === 'date';
    // exceljs has no type for what holds the validations of ranges.
    (sheet as unknown as { dataValidations: Validations }).dataValidations.add(range, {
      type: isDate ? 'date' : 'list',
      allowBlank: true,
      ...(isDate && { operator: 'between' as const }),
      formulae: isDate ? DAYS : [`"${takes.join(',')}"`],
      showErrorMessage: true,
      errorTitle: header,
      error: isDate ? '请写日期，如 2025-6-30。' : `请从下拉列表中选：${takes.join('、')}`,
    });
  }
  const [status, due] = [
    fillIn.find(({ takes }) => takes === STATUSES),
    fillIn.find(({ isDue = false }) => isDue),
  ].map((column) => column && columnOf(column));
  if (status) {
    sheet.addConditionalFormatting({
      ref: `${status}${first}:${status}${last}`,
      rules: Object.entries(STATUS_COLOURS).map(([word, colours], i) => ({
        type: 'expression',
        priority: i + 2,
        formulae: [`$${status}${first}="${word}"`],
        style: colouring(colours),
      })),
    });
  }
  if (status && due) {
    sheet.addConditionalFormatting({
      ref: `${due}${first}:${due}${last}`,
      rules: [
        {
          type: 'expression',
          priority: 1,
          formulae: [`AND(ISNUMBER($${due}${first}),$${due}${first}<TODAY(),$${status}${first}<>"${DONE}")`],
          style: colouring(LATE_COLOUR),
        },
      ],
    });
  }
  protect(sheet);
}

/** The days that a cell takes: any that a person may mean. */
const DAYS = [new Date('2000-01-01T00:00:00Z'), new Date('2099-12-31T00:00:00Z')];

interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

/** Locks a worksheet without a password, so that widths, filters and order are still people's. */
export function protect(sheet: ExcelJS.Worksheet): void {
  void sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertHyperlinks: true,
    sort: true,
    autoFilter: true,
  });
}

/** What somebody typed, as a cell holds it: a day is a date. */
export function typedValue(typed: Typed | undefined): ExcelJS.CellValue {
  return typeof typed === 'object' ? new Date(`${typed.date}T00:00:00Z`) : (typed ?? null);
}

/** Makes a cell one to fill in. */
export function openCell(cell: ExcelJS.Cell, isDate: boolean): void {
  cell.font = TEXT_FONT;
  cell.border = BORDER;
  cell.fill = FILL_IN_FILL;
  cell.alignment = { horizontal: isDate ? 'center' : 'left', vertical: 'middle', wrapText: true };
  cell.protection = { locked: false };
  if (isDate) cell.numFmt = 'yyyy-mm-dd';
}
