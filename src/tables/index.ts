export { type AlignedRow, alignRow } from './align.js';
export { cellsOf, type FlagInPlace, filled, type UnmergedRow, unmerge } from './merged.js';
export {
  type PlainTable,
  type RecognisedTable,
  readTable,
  recognise,
  type TableInPlace,
  type TaskTable,
  unreadable,
} from './recognise.js';
