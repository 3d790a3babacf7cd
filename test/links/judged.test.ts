// How far the rules come to the same as a person who judged pairs of five notices (fixtures/*/links.tsv).
import { expect, it } from 'vitest';
import { precisionOf, recallOf, scoreLinks, scoreDifferences, scoreMatches, total } from '../support/judged.js';

it.each([['links',scoreLinks],['diff',scoreDifferences],['match',scoreMatches]] as const)('%s', async (name, score) => {
  for (const each of await score()) console.log(name, each, precisionOf(each), recallOf(each));
});
