import type { Diagnostic } from '../model/diagnostic.js';
import type { Result } from '../model/result.js';
import type { TaskSheet } from '../model/sheet.js';

/** A file to write: a task sheet, over an earlier one, or something that nobody fills in. */
export type Planned = PlannedSheet | PlannedOther;

interface PlannedFile {
  readonly name: string;
  /** Where earlier versions put the same file. */
  readonly was?: readonly string[];
}

export interface PlannedSheet extends PlannedFile {
  readonly sheet: TaskSheet;
  /** The sheet of the edition before: a file that holds just that is the program's, though no list says so. */
  readonly before?: (() => TaskSheet) | undefined;
  /** Names without an ending under which forms of this sheet may lie; its own, if they are not given. */
  readonly forms?: readonly string[];
  /** The same under names that the unit went by. */
  readonly formerly?: readonly string[];
}

interface PlannedOther extends PlannedFile {
  /** What the earlier edition made of it: a file that holds just that is the program's, though no list says so. */
  readonly earlier?: (() => Promise<Uint8Array> | string) | undefined;
  readonly content: (earlier: Uint8Array | null) => Promise<string | Uint8Array> | string | Uint8Array;
}

/** A return that is kept, and of which nothing has gone anywhere; it is known by what it says, wherever it lies by then. */
export interface Uncarried {
  /** The digest of what it says. */
  readonly said: string;
  /** Whose it is, or may be. */
  readonly units: readonly string[];
}

/** A file to be written. */
export interface Write {
  readonly name: string;
  readonly content: string | Uint8Array;
  /**
   * What the file was seen to hold, `null` where there was none; if it holds something else by now, nothing is
   * written. Without it, the file is written over whatever it holds.
   */
  readonly over?: Uint8Array | null;
  /** Whether it is people's from now on, as a copy of their file is. */
  readonly isTheirs?: boolean;
  /** What it says, where it is a return of which nothing has gone anywhere. */
  readonly uncarried?: Uncarried;
}

/** A file ready to be written. */
export interface Output extends Write {
  /** What the file holds now, `null` where there is none. */
  readonly over: Uint8Array | null;
  /** Where the earlier file lay, if it was elsewhere. */
  readonly from?: string;
  /** The sheet in it, with what people put into the earlier one. */
  readonly sheet?: TaskSheet;
  /** How many of these things one merged cell says of several rows: they count once. */
  readonly repeated?: number;
}

/** What is to become of a folder. */
export interface Prepared {
  readonly outputs: readonly Output[];
  /** Files whose content has gone to others. */
  readonly remove: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why files are not among them: what is there cannot be read, or is not the program's. */
  readonly refused: readonly Diagnostic[];
  /** Digests of what returns say that were kept apart: by now all of it stands in a sheet. */
  readonly settled: readonly string[];
}

/** What is asked of the folder that files are prepared for: one on a disk, or files that somebody has dropped. */
export interface Folder {
  /** What a file holds now; nothing when there is none. */
  read(name: string): Promise<Result<Uint8Array | null>>;
  /** Whether files of these names may be written; `output-exists` for each that may not. */
  check(names: readonly string[]): Promise<Result<true>>;
  /** Whether a file that this program wrote has been changed since. */
  isChanged(name: string, content: Uint8Array): boolean;
  /**
   * The files in the folder and in those right below it, but for what this program keeps to itself; of what it writes to, all,
   * however deep people have sorted them.
   */
  beside(): Promise<string[]>;
  /**
   * Whose the returns are of which nothing has gone anywhere, by the digests of what they say; nobody's where that was
   * settled.
   */
  readonly uncarried: ReadonlyMap<string, readonly string[]>;
}
