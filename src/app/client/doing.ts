import type { Answered, Made, Shown, ToldInWords, Wanted } from '../shown.js';

/** What a person may do. */
export interface Doing {
  readonly add: (files: Promise<File[]>) => void;
  readonly remove: (id: number) => void;
  readonly swap: () => void;
  readonly on: (day: string | null) => void;
  readonly answer: (said: readonly Answered[]) => void;
  readonly call: (name: string, is: string | null) => void;
  readonly make: (wanted: Wanted) => void;
}

/** What is being done, was made last, or went wrong. */
export interface DeskState {
  readonly shown: Shown | null;
  readonly busy: { readonly what: string; readonly done: number; readonly of: number } | null;
  readonly made: Omit<Made, 'bytes'> | null;
  readonly failed: readonly ToldInWords[];
}
