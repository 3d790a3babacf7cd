export { type Origin, originOf } from './origin.js';
export { ORIGINALS } from './originals.js';
export { carriedWords, OVERVIEW, planOverview, planSheets, unitFinder } from './plan.js';
export { type Folder, type Output, type Planned, type Prepared, prepare, type Write } from './prepare.js';
export {
  isForm,
  originalOf,
  type RenewedSheet,
  type Renewing,
  renewSheet,
  SHEET_FORMATS,
  type SheetFormat,
  sheetToFile,
} from './renew.js';
