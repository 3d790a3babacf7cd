import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failed, type Result } from '../model/result.js';
import type { Degree, TaskSheet } from '../model/sheet.js';
import { readReturnedCsv, readReturnedXlsx } from '../returned/index.js';
import { carryOver, type PairedRows, pairRows } from '../revise/index.js';
import { withinDegree } from '../sheets/index.js';
import { sheetToCsv, sheetToDocx, sheetToJson, sheetToXlsx, sheetWorkbook } from '../write/index.js';

export const SHEET_FORMATS = ['xlsx', 'csv', 'json', 'docx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** The formats that people fill in; the others are for programs, and for paper. */
const FORMS: readonly SheetFormat[] = ['xlsx', 'csv'];

/** Whether a file of this name is a form that people fill in. */
export function isForm(name: string): boolean {
  return FORMS.some((format) => name.endsWith(`.${format}`));
}

/** A file of a task sheet, to be written over an earlier one. */
export interface RenewedSheet {
  readonly sheet: TaskSheet;
  readonly content: string | Uint8Array;
  /** The name under which the earlier file must be kept, because of what cannot be carried over. */
  readonly keep?: { readonly name: string; readonly lost: readonly string[] };
}

/**
 * A unit's task sheet in one format, with all that people put into the file it is to replace.
 *
 * @param name what the file is called, with its extension
 * @param earlier the file's content now, if there is one
 * @param degree how sure a task must be to be on the sheet; what somebody has filled in stays on it
 * @returns the file, or why the earlier one cannot be written over: `not-a-sheet`, `file-broken`
 */
export async function renewSheet(
  sheet: TaskSheet,
  name: string,
  earlier: Uint8Array | undefined,
  degree: Degree = 'possible',
): Promise<Result<RenewedSheet>> {
  const blank = withinDegree(sheet, degree);
  const fresh = { sheet: blank, content: await sheetToFile(blank, name) };
  if (!earlier || !isForm(name) || Buffer.from(fresh.content).equals(earlier)) {
    return { value: fresh, diagnostics: [] };
  }
  if (formatOf(name) === 'csv') {
    const { value: returned, diagnostics } = await readReturnedCsv(earlier, name);
    if (!returned) return failed(...diagnostics);
    const carried = withinDegree(carryOver(sheet, returned), degree);
    return { value: { sheet: carried, content: sheetToCsv(carried) }, diagnostics };
  }
  const { value: workbook, diagnostics } = await readReturnedXlsx(earlier, name);
  if (!workbook) return failed(...diagnostics);
  const paired = pairRows(sheet.rows, workbook.sheet.rows);
  const carried = withinDegree(carryOver(sheet, workbook.sheet, paired), degree);
  const astray = straying(paired, name);
  const { workbook: next, printed } = await sheetWorkbook(carried, workbook.own);
  // Nothing printed would change: the file stays as its people saved it.
  if (printed === workbook.printed && astray.length === 0)
    return { value: { sheet: carried, content: earlier }, diagnostics };
  const content = await (await import('../workbook/new.js')).workbookBytes(next);
  const { dropped, date } = workbook;
  const lost = [...dropped, ...(workbook.printed === null || astray.length > 0 ? ['改动过的通知文字'] : [])];
  const { pointing } = workbook;
  const told = [
    ...diagnostics,
    ...astray,
    ...(pointing.length > 0 ? [diagnose('sheet-formulas', { sheets: pointing }, name)] : []),
  ];
  if (lost.length === 0) return { value: { sheet: carried, content }, diagnostics: told };
  const keep = {
    name: `${name.slice(0, -'.xlsx'.length)}（${['原件', date, workbook.sheet.edition].filter((part) => part !== null).join(' ')}）.xlsx`,
    lost,
  };
  return {
    value: { sheet: carried, content, keep },
    diagnostics: [...told, diagnose('sheet-kept', { lost, name: keep.name }, name)],
  };
}

/** A line where ids and words are of two tasks. */
function straying({ contradictions }: PairedRows, name: string): Diagnostic[] {
  if (contradictions.length === 0) return [];
  const ids = contradictions.map(({ row }) => row.id);
  return [diagnose('return-ids', { ids, count: ids.length }, name)];
}

/** A sheet in the format that a file's name says. */
export async function sheetToFile(sheet: TaskSheet, name: string): Promise<string | Uint8Array> {
  return WRITERS[formatOf(name)](sheet);
}

function formatOf(name: string): SheetFormat {
  return SHEET_FORMATS.find((each) => name.endsWith(`.${each}`)) ?? 'json';
}

const WRITERS: Readonly<Record<SheetFormat, (sheet: TaskSheet) => Promise<Uint8Array> | string>> = {
  xlsx: sheetToXlsx,
  csv: sheetToCsv,
  json: sheetToJson,
  docx: sheetToDocx,
};
