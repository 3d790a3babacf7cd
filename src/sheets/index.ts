export { type Askable, answerOf, askedIn, questionsOf, withAnswers } from './answers.js';
export { changeIn, saysWent } from './changes.js';
export { CHECK_HEADER, type CheckedRow, checkedRows, checkIn, printedCheck } from './check.js';
export {
  cellText,
  DERIVED_HEADERS,
  headerOf,
  KNOWN_BY,
  keptText,
  notedHeader,
  OVERVIEW_COLUMNS,
  QUESTION_WORD,
  SHEET_COLUMNS,
  type SheetColumn,
  taskColumn,
  typedHeader,
  unmarked,
  unspaced,
  usedColumns,
  WATCHED_COLUMNS,
} from './columns.js';
export { type Concern, concernFinder } from './concerns.js';
export { COVER_FACTS, isTitleOf, OVERVIEW_TITLE, READING_TITLES, WORKSHEETS } from './cover.js';
export { furtherWords, linesOf, saysSame, WHO, whoWords } from './derived.js';
export {
  COVER_FILL_IN,
  entriesOf,
  FILL_IN_COLUMNS,
  FILL_IN_ORDERS,
  type FillInColumn,
  isBlank,
  isFilled,
  type OpenColumn,
  typedCount,
  typedUnder,
} from './fill-in.js';
export { findSheet, findTable, findUnit, otherNamesOf, unitWithin } from './find.js';
export { sheetless } from './holders.js';
export {
  ANSWER_WORDS,
  ANSWERS,
  answerIn,
  CHANGE_MARKS,
  CHANGE_WORDS,
  CONFIRMED,
  DEGREE_WORDS,
  DELIVERABLE_KINDS,
  DELIVERABLE_WORDS,
  DUTY_WORDS,
  dutyWords,
  FLAG_WORDS,
  HANDED_WORDS,
  INFERRED_ABOVE,
  KEPT_PARTS,
  KEPT_WORDS,
  LATE_WORDS,
  linkWords,
  MOVEMENT_WORDS,
  MOVEMENTS,
  noticeWords,
  PART_WORDS,
  partCounts,
  STATE_WORDS,
  STATES,
  STATUSES,
  statusIn,
  TOLD_MOVEMENTS,
  typedText,
} from './labels.js';
export { DEGREES, isSurelyOwn, PART_DEGREES, PARTS, partsIn } from './parts.js';
export { identityOf, type Profile, profileOf } from './profile.js';
export { hangingOn, isQuestionGoal, questionCells, rolesIn } from './questions.js';
export { saidDigest } from './said-digest.js';
export { bodyRowOf, rowOf, sheetFor, unitCells, unitsOf, withinDegree } from './sheet.js';
export { unitsShortIn } from './short-names.js';
export { type Tally, tally } from './tally.js';
export {
  categoryWords,
  dayWords,
  indicatorWords,
  refWords,
  remarkWords,
  timeWords,
  untilIn,
  untilOf,
} from './words.js';
