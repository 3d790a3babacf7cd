// How much alike two clauses are, and which of many say the same.
import { describe, expect, it } from 'vitest';
import { charactersOf } from '../../src/links/likeness.js';
import { likenessOf, phraseIndex, saySame, splitClauses } from '../../src/links/phrases.js';

describe('two clauses are alike', () => {
  it.each([
    // The same but for width and punctuation.
    ['开展（隐患）排查', '开展(隐患)排查。', 1],
    ['办好', '办好', 1],
    ['办好', '抓紧', 0],
    ['', '办好', 0],
    // One has all of the other's seven pairs and four more; six of seven each; a number is one character.
    ['甲乙丙丁戊己庚辛', '某某甲乙丙丁戊己庚辛某某', (1 + 7 / 10) / 2],
    ['甲乙丙丁戊己庚辛', '甲乙丙丁戊己庚某', 6 / 7],
    ['新建渠道12公里', '新建渠道1800公里', 4 / 6],
    // Half of each.
    ['甲乙丙丁戊', '甲乙丙某某', 2 / 4],
  ])('%s, %s', (one, other, expected) => {
    expect(likenessOf(one, other)).toBeCloseTo(expected, 10);
    expect(likenessOf(other, one)).toBeCloseTo(expected, 10);
  });

  it('by characters, of which a number is one and punctuation none', () => {
    expect(charactersOf('达到 １２.５%，(3)处')).toEqual(['达', '到', '12.5%', '3', '处']);
  });
});

describe('clauses', () => {
  it('are what quotation marks and titles hold together', () => {
    expect(splitClauses('办好“甲，乙”，印发《丙，丁》；办快。 ，')).toEqual([
      '办好“甲，乙”',
      '印发《丙，丁》',
      '办快',
    ]);
    expect(splitClauses('')).toEqual([]);
  });

  it('that say the same are found in their order', () => {
    const find = phraseIndex(['乙乙乙', '某某甲乙丙丁戊己庚辛', '甲乙丙丁戊己庚辛', '甲乙午未申酉']);
    expect(find('甲乙丙丁戊己庚辛')).toEqual([1, 2]);
    expect(saySame('甲乙丙丁戊己庚辛', '甲乙午未申酉')).toBe(false);
  });
});
