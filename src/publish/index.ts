export { FOLDERS } from './layout.js';
export { type Origin, originOf } from './origin.js';
export { ORIGINALS } from './originals.js';
export {
  carriedWords,
  inFolders,
  OVERVIEW,
  planOverview,
  planSheet,
  planSheets,
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
