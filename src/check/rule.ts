import type { RuleCode } from '../model/codes/findings.js';
import type { ArgsOf } from '../model/codes/index.js';
import type { Place } from '../model/place.js';
import type { TaskBook } from '../model/taskbook.js';

/** Something that the drafters of a notice should look at. */
export interface Finding<C extends RuleCode> {
  readonly args: ArgsOf<C>;
  readonly at: Place;
}

/** A rule that a notice should keep. How grave it is and what it tells is in `CODES`, its words are in `messages/`. */
export interface Rule<C extends RuleCode = RuleCode> {
  /** Stable; it is how a configuration names the rule. */
  readonly code: C;
  readonly find: (book: TaskBook) => readonly Finding<C>[];
}
