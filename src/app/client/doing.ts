import type { Answered, Made, Shown, ToldInWords, Wanted } from '../shown.js';
import type { GivenFile } from './dropping.js';

/** What a person may do. */
export interface Doing {
  readonly add: (files: Promise<GivenFile[]>) => void;
  readonly remove: (id: number) => void;
  readonly swap: () => void;
  readonly on: (day: string | null) => void;
  /** @param words what is said when it is done */
  readonly answer: (said: readonly Answered[], words: string) => void;
  readonly call: (name: string, is: string | null) => void;
  readonly make: (wanted: Wanted) => void;
  /** Puts away what is told of what was done last. */
  readonly close: () => void;
}

/** What is being done, was made last, or went wrong. */
export interface DeskState {
  readonly shown: Shown | null;
  readonly busy: { readonly what: string; readonly done: number; readonly of: number } | null;
  readonly made: Omit<Made, 'bytes'> | null;
  /** What was done last, in words. */
  readonly done: string;
  readonly failed: readonly ToldInWords[];
}
