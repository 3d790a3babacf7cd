import type { Segment } from '../../model/revision.js';
import type { Typed } from '../../model/sheet.js';
import type { OpenColumn } from '../../sheets/index.js';
import { columnLook, type PAGES, type ScaleName, type WIDTHS } from './styles.js';

/** A table on a worksheet, under a title and a line about it. */
export interface WorksheetPlan {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  /** How many columns at the left stay in view. */
  readonly frozen?: number;
  /** Printed on each page beside its number. */
  readonly footer?: string;
  readonly page?: keyof typeof PAGES;
  /** Whether it is printed as small as can still be read, where that takes fewer pages, and its rows stand closer. */
  readonly isDense?: boolean;
  /** A row of sums under the others, which stays there when they are sorted. */
  readonly total?: PlannedRow;
  /** Columns whose numbers are to be seen by their colour, by index. */
  readonly scales?: ReadonlyMap<number, ScaleName>;
  /** For whom wants to count further: not in view, and not printed with the others. */
  readonly isHidden?: boolean;
}

export interface PlannedColumn {
  readonly header: string;
  readonly width: number;
  readonly centred?: boolean;
  /** Takes what the page has left. */
  readonly stretches?: boolean;
  /** For people to fill in. */
  readonly open?: OpenColumn;
  /** Stands right of what is printed. */
  readonly isAside?: boolean;
  /** Folded away: for machines, and for who wants to check. */
  readonly isFolded?: boolean;
  /** The header stands on end. */
  readonly upright?: boolean;
}

/** Text that leads to a cell of another worksheet, as 正文!A4. */
export interface PlannedLink {
  readonly text: string;
  readonly to: string;
}

/** What people put into a cell, or what stands there until they do. */
export interface PlannedTyped {
  readonly typed: Typed | undefined;
}

/** A number, with a word that is shown behind it. */
export interface PlannedNumber {
  readonly number: number;
  readonly mark: string;
}

/** A number of things; none is left blank to look at, so that what there is stands out. */
export interface PlannedCount {
  readonly count: number;
}

/** A part of a whole, from 0 to 1, shown in percent. */
export interface PlannedShare {
  readonly share: number;
}

/** What a cell holds; segments are text in which something is marked as taken out or put in. */
export type PlannedValue =
  | string
  | number
  | PlannedLink
  | PlannedNumber
  | PlannedCount
  | PlannedShare
  | PlannedTyped
  | readonly Segment[];

/** A comment; the author's name is '' where nobody is known. */
export interface PlannedNote {
  readonly text: string;
  readonly author: string;
}

export interface PlannedRow {
  readonly values: readonly PlannedValue[];
  /** Printed in grey: for what is no longer asked for. */
  readonly faint?: boolean;
  /** Whether people may write into the notice's columns, too. */
  readonly open?: boolean;
  /** Whether it stands above others as a heading does. */
  readonly isHead?: boolean;
  /** Comments by the column's index. */
  readonly notes?: ReadonlyMap<number, PlannedNote>;
  /** Indexes of cells that are to be seen at once. */
  readonly marked?: readonly number[];
}

/** The row that holds the headers; titles stand above it, the table's rows below. */
export const HEADER_ROW = 3;

/** A column by its name in the table of widths. */
export function planned(
  name: keyof typeof WIDTHS,
  header: string,
  more: Partial<PlannedColumn> = {},
): PlannedColumn {
  return { header, ...columnLook(name), ...more };
}
