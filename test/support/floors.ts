import { expect, it } from 'vitest';
import { precisionOf, recallOf, type Score, total } from './judged.js';

/** The least that the rules must come to, from 0 to 1. */
export interface Floor {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Holds rules to what a person judged: over all notices together, and over each by itself.
 *
 * @param scores one for each notice
 * @param all what must be reached over all notices
 * @param each what must be reached over each one
 */
export function holdTo(scores: readonly Score[], all: Floor, each: Floor): void {
  it.each([
    ...scores.map((score) => [score.notice, score, each] as const),
    ['all notices together', total(scores), all] as const,
  ])('%s', (_, score, floor) => {
    const said = `wrong: ${score.wrong.join('; ')}\nmissed: ${score.missed.join('; ')}\n`;
    expect(precisionOf(score), said).toBeGreaterThanOrEqual(floor.precision);
    expect(recallOf(score), said).toBeGreaterThanOrEqual(floor.recall);
  });

  it('has judged at least five notices, with near misses in each', () => {
    expect(scores.length).toBeGreaterThanOrEqual(5);
    for (const { notice, nearMisses } of scores) expect(nearMisses.all, notice).toBeGreaterThan(0);
  });
}
