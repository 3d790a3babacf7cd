import type Excel from 'exceljs';
import {
  readReturned,
  renewSheet,
  reportsIn,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  unitNamed,
  withWritten,
} from '../../src/index.js';
import { bookOf, taskNotice } from './table-notice.js';

// Two units with tasks of their own, and of both; whether they are in 县安委会, the notice does not say.
const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县民政局',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县财政局',
  '救灾物资 | 储备帐篷200顶，棉被1000床。 | 县民政局 | 县财政局',
  '安全检查 | 对在建工地开展2次检查。 | 县应急管理局 | 县安委会成员单位',
  '安全宣传 | 组织1次安全生产月宣传活动。 | 县应急管理局 | 各有关单位',
];
export const [WATER, CIVIL] = ['县水利局', '县民政局'] as const;

/** Two units whose sheets get into one file. */
export interface TwoUnits {
  readonly book: TaskBook;
  /** Their sheets as they go out. */
  readonly water: Uint8Array;
  readonly civil: Uint8Array;
}

export async function twoUnits(): Promise<TwoUnits> {
  const book = await bookOf(taskNotice(ROWS));
  const [water, civil] = await Promise.all([WATER, CIVIL].map((unit) => sheetToXlsx(sheetFor(book, unit))));
  if (!water || !civil) throw new Error('no sheets');
  return { book, water, civil };
}

/** Copies a worksheet's texts, as who pastes it into another workbook does. */
export function copied(from: Excel.Worksheet, to: Excel.Workbook, name: string): Excel.Worksheet {
  const copy = to.addWorksheet(name);
  from.eachRow((row, r) =>
    row.eachCell((cell, c) => {
      if (cell.master === cell) copy.getCell(r, c).value = cell.value;
    }),
  );
  return copy;
}

/** Puts a value under a header of a table, into the row that has a text. */
export function put(sheet: Excel.Worksheet, of: string, header: string, value: Excel.CellValue) {
  let [row, column] = [0, 0];
  sheet.eachRow((each, r) =>
    each.eachCell((cell, c) => {
      if (r === 3 && cell.text === header) column = c;
      if (row === 0 && r > 3 && cell.text === of) row = r;
    }),
  );
  if (row * column === 0) throw new Error(`${of} ${header}`);
  sheet.getCell(row, column).value = value;
}

/** What is asked in a workbook. */
export const open = (workbook: Excel.Workbook) => workbook.getWorksheet('待确认') as Excel.Worksheet;

/** What a roll-up has of one file, in short words. */
export async function rolledUp({ book }: TwoUnits, bytes: Uint8Array, file: string) {
  const { collected, unread } = await readReturned(bytes, file);
  const read = await Promise.all(
    collected.map(async (each) => reportsIn(book, await withWritten(book, each), null)),
  );
  const all = rollUp(book, read, null, unread);
  return {
    said: all.tasks.flatMap(({ name, reports }) =>
      reports.flatMap(({ unit, filled }) => (filled.progress ? [`${unit} ${name} ${filled.progress}`] : [])),
    ),
    answers: all.answers.map(({ unit, asked, answer, note }) => `${unit} ${asked} ${answer} ${note}`),
    handed: all.units.flatMap(({ unit, handed }) => (handed === 'no' ? [] : [`${unit} ${handed}`])),
    rest: all.rest.map(({ said }) => JSON.stringify(said)),
    told: all.problems.map(({ code }) => code),
  };
}

/** 县水利局's sheet after it was written over such a file. */
export async function renewed({ book }: TwoUnits, bytes: Uint8Array, name: string) {
  const { value, diagnostics } = await renewSheet(sheetFor(book, WATER), name, bytes, {
    unitOf: (named) => unitNamed(book, named),
  });
  return {
    sheet: value?.sheet,
    answers: value?.sheet.questions.map(({ group, filled }) => [group, filled.answer, filled.note]),
    keep: value?.keep,
    told: diagnostics.map(({ code }) => code),
  };
}
