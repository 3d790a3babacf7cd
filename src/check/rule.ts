import type { Severity } from '../model/diagnostic.js';
import type { Place } from '../model/place.js';
import type { TaskBook } from '../model/taskbook.js';

/** Something that the drafters of a notice should look at. */
export interface Noticed {
  readonly message: string;
  readonly at: Place;
}

/** A rule that a notice should keep. */
export interface Rule {
  /** Stable; it is how a configuration names the rule. */
  readonly code: string;
  readonly severity: Severity;
  /** A few words, for headings and annotations. */
  readonly title: string;
  /** What is wrong about it, and what to do. */
  readonly explanation: string;
  readonly find: (book: TaskBook) => readonly Noticed[];
}
