import { expect, it } from 'vitest';
import { matchesIn } from '../../src/words/match.js';

it('all matches are found, empty ones too, or the first ones, and what was found before makes no difference', () => {
  for (const pattern of [/一|二/g, /(?=一)/g, /./gu]) {
    const text = '一二𠮷一';
    const all = Array.from(text.matchAll(pattern), ({ 0: found, index }) => [found, index]);
    for (let i = 0; i < 2; i++)
      expect(matchesIn(pattern, text).map(({ 0: found, index }) => [found, index])).toEqual(all);
    expect(matchesIn(pattern, text, 1)).toHaveLength(1);
    expect(matchesIn(pattern, '三')).toHaveLength(pattern.source === '.' ? 1 : 0);
  }
});
