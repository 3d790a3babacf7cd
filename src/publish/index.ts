export { OutputFolder } from './folder.js';
export { type Origin, originOf } from './origin.js';
export {
  isForm,
  type RenewedSheet,
  renewSheet,
  SHEET_FORMATS,
  type SheetFormat,
  sheetToFile,
} from './renew.js';
