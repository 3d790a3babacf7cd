import type { Place } from '../model/place.js';
import type { Typed } from '../model/sheet.js';

/** A cell of a sheet that came back. */
export interface RawCell {
  readonly value: Typed | null;
  /** The value as text. */
  readonly text: string;
  readonly note: string;
  /** Who wrote the note; nobody is known where it is missing. */
  readonly author?: string;
  readonly at: Place;
  /** How many rows it is merged over. */
  readonly rows?: number;
  /** Whether it only says again what a cell says that is merged over its row. */
  readonly isSpread?: true;
  /** Whether it has a formula, and nothing says what that comes to. */
  readonly isUnsaved?: true;
}
