import type { HeaderMeaning } from '../words/columns.js';

/** What may be concluded of a column from its cells, where its header says nothing. */
export interface Concluded {
  readonly meaning: HeaderMeaning;
  readonly inferred?: 'units' | 'times' | 'text';
}

/** What says what is to be done. */
export const WHAT: readonly HeaderMeaning[] = [
  'name',
  'task',
  'content',
  'problem',
  'goal',
  'step',
  'category',
];
