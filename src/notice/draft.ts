import type {
  Appendix,
  Letterhead,
  NoticeChapter,
  NoticeContent,
  NoticeMeasure,
  OtherTable,
} from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { TableInPlace } from '../tables/index.js';
import type { OutlineShape } from '../words/shapes.js';

/** Where reading stands in a notice: before the letter, in it, after its date, in the outline, behind it. */
export type Region = 'head' | 'letter' | 'issued' | 'body' | 'appendix';

/** A record whose lists are still growing. */
type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

type MeasureDraft = Writable<NoticeMeasure> & { readonly shape: OutlineShape };
type ChapterDraft = Omit<Writable<NoticeChapter>, 'measures'> & { readonly measures: MeasureDraft[] };

/** What a notice consists of, its tables not yet read. */
export type DividedNotice = Omit<NoticeContent, 'tables'> & { readonly tables: readonly TableInPlace[] };

/** All that is known of a notice while its blocks are gone through. */
export interface Draft {
  region: Region;
  readonly letterhead: Writable<Letterhead>;
  /** Lines above the document number: a masthead, or the title where no other follows. */
  aboveNumber: Passage[];
  /** Whether the last paragraph, items aside, names what comes with the notice: 附件：1.任务表. */
  listsAppendices: boolean;
  readonly documentTitle: Passage[];
  readonly preamble: Passage[];
  readonly chapters: ChapterDraft[];
  readonly appendices: Writable<Appendix>[];
  /** Paragraphs that lead up to the next table. */
  leadingUp: Passage[];
  readonly tables: Writable<TableInPlace>[];
  readonly otherTables: OtherTable[];
  /** Whether the notice has a date anywhere. */
  readonly dated: boolean;
  /** Where the source's lines start. */
  readonly lines: LineStarts;
}

/** The draft of a notice of which nothing has been read. */
export function blankDraft(dated: boolean, lines: LineStarts): Draft {
  return {
    region: 'head',
    letterhead: { masthead: [], title: [], letter: [], issuer: [], colophon: [] },
    aboveNumber: [],
    listsAppendices: false,
    documentTitle: [],
    preamble: [],
    chapters: [],
    appendices: [],
    leadingUp: [],
    tables: [],
    otherTables: [],
    dated,
    lines,
  };
}

/** What a draft comes to when nothing follows. */
export function finished(draft: Draft): DividedNotice {
  closeAppendix(draft);
  const { letterhead, aboveNumber, documentTitle, preamble, chapters, appendices, tables, otherTables } =
    draft;
  const named = letterhead.title.length > 0 ? { masthead: aboveNumber } : { title: aboveNumber };
  return {
    letterhead: { ...letterhead, ...named },
    documentTitle,
    preamble,
    chapters,
    appendices,
    tables,
    otherTables,
  };
}

/** What was taken to lead up to a table, and none followed, is text of the appendix. */
export function closeAppendix(draft: Draft): void {
  const appendix = draft.appendices.at(-1);
  if (!appendix) return;
  for (const passage of draft.leadingUp) appendix.passages.push(passage);
  draft.leadingUp = [];
}

/** Whether a table stands in the appendix that is open. */
export function hasTable({ tables, appendices }: Draft): boolean {
  return appendices.length > 0 && tables.at(-1)?.appendix === appendices.length - 1;
}
