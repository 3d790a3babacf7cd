export { OutputFolder } from './folder.js';
export { ORIGINALS } from './manifest.js';
export { type Origin, originOf } from './origin.js';
export { type Folder, type Output, type Planned, type Prepared, prepare } from './prepare.js';
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
