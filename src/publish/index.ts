export { OutputFolder } from './folder.js';
export { FOLDERS } from './layout.js';
export { ORIGINALS } from './manifest.js';
export { type Origin, originOf } from './origin.js';
export type { Folder, Output, Planned, Prepared } from './planned.js';
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
