// How notices say by when, a file a way; `test/demands/times.test.ts` and `fixtures/sentences/times.tsv` have their cases.
import { ALONE } from './columns.js';
import { BY_DAYS } from './days.js';
import { AFTER_EVENTS, BEFORE_EVENTS, DURING_EVENTS } from './events.js';
import { HELD_IN } from './held.js';
import { OF_ISSUE, WITHIN_SPANS } from './issue.js';
import { ON_DAYS } from './on-days.js';
import { WITHOUT_END } from './ongoing.js';
import { RECURRING_RULES } from './recurring.js';
import type { TimeRule } from './rule.js';
import { SPANS_OF_DAYS } from './spans.js';

export { A_MONTH, type Dated, type Reckoning, type TimeGroups, type TimeRule } from './rule.js';

/** Tried in this order; what an earlier one has read is not read again. */
export const TIME_RULES: readonly TimeRule[] = [
  ...RECURRING_RULES,
  ...AFTER_EVENTS,
  ...SPANS_OF_DAYS,
  ...OF_ISSUE,
  ...DURING_EVENTS,
  ...WITHIN_SPANS,
  ...HELD_IN,
  ...BY_DAYS,
  ...ON_DAYS,
  ...BEFORE_EVENTS,
  ...ALONE,
  ...WITHOUT_END,
];
