// Findings against what a person would tell the drafters of six notices (fixtures/*/differs.tsv, levels.tsv).
import { describe, expect, it } from 'vitest';
import { holdTo } from '../support/floors.js';
import { precisionOf, recallOf, scoreDifferences, scoreLevels, total } from '../support/judged.js';

describe('body and table differ where a person says that they tellingly do', async () => {
  holdTo(await scoreDifferences(), { precision: 0.93, recall: 0.95 }, { precision: 0.8, recall: 0.85 });
});

it('words of a higher level are told where a person says that they were copied', async () => {
  const score = total(await scoreLevels());
  expect(recallOf(score), score.missed.join('; ')).toBe(1);
  expect(precisionOf(score), score.wrong.join('; ')).toBeGreaterThanOrEqual(0.85);
});
