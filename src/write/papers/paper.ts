import type { Slots } from './slots.js';
import type { PaperBlock } from './templates.js';

/** A paper to send, before it is printed. */
export interface Paper {
  /** What its file is called. */
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
  readonly slots: Slots;
}
