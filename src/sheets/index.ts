export { type Concern, concernFinder } from './concerns.js';
export { DEGREES } from './duties.js';
export { findTable, findUnit } from './find.js';
export { type Profile, profileOf } from './profile.js';
export { rowOf, sheetFor } from './sheet.js';
export { type Tally, tally } from './tally.js';
