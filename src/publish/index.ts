export { formsIn, tellUnchecked } from './beside.js';
export { FILES, FOLDERS, isOwnName, isUnchecked, ORIGINALS } from './layout.js';
export { type Origin, originOf } from './origin.js';
export {
  carriedWords,
  inFolders,
  planOverview,
  planSheet,
  planSheets,
  senderFinder,
  unitFinder,
} from './plan.js';
export type { Folder, Output, Planned, Prepared, Write } from './planned.js';
export { prepare } from './prepare.js';
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
export { keptReturns } from './uncarried.js';
export { isFilledPaper } from './word-file.js';
export { withWritten } from './written.js';
