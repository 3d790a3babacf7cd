import type { Passage, Place, Row } from './document.js';
import type { ColumnRole, Ledger } from './taskbook.js';

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
  readonly title: string;
  readonly passages: readonly Passage[];
}

export interface NoticeChapter {
  readonly number: string;
  readonly title: string;
  /** The heading, and paragraphs of the chapter that belong to no measure. */
  readonly passages: readonly Passage[];
  readonly measures: readonly NoticeMeasure[];
}

export interface Appendix {
  readonly label: Passage;
  readonly title: readonly Passage[];
}

export interface Column {
  readonly header: string;
  readonly role: ColumnRole;
}

/** A table of tasks, its header understood. */
export interface AppendixTable {
  /** The paragraphs between the last table (or the appendix's title) and this one. */
  readonly heading: readonly Passage[];
  /** Index into `Notice.appendices`. */
  readonly appendix?: number;
  /** One for each cell of `header`. */
  readonly columns: readonly Column[];
  readonly header: Row;
  /** Header rows printed again after a page break. */
  readonly repeatedHeaders: readonly Row[];
  readonly rows: readonly Row[];
  readonly notes: readonly Passage[];
  readonly at: Place;
}

/** The notice taken apart; every passage of the Document is in exactly one place here. */
export interface Notice {
  readonly letterhead: Letterhead;
  readonly documentTitle: readonly Passage[];
  readonly preamble: readonly Passage[];
  readonly chapters: readonly NoticeChapter[];
  readonly appendices: readonly Appendix[];
  readonly tables: readonly AppendixTable[];
  readonly ledger: Ledger;
  /** The place of an offset into the source, for places inside a passage. */
  readonly placeOf: (offset: number) => Place;
}
