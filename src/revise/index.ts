export { carryOver } from './carry.js';
export { compareBooks } from './compare.js';
export { revisionFor } from './for-unit.js';
export { withLineage } from './lineage.js';
export { type Edition, pairUp } from './match.js';
export { isOtherBook, isOtherNotice, isOtherSheet, type NoticeNames, nameOfNotice } from './other-notice.js';
export { type PairedRows, pairRows } from './pair-rows.js';
export { type Whereabouts, whereaboutsIn } from './whereabouts.js';
