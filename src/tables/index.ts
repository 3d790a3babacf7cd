export { type AlignedRow, alignRow } from './align.js';
export { joinTables } from './continued.js';
export { cellsOf, type FlagInPlace, filled, type UnmergedRow, unmerge } from './rows.js';
export { isTaskTable, readTable, type TableInPlace } from './table.js';
