import type { Place } from './document.js';
import type { Note, Typed } from './sheet.js';

/** A row of a task sheet that somebody filled in. */
export interface ReturnedRow {
  /** 任务清单!4, or the line of a CSV file. */
  readonly at: Place;
  readonly id: string;
  /** The notice's columns as they stand in the file now: column → text. */
  readonly cells: Readonly<Record<string, string>>;
  readonly filled: Readonly<Record<string, Typed>>;
  readonly notes: readonly Note[];
}

/** A task sheet as it came back: what is printed in it, and what people put into it. */
export interface ReturnedSheet {
  /** The file's name. */
  readonly file: string;
  readonly unit: string | null;
  /** The edition that it was filled in on; `null` where the file does not say. */
  readonly edition: string | null;
  /** Columns that people added. */
  readonly columns: readonly string[];
  readonly rows: readonly ReturnedRow[];
  readonly cover: Readonly<Record<string, Typed>>;
  /** What was typed where nothing belongs. */
  readonly stray: readonly { readonly at: Place; readonly text: string }[];
}
