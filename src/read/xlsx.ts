import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import { lastAtOrBefore } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { openWorkbook } from '../workbook/open.js';
import { type PrintedCell, type PrintedSheet, printedSheets } from '../workbook/sheets.js';
import { documentOf, type Flow } from './flow.js';
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
  const sheets = printedSheets(workbook);
  const flow = sheets.flatMap(sheetFlow);
  if (flow.length === 0) return failed(diagnose('file-empty', undefined, name));
  const { value, diagnostics } = documentOf(name, flow);
  const told = sheets.flatMap(({ name: sheet, isHidden, unsaved, struck }) => [
    ...(isHidden ? [diagnose('sheet-hidden', { sheet }, name)] : []),
    ...(struck.length > 0 && !isHidden
      ? [diagnose('text-struck', { sheet, cells: struck.map(({ address }) => address) }, name)]
      : []),
    ...(unsaved.length > 0 ? [diagnose('formulas-unsaved', { sheet, cells: unsaved }, name)] : []),
  ]);
  return { value, diagnostics: [...told, ...diagnostics] };
}

function sheetFlow(sheet: PrintedSheet): Flow[] {
  const struck = sheet.struck.map(({ text }): Flow => ({ kind: 'noise', noise: 'deleted', text }));
  // Nobody who opens the file sees it: lists to choose from, last year's tasks.
  if (sheet.isHidden) {
    const texts = sheet.rows.flat().map(({ text }) => text);
    const unseen = [sheet.name, ...texts, ...sheet.notes].filter((text) => text.trim() !== '');
    return [...unseen.map((text): Flow => ({ kind: 'noise', noise: 'invisible', text })), ...struck];
  }
  return [...shownFlow(sheet), ...struck];
}

function shownFlow(sheet: PrintedSheet): Flow[] {
  const filled = (row: readonly PrintedCell[]) => row.filter(({ text }) => text.trim() !== '');
  const rows = withoutBlankRows(sheet.rows.filter((row) => filled(row).length > 0));
  const comments = sheet.notes.map((text): Flow => ({ kind: 'noise', noise: 'comment', text }));
  const isLine = (row: readonly PrintedCell[]) => filled(row).length === 1;
  const start = rows.findIndex((row) => !isLine(row));
  const end = rows.findLastIndex((row) => !isLine(row)) + 1;
  const lines = (some: readonly (readonly PrintedCell[])[]) =>
    some
      .flatMap(filled)
      .flatMap(({ text, address }) =>
        text
          .split('\n')
          .map((line): Flow => ({ kind: 'paragraph', text: line, of: { sheet: sheet.name, address } })),
      );
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
      : [
          { kind: 'table' as const, sheet: sheet.name, rows: rows.slice(start, end) },
          ...lines(rows.slice(end)),
        ]),
    ...comments,
  ];
}

/** A merged cell reaches down over the rows that are left: a blank one inside it is none. */
function withoutBlankRows(rows: readonly (readonly PrintedCell[])[]): PrintedCell[][] {
  const numbers = rows.map(([first]) => first?.row ?? 0);
  return rows.map((cells) =>
    cells.map((cell) => ({
      ...cell,
      rowSpan:
        cell.rowSpan === 1
          ? 1
          : lastAtOrBefore(numbers, cell.row + cell.rowSpan - 1) - lastAtOrBefore(numbers, cell.row) + 1,
    })),
  );
}
