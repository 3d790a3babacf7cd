export { apartRows } from './apart.js';
export { carryOver } from './carry.js';
export { compareBooks } from './compare.js';
export { exchangedTasks } from './exchanged.js';
export { exchangedHeads } from './exchanged-heads.js';
export { fatesOf } from './fates.js';
export { revisionFor } from './for-unit.js';
export { hasGoalOf, type Lineage, lineageIn } from './known.js';
export { unitsOf, withLineage } from './lineage.js';
export type { Edition } from './match.js';
export { movedBack } from './moved-back.js';
export { onlyLike } from './only-like.js';
export {
  areUnlike,
  isOtherBook,
  isOtherNotice,
  isOtherSheet,
  type NoticeNames,
  nameOfNotice,
} from './other-notice.js';
export { isPlaceOnly, otherwise, writtenOver } from './other-words.js';
export { movedIn, type PairedRows, pairRows, strayIds } from './pair-rows.js';
export { type JoinedSheet, joinedSheet, writtenInCopy } from './parted-sheets.js';
export { isUnchecked, sentAs, unsureIn } from './sent.js';
export { perhapsRenamed } from './units.js';
export type { Whereabouts } from './whereabouts.js';
