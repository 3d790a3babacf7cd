import type ExcelJS from 'exceljs';
import type { Entries, KeptRow, NoticeColumn, SheetRow, TaskSheet } from '../../model/sheet.js';
import { printedDigest } from '../../returned/index.js';
import {
  COVER_FACTS,
  type Column,
  cellText,
  columnsOf,
  FILL_IN_COLUMNS,
  KEPT_WORDS,
  keptText,
  notedHeader,
  noticeWords,
  type OpenColumn,
  partCounts,
  SHEET_COLUMNS,
  typedUnder,
  WORKSHEETS,
} from '../../sheets/index.js';
import { addCover, addFiguresSheet, setCheck } from './cover.js';
import { protect } from './form.js';
import { addWorksheet, HEADER_ROW, type PlannedRow } from './table.js';

/** Width of a column that people added, in characters. */
const OWN_WIDTH = 14;

/** How many columns stay in view: to the task's name. */
const FROZEN = indexOf('name') + 1;

function indexOf(wanted: NoticeColumn): number {
  return SHEET_COLUMNS.findIndex(({ id }) => id === wanted);
}

/**
 * A task sheet as a workbook that a unit fills in and prints: 封面, 任务清单 with the rows of the CSV, and 正文, the
 * measures that the rows lead to.
 *
 * @param own worksheets that people added to an earlier one, to be put behind
 */
export async function sheetToXlsx(
  sheet: TaskSheet,
  own: readonly ExcelJS.Worksheet[] = [],
): Promise<Uint8Array> {
  const { workbook } = await sheetWorkbook(sheet, own);
  return (await import('../../workbook/new.js')).workbookBytes(workbook);
}

/** The same before it is written, with the digest of all that is printed in it. */
export async function sheetWorkbook(
  sheet: TaskSheet,
  own: readonly ExcelJS.Worksheet[],
): Promise<{ workbook: ExcelJS.Workbook; printed: string }> {
  // Loaded when it is needed: it is most of what there is to load.
  const { newWorkbook } = await import('../../workbook/new.js');
  const workbook = newWorkbook(sheet.notice.date);
  const fillIn: readonly OpenColumn[] = [
    ...FILL_IN_COLUMNS,
    ...sheet.columns.map((header) => ({ id: null, header, width: OWN_WIDTH })),
  ];
  const printed = columnsOf(SHEET_COLUMNS, sheet.rows, sheet.kept);
  addCover(workbook, sheet);
  addWorksheet(workbook, {
    name: WORKSHEETS.tasks,
    title: `${sheet.unit}任务清单`,
    subtitle: `${noticeWords(sheet.notice)}　｜　${countWords(sheet)}`,
    footer: sheet.unit,
    frozen: FROZEN,
    columns: printed.map((column) => ({
      ...column,
      hidden: column.id === 'change' && sheet.rows.every(({ change }) => change === null),
    })),
    rows: [
      ...sheet.rows.map((row) => taskRow(row, sheet, printed, fillIn)),
      ...sheet.kept.map((row) => keptRow(row, printed, fillIn)),
    ],
    fillIn: fillIn.map((column) => ({ ...column, hidden: column.id === 'person' && isPrinted(sheet) })),
  });
  addMeasures(workbook, sheet);
  addFiguresSheet(workbook, sheet);
  for (const each of own) addOwn(workbook, each);
  const digest = printedDigest(workbook);
  setCheck(workbook, COVER_FACTS.check, digest);
  return { workbook, printed: digest };
}

const PERSON = /责任人/;

/** Whether the notice itself says who is responsible for every task, and nobody has said otherwise. */
function isPrinted({ rows, kept }: TaskSheet): boolean {
  return (
    rows.length > 0 &&
    rows.every(({ people = '', filled }) => PERSON.test(people) && filled.person === undefined) &&
    kept.every(({ filled }) => filled.person === undefined)
  );
}

type Printed = readonly Column<SheetRow>[];

function taskRow(
  row: SheetRow,
  { measures }: TaskSheet,
  printed: Printed,
  fillIn: readonly OpenColumn[],
): PlannedRow {
  const place = measures.findIndex(({ id }) => id === row.measures[0]);
  return {
    values: printed.map((column) => {
      const text = cellText(column, row);
      const isLink = column.id === 'measures' && place >= 0;
      return isLink ? { text, to: `${WORKSHEETS.measures}!A${HEADER_ROW + 1 + place}` } : text;
    }),
    faint: row.part === 'possible',
    marked: row.change === null ? [] : [printed.findIndex(({ id }) => id === 'change')],
    ...peoples(row, printed, fillIn),
  };
}

function keptRow(row: KeptRow, printed: Printed, fillIn: readonly OpenColumn[]): PlannedRow {
  return {
    values: printed.map(({ id }) => keptText(id, row)),
    faint: row.part === 'cancelled',
    open: row.part === 'unplaced',
    ...peoples(row, printed, fillIn),
  };
}

/** What people put into a row. */
function peoples(
  row: Entries,
  printed: Printed,
  fillIn: readonly OpenColumn[],
): Pick<PlannedRow, 'filled' | 'notes'> {
  const headers = [...printed, ...fillIn].map(({ header }) => header);
  return {
    filled: fillIn.map((column) => typedUnder(column, row)),
    notes: new Map(row.notes.map((note) => [Math.max(0, headers.indexOf(notedHeader(note))), note.text])),
  };
}

/** 共 106 项：牵头 59，责任 3，可能涉及 44；已取消 2. */
function countWords({ rows, kept }: TaskSheet): string {
  const counts = partCounts(rows).map(({ word, count }) => `${word} ${count}`);
  const others = Object.entries(KEPT_WORDS)
    .map(([part, word]) => ({ word, count: kept.filter((row) => row.part === part).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `；${word} ${count}`);
  return `共 ${rows.length} 项${counts.length > 0 ? `：${counts.join('，')}` : ''}${others.join('')}`;
}

function addMeasures(workbook: ExcelJS.Workbook, { measures, rows, notice, unit }: TaskSheet): void {
  if (measures.length === 0) return;
  const sheet = addWorksheet(workbook, {
    name: WORKSHEETS.measures,
    title: '对应的正文',
    subtitle: noticeWords(notice),
    footer: unit,
    columns: [
      { header: '条', width: 9, centred: true },
      { header: '标题', width: 22 },
      { header: '原文', width: 96 },
      { header: '本单位任务', width: 14, centred: true },
    ],
    rows: measures.map(({ id, title, text }) => {
      const own = rows.filter((row) => row.measures.includes(id));
      const first = HEADER_ROW + 1 + rows.indexOf(own[0] as SheetRow);
      const words = own.length > 1 ? `${own[0]?.id} 等 ${own.length} 项` : (own[0]?.id ?? '');
      return { values: [id, title, text, { text: words, to: `${WORKSHEETS.tasks}!A${first}` }] };
    }),
  });
  protect(sheet);
}

/** Copies a worksheet of people's own: values, formats, merged cells, widths, comments. */
function addOwn(workbook: ExcelJS.Workbook, own: ExcelJS.Worksheet): void {
  const taken = (name: string) => workbook.getWorksheet(name) !== undefined;
  let { name } = own;
  for (let n = 2; taken(name); n++) name = `${own.name.slice(0, 25)}（${n}）`;
  const copy = workbook.addWorksheet(name);
  const { id, orderNo } = copy as ExcelJS.Worksheet & { orderNo: number };
  const { model } = own;
  // exceljs gives merged cells under one name and takes them under another.
  const mergeCells = (model as ExcelJS.WorksheetModel & { merges: string[] }).merges;
  copy.model = { ...model, id, orderNo, name, mergeCells } as ExcelJS.WorksheetModel;
  copy.state = own.state;
}
