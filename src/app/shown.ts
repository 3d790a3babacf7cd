import type { Severity } from '../model/diagnostic.js';
import type { Page } from '../model/page.js';
import type { Answer } from '../model/sheet.js';

// What the worker and the page say to each other: plain records, which go from one to the other.

/** A file as it was dropped; `bytes` is `null` where it is too large to be looked at. */
export interface Dropped {
  /** Its name, with its folder below the one that was dropped. */
  readonly name: string;
  /** The folder that was dropped, where one was. */
  readonly folder?: string;
  readonly bytes: Uint8Array | null;
}

/** Something that a person should know, in words. */
export interface ToldInWords {
  readonly severity: Severity;
  readonly place: string;
  readonly text: string;
  readonly code: string;
}

/** What a file was taken for. */
type FileKind = 'notice' | 'sheet' | 'month' | 'registry' | 'unread';

/** What a file is used as: of notices, the current edition, the one before, or neither. */
export type FileUse = 'current' | 'before' | 'used' | 'unused';

export interface ShownFile {
  readonly id: number;
  readonly name: string;
  readonly kind: FileKind;
  readonly use: FileUse;
  /** What is in it: 任务 121 项. */
  readonly holds: string;
  readonly told: readonly ToldInWords[];
}

/** A stretch of a line: as it is, or marked. */
export interface MarkedText {
  readonly mark: 'plain' | 'strong' | 'faint' | 'removed' | 'added';
  readonly text: string;
}

/** A line of what changed: a heading, or an item of a list. */
export interface ChangeLine {
  readonly kind: 'heading' | 'item';
  readonly level: 1 | 2 | 3;
  readonly stretches: readonly MarkedText[];
}

/** What a unit has filled in, by its file. */
export interface FilledIn {
  readonly unit: string;
  /** Whose content goes on into the unit's next sheet. */
  readonly file: string;
  /** Other files of the unit, of which nothing goes on. */
  readonly others: readonly string[];
}

/** What somebody says in the page, for a unit: whether it is in a group, or whether a task is its own. */
export interface Answered {
  readonly unit: string;
  /** A group, or what a task is called. */
  readonly asked: string;
  /** The task's id; `null` where a group is asked about. */
  readonly task: string | null;
  /** `null` takes back what was answered. */
  readonly answer: Answer | null;
}

/** A name that no registry has, and what somebody says in the page that it is. */
export interface UnknownName {
  readonly name: string;
  /** Where it stands, how often, and what it may be meant for: in words. */
  readonly use: string;
  readonly nearest: readonly string[];
  /** The unit that it is another name of; its own name where it is a unit by itself; `null` where nobody has said. */
  readonly is: string | null;
}

/** A text of a drawing, or an element of it. */
export type ChartNode =
  | string
  | {
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly inner: readonly ChartNode[];
    };

/** The charts of the overview. */
export interface ShownCharts {
  readonly tables: readonly ChartNode[];
  readonly units: readonly ChartNode[];
  readonly pairs: readonly ChartNode[];
}

/** All that the page shows. */
export interface Shown {
  readonly files: readonly ShownFile[];
  /** The current edition of the notice; `null` as long as there is none. */
  readonly page: Page | null;
  /** The charts of its overview. */
  readonly charts: ShownCharts | null;
  /** What was read, line by line. */
  readonly account: readonly string[];
  /** What its drafters should look at. */
  readonly findings: readonly ToldInWords[];
  /** What changed since the edition before; `null` where there is none. */
  readonly changes: readonly ChangeLine[] | null;
  /** Whether the two have so little in common that they may be two notices, and not two editions of one. */
  readonly areUnlike: boolean;
  /** Whether their dates leave open which of the two is the earlier. */
  readonly isOrderOpen: boolean;
  readonly filledIn: readonly FilledIn[];
  /** What is wrong with what came back; `null` where nothing did. */
  readonly problems: readonly ToldInWords[] | null;
  /** The day by which what is due counts as late. */
  readonly on: string | null;
  /** Names that no registry has, or had before somebody said in the page what they are. */
  readonly names: readonly UnknownName[];
  /** Groups whose members nobody knows. */
  readonly groups: readonly string[];
  /** Groups of which the registry that lies there says all members: they may be said anew. */
  readonly settled: readonly string[];
  /** What was answered in the sheets that came back, and in the page; the last to a question counts. */
  readonly answers: readonly Answered[];
  /** Units with two answers that cannot both be right, and what is told of it. */
  readonly against: readonly { readonly unit: string; readonly told: ToldInWords }[];
}

/** What a person wants to take home. */
export type Wanted =
  | {
      readonly what: 'sheets';
      readonly units: readonly string[] | null;
      readonly format: 'xlsx' | 'csv' | 'json' | 'docx';
    }
  | { readonly what: 'papers'; readonly sign: string }
  | { readonly what: 'other'; readonly name: OtherFile };

/** Files by the names that the command line gives them. */
const OTHER_FILES = [
  '总台账.xlsx',
  'wulong-tasks.json',
  'report.html',
  '修订对照.xlsx',
  '修订对照.md',
  '汇总.xlsx',
  '汇总.csv',
  '汇总.json',
  'units.yaml',
  '名录.xlsx',
] as const;
export type OtherFile = (typeof OTHER_FILES)[number];

/** A file to be saved. */
export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was carried over, and what a person should know of it. */
  readonly carried: string;
  readonly told: readonly ToldInWords[];
}

/** What the page asks the worker to do; each answers with what is to be shown, but for `make`. */
export interface DeskCalls {
  add(files: readonly Dropped[]): Shown;
  remove(id: number): Shown;
  /** Takes the current edition for the one before, and the other way round. */
  swap(): Shown;
  on(day: string | null): Shown;
  /** Answers what the notice leaves open. */
  answer(said: readonly Answered[]): Shown;
  /** Says which unit a name means: another, or one by itself; `null` takes it back. */
  call(name: string, is: string | null): Shown;
  make(wanted: Wanted): Made;
}

export type ToWorker = {
  readonly [K in keyof DeskCalls]: { readonly does: K; readonly args: Parameters<DeskCalls[K]> };
}[keyof DeskCalls];

/** How far something is. */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly of: number;
}

/** What the worker says. */
export type FromWorker =
  | { readonly id: number; readonly value: Shown | Made }
  | { readonly id: number; readonly failed: readonly ToldInWords[] }
  | { readonly progress: Progress }
  | { readonly listens: true };
