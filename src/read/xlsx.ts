import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import { lastAtOrBefore, type NoiseKind } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { speaksOfLooks } from '../words/looks.js';
import { openWorkbook } from '../workbook/open.js';
import { sheetsWithoutZeros } from '../workbook/restore.js';
import { type PrintedSheet, printedSheets, type SheetCell } from '../workbook/sheets.js';
import { type Drawn, drawnOn } from './excel/drawn.js';
import { takePictures } from './excel/pictures.js';
import { documentOf, type Flow } from './flow.js';
import { withLooks } from './looks.js';
import { unzipParts } from './package.js';

/** Names that a program gives to a sheet nobody named. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i;

/** A worksheet with what lies over its cells. */
interface Sheet extends PrintedSheet {
  readonly drawn: readonly Drawn[];
  /** Cells that hold a picture instead of a text. */
  readonly pictures: readonly string[];
}

/**
 * Reads an Excel file: a sheet's first rows with a single text are paragraphs, the rest is a table. A
 * sheet without such rows goes by its own name. What Excel does not show is set aside, and told.
 *
 * @returns the Document, or `file-broken`, `file-empty`, `cells-too-many`
 */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const parts = unzipParts(bytes, name, () => true);
  if (!parts.value) return failed(...parts.diagnostics);
  const opened = await openWorkbook(parts.value, name);
  const workbook = opened.value;
  if (!workbook) return failed(...opened.diagnostics);
  const drawn = drawnOn(workbook, parts.value);
  const pictures = takePictures(workbook, parts.value);
  const sheets = printedSheets(workbook, sheetsWithoutZeros(workbook, parts.value)).map((sheet, i): Sheet => {
    const { id } = workbook.worksheets[i] ?? { id: 0 };
    return { ...sheet, drawn: drawn.get(id) ?? [], pictures: pictures.get(id) ?? [] };
  });
  const flow = (speaksOfLooks(textOf(sheets)) ? sheets.map(withCellLooks) : sheets).flatMap(sheetFlow);
  if (flow.length === 0) return failed(diagnose('file-empty', undefined, name));
  const { value, diagnostics } = documentOf(name, flow);
  return { value, diagnostics: [...sheets.flatMap((sheet) => toldOf(sheet, name)), ...diagnostics] };
}

function textOf(sheets: readonly Sheet[]): string {
  return sheets.flatMap(({ rows, drawn }) => [...rows.flat(), ...drawn].map(({ text }) => text)).join('\n');
}

/** A worksheet whose cells say how their text is shown; what is raised or struck in them says nothing of it. */
function withCellLooks(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) =>
    row.map((cell) =>
      cell.looked.map(({ text }) => text).join('') === cell.text
        ? { ...cell, text: cell.looked.map(({ text, looks }) => withLooks(text, looks)).join('') }
        : cell,
    ),
  );
  return { ...sheet, rows };
}

/** What is told of a worksheet. */
function toldOf(sheet: Sheet, file: string): Diagnostic[] {
  const { name, isHidden, unsaved, struck, hidden, clocks, notes, drawn, pictures } = sheet;
  const unsavedLine =
    unsaved.length > 0 ? [diagnose('formulas-unsaved', { sheet: name, cells: unsaved }, file)] : [];
  if (isHidden) return [diagnose('sheet-hidden', { sheet: name }, file), ...unsavedLine];
  const { rows, columns, cells } = hidden;
  const boxes = drawn.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
  const addresses = (some: readonly { readonly address: string }[]) => some.map(({ address }) => address);
  return [
    ...(struck.length > 0 ? [diagnose('text-struck', { sheet: name, cells: addresses(struck) }, file)] : []),
    ...unsavedLine,
    ...(cells.length > 0
      ? [diagnose('cells-hidden', { sheet: name, rows, columns, cells: addresses(cells) }, file)]
      : []),
    ...(clocks.length > 0 ? [diagnose('ratio-or-time', { sheet: name, cells: clocks }, file)] : []),
    ...(notes.length > 0 ? [diagnose('cell-comments', { sheet: name, cells: addresses(notes) }, file)] : []),
    ...(boxes.length > 0 ? [diagnose('sheet-boxes', { sheet: name, texts: boxes }, file)] : []),
    ...pictures.map((address) =>
      diagnose('cell-unread', { what: 'picture' }, { file, sheet: name, address }),
    ),
    ...drawn.flatMap(({ kind, address }) => {
      const at = { file, sheet: name, address };
      if (kind === 'text') return [];
      return kind === 'object'
        ? diagnose('object-unread', { near: '' }, at)
        : diagnose('drawing-unread', { what: kind, near: '' }, at);
    }),
  ];
}

function sheetFlow(sheet: Sheet): Flow[] {
  const { name, isHidden, rows, hidden, notes, struck, drawn, margins } = sheet;
  const beside = [
    ...noise(
      'deleted',
      struck.map(({ text }) => text),
    ),
    ...noise(
      'invisible',
      hidden.cells.map(({ text }) => text),
    ),
    ...noise(
      'comment',
      notes.map(({ text }) => text),
    ),
    ...noise('page-margin', margins),
  ];
  // Nobody who opens the file sees it: lists to choose from, last year's tasks.
  if (isHidden) {
    const texts = [...rows.flat(), ...drawn].map(({ text }) => text);
    return [...noise('invisible', [name, ...texts]), ...beside];
  }
  return [...shownFlow(sheet), ...beside];
}

function noise(kind: NoiseKind, texts: readonly string[]): Flow[] {
  return texts
    .filter((text) => text.trim() !== '')
    .map((text): Flow => ({ kind: 'noise', noise: kind, text }));
}

function shownFlow({ name, rows: all, drawn }: Sheet): Flow[] {
  const filled = (row: readonly SheetCell[]) => row.filter(({ text }) => text.trim() !== '');
  const rows = withoutBlankRows(all.filter((row) => filled(row).length > 0));
  const boxes = drawn.filter(({ kind }) => kind === 'text');
  if (rows.length === 0 && boxes.length === 0) return [];
  const isLine = (row: readonly SheetCell[]) => filled(row).length === 1;
  const start = rows.findIndex((row) => !isLine(row));
  const end = rows.findLastIndex((row) => !isLine(row)) + 1;
  const top = rows[start]?.[0]?.row ?? Number.POSITIVE_INFINITY;
  /** Rows of one cell and boxes, from the top down. */
  const lines = (some: readonly (readonly SheetCell[])[], over: readonly Drawn[]) =>
    [...some.flatMap(filled), ...over]
      .sort((a, b) => a.row - b.row)
      .flatMap(({ text, address }) =>
        text
          .split('\n')
          .map((line): Flow => ({ kind: 'paragraph', text: line, of: { sheet: name, address } })),
      );
  const before = start < 0 ? rows : rows.slice(0, start);
  const named = before.length > 0 || UNNAMED.test(name.trim());
  return [
    named ? { kind: 'noise', noise: 'page-margin', text: name } : { kind: 'paragraph', text: name },
    ...lines(
      before,
      boxes.filter(({ row }) => row <= top),
    ),
    ...(start < 0 ? [] : [{ kind: 'table' as const, sheet: name, rows: rows.slice(start, end) }]),
    ...(start < 0
      ? []
      : lines(
          rows.slice(end),
          boxes.filter(({ row }) => row > top),
        )),
  ];
}

/** A merged cell reaches down over the rows that are left: a blank one inside it is none. */
function withoutBlankRows(rows: readonly (readonly SheetCell[])[]): SheetCell[][] {
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
