import type { Diagnostic } from '../model/diagnostic.js';
import type { TaskSheet } from '../model/sheet.js';
import type { OutputFolder, Write } from './folder.js';

/** A file to write: a task sheet, over an earlier one, or something that nobody fills in. */
export type Planned = PlannedSheet | PlannedOther;

interface PlannedFile {
  readonly name: string;
  /** Where earlier versions put the same file. */
  readonly was?: readonly string[];
}

export interface PlannedSheet extends PlannedFile {
  readonly sheet: TaskSheet;
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

/** A file ready to be written. */
export interface Output extends Write {
  /** What the file holds now, `null` where there is none. */
  readonly over: Uint8Array | null;
  /** Where the earlier file lay, if it was elsewhere. */
  readonly from?: string;
  /** The sheet in it, with what people put into the earlier one. */
  readonly sheet?: TaskSheet;
}

/** What is to become of a folder. */
export interface Prepared {
  readonly outputs: readonly Output[];
  /** Files whose content has gone to others. */
  readonly remove: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why files are not among them: what is there cannot be read, or is not the program's. */
  readonly refused: readonly Diagnostic[];
}

/** What is asked of the folder that files are prepared for. */
export type Folder = Pick<OutputFolder, 'read' | 'check' | 'isChanged' | 'beside'>;
