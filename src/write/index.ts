export { accountWords } from './account.js';
export { findingsToAnnotations, findingsToMarkdown } from './annotations.js';
export { sheetToCsv } from './csv.js';
export { sheetToDocx } from './docx.js';
export { safeFileNames } from './file-name.js';
export { bookToHtml } from './html.js';
export { revisionToJson, rollUpToJson, sheetToJson } from './json.js';
export { LEARNED, learnedRegistry } from './learned.js';
export { papersOf, paperToFile, URGING_NAME } from './papers/index.js';
export { type RegistryDraft, registryDraft } from './registry-draft.js';
export {
  countWords as revisionCounts,
  type RevisionMarkup,
  revisionToMarkdown,
  revisionToText,
} from './revision-text.js';
export { rollUpToCsv } from './roll-up.js';
export { findingsToSarif } from './sarif.js';
export { registryTemplate, unresolvedWords } from './template.js';
export { overviewToXlsx } from './xlsx/overview.js';
export { registryToXlsx } from './xlsx/registry.js';
export { revisionToXlsx } from './xlsx/revision.js';
export { rollUpToXlsx } from './xlsx/roll-up/index.js';
export { sheetToXlsx, sheetWorkbook } from './xlsx/sheet.js';
