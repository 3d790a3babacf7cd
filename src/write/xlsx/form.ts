import type ExcelJS from 'exceljs';
import type { Typed } from '../../model/sheet.js';
import { type OpenColumn, STATE_WORDS, STATUSES, typedText } from '../../sheets/index.js';
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
  fillIn: readonly OpenColumn[],
  rows: readonly [first: number, last: number],
): void {
  const [first, last] = rows;
  const letterAt = (index: number) => sheet.getColumn(before + index + 1).letter;
  for (const [i, { header, takes }] of fillIn.entries()) {
    if (!takes) continue;
    const range = `${letterAt(i)}${first}:${letterAt(i)}${last}`;
    const isDate = takes === 'date';
    // exceljs has no type for what holds the validations of ranges.
    (sheet as unknown as { dataValidations: Validations }).dataValidations.add(range, {
      type: isDate ? 'date' : 'list',
      allowBlank: true,
      ...(isDate && { operator: 'between' as const }),
      formulae: isDate ? DAYS : [`"${WORDS.join(',')}"`],
      showErrorMessage: true,
      errorTitle: header,
      error: isDate ? '请写日期，如 2025-6-30。' : `请从下拉列表中选：${WORDS.join('、')}`,
    });
  }
  const [status, due] = (['status', 'due'] as const).map((wanted) => {
    const index = fillIn.findIndex(({ id }) => id === wanted);
    return index < 0 ? undefined : letterAt(index);
  });
  if (status) {
    sheet.addConditionalFormatting({
      ref: `${status}${first}:${status}${last}`,
      rules: STATUSES.map((each, i) => ({
        type: 'expression',
        priority: i + 2,
        formulae: [`$${status}${first}="${STATE_WORDS[each]}"`],
        style: colouring(STATUS_COLOURS[each]),
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
          formulae: [
            `AND(ISNUMBER($${due}${first}),$${due}${first}<TODAY(),$${status}${first}<>"${STATE_WORDS.done}")`,
          ],
          style: colouring(LATE_COLOUR),
        },
      ],
    });
  }
  protect(sheet);
}

/** The list that a status is chosen from. */
const WORDS = STATUSES.map((status) => STATE_WORDS[status]);

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
  if (typeof typed !== 'object') return typed ?? null;
  return isDay(typed) ? new Date(`${typed.date}T00:00:00Z`) : typedText(typed);
}

/** Whether what somebody typed is a day. */
export function isDay(typed: Typed | undefined): typed is { date: string } {
  return typeof typed === 'object' && 'date' in typed;
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
