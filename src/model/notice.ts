import type { ColumnRole } from './column-role.js';
import type { Row } from './document.js';
import type { ShownSpan } from './look.js';
import type { Passage } from './passage.js';
import type { LineStarts, Place } from './place.js';
import type { Ledger } from './taskbook.js';

/** 版头, 主送机关, 通知正文, 落款 and 附注: all that stands around the issued document. */
export interface Letterhead {
  /** 发文机关标志 and what else stands above the document number. */
  readonly masthead: readonly Passage[];
  readonly number?: Passage;
  /** The title's lines. */
  readonly title: readonly Passage[];
  readonly addressees?: Passage;
  readonly letter: readonly Passage[];
  readonly issuer: readonly Passage[];
  readonly date?: Passage;
  readonly publicity?: Passage;
  /** 版记: 抄送 and the line of the printing office. */
  readonly colophon: readonly Passage[];
}

export interface NoticeMeasure {
  readonly number: string;
  readonly title: Passage;
  readonly passages: readonly Passage[];
}

export interface NoticeChapter {
  readonly number: string;
  readonly title: Passage;
  /** The heading, and paragraphs of the chapter that belong to no measure. */
  readonly passages: readonly Passage[];
  readonly measures: readonly NoticeMeasure[];
}

export interface Appendix {
  readonly label: Passage;
  readonly title: readonly Passage[];
  /** Text of the appendix that leads up to no table. */
  readonly passages: readonly Passage[];
}

interface Column {
  readonly header: string;
  readonly role: ColumnRole;
}

/** A column and the slots of the table's grid that its header covers, `[from, to)`. */
export interface PlacedColumn extends Column {
  readonly from: number;
  readonly to: number;
  /** The cells that head it, from the widest to its own. */
  readonly path: readonly Passage[];
  /** The unit in which its header counts: 万亩 of 2026年目标（万亩）. */
  readonly countedIn?: Passage;
  /** What its role was concluded from, where its header does not say. */
  readonly inferred?: 'units' | 'times' | 'text';
}

/** What the cells of a column hold. */
export type ColumnContent = 'units' | 'times' | 'text' | 'marks' | 'figures';

/** How a table prints its tasks. */
export type TableShapeName =
  | 'rows'
  | 'cards'
  | 'matrix'
  | 'units-as-rows'
  | 'tasks-as-columns'
  | 'of-one-unit';

/** A cell where it lies in the grid of its table. */
export interface GridCell {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  /** Whether it begins in a row above and reaches down. */
  readonly above: boolean;
  /** Whether the format tells which cells are merged; where it does not, an empty cell may be. */
  readonly spansKnown: boolean;
}

export interface GridRow {
  readonly at: Place;
  /** In the order of their slots; those from above included. */
  readonly cells: readonly GridCell[];
}

/** A row that is a task. */
export interface TaskGridRow extends GridRow {
  /** The row above that spans the table and heads this part of it: （一）生产经营环节. */
  readonly section?: Passage;
  /** The unit whose tasks that part holds, as that row says: 一、县水利局牵头（2项）. */
  readonly sectionUnit?: Passage | undefined;
}

/** A label in a row above a table's header, and what stands beside it: 牵头单位｜县商务局. */
export interface HeadEntry {
  readonly label: Passage;
  readonly value: Passage;
}

/** A table of tasks, its header understood. */
export interface AppendixTable {
  /** The paragraphs between the last table (or the appendix's title) and this one. */
  readonly heading: readonly Passage[];
  /** Index into `Notice.appendices`. */
  readonly appendix?: number;
  readonly shape: TableShapeName;
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly TaskGridRow[];
  /** Rows that are no task: headers, again after a page break, section rows, totals. */
  readonly otherRows: readonly GridRow[];
  /** The unit whose tasks all of these are, as its title or caption says. */
  readonly unit?: Passage;
  /** What rows of labels above its header say of all its tasks. */
  readonly head?: readonly HeadEntry[];
  /** Notes that stand in rows of the table. */
  readonly notesWithin: readonly Passage[];
  readonly notes: readonly Passage[];
  readonly at: Place;
}

/** A table that is kept as printed: particulars of the notice on a web page, figures, lists. */
export interface OtherTable {
  readonly heading: readonly Passage[];
  readonly rows: readonly Row[];
  readonly notes: readonly Passage[];
  readonly within: 'letterhead' | 'body' | 'appendix';
  /** Index into `Notice.appendices`. */
  readonly appendix?: number;
  /** It seems to hold tasks, and an error says why they could not be read. */
  readonly isUnread?: true;
  readonly at: Place;
}

/** What a notice consists of; every passage of the Document is in exactly one place here. */
export interface NoticeContent {
  readonly letterhead: Letterhead;
  readonly documentTitle: readonly Passage[];
  readonly preamble: readonly Passage[];
  readonly chapters: readonly NoticeChapter[];
  readonly appendices: readonly Appendix[];
  readonly tables: readonly AppendixTable[];
  readonly otherTables: readonly OtherTable[];
}

/** The notice taken apart. */
export interface Notice extends NoticeContent {
  readonly ledger: Ledger;
  /** The file's name without its folder. */
  readonly name: string;
  /** Where the source's lines start, for places inside a passage. */
  readonly lines: LineStarts;
  /** How stretches of the source are shown, where the notice says what that means and the form tells. */
  readonly shown: readonly ShownSpan[];
}
