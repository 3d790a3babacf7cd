export { type AlignedCell, type AlignedRow, alignRow } from './align.js';
export { contentOf, isNothing, LEADING_NUMBER, NAME_AND_GOAL, namesUnits } from './content.js';
export { countedInOf } from './counted-in.js';
export { layOut } from './grid.js';
export type { Settled } from './headed-columns.js';
export { cellsOf, type FlagInPlace, filled, type UnmergedRow, unmerge } from './merged.js';
export { listOfPeople } from './of-people.js';
export {
  type Around,
  dividedTables,
  inPlace,
  isColophon,
  type PlainTable,
  type RecognisedTable,
  recognise,
  type TableInPlace,
  type TaskTable,
  unreadable,
} from './recognise.js';
export { titlesIn } from './rows.js';
export { type Moved, movedBack } from './shifted.js';
export { isSaidToLead } from './unit-above.js';
