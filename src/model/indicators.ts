import type { Indicator } from './demands.js';

/**
 * The figures that are to be reached: what is counted and listed as 量化指标 everywhere. To whom something applies, as in
 * 200张床位以上的医院, is no figure to reach; it stands in the task's own words.
 */
export function targetsOf<T extends Pick<Indicator, 'condition'>>(indicators: readonly T[]): readonly T[] {
  return indicators.filter(({ condition }) => !condition);
}
