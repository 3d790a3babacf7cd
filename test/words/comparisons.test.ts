// Words that compare: each with what it says of a number, before it or behind it.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';

const read = (goal: string) => readDemands(goal, { name: '某任务', year: 2026 });
const compared = (goal: string) =>
  read(goal).indicators.map(({ comparator, values }) => `${comparator}${values}`);

describe('before a number', () => {
  it.each([
    ['≥', '不低于 不少于 不得少于 不应低于 不宜小于 至少 最少 最低 大于等于 大于或等于 ≥ >='],
    ['≥', '达到 达 提高到 提升至 增至 扩大到'],
    [
      '≤',
      '不高于 不多于 不得高于 不应大于 不超过 不得突破 至多 最多 最高 小于等于 小于或等于 ≤ <= 控制在 限制在 压降至 压减到 降至 压缩到 缩短至 减少到 限',
    ],
    ['>', '高于 大于 多于 优于 超过 突破 >'],
    ['<', '低于 小于 少于 不足 不到 不满 <'],
    ['=', '稳定在 保持在 维持在 ＝ ='],
    ['≈', '大约 约 接近 近'],
  ])('%s', (comparator, words) => {
    for (const word of words.split(' ')) {
      expect([word, compared(`某事故率${word}3%`)]).toEqual([word, [`${comparator}3`]]);
    }
  });
});

describe('before a number and behind it', () => {
  it.each([
    ['控制在12%左右', '≈12'],
    ['控制在3%以上', '≥3'],
    ['达到95%以上', '≥95'],
    ['降至10%以下', '≤10'],
    ['达到约85%', '≈85'],
    ['控制在不超过3%', '≤3'],
    ['要达到不低于95%', '≥95'],
  ])('%s', (words, expected) => {
    expect(compared(`某事故率${words}`)).toEqual([expected]);
  });
});

describe('behind a number', () => {
  it.each([
    ['≥', '以上 及以上 （含）以上'],
    ['≤', '以下 以内 之内'],
    ['≈', '左右 上下'],
  ])('%s', (comparator, words) => {
    for (const word of words.split(' ')) {
      expect([word, compared(`某整改率3%${word}`)]).toEqual([word, [`${comparator}3`]]);
    }
  });
});

describe('a change', () => {
  it.each([
    ['increase', '增长 提高 提升 增加 上升 上浮 上调 递增 延长'],
    ['decrease', '下降 降低 减少 压减 压降 压缩 缩短 精简 下浮 下调 缩减 回落'],
  ])('%s', (change, words) => {
    for (const word of words.split(' ')) {
      expect([word, read(`某事故数${word}3%`).indicators.map((each) => each.change)]).toEqual([
        word,
        [change],
      ]);
    }
  });
});

describe('how often', () => {
  it.each([
    ['≥', '至少 最少 不少于 不得少于 不低于 不宜少于'],
    ['≤', '至多 最多 不超过 不得超过 不多于'],
  ])('%s', (comparator, words) => {
    for (const word of words.split(' ')) {
      const { frequencies } = read(`每月巡查${word}2次`);
      expect([word, frequencies.map((each) => `${each.comparator}${each.times}`)]).toEqual([
        word,
        [`${comparator}2`],
      ]);
    }
  });
});
