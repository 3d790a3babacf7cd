/** The library: read a notice, find out what a unit has to do, write it down. */
export type { Diagnostic, Severity } from './model/diagnostic.js';
export type { Document, Place } from './model/document.js';
export { jsonSchemas } from './model/json-schema.js';
export { type Code, diagnose, exitCodeFor } from './model/messages.js';
export type { Notice } from './model/notice.js';
export type { Registry, Unit } from './model/registry.js';
export type { Result } from './model/result.js';
export type { Degree, Duty, Part, SheetRow, TaskRow, TaskSheet } from './model/sheet.js';
export { reasonOf } from './model/system-error.js';
export type { Assignment, Flag, Ledger, Role, Task, TaskBook } from './model/taskbook.js';
export { TASK_BOOK_SCHEMA, TASK_SHEET_SCHEMA } from './model/version.js';
export { readNotice } from './notice/index.js';
export { parseNotice } from './parse.js';
// The stages of parseNotice, one by one.
export { readDocument } from './read/index.js';
// What is made of a task book.
export { dutiesOf, findTable, findUnit, rowOf, sheetFor, type Tally, tally } from './sheets/index.js';
export { buildTaskBook, taskBookFromJson, taskBookToJson } from './tasks/index.js';
export { lexiconOf, type Piece, REGISTRIES, readUnits, registryFor } from './units/index.js';
export {
  dutyWords,
  OutputFolder,
  overviewToXlsx,
  PART_WORDS,
  safeFileName,
  safeFileNames,
  sheetToCsv,
  sheetToJson,
  sheetToXlsx,
} from './write/index.js';
