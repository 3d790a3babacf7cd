// The library's public face: read a notice, find out what a unit has to do, write it down. It runs in browsers as it
// does in Node; node.ts adds the folder on a disk.

import type { RuleSettings } from './check/index.js';
import type { Page } from './model/page.js';
import type { Registry } from './model/registry.js';
import type { Result } from './model/result.js';
import type { AnsweredQuestion, RollUp } from './model/roll-up.js';
import type { TaskBook } from './model/taskbook.js';
import type { RegistryKept } from './units/index.js';

// From bytes to a task book, in one step and stage by stage.

export { type DemandContext, type FoundDemands, readDeadline, readDemands } from './demands/index.js';
export { readNotice } from './notice/index.js';
export { parseNotice } from './parse.js';
export { decode, ownIn, readDocument } from './read/index.js';
export {
  buildTaskBook,
  taskBookFromJson,
  taskBookToJson,
  type Unresolved,
  unresolved,
  withRegistry,
} from './tasks/index.js';
export {
  lexiconOf,
  mergeRegistries,
  type Piece,
  REGISTRIES,
  type RegistryKept,
  readUnits,
  registryFor,
} from './units/index.js';

// What its drafters should mend.

export { checkBook, RULES, type Rule, type RuleSettings } from './check/index.js';

// In which words it is told.

export { messageOf, reasonWords, ruleWords, SEVERITY_WORDS, titleOf } from './messages/index.js';

// What people put into a sheet.

export {
  answersAgainst,
  byHandedIn,
  type Collected,
  changeWords,
  type FileReports,
  isNoticeOf,
  isPrograms,
  isProgramsOwn,
  isRollUp,
  isSaidIn,
  lateIn,
  membersOf,
  type PastMonth,
  percentWords,
  type ReturnedFile,
  ranked,
  readMonth,
  readReturned,
  reportsIn,
  rollUp,
  rollUpFromJson,
  totalMovements,
  totalOf,
  UNZIPPED,
  type UnreadFile,
  unitNamed,
  unzippedIn,
  withAnswersTo,
  writtenInRollUp,
} from './collect/index.js';
export {
  type ReturnedCsv,
  type ReturnedWorkbook,
  readReturnedCsv,
  readReturnedXlsx,
} from './returned/index.js';

// What a revision changes.

export {
  areUnlike,
  carryOver,
  compareBooks,
  exchangedTasks,
  isOtherBook,
  isOtherNotice,
  lineageIn,
  type NoticeNames,
  nameOfNotice,
  perhapsRenamed,
  revisionFor,
  type Whereabouts,
  withLineage,
} from './revise/index.js';

// What is made of a task book.

export {
  CHANGE_WORDS,
  categoryWords,
  cellText,
  DEGREE_WORDS,
  DEGREES,
  DELIVERABLE_KINDS,
  DELIVERABLE_WORDS,
  DUTY_WORDS,
  dutyWords,
  entriesOf,
  findSheet,
  findTable,
  findUnit,
  HANDED_WORDS,
  indicatorWords,
  isBlank,
  KEPT_WORDS,
  linkWords,
  MOVEMENT_WORDS,
  otherNamesOf,
  PART_WORDS,
  type Profile,
  profileOf,
  remarkWords,
  rowOf,
  STATE_WORDS,
  sheetFor,
  sheetless,
  type Tally,
  tally,
  taskColumn,
  timeWords,
  typedCount,
  withinDegree,
} from './sheets/index.js';
export {
  accountWords,
  bookToHtml,
  findingsToAnnotations,
  findingsToMarkdown,
  findingsToSarif,
  LEARNED,
  learnedRegistry,
  overviewToXlsx,
  papersOf,
  paperToFile,
  type RegistryDraft,
  type RevisionMarkup,
  registryDraft,
  registryTemplate,
  registryToXlsx,
  revisionCounts,
  revisionToJson,
  revisionToMarkdown,
  revisionToText,
  revisionToXlsx,
  rollUpToCsv,
  rollUpToJson,
  rollUpToXlsx,
  safeFileNames,
  sheetToCsv,
  sheetToDocx,
  sheetToJson,
  sheetToXlsx,
  URGING_NAME,
  unresolvedWords,
} from './write/index.js';

// Which file is whose, what is carried over, kept and written.

export {
  carriedWords,
  FILES,
  FOLDERS,
  type Folder,
  formsIn,
  inFolders,
  isFilledPaper,
  isForm,
  isOwnName,
  isUnchecked,
  keptReturns,
  ORIGINALS,
  type Origin,
  type Output,
  originalOf,
  originOf,
  type Planned,
  type Prepared,
  planOverview,
  planSheet,
  planSheets,
  prepare,
  type RenewedSheet,
  type Renewing,
  renewSheet,
  SHEET_FORMATS,
  type SheetFormat,
  senderFinder,
  sheetToFile,
  tellUnchecked,
  unitFinder,
  type Write,
  withWritten,
} from './publish/index.js';

// What one may ask the records.

export { measuresOf, nameOf, namesIn, tableOf, tasksOf, whoOf } from './model/book.js';
export { daysOf, isInferred, isReckoned } from './model/deadlines.js';

// The records, and what is said about them.

export type { RuleCode } from './model/codes/findings.js';
export { type ArgsOf, CODES, type Code } from './model/codes/index.js';
export { SEVERITIES } from './model/codes/kind.js';
export type { ColumnRole } from './model/column-role.js';
export type {
  Comparator,
  Deadline,
  Deliverable,
  DeliverableKind,
  Demands,
  Frequency,
  Indicator,
  Site,
} from './model/demands.js';
export { diagnose, exitCodeFor } from './model/diagnose.js';
export type { Diagnostic, Severity } from './model/diagnostic.js';
export type { Document } from './model/document.js';
export { LARGEST, LARGEST_MB } from './model/limits.js';
export type { Notice } from './model/notice.js';
export type { Page } from './model/page.js';
export type { Passage } from './model/passage.js';
export { type Place, placeText } from './model/place.js';
export type { Registry, Unit } from './model/registry.js';
export type { Result } from './model/result.js';
export type { ReturnedRow, ReturnedSheet } from './model/returned.js';
export type { FieldChange, MeasureChange, Revision, Segment, TaskChange } from './model/revision.js';
export type { AnsweredQuestion, Report, RollUp, State, TaskReports, UnitProgress } from './model/roll-up.js';
export type { Degree, Duty, KeptRow, SheetPart, SheetRow, TaskRow, TaskSheet, Typed } from './model/sheet.js';
export { reasonOf } from './model/system-error.js';
export type {
  Assignment,
  Flag,
  Ledger,
  Measure,
  MeasureLink,
  Role,
  Task,
  TaskBook,
} from './model/taskbook.js';
export { REVISION_SCHEMA, TASK_BOOK_SCHEMA, TASK_SHEET_SCHEMA } from './model/version.js';

/**
 * All that the page of a notice shows, as data: for pages of one's own. Readings of characters are loaded only then.
 *
 * @param options.home the unit or group that the page opens with; without it, the overview
 * @param options.rollUp what units reported, of this notice
 * @param options.answers what units answered elsewhere, and later, than in what the roll-up is of
 */
export async function pageOf(
  book: TaskBook,
  options: {
    home?: string | null;
    rollUp?: RollUp | null;
    answers?: readonly AnsweredQuestion[];
  } = {},
): Promise<Page> {
  return (await import('./page/index.js')).pageOf(book, options);
}

/** The JSON Schema (draft 2020-12) of each record that the program reads or writes, by its name. */
export async function jsonSchemas(): Promise<
  Record<'task-book' | 'task-sheet' | 'revision' | 'roll-up' | 'registry' | 'check-config', object>
> {
  return (await import('./model/json-schema.js')).JSON_SCHEMAS;
}

/**
 * Reads a registry that a district keeps in a YAML file; the YAML parser is loaded only then.
 *
 * @param text the file's text
 * @param file what to call the file in places
 * @returns the registry, or `registry-invalid` or `name-shared`, each with line and column
 */
export async function registryFromYaml(text: string, file: string): Promise<Result<Registry>> {
  return (await import('./units/load.js')).registryFromYaml(text, file);
}

/**
 * Reads a registry that a district keeps in a file, as a workbook or as YAML in any encoding that a notice may have; its
 * content tells which.
 *
 * @param bytes the whole file
 * @param file what to call the file in places
 * @returns the registry and what is told of it; or `registry-invalid`, `registry-cell`, `name-shared`, `file-broken`,
 *   `encoding-unknown`
 */
export async function registryFromFile(bytes: Uint8Array, file: string): Promise<Result<Registry>> {
  return (await import('./units/from-file.js')).registryFromFile(bytes, file);
}

/**
 * What a registry's workbook holds besides the registry: what was answered of groups and tasks when it was saved, who is
 * ticked, and what people wrote for themselves. Total: of what is no such workbook, nothing.
 */
export async function registryKeptIn(bytes: Uint8Array, file: string): Promise<RegistryKept> {
  return (await import('./units/from-file.js')).registryKeptIn(bytes, file);
}

/**
 * Reads how the rules of `checkBook` are to be taken from a YAML file; the YAML parser is loaded only then.
 *
 * @param text the file's text
 * @param file what to call the file in places
 * @returns the settings, or `config-invalid` with line and column
 */
export async function settingsFromYaml(text: string, file: string): Promise<Result<RuleSettings>> {
  return (await import('./check/config.js')).settingsFromYaml(text, file);
}
export {
  COLUMN_ROLES,
  COLUMN_WORDS,
  CONTENT_WORDS,
  columnRoleOf,
  SHAPE_WORDS,
} from './words/column-names.js';
