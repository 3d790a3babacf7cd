export { sheetToCsv } from './csv.js';
export { safeFileNames } from './file-name.js';
export { OutputFolder } from './folder.js';
export { sheetToJson } from './json.js';
export { overviewToXlsx } from './overview.js';
export { registryTemplate } from './template.js';
export { DELIVERABLE_KINDS, DELIVERABLE_WORDS, dutyWords, PART_WORDS } from './words.js';
export { sheetToXlsx } from './xlsx.js';
