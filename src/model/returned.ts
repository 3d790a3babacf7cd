import type { Place } from './place.js';
import type { Note, Typed } from './sheet.js';

/** A row of a task sheet that somebody filled in. */
export interface ReturnedRow {
  /** Its first cell: 某镇.xlsx#任务清单!A4, or a record of a CSV file: 某镇.csv#行4. */
  readonly at: Place;
  readonly id: string;
  /** The notice's columns as they stand in the file now: column → text. */
  readonly cells: Readonly<Record<string, string>>;
  readonly filled: Readonly<Record<string, Typed>>;
  readonly notes: readonly Note[];
  /** Where each column's cell is. */
  readonly places: Readonly<Record<string, Place>>;
}

/** A task sheet as it came back: what is printed in it, and what people put into it. */
export interface ReturnedSheet {
  /** The file's name. */
  readonly file: string;
  readonly unit: string | null;
  /** The edition that it was filled in on; `null` where the file does not say. */
  readonly edition: string | null;
  /** The notice's columns that are there: somebody may have taken one out. */
  readonly printed: readonly string[];
  /** Columns that people added. */
  readonly columns: readonly string[];
  readonly rows: readonly ReturnedRow[];
  readonly cover: Readonly<Record<string, Typed>>;
  /** What was typed where nothing belongs. */
  readonly stray: readonly { readonly at: Place; readonly text: string }[];
}
