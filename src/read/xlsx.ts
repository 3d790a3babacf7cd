import ExcelJS from 'exceljs';
import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import { failed, type Result } from '../model/result.js';
import { openWorkbook } from '../workbook/open.js';
import { documentOf, type Flow, type FlowCell } from './flow.js';
import { unzipParts } from './package.js';

/** Names that a program gives to a sheet nobody named. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i;

/**
 * Reads an Excel file: a sheet's first rows with a single text are paragraphs, the rest is a table. A
 * sheet without such rows goes by its own name.
 *
 * @returns the Document, or `file-broken`, `file-empty`, `cells-too-many`
 */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const parts = unzipParts(bytes, name, () => true);
  if (!parts.value) return failed(...parts.diagnostics);
  const opened = await openWorkbook(parts.value, name);
  const workbook = opened.value;
  if (!workbook) return failed(...opened.diagnostics);
  const flow = workbook.worksheets.flatMap(sheetFlow);
  if (flow.length === 0) return failed(diagnose('file-empty', undefined, name));
  const hidden = workbook.worksheets.filter(({ state }) => state !== 'visible');
  const { value, diagnostics } = documentOf(name, flow);
  const told = hidden.map((sheet) => diagnose('sheet-hidden', { sheet: sheet.name }, name));
  return { value, diagnostics: [...told, ...diagnostics] };
}

function sheetFlow(sheet: ExcelJS.Worksheet): Flow[] {
  const rows: FlowCell[][] = [];
  const comments: Flow[] = [];
  const columns = usedColumns(sheet);
  sheet.eachRow((row) => {
    const cells: FlowCell[] = [];
    for (let column = 1; column <= columns; column++) {
      const cell = row.getCell(column);
      if (cell.isMerged && cell.master !== cell) continue;
      const text = textOf(cell);
      cells.push({ text, ...spansOf(sheet, cell) });
      const note = noteOf(cell);
      if (note !== '') comments.push({ kind: 'noise', noise: 'comment', text: note });
    }
    if (cells.some(({ text }) => text.trim() !== '')) rows.push(cells);
  });
  const filled = (row: readonly FlowCell[]) => row.filter(({ text }) => text.trim() !== '');
  const isLine = (row: readonly FlowCell[]) => filled(row).length === 1;
  const start = rows.findIndex((row) => !isLine(row));
  const end = rows.findLastIndex((row) => !isLine(row)) + 1;
  const lines = (some: readonly FlowCell[][]) =>
    some
      .flatMap(filled)
      .flatMap(({ text }) => text.split('\n').map((line): Flow => ({ kind: 'paragraph', text: line })));
  if (rows.length === 0) return comments;
  const before = start < 0 ? rows : rows.slice(0, start);
  const named = before.length > 0 || UNNAMED.test(sheet.name.trim());
  return [
    named
      ? { kind: 'noise', noise: 'page-margin', text: sheet.name }
      : { kind: 'paragraph', text: sheet.name },
    ...lines(before),
    ...(start < 0
      ? []
      : [{ kind: 'table' as const, rows: rows.slice(start, end) }, ...lines(rows.slice(end))]),
    ...comments,
  ];
}

/** The number of the last column that has any text; a sheet's own count has merely formatted ones too. */
function usedColumns(sheet: ExcelJS.Worksheet): number {
  let last = 0;
  sheet.eachRow((row) => {
    row.eachCell((cell, column) => {
      if (!(cell.isMerged && cell.master !== cell) && textOf(cell).trim() !== '')
        last = Math.max(last, column);
    });
  });
  return last;
}

function spansOf(sheet: ExcelJS.Worksheet, cell: ExcelJS.Cell): Pick<FlowCell, 'rowSpan' | 'colSpan'> {
  const span = (next: (by: number) => ExcelJS.Cell) => {
    let count = 1;
    while (cell.isMerged && next(count).isMerged && next(count).master === cell) count++;
    return count;
  };
  const row = Number(cell.row);
  const column = Number(cell.col);
  return {
    rowSpan: span((by) => sheet.getCell(row + by, column)),
    colSpan: span((by) => sheet.getCell(row, column + by)),
  };
}

/** A cell's text as Excel shows it: dates as days, shares as per cent. */
function textOf(cell: ExcelJS.Cell): string {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  if (value instanceof Date) {
    return `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`;
  }
  if (typeof value === 'number' && /^0(?:\.(0+))?%$/.test(cell.numFmt ?? '')) {
    return `${(value * 100).toFixed(/\.(0+)/.exec(cell.numFmt)?.[1]?.length ?? 0)}%`;
  }
  return value === null || value === undefined ? '' : cell.text.replace(/\r\n?/g, '\n');
}

function noteOf({ note }: ExcelJS.Cell): string {
  if (typeof note === 'string') return note;
  return note?.texts?.map(({ text }) => text).join('') ?? '';
}
