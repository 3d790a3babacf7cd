// A task that goes by the name of one that has gone: text and units tell which it is, and where they do not, nobody does.
import { describe, expect, it } from 'vitest';
import { type Edition, matched } from '../../src/revise/match.js';

const task = (name: string, text: string, units: string, id = name): Edition => ({
  id,
  group: '任务清单',
  name,
  text,
  units,
});
const TORRENTS = task('山洪沟治理', '治理山洪沟3条', '县水利局、县应急局');

describe('a task with the name of one that has gone', () => {
  it('is the one whose text and units it has', () => {
    const before = [TORRENTS, task('防火道建设', '新建防火道15公里', '县林业局、县应急局')];
    const after = [task('山洪沟治理', '新建防火道15公里', '县林业局、县应急局')];
    const { pairs, doubts } = matched(before, after);
    expect(pairs).toEqual([[1, 0]]);
    expect(doubts.size).toBe(0);
  });

  it('may be either where both were the same units’', () => {
    const before = [TORRENTS, task('水库除险加固', '加固病险水库6座', '县水利局、县应急局')];
    const after = [task('山洪沟治理', '加固病险水库6座', '县水利局、县应急局')];
    const { pairs, doubts } = matched(before, after);
    expect(pairs).toEqual([]);
    expect([...doubts.keys()].sort()).toEqual([0, 1]);
  });

  it('is the one of that name where that has the text, too, or one much like it', () => {
    const before = [TORRENTS, task('水库除险加固', '治理山洪沟5条', '县水利局、县应急局')];
    const after = [task('山洪沟治理', '治理山洪沟5条', '县水利局、县应急局')];
    expect(matched(before, after).pairs).toEqual([[0, 0]]);
  });
});
