export {
  type Column,
  FILL_IN_COLUMNS,
  type FillInColumn,
  OVERVIEW_COLUMNS,
  SHEET_COLUMNS,
} from './columns.js';
export { type Concern, concernFinder } from './concerns.js';
export { DEGREES, PARTS } from './duties.js';
export { findTable, findUnit } from './find.js';
export {
  DELIVERABLE_KINDS,
  DELIVERABLE_WORDS,
  dutyWords,
  linkWords,
  noticeWords,
  PART_WORDS,
} from './labels.js';
export { type Profile, profileOf } from './profile.js';
export { rowOf, sheetFor, unitsOf } from './sheet.js';
export { type Tally, tally } from './tally.js';
