// What is of another notice, and what is of an earlier edition of this one.
import { describe, expect, it } from 'vitest';
import { isOtherNotice } from '../../src/index.js';

const [FIRST, THIRD] = ['某府发〔2026〕1号', '某府发〔2026〕3号'];
const [WATER, FIRE] = ['某县关于水利的通知', '某县关于消防的通知'];

describe('something made from a notice', () => {
  it.each([
    // Its number and title, those of the notice, its tasks and how many go on; whether it is another's.
    [FIRST, WATER, THIRD, FIRE, 10, 0, true],
    [FIRST, WATER, THIRD, FIRE, 10, 4, true],
    // A revision under a number of its own, and a title with 修订.
    [FIRST, WATER, THIRD, '某县关于水利的通知（修订）', 10, 5, false],
    // Issued anew: the title says it, however much was changed.
    [FIRST, WATER, THIRD, WATER, 10, 0, false],
    [FIRST, WATER, FIRST, FIRE, 10, 0, false],
    ['某府发 [2026] 1号', WATER, '某府发〔2026〕1号', FIRE, 10, 0, false],
    // A draft had no number; a cover whose title is gone.
    [null, WATER, THIRD, WATER, 10, 0, false],
    [null, WATER, THIRD, FIRE, 10, 4, true],
    [FIRST, null, THIRD, FIRE, 10, 4, true],
    [FIRST, null, THIRD, FIRE, 10, 5, false],
    // CSV says nothing of its notice.
    [null, null, THIRD, FIRE, 10, 1, false],
    [null, null, THIRD, FIRE, 10, 0, true],
    // Where there is nothing, nothing can be lost.
    [FIRST, WATER, THIRD, FIRE, 0, 0, false],
  ])('%s %s, now %s %s, %i tasks of which %i go on: %s', (number, title, now, name, of, kept, isOther) => {
    expect(isOtherNotice({ number, title }, { number: now, title: name }, { of, kept })).toBe(isOther);
  });
});
