import type { Diagnostic } from './diagnostic.js';
import type { ShownSpan } from './look.js';
import type { Passage } from './passage.js';
import type { LineStarts, NoiseKind, Place, Span } from './place.js';

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
  /** Why its cells cannot be told apart; its rows are then its lines. */
  readonly doubt?: Diagnostic;
}

/** Text that the file has besides the notice's own. */
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
  readonly lines: LineStarts;
  readonly blocks: readonly (Paragraph | Table)[];
  readonly noise: readonly Noise[];
  /** How stretches of the text are shown, where the notice says what that means and the form tells. */
  readonly shown: readonly ShownSpan[];
  /** The place of a stretch of `text`, whatever stands there. */
  readonly placeOf: (span: Span) => Place;
}
