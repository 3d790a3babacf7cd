import type ExcelJS from 'exceljs';
import type { TaskSheet } from '../../model/sheet.js';
import { printedDigest } from '../../returned/index.js';
import {
  answerOf,
  askedIn,
  COVER_FACTS,
  isSurelyOwn,
  KEPT_WORDS,
  noticeWords,
  partCounts,
  READING_TITLES,
  refWords,
  WORKSHEETS,
} from '../../sheets/index.js';
import { copyAuthors } from '../../workbook/authors.js';
import { addCover, setCheck } from './cover.js';
import { addFiguresSheet } from './cover-figures.js';
import { protect } from './form.js';
import { HEADER_ROW, planned } from './plan.js';
import { addWorksheet } from './table.js';
import { measuresShown } from './tasks/lines.js';
import { openTable, type SheetTable, taskTable } from './tasks/tables.js';

/**
 * A task sheet as a workbook that a unit fills in and prints: 封面, 任务清单 with what is surely its own, 待确认 with what
 * the notice leaves open, and 正文, the measures that the rows lead to.
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
  const { unit, notice } = sheet;
  const tasks = taskTable(sheet);
  const open = openTable(sheet);
  const figures = addCover(workbook, sheet, tasks, open);
  const add = (name: string, subtitle: string, table: SheetTable) =>
    addWorksheet(workbook, { name, title: unit + name, subtitle, footer: unit, ...table });
  add(WORKSHEETS.tasks, `${noticeWords(notice)}　｜　${countWords(sheet)}`, tasks);
  if (open) add(WORKSHEETS.open, openWords(sheet), open);
  addMeasures(workbook, sheet);
  addFiguresSheet(workbook, sheet, figures);
  for (const each of own) addOwn(workbook, each);
  const digest = printedDigest(workbook);
  setCheck(workbook, COVER_FACTS.check, digest);
  return { workbook, printed: digest };
}

/** 应办 9 项：牵头 4，责任 5；已取消 2. */
function countWords({ rows, kept }: TaskSheet): string {
  const sure = rows.filter(isSurelyOwn);
  const counts = partCounts(sure).map(({ word, count }) => `${word} ${count}`);
  const others = Object.entries(KEPT_WORDS)
    .map(([part, word]) => ({ word, count: kept.filter((row) => row.part === part).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `；${word} ${count}`);
  return `应办 ${sure.length} 项${counts.length > 0 ? `：${counts.join('，')}` : ''}${others.join('')}`;
}

/** What the notice leaves open, and what an answer does. */
function openWords(sheet: TaskSheet): string {
  const { rows, open, groups } = askedIn(sheet);
  const single = rows.filter((row) => answerOf(row) === undefined).length;
  const asked = [
    ...(groups > 0 ? [`先答集体 ${groups} 个`] : []),
    ...(single > 0 ? [`${groups > 0 ? '再' : ''}逐项答 ${single} 项`] : []),
  ].join('，');
  return `通知没有说清，还有 ${open} 项待确认。请答“是”“否”或“不清楚”${asked === '' ? '' : `：${asked}`}；答“是”的，下次更新时转入“${WORKSHEETS.tasks}”。`;
}

function addMeasures(workbook: ExcelJS.Workbook, sheet: TaskSheet): void {
  const measures = measuresShown(sheet);
  if (measures.length === 0) return;
  const sure = sheet.rows.filter(isSurelyOwn);
  const worksheet = addWorksheet(workbook, {
    name: WORKSHEETS.measures,
    title: READING_TITLES.measures,
    subtitle: noticeWords(sheet.notice),
    footer: sheet.unit,
    columns: [
      planned('measures', '条'),
      planned('unit', '标题'),
      planned('text', '原文'),
      planned('duties', '本单位任务'),
    ],
    rows: measures.map(({ id, title, text }) => {
      const own = sure.filter((row) => row.measures.includes(id));
      const refs = own.map(refWords);
      const words = refs.length > 3 ? `${refs.slice(0, 3).join('、')} 等 ${refs.length} 项` : refs.join('、');
      const first = HEADER_ROW + 1 + sure.indexOf(own[0] as (typeof sure)[number]);
      return { values: [id, title, text, { text: words, to: `${WORKSHEETS.tasks}!A${first}` }] };
    }),
  });
  protect(worksheet);
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
  copyAuthors(own, copy);
}
