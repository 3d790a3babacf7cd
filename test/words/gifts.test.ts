// What is given: a case for each word.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';
import { GIFT, GIVES_IT, HANDS_OUT } from '../../src/words/gifts.js';
import { alternatives } from '../support/words.js';

const subjects = (goal: string) =>
  readDemands(goal, { name: '某任务', year: 2026 }).indicators.map(({ subject }) => subject);
const words = (line: string) => line.split(' ').sort();

describe('what is given', () => {
  const given = words('奖励 奖补 补助 补贴 资助 救助 补偿 贴息');
  it('has a case for each word', () => expect(alternatives(GIVES_IT).sort()).toEqual(given));
  it.each(given)('%s', (word) => {
    expect(subjects(`对新办企业${word}8万元`)).toEqual([word]);
    expect(subjects(`每千瓦${word}120元，每家再${word}3万元`)).toEqual([word, word]);
  });
  it.each([...given, ...words('津贴 奖金 优待 扶持 支持 优惠'), '奖励资金', '补偿金', '补助经费'])(
    '给予8万元%s',
    (word) => {
      expect(word).toMatch(new RegExp(`^${GIFT}$`));
      expect(subjects(`对新办企业给予8万元一次性${word}`)).toEqual([`一次性${word}`]);
    },
  );

  const verbs = words('给予 予以 发放 支付 兑现 享受');
  it('has a case for each verb', () => expect(alternatives(HANDS_OUT).sort()).toEqual(verbs));
  it.each(verbs)('%s', (verb) => {
    expect(subjects(`对重度残疾人按每人每月110元的标准${verb}护理补贴`)).toEqual(['护理补贴']);
  });
});
