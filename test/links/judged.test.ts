import { it } from 'vitest';
import { scoreLevels, scoreLinks, scoreMatches,scoreDifferences } from '../support/judged.js';
it.each([['links', scoreLinks], ['levels', scoreLevels], ['match', scoreMatches],['d',scoreDifferences]] as const)('%s', async (name, score) => {
  for (const each of await score()) console.log(name, each.notice, each.wrong.join(' | '), '· missed', each.missed.join(' | '));
});
