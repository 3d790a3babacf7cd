import type { Diagnostic } from '../model/diagnostic.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { CollectedFile, Remnant, Report } from '../model/roll-up.js';
import type { TaskSheet } from '../model/sheet.js';
import type { PrintedCell } from '../returned/index.js';
import type { Answers } from './answers.js';
import type { LeftRow, NamedLeftRow } from './said-in.js';

/** A sheet that came back, with what else was in its file. */
export interface Collected {
  readonly sheet: ReturnedSheet;
  /** The file's own sheet, where this is a table on another of its worksheets. */
  readonly beside?: ReturnedSheet;
  /** All tables on further worksheets of the file, as its sheet and each of these has them. */
  readonly besides?: readonly ReturnedSheet[];
  /** What stands on worksheets that people added. */
  readonly others?: ReturnedSheet['stray'];
  /** What is in the file and in no roll-up, in words. */
  readonly lost?: readonly string[];
  /** When it was saved, as its program says. */
  readonly saved?: string | null;
  /** Whether what is printed in it is not as the program wrote it. */
  readonly isChanged?: boolean;
  /** Whether it was saved in another form than the program writes, in which nothing tells what is printed. */
  readonly isConverted?: boolean;
  /** Whether it lies in the place in which the program wrote that sheet, of the notice as it is now. */
  readonly isPlaced?: boolean;
  /** The digest of what is printed in it, and which of the program's worksheets it has. */
  readonly digest?: string;
  readonly sheets?: readonly string[];
  /** What stands in it where nobody is to write, but for the rows of the tasks. */
  readonly printed?: readonly PrintedCell[];
}

/** What one file says, row by row, and what is wrong with it. */
export interface FileReports {
  /** The unit's sheet as it should be; nothing where nobody knows whose the file is. */
  readonly wanted: TaskSheet | undefined;
  readonly file: CollectedFile;
  /** Whether it is a further worksheet of a file that is there already. */
  readonly isBeside?: true;
  readonly reports: ReadonlyMap<string, Report>;
  readonly answers: Answers;
  readonly rest: readonly Remnant[];
  /** How much of that nobody may have written: the notice may have said so before. */
  readonly unsure?: number;
  readonly problems: readonly Diagnostic[];
  /** Tasks of its unit whose rows are not in it, and how many rows may be these, as nothing tells of which task they are. */
  readonly missing?: {
    readonly tasks: readonly { readonly id: string; readonly name: string }[];
    readonly unknown: number;
  };
  /** What is filled in for tasks, where its unit has none any more. */
  readonly left?: readonly LeftRow[];
  /** What is filled in for tasks that others have now. */
  readonly passedOn?: readonly NamedLeftRow[];
  /** When it was filled in: the last day that a row says, and when the file was saved; '' where nothing says so. */
  readonly last: {
    readonly updated: string;
    readonly saved: string;
    /** Whether it says what the program wrote into it, and nobody has put anything into it since. */
    readonly isAsWritten?: boolean;
  };
}
