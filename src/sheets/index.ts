export {
  DONE,
  FILL_IN_COLUMNS,
  type FillInColumn,
  INFERRED_ABOVE,
  KNOWN_BY,
  OVERVIEW_COLUMNS,
  PROGRESS_COLUMN,
  plainText,
  SHEET_COLUMNS,
  STATUSES,
  type Status,
  WATCHED_COLUMNS,
} from './columns.js';
export { type Concern, concernFinder } from './concerns.js';
export { COVER_FACTS, COVER_FILL_IN, WORKSHEETS } from './cover.js';
export { DEGREES, PART_DEGREES, PARTS } from './duties.js';
export { findTable, findUnit } from './find.js';
export {
  CHANGE_MARKS,
  countBy,
  DEGREE_WORDS,
  DELIVERABLE_KINDS,
  DELIVERABLE_WORDS,
  dutyWords,
  FLAG_WORDS,
  KEPT_WORDS,
  linkWords,
  noticeWords,
  PART_WORDS,
  partCounts,
  ROLE_WORDS,
  STATE_WORDS,
  typedText,
} from './labels.js';
export { identityOf, type Profile, profileOf } from './profile.js';
export { bodyRowOf, rowOf, sheetFor, unitCells, unitsOf, withinDegree } from './sheet.js';
export { type Tally, tally } from './tally.js';
export { indicatorWords } from './words.js';
