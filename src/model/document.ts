import * as z from 'zod';

/**
 * A place in the source that a person can find: `notice.txt:152:2` in text (line and column, both
 * from 1, columns counted in UTF-16 code units as editors do), `notice.docx#段12` and
 * `notice.docx#表3/行1/列4` where a file has no lines.
 */
export const Place = z.string().describe('出处：文件名:行:列，或 文件名#表/行/列');
export type Place = z.infer<typeof Place>;

/** A half-open stretch `[start, end)` of `Document.text`, in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** A stretch of the notice's text together with where every character of it came from. */
export interface Passage {
  /** Text as printed, without the blanks around each line and without noise; lines parted by `\n`. */
  readonly text: string;
  readonly at: Place;
  /** Disjoint, ascending; together they hold every non-blank character of `text` and no other. */
  readonly spans: readonly Span[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly passage: Passage;
}

export interface Cell {
  readonly passage: Passage;
  /** Rows and columns that the cell covers; `null` where the format does not tell (plain text). */
  readonly rowSpan: number | null;
  readonly colSpan: number | null;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly at: Place;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  readonly at: Place;
}

/** Text that the file has besides the notice's own. */
export type NoiseKind =
  /** A bookmark that a converter printed. */
  | 'bookmark'
  /** Zero-width and control characters. */
  | 'invisible'
  /** Navigation, footers and the like around the notice on a web page. */
  | 'page-chrome'
  /** Marks that draw tables, headings and stress in text: pipes, rules, hashes. */
  | 'markup'
  /** Headers and footers of printed pages. */
  | 'page-margin'
  | 'footnote'
  | 'comment'
  /** Text that a tracked change takes out. */
  | 'deleted';

export interface Noise {
  readonly kind: NoiseKind;
  readonly passage: Passage;
}

/** What every reader yields, whatever the format. */
export interface Document {
  /** The file's name without its folder. */
  readonly name: string;
  /** The source's whole text; `Span`s point into it. */
  readonly text: string;
  readonly blocks: readonly (Paragraph | Table)[];
  readonly noise: readonly Noise[];
  /** The place of an offset into `text`. */
  readonly placeOf: (offset: number) => Place;
}
