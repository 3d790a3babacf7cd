// 完成率: one rule, in which a fall from one month to the next is seen.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeWords, percentWords } from '../../src/collect/index.js';
import type { Counts } from '../../src/model/roll-up.js';

const counts = (done: number, tasks: number, absent = 0): Counts => {
  const rest = tasks - done - absent;
  return { tasks, done, absent, going: rest, idle: 0, late: 0, other: 0, silent: 0 };
};

it.each<[done: number, tasks: number, words: string]>([
  [0, 120, '0%'],
  [120, 120, '100%'],
  [60, 120, '50.0%'],
  [556, 1638, '33.9%'],
  [544, 1638, '33.2%'],
  // One of very many is not nothing, and all but one is not all.
  [1, 60000, '0.1%'],
  [59999, 60000, '99.9%'],
])('%i of %i is %s', (done, tasks, words) => {
  expect(percentWords(counts(done, tasks))).toBe(words);
});

it('is none of who has handed in nothing', () => {
  expect(percentWords(counts(0, 9, 9))).toBe('—');
});

it('of two months shows a single task, too', () => {
  expect(changeWords(counts(556, 1638), counts(555, 1638))).toBe('已完成 556 → 555，完成率 33.9% → 33.9%');
  expect(changeWords(undefined, counts(1, 2))).toBe('已完成 — → 1，完成率 — → 50.0%');
});

it('is never more where less is done, and 100% or 0% only where it is', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(3000), fc.integer({ min: 1, max: 3000 }), (a, b, tasks) => {
      const [less, more] = [a, b].map((each) => Math.min(each, tasks)).sort((x, y) => x - y) as [
        number,
        number,
      ];
      const [low, high] = [less, more].map((done) => Number.parseFloat(percentWords(counts(done, tasks))));
      expect(low).toBeLessThanOrEqual(high ?? 0);
      expect(low === 0).toBe(less === 0);
      expect(high === 100).toBe(more === tasks);
    }),
  );
});
