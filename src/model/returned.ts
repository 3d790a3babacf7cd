import type { Place } from './place.js';
import type {
  CoverField,
  Entries,
  FillIn,
  KeptPart,
  NoticeColumn,
  Question,
  RowChange,
  Typed,
} from './sheet.js';

/** The columns that take words of a list. */
export type ListedColumn = Extract<FillIn, 'status' | 'answer'>;

/** How what stands in a printed cell is not what was printed there: words that were printed nowhere, or another row's. */
export type Edit = 'typed' | 'moved';

/** A row of a task sheet that somebody filled in. */
export interface ReturnedRow extends Readonly<Entries> {
  /** Its first cell: 某镇.xlsx#任务清单!A4, or a record of a CSV file: 某镇.csv#行4. */
  readonly at: Place;
  readonly id: string;
  /** The id that stands in its row, where that is of another task than its words. */
  readonly strayId?: string;
  /** Which of the rows that are kept for what people put into them it is; `null` for a task's. */
  readonly kept: KeptPart | null;
  readonly change: RowChange | null;
  /** The texts of the notice's columns as they stand in the file now. */
  readonly cells: Readonly<Partial<Record<NoticeColumn, string>>>;
  /** Whether what is printed in it is not what its checksum says; where it has none, nobody knows. */
  readonly isEdited?: boolean;
  /**
   * Which cells are not as they were printed, by the notice's columns and the headers of those made of others: words that were printed nowhere, or another row's; where the file tells of whole
   * rows only, nobody knows.
   */
  readonly edits?: Readonly<Record<string, Edit>>;
  /** The columns in which another row's text stood; where it is known what was printed there, that is back in its place. */
  readonly moved?: readonly string[];
  /** What stands in 进展状态, or as an answer, where it is read as a word of the list: 办结 as 已完成, √ as 是. */
  readonly said?: Readonly<Partial<Record<ListedColumn, string>>>;
  /** How many of the things that people put into it stand in a cell that is merged over it, and are said of the first of its rows. */
  readonly repeated?: number;
  /** Where each column's cell is. */
  readonly places: Readonly<Partial<Record<NoticeColumn | FillIn, Place>>>;
  /** Where the cells of its unit's own columns are, by their headers. */
  readonly ownPlaces?: Readonly<Record<string, Place>>;
}

/** A header in other words than the program's, and the column as which it is read. */
export interface RenamedHeader {
  readonly header: string;
  readonly as: string;
}

/** The headers of the columns to fill in, from left to right. */
export interface ReorderedColumns {
  /** As they stand. */
  readonly columns: readonly string[];
  /** As they stood when the sheet was sent. */
  readonly sent: readonly string[];
}

/** A task sheet as it came back: what is printed in it, and what people put into it. */
export interface ReturnedSheet {
  /** The file's name. */
  readonly file: string;
  readonly unit: string | null;
  /** By what the notice that it is of is known, as far as the file says. */
  readonly notice: { readonly number: string | null; readonly title: string | null };
  /** What the lines above its table, and its worksheet, call it. */
  readonly titles?: readonly string[];
  /** Its worksheet's name, where that is not the one that the program gives. */
  readonly name?: string;
  /** The edition that it was filled in on; `null` where the file does not say. */
  readonly edition: string | null;
  /** Whether what is printed in it is not as the program wrote it; where the file does not say, nobody knows. */
  readonly isChanged?: true;
  /** The ids of its rows when it was written, where the file says so: one that is deleted is known by that. */
  readonly listed?: readonly string[];
  /** The digest of what people had put into its rows when it was written, where the file says so. */
  readonly carried?: string;
  /** The notice's columns that are there: somebody may have taken one out. */
  readonly printed: readonly NoticeColumn[];
  /** The columns to fill in that are there, where it is a workbook as the program writes it. */
  readonly open?: readonly FillIn[];
  /** Where those stand in another order than they were sent, and something is filled in in one that stands elsewhere. */
  readonly reordered?: ReorderedColumns;
  /** Headers that somebody has written otherwise, which are read as the columns that they were. */
  readonly renamed?: readonly RenamedHeader[];
  /** The headers of columns that people added. */
  readonly columns: readonly string[];
  readonly rows: readonly ReturnedRow[];
  /** The groups of which it asked whether the unit is a member, and what was answered. */
  readonly questions: readonly (Question &
    Pick<ReturnedRow, 'at' | 'said'> &
    Partial<Pick<ReturnedRow, 'places'>>)[];
  readonly cover: Readonly<Partial<Record<CoverField, Typed>>>;
  /** Cells with a formula of which the file does not say what it comes to. */
  readonly unsaved?: readonly Place[];
  /** Rows of a text that end before columns in which all others say something. */
  readonly cut?: readonly Place[];
  /** What was typed where nothing belongs. */
  readonly stray: readonly { readonly at: Place; readonly text: string }[];
}
