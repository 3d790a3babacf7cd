// Where a paragraph says who does it, and by when: what is read is what a reader of the paragraph would take for it.
import { describe, expect, it } from 'vitest';
import { clausesIn } from '../../src/clauses/said.js';
import { lexiconOf } from '../../src/units/index.js';

/** Who, by when, and the clause itself. */
const read = (text: string) =>
  clausesIn(text, lexiconOf({})).map(({ start, end, unitsStart, unitsEnd, deadline }) => [
    text.slice(unitsStart, unitsEnd),
    deadline ? text.slice(deadline.start, deadline.end).trim() : '',
    text.slice(start, end),
  ]);

describe('a clause in brackets', () => {
  it.each([
    ['区水利局牵头，区财政局配合', ''],
    ['责任单位：区水利局', ''],
    ['责任单位：区水利局', '；完成时限：2026年10月底', '2026年10月底'],
    ['责任单位：区水利局', '；办结时间要求：第三季度', '第三季度'],
    ['牵头单位：区水利局', '，6月底前完成', '6月底前完成'],
    ['牵头单位：区水利局', '。年底前', '年底前'],
    ['牵头单位：区水利局', '，六月底前完成', '六月底前完成'],
    ['牵头单位：区水利局', '，１２月底前完成', '１２月底前完成'],
    ['牵头单位：区水利局', '；完成时限：二〇二六年十月底', '二〇二六年十月底'],
    ['牵头单位：区水利局', '，春节前', '春节前'],
    ['区水利局主办，区财政局协办', ''],
    ['区水利局负责，区财政局承办', ''],
    ['责任单位：区水利局', '；长期坚持', '长期坚持'],
    ['责任单位：区水利局', '，下同'],
    ['责任单位：区水利局', '，排在第一位的为牵头单位，下同'],
    ['责任单位：区水利局', '；首位单位牵头', ''],
    ['各乡镇（街道）牵头', ''],
    ['牵头单位：区水利局（区河长办）', ''],
  ])('says who, and may say by when: %s%s', (who, more, deadline = '') => {
    const clause = `（${who}${more}）`;
    expect(read(`加强巡查。${clause}`)).toEqual([[who, deadline, clause]]);
  });

  it.each([
    ['(责任单位:区水利局)', '责任单位:区水利局'],
    ['（责任单位：区水利局）。', '责任单位：区水利局'],
    ['（责任单位：区水利局）；', '责任单位：区水利局'],
  ])('may be half width, and have its full stop behind it: %s', (clause, who) => {
    expect(read(`加强巡查。${clause}`)).toEqual([[who, '', clause]]);
  });

  it('may be one of several, each after what it is of', () => {
    expect(read('查甲。（区水利局牵头）查乙。（区财政局牵头） ')).toEqual([
      ['区水利局牵头', '', '（区水利局牵头）'],
      ['区财政局牵头', '', '（区财政局牵头）'],
    ]);
  });

  it('may be names alone where it closes a paragraph, after a sentence', () => {
    expect(read('加强巡查。（区水利局、区财政局）')).toEqual([
      ['区水利局、区财政局', '', '（区水利局、区财政局）'],
    ]);
    expect(read('加强巡查！（区水利局，下同）')).toEqual([['区水利局', '', '（区水利局，下同）']]);
  });

  it.each([
    '加强巡查（区水利局）',
    '对（区水利局）管理的水库开展检查。',
    '加强巡查。（区水利局）另行通知。',
    '加强巡查。（2026年6月底前）',
    '加强巡查。（含重点水库）',
    '加强巡查。（牵头单位）',
    `加强巡查。（${'区水利局、'.repeat(401)}区财政局牵头）`,
  ])('is none where brackets say something else, or too much: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a clause without brackets', () => {
  it.each([
    ['加强巡查。', '责任单位：区水利局、区财政局', '。', ''],
    ['加强巡查。', '责任单位:区水利局', '', ''],
    ['加强巡查；', '牵头单位：区水利局；责任单位：区财政局', '；完成时限：6月底前。', '6月底前'],
    ['加强巡查 ', '责任单位：区水利局', '，年底前完成。', '年底前完成'],
    ['', '牵头单位：区水利局', '。', ''],
  ])('begins with a label and ends its paragraph: %s%s%s', (before, who, more, deadline) => {
    expect(read(before + who + more)).toEqual([[who, deadline, who + more]]);
  });

  it.each(['完成时限：2026年10月底。', '时限要求：2026年10月底', '　整改时间： 2026年10月底 '])(
    'may be a deadline on a line of its own: %s',
    (text) => {
      expect(read(text)).toEqual([['', '2026年10月底', text]]);
    },
  );

  it.each(['', '3.', '12、', '３．', '（三）', '(3)', '三、', '1. '])(
    'may begin what is to be done, after a number: %s',
    (number) => {
      expect(read(`${number}区水利局牵头，加强巡查。`)).toEqual([['区水利局牵头', '', '']]);
    },
  );

  it('may be a last sentence', () => {
    expect(read('加强巡查。区水利局牵头，区财政局配合。')).toEqual([
      ['区水利局牵头，区财政局配合', '', '区水利局牵头，区财政局配合。'],
    ]);
  });

  it('may come after one in brackets', () => {
    expect(read('查甲。（区水利局牵头）查乙。责任单位：区财政局。')).toEqual([
      ['区水利局牵头', '', '（区水利局牵头）'],
      ['责任单位：区财政局', '', '责任单位：区财政局。'],
    ]);
  });

  it.each([
    '我们要牵头办好。',
    '领导牵头，各负其责。',
    '加强巡查。',
    '压实责任单位：做到守土有责。',
    '完成时限：以通知为准，另行报送。',
    '区水利局加强巡查。',
    `${'区水利局、'.repeat(401)}区财政局牵头。`,
  ])('is none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
