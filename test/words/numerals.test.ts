// Each number with all ways to print it that the one reader knows.
import { describe, expect, it } from 'vitest';
import {
  CHAPTER_NUMBER,
  CIRCLED,
  COUNT,
  factorOf,
  ITEM_NUMBER,
  LIST_NUMBER,
  MEASURE_NUMBER,
  numeralValue,
  ORDINAL,
  POINT_NUMBER,
  scaled,
} from '../../src/words/numerals.js';

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

describe('a numeral', () => {
  it.each([
    [0, ['0', '０', '〇', '零', '○']],
    [2, ['2', '２', '二', '两']],
    [10, ['10', '１０', '十', '一十']],
    [12, ['12', '１２', '十二', '一十二']],
    [20, ['20', '二十', '二〇', '二零', '二○']],
    [108, ['108', '一百零八', '一百〇八', '一〇八']],
    [200, ['200', '两百', '二百']],
    [1234, ['1234', '1,234', '１２３４', '一千二百三十四', '一二三四']],
    [2026, ['2026', '二〇二六', '二○二六', '二零二六', '两千零二十六']],
    [2006, ['二〇〇六', '二OO六', '二００六', '二00六']],
    [3000, ['3000', '3,000', '三千', '3千']],
    [26.5, ['26.5', '２６．５', '二十六点五']],
    [15000, ['15000', '一万五千']],
    [0.6667, ['三分之二']],
    [0.25, ['四分之一']],
  ])('%d', (value, texts) => {
    for (const text of texts) expect([text, numeralValue(text)]).toEqual([text, value]);
  });

  it.each(['3', '１２', '三', '两', '十二', '一百二十'])('%s is a count', (text) => {
    expect(text).toMatch(whole(COUNT));
  });

  it.each(['一', '十', '十二', '一百零八'])('%s says which', (text) => {
    expect(text).toMatch(whole(ORDINAL));
  });

  it('is multiplied by what follows it', () => {
    expect(['百', '千', '万', '十万', '亿', '万亿'].map(factorOf)).toEqual([100, 1000, 1e4, 1e5, 1e8, 1e12]);
    expect(scaled(1.2, factorOf('亿'))).toBe(120000000);
  });
});

describe('a number of a list', () => {
  it.each([
    [CHAPTER_NUMBER, ['一、', '十二、', '一百零一、']],
    [MEASURE_NUMBER, ['（一）', '(十二)']],
    [ITEM_NUMBER, ['1.', '１２、', '3．']],
    [POINT_NUMBER, ['（1）', '(12)', '（１）']],
    [CIRCLED, ['①', '⑳', '㈠']],
  ])('%s', (pattern, texts) => {
    for (const text of texts) {
      expect(text).toMatch(whole(pattern));
      expect(text).toMatch(whole(LIST_NUMBER));
    }
  });

  it.each(['1.5公里', '12', '（一', '两、'])('is none in %s', (text) => {
    expect(text).not.toMatch(new RegExp(`^${LIST_NUMBER}`));
  });
});
