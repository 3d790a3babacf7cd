import type { PageData } from '../../../model/page.js';
import type { Filter } from '../address.js';
import type { Hits } from './search.js';

/** What views of tasks are given: what was found, and what leads to others. */
export interface FoundTasks {
  readonly data: PageData;
  readonly filter: Filter;
  readonly found: Hits;
  /** How many rows are drawn. */
  readonly most: number;
  readonly narrow: (filter: Partial<Filter>) => void;
  readonly more: () => void;
}
