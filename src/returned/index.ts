import type { Result } from '../model/result.js';
import type { Workbook } from '../workbook/open.js';
import type { ReturnedCsv } from './csv.js';
import type { ReturnedWorkbook } from './xlsx/workbook.js';

export { nameOfCopy } from './copies.js';
export type { ReturnedCsv } from './csv.js';
export { dayIn, dayMeantIn, isLikely } from './days.js';
export { placesWords, RENAMED, STRUCK, THREADED } from './places-words.js';
export {
  isStatusForDay,
  tellCut,
  tellOdd,
  tellRenamed,
  tellReordered,
  tellSaid,
  tellUnsaved,
} from './said.js';
export { printedDigest } from './xlsx/locked.js';
export { type PrintedCell, printedAt, printedCells } from './xlsx/printed-cells.js';
export type { ReturnedWorkbook } from './xlsx/workbook.js';

/** What is printed at the top and the bottom of the pages of each worksheet. */
export async function marginsOf(workbook: Workbook): Promise<Map<string, string>> {
  return (await import('./xlsx/margins.js')).marginsOf(workbook);
}

/**
 * Reads a task sheet that somebody filled in and saved as a workbook; the library for it is loaded only then.
 *
 * @param file what to call the file in places
 * @returns the workbook, or `not-a-sheet`, `return-overview`, `return-roll-up`, `file-broken`
 */
export async function readReturnedXlsx(bytes: Uint8Array, file: string): Promise<Result<ReturnedWorkbook>> {
  return (await import('./xlsx/workbook.js')).readReturnedXlsx(bytes, file);
}

/**
 * A file that came back as a workbook in .xlsx, told by its content; `null` where it is text.
 *
 * @returns its bytes, or `return-empty`, `file-encrypted`, `file-broken`, `file-too-large`
 */
export async function workbookIn(bytes: Uint8Array, file: string): Promise<Result<Uint8Array | null>> {
  return (await import('./form.js')).workbookIn(bytes, file);
}

/** What the name of a returned sheet ends with by its content: .xls, .ods; nothing where that does not say. */
export async function endingByContent(bytes: Uint8Array, file: string): Promise<string | undefined> {
  return (await import('./form.js')).endingByContent(bytes, file);
}

/**
 * Reads a task sheet that somebody filled in and saved as CSV.
 *
 * @param file what to call the file in places
 * @returns the sheet with the tables below it, or `not-a-sheet`, `return-roll-up`
 */
export async function readReturnedCsv(bytes: Uint8Array, file: string): Promise<Result<ReturnedCsv>> {
  return (await import('./csv.js')).readReturnedCsv(bytes, file);
}

/**
 * The cells of a text, line by line; the library for it is loaded only then.
 *
 * @returns the cells, or `not-a-sheet`
 */
export async function recordsIn(bytes: Uint8Array, file: string): Promise<Result<string[][]>> {
  return (await import('./csv.js')).recordsIn(bytes, file);
}
