import type { Comparator } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';

/** A number with its unit and what is said of it: 不少于200台, 较2023年下降11%. */
export interface Figure extends Stretch {
  readonly comparator: Comparator;
  readonly values: readonly number[];
  readonly unit: string;
  /** A share of something that is named before it. */
  readonly rate: boolean;
  readonly change?: 'increase' | 'decrease';
  /** Where it says against what the change is measured. */
  readonly baseline?: Stretch;
  /** 分别: this figure and those after it are of the things named before it, one each. */
  readonly respectively?: true;
  /** A limit stands before it, or before the verb that governs it: 不少于3场, 至少新建3个. */
  readonly limited?: 'here' | 'verb';
  /** What an organisation is like of which something is asked: 200张床位以上的. */
  readonly condition?: true;
}
