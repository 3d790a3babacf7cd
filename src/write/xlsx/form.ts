import type ExcelJS from 'exceljs';
import type { Typed } from '../../model/sheet.js';
import {
  ANSWER_WORDS,
  ANSWERS,
  headerOf,
  type OpenColumn,
  STATE_WORDS,
  STATUSES,
  typedText,
} from '../../sheets/index.js';
import { HEADER_ROW, type PlannedColumn } from './plan.js';
import { colouring, dress, INFERRED_COLOURS, LATE_COLOURS, STATUS_COLOURS } from './styles.js';

/**
 * Says of each open cell what it takes, and refuses what is typed over the notice's text. The worksheet is not locked:
 * Excel sorts and folds nothing that is. What is changed all the same shows when the sheet comes back.
 *
 * @param count how many rows there are
 * @param theirs how many of the last of them are people's own, whatever the column
 */
export function makeForm(
  sheet: ExcelJS.Worksheet,
  columns: readonly PlannedColumn[],
  count: number,
  theirs: number,
): void {
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + Math.max(1, count);
  const letterAt = (index: number) => sheet.getColumn(index + 1).letter;
  const columnOf = (is: (column: PlannedColumn) => boolean) => {
    const index = columns.findIndex(is);
    return index < 0 ? undefined : letterAt(index);
  };
  const id = columnOf(({ header }) => header === headerOf('id'));
  // exceljs has no type for what holds the validations of ranges.
  const { dataValidations } = sheet as unknown as { dataValidations: Validations };
  for (const [i, { open }] of columns.entries()) {
    if (open?.takes) dataValidations.add(`${letterAt(i)}${first}:${letterAt(i)}${last}`, takes(open));
  }
  for (const [from, to] of runs(columns.map(({ open }) => open === undefined))) {
    const [left, right] = [letterAt(from), letterAt(to)];
    dataValidations.add(`${left}1:${right}${HEADER_ROW}`, printed('FALSE'));
    // A row that somebody inserts has no id, and is theirs.
    if (last - theirs >= first)
      dataValidations.add(
        `${left}${first}:${right}${last - theirs}`,
        printed(id ? `$${id}${first}=""` : 'FALSE'),
      );
  }

  const status = columnOf(({ open }) => open?.id === 'status');
  const due = columnOf(({ open }) => open?.id === 'due');
  const until = columnOf(({ header }) => header === headerOf('until'));
  const rule = (formula: string, colours: Parameters<typeof colouring>[0], priority: number) => ({
    type: 'expression' as const,
    priority,
    formulae: [formula],
    style: colouring(colours),
  });
  if (status) {
    sheet.addConditionalFormatting({
      ref: `${status}${first}:${status}${last}`,
      rules: STATUSES.map((each, i) =>
        rule(`$${status}${first}="${STATE_WORDS[each]}"`, STATUS_COLOURS[each], i + 3),
      ),
    });
  }
  if (due) {
    const day = `$${due}${first}`;
    const isDone = status ? `,$${status}${first}<>"${STATE_WORDS.done}"` : '';
    // 推定 2025-12-31, as long as nobody has written another day.
    const isInferred = `AND(ISNUMBER(${day}),LEN($${until}${first})>10,TEXT(${day},"yyyy-mm-dd")=RIGHT($${until}${first},10))`;
    sheet.addConditionalFormatting({
      ref: `${due}${first}:${due}${last}`,
      rules: [
        rule(`AND(ISNUMBER(${day}),${day}<TODAY()${isDone})`, LATE_COLOURS, 1),
        ...(until ? [rule(isInferred, INFERRED_COLOURS, 2)] : []),
      ],
    });
  }
}

/** What an open column takes. */
function takes({ header, takes: kind }: OpenColumn): ExcelJS.DataValidation {
  const isDate = kind === 'date';
  const words = kind === 'status' ? STATUS_LIST : ANSWER_LIST;
  return {
    type: isDate ? 'date' : 'list',
    allowBlank: true,
    ...(isDate && { operator: 'between' as const }),
    formulae: isDate ? DAYS : [`"${words.join(',')}"`],
    showErrorMessage: true,
    errorTitle: header,
    error: isDate ? '请写日期，如 2025-6-30。' : `请从下拉列表中选：${words.join('、')}`,
  };
}

/** Offers words for cells that take any text all the same. */
export function chooseFrom(sheet: ExcelJS.Worksheet, range: string, words: readonly string[]): void {
  const { dataValidations } = sheet as unknown as { dataValidations: Validations };
  dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.join(',')}"`],
    showErrorMessage: false,
  });
}

/** What is printed takes nothing: a lock would forbid sorting, too. */
const printed = (formula: string): ExcelJS.DataValidation => ({
  type: 'custom',
  allowBlank: false,
  formulae: [formula],
  showErrorMessage: true,
  errorTitle: '通知的原文',
  error: '这里是通知的原文，不用改。要说的话请写在黄色的格子里。',
});

const STATUS_LIST = STATUSES.map((status) => STATE_WORDS[status]);
const ANSWER_LIST = ANSWERS.map((answer) => ANSWER_WORDS[answer]);

/** The days that a cell takes: any that a person may mean. */
const DAYS = [new Date('2000-01-01T00:00:00Z'), new Date('2099-12-31T00:00:00Z')];

interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

/** The first and last index of each stretch of what is so. */
function runs(flags: readonly boolean[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const [i, is] of flags.entries()) {
    const last = found.at(-1);
    if (is && last?.[1] === i - 1) last[1] = i;
    else if (is) found.push([i, i]);
  }
  return found;
}

/** Locks a worksheet that nobody fills in or sorts, without a password. */
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
function typedValue(typed: Typed | undefined): ExcelJS.CellValue {
  if (typeof typed !== 'object') return typed ?? null;
  return isDay(typed) ? new Date(`${typed.date}T00:00:00Z`) : typedText(typed);
}

/** Whether what somebody typed is a day, and one that a workbook can hold. */
function isDay(typed: Typed | undefined): typed is { date: string } {
  return typeof typed === 'object' && 'date' in typed && /^(?:19|[2-9]\d)\d\d-/.test(typed.date);
}

/** Makes a cell one to fill in, with what is filled in. */
export function typedCell(cell: ExcelJS.Cell, typed: Typed | undefined, kind: OpenColumn['takes']): void {
  cell.value = typedValue(typed);
  // A number that somebody typed where a day belongs must not look like one.
  const isDate = isDay(typed) || (kind === 'date' && typed === undefined);
  dress(cell, 'open', { centred: isDate || kind !== undefined, locked: false });
  if (isDate) cell.numFmt = 'yyyy-mm-dd';
}
